package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.RECEIPT;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits for the limits of {@link Http2Framing} and {@link Lanes} to pass. */
@Tag("thorough")
@Timeout(60)
class Http2WaitsTest {
  /** As if a network device had dropped the connection without a word. */
  @Test
  void leavesConnectionOfServerThatIsGone() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  Socket silent = listener.accept();
                  Http2Test.serve(listener.accept(), false);
                  silent.close();
                } catch (IOException e) {
                  // The client gets no response.
                }
              });
      thread.setDaemon(true);
      thread.start();
      OkHttpClient http2 =
          Transport.defaultClient()
              .newBuilder()
              .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
              .build();
      MessagingClient client =
          Examples.client("http://127.0.0.1:" + listener.getLocalPort() + "/api/v2")
              .httpClient(http2)
              .build();
      RequestOptions patient = RequestOptions.none().withAttemptTimeout(Duration.ofMillis(30_500));

      assertThatExceptionOfType(UnknownOutcomeException.class)
          .isThrownBy(() -> client.send(REQUEST, patient));
      assertThat(client.send(REQUEST).id()).isEqualTo("1");
    }
  }

  @Test
  void batchDoesNotWaitLongForConnection() throws Exception {
    CountDownLatch second = new CountDownLatch(2);
    OkHttpClient http2 =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .dns(
                host -> {
                  second.countDown();
                  try {
                    assertThat(second.await(20, SECONDS)).isTrue();
                  } catch (InterruptedException e) {
                    throw new UnknownHostException(host);
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();
    try (MockWebServer server = new MockWebServer()) {
      server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
      server.start();
      server.enqueue(new MockResponse.Builder().code(202).body(RECEIPT).build());
      server.enqueue(new MockResponse.Builder().code(202).body(RECEIPT).build());
      MessagingClient client =
          Examples.client("http://localhost:" + server.getPort() + "/api/v2")
              .httpClient(http2)
              .build();

      assertThat(Http2Test.outcomes(client, 2, 2)).containsExactly(Outcome.SENT, Outcome.SENT);
    }
  }
}
