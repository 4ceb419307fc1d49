package io.github.bandwidthmessaging.contract;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.MessagingException;
import io.github.bandwidthmessaging.Outcome;
import io.github.bandwidthmessaging.RefusedException;
import io.github.bandwidthmessaging.RetryPolicy;
import io.github.bandwidthmessaging.client.FieldError;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented errors, as they arrive through the client. */
@InPlaces
final class DocumentedErrorTest {
  private final Wire wire = new Wire();
  private final OkHttpClient httpClient =
      new OkHttpClient.Builder().addNetworkInterceptor(wire).build();
  private final MessagingClient client;

  DocumentedErrorTest(Place.Rehearsal place) {
    client = place.client().httpClient(httpClient).retryPolicy(RetryPolicy.none()).build();
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
    MessagingException refusal = refusal(status, name);
    assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.type()).isEqualTo(type);
    assertThatJson(refusal.body())
        .isEqualTo(DocumentedExample.documentation("errors/" + status + "-" + name + ".json"));
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
  void hasNoFieldErrorsWhereTheAnswerHasNone() {
    assertThat(refusal(400, "requestValidation").fieldErrors()).isEmpty();
  }

  private MessagingException refusal(int status, String example) {
    wire.prefer("code=%d, example=%s".formatted(status, example));
    MessagingException refusal =
        catchThrowableOfType(
            RefusedException.class, () -> client.send(DocumentedExample.TEXT_MESSAGE.request()));
    assertThat(refusal).isNotNull();
    return refusal;
  }
}
