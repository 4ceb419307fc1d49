package io.github.bandwidthmessaging;

/**
 * What keeps many messages within the rate of an account, which Bandwidth counts in segments. One
 * pace can serve several threads and clients; where several machines share an account, implement it
 * with a limiter that they share.
 */
@FunctionalInterface
public interface Pace {
  /**
   * Waits until the segments of one message may be sent.
   *
   * @param segments the estimated number: of a text, 1 or more; of a picture or group message, 1
   *     for each recipient
   * @throws InterruptedException if the thread is interrupted; the message is then not sent
   */
  void acquire(int segments) throws InterruptedException;

  /**
   * Returns a pace that spreads segments evenly, for one machine.
   *
   * @param segments the number of segments per second, more than 0
   * @return the pace
   * @throws IllegalArgumentException if the number is not more than 0
   */
  static Pace segmentsPerSecond(double segments) {
    return new EvenPace(segments, System::nanoTime, new Background());
  }

  /**
   * Returns a pace that waits for nothing.
   *
   * @return the pace of a batch for which none is set
   */
  static Pace unlimited() {
    return segments -> {};
  }
}
