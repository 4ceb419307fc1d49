package io.github.bandwidthmessaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Two listeners as one, the inner one first. */
record BothListeners(SendListener user, SendListener inner) implements SendListener {
  @Override
  public void attemptStarted(int attempt) {
    inner.attemptStarted(attempt);
    user.attemptStarted(attempt);
  }

  @Override
  public void attemptFinished(
      int attempt, Duration duration, @Nullable Integer status, Outcome outcome) {
    inner.attemptFinished(attempt, duration, status, outcome);
    user.attemptFinished(attempt, duration, status, outcome);
  }

  @Override
  public void retryScheduled(int attempt, Duration wait, String reason) {
    inner.retryScheduled(attempt, wait, reason);
    user.retryScheduled(attempt, wait, reason);
  }
}
