package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that may have been sent: the connection broke or timed out after writing it began, a
 * gateway answered with a 5xx, or a 2xx could not be read.
 */
@SuppressWarnings("serial")
public final class UnknownOutcomeException extends MessagingException {
  UnknownOutcomeException(
      String message, @Nullable Throwable cause, @Nullable Answer answer, @Nullable Reason reason) {
    super(message, cause, answer, reason);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNKNOWN;
  }
}
