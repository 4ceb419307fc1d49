package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that was answered with a refusal: a 3xx or 4xx, or a 5xx with Bandwidth's own error in
 * it. {@link #status()} is never null.
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
