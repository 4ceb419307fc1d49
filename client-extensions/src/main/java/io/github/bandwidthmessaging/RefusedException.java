package io.github.bandwidthmessaging;

import org.jspecify.annotations.Nullable;

/**
 * A message that was answered with a refusal: a 3xx or 4xx, or a 5xx with Bandwidth's own error in
 * it. {@link #status()} is never null.
 */
@SuppressWarnings("serial")
public final class RefusedException extends MessagingException {
  RefusedException(String message, Attempt attempt, Answer answer, @Nullable Reason reason) {
    super(message, answer.broken(), attempt, answer, reason);
  }

  @Override
  public Outcome outcome() {
    return Outcome.NOT_SENT;
  }
}
