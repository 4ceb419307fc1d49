package io.github.bandwidthmessaging.generator;

import java.util.concurrent.atomic.AtomicInteger;

/** What the texts of a hostile document would like to run. */
public final class Payload {
  static final AtomicInteger RUNS = new AtomicInteger();

  private Payload() {}

  /** Counts, and returns a string so that it can be part of an expression. */
  public static String run() {
    RUNS.incrementAndGet();
    return "";
  }
}
