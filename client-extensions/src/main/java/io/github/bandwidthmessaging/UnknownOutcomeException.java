package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the message might have been sent: after writing it began, the connection broke, time
 * ran out, or something was thrown before a status line was read; or the response is a 5xx that a
 * gateway in front of Bandwidth can have sent.
 *
 * <p>It is never sent again automatically. Give every message a tag of its own; Bandwidth repeats
 * it in the callbacks, so after this exception wait for a callback with the tag, or look for it in
 * the Dashboard, and send again only if there is none.
 */
@SuppressWarnings("serial")
public final class UnknownOutcomeException extends MessagingException {
  UnknownOutcomeException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(message, cause, attempts, false, response, details);
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNKNOWN;
  }
}
