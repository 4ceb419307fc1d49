package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PaceTest {
  @Test
  @Timeout(10)
  void unlimitedNeverWaits() throws InterruptedException {
    Thread.currentThread().interrupt();
    for (int i = 0; i < 1_000; i++) {
      Pace.unlimited().acquire(Integer.MAX_VALUE);
    }

    // A wait would have ended with the interrupt.
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void doesNotLetTheFirstSegmentWait() throws InterruptedException {
    Thread.currentThread().interrupt();
    Pace.segmentsPerSecond(0.001).acquire(1);

    assertThat(Thread.interrupted()).isTrue();
  }
}
