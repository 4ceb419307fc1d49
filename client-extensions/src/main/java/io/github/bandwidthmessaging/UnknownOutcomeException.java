package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the message might have been sent: after writing it began, the connection broke, time
 * ran out, or something was thrown before a status line was read; the response is a 5xx that a
 * gateway in front of Bandwidth might have sent; or the response to a multi-channel message both
 * accepts it and lists errors.
 *
 * <p>The message is never sent again automatically. Give every message a unique tag, which
 * Bandwidth repeats in the callbacks: after this exception, wait for a callback with the tag, or
 * look for the message with {@link MessageHistory#find(UnknownOutcomeException)}, and send it again
 * only if there is none. A multi-channel message cannot be looked up.
 */
@SuppressWarnings("serial")
public final class UnknownOutcomeException extends SendException {
  // Not serialized, like everything else that can quote the message.
  private final transient @Nullable UnknownMessage message;
  private final transient @Nullable MultiChannelRequest multiChannelRequest;
  private final Instant attemptedAt;
  private final Instant failedAt;

  UnknownOutcomeException(
      String message,
      @Nullable Throwable cause,
      Attempt attempt,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(Outcome.UNKNOWN, message, cause, attempt.number(), false, response, details);
    this.attemptedAt = attempt.startedAt();
    this.failedAt = attempt.now();
    this.message = UnknownMessage.of(attempt, failedAt);
    this.multiChannelRequest =
        attempt.message() instanceof OutgoingMultiChannel multiChannel
            ? multiChannel.request()
            : null;
  }

  /**
   * Returns the message that might have been sent.
   *
   * @return the same object that was passed to {@code send}; null in a serialized copy, or if it is
   *     a multi-channel message
   */
  public @Nullable MessageRequest request() {
    return message == null ? null : message.request();
  }

  /**
   * Returns the multi-channel message that might have been sent.
   *
   * @return the same object that was passed to {@code send}; null in a serialized copy, or if it is
   *     another message
   */
  public @Nullable MultiChannelRequest multiChannelRequest() {
    return multiChannelRequest;
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

  /** Returns the message to look for, or null as {@link #request()} does. */
  @Nullable UnknownMessage message() {
    return message;
  }
}
