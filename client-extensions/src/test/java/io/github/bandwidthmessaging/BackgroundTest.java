package io.github.bandwidthmessaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundTest {
  @Test
  void runsWorkOnThreadsThatDoNotKeepTheProgramAlive() throws Exception {
    Background background = new Background();
    CompletableFuture<Boolean> now = new CompletableFuture<>();
    CompletableFuture<Boolean> later = new CompletableFuture<>();
    background.execute(() -> now.complete(Thread.currentThread().isDaemon()));
    background.schedule(
        Duration.ofNanos(1), () -> later.complete(Thread.currentThread().isDaemon()));

    assertThat(now.get(20, SECONDS)).isTrue();
    assertThat(later.get(20, SECONDS)).isTrue();
  }

  @Test
  void runsWorkOnThisThreadIfThereCanBeNoOther() {
    Background background =
        new Background(
            work -> {
              throw new OutOfMemoryError("unable to create native thread");
            });
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    background.execute(() -> ran.complete(Thread.currentThread()));

    assertThat(ran).isCompletedWithValue(Thread.currentThread());
  }

  @Test
  void forgetsWorkThatIsCancelled() {
    Future<?> work = new Background().after(Duration.ofHours(1), () -> {});

    assertThat(work.cancel(false)).isTrue();
  }
}
