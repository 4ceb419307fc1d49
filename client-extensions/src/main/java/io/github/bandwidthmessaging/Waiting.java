package io.github.bandwidthmessaging;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** How time passes between attempts. */
interface Waiting {
  /** Returns when the time has passed. */
  void await(Duration wait) throws InterruptedException;

  /** Runs the work when the time has passed, without keeping a thread waiting. */
  void schedule(Duration wait, Runnable work);

  Waiting REAL =
      new Waiting() {
        @Override
        public void await(Duration wait) throws InterruptedException {
          boolean unused = new CountDownLatch(1).await(wait.toNanos(), NANOSECONDS);
        }

        @Override
        public void schedule(Duration wait, Runnable work) {
          // On the JDK's own timer: handing a call to OkHttp takes no time, and an executor of ours
          // could be shut down by then.
          CompletableFuture.delayedExecutor(wait.toNanos(), NANOSECONDS, Runnable::run)
              .execute(work);
        }
      };
}
