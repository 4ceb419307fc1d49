package io.github.bandwidthmessaging.contract.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.check.node.SetupException;
import java.net.http.HttpResponse;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** A place finds out what is not as documented, and the real one is not used by accident. */
@ExtendWith(PrismExtension.class)
final class PlaceTest {
  private static final RawRequest VALID =
      DocumentedMessage.PICTURE_MESSAGE.documented().printedAsHttp();

  private final Properties properties = new Properties();

  static Stream<Arguments> wrongAnswers() {
    return Stream.of(
        wrong("must have required property 'id'", replace("\"id\"", "\"identity\"")),
        wrong("property segmentCount must be integer", replace("Count\":1", "Count\":\"1\"")),
        wrong("property time must match format", replace("18:20:16Z", "18:20:16")),
        wrong("property direction must be equal to one of", replace("\"out\"", "\"outgoing\"")),
        wrong("property to must be array", replace("[\"+12345678902\"]", "\"+12345678902\"")),
        wrong("property media.0 must be string", replace("[\"https", "[1,\"https")),
        wrong(
            "must have required property 'description'",
            answer -> new DocumentedService.Answer(429, answer.contentType(), "{\"type\":\"x\"}")),
        wrong(
            "The received media type",
            answer -> new DocumentedService.Answer(202, "text/plain", answer.body())),
        wrong(
            "Unable to match the returned status code",
            answer -> new DocumentedService.Answer(201, answer.contentType(), answer.body())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongAnswers")
  void proxyFindsOutWrongAnswer(
      String violation, UnaryOperator<DocumentedService.Answer> change, Place.Proxy proxy) {
    proxy.service.changeNext(change);
    HttpResponse<String> response = proxy.prism.send(VALID);
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains(violation);
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

  private static Arguments wrong(String violation, UnaryOperator<DocumentedService.Answer> change) {
    return Arguments.of(violation, change);
  }

  private static UnaryOperator<DocumentedService.Answer> replace(String right, String wrong) {
    return answer ->
        new DocumentedService.Answer(
            answer.status(), answer.contentType(), answer.body().replace(right, wrong));
  }
}
