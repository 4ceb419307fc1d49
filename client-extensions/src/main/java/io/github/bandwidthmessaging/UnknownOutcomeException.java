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
 * look for the message with {@link MessageHistory#find(UnknownOutcomeException)}, and send it again
 * only if there is none.
 */
@SuppressWarnings("serial")
public final class UnknownOutcomeException extends SendException {
  // Not serialized, like everything else that can quote the message.
  private final transient MessageRequest request;
  private final String accountId;
  private final Instant attemptedAt;
  private final Instant failedAt;

  UnknownOutcomeException(
      String message,
      @Nullable Throwable cause,
      Attempt attempt,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(Outcome.UNKNOWN, message, cause, attempt.number(), false, response, details);
    this.request = attempt.message();
    this.accountId = attempt.accountId();
    this.attemptedAt = attempt.startedAt();
    this.failedAt = attempt.now();
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

  /**
   * Returns when that attempt failed, by the same clock.
   *
   * @return the end of the last attempt
   */
  public Instant failedAt() {
    return failedAt;
  }

  String accountId() {
    return accountId;
  }
}
