package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.function.BiFunction;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
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
      checked.connect(listener.getLocalSocketAddress());
      assertSame(checked, below, false);
      SSLParameters parameters = checked.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2"});
      checked.setSSLParameters(parameters);
      assertThat(below.getSSLParameters().getApplicationProtocols()).containsExactly("h2");
      assertThat(checked.getSSLParameters().getApplicationProtocols()).containsExactly("h2");
      BiFunction<SSLSocket, java.util.List<String>, String> selector = (socket, list) -> "h2";
      checked.setHandshakeApplicationProtocolSelector(selector);
      assertThat(below.getHandshakeApplicationProtocolSelector()).isSameAs(selector);
      HandshakeCompletedListener completed = event -> {};
      checked.addHandshakeCompletedListener(completed);
      below.removeHandshakeCompletedListener(completed);
      below.addHandshakeCompletedListener(completed);
      checked.removeHandshakeCompletedListener(completed);
      checked.close();
      assertThat(tcp.isClosed()).isTrue();
      assertThat(below.isClosed()).isTrue();
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
      return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
