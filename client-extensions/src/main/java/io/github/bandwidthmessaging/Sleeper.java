package io.github.bandwidthmessaging;

import java.time.Duration;

/**
 * Waits before a retry, and between searches for an unknown message. Tests can replace it, for
 * example with one that moves their clock instead. Called by several threads at once.
 */
public interface Sleeper {
  /**
   * Returns when the time has passed.
   *
   * @param wait how long to wait
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void sleep(Duration wait) throws InterruptedException;

  /**
   * Runs the work when the time has passed, without blocking a thread until then. It must run
   * exactly once, or a message would have no result.
   *
   * @param wait how long to wait
   * @param work what to run
   */
  void schedule(Duration wait, Runnable work);
}
