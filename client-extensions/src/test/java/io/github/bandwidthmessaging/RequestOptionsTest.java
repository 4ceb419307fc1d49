package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.RECEIPT;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bandwidthmessaging.RequestListener.AttemptInfo;
import io.github.bandwidthmessaging.RequestListener.Completion;
import io.github.bandwidthmessaging.RequestListener.RequestInfo;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
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
class RequestOptionsTest {
  private static final List<String> RETRIED =
      List.of(
          "started 1",
          "finished 1 429 NOT_SENT",
          "retry after 1 in PT0.25S",
          "started 2",
          "finished 2 202 SENT",
          "completed 2 202 SENT",
          "14762070468292kw2fuqty55yp2b2");

  private static final long BEGAN = System.nanoTime();

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
    SendResult sent = client().build().send(REQUEST, RequestOptions.none());

    assertThat(sent.status()).isEqualTo(202);
    assertThat(sent.headers().get("x-TRACE")).containsExactly("7");
    assertThat(sent.body()).isEqualTo(RECEIPT);
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(sent)
        .hasToString("SendResult[id=14762070468292kw2fuqty55yp2b2, status=202, attempts=1]");
  }

  @Test
  void sendsFromOtherAccountWithFurtherHeaders() throws Exception {
    accept();
    client()
        .build()
        .send(
            REQUEST,
            RequestOptions.none()
                .withAccountId("55")
                .withHeader("X-A", "1")
                .withHeader("X-B", "3")
                .withHeader("X-A", "2"));

    RecordedRequest recorded = recorded();
    assertThat(recorded.getTarget()).isEqualTo("/api/v2/users/55/messages");
    assertThat(recorded.getHeaders().values("X-A")).containsExactly("2");
    assertThat(recorded.getHeaders().values("X-B")).containsExactly("3");
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
        .isThrownBy(() -> RequestOptions.none().withHeader(name, "x"))
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
        .isThrownBy(() -> RequestOptions.none().withHeader(name, "secret"))
        .withMessageStartingWith("The name of a header must be")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret\r\nX-Evil: 1", "secret\n", "sécret"})
  void rejectsHeaderWithLineBreakAndDoesNotRepeatIt(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestOptions.none().withHeader("X-A", value))
        .withMessage("The name or the value of the header is not allowed")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT25H"})
  void rejectsInvalidTimeout(Duration timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestOptions.none().withAttemptTimeout(timeout));
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
    client().build().send(REQUEST, RequestOptions.none().withHeader("User-Agent", "mine/1"));

    assertThat(recorded().getHeaders().values("User-Agent")).containsExactly("mine/1");
  }

  @Test
  void replacesHeaderOfTheClient() throws Exception {
    accept();
    client().build().send(REQUEST, RequestOptions.none().withHeader("accept", "text/x"));

    assertThat(recorded().getHeaders().values("Accept")).containsExactly("text/x");
  }

  @Test
  void tellsListenerWhatHappensButNotWhatIsSent() {
    server.enqueue(new MockResponse.Builder().code(429).build());
    accept();
    Told told = new Told();
    retrying().listener(request -> told).build().send(REQUEST);

    assertThat(told.events).isEqualTo(RETRIED);
  }

  @Test
  void tellsListenerOfFailureThatIsThrown() {
    server.enqueue(new MockResponse.Builder().code(400).build());
    List<RequestInfo> requests = new ArrayList<>();
    List<AttemptInfo> attempts = new ArrayList<>();
    List<Completion> completions = new ArrayList<>();
    RequestListener collecting =
        new RequestListener() {
          @Override
          public void attemptStarted(AttemptInfo attempt) {
            attempts.add(attempt);
          }

          @Override
          public void attemptFinished(AttemptInfo attempt) {
            attempts.add(attempt);
          }

          @Override
          public void finished(Completion completion) {
            completions.add(completion);
          }
        };
    MessagingClient client =
        client()
            .listener(
                request -> {
                  requests.add(request);
                  return collecting;
                })
            .build();
    SendException thrown =
        requireNonNull(catchThrowableOfType(SendException.class, () -> client.send(REQUEST)));

    assertThat(attempts).extracting(AttemptInfo::failure).containsExactly(null, thrown);
    assertThat(completions).extracting(Completion::failure).containsExactly(thrown);
    assertThat(requests)
        .singleElement()
        .hasToString("RequestInfo[operation=createMessage, accountId=9900000]");
    assertThat(attempts.get(1)).hasToString("AttemptInfo[number=1, status=400, outcome=NOT_SENT]");
    assertThat(completions.get(0))
        .hasToString("Completion[attempts=1, status=400, outcome=NOT_SENT, id=null]");
  }

  @Test
  void sendsAlthoughListenerThrows() {
    accept();
    RequestListener broken =
        new RequestListener() {
          @Override
          public void attemptStarted(AttemptInfo attempt) {
            throw new IllegalStateException("no metrics");
          }

          @Override
          public void attemptFinished(AttemptInfo attempt) {
            throw new IllegalStateException("no metrics");
          }
        };

    assertThat(client().listener(request -> broken).build().send(REQUEST).id()).isNotEmpty();
  }

  @Test
  void tellsListenerOfAsynchronousSend() throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).build());
    accept();
    Told told = new Told();
    retrying().listener(request -> told).build().sendAsync(REQUEST).get(20, TimeUnit.SECONDS);

    assertThat(told.events).isEqualTo(RETRIED);
  }

  @Test
  void tellsListenerOfEveryMessageOfBatch() {
    server.enqueue(new MockResponse.Builder().code(429).build());
    accept();
    Told told = new Told();
    try (MessagingClient client = retrying().listener(request -> told).build();
        Batch<MessageRequest> batch =
            client.sendAll(List.of(REQUEST).iterator(), BatchOptions.defaults().withInFlight(1))) {
      assertThat(batch).hasSize(1);
    }

    assertThat(told.events).isEqualTo(RETRIED);
  }

  @Test
  void tellsListenerWhyItRetriesWithoutResponse() {
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
        .listener(request -> told)
        .build()
        .send(REQUEST);

    assertThat(told.events).contains("retry after 1 in PT0.25S");
  }

  @Test
  void tellsEachListenerOfItsOwnMessage() throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).build());
    accept();
    accept();
    List<Told> listeners = new CopyOnWriteArrayList<>();
    MessagingClient client =
        retrying()
            .listener(
                request -> {
                  Told told = new Told();
                  listeners.add(told);
                  return told;
                })
            .build();
    client.sendAsync(REQUEST).get(20, TimeUnit.SECONDS);
    client.sendAsync(REQUEST).get(20, TimeUnit.SECONDS);

    assertThat(listeners).hasSize(2);
    assertThat(listeners.get(0).events).isEqualTo(RETRIED);
    assertThat(listeners.get(1).events)
        .containsExactly(
            "started 1", "finished 1 202 SENT", "completed 1 202 SENT", RETRIED.get(6));
  }

  @Test
  void tellsListenerOfInvalidMessageHoweverItIsSent() throws Exception {
    List<Told> listeners = new CopyOnWriteArrayList<>();
    MessageRequest invalid = REQUEST.toBuilder().text("").build();
    try (MessagingClient client =
        client()
            .listener(
                request -> {
                  Told told = new Told();
                  listeners.add(told);
                  return told;
                })
            .build()) {
      assertThatThrownBy(() -> client.send(invalid)).isInstanceOf(InvalidMessageException.class);
      assertThat(client.sendAsync(invalid)).isCompletedExceptionally();
      try (Batch<MessageRequest> batch =
          client.sendAll(List.of(invalid), BatchOptions.defaults())) {
        assertThat(batch).hasSize(1);
      }
    }

    assertThat(listeners)
        .hasSize(3)
        .allSatisfy(
            told -> assertThat(told.events).containsExactly("completed 0 0 NOT_SENT", "null"));
  }

  @Test
  void takesTimeoutsUpToTheirBounds() {
    for (Duration bound : List.of(Duration.ofMillis(1), Duration.ofDays(1))) {
      assertThat(RequestOptions.none().withAttemptTimeout(bound).attemptTimeout()).isEqualTo(bound);
      assertThat(RequestOptions.none().withTimeout(bound).timeout()).isEqualTo(bound);
    }
  }

  private MessagingClient.Builder retrying() {
    return client()
        .retryPolicy(RetryPolicy.standard())
        .sleeper(new RecordedSleeper())
        .random(() -> 0.5);
  }

  /** Records its calls. */
  private static final class Told implements RequestListener {
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void attemptStarted(AttemptInfo attempt) {
      events.add("started " + attempt.number());
    }

    @Override
    public void attemptFinished(AttemptInfo attempt) {
      add("finished", attempt.duration(), attempt.number(), attempt.status(), attempt.outcome());
    }

    @Override
    public void retryScheduled(AttemptInfo failed, Duration wait) {
      events.add("retry after " + failed.number() + " in " + wait);
    }

    @Override
    public void finished(Completion end) {
      add("completed", end.duration(), end.attempts(), end.status(), end.outcome());
      events.add(String.valueOf(end.id()));
    }

    private void add(
        String what, Duration duration, int number, int status, @Nullable Outcome outcome) {
      boolean isMeasured =
          duration.compareTo(Duration.ZERO) > 0 && duration.toNanos() <= System.nanoTime() - BEGAN;
      events.add(
          what
              + (isMeasured ? " " : " in " + duration + " ")
              + number
              + " "
              + status
              + " "
              + outcome);
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
