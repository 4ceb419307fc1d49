package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.await;
import static io.github.bandwidthmessaging.CountingServer.write;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StaleConnectionTest {
  static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\nContent-Type: application/json\nContent-Length: 10\n\n{\"id\":\"1\"}";

  /** How a server leaves a connection on which it has responded. */
  enum Ending {
    CLOSE {
      @Override
      void say(Socket socket) throws IOException {
        CountingServer.close(socket);
      }
    },
    HALF_CLOSE {
      @Override
      void say(Socket socket) throws IOException {
        socket.shutdownOutput();
      }
    },
    RESET {
      @Override
      void say(Socket socket) throws IOException {
        CountingServer.reset(socket);
      }
    },
    /** As HAProxy does. */
    UNASKED_408 {
      @Override
      void say(Socket socket) throws IOException {
        write(socket, "HTTP/1.1 408 Request Timeout\nContent-Length: 0\nConnection: close\n\n");
      }
    };

    abstract void say(Socket socket) throws IOException;
  }

  private final CountDownLatch leave = new CountDownLatch(1);

  @ParameterizedTest
  @EnumSource
  void sendsOnceOnFreshConnection(Ending ending) throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    try (CountingServer server = server(ServerSocketFactory.getDefault(), ending, left)) {
      MessagingClient client = Examples.client(server.url()).build();
      assertSentOnce(server, client, left);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsOnceOnFreshConnectionOfUsersClient(Ending ending) throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    try (CountingServer server = server(ServerSocketFactory.getDefault(), ending, left)) {
      OkHttpClient users = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
      MessagingClient client = Examples.client(server.url()).httpClient(users).build();
      assertSentOnce(server, client, left);
    }
  }

  @Test
  void sendsOnceOnFreshTlsConnection() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    HandshakeCertificates certificates = certificates();
    try (CountingServer server =
        server(certificates.sslContext().getServerSocketFactory(), Ending.CLOSE, left)) {
      assertSentOnce(server, tls(server, certificates), left);
    }
  }

  /** TLS 1.3 sends session tickets after the handshake, which the look must not take for more. */
  @Test
  void keepsUsingTlsConnectionThatIsOpen() throws Exception {
    CountDownLatch left = new CountDownLatch(0);
    HandshakeCertificates certificates = certificates();
    try (CountingServer server =
        server(certificates.sslContext().getServerSocketFactory(), Ending.CLOSE, left)) {
      MessagingClient client = tls(server, certificates);
      for (int i = 0; i < 5; i++) {
        client.send(Examples.REQUEST);
      }

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.messages()).isEqualTo(5);
    }
  }

  @Test
  void keepsUsingConnectionThatIsOpen() throws Exception {
    CountDownLatch left = new CountDownLatch(0);
    try (CountingServer server = server(ServerSocketFactory.getDefault(), Ending.CLOSE, left)) {
      MessagingClient client = Examples.client(server.url()).build();
      for (int i = 0; i < 5; i++) {
        client.send(Examples.REQUEST);
      }

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.messages()).isEqualTo(5);
    }
  }

  /** The tunnel is spoken on the same socket before TLS, in plain HTTP. */
  @Test
  void keepsUsingTlsConnectionThroughProxy() throws Exception {
    HandshakeCertificates certificates = certificates();
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.useHttps(certificates.sslSocketFactory());
      proxy.enqueue(new MockResponse.Builder().inTunnel().build());
      for (int i = 0; i < 3; i++) {
        proxy.enqueue(new MockResponse.Builder().code(202).body("{\"id\":\"1\"}").build());
      }
      proxy.start();
      OkHttpClient users =
          new OkHttpClient.Builder()
              .protocols(List.of(Protocol.HTTP_1_1))
              .proxy(new Proxy(Proxy.Type.HTTP, proxy.getSocketAddress()))
              .hostnameVerifier((host, session) -> true)
              .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
              .build();
      MessagingClient client =
          Examples.client("https://messaging.example/api/v2").httpClient(users).build();
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(Examples.REQUEST).id()).isEqualTo("1");
      }

      assertThat(proxy.getRequestCount()).isEqualTo(4);
      assertThat(requireNonNull(proxy.takeRequest()).getMethod()).isEqualTo("CONNECT");
      for (int i = 0; i < 3; i++) {
        assertThat(requireNonNull(proxy.takeRequest()).getConnectionIndex()).isZero();
      }
    }
  }

  /** As a gateway with a wrong Content-Length does, or one whose response was split. */
  @ParameterizedTest
  @CsvSource({
    "false, HTTP/1.1 202 Accepted\\nContent-Length: 10\\n\\n{\"id\":\"9\"}",
    "true, HTTP/1.1 202 Accepted\\nContent-Length: 10\\n\\n{\"id\":\"9\"}",
    "true, HTTP/1.1 429 Slow\\nContent-Length: 0\\n\\n",
    "false, HTTP/1.1 400 Bad\\nContent-Length: 0\\n\\n",
    "true, H",
    "false, H"
  })
  void takesNoLeftoverForResponse(boolean tls, String leftover) throws Exception {
    HandshakeCertificates certificates = certificates();
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(
                  socket,
                  ACCEPTED.replace("\"1\"", "\"" + number + "\"") + leftover.replace("\\n", "\n"));
              return true;
            },
            tls
                ? certificates.sslContext().getServerSocketFactory()
                : ServerSocketFactory.getDefault())) {
      MessagingClient client =
          tls ? tls(server, certificates) : Examples.client(server.url()).build();
      for (int i = 1; i <= 3; i++) {
        assertThat(client.send(Examples.REQUEST).id()).isEqualTo(String.valueOf(i));
      }

      assertThat(server.messages()).isEqualTo(3);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  /** Without a channel the look would have to wait. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void checksConnectionWithoutWaiting(boolean tls) throws Exception {
    HandshakeCertificates certificates = certificates();
    List<Socket> sockets = new CopyOnWriteArrayList<>();
    OkHttpClient users =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
            .addNetworkInterceptor(
                chain -> {
                  sockets.add(requireNonNull(chain.connection()).socket());
                  return chain.proceed(chain.request());
                })
            .build();
    ServerSocketFactory factory =
        tls ? certificates.sslContext().getServerSocketFactory() : ServerSocketFactory.getDefault();
    try (CountingServer server = server(factory, Ending.CLOSE, new CountDownLatch(0))) {
      String url = tls ? server.url().replace("http:", "https:") : server.url();
      Examples.client(url).httpClient(users).build().send(Examples.REQUEST);

      assertThat(sockets).singleElement().extracting(Socket::getChannel).isNotNull();
    }
  }

  @Test
  void replacesEveryConnectionThatWasClosed() throws Exception {
    int parallel = 8;
    CountDownLatch left = new CountDownLatch(parallel);
    try (CountingServer server = server(ServerSocketFactory.getDefault(), Ending.RESET, left);
        MessagingClient client = Examples.client(server.url()).build()) {
      List<CompletableFuture<SendResult>> sent =
          IntStream.range(0, parallel).mapToObj(i -> client.sendAsync(Examples.REQUEST)).toList();
      for (CompletableFuture<SendResult> each : sent) {
        each.get(20, SECONDS);
      }
      leave.countDown();
      left.await();
      client.send(Examples.REQUEST);

      assertThat(server.messages()).isEqualTo(parallel + 1);
    }
  }

  /** The negative control: without the look, a one-shot body does not get through. */
  @Test
  void plainOkHttpFailsWithOneShotBody() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    try (CountingServer server = server(ServerSocketFactory.getDefault(), Ending.CLOSE, left)) {
      OkHttpClient client = new OkHttpClient();
      client.newCall(oneShot(server)).execute().close();
      leave.countDown();
      left.await();

      assertThatIOException().isThrownBy(() -> client.newCall(oneShot(server)).execute().close());
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void givesUpWhenEveryConnectionIsClosedAndSaysThatNothingWasSent() throws IOException {
    SocketFactory closedAtOnce =
        new SocketFactory() {
          @Override
          public Socket createSocket() {
            return new Socket() {
              @Override
              public InputStream getInputStream() {
                return InputStream.nullInputStream();
              }
            };
          }

          @Override
          public Socket createSocket(String host, int port) {
            throw new AssertionError();
          }

          @Override
          public Socket createSocket(InetAddress host, int port) {
            throw new AssertionError();
          }

          @Override
          public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            throw new AssertionError();
          }

          @Override
          public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            throw new AssertionError();
          }
        };
    RecordedSleeper sleeper = new RecordedSleeper();
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, ACCEPTED);
              return true;
            })) {
      MessagingClient client =
          Examples.client(server.url())
              .httpClient(new OkHttpClient.Builder().socketFactory(closedAtOnce).build())
              .retryPolicy(RetryPolicy.standard().withMaxAttempts(2))
              .sleeper(sleeper)
              .build();

      assertThatThrownBy(() -> client.send(Examples.REQUEST)).isInstanceOf(NotSentException.class);
      assertThat(sleeper.waits).hasSize(1);
      assertThat(server.messages()).isZero();
    }
  }

  @Test
  void triesNoMoreWhenTheCertificateIsOfAnotherHost() throws Exception {
    HeldCertificate other =
        new HeldCertificate.Builder().addSubjectAlternativeName("other.example").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(other)
            .addTrustedCertificate(other.certificate())
            .build();
    RecordedSleeper sleeper = new RecordedSleeper();
    try (CountingServer server =
        server(
            certificates.sslContext().getServerSocketFactory(),
            Ending.CLOSE,
            new CountDownLatch(0))) {
      MessagingClient client =
          Examples.client(server.url().replace("http:", "https:"))
              .httpClient(
                  new OkHttpClient.Builder()
                      .sslSocketFactory(
                          certificates.sslSocketFactory(), certificates.trustManager())
                      .build())
              .retryPolicy(RetryPolicy.standard())
              .sleeper(sleeper)
              .build();

      assertThatThrownBy(() -> client.send(Examples.REQUEST)).isInstanceOf(NotSentException.class);
      assertThat(sleeper.waits).isEmpty();
      assertThat(server.messages()).isZero();
    }
  }

  private void assertSentOnce(CountingServer server, MessagingClient client, CountDownLatch left)
      throws Exception {
    client.send(Examples.REQUEST);
    leave.countDown();
    left.await();
    SendResult sent = client.send(Examples.REQUEST, RequestOptions.none());

    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(server.messages()).isEqualTo(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  private static MessagingClient tls(CountingServer server, HandshakeCertificates certificates) {
    OkHttpClient users =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
            .build();
    return Examples.client(server.url().replace("http:", "https:")).httpClient(users).build();
  }

  static HandshakeCertificates certificates() {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .addTrustedCertificate(certificate.certificate())
        .build();
  }

  /** Leaves the first connections when asked, on the same thread, so that it is done on return. */
  private CountingServer server(ServerSocketFactory sockets, Ending ending, CountDownLatch left)
      throws IOException {
    long leaving = left.getCount();
    CountDownLatch all = new CountDownLatch((int) leaving);
    return new CountingServer(
        (number, socket) -> {
          // Together, so that each has its own connection.
          all.countDown();
          await(all);
          write(socket, ACCEPTED);
          if (number <= leaving) {
            await(leave);
            ending.say(socket);
            left.countDown();
          }
          return true;
        },
        sockets);
  }

  private static Request oneShot(CountingServer server) {
    return new Request.Builder()
        .url(server.url())
        .post(
            new RequestBody() {
              @Override
              public MediaType contentType() {
                return MediaType.get("application/json");
              }

              @Override
              public long contentLength() {
                return 2;
              }

              @Override
              public boolean isOneShot() {
                return true;
              }

              @Override
              public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("{}");
              }
            })
        .build();
  }
}
