package io.github.bandwidthmessaging.contract.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.check.node.SetupException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A place detects what is not as documented, and the real one is not used by accident. */
@ExtendWith(PrismExtension.class)
final class PlaceTest {
  /** A separate document, so that a fault in the project's does not show here too. */
  private static final Document DOCUMENT =
      Document.parse(
          """
          openapi: 3.0.3
          info: {title: Things, version: '1'}
          servers: [{url: 'https://example.com/api'}]
          paths:
            /things:
              get:
                operationId: getThing
                responses:
                  '200':
                    description: A thing.
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [id]
                          properties:
                            id: {type: string}
                            count: {type: integer}
                            time: {type: string, format: date-time}
                            direction: {type: string, enum: [in, out]}
                            to: {type: array, items: {type: string}}
                        examples:
                          thing:
                            value: {id: a, count: 1, time: '2016-09-14T18:20:16Z', direction: out, to: [b]}
                  '429':
                    description: Too many.
                    content:
                      application/json: {schema: {type: object, required: [description]}}
          """);

  private final Properties properties = new Properties();

  private static Map<String, UnaryOperator<DocumentedService.Response>> wrongResponses() {
    return Map.ofEntries(
        wrong("must have required property 'id'", replace("\"id\"", "\"identity\"")),
        wrong("property count must be integer", replace("count\":1", "count\":\"1\"")),
        wrong("property time must match format", replace("18:20:16Z", "18:20:16")),
        wrong("property direction must be equal to one of", replace("\"out\"", "\"outgoing\"")),
        wrong("property to must be array", replace("[\"b\"]", "\"b\"")),
        wrong("property to.0 must be string", replace("[\"b", "[1,\"b")),
        wrong(
            "must have required property 'description'",
            response ->
                new DocumentedService.Response(429, response.contentType(), "{\"type\":\"x\"}")),
        wrong(
            "The received media type",
            response -> new DocumentedService.Response(200, "text/plain", response.body())),
        wrong(
            "Unable to match the returned status code",
            response ->
                new DocumentedService.Response(201, response.contentType(), response.body())));
  }

  @Test
  void proxyFindsWrongResponses(@TempDir Path folder) {
    try (DocumentedService service = DocumentedService.start(DOCUMENT);
        Prism proxy = Prism.proxy(DOCUMENT, folder, service.url())) {
      RawRequest preferred =
          new RawRequest(
              "GET", "https://example.com/api/things", Map.of("Prefer", "example=thing"), "");
      assertThat(proxy.send(preferred).statusCode()).isEqualTo(200);
      wrongResponses()
          .forEach(
              (violation, change) -> {
                service.changeNext(change);
                HttpResponse<String> response = proxy.send(preferred);
                assertThat(response.statusCode()).as(violation).isEqualTo(500);
                assertThat(response.body()).contains(violation);
              });
    }
  }

  @Test
  void leavesTheRealServiceAloneUnlessAsked() {
    Place real = real(() -> fail("The environment is read"));
    assertThatThrownBy(real::client)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("-Dreal");
  }

  @Test
  void saysWhatTheRealServiceNeeds() {
    properties.setProperty("real", "");
    properties.setProperty("to", "+12345678904");
    Place real =
        real(
            () -> {
              throw new IllegalStateException("Missing in the environment: BW_CLIENT_ID");
            });
    assertThatThrownBy(real::client)
        .isInstanceOf(SetupException.class)
        .hasMessage("Missing in the environment: BW_CLIENT_ID. Missing options: -Dfrom.");
  }

  @Test
  void sendsOwnTextToTheRealServiceWhenAsked(Prism prism) {
    properties.setProperty("real", "true");
    properties.setProperty("from", "+12345678901");
    properties.setProperty("to", "+12345678904");
    Place real = real(() -> SendDocumentedMessagesTest.client(prism.url().toString()));

    try (MessagingClient client = real.client()) {
      assertThat(client.send(real.textMessage(client)).id()).isNotBlank();
    }
  }

  private Place real(Supplier<MessagingClient.Builder> environment) {
    return new Place.Real(new RealService(environment, properties));
  }

  private static Map.Entry<String, UnaryOperator<DocumentedService.Response>> wrong(
      String violation, UnaryOperator<DocumentedService.Response> change) {
    return Map.entry(violation, change);
  }

  private static UnaryOperator<DocumentedService.Response> replace(String right, String wrong) {
    return response ->
        new DocumentedService.Response(
            response.status(), response.contentType(), response.body().replace(right, wrong));
  }
}
