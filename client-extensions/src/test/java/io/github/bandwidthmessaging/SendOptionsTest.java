package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.RECEIPT;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SendOptionsTest {
  private static final List<String> RETRIED =
      List.of(
          "started 1",
          "finished 1 429 NOT_SENT",
          "retry 1 PT0.25S 429",
          "started 2",
          "finished 2 202 SENT");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void givesStatusHeadersAndBodyOfSuccess() {
    server.enqueue(
        new MockResponse.Builder().code(202).setHeader("X-Trace", "7").body(RECEIPT).build());
    Receipt receipt = client().build().send(REQUEST, SendOptions.defaults());

    assertThat(receipt.status()).isEqualTo(202);
    assertThat(receipt.headers().get("X-Trace")).isEqualTo("7");
    assertThat(receipt.body()).isEqualTo(RECEIPT);
    assertThat(receipt.attempts()).isEqualTo(1);
    assertThat(receipt)
        .hasToString("Receipt[status=202, id=14762070468292kw2fuqty55yp2b2, attempts=1]");
  }

  @Test
  void sendsFromOtherAccountWithFurtherHeaders() throws Exception {
    accept();
    client()
        .build()
        .send(
            REQUEST, SendOptions.defaults().accountId("55").header("X-A", "1").header("X-A", "2"));

    RecordedRequest recorded = recorded();
    assertThat(recorded.getTarget()).isEqualTo("/api/v2/users/55/messages");
    assertThat(recorded.getHeaders().values("X-A")).containsExactly("1", "2");
    assertThat(recorded.getHeaders().values("Authorization")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization",
    "content-length",
    "Transfer-Encoding",
    "Host",
    "PROXY-Authorization",
    "Accept-Encoding",
    "keep-alive"
  })
  void rejectsHeaderOfClient(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SendOptions.defaults().header(name, "x"))
        .withMessage("The header " + name + " belongs to the client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization:Bearer",
        "Authorization: secret",
        "Host:",
        "Content-Length:",
        "Transfer-Encoding:",
        ":authority",
        " Host",
        "Host ",
        "Host\t",
        "Ho\u212at",
        "\u0130f",
        "X(1)",
        "a/b",
        ""
      })
  void rejectsHeaderNameThatIsNotAToken(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SendOptions.defaults().header(name, "secret"))
        .withMessageStartingWith("The name of a header must be")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\r\nX-Evil: 1", "secret\n", "sécret"})
  void rejectsHeaderWithLineBreakAndDoesNotRepeatIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SendOptions.defaults().header("X-A", value))
        .withMessage("The name or the value of the header is not allowed")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT25H"})
  void rejectsTimeoutThatIsNone(Duration timeout) {
    assertThatIllegalArgumentException().isThrownBy(() -> SendOptions.defaults().timeout(timeout));
  }

  @Test
  void rejectsAccountThatWouldChangePath() {
    assertThatIllegalArgumentException().isThrownBy(() -> SendOptions.defaults().accountId("../1"));
  }

  @Test
  void namesItselfToServer() throws Exception {
    accept();
    client().build().send(REQUEST);

    assertThat(requireNonNull(recorded().getHeaders().get("User-Agent")))
        .matches("bandwidth-messaging-java/[0-9]+\\.[0-9]+\\.[0-9]+\\S* \\(Java/[0-9]+\\)");
  }

  @Test
  void keepsUserAgentOfCaller() throws Exception {
    accept();
    client().build().send(REQUEST, SendOptions.defaults().header("User-Agent", "mine/1"));

    assertThat(recorded().getHeaders().values("User-Agent")).containsExactly("mine/1");
  }

  @Test
  void tellsListenerWhatHappensButNotWhatIsSent() {
    server.enqueue(new MockResponse.Builder().code(429).build());
    accept();
    Told told = new Told();
    retrying().listener(told).build().send(REQUEST);

    assertThat(told.events).isEqualTo(RETRIED);
  }

  @Test
  void sendsAlthoughListenerThrows() {
    accept();
    SendListener broken =
        new SendListener() {
          @Override
          public void attemptStarted(int attempt) {
            throw new IllegalStateException("no metrics");
          }

          @Override
          public void attemptFinished(
              int attempt, Duration duration, @Nullable Integer status, Outcome outcome) {
            throw new IllegalStateException("no metrics");
          }
        };

    assertThat(client().listener(broken).build().send(REQUEST).id()).isNotEmpty();
  }

  @Test
  void tellsListenerOfAsynchronousSend() throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).build());
    accept();
    Told told = new Told();
    retrying().listener(told).build().sendAsync(REQUEST).get(20, TimeUnit.SECONDS);

    assertThat(told.events).isEqualTo(RETRIED);
  }

  @Test
  void tellsListenerOfEveryMessageOfBatch() {
    server.enqueue(new MockResponse.Builder().code(429).build());
    accept();
    Told told = new Told();
    try (MessagingClient client = retrying().listener(told).build();
        Batch batch = client.sendAll(List.of(REQUEST).iterator(), 1)) {
      assertThat(batch).hasSize(1);
    }

    assertThat(told.events).isEqualTo(RETRIED);
  }

  @Test
  void tellsListenerWhyThereIsARetryWithoutAnswer() {
    accept();
    Told told = new Told();
    AtomicInteger lookups = new AtomicInteger();
    OkHttpClient unsteady =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  if (lookups.incrementAndGet() == 1) {
                    throw new UnknownHostException(host);
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();
    Examples.client("http://localhost:" + server.getPort())
        .httpClient(unsteady)
        .retryPolicy(RetryPolicy.standard())
        .sleeper(new RecordedSleeper())
        .random(() -> 0.5)
        .listener(told)
        .build()
        .send(REQUEST);

    assertThat(told.events).contains("retry 1 PT0.25S UnknownHostException");
  }

  @Test
  void takesTimeoutsUpToTheirBounds() {
    for (Duration bound : List.of(Duration.ofMillis(1), Duration.ofDays(1))) {
      assertThat(SendOptions.defaults().timeout(bound).timeout()).isEqualTo(bound);
    }
  }

  private MessagingClient.Builder retrying() {
    return client()
        .retryPolicy(RetryPolicy.standard())
        .sleeper(new RecordedSleeper())
        .random(() -> 0.5);
  }

  /** Writes down what it is told. */
  private static final class Told implements SendListener {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final long began = System.nanoTime();

    @Override
    public void attemptStarted(int attempt) {
      events.add("started " + attempt);
    }

    @Override
    public void attemptFinished(
        int attempt, Duration duration, @Nullable Integer status, Outcome outcome) {
      boolean isMeasured =
          !duration.isNegative()
              && !duration.isZero()
              && duration.toNanos() <= System.nanoTime() - began;
      events.add(
          (isMeasured ? "finished " : "finished in " + duration + " ")
              + attempt
              + " "
              + status
              + " "
              + outcome);
    }

    @Override
    public void retryScheduled(int attempt, Duration wait, String reason) {
      events.add("retry " + attempt + " " + wait + " " + reason);
    }
  }

  private MessagingClient.Builder client() {
    return Examples.client("http://127.0.0.1:" + server.getPort() + "/api/v2");
  }

  private void accept() {
    server.enqueue(new MockResponse.Builder().code(202).body(RECEIPT).build());
  }

  private RecordedRequest recorded() throws InterruptedException {
    return requireNonNull(server.takeRequest(10, TimeUnit.SECONDS));
  }
}
