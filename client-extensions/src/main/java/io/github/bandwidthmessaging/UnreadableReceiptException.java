package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Bandwidth accepted the message with a 2xx, but something went wrong afterwards: the
 * receipt cannot be read, or code that runs after the status line threw. The message is sent: there
 * is nothing to repeat.
 */
@SuppressWarnings("serial")
public final class UnreadableReceiptException extends MessagingException {
  private final @Nullable String id;

  UnreadableReceiptException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      @Nullable HttpResponse response,
      @Nullable String id) {
    super(message, cause, attempts, false, response, null);
    this.id = id;
  }

  @Override
  public Outcome outcome() {
    return Outcome.SENT;
  }

  /**
   * Returns the id that Bandwidth gave to the message.
   *
   * @return the id, or null if the part of the body that arrived does not show one
   */
  public @Nullable String id() {
    return id;
  }
}
