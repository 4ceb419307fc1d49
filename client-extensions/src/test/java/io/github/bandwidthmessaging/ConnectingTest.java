package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client says when there is no connection. Nothing leaves this machine. */
@Timeout(30)
class ConnectingTest {
  private static final String NOT_SENT = "POST /users/{accountId}/messages -> not sent: ";
  static final String BANDWIDTH = "https://messaging.bandwidth.com/api/v2";
  private static final String UNTRUSTED =
      " is not trusted; if a proxy inspects TLS, add its CA certificate to the trust store";

  /** Resolves only this machine. */
  private static final Dns DNS =
      host -> {
        if (host.equals("localhost")) {
          return List.of(InetAddress.getLoopbackAddress());
        }
        throw new UnknownHostException(host + ": Name or service not known");
      };

  @Test
  void saysThatDnsHasNoAddress() {
    assertThat(failure(BANDWIDTH, http -> {}))
        .isEqualTo(
            "DNS has no address for messaging.bandwidth.com; check the network, or set a proxy");
  }

  @Test
  void saysThatLookupTimedOut() {
    Connecting connecting = new Connecting();
    Call call = new OkHttpClient().newCall(new Request.Builder().url(BANDWIDTH).build());
    connecting.proxySelectEnd(call, call.request().url(), List.of(Proxy.NO_PROXY));
    connecting.dnsStart(call, "messaging.bandwidth.com");

    assertThat(connecting.explain(new InterruptedIOException("timeout"), Redaction.of(null, null)))
        .isEqualTo("timed out looking up messaging.bandwidth.com in DNS");
  }

  @Test
  void saysWhoRefusedTheConnection() throws IOException {
    int port = closedPort();

    assertThat(failure("https://localhost:" + port, http -> {}))
        .isEqualTo("connection refused by localhost:" + port);
  }

  @Test
  void saysThatConnectingTimedOut() {
    assertThat(
            failure("http://[::1]:4010", failing(new SocketTimeoutException("Connect timed out"))))
        .isEqualTo("timed out connecting to [::1]:4010");
  }

  @Test
  void quotesAnyOtherReason() {
    assertThat(
            failure("http://127.0.0.1:4010", failing(new ConnectException("Network unreachable"))))
        .isEqualTo("could not connect to 127.0.0.1:4010: Network unreachable");
    assertThat(
            failure(
                "http://127.0.0.1:4010",
                failing(new NoRouteToHostException("No route +19195551212"))))
        .isEqualTo("could not connect to 127.0.0.1:4010: No route •••");
  }

  @Test
  void saysWhatIsWrongWithCertificate() throws IOException {
    HeldCertificate own = new HeldCertificate.Builder().addSubjectAlternativeName("x").build();
    Instant past = Instant.now().minus(Duration.ofDays(9));
    HeldCertificate root = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate old =
        new HeldCertificate.Builder()
            .signedBy(root)
            .addSubjectAlternativeName("localhost")
            .validityInterval(past.minusSeconds(9).toEpochMilli(), past.toEpochMilli())
            .build();
    try (MockWebServer server = serving(own);
        MockWebServer expired = serving(old)) {
      String url = "https://localhost:" + server.getPort();

      assertThat(failure(url, http -> {}))
          .isEqualTo("the certificate of localhost:" + server.getPort() + UNTRUSTED);
      assertThat(failure(url, trusting(own.certificate())))
          .isEqualTo("the certificate of localhost:" + server.getPort() + " is for another host");
      assertThat(failure("https://localhost:" + expired.getPort(), trusting(root.certificate())))
          .isEqualTo(
              "the certificate of localhost:"
                  + expired.getPort()
                  + " is not valid today; check this machine's clock");
    }
  }

  @Test
  void saysThatHandshakeFailed() throws IOException {
    try (ServerSocket closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread server =
          new Thread(
              () -> {
                while (!closing.isClosed()) {
                  try {
                    closing.accept().close();
                  } catch (IOException closed) {
                    return;
                  }
                }
              });
      server.setDaemon(true);
      server.start();

      assertThat(failure("https://localhost:" + closing.getLocalPort(), http -> {}))
          .startsWith("the TLS handshake with localhost:" + closing.getLocalPort() + " failed: ");
    }
  }

  @Test
  void namesProxyThatDnsDoesNotKnow() {
    assertThat(failure(BANDWIDTH, through("proxy.example.com", 3128)))
        .isEqualTo("DNS has no address for the proxy proxy.example.com:3128");
  }

  @Test
  void namesProxyThatRefusesConnections() throws IOException {
    int port = closedPort();

    assertThat(failure(BANDWIDTH, through("localhost", port)))
        .isEqualTo("connection refused by the proxy localhost:" + port);
  }

  @Test
  void namesProxyThatIsTooSlow() {
    assertThat(
            failure(
                BANDWIDTH,
                through("localhost", 3128)
                    .andThen(failing(new SocketTimeoutException("Connect timed out")))))
        .isEqualTo(
            "timed out connecting to messaging.bandwidth.com:443 through the proxy localhost:3128");
  }

  @Test
  void namesSocksProxy() throws IOException {
    int port = closedPort();
    Proxy socks =
        new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

    assertThat(failure(BANDWIDTH, http -> http.proxy(socks)))
        .isEqualTo(
            "could not connect to messaging.bandwidth.com:443 through the proxy localhost:"
                + port
                + ": Connection refused");
  }

  @ParameterizedTest
  @CsvSource({
    "407, 'the proxy localhost:%1$d requires credentials, or refused those it was given (407)'",
    "403, the proxy localhost:%1$d refused to connect to messaging.bandwidth.com:443 (403)"
  })
  void saysWhatProxyRefuses(int status, String words) throws IOException {
    try (CountingServer proxy = responding(status)) {
      String said = failure(BANDWIDTH, through("localhost", proxy.port()));

      assertThat(said).isEqualTo(words.formatted(proxy.port()));
    }
  }

  @Test
  void doesNotRetryProxyThatRequiresCredentials() throws IOException {
    try (CountingServer proxy = responding(407)) {
      MessagingClient client =
          Examples.client(BANDWIDTH).httpClient(http(through("localhost", proxy.port()))).build();

      NotSentException e =
          catchThrowableOfType(NotSentException.class, () -> client.send(Examples.REQUEST));

      assertThat(e.isRetryable()).isFalse();
      assertThat(e.attempts()).isEqualTo(1);
    }
  }

  @Test
  void keepsCredentialsOfProxyToItself() throws IOException {
    try (CountingServer proxy = responding(407)) {
      Consumer<OkHttpClient.Builder> through =
          through("localhost", proxy.port())
              .andThen(
                  http ->
                      http.proxyAuthenticator(
                          (route, response) ->
                              response.request().header("Proxy-Authorization") != null
                                  ? null
                                  : response
                                      .request()
                                      .newBuilder()
                                      .header("Proxy-Authorization", "Basic proxy-secret")
                                      .build()));

      assertThat(failure(BANDWIDTH, through))
          .contains("(407)")
          .doesNotContain("Basic", "proxy-secret");
    }
  }

  @Test
  void saysTheSameOfTokenEndpoint() throws IOException {
    int port = closedPort();
    MessagingClient.Builder client =
        Examples.client("http://127.0.0.1:4010")
            .credentials(Credentials.oauth("id", "secret", "https://localhost:" + port + "/token"));

    assertThat(failure(client))
        .isEqualTo("No token from localhost: connection refused by localhost:" + port);
    assertThat(failure(client.httpClient(http(through("localhost", port)))))
        .isEqualTo("No token from localhost: connection refused by the proxy localhost:" + port);
    try (CountingServer proxy = responding(403)) {
      assertThat(failure(client.httpClient(http(through("localhost", proxy.port())))))
          .isEqualTo(
              "No token from localhost: the proxy localhost:%d refused to connect to localhost:%d"
                  + " (403)",
              proxy.port(), port);
    }
  }

  @Test
  void doesNotRetryTokenEndpointWithWrongCertificate() throws IOException {
    HeldCertificate own = new HeldCertificate.Builder().build();
    try (MockWebServer server = serving(own)) {
      MessagingClient client =
          Examples.client("http://127.0.0.1:4010")
              .credentials(
                  Credentials.oauth("id", "secret", "https://localhost:" + server.getPort()))
              .build();

      NotSentException e =
          catchThrowableOfType(NotSentException.class, () -> client.send(Examples.REQUEST));

      assertThat(e)
          .hasMessage(
              "%sNo token from localhost: the certificate of localhost:%d%s",
              NOT_SENT, server.getPort(), UNTRUSTED);
      assertThat(e.isRetryable()).isFalse();
    }
  }

  @Test
  void saysTheSameOfMediaAndSearch() throws IOException {
    int port = closedPort();
    MessagingClient client = Examples.client("http://localhost:" + port).build();

    assertThat(catchThrowableOfType(ApiException.class, () -> client.media().download("a.png")))
        .hasMessage(
            "GET /users/{accountId}/media/{mediaId} -> not sent: connection refused by"
                + " localhost:"
                + port);
    assertThat(catchThrowableOfType(ApiException.class, client::checkCredentials))
        .hasMessage(
            "GET /users/{accountId}/messages -> not sent: connection refused by localhost:" + port);
  }

  @Test
  void keepsMessagesOfInterceptors() {
    assertThat(
            failure(
                BANDWIDTH,
                http ->
                    http.addInterceptor(
                        chain -> {
                          throw new UnknownHostException("the vault is sealed");
                        })))
        .isEqualTo("the vault is sealed");
  }

  static String failure(String baseUrl, Consumer<OkHttpClient.Builder> settings) {
    return failure(Examples.client(baseUrl).httpClient(http(settings)));
  }

  private static String failure(MessagingClient.Builder client) {
    NotSentException e =
        catchThrowableOfType(NotSentException.class, () -> client.build().send(Examples.REQUEST));
    assertThat(e).hasMessageStartingWith(NOT_SENT);
    return e.getMessage().substring(NOT_SENT.length());
  }

  private static OkHttpClient http(Consumer<OkHttpClient.Builder> settings) {
    OkHttpClient.Builder http = new OkHttpClient.Builder().dns(DNS);
    settings.accept(http);
    return http.build();
  }

  static Consumer<OkHttpClient.Builder> through(String host, int port) {
    return http ->
        http.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)));
  }

  private static Consumer<OkHttpClient.Builder> trusting(X509Certificate certificate) {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder().addTrustedCertificate(certificate).build();
    return http -> http.sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
  }

  static Consumer<OkHttpClient.Builder> failing(IOException failure) {
    return http ->
        http.socketFactory(
            new SocketFactory() {
              @Override
              public Socket createSocket() {
                return new Socket() {
                  @Override
                  public void connect(SocketAddress address, int timeout) throws IOException {
                    throw failure;
                  }
                };
              }

              @Override
              public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Socket createSocket(
                  InetAddress host, int port, InetAddress from, int fromPort) {
                throw new UnsupportedOperationException();
              }
            });
  }

  static MockWebServer serving(HeldCertificate certificate) throws IOException {
    MockWebServer server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start();
    return server;
  }

  static CountingServer responding(int status) throws IOException {
    return new CountingServer(
        (number, socket) -> {
          CountingServer.write(
              socket,
              "HTTP/1.1 " + status + " No\nProxy-Authenticate: Basic\nContent-Length: 0\n\n");
          return true;
        });
  }

  static int closedPort() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return closed.getLocalPort();
    }
  }
}
