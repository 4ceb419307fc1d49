package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OAuthTest {
  private static final String WRONG = "; the client ID or the client secret is wrong";

  private final MockWebServer tokens = new MockWebServer();
  private final MockWebServer service = new MockWebServer();
  private final AtomicInteger issued = new AtomicInteger();
  private volatile Instant now = Instant.parse("2026-12-02T00:00:00Z");

  @BeforeEach
  void start() throws IOException {
    tokens.setDispatcher(
        dispatcher(
            request ->
                token(
                    "{\"access_token\":\"token-"
                        + issued.incrementAndGet()
                        + "\",\"token_type\":\"bearer\",\"expires_in\":3600}")));
    service.setDispatcher(dispatcher(request -> accepted()));
    tokens.start();
    service.start();
  }

  @AfterEach
  void stop() {
    tokens.close();
    service.close();
  }

  @Test
  void fetchesTokenOnceForManyMessages() throws Exception {
    MessagingClient client = client();
    client.send(REQUEST);
    client.send(REQUEST);

    RecordedRequest asked = requireNonNull(tokens.takeRequest(10, SECONDS));
    assertThat(asked.getMethod()).isEqualTo("POST");
    // "the id:sécret" in UTF-8.
    assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Basic dGhlIGlkOnPDqWNyZXQ=");
    assertThat(asked.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(requireNonNull(asked.getBody()).utf8()).isEqualTo("grant_type=client_credentials");
    assertThat(tokens.getRequestCount()).isEqualTo(1);
    assertThat(authorization()).isEqualTo("Bearer token-1");
    assertThat(authorization()).isEqualTo("Bearer token-1");
  }

  @Test
  void fetchesNewTokenShortlyBeforeOldOneExpires() throws Exception {
    MessagingClient client = client();
    client.send(REQUEST);
    now = now.plusSeconds(3600 - 61);
    client.send(REQUEST);
    now = now.plusSeconds(2);
    client.send(REQUEST);

    assertThat(authorization()).isEqualTo("Bearer token-1");
    assertThat(authorization()).isEqualTo("Bearer token-1");
    // The old one serves until the new one is there.
    assertThat(authorization()).isEqualTo("Bearer token-1");
    do {
      client.send(REQUEST);
    } while (!authorization().equals("Bearer token-2"));
    assertThat(tokens.getRequestCount()).isEqualTo(2);
  }

  @Test
  void usesOldTokenUntilItExpiresIfThereIsNoNewOne() throws Exception {
    MessagingClient client = client();
    client.send(REQUEST);
    tokens.setDispatcher(dispatcher(request -> new MockResponse.Builder().code(500).build()));
    now = now.plusSeconds(3600 - 30);
    client.send(REQUEST);

    assertThat(authorization()).isEqualTo("Bearer token-1");
    assertThat(authorization()).isEqualTo("Bearer token-1");
    assertThat(tokens.takeRequest(10, SECONDS)).isNotNull();
    assertThat(tokens.takeRequest(10, SECONDS)).isNotNull();

    now = now.plusSeconds(30);
    assertThat(failure(client)).isInstanceOf(NotSentException.class);
  }

  @Test
  void fetchesOneTokenForAllThreads() throws Exception {
    MessagingClient client = client();
    List<CompletableFuture<SendResult>> sent =
        IntStream.range(0, 32).mapToObj(i -> client.sendAsync(REQUEST)).toList();
    for (CompletableFuture<SendResult> each : sent) {
      each.get(20, SECONDS);
    }

    assertThat(tokens.getRequestCount()).isEqualTo(1);
    assertThat(service.getRequestCount()).isEqualTo(32);
    for (int i = 0; i < 32; i++) {
      assertThat(authorization()).isEqualTo("Bearer token-1");
    }
    client.close();
  }

  @Test
  void sharesTokenBetweenClients() {
    Credentials shared = credentials();
    client(shared).send(REQUEST);
    client(shared).send(REQUEST);

    assertThat(tokens.getRequestCount()).isEqualTo(1);
  }

  @Test
  void fetchesNewTokenOnceAfter401AndSendsAgain() throws Exception {
    service.setDispatcher(
        dispatcher(
            request ->
                "Bearer token-1".equals(request.getHeaders().get("Authorization"))
                    ? new MockResponse.Builder().code(401).build()
                    : accepted()));
    SendResult sent = client().send(REQUEST, RequestOptions.none());

    assertThat(sent.attempts()).isEqualTo(2);
    assertThat(tokens.getRequestCount()).isEqualTo(2);
    assertThat(service.getRequestCount()).isEqualTo(2);
  }

  @Test
  void reportsSecond401() {
    service.setDispatcher(dispatcher(request -> new MockResponse.Builder().code(401).build()));
    SendException e = failure(client());

    assertThat(e).isInstanceOf(RefusedException.class);
    assertThat(e.attempts()).isEqualTo(2);
    assertThat(tokens.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"error\":\"invalid_client\"} | responded with 401 invalid_client; the client ID or the"
            + " client secret is wrong",
        "400 | {\"error\":\"the-secret is wrong\"} | responded with 400",
        "503 | <html></html> | responded with 503",
        "302 | '' | responded with 302",
        "200 | '' | responded with 200 without a usable token",
        "200 | {\"access_token\":null} | responded with 200 without a usable token",
        "200 | {\"access_token\":\"a\\nb\"} | responded with 200 without a usable token",
        "200 | {\"access_token\":{\"x\":1}} | responded with 200 without a usable token"
      })
  void reportsTokenThatDidNotCome(int status, String body, String words) {
    tokens.setDispatcher(
        dispatcher(
            request ->
                new MockResponse.Builder()
                    .code(status)
                    .setHeader("Location", "/elsewhere")
                    .body(body)
                    .build()));
    SendException e = failure(client());

    assertThat(e)
        .isInstanceOf(NotSentException.class)
        .hasMessage("POST /users/{accountId}/messages -> not sent: No token: 127.0.0.1 " + words)
        .hasCauseExactlyInstanceOf(OAuth.TokenException.class);
    assertThat(stackTrace(e)).doesNotContain("sécret", "the-secret", "dGhlIGlkO");
    assertThat(service.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"access_token\":\"abc\",\"expires_in\":null",
        "\"expires_in\":null,\"access_token\":\"abc\"",
        "\"access_token\":\"abc\",\"expires_in\":\"1h\"",
        "\"expires_in\":\"1h\",\"access_token\":\"abc\"",
        "\"expires_in\":{\"x\":[1]},\"access_token\":\"abc\"",
        "\"access_token\":\"abc\",\"expires_in\":1e9999999999",
        "\"expires_in\":1e9999999999,\"access_token\":\"abc\"",
        "\"expires_in\":-1,\"access_token\":\"abc\"",
        "\"error\":null,\"access_token\":\"abc\"",
        "\"access_token\":\"abc\",\"error\":null",
        "\"error\":7,\"access_token\":\"abc\",\"access_token\":null"
      })
  void findsTokenWhateverStandsBesideIt(String properties) throws Exception {
    tokens.setDispatcher(dispatcher(request -> token("\ufeff{" + properties + "}")));
    client().send(REQUEST);

    assertThat(authorization()).isEqualTo("Bearer abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"access_token\":\"abc\"",
        "{\"access_token\":\"abc\"} x",
        "{\"access_token\":\"abc\",]",
        "{],\"access_token\":\"abc\"}",
        "[{\"access_token\":\"abc\"}]",
        "{\"access_token\":123}"
      })
  void takesNoTokenOutOfBrokenResponse(String body) {
    tokens.setDispatcher(dispatcher(request -> token(body)));

    assertThat(failure(client())).hasMessageEndingWith("responded with 200 without a usable token");
  }

  @ParameterizedTest
  @CsvSource({"600, 601", "'\"600\"', 601", "0, 1", "1e3, 1001", "99999999999999999999, 86401"})
  void keepsTokenUntilItExpires(String lifetime, int seconds) {
    tokens.setDispatcher(
        dispatcher(request -> token("{\"expires_in\":" + lifetime + ",\"access_token\":\"abc\"}")));
    MessagingClient client = client();
    client.send(REQUEST);
    now = now.plusSeconds(seconds);
    client.send(REQUEST);

    assertThat(tokens.getRequestCount()).isEqualTo(2);
  }

  @Test
  void shortTimeoutAffectsOnlyThatSender() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    tokens.setDispatcher(
        dispatcher(
            request -> {
              awaitAll(answer);
              return token("{\"access_token\":\"abc\"}");
            }));
    MessagingClient client = client();
    CompletableFuture<SendResult> hasty =
        client.sendAsync(REQUEST, RequestOptions.none().withAttemptTimeout(Duration.ofMillis(50)));
    assertThat(tokens.takeRequest(10, SECONDS)).isNotNull();
    CompletableFuture<SendResult> patient = client.sendAsync(REQUEST);
    assertThat(hasty.handle((sent, e) -> e).get(10, SECONDS)).isInstanceOf(NotSentException.class);
    answer.countDown();

    assertThat(patient.get(10, SECONDS).id()).isNotNull();
    assertThat(tokens.getRequestCount()).isEqualTo(1);
  }

  @Test
  void interruptAffectsOnlyThatSender() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    tokens.setDispatcher(
        dispatcher(
            request -> {
              awaitAll(answer);
              return token("{\"access_token\":\"abc\"}");
            }));
    MessagingClient client = client();
    CompletableFuture<SendException> failure = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread sender =
        new Thread(
            () -> {
              failure.complete(failure(client));
              flag.complete(Thread.interrupted());
            });
    sender.start();
    assertThat(tokens.takeRequest(10, SECONDS)).isNotNull();
    CompletableFuture<SendResult> other = client.sendAsync(REQUEST);
    sender.interrupt();

    assertThat(failure.get(10, SECONDS))
        .isInstanceOf(NotSentException.class)
        .hasMessageEndingWith("not sent: interrupted while waiting for a token from 127.0.0.1")
        .returns(true, SendException::isRetryable)
        .returns(1, SendException::attempts);
    assertThat(flag.get(10, SECONDS)).isTrue();
    answer.countDown();
    assertThat(other.get(10, SECONDS).id()).isNotNull();
    assertThat(tokens.getRequestCount()).isEqualTo(1);
  }

  @Test
  void survivesWhateverTheHttpClientThrows() {
    AtomicInteger lookups = new AtomicInteger();
    List<Throwable> faults =
        List.of(new IllegalStateException("dns"), new LinkageError("dns"), new Exception("dns"));
    OkHttpClient users =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  int lookup = lookups.getAndIncrement();
                  if (lookup < faults.size()) {
                    throwAsIs(faults.get(lookup));
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();
    Credentials credentials =
        new OAuth(
            "the id",
            "sécret",
            HttpUrl.get("http://localhost:" + tokens.getPort() + "/token"),
            () -> now);
    MessagingClient client = builder(credentials).httpClient(users).build();
    for (Throwable fault : faults) {
      assertThat(failure(client))
          .isInstanceOf(NotSentException.class)
          .hasMessageEndingWith("No token from localhost: " + fault.getClass().getSimpleName());
    }

    assertThat(client.send(REQUEST).id()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nContent-Length: 30\n\n{\"error\":\"the_secret_of_it_all\"}",
        "the_secret_of_it_all\n\n",
        "Basic aWQ6dGhlX3NlY3JldF9vZl9pdF9hbGw=\n\n",
        "HTTP/1.1 400 the_secret_of_it_all\nContent-Length: 32\n\n{\"error\":\"the_secret_of_it_all\"}"
      })
  void repeatsNoSecretThatTheEndpointEchoes(String response) throws IOException {
    try (CountingServer echo =
        new CountingServer(
            (number, socket) -> {
              CountingServer.write(socket, response);
              return false;
            })) {
      Credentials credentials =
          Credentials.oauth("id", "the_secret_of_it_all", echo.url() + "/token");

      assertThat(stackTrace(failure(client(credentials))))
          .contains("No token")
          .doesNotContain("secret_of", "aWQ6dGhl");
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void throwAsIs(Throwable e) throws E {
    throw (E) e;
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void retriesWhenTokenEndpointIsDownBriefly(int status) {
    AtomicInteger asked = new AtomicInteger();
    tokens.setDispatcher(
        dispatcher(
            request ->
                asked.incrementAndGet() == 1
                    ? new MockResponse.Builder().code(status).build()
                    : token("{\"access_token\":\"t\"}")));
    MessagingClient client =
        builder(credentials())
            .retryPolicy(RetryPolicy.standard())
            .sleeper(new RecordedSleeper())
            .build();

    assertThat(client.send(REQUEST, RequestOptions.none()).attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 428, 430, 499})
  void doesNotRetryWhenTokenEndpointRefuses(int status) {
    tokens.setDispatcher(dispatcher(request -> new MockResponse.Builder().code(status).build()));
    MessagingClient client =
        builder(credentials())
            .retryPolicy(RetryPolicy.standard())
            .sleeper(new RecordedSleeper())
            .build();
    SendException e = failure(client);

    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.isRetryable()).isFalse();
  }

  @Test
  void keepsTokenOfUnknownLifetimeForFiveMinutes() {
    tokens.setDispatcher(
        dispatcher(request -> token("{\"access_token\":\"abc\",\"expires_in\":\"soon\"}")));
    MessagingClient client = client();
    client.send(REQUEST);
    now = now.plusSeconds(269);
    client.send(REQUEST);
    assertThat(tokens.getRequestCount()).isEqualTo(1);

    now = now.plusSeconds(31);
    client.send(REQUEST);
    assertThat(tokens.getRequestCount()).isEqualTo(2);
  }

  @Test
  void readsSixtyFourKibibytesOfResponseAndNoMore() {
    String response = "{\"access_token\":\"abc\"}";
    String padding = " ".repeat(64 * 1024 - response.length());
    tokens.setDispatcher(dispatcher(request -> token(padding + response)));
    assertThat(client().send(REQUEST).id()).isNotNull();

    tokens.setDispatcher(dispatcher(request -> token(padding + " " + response)));
    assertThat(failure(client())).hasMessageEndingWith("responded with 200 without a usable token");
  }

  @Test
  void fetchesTokenOnThreadThatDoesNotKeepTheProgramAlive() throws Exception {
    CompletableFuture<Boolean> isDaemon = new CompletableFuture<>();
    OAuth credentials =
        new OAuth(
            "the id",
            "sécret",
            HttpUrl.get("http://127.0.0.1:" + tokens.getPort() + "/token"),
            () -> {
              if (Thread.currentThread().getName().equals("bandwidth-messaging-token")) {
                isDaemon.complete(Thread.currentThread().isDaemon());
              }
              return now;
            });

    assertThat(credentials.authorization()).isEqualTo("Bearer token-1");
    assertThat(isDaemon).isCompletedWithValue(true);
  }

  @Test
  void showsTokenRequestToNoInterceptor() {
    List<Request> seen = new CopyOnWriteArrayList<>();
    AtomicInteger seenOnNetwork = new AtomicInteger();
    OkHttpClient watching =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  seenOnNetwork.incrementAndGet();
                  return chain.proceed(chain.request());
                })
            .addInterceptor(
                chain -> {
                  seen.add(chain.request());
                  return chain.proceed(chain.request());
                })
            .build();
    builder(credentials()).httpClient(watching).build().send(REQUEST);

    assertThat(seen)
        .singleElement()
        .satisfies(request -> assertThat(request.header("Authorization")).isNull());
    assertThat(seenOnNetwork).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.bandwidth.com/token",
        "ftp://x",
        "https://a:b@x/token",
        "https://:the-secret@x/token"
      })
  void rejectsTokenUrl(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.oauth("id", "the-secret", url))
        .withMessageStartingWith("tokenUrl")
        .withMessageNotContaining("the-secret");
  }

  @Test
  void fetchesItselfWhatAnotherClientCannot() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    OkHttpClient broken =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  asked.countDown();
                  awaitAll(waiting);
                  throw new UnknownHostException("The proxy is down");
                })
            .build();
    Credentials shared =
        Credentials.oauth("id", "secret", "http://localhost:" + tokens.getPort() + "/token");
    OAuth fails = ((OAuth) shared).through(broken);
    OAuth works = ((OAuth) shared).through(new OkHttpClient());
    FutureTask<String> first = new FutureTask<>(fails::authorization);
    new Thread(first).start();
    awaitAll(asked);
    FutureTask<String> second = new FutureTask<>(works::authorization);
    Thread thread = new Thread(second);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    waiting.countDown();

    assertThat(second.get(20, SECONDS)).startsWith("Bearer ");
    assertThatThrownBy(() -> first.get(20, SECONDS)).hasRootCauseMessage("The proxy is down");
  }

  @Test
  void leavesSecretsOutOfToString() {
    assertThat(Credentials.oauth("the-id", "the-secret"))
        .hasToString("OAuth[tokenUrl=https://api.bandwidth.com/api/v1/oauth2/token]");
  }

  @Test
  void reportsTokenFailureToAllThreads() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    answerWhenAllAsk(
        both, new MockResponse.Builder().code(401).body("{\"error\":\"invalid_client\"}").build());
    Credentials shared = credentials();

    assertThat(
            askTwice(
                both,
                () ->
                    requireNonNull(
                        catchThrowableOfType(IOException.class, shared::authorization)
                            .getMessage())))
        .containsExactly(
            "No token: 127.0.0.1 responded with 401 invalid_client" + WRONG,
            "No token: 127.0.0.1 responded with 401 invalid_client" + WRONG);
  }

  @Test
  void sharesOneTokenWithAllWaitingThreads() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    answerWhenAllAsk(
        both,
        new MockResponse.Builder()
            .headersDelay(100, MILLISECONDS)
            .body("{\"access_token\":\"token-1\"}")
            .build());
    Credentials shared = credentials();

    assertThat(askTwice(both, shared::authorization))
        .containsExactly("Bearer token-1", "Bearer token-1");
    assertThat(tokens.getRequestCount()).isEqualTo(1);
  }

  @Test
  void takesCredentialsWithEveryPrintableCharacter() throws Exception {
    client((Credentials) () -> "Bearer a~b").send(REQUEST);

    assertThat(authorization()).isEqualTo("Bearer a~b");
  }

  private MessagingClient client() {
    return client(credentials());
  }

  private MessagingClient client(Credentials credentials) {
    return builder(credentials).build();
  }

  private MessagingClient.Builder builder(Credentials credentials) {
    return Examples.client("http://127.0.0.1:" + service.getPort() + "/api/v2")
        .clock(() -> now)
        .credentials(credentials);
  }

  private Credentials credentials() {
    return new OAuth(
        "the id",
        "sécret",
        HttpUrl.get("http://127.0.0.1:" + tokens.getPort() + "/token"),
        () -> now);
  }

  private String authorization() throws InterruptedException {
    return requireNonNull(
        requireNonNull(service.takeRequest(10, SECONDS)).getHeaders().get("Authorization"));
  }

  /** Asks on two threads, each of which counts down before it asks. */
  private void answerWhenAllAsk(CountDownLatch all, MockResponse answer) {
    tokens.setDispatcher(
        dispatcher(
            request -> {
              awaitAll(all);
              return answer;
            }));
  }

  private static List<String> askTwice(CountDownLatch both, Callable<String> ask) throws Exception {
    Callable<String> counted =
        () -> {
          both.countDown();
          return ask.call();
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<String> answers = new ArrayList<>();
      for (Future<String> each : threads.invokeAll(List.of(counted, counted))) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      if (!latch.await(20, SECONDS)) {
        throw new IllegalStateException("Not all asked");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SendException failure(MessagingClient client) {
    return requireNonNull(
        catchThrowableOfType(SendException.class, () -> client.send(REQUEST)), "sent");
  }

  private static String stackTrace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static MockResponse token(String body) {
    return new MockResponse.Builder().body(body).build();
  }

  private static MockResponse accepted() {
    return new MockResponse.Builder().code(202).body(Examples.RECEIPT).build();
  }

  private interface Answers {
    MockResponse answer(RecordedRequest request);
  }

  private static Dispatcher dispatcher(Answers answers) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return answers.answer(request);
      }
    };
  }
}
