package io.github.bandwidthmessaging;

/**
 * A message that never left: no connection, no credentials, or an interceptor that gave up before
 * it was written.
 */
@SuppressWarnings("serial")
public final class NotSentException extends MessagingException {
  NotSentException(String message, Throwable cause, Attempt attempt) {
    super(message, cause, attempt, null, null);
  }

  @Override
  public Outcome outcome() {
    return Outcome.NOT_SENT;
  }
}
