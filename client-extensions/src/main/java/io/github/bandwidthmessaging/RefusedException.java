package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Bandwidth refused the message: with a 3xx or 4xx, or with a 500 whose error is
 * Bandwidth's own ({@code internal-server-error}). {@link #status()} is never 0.
 */
@SuppressWarnings("serial")
public final class RefusedException extends NotSentException {
  RefusedException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      boolean retryable,
      HttpResponse response,
      @Nullable ErrorDetails details) {
    super(message, cause, attempts, retryable, response, details);
  }
}
