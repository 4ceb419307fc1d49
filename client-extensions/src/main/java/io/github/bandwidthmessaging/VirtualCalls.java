package io.github.bandwidthmessaging;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs each call on a virtual thread. The JVM does not wait for those when a program ends, but for
 * the only thread of this pool, which waits for them.
 */
final class VirtualCalls extends ThreadPoolExecutor {
  private final AtomicInteger running = new AtomicInteger();

  /** A permit for each time that no call was left. */
  private final Semaphore idle = new Semaphore(0);

  VirtualCalls(long idleSeconds, ThreadFactory threads) {
    super(0, 1, idleSeconds, SECONDS, new LinkedBlockingQueue<>(), threads);
  }

  @Override
  public void execute(Runnable call) {
    boolean started = false;
    try {
      if (running.getAndIncrement() == 0) {
        super.execute(idle::acquireUninterruptibly);
      }
      Threads.VIRTUAL.execute(
          () -> {
            try {
              call.run();
            } finally {
              end();
            }
          });
      started = true;
    } finally {
      if (!started) {
        end();
      }
    }
  }

  private void end() {
    if (running.decrementAndGet() == 0) {
      idle.release();
    }
  }

  /** Loaded with the first call. */
  private static final class Threads {
    static final Executor VIRTUAL = create();

    /** Reflective, because it is compiled for Java 17. */
    private static Executor create() {
      try {
        return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("Java 21 and later have virtual threads", e);
      }
    }
  }
}
