package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Through a SOCKS proxy, whose sockets OkHttp makes itself. */
@Timeout(30)
class SocksTest {
  private final MockWebServer server = new MockWebServer();
  private final ServerSocket proxy = listener();

  @BeforeEach
  void start() throws IOException {
    server.start();
    daemon(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void usesNoConnectionTwiceOnWhichSomethingCouldBeLeft() throws Exception {
    MessagingClient client = client(Protocol.HTTP_1_1);
    for (int i = 0; i < 2; i++) {
      server.enqueue(new MockResponse.Builder().code(202).body(Examples.RECEIPT).build());
      client.send(Examples.REQUEST);

      RecordedRequest recorded = requireNonNull(server.takeRequest(10, SECONDS));
      assertThat(recorded.getHeaders().get("Connection")).isEqualTo("close");
      assertThat(recorded.getExchangeIndex()).isZero();
    }
  }

  @Test
  void keepsConnectionOfHttp2() throws Exception {
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    MessagingClient client = client(Protocol.H2_PRIOR_KNOWLEDGE);
    for (int i = 0; i < 2; i++) {
      server.enqueue(new MockResponse.Builder().code(202).body(Examples.RECEIPT).build());
      client.send(Examples.REQUEST);

      RecordedRequest recorded = requireNonNull(server.takeRequest(10, SECONDS));
      assertThat(recorded.getHeaders().get("Connection")).isNull();
      assertThat(recorded.getExchangeIndex()).isEqualTo(i);
    }
  }

  private MessagingClient client(Protocol protocol) {
    return Examples.client("http://127.0.0.1:" + server.getPort())
        .httpClient(
            new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.SOCKS, proxy.getLocalSocketAddress()))
                .protocols(List.of(protocol))
                .build())
        .build();
  }

  /** Speaks SOCKS 5 without authentication (RFC 1928) and connects to the server. */
  private void serve() {
    while (true) {
      try {
        Socket client = proxy.accept();
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        in.readNBytes(1);
        in.readNBytes(in.read());
        out.write(new byte[] {5, 0});
        in.readNBytes(3);
        boolean isName = in.read() == 3;
        in.readNBytes((isName ? in.read() : 4) + 2);
        out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        Socket target = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        daemon(() -> copy(client, target));
        daemon(() -> copy(target, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException closed) {
      // By the other side.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "socks");
    thread.setDaemon(true);
    thread.start();
  }

  private static ServerSocket listener() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
