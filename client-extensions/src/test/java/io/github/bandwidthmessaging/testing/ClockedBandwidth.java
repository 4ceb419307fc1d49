package io.github.bandwidthmessaging.testing;

import java.time.InstantSource;

/** Starts the fake with a clock of the test. */
public final class ClockedBandwidth {
  private ClockedBandwidth() {}

  public static FakeBandwidth start(InstantSource clock) {
    return FakeBandwidth.start(clock);
  }
}
