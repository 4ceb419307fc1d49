package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class BadInputTest {
  private static final MessageRequest INVALID =
      REQUEST.toBuilder().text("x".repeat(100_000)).to("12345").build();

  @Test
  void writesNothingOfMessageThatBreaksRules() throws IOException {
    try (CountingServer server = answering(ACCEPTED);
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                List.of(INVALID, REQUEST).iterator(), BatchOptions.defaults().withInFlight(1))) {
      assertThatExceptionOfType(InvalidMessageException.class)
          .isThrownBy(() -> client.send(INVALID))
          .withMessageStartingWith("The message breaks ")
          .satisfies(
              e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
                assertThat(e.attempts()).isZero();
                assertThat(e.violations()).isNotEmpty().isEqualTo(INVALID.violations());
              });
      assertThat(client.sendAsync(INVALID))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withCauseInstanceOf(InvalidMessageException.class);
      assertThat(batch)
          .extracting(Batch.Result::outcome)
          .containsExactly(Outcome.NOT_SENT, Outcome.SENT);
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @Test
  void takesExpirationByTheClientsClock() throws IOException {
    MessageRequest request =
        REQUEST.toBuilder().expiration(OffsetDateTime.parse("2001-01-01T00:00:00Z")).build();
    try (CountingServer server = answering(ACCEPTED)) {
      MessagingClient.Builder client = Examples.client(server.url());

      assertThatExceptionOfType(InvalidMessageException.class)
          .isThrownBy(() -> client.build().send(request))
          .withMessageContaining("expiration: must be after");
      assertThat(client.clock(() -> Instant.EPOCH).build().send(request).id()).isEqualTo("a1");
    }
  }

  @Test
  void readsRecipientThatIsAString() throws IOException {
    assertThat(accepted("{\"id\":\"a1\",\"to\":\"+12345678902\"}").message().to())
        .containsExactly("+12345678902");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"to\":{\"number\":1}",
        "\"to\":[1,2]",
        "\"segmentCount\":\"many\"",
        "\"segmentCount\":1.5",
        "\"time\":\"yesterday\"",
        "\"media\":7",
        "\"expiration\":true",
        "\"direction\":[]"
      })
  void returnsMessageWithoutPropertyOfOtherType(String property) throws IOException {
    String body = "{\"from\":\"+12345678901\"," + property + ",\"id\":\"a1\"}";
    SendResult sent = accepted(body);

    assertThat(sent.message().id()).isEqualTo("a1");
    assertThat(sent.message().from()).isEqualTo("+12345678901");
    assertThat(sent.body()).isEqualTo(body);
  }

  @Test
  void readsNumberAsId() throws IOException {
    assertThat(accepted("{\"id\":1476}").message().id()).isEqualTo("1476");
  }

  @Test
  void keepsUnknownProperties() throws IOException {
    Message message = accepted("{\"id\":\"a1\",\"carrier\":{\"name\":\"x\"}}").message();

    assertThat(message.additionalProperties()).containsOnlyKeys("carrier");
  }

  @Test
  void keepsUnknownEnumValues() throws IOException {
    Message message =
        accepted("{\"id\":\"a1\",\"direction\":\"sideways\",\"priority\":\"top\"}").message();

    assertThat(message.direction()).hasToString("sideways");
    assertThat(message.priority()).hasToString("top");
  }

  @Test
  void acceptsNullInPlaceOfValue() throws IOException {
    Message message =
        accepted("{\"id\":\"a1\",\"to\":null,\"from\":null,\"time\":null,\"segmentCount\":null}")
            .message();

    assertThat(message.id()).isEqualTo("a1");
    assertThat(message.to()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml; charset=latin1", "nonsense"})
  void readsReceiptWhateverItsContentType(String type) throws IOException {
    assertThat(
            sent("HTTP/1.1 202 Accepted\nContent-Type: "
                    + type
                    + "\nContent-Length: 11\n\n{\"id\":\"a1\"}")
                .message()
                .id())
        .isEqualTo("a1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[\"a\"]", "true", "\"\"", "\" \""})
  void acceptsNothingElseAsId(String id) {
    UnreadableResponseException e =
        requireNonNull(
            catchThrowableOfType(
                UnreadableResponseException.class, () -> accepted("{\"id\":" + id + "}")));

    assertThat(e.id()).isNull();
  }

  @Test
  void acceptsStatusWithoutReason() throws IOException {
    assertThat(sent("HTTP/1.1 202\nContent-Length: 11\n\n{\"id\":\"a1\"}").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 102, 103})
  void waitsForResponseAfterInformationalOne(int status) throws IOException {
    assertThat(
            sent("HTTP/1.1 "
                    + status
                    + " Wait\n\nHTTP/1.1 202 Accepted\nContent-Length: 11\n\n{\"id\":\"a1\"}")
                .status())
        .isEqualTo(202);
  }

  @Test
  void reportsSwitchedProtocolAsUnknown() throws IOException {
    assertThat(failure("HTTP/1.1 101 Switching Protocols\nUpgrade: x\nConnection: upgrade\n\n"))
        .isInstanceOf(UnknownOutcomeException.class);
  }

  @Test
  void treatsNoContentAsSent() throws IOException {
    SendException e = failure("HTTP/1.1 204 No Content\n\n");

    assertThat(e.outcome()).isEqualTo(Outcome.SENT);
    assertThat(e.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Long: a\n b", "X-Empty:", ": nameless", "no colon", "X-Bin: \u0001ä"})
  void survivesStrangeHeader(String header) throws IOException {
    try (CountingServer server =
        answering("HTTP/1.1 202 Accepted\n" + header + "\nContent-Length: 11\n\n{\"id\":\"a1\"}")) {
      try {
        assertThat(Examples.client(server.url()).build().send(REQUEST).id()).isEqualTo("a1");
      } catch (SendException e) {
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
      }
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\n",
        "HTTP/9.9 202 Accepted\n\n",
        "\n\n\n",
        "HTTP/1.1 abc\n\n"
      })
  void reportsAnswerThatIsNotHttpAsUnknown(String answer) throws IOException {
    assertThat(failure(answer)).isInstanceOf(UnknownOutcomeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"202 Accepted", "400 Bad Request", "502 Bad Gateway"})
  void readsOnlyBeginningOfFiftyMegabytes(String status) throws IOException {
    byte[] megabyte = new byte[1024 * 1024];
    Arrays.fill(megabyte, (byte) 'x');
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              write(socket, "HTTP/1.1 " + status + "\nContent-Length: 52428800\n\n");
              for (int i = 0; i < 50; i++) {
                socket.getOutputStream().write(megabyte);
              }
              return false;
            })) {
      SendException e = failure(Examples.client(server.url()).build());

      assertThat(e.body()).hasSize((int) HttpResponse.MAX_BODY);
      assertThat(e.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
    }
  }

  @Test
  void reportsProxyThatRefusesAsNotSent() throws IOException {
    try (CountingServer proxy =
        answering("HTTP/1.1 403 Forbidden\nContent-Length: 0\nConnection: close\n\n")) {
      OkHttpClient behindProxy =
          new OkHttpClient.Builder()
              .proxy(
                  new Proxy(
                      Proxy.Type.HTTP,
                      new InetSocketAddress(
                          InetAddress.getLoopbackAddress(), URI.create(proxy.url()).getPort())))
              .build();
      SendException e =
          failure(Examples.client("https://messaging.example.com").httpClient(behindProxy).build());

      assertThat(e).isInstanceOf(NotSentException.class).hasMessageContaining("403");
      assertThat(proxy.messages()).isZero();
    }
  }

  @Test
  void reportsUnreachableProxyAsNotSent() throws IOException {
    int port;
    try (CountingServer away = answering("")) {
      port = URI.create(away.url()).getPort();
    }
    OkHttpClient behindProxy =
        new OkHttpClient.Builder()
            .proxy(
                new Proxy(
                    Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
            .build();

    assertThat(failure(Examples.client("http://127.0.0.1:1").httpClient(behindProxy).build()))
        .isInstanceOf(NotSentException.class);
  }

  private static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\nContent-Length: 11\nConnection: close\n\n{\"id\":\"a1\"}";

  private static SendResult accepted(String body) throws IOException {
    return sent(
        "HTTP/1.1 202 Accepted\nContent-Type: application/json\nContent-Length: "
            + body.getBytes(ISO_8859_1).length
            + "\n\n"
            + body);
  }

  private static SendResult sent(String answer) throws IOException {
    try (CountingServer server = answering(answer)) {
      return Examples.client(server.url()).build().send(REQUEST, RequestOptions.none());
    }
  }

  private static SendException failure(String answer) throws IOException {
    try (CountingServer server = answering(answer)) {
      return failure(Examples.client(server.url()).build());
    }
  }

  private static SendException failure(MessagingClient client) {
    return requireNonNull(
        catchThrowableOfType(SendException.class, () -> client.send(REQUEST)), "sent");
  }

  private static CountingServer answering(String answer) throws IOException {
    return new CountingServer(
        (number, socket) -> {
          write(socket, answer);
          return false;
        });
  }
}
