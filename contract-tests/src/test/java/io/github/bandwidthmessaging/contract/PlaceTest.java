package io.github.bandwidthmessaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.MessagingClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Properties;
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
  private static final RawRequest VALID = DocumentedExample.PICTURE_MESSAGE.printedAsHttp();

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
    HttpResponse<String> response = VALID.sendTo(proxy.prism);
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains(violation);
  }

  @Test
  void leavesTheRealServiceAloneUnlessAsked() {
    Place real = new Place.Real(Map.of(), properties);
    assertThatThrownBy(real::client)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("-Dreal");
  }

  @Test
  void saysWhatTheRealServiceNeeds() {
    properties.setProperty("real", "");
    Place real = new Place.Real(Map.of("BW_ACCOUNT_ID", "9900000"), properties);
    assertThatThrownBy(real::client)
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("BW_CLIENT_ID")
        .hasMessageNotContaining("BW_ACCOUNT_ID");
  }

  @Test
  void sendsOwnTextToTheRealServiceWhenAsked(Prism prism) {
    Map<String, String> environment =
        Map.of(
            "BW_ACCOUNT_ID", "9900000",
            "BW_USERNAME", "username",
            "BW_PASSWORD", "password",
            "BW_MESSAGING_APPLICATION_ID", "93de2206-9669-4e07-948d-329f4b722ee2");
    properties.setProperty("real", "true");
    properties.setProperty("from", "+12345678901");
    properties.setProperty("to", "+12345678904");
    Place real = new Place.Real(environment, properties);

    // Prism instead of the service that the client would use.
    try (MessagingClient client = real.client().baseUrl(prism.url().toString()).build()) {
      assertThat(client.send(real.textMessage().build()).id()).isNotBlank();
    }
  }

  private static Arguments wrong(String violation, UnaryOperator<DocumentedService.Answer> change) {
    return Arguments.of(violation, change);
  }

  private static UnaryOperator<DocumentedService.Answer> replace(String right, String wrong) {
    return answer -> {
      assertThat(answer.body()).contains(right);
      return new DocumentedService.Answer(
          answer.status(), answer.contentType(), answer.body().replace(right, wrong));
    };
  }
}
