package io.github.bandwidthmessaging;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Gives every segment its own time slot; slots that were not used are lost. */
final class EvenPace implements Pace {
  /** A year, so that sums do not overflow. */
  private static final double MAX_STEP = 365 * 86_400 * 1e9;

  private final double nanosPerSegment;
  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private final Object lock = new Object();
  private long next;

  EvenPace(double segmentsPerSecond, LongSupplier nanoTime, Sleeper sleeper) {
    if (!(segmentsPerSecond > 0)) {
      throw new IllegalArgumentException("segments per second must be more than 0");
    }
    this.nanosPerSegment = 1e9 / segmentsPerSecond;
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
    this.next = nanoTime.getAsLong();
  }

  @Override
  public void acquire(int segments) throws InterruptedException {
    long wait;
    synchronized (lock) {
      long now = nanoTime.getAsLong();
      // By difference, as nanoTime may overflow.
      wait = Math.max(0, next - now);
      next = now + wait + (long) Math.min(segments * nanosPerSegment, MAX_STEP);
    }
    if (wait > 0) {
      sleeper.sleep(Duration.ofNanos(wait));
    }
  }
}
