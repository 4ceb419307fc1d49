package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
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
      SendResult send(MessagingClient client, RequestOptions options) {
        return client.send(REQUEST, options);
      }
    },
    ASYNC {
      @Override
      SendResult send(MessagingClient client, RequestOptions options) {
        try {
          return client.sendAsync(REQUEST, options).orTimeout(20, SECONDS).join();
        } catch (CompletionException e) {
          throw (RuntimeException) e.getCause();
        }
      }
    };

    abstract SendResult send(MessagingClient client, RequestOptions options);

    SendResult send(MessagingClient client) {
      return send(client, RequestOptions.none());
    }
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
  void retriesAfterFullQueue(Way way) {
    answer(429, "");
    answer(429, BANDWIDTHS);
    accept();
    SendResult sent = way.send(client().build());

    assertThat(sent.attempts()).isEqualTo(3);
    assertThat(sent.message().id()).isEqualTo("14762070468292kw2fuqty55yp2b2");
    assertThat(sleeper.waits).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
  }

  @ParameterizedTest
  @EnumSource
  void retriesAfterBandwidthsServerError(Way way) {
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
    SendException e = failure(way, client().build());

    assertThat(e).isInstanceOf(RefusedException.class);
    assertThat(e.attempts()).isEqualTo(4);
    assertThat(server.getRequestCount()).isEqualTo(4);
    assertThat(sleeper.waits).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"400", "403", "404", "408", "302", "502", "504", "202"})
  void retriesNothingElse(int status) {
    answer(status, "<html></html>");
    SendException e = failure(Way.WAITING, client().build());

    assertThat(e.attempts()).isEqualTo(1);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(sleeper.waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void retriesAfterFailureToConnect(Way way) {
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
    SendResult sent =
        way.send(
            client().baseUrl("http://localhost:" + server.getPort()).httpClient(client).build());

    assertThat(sent.attempts()).isEqualTo(3);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void reportsFailureToConnectAsNotSent(Way way) throws IOException {
    server.close();
    SendException e = failure(way, client().build());

    assertThat(e).isInstanceOf(NotSentException.class);
    assertThat(e.attempts()).isEqualTo(4);
  }

  @Test
  void doesNotRetryFailureBeforeConnecting() {
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
        "-5 | PT0S"
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
    SendException e = failure(Way.WAITING, client().build());

    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(5));
    assertThat(sleeper.waits).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void endsWholeCallWithinItsTimeout(Way way) {
    for (int i = 0; i < 3; i++) {
      answer(429, "");
    }
    RequestOptions hasty = RequestOptions.none().withTimeout(Duration.ofMillis(400));
    SendException e = failure(way, client().build(), hasty);

    // The second wait would be half a second.
    assertThat(e).isInstanceOf(RefusedException.class);
    assertThat(e.attempts()).isEqualTo(2);
    assertThat(sleeper.waits).containsExactly(Duration.ofMillis(250));
  }

  @ParameterizedTest
  @EnumSource
  void doesNotBeginAnAttemptAfterItsTimeout(Way way) {
    answer(429, "");
    accept();
    Sleeper slow =
        new Sleeper() {
          private final Background background = new Background();

          @Override
          public void sleep(Duration wait) throws InterruptedException {
            background.sleep(Duration.ofMillis(500));
          }

          @Override
          public void schedule(Duration wait, Runnable work) {
            background.schedule(Duration.ofMillis(500), work);
          }
        };
    RequestOptions hasty = RequestOptions.none().withTimeout(Duration.ofMillis(500));
    SendException e = failure(way, client().sleeper(slow).build(), hasty);

    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.isRetryable()).isTrue();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void endsAttemptWithinTimeoutOfWholeCall(Way way) {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    RequestOptions hasty =
        RequestOptions.none()
            .withAttemptTimeout(Duration.ofDays(1))
            .withTimeout(Duration.ofMillis(300));
    SendException e = failure(way, client().build(), hasty);

    assertThat(e).isInstanceOf(UnknownOutcomeException.class).hasMessageContaining("timeout");
  }

  @Test
  void tellsQueueWorkerWhenToTryAgain() {
    answer(400, "");
    answer(429, "");
    server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "7").build());
    answer(500, BANDWIDTHS);
    answer(500, "");
    MessagingClient client = client().retryPolicy(RetryPolicy.none()).build();

    assertThat(IntStream.range(0, 5).mapToObj(i -> failure(Way.WAITING, client)))
        .extracting(BandwidthException::isRetryable, BandwidthException::retryAfter)
        .containsExactly(
            tuple(false, null),
            tuple(true, null),
            tuple(true, Duration.ofSeconds(7)),
            tuple(true, null),
            tuple(false, null));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isTurnedOffByOneSetting(boolean forAll) {
    answer(429, BANDWIDTHS);
    MessagingClient.Builder builder = client();
    RequestOptions options = RequestOptions.none();
    if (forAll) {
      builder.retryPolicy(RetryPolicy.none());
    } else {
      options = options.withRetryPolicy(RetryPolicy.none());
    }
    MessagingClient client = builder.build();
    RequestOptions chosen = options;

    assertThat(
            requireNonNull(
                    catchThrowableOfType(SendException.class, () -> client.send(REQUEST, chosen)))
                .attempts())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void hidesWhatRefusedCredentialsQuote(Way way) {
    answer(401, "");
    Credentials talkative =
        new Credentials() {
          @Override
          public String authorization() {
            return "Bearer top-secret-token";
          }

          @Override
          public boolean refused(String authorization) {
            throw new IllegalStateException("Cannot renew " + authorization);
          }
        };
    SendException e = failure(way, client().credentials(talkative).build());

    assertThat(e).isInstanceOf(RefusedException.class);
    assertThat(e.getSuppressed())
        .singleElement()
        .asString()
        .contains("Cannot renew")
        .doesNotContain("top-secret-token");
  }

  @Test
  void waitsForRetryAfterOfAnyLength() {
    String ages = "9".repeat(30);
    server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", ages).build());
    SendException e = failure(Way.WAITING, client().build());

    assertThat(e.retryAfter()).isGreaterThan(Duration.ofDays(10_000));
    assertThat(e.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void retriesAfterCredentialsThatCannotBeObtainedNow(Way way) {
    accept();
    AtomicInteger asked = new AtomicInteger();
    Credentials unsteady =
        () -> {
          if (asked.incrementAndGet() == 1) {
            throw new IOException("The vault is sealed");
          }
          return "Bearer x";
        };

    assertThat(way.send(client().credentials(unsteady).build()).attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void isRetryableAfterTimeoutBeforeWriting(Way way) {
    MessagingClient client =
        client()
            .credentials(Credentials.oauth("id", "secret", server.url("/token").toString()))
            .build();
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    SendException e =
        failure(way, client, RequestOptions.none().withTimeout(Duration.ofMillis(200)));

    assertThat(e).isInstanceOf(NotSentException.class);
    assertThat(e.isRetryable()).isTrue();
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
    SendException e = failure(Way.WAITING, client().sleeper(interrupted).build());

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

  private static SendException failure(Way way, MessagingClient client) {
    return failure(way, client, RequestOptions.none());
  }

  private static SendException failure(Way way, MessagingClient client, RequestOptions options) {
    return requireNonNull(
        catchThrowableOfType(SendException.class, () -> way.send(client, options)), "sent");
  }
}
