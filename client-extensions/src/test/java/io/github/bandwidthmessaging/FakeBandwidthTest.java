package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.api.BandwidthError;
import io.github.bandwidthmessaging.api.ChannelReceipt;
import io.github.bandwidthmessaging.api.MediaItem;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FakeBandwidthTest {
  private static final PhoneNumber OWN = PhoneNumber.of("+12345678901");

  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();
  private final Path folder;

  FakeBandwidthTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void issuesTokenForItsClient() {
    List<String> authorizations = new CopyOnWriteArrayList<>();
    OkHttpClient recording =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  authorizations.add(chain.request().header("Authorization"));
                  return chain.proceed(chain.request());
                })
            .build();
    bandwidth.failNext(Fault.UNAUTHORIZED);

    try (MessagingClient client = bandwidth.clientBuilder().httpClient(recording).build()) {
      client.send(client.sender(OWN.value()).text(FIRST, "Hi"));
    }

    assertThat(authorizations).containsExactly("Bearer token-1", "Bearer token-2");
    assertThat(bandwidth.onlySent().text()).isEqualTo("Hi");
  }

  @Test
  void leadsProductionCodeHereByItsEnvironment() {
    bandwidth.requireOAuth("9900001", "id", "secret");

    try (MessagingClient client =
        MessagingClient.fromEnvironment(bandwidth.environment()).build()) {
      client.send(client.sender(OWN.value()).text(FIRST, "Hi"));
      client.send(client.sender(OWN.value()).text(FIRST, "Hi again"));
    }

    assertThat(bandwidth.sent()).extracting(MessageRequest::text).containsExactly("Hi", "Hi again");
    assertThat(bandwidth.listed()).extracting(MessageSummary::accountId).containsOnly("9900001");
    assertThat(bandwidth.tokensIssued()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"other, secret", "id, other"})
  void givesNoTokenToAnotherClient(String id, String secret) {
    bandwidth.requireOAuth("9900000", "id", "secret");

    try (MessagingClient client =
        bandwidth
            .clientBuilder()
            .credentials(Credentials.oauth(id, secret, bandwidth.tokenUrl()))
            .build()) {
      assertThatExceptionOfType(NotSentException.class)
          .isThrownBy(() -> client.send(REQUEST))
          .withMessageEndingWith(
              "not sent: No token: 127.0.0.1 responded with 401 invalid_client; the client ID or the"
                  + " client secret is wrong")
          .returns(false, NotSentException::isRetryable);
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(client::checkCredentials)
          .withMessageEndingWith("; the client ID or the client secret is wrong");
    }
    assertThat(bandwidth.sent()).isEmpty();
    assertThat(bandwidth.tokensIssued()).isZero();
  }

  @Test
  void slowTokenIsNamed() {
    RequestOptions soon =
        RequestOptions.none()
            .withTimeout(Duration.ofMillis(100))
            .withRetryPolicy(RetryPolicy.none());
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      bandwidth.delayNextToken(Duration.ofMinutes(1));

      assertThatExceptionOfType(NotSentException.class)
          .isThrownBy(() -> client.send(REQUEST, soon))
          .withMessageEndingWith("not sent: timed out waiting for a token from 127.0.0.1")
          .returns(true, NotSentException::isRetryable);
      assertThat(client.sendAsync(REQUEST, soon))
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .withMessageEndingWith("not sent: timed out waiting for a token from 127.0.0.1");
    }
  }

  @ParameterizedTest
  @MethodSource
  void checksAccountAndCredentialsOfEveryOperation(Consumer<MessagingClient> operation) {
    MessagingClient right = bandwidth.clientBuilder().build();
    MessagingClient otherAccount = right.newBuilder().accountId("9900001").build();
    MessagingClient basic = right.newBuilder().credentials(Credentials.basic("u", "p")).build();
    MessagingClient foreign = right.newBuilder().credentials(() -> "Bearer token-99").build();
    Stream.of(right, otherAccount, basic, foreign).forEach(operation);

    bandwidth.requireOAuth("9900000", "client-id", "client-secret");

    operation.accept(right);
    assertThat(Stream.of(otherAccount, basic, foreign))
        .allSatisfy(
            client ->
                assertThatExceptionOfType(BandwidthException.class)
                    .isThrownBy(() -> operation.accept(client))
                    .returns(401, BandwidthException::status));
  }

  @Test
  void hasNothingUnderAnotherBaseUrl() {
    MessagingClient client =
        bandwidth.clientBuilder().baseUrl(bandwidth.url() + "messages").build();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.send(REQUEST))
        .returns(404, BandwidthException::status);
    assertThat(bandwidth.sent()).isEmpty();
  }

  static Stream<Consumer<MessagingClient>> checksAccountAndCredentialsOfEveryOperation() {
    MediaUpload upload = MediaUpload.of("a.png", new byte[1]);
    return Stream.of(
        client -> client.send(REQUEST),
        client -> client.send(Examples.MULTI_CHANNEL),
        MessagingClient::checkCredentials,
        client -> client.media().upload(upload),
        client -> client.media().list().forEach(item -> {}));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void sendsNothingWithoutToken(Fault fault) {
    bandwidth.failNextToken(fault);
    try (MessagingClient client =
        bandwidth.clientBuilder().retryPolicy(RetryPolicy.none()).build()) {
      assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> client.send(REQUEST));
      assertThat(bandwidth.sent()).isEmpty();
      assertThat(bandwidth.tokensIssued()).isZero();

      client.send(REQUEST);
    }
    assertThat(bandwidth.tokensIssued()).isEqualTo(1);
  }

  @Test
  void slowTokenEndpointUsesUpTimeout() {
    bandwidth.delayNextToken(Duration.ofHours(1));
    RequestOptions options = RequestOptions.none().withTimeout(Duration.ofMillis(300));

    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      assertThatExceptionOfType(NotSentException.class)
          .isThrownBy(() -> client.send(REQUEST, options));
    }
    assertThat(bandwidth.sent()).isEmpty();
  }

  @Test
  void tokenWithoutLifetimeServesOnce() {
    bandwidth.setTokenLifetime(Duration.ZERO);

    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      client.send(REQUEST);
      client.send(REQUEST);
    }

    assertThat(bandwidth.tokensIssued()).isEqualTo(2);
  }

  @Test
  void revokedTokenIsRenewedOnce() {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      client.send(REQUEST);
      bandwidth.revokeTokens();
      client.send(REQUEST);
      client.send(REQUEST);
    }

    assertThat(bandwidth.sent()).hasSize(3);
    assertThat(bandwidth.tokensIssued()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"my-account, id", "u-1, id", "'', id", "9900000, ''"})
  void rejectsInvalidAccountOrClientId(String accountId, String clientId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bandwidth.requireOAuth(accountId, clientId, "secret"));
  }

  @Test
  void printsNumbersAndTextOfWhatWasSent() {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      client.send(Examples.SENDER.text(FIRST, "Hi"));
      client.send(Examples.SENDER.text(FIRST, "Bye"));
      client.send(Examples.MULTI_CHANNEL);
    }

    assertThat(bandwidth.toString())
        .startsWith("FakeBandwidth[url=" + bandwidth.url() + ", sent=[{")
        .contains("\"to\":[\"+12345678902\"]", "\"text\":\"Hi\"", "\"text\":\"Bye\"")
        .contains("sentMultiChannel=[{\"to\":\"+12345678902\"");
    assertThatThrownBy(bandwidth::onlySent)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Expected one message, but 2 were sent: [{\"")
        .hasMessageContaining("\"text\":\"Bye\"");
  }

  @ParameterizedTest
  @CsvSource({
    "POST /users/1/messages HTTP/1.1|Authorization: a|Content-Length: 2||{}, 400",
    "POST /users/1/messages HTTP/1.1|authorization:a|Transfer-Encoding: chunked||1|{|1|}|0||, 400",
    "POST /users/1/messages HTTP/1.1|Authorization: a|Expect: 100-continue|Content-Length: 2||{},"
        + " 100 400",
    "POST /users/1/messages HTTP/1.1|Authorization: a|Content-Length: 2||{}GET / HTTP/1.1||,"
        + " 400 404",
    "GET / HTTP/1.1|Connection: close||GET / HTTP/1.1||, 404",
    "GET /users/1/messages HTTP/1.1||, 401",
    "GET /users/my-account/messages HTTP/1.1|Authorization: a||, 401",
    "GET http://127.0.0.1/users/1/messages HTTP/1.1||, 401",
    "POST /users/1/messages HTTP/1.1|Authorization: a|Content-Length: 3||{}, ''",
    "GET /a b HTTP/1.1||, ''",
    "HELLO||, ''",
    "GET / HTTP/1.1|no header||, ''"
  })
  void respondsToHttpAndClosesOtherConnections(String lines, String statuses) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(lines.replace("|", "\r\n").getBytes(UTF_8));
      socket.shutdownOutput();
      String response = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(
              Pattern.compile("HTTP/1\\.1 ([0-9]+) ")
                  .matcher(response)
                  .results()
                  .map(result -> result.group(1)))
          .isEqualTo(statuses.isEmpty() ? List.of() : List.of(statuses.split(" ")));
    }
  }

  /** Two pieces cost 40 ms, which the second waits for the acknowledgment of the first. */
  @Test
  void respondsInOnePiece() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
      byte[] piece = new byte[10_000];
      int length = socket.getInputStream().read(piece);

      assertThat(new String(piece, 0, length, UTF_8))
          .startsWith("HTTP/1.1 404 ")
          .endsWith("\"description\":\"No such path\"}");
    }
  }

  private int port() {
    return URI.create(bandwidth.url()).getPort();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, users/9900000/media/a%2Fb.png, 404",
    "PUT, users/9900000/media/a/b.png, 204",
    "PUT, users/9900000/media/, 404",
    "PUT, users/9900000/media, 404",
    "GET, users/9900000/media/a%2Fb.png, 404",
    "GET, users/9900000/media/stored/a.png, 200",
    "GET, users/9900001/media/stored/a.png, 404",
    "DELETE, users/9900000/media/stored%2Fa.png, 404",
    "DELETE, users/9900000/media/stored/a.png, 204",
    "PATCH, users/9900000/media/stored/a.png, 404"
  })
  void mediaNamesHaveRawSlashes(String method, String path, int status) throws IOException {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      client.media().upload(MediaUpload.of("stored/a.png", new byte[1]));
    }
    RequestBody body =
        method.startsWith("P") ? RequestBody.create(new byte[2], MediaType.get("image/png")) : null;
    Request.Builder request =
        new Request.Builder().url(bandwidth.url() + path).method(method, body);

    assertThat(status(request.header("Authorization", "Basic x"))).isEqualTo(status);
    assertThat(status(request.removeHeader("Authorization"))).isEqualTo(401);
  }

  @Test
  void mediaHaveFaultsOfTheirOwn() {
    bandwidth.failNext(Fault.FORBIDDEN);
    bandwidth.failNextMedia(Fault.UNAUTHORIZED, Fault.BAD_GATEWAY);
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      client.media().upload(MediaUpload.of("a.png", new byte[1]));

      assertThat(bandwidth.media()).containsOnlyKeys("a.png");
      bandwidth.failNextMedia(Fault.BAD_REQUEST);
      assertThatThrownBy(() -> client.media().delete("a.png")).hasMessageContaining("400");
      assertThatThrownBy(() -> client.send(REQUEST)).hasMessageContaining("403");
    }
    assertThat(bandwidth.media()).containsOnlyKeys("a.png");
  }

  @Test
  void mediaOfBandwidthsUrlAreThoseOfItsAccount() {
    String payload = "https://messaging.bandwidth.com/api/v2/users/9900902/media/1476/0/bw.png";
    Path file = folder.resolve("copy");
    try (MessagingClient client = bandwidth.clientBuilder().accountId("9900902").build()) {
      client.media().upload(MediaUpload.of("1476/0/bw.png", new byte[] {1, 2}));

      client.media().download(payload, file);
    }

    assertThat(file).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void lostMessageIsNotFoundAfterTheLag() {
    bandwidth.failNext(Fault.LOST);
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      UnknownOutcomeException e =
          catchThrowableOfType(UnknownOutcomeException.class, () -> client.send(REQUEST));

      assertThat(client.messages().find(e).verdict()).isEqualTo(Lookup.Verdict.NOT_YET);
      bandwidth.passTime(Duration.ofMinutes(15));
      assertThat(client.messages().find(e).verdict()).isEqualTo(Lookup.Verdict.NOT_YET);
      bandwidth.passTime(Duration.ofMinutes(2));
      assertThat(client.messages().find(e).verdict()).isEqualTo(Lookup.Verdict.NOT_FOUND);
    }
  }

  @Test
  void acceptedMessageIsFoundWhenTheListHasCaughtUp() {
    bandwidth.failNext(Fault.HANG_UP);
    bandwidth.setListLag(Duration.ofMinutes(5));
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      UnknownOutcomeException e =
          catchThrowableOfType(UnknownOutcomeException.class, () -> client.send(REQUEST));

      assertThat(client.messages().find(e).verdict()).isEqualTo(Lookup.Verdict.NOT_YET);
      bandwidth.passTime(Duration.ofMinutes(6));
      assertThat(client.messages().find(e).verdict()).isEqualTo(Lookup.Verdict.FOUND);
    }
  }

  @Test
  void refusedSearchesAreAcceptedWhenTimeHasPassed() {
    bandwidth.limitSearches(1, Duration.ofMinutes(5));
    try (MessagingClient client =
        bandwidth.clientBuilder().retryPolicy(RetryPolicy.none()).build()) {
      client.checkCredentials();
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(client::checkCredentials)
          .returns(429, ApiException::status);

      bandwidth.passTime(Duration.ofMinutes(5));
      client.checkCredentials();
    }
  }

  @Test
  void waitForSearchesTakesNoTime() {
    bandwidth.limitSearches(1, Duration.ofMinutes(5));
    Instant now = Instant.now();
    MessageQuery query = MessageQuery.between(now.minusSeconds(60), now);
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      assertThat(client.messages().search(query)).isEmpty();
      assertThat(client.messages().search(query)).isEmpty();
    }
  }

  @Test
  void lookupWithPatienceTakesNoTime() {
    bandwidth.failNext(Fault.LOST, Fault.HANG_UP);
    bandwidth.setListLag(Duration.ofMinutes(7));
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      List<UnknownMessage> unknown =
          Stream.of(FIRST, PhoneNumber.of("+12345678909"))
              .map(to -> client.sender(OWN.value()).text(to, "Hi"))
              .map(
                  request ->
                      UnknownMessage.of(
                          catchThrowableOfType(
                              UnknownOutcomeException.class, () -> client.send(request))))
              .toList();

      assertThat(client.messages().find(unknown, id -> false, Duration.ofMinutes(20)))
          .extracting(Lookup::verdict)
          .containsExactly(Lookup.Verdict.NOT_FOUND, Lookup.Verdict.FOUND);
    }
  }

  @Test
  void tokensExpireAsTimePasses() {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      client.send(REQUEST);
      bandwidth.passTime(Duration.ofMinutes(58));
      client.send(REQUEST);
      assertThat(bandwidth.tokensIssued()).isEqualTo(1);

      bandwidth.passTime(Duration.ofMinutes(2));
      client.send(REQUEST);
      assertThat(bandwidth.tokensIssued()).isEqualTo(2);
    }
  }

  @Test
  void mediaExpireAsTimePasses() {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      client.media().upload(MediaUpload.of("a.png", new byte[1]));
      bandwidth.passTime(Duration.ofHours(47));
      client.media().upload(MediaUpload.of("b.png", new byte[1]));
      bandwidth.passTime(Duration.ofHours(2));

      assertThat(bandwidth.media()).containsOnlyKeys("b.png");
      assertThat(client.media().list()).extracting(MediaItem::mediaName).containsExactly("b.png");
      assertThatThrownBy(() -> client.media().delete("a.png")).hasMessageContaining("48 hours");
    }
  }

  @Test
  void eventsHaveTheTimeOfTheirMessage() {
    bandwidth.passTime(Duration.ofDays(1));
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      Message message = client.send(REQUEST).message();

      assertThat(message.time()).isAfter(OffsetDateTime.now(UTC).plusHours(23));
      assertThat(FakeBandwidth.delivered(message, FIRST).time()).isEqualTo(message.time());
    }
    assertThat(FakeBandwidth.received(FIRST, OWN, "Yes").time())
        .isBetween(OffsetDateTime.now(UTC).minusMinutes(1), OffsetDateTime.now(UTC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"my photo.jpg", "a+b.jpg", "\u00fc.jpg", "a/b.jpg", ""})
  void receivesNoFileThatCannotBeDownloaded(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> bandwidth.receivedMedia(FIRST, OWN, "", name, "image/jpeg", new byte[] {1}))
        .withMessageStartingWith("fileName must contain only");
  }

  @Test
  void acceptedHasTheMessageWhoseResponseIsLost() {
    bandwidth.failNext(Fault.HANG_UP, Fault.LOST);
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      assertThatThrownBy(() -> client.send(REQUEST)).isInstanceOf(UnknownOutcomeException.class);
      assertThatThrownBy(() -> client.send(REQUEST)).isInstanceOf(UnknownOutcomeException.class);
    }
    assertThat(bandwidth.accepted()).extracting(Message::tag).containsExactly(REQUEST.tag());
  }

  @Test
  void timeOnlyPassesForward() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bandwidth.passTime(Duration.ofMillis(-1)))
        .withMessage("time is negative");
  }

  @Test
  void twoUnauthorizedSearchesFailTheCheckOfCredentials() {
    bandwidth.failNextSearch(Fault.UNAUTHORIZED, Fault.UNAUTHORIZED);
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(client::checkCredentials)
          .returns(401, ApiException::status);

      client.checkCredentials();
    }
  }

  @Test
  void pagesOfMediaHaveOneFileAtLeast() {
    assertThatIllegalArgumentException().isThrownBy(() -> bandwidth.pageMedia(0));
  }

  private static int status(Request.Builder request) throws IOException {
    try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
      return response.code();
    }
  }

  @Test
  @Timeout(10)
  void itsClientRetriesWithoutWaiting() {
    // With the standard waits, these 30 retries would take 17 seconds on average.
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      for (int i = 0; i < 10; i++) {
        bandwidth.failNext(Fault.QUEUE_FULL, Fault.QUEUE_FULL, Fault.SERVER_ERROR);
        client.send(REQUEST);
      }
    }

    assertThat(bandwidth.sent()).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyFaultHasTheOutcomeItSays(Fault fault) {
    // Twice, as credentials that were refused are obtained and tried again.
    bandwidth.failNext(fault, fault);
    Outcome outcome =
        switch (fault) {
          case UNREADABLE_RESPONSE -> Outcome.SENT;
          case BAD_GATEWAY, HANG_UP, LOST -> Outcome.UNKNOWN;
          default -> Outcome.NOT_SENT;
        };

    try (MessagingClient client =
        bandwidth.clientBuilder().retryPolicy(RetryPolicy.none()).build()) {
      assertThatThrownBy(() -> client.send(REQUEST))
          .isInstanceOf(SendException.class)
          .extracting(e -> ((SendException) e).outcome())
          .isEqualTo(outcome);
    }
    assertThat(bandwidth.sent())
        .hasSize(outcome == Outcome.NOT_SENT || fault == Fault.LOST ? 0 : 1);
    assertThat(bandwidth.accepted()).hasSameSizeAs(bandwidth.sent());
  }

  @Test
  void delaysNextResponse() {
    Duration delay = Duration.ofMillis(300);
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      bandwidth.delayNext(delay);
      long start = System.nanoTime();

      client.send(REQUEST);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
    }
  }

  @Test
  void delaysFaultToo() {
    OkHttpClient impatient = new OkHttpClient.Builder().readTimeout(Duration.ofMillis(300)).build();
    bandwidth.delayNext(Duration.ofHours(1));
    bandwidth.failNext(Fault.QUEUE_FULL);

    // Nobody knows that it was not sent.
    try (MessagingClient client = bandwidth.clientBuilder().httpClient(impatient).build()) {
      assertThatExceptionOfType(UnknownOutcomeException.class)
          .isThrownBy(() -> client.send(REQUEST));
    }
    assertThat(bandwidth.sent()).isEmpty();
  }

  @Test
  void endsDelayWhenClosed() {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      bandwidth.delayNext(Duration.ofHours(1));
      CompletableFuture<SendResult> delayed = client.sendAsync(REQUEST);
      while (bandwidth.sent().isEmpty()) {
        Thread.onSpinWait();
      }
      // Only one is delayed, and it holds up no other.
      client.send(REQUEST);
      List<Thread> threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals("fake-bandwidth"))
              .toList();

      bandwidth.close();

      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(delayed::join)
          .withCauseInstanceOf(UnknownOutcomeException.class);
      assertThat(bandwidth.sent()).hasSize(2);
      assertThat(threads).isNotEmpty();
      while (threads.stream().anyMatch(Thread::isAlive)) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void rejectsInvalidDelay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bandwidth.delayNext(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bandwidth.delayNextToken(Duration.ofNanos(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bandwidth.setTokenLifetime(Duration.ofNanos(-1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"from\":\"+12345678901\",\"to\":\"12345\",\"text\":\"a\",\"applicationId\":\"a\"} | to: must be"
            + " an E.164 number (+ and 2 to 15 digits), given 5 characters",
        "{\"from\":\"+12345678901\",\"to\":\"+12345678902\",\"applicationId\":\"a\"} | text: text or"
            + " media is required, but absent",
        "{} | text: text or media is required, but absent; from: required, but absent; to:"
            + " required, but absent; applicationId: required, but absent"
      })
  void refusesMessageThatBreaksTheDocument(String json, String errors) throws IOException {
    MessagesApi unchecked =
        RetrofitClient.builder(new OkHttpClient())
            .baseUrl(bandwidth.url())
            .build()
            .create(MessagesApi.class);
    Moshi moshi = RetrofitClient.moshi();
    MessageRequest request =
        Objects.requireNonNull(moshi.adapter(MessageRequest.class).fromJson(json));
    okhttp3.Request call =
        unchecked
            .createMessage("9900000", request)
            .request()
            .newBuilder()
            .header("Authorization", "Bearer a")
            .build();

    try (okhttp3.Response response = new OkHttpClient().newCall(call).execute()) {
      BandwidthError error =
          Objects.requireNonNull(
              moshi.adapter(BandwidthError.class).fromJson(response.body().source()));
      assertThat(response.code()).isEqualTo(400);
      assertThat(error.fieldErrors())
          .extracting(field -> field.fieldName() + ": " + field.description())
          .containsExactly(errors.split("; "));
    }
    assertThatThrownBy(bandwidth::onlySent).isInstanceOf(AssertionError.class);
  }

  @Test
  void countsSegments() {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      MessageRequest two = Examples.SENDER.text(FIRST, "ж".repeat(71));

      assertThat(client.send(two).message().segmentCount()).isEqualTo(2);
    }
  }

  @Test
  void keepsWhatWasSentAndAccepted() {
    try (MessagingClient client = bandwidth.clientBuilder().build()) {
      Message message = client.send(REQUEST).message();

      assertThat(bandwidth.onlySent()).isEqualTo(REQUEST);
      assertThat(bandwidth.accepted()).containsExactly(message);
    }
  }

  @Test
  void givesEachReceivedMessageItsOwnId() {
    MessageEvent first = FakeBandwidth.received(FIRST, OWN, "Yes");
    MessageEvent second = FakeBandwidth.received(FIRST, OWN, "Yes");

    assertThat(CallbackReceiver.key(first)).isNotNull().isNotEqualTo(CallbackReceiver.key(second));
    Message message = Objects.requireNonNull(first.message());
    assertThat(message.id()).matches("[0-9a-z]{29}");
    assertThat(message.from()).isEqualTo(FIRST.value());
    assertThat(message.to()).containsExactly(OWN.value());
    assertThat(message.owner()).isEqualTo(OWN.value());
    assertThat(first.to()).isEqualTo(OWN.value());
  }

  @Test
  void writesNumberAndMessageIntoEvents() {
    Message message = Message.builder().id("id-1").text("Hi").build();

    assertThat(
            Stream.of(
                FakeBandwidth.sending(message, FIRST),
                FakeBandwidth.sent(message, FIRST),
                FakeBandwidth.delivered(message, FIRST),
                FakeBandwidth.failed(message, FIRST, 4432)))
        .allSatisfy(
            event -> {
              assertThat(event.to()).isEqualTo(FIRST.value());
              assertThat(event.message()).isEqualTo(message.toBuilder().text("").build());
            })
        .extracting(MessageEvent::type)
        .containsExactly("message-sending", "message-sent", "message-delivered", "message-failed");
  }

  @Test
  void acceptsMultiChannelMessages() {
    MultiChannelResult sent = bandwidth.clientBuilder().build().send(Examples.MULTI_CHANNEL);

    assertThat(bandwidth.sentMultiChannel()).containsExactly(Examples.MULTI_CHANNEL.message());
    assertThat(sent.message().id()).matches("[0-9a-f]{29}");
    assertThat(sent.message().to()).containsExactly("+12345678902");
    assertThat(sent.message().channelList())
        .extracting(ChannelReceipt::owner)
        .containsExactly("BandwidthRBM", "+12345678901");
    assertThat(sent.message().tag()).isEqualTo("test message");
    assertThat(bandwidth.sent()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void failsMultiChannelMessagesInTheSameWay(Fault fault) {
    MessagingClient once =
        bandwidth
            .clientBuilder()
            .credentials(Credentials.basic("u", "p"))
            .retryPolicy(RetryPolicy.none())
            .build();
    bandwidth.failNext(fault, fault);

    Outcome single =
        catchThrowableOfType(SendException.class, () -> once.send(Examples.REQUEST)).outcome();
    SendException multiChannel =
        catchThrowableOfType(SendException.class, () -> once.send(Examples.MULTI_CHANNEL));

    assertThat(multiChannel.outcome()).isEqualTo(single);
    assertThat(bandwidth.sentMultiChannel()).hasSameSizeAs(bandwidth.sent());
  }

  @Test
  void refusesMultiChannelMessageInEnvelope() throws Exception {
    String wrong = "{\"to\":\"x\",\"channelList\":[]}";

    assertThat(refused(wrong))
        .startsWith("400 {\"links\":[],\"data\":null,\"errors\":[{\"type\":\"request-validation\"")
        .contains("\"source\":{\"field\":\"channelList\"}");
    assertThat(refused("[]"))
        .startsWith("400 {\"links\":[],\"data\":null,\"errors\":[{\"type\":\"request-validation\"");
    assertThat(bandwidth.sentMultiChannel()).isEmpty();
  }

  private String refused(String json) throws IOException {
    Request request =
        new Request.Builder()
            .url(bandwidth.url() + "users/1/messages/multiChannel")
            .header("Authorization", "Basic x")
            .post(RequestBody.create(json, MediaType.get("application/json")))
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return response.code() + " " + response.body().string();
    }
  }
}
