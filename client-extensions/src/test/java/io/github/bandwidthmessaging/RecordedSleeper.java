package io.github.bandwidthmessaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Waits that are written down and take no time. */
final class RecordedSleeper implements Sleeper {
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public void sleep(Duration wait) throws InterruptedException {
    waits.add(wait);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public void schedule(Duration wait, Runnable work) {
    waits.add(wait);
    work.run();
  }
}
