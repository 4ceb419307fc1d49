package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.bandwidthmessaging.client.Message;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class StaleConnectionTest {
  static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\nContent-Type: application/json\nContent-Length: 10\n\n{\"id\":\"1\"}";

  /** How a server leaves a connection on which it has answered. */
  enum Farewell {
    CLOSE {
      @Override
      void say(Socket socket) throws IOException {
        socket.close();
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

  private final BlockingQueue<Socket> answered = new LinkedBlockingQueue<>();

  @ParameterizedTest
  @EnumSource
  void sendsOnceOnFreshConnection(Farewell farewell) throws Exception {
    try (CountingServer server = server(ServerSocketFactory.getDefault())) {
      MessagingClient client = Examples.client(server.url()).build();
      assertSentOnceAfter(farewell, server, client);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsOnceOnFreshConnectionOfUsersClient(Farewell farewell) throws Exception {
    try (CountingServer server = server(ServerSocketFactory.getDefault())) {
      OkHttpClient users = new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
      MessagingClient client = Examples.client(server.url()).httpClient(users).build();
      assertSentOnceAfter(farewell, server, client);
    }
  }

  @Test
  void sendsOnceOnFreshTlsConnection() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    try (CountingServer server = server(certificates.sslContext().getServerSocketFactory())) {
      OkHttpClient users =
          new OkHttpClient.Builder()
              .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
              .build();
      MessagingClient client =
          Examples.client(server.url().replace("http:", "https:")).httpClient(users).build();
      assertSentOnceAfter(Farewell.CLOSE, server, client);
    }
  }

  @Test
  void keepsUsingConnectionThatIsOpen() throws Exception {
    try (CountingServer server = server(ServerSocketFactory.getDefault())) {
      MessagingClient client = Examples.client(server.url()).build();
      for (int i = 0; i < 5; i++) {
        client.send(Examples.REQUEST);
      }

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.messages()).isEqualTo(5);
    }
  }

  @Test
  void replacesEveryConnectionThatWasClosed() throws Exception {
    int parallel = 8;
    BlockingQueue<Socket> waiting = new LinkedBlockingQueue<>();
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              waiting.add(socket);
              if (number < parallel) {
                return true;
              }
              if (number == parallel) {
                for (Socket each : waiting) {
                  write(each, ACCEPTED);
                }
                return true;
              }
              write(socket, ACCEPTED);
              return true;
            })) {
      MessagingClient client = Examples.client(server.url()).build();
      List<CompletableFuture<Message>> sent =
          IntStream.range(0, parallel).mapToObj(i -> client.sendAsync(Examples.REQUEST)).toList();
      for (CompletableFuture<Message> each : sent) {
        each.get(20, SECONDS);
      }
      for (Socket each : waiting) {
        CountingServer.reset(each);
      }
      client.send(Examples.REQUEST);

      assertThat(server.messages()).isEqualTo(parallel + 1);
      client.close();
    }
  }

  /** The negative control: without the look, a one-shot body does not get through. */
  @Test
  void plainOkHttpFailsWithOneShotBody() throws Exception {
    try (CountingServer server = server(ServerSocketFactory.getDefault())) {
      OkHttpClient client = new OkHttpClient();
      client.newCall(oneShot(server)).execute().close();
      Farewell.CLOSE.say(answered.take());

      assertThatIOException().isThrownBy(() -> client.newCall(oneShot(server)).execute().close());
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  private void assertSentOnceAfter(Farewell farewell, CountingServer server, MessagingClient client)
      throws Exception {
    client.send(Examples.REQUEST);
    farewell.say(answered.take());
    Receipt receipt = client.send(Examples.REQUEST, SendOptions.defaults());

    assertThat(receipt.attempts()).isEqualTo(1);
    assertThat(server.messages()).isEqualTo(2);
    assertThat(server.connections()).isEqualTo(2);
  }

  private CountingServer server(ServerSocketFactory sockets) throws IOException {
    return new CountingServer(
        (number, socket) -> {
          write(socket, ACCEPTED);
          answered.add(socket);
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
