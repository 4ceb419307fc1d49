package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Outcome;
import io.github.bandwidthmessaging.RefusedException;
import io.github.bandwidthmessaging.RetryPolicy;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.api.FieldError;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.Documentation;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Operations;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented errors, as they arrive through the client. */
@InPlaces(errors = true)
final class DocumentedErrorTest {
  private final Wire wire = new Wire();
  private final OkHttpClient httpClient =
      new OkHttpClient.Builder().addNetworkInterceptor(wire).build();
  private final MessagingClient client;

  DocumentedErrorTest(Place.Rehearsal place) {
    client = place.clientBuilder().httpClient(httpClient).retryPolicy(RetryPolicy.none()).build();
  }

  @AfterEach
  void closeConnections() {
    httpClient.connectionPool().evictAll();
  }

  @ParameterizedTest
  @CsvSource({
    "400, requestValidation, request-validation",
    "400, fieldErrors, request-validation",
    "400, invalidNumber, request-validation",
    "401, unauthorized, unauthorized",
    "401, authenticationError, authentication-error",
    "403, forbidden, forbidden",
    "403, accessDenied, unauthorized",
    "404, pathNotFound,",
    "415, unsupportedContentType, unsupported-content-type",
    "429, queueFull, max-message-queue-size-exceeded",
  })
  void arrivesAsRefusal(int status, String name, @Nullable String type) {
    SendException refusal = refusal(status, name);
    assertThat(refusal).isInstanceOf(RefusedException.class);
    assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.type()).isEqualTo(type);
    assertThatJson(refusal.body())
        .isEqualTo(Documentation.read("errors/" + status + "-" + name + ".json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | requestValidation | Your request could not be accepted",
        "401 | unauthorized | Authentication Failed",
        "403 | accessDenied | Access is denied.",
        "404 | pathNotFound | Not Found",
      })
  void carriesDescription(int status, String name, String description) {
    assertThat(refusal(status, name).description()).isEqualTo(description);
  }

  @Test
  void namesEveryWrongFieldInOrder() {
    assertThat(refusal(400, "fieldErrors").fieldErrors())
        .extracting(FieldError::fieldName, FieldError::description)
        .containsExactly(
            tuple("from", "'from' must contain exactly one telephone number"),
            tuple("text", "'text' is required unless media is included"),
            tuple("to", "'to' must contain at least one telephone number"));
  }

  @Test
  void hasNoFieldErrorsWhereTheResponseHasNone() {
    assertThat(refusal(400, "requestValidation").fieldErrors()).isEmpty();
  }

  /**
   * Each error of the document with each of its examples, and without one: then the mock makes a
   * body from the schema, and the proxy's service responds in Bandwidth's own shape, even for a
   * 404.
   */
  static Stream<String> responses() {
    return Operations.of(Document.read().json()).named("createMessage").responses().stream()
        .filter(documented -> !documented.isSuccess())
        .map(Operation.DocumentedResponse::preference);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("responses")
  void arrivesWithEveryFieldOfItsBody(String preference) throws Exception {
    SendException refusal = refusal(preference);
    String status = preference.replaceFirst("code=(\\d+).*", "$1");
    JsonNode body = new ObjectMapper().readTree(refusal.body());
    boolean ofBandwidth = body.has("type");
    // A 500 with a made-up type can come from a gateway.
    assertThat(refusal.outcome())
        .isEqualTo(status.equals("500") ? Outcome.UNKNOWN : Outcome.NOT_SENT);
    assertThat(refusal.status()).hasToString(status);
    assertThat(refusal.attempts()).isOne();
    assertThat(refusal.type()).isEqualTo(ofBandwidth ? body.get("type").asText() : null);
    assertThat(refusal.description())
        .isEqualTo(body.get(ofBandwidth ? "description" : "message").asText());
    assertThat(refusal.fieldErrors())
        .extracting(FieldError::fieldName, FieldError::description)
        .containsExactlyElementsOf(
            StreamSupport.stream(body.path("fieldErrors").spliterator(), false)
                .map(
                    error ->
                        tuple(error.get("fieldName").asText(), error.get("description").asText()))
                .toList());
    assertThat(refusal.headers().get("Content-Type"))
        .singleElement()
        .asString()
        .startsWith("application/json");
    assertThat(refusal)
        .hasMessageStartingWith("POST /users/{accountId}/messages -> " + status)
        .hasMessageContaining(refusal.description());
  }

  private SendException refusal(int status, String example) {
    return refusal("code=%d, example=%s".formatted(status, example));
  }

  private SendException refusal(String preference) {
    wire.prefer(preference);
    SendException refusal =
        catchThrowableOfType(
            SendException.class, () -> client.send(DocumentedMessage.TEXT_MESSAGE.request()));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
