package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.net.SocketFactory;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is asked of a socket or set on it reaches the socket below. */
@Timeout(30)
class CheckedSocketTest {
  /** Not asked of the socket below, or with effects of their own. */
  private static final Set<String> OTHERS =
      Set.of(
          "streams",
          "unchecked",
          "getInputStream",
          "getOutputStream",
          "close",
          "connect",
          "bind",
          "shutdownInput",
          "shutdownOutput",
          "startHandshake",
          "addHandshakeCompletedListener",
          "removeHandshakeCompletedListener",
          "setSoLinger",
          "getSSLParameters",
          "setSSLParameters",
          "setHandshakeApplicationProtocolSelector",
          "getSession",
          "getHandshakeSession");

  private final ServerSocket listener = listener();

  @AfterEach
  void stop() throws IOException {
    listener.close();
  }

  @Test
  void asksAndSetsTheSocketBelow() throws Exception {
    try (SocketChannel channel = SocketChannel.open()) {
      Socket below = channel.socket();
      CheckedSocket checked = new CheckedSocket(below);
      assertSame(checked, below, false);
      checked.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThat(below.isBound()).isTrue();
      checked.connect(listener.getLocalSocketAddress(), 5_000);
      assertThat(below.isConnected()).isTrue();
      assertSame(checked, below, true);
      assertThat(checked.getChannel()).isSameAs(channel);
      checked.setSoLinger(true, 7);
      assertThat(below.getSoLinger()).isEqualTo(7);
      assertThat(checked.getSoLinger()).isEqualTo(7);
      checked.shutdownInput();
      assertThat(below.isInputShutdown()).isTrue();
      checked.shutdownOutput();
      assertThat(below.isOutputShutdown()).isTrue();
      assertSame(checked, below, false);
      checked.close();
      assertThat(below.isClosed()).isTrue();
      assertThat(checked.isClosed()).isTrue();
    }
  }

  @Test
  void connectsWithoutLimit() throws Exception {
    try (Socket below = new Socket()) {
      new CheckedSocket(below).connect(listener.getLocalSocketAddress());

      assertThat(below.isConnected()).isTrue();
    }
  }

  @Test
  void asksAndSetsTheTlsSocketBelow() throws Exception {
    try (Socket tcp = new Socket();
        SSLSocket below =
            (SSLSocket)
                new HandshakeCertificates.Builder().build().sslSocketFactory().createSocket()) {
      CheckedTlsSocket checked = new CheckedTlsSocket(below, tcp);
      assertSame(checked, below, true);
      assertThatIOException().isThrownBy(checked::shutdownInput).withMessageContaining("not conn");
      assertThatIOException().isThrownBy(checked::shutdownOutput).withMessageContaining("not conn");
      checked.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThat(below.isBound()).isTrue();
      checked.connect(listener.getLocalSocketAddress());
      assertThat(below.isConnected()).isTrue();
      assertSame(checked, below, false);
      checked.setKeepAlive(true);
      checked.setTcpNoDelay(true);
      assertThat(checked.getKeepAlive()).isTrue();
      assertThat(checked.getTcpNoDelay()).isTrue();
      checked.setTcpNoDelay(false);
      checked.setKeepAlive(false);
      assertThat(checked.getKeepAlive()).isFalse();
      assertThat(checked.getTcpNoDelay()).isFalse();
      checked.setSoLinger(true, 7);
      assertThat(below.getSoLinger()).isEqualTo(7);
      checked.setUseClientMode(true);
      assertThat(checked.getUseClientMode()).isTrue();
      checked.setEnableSessionCreation(true);
      assertThat(checked.getEnableSessionCreation()).isTrue();
      SSLParameters parameters = checked.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      checked.setSSLParameters(parameters);
      assertThat(below.getSSLParameters().getApplicationProtocols()).containsExactly("h2");
      assertThat(checked.getSSLParameters().getApplicationProtocols()).containsExactly("h2");
      BiFunction<SSLSocket, List<String>, String> selector = (socket, list) -> "h2";
      checked.setHandshakeApplicationProtocolSelector(selector);
      assertThat(below.getHandshakeApplicationProtocolSelector()).isSameAs(selector);
      assertThat(checked.getHandshakeApplicationProtocolSelector()).isSameAs(selector);
      HandshakeCompletedListener completed = event -> {};
      checked.addHandshakeCompletedListener(completed);
      below.removeHandshakeCompletedListener(completed);
      below.addHandshakeCompletedListener(completed);
      checked.removeHandshakeCompletedListener(completed);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> below.removeHandshakeCompletedListener(completed));
      checked.close();
      assertThat(tcp.isClosed()).isTrue();
      assertThat(below.isClosed()).isTrue();
      assertThat(checked.isClosed()).isTrue();
      assertThat(checked.isInputShutdown()).isTrue();
      assertThat(checked.isOutputShutdown()).isTrue();
    }
  }

  @Test
  void connectsTlsSocketAndGreetsInTime() throws Exception {
    try (Socket tcp = new Socket();
        SSLSocket below =
            (SSLSocket)
                new HandshakeCertificates.Builder().build().sslSocketFactory().createSocket()) {
      CheckedTlsSocket checked = new CheckedTlsSocket(below, tcp);
      checked.connect(listener.getLocalSocketAddress(), 5_000);
      assertThat(below.isConnected()).isTrue();
      checked.setSoTimeout(1);

      assertThatIOException().isThrownBy(checked::startHandshake);
    }
  }

  /** OkHttp makes its sockets in one way; the others also lead to the user's factory. */
  @Test
  void makesSocketsInEveryWay() throws Exception {
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().addPlatformTrustedCertificates().build();
    OkHttpClient checked =
        Transport.checked(
            new OkHttpClient.Builder()
                .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
                .build());
    InetAddress loopback = InetAddress.getLoopbackAddress();
    String host = loopback.getHostAddress();
    int port = listener.getLocalPort();
    for (SocketFactory factory : List.of(checked.socketFactory(), checked.sslSocketFactory())) {
      try (Socket byName = factory.createSocket(host, port);
          Socket byAddress = factory.createSocket(loopback, port);
          Socket byNameFrom = factory.createSocket(host, port, loopback, 0);
          Socket byAddressFrom = factory.createSocket(loopback, port, loopback, 0)) {
        assertThat(List.of(byName, byAddress, byNameFrom, byAddressFrom))
            .allMatch(socket -> socket.getPort() == port);
      }
    }
    assertThat(checked.sslSocketFactory().getDefaultCipherSuites())
        .isEqualTo(certificates.sslSocketFactory().getDefaultCipherSuites())
        .isNotEmpty();
    assertThat(checked.sslSocketFactory().getSupportedCipherSuites())
        .isEqualTo(certificates.sslSocketFactory().getSupportedCipherSuites())
        .isNotEmpty();
  }

  /** TLS has its own framing, which must not be taken for that of HTTP. */
  @Test
  void putsTlsOnTheUncheckedSocket() throws Exception {
    HandshakeCertificates certificates = new HandshakeCertificates.Builder().build();
    Recording recording = new Recording(certificates.sslSocketFactory());
    OkHttpClient checked =
        Transport.checked(
            new OkHttpClient.Builder()
                .sslSocketFactory(recording, certificates.trustManager())
                .build());
    try (Socket tcp = new Socket();
        Socket users = new Socket()) {
      CheckedSocket checkedTcp = new CheckedSocket(tcp);
      checkedTcp.connect(listener.getLocalSocketAddress());
      users.connect(listener.getLocalSocketAddress());
      checked.sslSocketFactory().createSocket(checkedTcp, "localhost", 1, true).close();
      checked.sslSocketFactory().createSocket(users, "localhost", 1, true).close();

      assertThat(recording.below).containsExactly(tcp, users);
    }
  }

  @Test
  void readsSingleBytesAndEndsWithTheStream() throws Exception {
    try (Socket below = new Socket()) {
      CheckedSocket checked = new CheckedSocket(below);
      checked.connect(listener.getLocalSocketAddress(), 5_000);
      try (Socket server = listener.accept()) {
        OutputStream out = checked.getOutputStream();
        out.write(200);
        assertThat(server.getInputStream().read()).isEqualTo(200);
        server.getOutputStream().write(new byte[] {(byte) 200, 1});
        server.shutdownOutput();
        InputStream in = checked.getInputStream();
        assertThat(in.read()).isEqualTo(200);
        assertThat(in.available()).isEqualTo(1);
        assertThat(in.read()).isEqualTo(1);
        assertThat(in.read()).isEqualTo(-1);
        in.close();
        assertThat(below.isClosed()).isTrue();
      }
    }
  }

  private static void assertSame(Socket checked, Socket below, boolean sets) throws Exception {
    int compared = 0;
    for (Method method : checked.getClass().getDeclaredMethods()) {
      String name = method.getName();
      boolean isSetter = method.getParameterCount() > 0;
      if (OTHERS.contains(name) || method.isSynthetic() || (isSetter && !sets)) {
        continue;
      }
      if (!isSetter) {
        assertThat(ask(method, checked)).as(name).isEqualTo(ask(method(below, method), below));
      } else {
        Method getter = getter(checked, name.substring("set".length()));
        Object before = ask(getter, below);
        if (before instanceof String) {
          // Thrown, as the socket is not in the state for it.
          continue;
        }
        assertThat(ask(method, checked, changed(before))).as(name).isEqualTo("null");
        Object after = ask(method(below, getter), below);
        assertThat(after).as(name).isNotEqualTo(before);
        assertThat(ask(getter, checked)).as(name).isEqualTo(after);
      }
      compared++;
    }
    assertThat(compared).isGreaterThan(15);
  }

  private static Object changed(Object value) {
    if (value instanceof Boolean is) {
      return !is;
    }
    return value instanceof Integer number
        ? (Object) (number == 0 ? 1_234 : number / 2)
        : new String[] {((String[]) value)[0]};
  }

  private static Method getter(Socket socket, String property) throws NoSuchMethodException {
    return socket.getClass().getMethod("get" + property);
  }

  private static Method method(Socket socket, Method method) throws NoSuchMethodException {
    return (socket instanceof SSLSocket ? SSLSocket.class : Socket.class)
        .getMethod(method.getName(), method.getParameterTypes());
  }

  /** Returns what the method returns or throws. */
  private static Object ask(Method method, Socket socket, Object... arguments) throws Exception {
    Method declared =
        method.getDeclaringClass().isInstance(socket) ? method : method(socket, method);
    try {
      Object answer = declared.invoke(socket, arguments);
      return answer == null ? "null" : answer;
    } catch (InvocationTargetException e) {
      return requireNonNull(e.getCause()) instanceof Exception thrown
          ? thrown.getClass().getSimpleName()
          : e;
    }
  }

  private static ServerSocket listener() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes down which sockets TLS is put on. */
  private static final class Recording extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final List<Socket> below = new ArrayList<>();

    Recording(SSLSocketFactory factory) {
      this.factory = factory;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
        throws IOException {
      below.add(socket);
      return factory.createSocket(socket, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new AssertionError();
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return factory.getSupportedCipherSuites();
    }
  }
}
