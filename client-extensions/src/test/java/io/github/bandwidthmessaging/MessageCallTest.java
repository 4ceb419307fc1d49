package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call makes of code of the user that misbehaves. */
@Timeout(30)
class MessageCallTest {
  private static final RequestOptions HASTY =
      RequestOptions.none().withAttemptTimeout(Duration.ofMillis(50));

  private final OkHttpClient users =
      new OkHttpClient.Builder()
          .dispatcher(new Dispatcher(Executors.newCachedThreadPool(MessageCallTest::quiet)))
          .build();

  /** With a listener of the user, timeouts are not OkHttp's. */
  private final OkHttpClient listening =
      users.newBuilder().eventListener(new EventListener() {}).build();

  private final Ends ends = new Ends();

  @AfterEach
  void stop() {
    users.dispatcher().executorService().shutdown();
    users.connectionPool().evictAll();
  }

  @Test
  void sendsWithEventListenerOfUser() throws IOException {
    try (CountingServer server = new CountingServer((number, socket) -> accept(socket))) {
      MessagingClient client = Examples.client(server.url()).httpClient(listening).build();

      assertThat(client.send(REQUEST).id()).isEqualTo("1");
    }
  }

  @Test
  void namesTimeoutAlthoughItsOwnTimerEndsTheCall() throws IOException {
    try (CountingServer server = new CountingServer((number, socket) -> true)) {
      MessagingClient client = Examples.client(server.url()).httpClient(listening).build();

      assertThat(failure(() -> client.send(REQUEST, HASTY)))
          .isInstanceOf(UnknownOutcomeException.class)
          .hasMessageContaining("no response: timeout;");
    }
  }

  @Test
  void namesFailureThatIsNotTheTimeout() throws IOException {
    try (CountingServer server = new CountingServer((number, socket) -> false)) {
      MessagingClient client = Examples.client(server.url()).httpClient(listening).build();

      assertThat(failure(() -> client.send(REQUEST)))
          .isInstanceOf(UnknownOutcomeException.class)
          .hasMessageNotContaining("timeout");
    }
  }

  @Test
  void hangsUpOnceAfterTimeoutAndGivesOneResult() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              try {
                int unused = socket.getInputStream().read();
              } finally {
                hungUp.countDown();
              }
              return false;
            })) {
      Throwable failure = failure(ends.client(server, users).sendAsync(REQUEST, HASTY));

      assertThat(failure).isInstanceOf(SendException.class).hasMessageContaining("timeout");
      assertThat(hungUp.await(20, SECONDS)).isTrue();
    }
    awaitCallbacks();
    assertThat(ends.attempts).hasSize(1);
    assertThat(ends.requests).hasSize(1);
  }

  @Test
  void givesOneResultOfCallThatCannotBeMade() throws Exception {
    OkHttpClient broken =
        users
            .newBuilder()
            .eventListenerFactory(
                call -> {
                  throw new IllegalStateException("no metrics");
                })
            .build();
    try (CountingServer server = new CountingServer((number, socket) -> accept(socket))) {
      SendException failure = failure(ends.client(server, broken).sendAsync(REQUEST));

      assertThat(failure)
          .isInstanceOf(NotSentException.class)
          .hasMessageEndingWith("not sent: no metrics");
      assertThat(failure.attempts()).isEqualTo(1);
      assertThat(ends.attempts).containsExactly("1 NOT_SENT");
      assertThat(ends.requests).containsExactly("1 NOT_SENT");
      assertThat(server.messages()).isZero();
    }
  }

  @Test
  void givesResultOfAttemptThatCannotBegin() throws Exception {
    try (CountingServer server = new CountingServer((number, socket) -> accept(socket))) {
      MessagingClient client =
          Examples.client(server.url())
              .clock(
                  () -> {
                    throw new IllegalStateException("no time");
                  })
              .build();

      assertThat(failure(client.sendAsync(REQUEST)))
          .isInstanceOf(NotSentException.class)
          .hasMessageEndingWith("not sent: IllegalStateException; see the cause");
      client.close();
    }
  }

  /** As by an error of the JVM while the response is read. */
  @Test
  void takesMessageForSentWhateverIsThrownAfterItsStatus() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (CountingServer server = new CountingServer((number, socket) -> accept(socket))) {
      MessagingClient client =
          Examples.client(server.url())
              .clock(
                  () -> {
                    if (asked.incrementAndGet() == 2) {
                      throw new LinkageError("no time");
                    }
                    return Instant.EPOCH;
                  })
              .build();

      assertThat(failure(client.sendAsync(REQUEST)))
          .isInstanceOf(UnreadableResponseException.class);
      client.close();
    }
  }

  @Test
  void unwrapsWhatAnInterceptorThrowsOnThreadOfOkHttp() throws Exception {
    isTheCauseOfFailure(new IllegalStateException("no proxy"));
  }

  @Test
  void leavesOtherCausesWhereTheyAre() throws Exception {
    isTheCauseOfFailure(new IOException("no proxy", new IOException("closed")));
  }

  private void isTheCauseOfFailure(Exception thrown) throws Exception {
    OkHttpClient broken =
        users
            .newBuilder()
            .addInterceptor(
                chain -> {
                  if (thrown instanceof IOException declared) {
                    throw declared;
                  }
                  throw (RuntimeException) thrown;
                })
            .build();
    try (CountingServer server = new CountingServer((number, socket) -> accept(socket))) {
      assertThat(failure(ends.client(server, broken).sendAsync(REQUEST)))
          .hasMessageEndingWith("not sent: no proxy")
          .hasCause(thrown);
    }
  }

  @Test
  void keepsInterruptThatListenerThrowsUndeclared() throws IOException {
    RequestListener interrupted =
        new RequestListener() {
          @Override
          public void attemptFinished(AttemptInfo attempt) {
            throw MessageCallTest.<RuntimeException>undeclared(new InterruptedException());
          }
        };
    try (CountingServer server = new CountingServer((number, socket) -> accept(socket))) {
      MessagingClient client =
          Examples.client(server.url()).listener(request -> interrupted).build();

      assertThat(client.send(REQUEST).id()).isEqualTo("1");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void tellsWhatKeptItFromRetrying() throws IOException {
    IllegalStateException thrown = new IllegalStateException("no dice");
    try (CountingServer server = new CountingServer((number, socket) -> slowDown(socket))) {
      MessagingClient client =
          Examples.client(server.url())
              .retryPolicy(RetryPolicy.standard())
              .random(
                  () -> {
                    throw thrown;
                  })
              .build();
      SendException failure = failure(() -> client.send(REQUEST));

      assertThat(failure).isInstanceOf(RefusedException.class);
      assertThat(failure.getSuppressed()).containsExactly(thrown);
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void givesResultAlthoughRetryCannotBeScheduled() throws Exception {
    InterruptedException thrown = new InterruptedException();
    try (CountingServer server = new CountingServer((number, socket) -> slowDown(socket))) {
      MessagingClient client =
          ends.builder(server, users)
              .sleeper(
                  scheduling(
                      work -> {
                        throw MessageCallTest.<RuntimeException>undeclared(thrown);
                      }))
              .build();
      SendException failure = failure(client.sendAsync(REQUEST));

      assertThat(failure).isInstanceOf(RefusedException.class);
      assertThat(failure.getSuppressed()).containsExactly(thrown);
      assertThat(ends.requests).containsExactly("1 NOT_SENT");
      assertThat(ends.interrupted).containsExactly(true);
    }
  }

  @Test
  void tellsEndOfRequestThatWasCancelledInWait() throws Exception {
    CompletableFuture<Runnable> retry = new CompletableFuture<>();
    try (CountingServer server = new CountingServer((number, socket) -> slowDown(socket))) {
      MessagingClient client =
          ends.builder(server, users).sleeper(scheduling(retry::complete)).build();
      CompletableFuture<SendResult> future = client.sendAsync(REQUEST);
      Runnable next = retry.get(20, SECONDS);
      future.cancel(false);
      next.run();

      assertThat(ends.requests).containsExactly("1 NOT_SENT");
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void sendsNothingInAttemptThatIsCancelledAsItBegins() throws Exception {
    CompletableFuture<Runnable> retry = new CompletableFuture<>();
    AtomicReference<CompletableFuture<SendResult>> future = new AtomicReference<>();
    ends.onSecondAttempt = () -> requireNonNull(future.get()).cancel(false);
    try (CountingServer server = new CountingServer((number, socket) -> slowDown(socket))) {
      MessagingClient client =
          ends.builder(server, users).sleeper(scheduling(retry::complete)).build();
      future.set(client.sendAsync(REQUEST));
      retry.get(20, SECONDS).run();
      awaitCallbacks();

      assertThat(ends.requests).containsExactly("2 NOT_SENT");
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  /** OkHttp throws again what an interceptor throws. */
  private static Thread quiet(Runnable work) {
    Thread thread = new Thread(work);
    thread.setUncaughtExceptionHandler((unused, thrown) -> {});
    return thread;
  }

  private void awaitCallbacks() throws InterruptedException {
    users.dispatcher().executorService().shutdown();
    assertThat(users.dispatcher().executorService().awaitTermination(20, SECONDS)).isTrue();
  }

  private static Sleeper scheduling(Consumer<Runnable> schedule) {
    return new Sleeper() {
      @Override
      public void sleep(Duration wait) {
        throw new AssertionError();
      }

      @Override
      public void schedule(Duration wait, Runnable work) {
        schedule.accept(work);
      }
    };
  }

  /** Writes down how attempts and requests end. */
  private static final class Ends implements RequestListener {
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    private Runnable onSecondAttempt = () -> {};

    MessagingClient client(CountingServer server, OkHttpClient httpClient) {
      return builder(server, httpClient).build();
    }

    MessagingClient.Builder builder(CountingServer server, OkHttpClient httpClient) {
      return Examples.client(server.url())
          .httpClient(httpClient)
          .retryPolicy(RetryPolicy.standard())
          .listener(request -> this);
    }

    @Override
    public void attemptStarted(AttemptInfo attempt) {
      if (attempt.number() == 2) {
        onSecondAttempt.run();
      }
    }

    @Override
    public void attemptFinished(AttemptInfo attempt) {
      attempts.add(attempt.number() + " " + attempt.outcome());
    }

    @Override
    public void finished(Completion completion) {
      interrupted.add(Thread.currentThread().isInterrupted());
      requests.add(completion.attempts() + " " + completion.outcome());
    }
  }

  private static boolean accept(Socket socket) throws IOException {
    write(socket, StaleConnectionTest.ACCEPTED);
    return true;
  }

  private static boolean slowDown(Socket socket) throws IOException {
    write(socket, "HTTP/1.1 429 Slow down\nContent-Length: 0\n\n");
    return true;
  }

  private static SendException failure(CompletableFuture<SendResult> future) throws Exception {
    return (SendException)
        requireNonNull(future.handle((sent, failure) -> failure).get(20, SECONDS));
  }

  private static SendException failure(Runnable send) {
    return requireNonNull(catchThrowableOfType(SendException.class, send::run), "sent");
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
