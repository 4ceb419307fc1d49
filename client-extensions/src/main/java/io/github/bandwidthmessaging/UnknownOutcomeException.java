package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the message might have been sent: after writing it began, the connection broke, time
 * ran out, or something was thrown before a status line was read; or the response is a 5xx that a
 * gateway in front of Bandwidth might have sent.
 *
 * <p>The message is never sent again automatically. Give every message a unique tag, which
 * Bandwidth repeats in the callbacks: after this exception, wait for a callback with the tag, or
 * look for the message in the Dashboard by {@link #request()} and {@link #attemptedAt()}, and send
 * it again only if there is none.
 */
@SuppressWarnings("serial")
public final class UnknownOutcomeException extends SendException {
  // Not serialized, like everything else that can quote the message.
  private final transient MessageRequest request;
  private final Instant attemptedAt;

  UnknownOutcomeException(
      String message,
      @Nullable Throwable cause,
      Attempt attempt,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(Outcome.UNKNOWN, message, cause, attempt.number(), false, response, details);
    this.request = attempt.message();
    this.attemptedAt = attempt.startedAt();
  }

  /**
   * Returns the message that might have been sent.
   *
   * @return the same object that was passed to {@code send}; null in a serialized copy
   */
  public MessageRequest request() {
    return request;
  }

  /**
   * Returns when the attempt that might have sent the message began, by the clock of this machine.
   *
   * @return the beginning of the last attempt; all earlier attempts certainly did not send it
   */
  public Instant attemptedAt() {
    return attemptedAt;
  }
}
