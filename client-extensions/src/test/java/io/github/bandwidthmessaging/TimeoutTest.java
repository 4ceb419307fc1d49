package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocket;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.AsyncTimeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TimeoutTest {
  private static final RequestOptions IMPATIENT =
      RequestOptions.none().withAttemptTimeout(Duration.ofMillis(300));

  private final CountDownLatch done = new CountDownLatch(1);

  /** What a server does without end. */
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
      SendException e =
          requireNonNull(
              catchThrowableOfType(SendException.class, () -> client.send(REQUEST, IMPATIENT)));
      done.countDown();

      assertThat(e.outcome()).isEqualTo(stall.outcome);
      assertThat(server.messages()).isEqualTo(1);
      if (e instanceof UnreadableResponseException accepted) {
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
              SendException.class, e -> assertThat(e.outcome()).isEqualTo(stall.outcome));
    }
  }

  /**
   * A server that completes the handshake and then reads nothing. Closing a TLS socket waits for
   * its writer, which waits for the server; done by Okio's watchdog, that would end all timeouts of
   * the process.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsWriteThatStallsWithoutHoldingUpOthers(boolean async) throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    SSLServerSocketFactory tls = certificates.sslContext().getServerSocketFactory();
    try (ServerSocket listener = tls.createServerSocket()) {
      listener.setReceiveBufferSize(4096);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Thread server =
          new Thread(
              () -> {
                try (SSLSocket socket = (SSLSocket) listener.accept()) {
                  socket.startHandshake();
                  done.await();
                } catch (IOException | InterruptedException over) {
                  // The test is over.
                }
              });
      server.setDaemon(true);
      server.start();
      OkHttpClient users =
          endless()
              .newBuilder()
              .writeTimeout(Duration.ofMillis(500))
              .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
              .addInterceptor(
                  chain ->
                      chain.proceed(
                          chain
                              .request()
                              .newBuilder()
                              .post(RequestBody.create(new byte[16 * 1024 * 1024]))
                              .build()))
              .build();
      MessagingClient client =
          Examples.client("https://127.0.0.1:" + listener.getLocalPort() + "/api/v2")
              .httpClient(users)
              .build();
      RequestOptions patient = RequestOptions.none().withAttemptTimeout(Duration.ofSeconds(20));
      Throwable failure =
          catchThrowable(
              () -> {
                if (async) {
                  client.sendAsync(REQUEST, patient).join();
                } else {
                  client.send(REQUEST, patient);
                }
              });

      assertThat(async ? failure.getCause() : failure).isInstanceOf(UnknownOutcomeException.class);
      assertWatchdogWorks();
      done.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1;", "1;x=\"", "0\n", "0\nX: "})
  void endsEndlessChunkedResponse(String beginning) throws IOException {
    byte[] more = new byte[64 * 1024];
    Arrays.fill(more, (byte) 'x');
    AtomicLong written = new AtomicLong();
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, "HTTP/1.1 202 Accepted\nTransfer-Encoding: chunked\n\n" + beginning);
              while (true) {
                socket.getOutputStream().write(more);
                written.addAndGet(more.length);
              }
            })) {
      SendException e =
          requireNonNull(
              catchThrowableOfType(
                  SendException.class, () -> Examples.client(server.url()).build().send(REQUEST)));

      assertThat(e.outcome()).isEqualTo(Outcome.SENT);
      assertThat(written.get()).isLessThan(64 * 1024 * 1024);
    }
  }

  /** What it throws would end the thread that all timeouts of the process need. */
  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 202 Accepted\nContent-Length: 99\n\n{"})
  void outlivesListenerThatThrowsWhenCanceled(String beginning) throws Exception {
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              CountingServer.write(socket, beginning);
              return true;
            })) {
      OkHttpClient users =
          new OkHttpClient.Builder()
              .eventListener(
                  new EventListener() {
                    @Override
                    public void canceled(Call call) {
                      throw new IllegalStateException("no metrics");
                    }
                  })
              .build();
      MessagingClient client = Examples.client(server.url()).httpClient(users).build();
      RequestOptions hasty = RequestOptions.none().withAttemptTimeout(Duration.ofMillis(300));

      assertThatThrownBy(() -> client.send(REQUEST, hasty))
          .isInstanceOf(
              beginning.isEmpty()
                  ? UnknownOutcomeException.class
                  : UnreadableResponseException.class);
      assertWatchdogWorks();
    }
  }

  static void assertWatchdogWorks() throws InterruptedException {
    AsyncTimeout unrelated = new AsyncTimeout();
    unrelated.timeout(1, MILLISECONDS);
    unrelated.enter();
    assertThat(new CountDownLatch(1).await(200, MILLISECONDS)).isFalse();
    assertThat(unrelated.exit()).as("Okio's watchdog works").isTrue();
  }

  @Test
  void limitsCallsOfClientThatHasNoLimit() throws IOException {
    assertThat(callTimeout(endless())).isEqualTo(60_000_000_000L);
  }

  @Test
  void limitsStallsOfWhatCanTakeLong() {
    OkHttpClient messages = Transport.checked(Transport.defaultClient());
    assertThat(messages.readTimeoutMillis()).isZero();
    assertThat(messages.writeTimeoutMillis()).isZero();
    OkHttpClient media = repeating(messages);
    assertThat(media.readTimeoutMillis()).isEqualTo(30_000);
    assertThat(media.writeTimeoutMillis()).isEqualTo(30_000);

    OkHttpClient users = repeating(new OkHttpClient.Builder().readTimeout(5, SECONDS).build());
    assertThat(users.readTimeoutMillis()).isEqualTo(5_000);
    assertThat(users.writeTimeoutMillis()).isEqualTo(10_000);
  }

  private static OkHttpClient repeating(OkHttpClient checked) {
    return Transport.repeating(
        checked, HttpUrl.get("https://example.com/"), Credentials.basic("user", "password"));
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
