package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when an operation that sends no message failed, such as one on media. Such an operation is
 * safe to repeat, whatever became of this attempt; {@link #isRetryable()} says whether repeating it
 * is likely to help.
 */
@SuppressWarnings("serial")
public final class ApiException extends BandwidthException {
  ApiException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      boolean retryable,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(message, cause, attempts, retryable, response, details);
  }

  /** Returns this failure with an explanation appended to its message. */
  ApiException explained(String why) {
    ApiException explained =
        new ApiException(
            getMessage() + why, getCause(), attempts(), isRetryable(), response, details);
    explained.setStackTrace(getStackTrace());
    for (Throwable suppressed : getSuppressed()) {
      explained.addSuppressed(suppressed);
    }
    return explained;
  }
}
