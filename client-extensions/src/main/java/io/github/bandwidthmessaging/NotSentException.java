package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that never left: no connection, no credentials, or an interceptor that gave up before
 * it was written.
 */
@SuppressWarnings("serial")
public final class NotSentException extends MessagingException {
  NotSentException(String message, @Nullable Throwable cause, int attempts, boolean retryable) {
    super(message, cause, attempts, retryable, null, null);
  }

  @Override
  public Outcome outcome() {
    return Outcome.NOT_SENT;
  }
}
