package io.github.bandwidthmessaging;

import java.time.Duration;

/** How time passes between attempts. */
interface Sleeper {
  /** Returns when the time has passed. */
  void sleep(Duration wait) throws InterruptedException;

  /** Runs the work when the time has passed, without keeping a thread waiting. */
  void schedule(Duration wait, Runnable work);
}
