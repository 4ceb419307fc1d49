package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that may have been sent: the connection broke or timed out after writing it began, or a
 * gateway answered with a 5xx.
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
