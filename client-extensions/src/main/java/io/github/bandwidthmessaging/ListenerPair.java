package io.github.bandwidthmessaging;

import java.time.Duration;

/** Two listeners of one request. */
record ListenerPair(QuietListener first, QuietListener second) implements RequestListener {
  @Override
  public void attemptStarted(AttemptInfo attempt) {
    first.attemptStarted(attempt);
    second.attemptStarted(attempt);
  }

  @Override
  public void attemptFinished(AttemptInfo attempt) {
    first.attemptFinished(attempt);
    second.attemptFinished(attempt);
  }

  @Override
  public void retryScheduled(AttemptInfo failed, Duration wait) {
    first.retryScheduled(failed, wait);
    second.retryScheduled(failed, wait);
  }

  @Override
  public void finished(Completion completion) {
    first.finished(completion);
    second.finished(completion);
  }
}
