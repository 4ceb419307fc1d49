package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the message was never sent: there was no connection, no credentials, or an interrupt,
 * or an interceptor gave up or responded itself, before it was written.
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
