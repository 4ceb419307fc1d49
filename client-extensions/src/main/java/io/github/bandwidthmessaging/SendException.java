package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when sending a message failed. There is one subclass for each {@link Outcome}, so a {@code
 * catch} of {@link NotSentException} catches everything whose outcome is {@link Outcome#NOT_SENT}.
 */
@SuppressWarnings("serial")
public abstract sealed class SendException extends BandwidthException
    permits NotSentException, UnknownOutcomeException, UnreadableResponseException {
  private final Outcome outcome;

  SendException(
      Outcome outcome,
      String message,
      @Nullable Throwable cause,
      int attempts,
      boolean retryable,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(message, cause, attempts, retryable, response, details);
    this.outcome = outcome;
  }

  /**
   * Returns what became of the message.
   *
   * @return whether it was sent, was not sent, or might have been sent
   */
  public Outcome outcome() {
    return outcome;
  }
}
