package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Bandwidth accepted the message with a 2xx, but something failed after the status line
 * was read: the response could not be read or parsed, or an interceptor or listener threw. The
 * message was sent; do not send it again.
 */
@SuppressWarnings("serial")
public final class UnreadableResponseException extends SendException {
  private final @Nullable String id;

  UnreadableResponseException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      @Nullable HttpResponse response,
      @Nullable String id) {
    super(Outcome.SENT, message, cause, attempts, false, response, null);
    this.id = id;
  }

  /**
   * Returns the ID that Bandwidth gave to the message.
   *
   * @return the ID, or null if the part of the body that arrived does not contain one
   */
  public @Nullable String id() {
    return id;
  }
}
