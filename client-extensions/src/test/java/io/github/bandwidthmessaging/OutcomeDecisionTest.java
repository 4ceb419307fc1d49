package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutcomeDecisionTest {
  private final Attempt attempt =
      new Attempt(new OutgoingMessage(Examples.REQUEST), "9900000", 3, () -> Instant.EPOCH);

  private final OutcomeDecision outcomes = Examples.client("http://127.0.0.1").build().outcomes;

  @AfterEach
  void clearInterrupt() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void keepsInterruptThatEndedAttempt() {
    SendException e =
        outcomes.thrown(new IllegalStateException(new InterruptedException()), attempt);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(NotSentException.class);
  }

  @Test
  void keepsInterruptThatBrokeResponse() {
    SendException e = outcomes.responded(response(202, new InterruptedException()), null, attempt);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(NotSentException.class);
  }

  @Test
  void keepsInterruptOfMessageThatWasNotTried() {
    NotSentException e = OutcomeDecision.untried(new InterruptedException("stopped"), 2);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e)
        .hasMessage(
            "POST /users/{accountId}/messages -> not sent: InterruptedException; see the cause")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(e.attempts()).isEqualTo(2);
    assertThat(OutcomeDecision.untried(new InterruptedIOException(), 0))
        .hasMessage("POST /users/{accountId}/messages -> not sent: interrupted");
  }

  @Test
  void looksForInterruptInTwentyCausesAndNoFurther() {
    Throwable chain = new InterruptedException();
    for (int i = 0; i < 19; i++) {
      chain = new IOException(chain);
    }
    OutcomeDecision.keepInterrupt(new IOException(chain));
    assertThat(Thread.interrupted()).isFalse();

    OutcomeDecision.keepInterrupt(chain);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void keepsCauseOfWhatCannotBeDescribed() {
    StackOverflowError fault = new StackOverflowError();
    IOException cause =
        new IOException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw fault;
          }
        };
    SendException e = outcomes.thrown(cause, attempt);

    assertThat(e).hasMessage("POST /users/{accountId}/messages -> not sent").hasCause(fault);
    assertThat(fault.getSuppressed()).containsExactly(cause);
  }

  @Test
  void takesResponseOfInterceptorForNotSentBeforeWriting() {
    SendException e = outcomes.responded(response(202, null), null, attempt);

    assertThat(e)
        .isInstanceOf(NotSentException.class)
        .hasMessage(
            "POST /users/{accountId}/messages -> not sent: an interceptor of the HTTP client gave"
                + " the response 202");
    assertThat(e.attempts()).isEqualTo(3);
    assertThat(e.getCause()).isNull();
  }

  @Test
  void takesResponseOfInterceptorForUnknownAfterWriting() throws IOException {
    attempt.once(RequestBody.create("{}", MediaType.get("text/plain"))).writeTo(new Buffer());
    SendException e = outcomes.responded(response(202, null), null, attempt);

    assertThat(e)
        .isInstanceOf(UnknownOutcomeException.class)
        .hasMessageContaining("no response: An interceptor of the HTTP client gave the response");
    assertThat(requireNonNull(e.getCause())).isInstanceOf(IllegalStateException.class);
  }

  private static HttpResponse response(int status, @Nullable Throwable broken) {
    return new HttpResponse(status, Headers.EMPTY, ByteString.EMPTY, broken, Instant.EPOCH);
  }
}
