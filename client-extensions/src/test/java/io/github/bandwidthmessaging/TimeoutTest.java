package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TimeoutTest {
  private static final SendOptions IMPATIENT =
      SendOptions.defaults().timeout(Duration.ofMillis(300));

  private final CountDownLatch done = new CountDownLatch(1);

  /** What a server does that never comes to an end. */
  enum Stall {
    SILENT(Outcome.UNKNOWN, ""),
    DRIPPING_HEADERS(Outcome.UNKNOWN, "HTTP/1.1 202 Accepted\nX-Drip: "),
    DRIPPING_BODY(
        Outcome.SENT, "HTTP/1.1 202 Accepted\nContent-Length: 9999\n\n{\"id\":\"a1\",\"text\":\"");

    final Outcome outcome;
    private final String beginning;

    Stall(Outcome outcome, String beginning) {
      this.outcome = outcome;
      this.beginning = beginning;
    }

    boolean answer(Socket socket, CountDownLatch done) throws IOException {
      try {
        write(socket, beginning);
        while (!done.await(20, MILLISECONDS)) {
          if (this != SILENT) {
            write(socket, "x");
          }
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, true", "DRIPPING_HEADERS, true", "DRIPPING_BODY, true",
    "SILENT, false", "DRIPPING_HEADERS, false", "DRIPPING_BODY, false"
  })
  void endsAtItsLimit(Stall stall, boolean own) throws IOException {
    try (CountingServer server =
        new CountingServer((number, socket) -> stall.answer(socket, done))) {
      MessagingClient.Builder builder = Examples.client(server.url());
      if (!own) {
        builder.httpClient(endless());
      }
      MessagingClient client = builder.build();
      MessagingException e =
          requireNonNull(
              catchThrowableOfType(
                  MessagingException.class, () -> client.send(REQUEST, IMPATIENT)));
      done.countDown();

      assertThat(e.outcome()).isEqualTo(stall.outcome);
      assertThat(server.messages()).isEqualTo(1);
      if (e instanceof UnreadableReceiptException accepted) {
        assertThat(accepted.id()).isEqualTo("a1");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SILENT", "DRIPPING_HEADERS", "DRIPPING_BODY"})
  void endsAtItsLimitAsync(Stall stall) throws Exception {
    try (CountingServer server =
        new CountingServer((number, socket) -> stall.answer(socket, done))) {
      MessagingClient client = Examples.client(server.url()).httpClient(endless()).build();
      Throwable failure =
          client.sendAsync(REQUEST, IMPATIENT).handle((receipt, e) -> e).get(20, SECONDS);
      done.countDown();

      assertThat(failure)
          .isInstanceOfSatisfying(
              MessagingException.class, e -> assertThat(e.outcome()).isEqualTo(stall.outcome));
    }
  }

  @Test
  void limitsCallsOfClientThatHasNoLimit() throws IOException {
    assertThat(callTimeout(endless())).isEqualTo(60_000_000_000L);
  }

  @Test
  void keepsLimitOfUsersClient() throws IOException {
    assertThat(callTimeout(new OkHttpClient.Builder().callTimeout(5, SECONDS).build()))
        .isEqualTo(5_000_000_000L);
  }

  private static long callTimeout(OkHttpClient users) throws IOException {
    AtomicLong limit = new AtomicLong(-1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, StaleConnectionTest.ACCEPTED);
              return true;
            })) {
      OkHttpClient watched =
          users
              .newBuilder()
              .addInterceptor(
                  chain -> {
                    limit.set(chain.call().timeout().timeoutNanos());
                    return chain.proceed(chain.request());
                  })
              .build();
      Examples.client(server.url()).httpClient(watched).build().send(REQUEST);
    }
    return limit.get();
  }

  private static OkHttpClient endless() {
    return new OkHttpClient.Builder()
        .connectTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .callTimeout(Duration.ZERO)
        .build();
  }
}
