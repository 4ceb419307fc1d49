package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Wraps a user's listener, and ignores what it throws. */
final class QuietListener implements RequestListener {
  /** True, or else nothing. */
  private static final ThreadLocal<@Nullable Boolean> RUNNING = new ThreadLocal<>();

  private final RequestListener listener;

  private QuietListener(RequestListener listener) {
    this.listener = listener;
  }

  static QuietListener of(Factory factory, RequestInfo request) {
    try {
      return new QuietListener(requireNonNull(factory.create(request), "listener == null"));
    } catch (Throwable e) {
      OutcomeDecision.keepInterrupt(e);
      return new QuietListener(new RequestListener() {});
    }
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    quietly(() -> listener.attemptStarted(attempt));
  }

  @Override
  public void attemptFinished(AttemptInfo attempt) {
    quietly(() -> listener.attemptFinished(attempt));
  }

  @Override
  public void retryScheduled(AttemptInfo failed, Duration wait) {
    quietly(() -> listener.retryScheduled(failed, wait));
  }

  @Override
  public void finished(Completion completion) {
    quietly(() -> listener.finished(completion));
  }

  /** Swallows what a user's code throws, so that the request goes on. */
  static void quietly(Runnable users) {
    boolean before = isRunning();
    RUNNING.set(true);
    try {
      users.run();
    } catch (Throwable documented) {
      OutcomeDecision.keepInterrupt(documented);
    } finally {
      if (!before) {
        RUNNING.remove();
      }
    }
  }

  /** Whether this thread runs a listener, for which a request waits. */
  static boolean isRunning() {
    return RUNNING.get() != null;
  }
}
