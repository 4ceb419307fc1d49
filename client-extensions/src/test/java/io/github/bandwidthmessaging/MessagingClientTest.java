package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.LOGO;
import static io.github.bandwidthmessaging.Examples.OTHER_LOGO;
import static io.github.bandwidthmessaging.Examples.RECEIPT;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static io.github.bandwidthmessaging.Examples.SECOND;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static io.github.bandwidthmessaging.Examples.TEXT;
import static java.util.Objects.requireNonNull;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MessagingClientTest {
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<Arguments> examples() {
    String one = "'to':['+12345678902']";
    String two = "'to':['+12345678902','+12345678903']";
    String logo = "'https://dev.bandwidth.com/images/bandwidth-logo.png'";
    String otherLogo = "'https://dev.bandwidth.com/images/github_logo.png'";
    List<PhoneNumber> group = List.of(FIRST, SECOND);
    return Stream.of(
        Arguments.of(SENDER.text(FIRST, TEXT), one),
        Arguments.of(SENDER.media(FIRST, TEXT, LOGO), one + ",'media':[" + logo + "]"),
        Arguments.of(
            SENDER.media(FIRST, TEXT, LOGO, OTHER_LOGO),
            one + ",'media':[" + logo + "," + otherLogo + "]"),
        Arguments.of(SENDER.groupText(group, TEXT), two),
        Arguments.of(SENDER.groupMedia(group, TEXT, LOGO), two + ",'media':[" + logo + "]"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void writesDocumentedRequest(MessageRequest request, String recipientsAndMedia) throws Exception {
    receipt(RECEIPT);
    client().build().send(request.withTag("test message"));

    RecordedRequest recorded = recorded();
    assertThat(recorded.getMethod()).isEqualTo("POST");
    assertThat(recorded.getTarget()).isEqualTo("/api/v2/users/9900000/messages");
    assertThat(recorded.getHeaders().values("Authorization"))
        .containsExactly("Basic dXNlcjpzZWNyZXQtd29yZA==");
    assertThat(recorded.getHeaders().get("Content-Type")).startsWith("application/json");
    assertThatJson(body(recorded))
        .isEqualTo(
            """
            {'from': '+12345678901', 'text': 'Hey, check this out!', 'tag': 'test message',
             'applicationId': '93de2206-9669-4e07-948d-329f4b722ee2', %s}
            """
                .formatted(recipientsAndMedia));
  }

  @Test
  void newBuilderHasSettingsAndConnectionsOfItsClient() throws Exception {
    receipt(RECEIPT);
    receipt(RECEIPT);
    receipt(RECEIPT);
    try (MessagingClient client = client().applicationId("app").build()) {
      client.send(REQUEST);
      try (MessagingClient other = client.newBuilder().accountId("55").build()) {
        other.send(other.sender("+12345678901").text(Examples.FIRST, "Hi"));
      }
      client.send(REQUEST);
    }

    assertThat(recorded().getTarget()).startsWith("/api/v2/users/9900000/");
    RecordedRequest second = recorded();
    assertThat(second.getTarget()).startsWith("/api/v2/users/55/");
    assertThat(second.getConnectionIndex()).isZero();
    assertThat(recorded().getConnectionIndex()).isZero();
  }

  @Test
  void returnsMessageAsAccepted() {
    receipt(RECEIPT);
    Message message = client().build().send(REQUEST).message();

    assertThat(message.id()).isEqualTo("14762070468292kw2fuqty55yp2b2");
    assertThat(message.to()).containsExactly("+12345678902");
    assertThat(message.segmentCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202})
  void takesReceiptWithAnySuccessfulStatus(int status) {
    server.enqueue(new MockResponse.Builder().code(status).body(RECEIPT).build());

    assertThat(client().build().send(REQUEST).id()).isEqualTo("14762070468292kw2fuqty55yp2b2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/proxy/v2", "/proxy/v2/"})
  void appendsToBaseUrl(String path) throws Exception {
    receipt(RECEIPT);
    client().baseUrl("http://127.0.0.1:" + server.getPort() + path).build().send(REQUEST);

    assertThat(recorded().getTarget())
        .isEqualTo((path.startsWith("/proxy") ? "/proxy/v2" : "") + "/users/9900000/messages");
  }

  @Test
  void asksForCredentialsForEveryMessage() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    MessagingClient client =
        client().credentials(() -> "Bearer token-" + asked.incrementAndGet()).build();
    receipt(RECEIPT);
    receipt(RECEIPT);
    client.send(REQUEST);
    client.send(REQUEST);

    assertThat(recorded().getHeaders().get("Authorization")).isEqualTo("Bearer token-1");
    assertThat(recorded().getHeaders().get("Authorization")).isEqualTo("Bearer token-2");
  }

  @Test
  void sendsNothingWithoutCredentials() {
    MessagingClient client =
        client()
            .credentials(
                () -> {
                  throw new IOException("no token");
                })
            .build();

    assertNotSent(client, "Could not obtain credentials (IOException)", "no token");
  }

  @Test
  void reportsCredentialsThatFailUnchecked() {
    MessagingClient client =
        client()
            .credentials(
                () -> {
                  throw new IllegalStateException("vault is sealed");
                })
            .build();

    assertNotSent(
        client, "Could not obtain credentials (IllegalStateException)", "vault is sealed");
  }

  @Test
  void doesNotPrintCredentialsWithInvalidCharacters() {
    MessagingClient client = client().credentials(() -> "Bearer secret\nword").build();

    assertThatExceptionOfType(NotSentException.class)
        .isThrownBy(() -> client.send(REQUEST))
        .withMessageEndingWith(
            "The credentials contain a character that HTTP does not allow in a header")
        .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("secret", "word"));
  }

  @Test
  void sendsCredentialsToNoOtherHost() {
    OkHttpClient diverting =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Request request = chain.request();
                  return chain.proceed(
                      request
                          .newBuilder()
                          .url(request.url().newBuilder().host("localhost").build())
                          .build());
                })
            .build();

    assertNotSent(client().httpClient(diverting).build(), "changed the host");
  }

  @Test
  void refusesToSendRequestWithoutMessage() {
    OkHttpClient emptying =
        new OkHttpClient.Builder()
            .addInterceptor(chain -> chain.proceed(chain.request().newBuilder().get().build()))
            .build();

    assertNotSent(client().httpClient(emptying).build(), "removed the request body");
  }

  @Test
  void showsInterceptorsABodyThatIsWrittenOnce() {
    AtomicBoolean isOneShot = new AtomicBoolean();
    OkHttpClient watching =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  isOneShot.set(requireNonNull(chain.request().body()).isOneShot());
                  return chain.proceed(chain.request());
                })
            .build();
    receipt(Examples.RECEIPT);
    client().httpClient(watching).build().send(REQUEST);

    assertThat(isOneShot).isTrue();
  }

  @Test
  void spreadsWaitsAtRandom() {
    MessagingClient client = client().build();

    assertThat(IntStream.range(0, 20).mapToObj(i -> client.random.getAsDouble()).distinct())
        .hasSizeGreaterThan(1);
  }

  @Test
  void doesNotChangeUsersHttpClient() {
    OkHttpClient users = new OkHttpClient();
    client().httpClient(users).build();

    assertThat(users.interceptors()).isEmpty();
    assertThat(users.followRedirects()).isTrue();
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> MessagingClient.builder().credentials(() -> "").build())
        .withMessage("accountId == null");
    assertThatNullPointerException()
        .isThrownBy(() -> MessagingClient.builder().accountId("9900000").build())
        .withMessage("credentials == null");
    assertThatNullPointerException()
        .isThrownBy(() -> client().build().send((MessageRequest) null))
        .withMessage("request == null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "..", "99/00", "99?00", "my-account", "u-99", "9900000 ", "٩٩"})
  void rejectsAccountIdWithAnythingButDigits(String accountId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessagingClient.builder().accountId(accountId))
        .withMessage(
            "accountId must contain only digits, like 9900000; the Bandwidth Dashboard shows it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestOptions.none().withAccountId(accountId));
  }

  @Test
  void explainsBrokenPatternInWords() throws Exception {
    MessageRequest request =
        requireNonNull(
            RetrofitClient.moshi()
                .adapter(MessageRequest.class)
                .fromJson(
                    """
                    {"from": "(919) 555-1212", "to": "12345", "text": "Hi", "applicationId": "a"}
                    """));

    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> client().build().send(request))
        .withMessageContaining(
            "from: must be an E.164 number (+ and 2 to 15 digits), a short code (3 to 8 digits) or"
                + " a name (at most 11 letters, digits, spaces or -+_&, with a letter), given 14"
                + " characters; to: must be an E.164 number (+ and 2 to 15 digits), given 5"
                + " characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "messaging.bandwidth.com",
        "ftp://messaging.bandwidth.com",
        "https://user:secret-word@messaging.bandwidth.com/api/v2",
        "https://messaging.bandwidth.com/api/v2?secret-word",
        "https://messaging.bandwidth.com/api/v2#secret-word"
      })
  void rejectsBaseUrl(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().baseUrl(baseUrl).build())
        .withMessageStartingWith("baseUrl")
        .withMessageNotContaining("secret-word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://messaging.bandwidth.com",
        "https://messaging.bandwidth.com/api",
        "https://messaging.bandwidth.com/api/v2//",
        "https://messaging.bandwidth.com/api/v2/messages",
        "https://messaging.bandwidth.com/api/v2/users/9900000/messages"
      })
  void rejectsOtherPathOnBandwidthsHost(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().baseUrl(baseUrl).build())
        .withMessage("baseUrl on Bandwidth's host must be https://messaging.bandwidth.com/api/v2/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:4010/users/9900000",
        "http://127.0.0.1:4010/users/9900000/",
        "http://127.0.0.1:4010/api/v2/users/9900001/messages",
        "http://127.0.0.1:4010/users/9900001/media/"
      })
  void rejectsUrlOfOperation(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().baseUrl(baseUrl).build())
        .withMessage("baseUrl must end before /users, which the client adds for each request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://messaging.bandwidth.com/api/v2",
        "https://messaging.bandwidth.com/api/v2/",
        " https://messaging.bandwidth.com/api/v2 ",
        "https://messaging.bandwidth.com:8443/api/v2",
        "https://mocks.example.com/users/alice/messages-mock",
        "https://mocks.example.com/users/alice"
      })
  void takesBaseUrl(String baseUrl) {
    assertThat(client().baseUrl(baseUrl).build().baseUrl.encodedPath())
        .endsWith(URI.create(baseUrl.strip()).getPath().replaceAll("/$", "") + "/");
  }

  @Test
  void saysWhatFollowsFromUnknownPath() {
    server.enqueue(new MockResponse.Builder().code(404).build());

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client().build().send(REQUEST))
        .withMessageEndingWith(
            "-> 404 without Bandwidth's explanation; there is no such account, or baseUrl is"
                + " wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://messaging.bandwidth.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://128.0.0.1",
        "http://0.0.0.0"
      })
  void rejectsPlainHttp(String baseUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().baseUrl(baseUrl).build())
        .withMessageStartingWith("baseUrl must be https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:4010",
        "http://127.0.0.1:4010",
        "http://[::1]:4010",
        "http://[0:0::1]:4010"
      })
  void takesPlainHttpToLoopback(String baseUrl) {
    assertThat(client().baseUrl(baseUrl).build()).isNotNull();
  }

  @Test
  void leavesCredentialsOutOfToString() {
    MessagingClient client = client().build();

    assertThat(client).hasToString("MessagingClient[accountId=9900000]");
    assertThat(client.messages()).hasToString("MessageHistory[accountId=9900000]");
  }

  private MessagingClient.Builder client() {
    return Examples.client("http://127.0.0.1:" + server.getPort() + "/api/v2");
  }

  private void receipt(String body) {
    server.enqueue(new MockResponse.Builder().code(202).body(body).build());
  }

  private RecordedRequest recorded() throws InterruptedException {
    return requireNonNull(server.takeRequest(10, TimeUnit.SECONDS));
  }

  private static String body(RecordedRequest recorded) {
    return requireNonNull(recorded.getBody()).utf8();
  }

  private void assertNotSent(MessagingClient client, String reason, String... onlyInTheCause) {
    assertThatExceptionOfType(NotSentException.class)
        .isThrownBy(() -> client.send(REQUEST))
        .withMessageContaining(reason)
        .satisfies(
            e -> {
              for (String detail : onlyInTheCause) {
                assertThat(e).message().doesNotContain(detail);
                assertThat(stackTrace(e)).contains(detail);
              }
            })
        .satisfies(e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT));
    assertThat(server.getRequestCount()).isZero();
  }

  private static String stackTrace(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      trace.append(t).append('\n');
    }
    return trace.toString();
  }
}
