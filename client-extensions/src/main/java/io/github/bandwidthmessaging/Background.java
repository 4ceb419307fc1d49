package io.github.bandwidthmessaging;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a client: a timer, which only hands work over, and as many others as there is code
 * that may block, such as stages that depend on a future. They end when they are idle.
 */
final class Background implements Sleeper, Executor {
  private static final long IDLE_SECONDS = 5;

  private final Executor threads;

  /** Created when it is first needed, because it takes a while to load. */
  private @Nullable ScheduledThreadPoolExecutor timer;

  Background() {
    this(
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            SECONDS,
            new SynchronousQueue<>(),
            daemons("bandwidth-messaging")));
  }

  Background(Executor threads) {
    this.threads = threads;
  }

  /** Runs the work on another thread, or on this one if there can be no other. */
  @Override
  public void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (OutOfMemoryError noThread) {
      work.run();
    }
  }

  @Override
  public void sleep(Duration wait) throws InterruptedException {
    NANOSECONDS.sleep(wait.toNanos());
  }

  @Override
  public void schedule(Duration wait, Runnable work) {
    Future<?> unused = after(wait, work);
  }

  /** Runs the work when the time has passed, unless it is cancelled before. */
  Future<?> after(Duration wait, Runnable work) {
    return timer().schedule(() -> execute(work), wait.toNanos(), NANOSECONDS);
  }

  private synchronized ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor known = timer;
    if (known == null) {
      known = new ScheduledThreadPoolExecutor(1, daemons("bandwidth-messaging-timer"));
      known.setKeepAliveTime(IDLE_SECONDS, SECONDS);
      known.allowCoreThreadTimeOut(true);
      known.setRemoveOnCancelPolicy(true);
      timer = known;
    }
    return known;
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
