package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import io.github.bandwidthmessaging.RequestListener.AttemptInfo;
import io.github.bandwidthmessaging.RequestListener.Completion;
import io.github.bandwidthmessaging.api.MediaItem;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Authenticator;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RepeatableCallTest {
  private static final RepeatableCall.Operation UPLOAD =
      new RepeatableCall.Operation(
          "uploadMedia", "PUT /users/{accountId}/media/{mediaId}", 204, "");
  private static final RepeatableCall.Operation LIST =
      new RepeatableCall.Operation("listMedia", "GET /users/{accountId}/media", 200, "; so it is");
  private static final JsonAdapter<List<MediaItem>> ITEMS =
      RetrofitClient.moshi().adapter(Types.newParameterizedType(List.class, MediaItem.class));
  private static final String DONE = "HTTP/1.1 204 No Content\n\n";
  private static final String PAGE = response("200 OK", "[{\"mediaName\":\"a.png\"}]");

  private final RecordedSleeper sleeper = new RecordedSleeper();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  @AfterEach
  void clearInterrupt() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void sendsBodyAgainAfterLostResponse() throws IOException {
    try (CountingServer server = server("", "HTTP/1.1 204", DONE)) {
      upload(client(server).build(), RequestOptions.none());

      assertThat(bodies).containsExactly("bytes", "bytes", "bytes");
      assertThat(sleeper.waits).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void retriesWhatShouldPass(int status) throws IOException {
    try (CountingServer server = server(response(status + " Later", "<html>"), DONE)) {
      upload(client(server).build(), RequestOptions.none());

      assertThat(bodies).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 403, 404, 408, 413, 501})
  void reportsTheRestAtOnce(int status) throws IOException {
    try (CountingServer server = server(response(status + " No", "<html>"), DONE)) {
      ApiException e = failure(server, RequestOptions.none());

      assertThat(e.status()).isEqualTo(status);
      assertThat(e.isRetryable()).isFalse();
      assertThat(e.attempts()).isEqualTo(1);
      assertThat(e.body()).isEqualTo("<html>");
      assertThat(bodies).hasSize(1);
    }
  }

  @Test
  void triesNoMoreOftenThanThePolicySays() throws IOException {
    String down = response("503 Down", "");
    try (CountingServer server = server(down, down, down, down, DONE)) {
      ApiException e = failure(server, RequestOptions.none());

      assertThat(e)
          .hasMessage(
              "PUT /users/{accountId}/media/{mediaId} -> 503 without Bandwidth's explanation");
      assertThat(e.attempts()).isEqualTo(4);
      assertThat(e.isRetryable()).isTrue();
      assertThat(failure(server, RequestOptions.none().withRetryPolicy(RetryPolicy.none())))
          .isNull();
      assertThat(bodies).hasSize(5);
    }
  }

  @Test
  void waitsForRetryAfterWithinTheTimeout() throws IOException {
    String later = "HTTP/1.1 429 Later\nRetry-After: 300\nContent-Length: 0\n\n";
    try (CountingServer server = server(later, DONE, later)) {
      upload(client(server).build(), RequestOptions.none().withTimeout(Duration.ofMinutes(10)));

      assertThat(sleeper.waits)
          .singleElement()
          .satisfies(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMinutes(5)));
      ApiException e = failure(server, RequestOptions.none().withTimeout(Duration.ofMinutes(4)));
      assertThat(e.retryAfter()).hasMinutes(5);
      assertThat(e.isRetryable()).isTrue();
      assertThat(bodies).hasSize(3);
    }
  }

  @Test
  void withoutTimeoutWaitsWithinThePolicysTime() throws IOException {
    String later = "HTTP/1.1 429 Later\nRetry-After: %d\nContent-Length: 0\n\n";
    try (CountingServer server = server(later.formatted(50), DONE, later.formatted(61))) {
      upload(client(server).build(), RequestOptions.none());

      assertThat(failure(server, RequestOptions.none()).attempts()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2"})
  void asksForOtherCredentialsOnce(int refusals, int requests) throws IOException {
    AtomicInteger renewals = new AtomicInteger();
    Credentials credentials =
        new Credentials() {
          @Override
          public String authorization() {
            return "Bearer token-" + renewals;
          }

          @Override
          public boolean refused(String authorization) {
            assertThat(authorization).isEqualTo("Bearer token-0");
            renewals.incrementAndGet();
            return true;
          }
        };
    String refusal = response("401 No", error("unauthorized", "Bearer token-1 is wrong"));
    try (CountingServer server = server(refusal, refusals == 1 ? DONE : refusal, DONE)) {
      ApiException e =
          catchThrowableOfType(
              ApiException.class,
              () -> upload(client(server).credentials(credentials).build(), RequestOptions.none()));

      assertThat(bodies).hasSize(requests);
      assertThat(renewals).hasValue(1);
      if (refusals == 1) {
        assertThat(e).isNull();
      } else {
        assertThat(e).hasMessageEndingWith("401 unauthorized: ••• is wrong");
      }
    }
  }

  @Test
  void credentialsThatCannotBeObtainedAreRetried() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Credentials failing =
        () -> {
          if (asked.incrementAndGet() == 1) {
            throw new IOException("vault down");
          }
          return "Bearer x";
        };
    Credentials broken =
        () -> {
          throw new IllegalStateException("secret");
        };
    try (CountingServer server = server(DONE)) {
      upload(client(server).credentials(failing).build(), RequestOptions.none());

      assertThat(asked).hasValue(2);
      assertThatThrownBy(
              () -> upload(client(server).credentials(broken).build(), RequestOptions.none()))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.attempts()).isEqualTo(1))
          .hasMessageEndingWith("not sent: Could not obtain credentials (IllegalStateException)");
    }
  }

  @Test
  void followsNoRedirectAndNoChangeOfHost() throws IOException {
    try (CountingServer other = server(DONE);
        CountingServer server =
            server("HTTP/1.1 307 Away\nLocation: " + other.url() + "\nContent-Length: 0\n\n")) {
      assertThat(failure(server, RequestOptions.none()))
          .hasMessageEndingWith("307: redirects are not followed; check baseUrl");

      OkHttpClient diverting =
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain -> chain.proceed(chain.request().newBuilder().url(other.url()).build()))
              .build();
      assertThatThrownBy(
              () -> upload(client(server).httpClient(diverting).build(), RequestOptions.none()))
          .hasMessageContaining("changed the host")
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.isRetryable()).isFalse());
      assertThat(other.requests()).isZero();
    }
  }

  @Test
  void authenticatorOfTheHttpClientIsNotAsked() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Authenticator authenticator =
        (route, response) -> {
          asked.incrementAndGet();
          return response.request();
        };
    try (CountingServer server = server(response("401 No", ""))) {
      assertThatThrownBy(
              () ->
                  upload(
                      client(server)
                          .httpClient(
                              new OkHttpClient.Builder().authenticator(authenticator).build())
                          .build(),
                      RequestOptions.none()))
          .isInstanceOf(ApiException.class);

      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void listenerFollowsAttemptsWithoutOutcome() throws IOException {
    List<String> told = new ArrayList<>();
    RequestListener listener =
        new RequestListener() {
          @Override
          public void attemptStarted(AttemptInfo attempt) {
            told.add("attempt " + attempt.number());
          }

          @Override
          public void attemptFinished(AttemptInfo attempt) {
            told.add(attempt + " " + (attempt.failure() != null));
          }

          @Override
          public void retryScheduled(AttemptInfo failed, Duration wait) {
            told.add("retry after " + failed.number());
            throw new IllegalStateException("ignored");
          }

          @Override
          public void finished(Completion completion) {
            told.add(completion + " " + (completion.failure() != null));
          }
        };
    try (CountingServer server = server(response("503 Down", ""), DONE)) {
      upload(
          client(server)
              .listener(
                  request -> {
                    told.add(request.toString());
                    return listener;
                  })
              .build(),
          RequestOptions.none().withAccountId("9900001"));
    }

    assertThat(told)
        .containsExactly(
            "RequestInfo[operation=uploadMedia, accountId=9900001]",
            "attempt 1",
            "AttemptInfo[number=1, status=503, outcome=null] true",
            "retry after 1",
            "attempt 2",
            "AttemptInfo[number=2, status=204, outcome=null] false",
            "Completion[attempts=2, status=204, outcome=null, id=null] false");
  }

  @Test
  void listenerIsToldOfFailure() throws IOException {
    List<Completion> told = new ArrayList<>();
    RequestListener listener =
        new RequestListener() {
          @Override
          public void finished(Completion completion) {
            told.add(completion);
          }
        };
    try (CountingServer server = server(response("403 No", ""))) {
      MessagingClient client = client(server).listener(request -> listener).build();
      ApiException e =
          catchThrowableOfType(ApiException.class, () -> upload(client, RequestOptions.none()));

      assertThat(told).singleElement().extracting(Completion::failure).isSameAs(e);
      assertThat(told.get(0).status()).isEqualTo(403);
    }
  }

  @Test
  void credentialsThatStayRefusedAreNotTriedAgain() throws IOException {
    Credentials broken =
        new Credentials() {
          @Override
          public String authorization() {
            return "Bearer x";
          }

          @Override
          public boolean refused(String authorization) {
            throw new IllegalStateException();
          }
        };
    try (CountingServer server = server(response("401 No", ""))) {
      assertThat(failure(server, RequestOptions.none()).status()).isEqualTo(401);
      assertThatThrownBy(
              () -> upload(client(server).credentials(broken).build(), RequestOptions.none()))
          .hasMessageContaining("401");
      assertThat(bodies).hasSize(2);
    }
  }

  @Test
  void tokenThatDoesNotComeEndsInTime() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    try (CountingServer silent =
        new CountingServer(
            (number, socket) -> {
              drip(socket, done);
              return false;
            })) {
      MessagingClient client =
          client(silent).credentials(Credentials.oauth("id", "secret", silent.url())).build();
      long start = System.nanoTime();

      assertThatThrownBy(
              () ->
                  list(
                      client,
                      RequestOptions.none()
                          .withAttemptTimeout(Duration.ofMillis(200))
                          .withRetryPolicy(RetryPolicy.none())))
          .hasMessageStartingWith("GET /users/{accountId}/media -> not sent: ")
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.isRetryable()).isTrue());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    } finally {
      done.countDown();
    }
  }

  @Test
  void explainsWhatIsNotFoundAndQuotesNoContent() throws IOException {
    try (CountingServer server =
        server(response("404 No", error("not-found", "no family-photo.png here")))) {
      assertThatThrownBy(() -> list(client(server).build(), RequestOptions.none()))
          .hasMessage("GET /users/{accountId}/media -> 404 not-found: no ••• here; so it is");
    }
  }

  @Test
  void readsNothingThatWasLeftOnTheConnection() throws IOException {
    String forged = response("200 OK", "[{\"mediaName\":\"forged\"}]");
    try (CountingServer server = server(PAGE + forged, PAGE)) {
      MessagingClient client = client(server).retryPolicy(RetryPolicy.none()).build();

      assertThat(list(client, RequestOptions.none())).hasSize(1);
      assertThat(list(client, RequestOptions.none()))
          .extracting(MediaItem::mediaName)
          .containsExactly("a.png");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void retriesBodyThatBreaksOff() throws IOException {
    try (CountingServer server =
        server("HTTP/1.1 200 OK\nContent-Length: 99\n\n[{\"mediaName\":\"a", PAGE)) {
      assertThat(list(client(server).build(), RequestOptions.none())).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>|malformed JSON at path $",
        "[{|the JSON breaks off",
        "[] []|not one JSON value",
        "null|not one JSON value",
        "{\"family-photo.png\":1}|Expected BEGIN_ARRAY but was BEGIN_OBJECT at path $"
      })
  void reportsBodyThatIsNotTheDocumented(String body, String why) throws IOException {
    try (CountingServer server = server(response("200 OK", body))) {
      ApiException e =
          catchThrowableOfType(
              ApiException.class, () -> list(client(server).build(), RequestOptions.none()));

      assertThat(e)
          .hasMessageStartingWith(
              "GET /users/{accountId}/media -> 200, but the body cannot be read (" + why);
      assertThat(e.status()).isEqualTo(200);
      assertThat(e.attempts()).isEqualTo(1);
    }
  }

  @Test
  void endsBodyThatHasNoEnd() throws IOException {
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, "HTTP/1.1 200 OK\n\n[");
              while (true) {
                write(socket, " ".repeat(100_000));
              }
            })) {
      assertThatThrownBy(() -> list(client(server).build(), RequestOptions.none()))
          .hasMessageEndingWith("cannot be read (longer than 16 MiB)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\nX-Drip: ", "HTTP/1.1 200 OK\n\n["})
  void endsInTimeWhateverDrips(String beginning) throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, beginning);
              drip(socket, done);
              return false;
            })) {
      ApiException e =
          catchThrowableOfType(
              ApiException.class,
              () ->
                  list(
                      client(server).build(),
                      RequestOptions.none()
                          .withAttemptTimeout(Duration.ofMillis(300))
                          .withTimeout(Duration.ofMillis(800))));

      assertThat(e).hasMessageContaining("timeout");
      assertThat(e.isRetryable()).isTrue();
      assertThat(e.attempts()).isBetween(2, 3);
    } finally {
      done.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\n\n["})
  void listenerThatThrowsEndsNoTimeoutsOfOthers(String beginning)
      throws IOException, InterruptedException {
    EventListener throwing =
        new EventListener() {
          @Override
          public void canceled(okhttp3.Call call) {
            throw new IllegalStateException("broken");
          }
        };
    CountDownLatch done = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, beginning);
              drip(socket, done);
              return false;
            })) {
      OkHttpClient listening = new OkHttpClient.Builder().eventListener(throwing).build();
      assertThatThrownBy(
              () ->
                  list(
                      client(server).httpClient(listening).build(),
                      RequestOptions.none()
                          .withAttemptTimeout(Duration.ofMillis(200))
                          .withRetryPolicy(RetryPolicy.none())))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("timeout");
      TimeoutTest.assertWatchdogWorks();
    } finally {
      done.countDown();
    }
  }

  @Test
  void listenerOfHttpClientLeavesWholeResponsesAlone() throws IOException {
    OkHttpClient listening =
        new OkHttpClient.Builder().eventListener(new EventListener() {}).build();
    try (CountingServer server = server(PAGE, DONE)) {
      MessagingClient client = client(server).httpClient(listening).build();

      assertThat(list(client, RequestOptions.none())).hasSize(1);
      upload(client, RequestOptions.none());
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void interruptEndsTheRetries() throws IOException {
    try (CountingServer server = server(response("503 Down", ""), DONE)) {
      Thread.currentThread().interrupt();

      ApiException e = failure(server, RequestOptions.none());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e).hasMessageEndingWith("not sent: interrupted");
      assertThat(e.isRetryable()).isTrue();
      assertThat(e.attempts()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\nContent-Length: 2\n\n["})
  void interruptDuringAttemptEndsTheRetries(String beginning) throws IOException {
    Thread caller = Thread.currentThread();
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger requests = new AtomicInteger();
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              requests.incrementAndGet();
              write(socket, beginning);
              caller.interrupt();
              drip(socket, done);
              return false;
            })) {
      ApiException e =
          catchThrowableOfType(
              ApiException.class,
              () ->
                  list(
                      client(server).build(),
                      RequestOptions.none().withAttemptTimeout(Duration.ofSeconds(2))));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.isRetryable()).isTrue();
      assertThat(requests).hasValue(1);
    } finally {
      done.countDown();
    }
  }

  @Test
  void interruptBetweenAttemptsEndsTheRetries() throws IOException {
    RequestListener listener =
        new RequestListener() {
          @Override
          public void attemptFinished(AttemptInfo attempt) {
            Thread.currentThread().interrupt();
          }
        };
    try (CountingServer server = server(response("503 Down", ""), DONE)) {
      MessagingClient client = client(server).listener(request -> listener).build();

      assertThatThrownBy(() -> upload(client, RequestOptions.none()))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(503));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(bodies).hasSize(1);
    }
  }

  @Test
  void interruptDuringTheWaitEndsTheRetries() throws IOException {
    RequestListener listener =
        new RequestListener() {
          @Override
          public void retryScheduled(AttemptInfo failed, Duration wait) {
            Thread.currentThread().interrupt();
          }
        };
    try (CountingServer server = server(response("503 Down", ""), DONE)) {
      MessagingClient client = client(server).listener(request -> listener).build();

      assertThatThrownBy(() -> upload(client, RequestOptions.none()))
          .hasMessageContaining("503")
          .satisfies(
              e -> assertThat(e.getSuppressed()[0]).isInstanceOf(InterruptedException.class));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void keepsInterruptThatAnInterceptorSwallowed() throws IOException {
    OkHttpClient swallowing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IOException(new InterruptedException());
                })
            .build();
    try (CountingServer server = server(DONE)) {
      ApiException e =
          catchThrowableOfType(
              ApiException.class,
              () -> upload(client(server).httpClient(swallowing).build(), RequestOptions.none()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.attempts()).isEqualTo(1);
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void neverTakesMessage() {
    MessagingClient client = Examples.client("http://127.0.0.1:1").build();

    assertThatThrownBy(
            () ->
                new RepeatableCall<>(
                    client,
                    UPLOAD,
                    RequestOptions.none(),
                    List.of(),
                    account -> client.requests.createMessage(account, Examples.REQUEST),
                    response -> response))
        .hasMessage("POST is not safe to repeat");
  }

  private static void drip(Socket socket, CountDownLatch done) throws IOException {
    try {
      while (!done.await(50, TimeUnit.MILLISECONDS)) {
        write(socket, " ");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the responses in turn; closes the connection after incomplete ones. */
  private CountingServer server(String... responses) throws IOException {
    AtomicInteger next = new AtomicInteger();
    return new CountingServer(
        new CountingServer.Behaviour() {
          @Override
          public boolean answer(int number, Socket socket) throws IOException {
            String response = responses[next.getAndIncrement() % responses.length];
            write(socket, response);
            return response.endsWith("\n\n") || response.endsWith("]") || response.endsWith(">");
          }

          @Override
          public void read(String message) {
            bodies.add(message);
          }
        });
  }

  private static String response(String status, String body) {
    return "HTTP/1.1 %s\nContent-Length: %d\n\n%s"
        .formatted(status, body.getBytes(UTF_8).length, body);
  }

  private static String error(String type, String description) {
    return "{\"type\":\"%s\",\"description\":\"%s\"}".formatted(type, description);
  }

  private MessagingClient.Builder client(CountingServer server) {
    return Examples.client(server.url()).retryPolicy(RetryPolicy.standard()).sleeper(sleeper);
  }

  private ApiException failure(CountingServer server, RequestOptions options) {
    return catchThrowableOfType(ApiException.class, () -> upload(client(server).build(), options));
  }

  private static void upload(MessagingClient client, RequestOptions options) {
    RequestBody body = RequestBody.create("bytes", MediaType.get("image/png"));
    new RepeatableCall<>(
            client,
            UPLOAD,
            options,
            List.of("family-photo.png"),
            account -> client.requests.uploadMedia(account, "family-photo.png", body, null),
            response -> {
              response.close();
              return true;
            })
        .execute();
  }

  private static List<MediaItem> list(MessagingClient client, RequestOptions options) {
    return new RepeatableCall<>(
            client,
            LIST,
            options,
            List.of("family-photo.png"),
            account -> client.requests.listMedia(account, null),
            response -> RepeatableCall.json(response, ITEMS))
        .execute();
  }
}
