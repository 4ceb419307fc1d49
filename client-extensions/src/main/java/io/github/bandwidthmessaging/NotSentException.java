package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the message was certainly not sent. It is an {@link InvalidMessageException} if the
 * message breaks a rule, and a {@link RefusedException} if Bandwidth refused it; otherwise nothing
 * was written: there was no connection, there were no credentials, time ran out, the thread was
 * interrupted, an interceptor failed or responded itself, or an item of a batch could not be turned
 * into a message.
 *
 * <p>{@link #isRetryable()} says whether sending the same message again later can succeed.
 */
@SuppressWarnings("serial")
public non-sealed class NotSentException extends SendException {
  NotSentException(String message, @Nullable Throwable cause, int attempts, boolean retryable) {
    this(message, cause, attempts, retryable, null, null);
  }

  NotSentException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      boolean retryable,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(Outcome.NOT_SENT, message, cause, attempts, retryable, response, details);
  }
}
