package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the response refuses the message: a 3xx or 4xx, or a 500 with Bandwidth's own error
 * ({@code internal-server-error}) in it. {@link #status()} is never null.
 */
@SuppressWarnings("serial")
public final class RefusedException extends MessagingException {
  RefusedException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      HttpResponse response,
      @Nullable ErrorDetails details,
      boolean retryable) {
    super(message, cause, attempts, retryable, response, details);
  }

  @Override
  public Outcome outcome() {
    return Outcome.NOT_SENT;
  }
}
