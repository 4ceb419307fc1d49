package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.await;
import static io.github.bandwidthmessaging.CountingServer.reset;
import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Outcome.NOT_SENT;
import static io.github.bandwidthmessaging.Outcome.SENT;
import static io.github.bandwidthmessaging.Outcome.UNKNOWN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AtMostOnceTest {
  /**
   * What the server does after it has read the message; the pooled ones accept one message before.
   */
  enum Fault {
    CLOSE(UNKNOWN, ""),
    CLOSE_POOLED(UNKNOWN, ""),
    RESET_IN_HEADERS(UNKNOWN, "HTTP/1.1 202 Accepted\nContent-Le"),
    CLOSE_IN_BODY(SENT, "HTTP/1.1 202 Accepted\nContent-Length: 99\n\n{\"i"),
    STATUS_401(NOT_SENT, answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\n", "")),
    STATUS_408(NOT_SENT, answer("408 Request Timeout", "", "")),
    STATUS_500_BANDWIDTH(
        NOT_SENT,
        answer(
            "500 Internal Server Error",
            "Retry-After: 0\n",
            "{\"type\":\"internal-server-error\",\"description\":\"Later\"}")),
    STATUS_503_GATEWAY(
        UNKNOWN, answer("503 Service Unavailable", "Retry-After: 0\n", "<html></html>")),
    STATUS_301(NOT_SENT, redirect("301 Moved Permanently")),
    STATUS_302(NOT_SENT, redirect("302 Found")),
    STATUS_303(NOT_SENT, redirect("303 See Other")),
    STATUS_307(NOT_SENT, redirect("307 Temporary Redirect")),
    STATUS_308(NOT_SENT, redirect("308 Permanent Redirect"));

    final Outcome outcome;
    final String response;

    Fault(Outcome outcome, String response) {
      this.outcome = outcome;
      this.response = response;
    }

    boolean isPooled() {
      return this == CLOSE_POOLED;
    }

    boolean isAnswered() {
      return name().startsWith("STATUS");
    }

    CountingServer server() throws IOException {
      return new CountingServer(
          (number, socket) -> {
            if (isPooled() && number == 1) {
              write(socket, answer("202 Accepted", "", "{\"id\":\"1\"}"));
              return true;
            }
            write(socket, response);
            if (this == RESET_IN_HEADERS) {
              reset(socket);
            }
            return isAnswered();
          });
    }

    private static String answer(String status, String headers, String body) {
      return "HTTP/1.1 "
          + status
          + "\n"
          + headers
          + "Content-Length: "
          + body.length()
          + "\n\n"
          + body;
    }

    private static String redirect(String status) {
      return answer(status, "Location: /elsewhere\n", "");
    }
  }

  /** The HTTP clients that a message can go through. */
  enum Http {
    OURS {
      @Override
      @Nullable OkHttpClient client() {
        return null;
      }
    },
    PLAIN {
      @Override
      OkHttpClient client() {
        return new OkHttpClient();
      }
    },
    RETRYING {
      @Override
      OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(new Retry(false)).build();
      }
    },
    AUTHENTICATING {
      @Override
      OkHttpClient client() {
        return new OkHttpClient.Builder()
            .authenticator((route, response) -> response.request().newBuilder().build())
            .build();
      }
    },
    RETRYING_WITH_COPIES {
      @Override
      OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(new Retry(true)).build();
      }
    };

    abstract @Nullable OkHttpClient client();

    boolean isRetrying() {
      return this == RETRYING || this == RETRYING_WITH_COPIES;
    }
  }

  /** A user's interceptor that tries three times, perhaps each time with a request made anew. */
  private record Retry(boolean copying) implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      RequestBody body = requireNonNull(chain.request().body());
      Buffer content = new Buffer();
      if (copying) {
        body.writeTo(content);
      }
      IOException last = null;
      for (int i = 0; i < 3; i++) {
        Request request = chain.request();
        if (copying) {
          request =
              new Request.Builder()
                  .url(request.url())
                  .post(RequestBody.create(content.snapshot(), body.contentType()))
                  .build();
        }
        try {
          Response response = chain.proceed(request);
          if (response.isSuccessful()) {
            return response;
          }
          response.close();
        } catch (IOException e) {
          last = e;
        }
      }
      throw last == null ? new IOException("Given up") : last;
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesMessageOnceThroughOurClient(Fault fault) throws IOException {
    assertOnce(fault, Http.OURS);
  }

  @ParameterizedTest
  @EnumSource
  void writesMessageOnceThroughUsersClient(Fault fault) throws IOException {
    assertOnce(fault, Http.PLAIN);
  }

  @Test
  void writesMessageOnceThroughAuthenticatingClient() throws IOException {
    assertOnce(Fault.STATUS_401, Http.AUTHENTICATING);
  }

  @ParameterizedTest
  @EnumSource
  void writesMessageOnceThroughRetryingClient(Fault fault) throws IOException {
    assertOnce(fault, Http.RETRYING);
  }

  @ParameterizedTest
  @EnumSource
  void writesMessageOnceThroughClientThatRetriesWithCopies(Fault fault) throws IOException {
    assertOnce(fault, Http.RETRYING_WITH_COPIES);
  }

  /** The negative control: if plain OkHttp also delivers once, the tests above prove nothing. */
  @ParameterizedTest
  @EnumSource(
      names = {"CLOSE_POOLED", "STATUS_408", "STATUS_503_GATEWAY", "STATUS_307", "STATUS_308"})
  void plainOkHttpWritesMessageAgain(Fault fault) throws IOException {
    try (CountingServer server = fault.server()) {
      OkHttpClient client = new OkHttpClient();
      if (fault.isPooled()) {
        client.newCall(plainRequest(server)).execute().close();
      }
      int before = server.messages();
      try (Response response = client.newCall(plainRequest(server)).execute()) {
        assertThat(response.code()).isGreaterThan(202);
      } catch (IOException closedOrTooManyRedirects) {
        // How it ends is OkHttp's affair; how often it wrote is the point.
      }
      assertThat(server.messages() - before).isGreaterThan(1);
    }
  }

  @Test
  void reportsUnknownWithoutResponse() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              try {
                return done.await(20, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            })) {
      OkHttpClient impatient =
          new OkHttpClient.Builder().readTimeout(Duration.ofMillis(200)).build();
      SendException e = failure(Examples.client(server.url()).httpClient(impatient).build());

      assertThat(e.outcome()).isEqualTo(UNKNOWN);
      assertThat(e).hasMessageContaining("might have been sent");
      assertThat(server.messages()).isEqualTo(1);
      done.countDown();
    }
  }

  @Test
  void reportsNotSentWhenConnectionIsRefused() throws IOException {
    String url;
    try (CountingServer closed = new CountingServer((number, socket) -> false)) {
      url = closed.url();
    }
    SendException e = failure(Examples.client(url).build());

    assertThat(e).isInstanceOf(NotSentException.class).hasRootCauseMessage("Connection refused");
    assertThat(e.outcome()).isEqualTo(NOT_SENT);
    assertThat(e.status()).isZero();
    assertThat(e.body()).isNull();
  }

  @Test
  void letsInterceptorRetryWhatWasNeverWritten() throws IOException {
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, Fault.answer("202 Accepted", "", "{\"id\":\"1\"}"));
              return true;
            })) {
      AtomicInteger lookups = new AtomicInteger();
      OkHttpClient client =
          new OkHttpClient.Builder()
              .addInterceptor(new Retry(false))
              .dns(
                  host -> {
                    if (lookups.incrementAndGet() == 1) {
                      throw new UnknownHostException(host);
                    }
                    return List.of(InetAddress.getLoopbackAddress());
                  })
              .build();
      String url = server.url().replace("127.0.0.1", "localhost");

      assertThat(Examples.client(url).httpClient(client).build().send(Examples.REQUEST).id())
          .isEqualTo("1");
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  private static void assertOnce(Fault fault, Http http) throws IOException {
    try (CountingServer server = fault.server()) {
      MessagingClient.Builder builder = Examples.client(server.url());
      OkHttpClient users = http.client();
      if (users != null) {
        builder.httpClient(users);
      }
      MessagingClient client = builder.build();
      if (fault.isPooled()) {
        client.send(Examples.REQUEST);
      }
      int before = server.requests();
      SendException e = failure(client);

      assertThat(server.requests() - before).isEqualTo(1);
      assertThat(server.messages()).isEqualTo(server.requests());
      assertThat(server.connections()).isEqualTo(1);
      // A retrying interceptor swallows the response, of which the status is known anyway,
      // but
      // not the body that proves who gave a 500.
      boolean isUnproven = fault == Fault.STATUS_500_BANDWIDTH && http.isRetrying();
      assertThat(e.outcome()).isEqualTo(isUnproven ? UNKNOWN : fault.outcome);
    }
  }

  private static SendException failure(MessagingClient client) {
    return requireNonNull(
        catchThrowableOfType(SendException.class, () -> client.send(Examples.REQUEST)), "sent");
  }

  private static Request plainRequest(CountingServer server) {
    return new Request.Builder()
        .url(server.url())
        .post(RequestBody.create("{}", MediaType.get("application/json")))
        .build();
  }

  /** As a hedge or a time limiter does, which gives up on its own thread. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void writesNothingAfterInterceptorGaveUp(boolean responds) throws Exception {
    CountDownLatch connected = new CountDownLatch(1);
    CountDownLatch reported = new CountDownLatch(1);
    List<Future<Response>> late = new CopyOnWriteArrayList<>();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, StaleConnectionTest.ACCEPTED);
              return true;
            })) {
      OkHttpClient http =
          new OkHttpClient.Builder()
              .addNetworkInterceptor(
                  chain -> {
                    connected.countDown();
                    await(reported);
                    return chain.proceed(chain.request());
                  })
              .addInterceptor(
                  chain -> {
                    late.add(executor.submit(() -> chain.proceed(chain.request())));
                    await(connected);
                    if (responds) {
                      return new Response.Builder()
                          .request(chain.request())
                          .protocol(Protocol.HTTP_1_1)
                          .code(503)
                          .message("fallback")
                          .build();
                    }
                    throw new IOException("too slow");
                  })
              .build();
      MessagingClient client = Examples.client(server.url()).httpClient(http).build();
      SendException failure =
          catchThrowableOfType(SendException.class, () -> client.send(Examples.REQUEST));
      reported.countDown();

      assertThat(failure.outcome()).isEqualTo(NOT_SENT);
      assertThat(late.get(0)).failsWithin(Duration.ofSeconds(20));
      assertThat(server.messages()).isZero();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void writesNothingAfterQueueFailed() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch reported = new CountDownLatch(1);
    AtomicBoolean thrown = new AtomicBoolean();
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              arrived.countDown();
              await(reported);
              write(socket, StaleConnectionTest.ACCEPTED);
              return true;
            })) {
      Dispatcher dispatcher = new Dispatcher();
      dispatcher.setMaxRequests(1);
      OkHttpClient http =
          new OkHttpClient.Builder()
              .dispatcher(dispatcher)
              .eventListener(
                  new EventListener() {
                    @Override
                    public void dispatcherQueueStart(Call call, Dispatcher queue) {
                      if (thrown.compareAndSet(false, true)) {
                        throw new IllegalStateException("no metrics");
                      }
                    }
                  })
              .build();
      MessagingClient client = Examples.client(server.url()).httpClient(http).build();
      CompletableFuture<?> first = client.sendAsync(Examples.REQUEST);
      await(arrived);
      ExecutionException failure =
          catchThrowableOfType(
              ExecutionException.class,
              () -> client.sendAsync(Examples.REQUEST).get(20, TimeUnit.SECONDS));
      CompletableFuture<?> next = client.sendAsync(Examples.REQUEST);
      reported.countDown();

      assertThat(failure.getCause()).isInstanceOf(NotSentException.class);
      assertThat(first).succeedsWithin(Duration.ofSeconds(20));
      // Behind the one that failed, in a queue that runs one at a time.
      assertThat(next).succeedsWithin(Duration.ofSeconds(20));
      assertThat(server.messages()).isEqualTo(2);
    }
  }
}
