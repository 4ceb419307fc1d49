package io.github.bandwidthmessaging;

/**
 * Limits how fast messages are sent, in segments, as Bandwidth counts the rate of an account. One
 * pace can serve several threads and clients. Where several machines share an account, implement it
 * with a rate limiter that they share. Set it with {@link BatchOptions#withPace}; retries of a
 * message do not wait for it again.
 */
@FunctionalInterface
public interface Pace {
  /**
   * Waits until the segments of one message may be sent.
   *
   * @param segments an estimate: 1 or more for a text, 1 for each recipient of a media or group
   *     message
   * @throws InterruptedException if the thread is interrupted; the message is then not sent
   */
  void acquire(int segments) throws InterruptedException;

  /**
   * Returns a pace that spreads segments evenly over time, for one machine.
   *
   * @param segments how many segments to send per second, more than 0
   * @return the pace
   * @throws IllegalArgumentException if {@code segments} is not more than 0
   */
  static Pace segmentsPerSecond(double segments) {
    return new EvenPace(segments, System::nanoTime, new Background());
  }

  /**
   * Returns a pace that never waits.
   *
   * @return the pace
   */
  static Pace unlimited() {
    return segments -> {};
  }
}
