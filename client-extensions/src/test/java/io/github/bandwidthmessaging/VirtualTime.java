package io.github.bandwidthmessaging;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** A server's time, which passes by sleeping only. */
final class VirtualTime implements InstantSource, Sleeper {
  static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

  final List<Duration> waits = new ArrayList<>();
  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void sleep(Duration wait) {
    waits.add(wait);
    pass(wait);
  }

  @Override
  public void schedule(Duration wait, Runnable work) {
    sleep(wait);
    work.run();
  }

  /** Returns a builder with this time, and a clock that is ahead of the server's. */
  MessagingClient.Builder client(MessagingClient.Builder builder, Duration ahead) {
    return builder
        .httpClient(
            new OkHttpClient.Builder()
                .addInterceptor(
                    chain ->
                        chain
                            .proceed(chain.request())
                            .newBuilder()
                            // The JDK's server sets this one itself.
                            .header("Date", RFC_1123_DATE_TIME.format(now.atOffset(UTC)))
                            .build())
                .build())
        .clock(() -> now.plus(ahead))
        .sleeper(this);
  }
}
