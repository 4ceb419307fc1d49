package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.RECEIPT;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.SocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class Http2Test {
  private static final byte DATA = 0;
  private static final byte HEADERS = 1;
  private static final byte SETTINGS = 4;
  private static final byte GOAWAY = 7;
  private static final byte END_STREAM = 1;
  private static final byte END_HEADERS = 4;
  private static final int INTERNAL_ERROR = 2;
  private static final int REFUSED_STREAM = 7;
  private static final int CANCEL = 8;

  private final MockWebServer server = new MockWebServer();
  private final RecordedSleeper sleeper = new RecordedSleeper();

  @BeforeEach
  void start() throws IOException {
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sendsAgainWhatServerRefusedUnprocessed(boolean async) throws Exception {
    refuse(REFUSED_STREAM);
    accept();
    SendResult sent = send(client(RetryPolicy.standard()), async);

    assertThat(sent.attempts()).isEqualTo(2);
    assertThat(sleeper.waits).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void reportsRefusedStreamAsNotSent() {
    refuse(REFUSED_STREAM);
    SendException e = failure(client(RetryPolicy.none()));

    assertThat(e).isInstanceOf(NotSentException.class);
    assertThat(e.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {INTERNAL_ERROR, CANCEL})
  void reportsOtherResetAsUnknown(int code) {
    refuse(code);
    SendException e = failure(client(RetryPolicy.standard()));

    assertThat(e).isInstanceOf(UnknownOutcomeException.class);
    assertThat(e.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesToFreshConnectionAfterGoAway(boolean async) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(202)
            .body(RECEIPT)
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    accept();
    MessagingClient client = client(RetryPolicy.standard());
    send(client, async);
    send(client, async);

    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(requireNonNull(server.takeRequest(10, SECONDS)).getConnectionIndex()).isZero();
    assertThat(requireNonNull(server.takeRequest(10, SECONDS)).getConnectionIndex()).isEqualTo(1);
  }

  @Test
  void sendsAgainWhatGoAwayLeftOut() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (true) {
                    serve(listener.accept(), connections.incrementAndGet() == 1);
                  }
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      thread.setDaemon(true);
      thread.start();
      SendResult sent =
          client(RetryPolicy.standard(), listener.getLocalPort())
              .send(REQUEST, RequestOptions.none());

      assertThat(sent.attempts()).isEqualTo(2);
      assertThat(sent.message().id()).isEqualTo("1");
    }
  }

  /**
   * Reads one request, then leaves it out or accepts it. MockWebServer's GOAWAY leaves none out.
   */
  static void serve(Socket socket, boolean goAway) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    in.skipNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
    out.write(new byte[] {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0});
    out.flush();
    boolean ended = false;
    while (!ended) {
      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      in.skipNBytes(4L + length);
      ended = type == DATA && (flags & END_STREAM) != 0;
    }
    if (goAway) {
      // Last stream 0, no error.
      out.write(new byte[] {0, 0, 8, GOAWAY, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    } else {
      // OkHttp's first stream is 3, because it takes 1 for an upgrade.
      out.write(new byte[] {0, 0, 5, HEADERS, END_HEADERS, 0, 0, 0, 3, 8, 3, '2', '0', '2'});
      byte[] body = "{\"id\":\"1\"}".getBytes(US_ASCII);
      out.write(new byte[] {0, 0, (byte) body.length, DATA, END_STREAM, 0, 0, 0, 3});
      out.write(body);
    }
    out.flush();
  }

  @Test
  void keepsOneConnectionForSeveralMessages() throws Exception {
    accept();
    accept();
    MessagingClient client = client(RetryPolicy.none());
    client.send(REQUEST);
    client.send(REQUEST);

    assertThat(requireNonNull(server.takeRequest(10, SECONDS)).getConnectionIndex()).isZero();
    assertThat(requireNonNull(server.takeRequest(10, SECONDS)).getConnectionIndex()).isZero();
  }

  @Test
  void batchOpensOneConnectionPerHundredMessagesInFlight() {
    Set<Integer> connections = acceptTogether(250, server);

    assertThat(outcomes(client(RetryPolicy.none()), 250, 250))
        .hasSize(250)
        .containsOnly(Outcome.SENT);
    assertThat(connections).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void batchOpensOneConnectionPerMessageIfServerHasOnlyHttp1() throws IOException {
    HandshakeCertificates certificates = StaleConnectionTest.certificates();
    try (MockWebServer http1 = new MockWebServer()) {
      http1.useHttps(certificates.sslSocketFactory());
      http1.setProtocols(List.of(Protocol.HTTP_1_1));
      Set<Integer> connections = acceptTogether(120, http1);
      http1.start();
      OkHttpClient client =
          new OkHttpClient.Builder()
              .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
              .build();

      assertThat(
              outcomes(
                  Examples.client("https://127.0.0.1:" + http1.getPort() + "/api/v2")
                      .httpClient(client)
                      .build(),
                  120,
                  120))
          .hasSize(120)
          .containsOnly(Outcome.SENT);
      assertThat(connections).hasSize(120);
    }
  }

  /** Responds when so many messages are in flight; returns the connections that they came on. */
  private static Set<Integer> acceptTogether(int messages, MockWebServer server) {
    Set<Integer> connections = ConcurrentHashMap.newKeySet();
    CountDownLatch inFlight = new CountDownLatch(messages);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            connections.add(request.getConnectionIndex());
            inFlight.countDown();
            assertThat(inFlight.await(20, SECONDS)).isTrue();
            return new MockResponse.Builder().code(202).body(RECEIPT).build();
          }
        });
    return connections;
  }

  @Test
  void batchCanHaveAnyNumberInFlight() {
    accept();

    assertThat(outcomes(client(RetryPolicy.none()), 1, Integer.MAX_VALUE))
        .containsExactly(Outcome.SENT);
  }

  static List<Outcome> outcomes(MessagingClient client, int messages, int inFlight) {
    List<Outcome> outcomes = new ArrayList<>();
    try (Batch<MessageRequest> batch =
        client.sendAll(
            Collections.nCopies(messages, REQUEST).iterator(),
            BatchOptions.defaults().withInFlight(inFlight))) {
      batch.forEach(result -> outcomes.add(result.outcome()));
    }
    return outcomes;
  }

  /** Streams share a connection, which an interrupt during the write of a channel would close. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void interruptAffectsOnlyTheInterruptedThread(boolean channel) throws Exception {
    int others = 4;
    int each = 150;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(202).body(RECEIPT).build();
          }
        });
    OkHttpClient.Builder http2 =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    if (!channel) {
      http2.socketFactory(new PlainSockets());
    }
    MessagingClient client =
        Examples.client("http://127.0.0.1:" + server.getPort() + "/api/v2")
            .httpClient(http2.build())
            .build();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger interrupted = new AtomicInteger();
    Thread victim =
        new Thread(
            () -> {
              while (!over.get()) {
                try {
                  client.send(REQUEST);
                } catch (SendException e) {
                  interrupted.addAndGet(Thread.interrupted() ? 1 : 0);
                }
              }
            });
    victim.start();
    Thread interrupter =
        new Thread(
            () -> {
              Random random = new Random(1);
              while (!over.get()) {
                victim.interrupt();
                LockSupport.parkNanos(random.nextInt(500_000));
              }
            });
    interrupter.start();
    ExecutorService executor = Executors.newFixedThreadPool(others);
    List<Future<Integer>> sent = new ArrayList<>();
    for (int i = 0; i < others; i++) {
      sent.add(
          executor.submit(
              () -> {
                for (int n = 0; n < each; n++) {
                  client.send(REQUEST);
                }
                return each;
              }));
    }
    try {
      for (Future<Integer> one : sent) {
        assertThat(one.get(25, SECONDS)).isEqualTo(each);
      }
    } finally {
      over.set(true);
      executor.shutdown();
    }
    interrupter.join();
    victim.join();
    assertThat(interrupted.get()).isPositive();
  }

  /** Sockets without a channel. */
  private static final class PlainSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return new Socket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      return new Socket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      return new Socket(host, port, from, fromPort);
    }
  }

  private static SendResult send(MessagingClient client, boolean async) throws Exception {
    return async
        ? client.sendAsync(REQUEST, RequestOptions.none()).get(20, SECONDS)
        : client.send(REQUEST, RequestOptions.none());
  }

  private static SendException failure(MessagingClient client) {
    return requireNonNull(
        catchThrowableOfType(SendException.class, () -> client.send(REQUEST)), "sent");
  }

  private MessagingClient client(RetryPolicy policy) {
    return client(policy, server.getPort());
  }

  private MessagingClient client(RetryPolicy policy, int port) {
    OkHttpClient http2 =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    return Examples.client("http://127.0.0.1:" + port + "/api/v2")
        .httpClient(http2)
        .retryPolicy(policy)
        .sleeper(sleeper)
        .random(() -> 0.5)
        .build();
  }

  /** Once the request is read: before, the DATA of a stream that is gone is an error of its own. */
  private void refuse(int code) {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseStream(code)).build());
  }

  private void accept() {
    server.enqueue(new MockResponse.Builder().code(202).body(RECEIPT).build());
  }
}
