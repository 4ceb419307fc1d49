package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RetryTest {
  private static final String BANDWIDTHS =
      "{\"type\":\"internal-server-error\",\"description\":\"Sorry\"}";

  /** Both ways to send, which have the same guarantees. */
  enum Way {
    WAITING {
      @Override
      Receipt send(MessagingClient client) {
        return client.send(REQUEST, SendOptions.defaults());
      }
    },
    ASYNC {
      @Override
      Receipt send(MessagingClient client) {
        try {
          return client.sendAsync(REQUEST, SendOptions.defaults()).orTimeout(20, SECONDS).join();
        } catch (CompletionException e) {
          throw (RuntimeException) e.getCause();
        }
      }
    };

    abstract Receipt send(MessagingClient client);
  }

  private final MockWebServer server = new MockWebServer();
  private final RecordedSleeper sleeper = new RecordedSleeper();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void triesAgainAfterFullQueue(Way way) {
    answer(429, "");
    answer(429, BANDWIDTHS);
    accept();
    Receipt receipt = way.send(client().build());

    assertThat(receipt.attempts()).isEqualTo(3);
    assertThat(receipt.message().id()).isEqualTo("14762070468292kw2fuqty55yp2b2");
    assertThat(sleeper.waits).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @ParameterizedTest
  @EnumSource
  void triesAgainAfterBandwidthsServerError(Way way) {
    answer(500, BANDWIDTHS);
    accept();

    assertThat(way.send(client().build()).attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void reportsLastRefusalWithAttempts(Way way) {
    for (int i = 0; i < 4; i++) {
      answer(429, BANDWIDTHS);
    }
    MessagingException e = failure(way, client().build());

    assertThat(e).isInstanceOf(RefusedException.class);
    assertThat(e.attempts()).isEqualTo(4);
    assertThat(server.getRequestCount()).isEqualTo(4);
    assertThat(sleeper.waits).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"400", "403", "404", "408", "302", "502", "504", "202"})
  void triesNothingElseAgain(int status) {
    answer(status, "<html></html>");
    MessagingException e = failure(Way.WAITING, client().build());

    assertThat(e.attempts()).isEqualTo(1);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(sleeper.waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void triesAgainAfterFailureToConnect(Way way) {
    accept();
    AtomicInteger lookups = new AtomicInteger();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  if (lookups.incrementAndGet() < 3) {
                    throw new UnknownHostException(host);
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();
    Receipt receipt =
        way.send(
            client().baseUrl("http://localhost:" + server.getPort()).httpClient(client).build());

    assertThat(receipt.attempts()).isEqualTo(3);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void reportsFailureToConnectAsNotSent(Way way) throws IOException {
    server.close();
    MessagingException e = failure(way, client().build());

    assertThat(e).isInstanceOf(NotSentException.class);
    assertThat(e.attempts()).isEqualTo(4);
  }

  @Test
  void doesNotTryAgainWhatNeverGotToConnecting() {
    OkHttpClient refusing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IOException("not today");
                })
            .build();

    assertThat(failure(Way.WAITING, client().httpClient(refusing).build()).attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | PT7S",
        "0 | PT0S",
        "Thu, 01 Jan 2026 00:00:09 GMT | PT9S",
        "Wed, 31 Dec 2025 23:00:00 GMT | PT0S",
        "soon | PT0S",
        "-5 | PT0S",
        "99999999999999999999 | PT0S"
      })
  void honoursRetryAfter(String value, Duration wait) {
    server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", value).build());
    accept();
    Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    Way.WAITING.send(client().clock(clock).build());

    assertThat(sleeper.waits).containsExactly(wait.plusMillis(250));
  }

  @Test
  void doesNotWaitForRetryAfterBeyondItsTime() {
    server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "300").build());
    MessagingException e = failure(Way.WAITING, client().build());

    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.headers().get("Retry-After")).isEqualTo("300");
    assertThat(sleeper.waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isSwitchedOffByOneSetting(boolean forAll) {
    answer(429, BANDWIDTHS);
    MessagingClient.Builder builder = client();
    SendOptions options = SendOptions.defaults();
    if (forAll) {
      builder.retryPolicy(RetryPolicy.none());
    } else {
      options = options.retryPolicy(RetryPolicy.none());
    }
    MessagingClient client = builder.build();
    SendOptions chosen = options;

    assertThat(
            requireNonNull(
                    catchThrowableOfType(
                        MessagingException.class, () -> client.send(REQUEST, chosen)))
                .attempts())
        .isEqualTo(1);
  }

  @Test
  void keepsInterruptThatCredentialsThrowUndeclared() {
    answer(401, "");
    Credentials interrupted =
        new Credentials() {
          @Override
          public String authorization() {
            return "Bearer x";
          }

          @Override
          public boolean refused(String authorization) {
            throw RetryTest.<RuntimeException>undeclared(new InterruptedException());
          }
        };
    MessagingClient client =
        Examples.client(server.url("/").toString()).credentials(interrupted).build();

    assertThatThrownBy(() -> client.send(Examples.REQUEST)).isInstanceOf(RefusedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void endsWaitWhenInterrupted() {
    answer(429, BANDWIDTHS);
    Sleeper interrupted =
        new Sleeper() {
          @Override
          public void sleep(Duration wait) throws InterruptedException {
            Thread.currentThread().interrupt();
            new Background().sleep(Duration.ofHours(1));
          }

          @Override
          public void schedule(Duration wait, Runnable work) {
            throw new AssertionError();
          }
        };
    MessagingException e = failure(Way.WAITING, client().sleeper(interrupted).build());

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e).isInstanceOf(RefusedException.class);
    assertThat(e.getSuppressed()).singleElement().isInstanceOf(InterruptedException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  private MessagingClient.Builder client() {
    return Examples.client("http://127.0.0.1:" + server.getPort() + "/api/v2")
        .retryPolicy(RetryPolicy.standard())
        .sleeper(sleeper)
        .random(() -> 0.5);
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private void accept() {
    answer(202, Examples.RECEIPT);
  }

  private static MessagingException failure(Way way, MessagingClient client) {
    return requireNonNull(
        catchThrowableOfType(MessagingException.class, () -> way.send(client)), "sent");
  }
}
