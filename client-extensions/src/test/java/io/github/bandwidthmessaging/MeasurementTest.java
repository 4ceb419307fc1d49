package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.StaleConnectionTest.ACCEPTED;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures for the README, on request: -Dmeasure. The results are in target. */
@EnabledIfSystemProperty(named = "measure", matches = ".*")
class MeasurementTest {
  @Test
  void sendsTenThousandMessages() throws Exception {
    int messages = 10_000;
    int inFlight = 64;
    int latency = 50;
    CountDownLatch never = new CountDownLatch(1);
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  try {
                    boolean unused = never.await(latency, MILLISECONDS);
                  } catch (InterruptedException e) {
                    throw new IOException(e);
                  }
                  write(socket, ACCEPTED);
                  return true;
                });
        MessagingClient client = Examples.client(server.url()).build()) {
      long warmUp = run(client, 640, inFlight);
      heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
      long nanos = run(client, messages, inFlight);
      long peak = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      double ideal = messages * latency / (double) inFlight;

      assertThat(server.messages()).isEqualTo(messages + 640);
      report(
          "send-all",
          "%d messages, %d ms, %d in flight: %.0f ms, ideal %.0f ms, ratio %.3f; peak heap %.1f MB"
              + " of %.0f MB, server included; warm-up %d ms",
          messages,
          latency,
          inFlight,
          nanos / 1e6,
          ideal,
          nanos / 1e6 / ideal,
          peak / 1e6,
          Runtime.getRuntime().maxMemory() / 1e6,
          warmUp / 1_000_000);
    }
  }

  @Test
  void looksForStaleConnection() throws Exception {
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, ACCEPTED);
              return true;
            })) {
      OkHttpClient without = new OkHttpClient();
      OkHttpClient with =
          new OkHttpClient.Builder().addNetworkInterceptor(new StaleCheck()).build();
      for (OkHttpClient client : List.of(with, without)) {
        long unused = median(client, server);
      }
      long withLook = median(with, server);
      long withoutLook = median(without, server);
      report(
          "stale-check",
          "median call on loopback: %.3f ms with the look, %.3f ms without, %.3f ms difference",
          withLook / 1e6,
          withoutLook / 1e6,
          (withLook - withoutLook) / 1e6);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 2_000, 15_000})
  void sendsOnceAfterServerClosedWhileIdle(int idleMillis) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, ACCEPTED);
              if (number == 1) {
                socket.close();
                closed.countDown();
              }
              return number > 1;
            })) {
      MessagingClient client = Examples.client(server.url()).build();
      client.send(Examples.REQUEST);
      closed.await();
      boolean unused = new CountDownLatch(1).await(idleMillis, MILLISECONDS);

      assertThat(client.send(Examples.REQUEST, SendOptions.defaults()).attempts()).isEqualTo(1);
      assertThat(server.messages()).isEqualTo(2);
    }
  }

  private static long run(MessagingClient client, int messages, int inFlight) {
    long start = System.nanoTime();
    int sent = 0;
    try (Batch batch =
        client.sendAll(
            IntStream.range(0, messages)
                .mapToObj(i -> Examples.SENDER.text(Examples.FIRST, "Message " + i).build())
                .iterator(),
            inFlight)) {
      for (Batch.Result result : batch) {
        sent += result.outcome() == Outcome.SENT ? 1 : 0;
      }
    }
    assertThat(sent).isEqualTo(messages);
    return System.nanoTime() - start;
  }

  private static long median(OkHttpClient client, CountingServer server) throws IOException {
    long[] nanos = new long[3000];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      client
          .newCall(
              new Request.Builder()
                  .url(server.url())
                  .post(RequestBody.create("{}", MediaType.get("application/json")))
                  .build())
          .execute()
          .close();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void report(String name, String format, Object... values) throws IOException {
    Files.writeString(
        Path.of("target/" + name + ".txt"), String.format(Locale.ROOT, format, values) + "\n");
  }
}
