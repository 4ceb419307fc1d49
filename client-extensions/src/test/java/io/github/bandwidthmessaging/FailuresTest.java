package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bandwidthmessaging.api.FieldError;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class FailuresTest {
  private static final String MAYBE =
      "; the message might have been sent, so look for it before sending it again";

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400-generic | request-validation: Your request could not be accepted",
        "401-unauthorized | unauthorized: Authentication Failed",
        "401-2019-authentication-error | authentication-error: Invalid or missing credentials.",
        "403-forbidden | forbidden: Access Denied",
        "403-2019-type-unauthorized | unauthorized: Access is denied.",
        "404-path-not-found | Not Found; there is no such account, or baseUrl is wrong",
        "415-unsupported-content-type | unsupported-content-type: Content type"
            + " 'text/plain;charset=UTF-8' not supported. Please use 'application/json'"
      })
  void saysWhyBandwidthRefused(String file, String words) throws IOException {
    int status = Integer.parseInt(file.substring(0, 3));
    SendException e = failure(status, resource(file));

    assertThat(e)
        .isInstanceOf(RefusedException.class)
        .hasMessage("POST /users/{accountId}/messages -> " + status + " " + words);
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.status()).isEqualTo(status);
    assertThat(e.body()).isEqualTo(resource(file));
    assertThat(e.headers().get("Content-Type")).containsExactly("application/json");
  }

  @Test
  void refusesFullQueueAsNotSent() throws IOException {
    SendException e = failure(429, resource("429-queue-full"));

    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.type()).isEqualTo("max-message-queue-size-exceeded");
    assertThat(e.description()).startsWith("The SMS queue for your account is full");
    assertThat(e).hasMessageContaining("The capacity of this queue is 900 messages (15 minutes).");
  }

  @Test
  void namesFieldsThatAreWrong() throws IOException {
    SendException e = failure(400, resource("400-field-errors"));

    assertThat(e)
        .hasMessage(
            "POST /users/{accountId}/messages -> 400 request-validation: Your request could not be"
                + " accepted (from: 'from' must contain exactly one telephone number; text: 'text'"
                + " is required unless media is included; to: 'to' must contain at least one"
                + " telephone number)");
    assertThat(e.fieldErrors())
        .extracting(FieldError::fieldName, FieldError::description)
        .contains(tuple("text", "'text' is required unless media is included"));
  }

  @Test
  void skipsFieldErrorsThatAreNull() {
    SendException e =
        failure(
            400,
            """
            {"type": "t", "description": "d",
             "fieldErrors": [null, {"fieldName": null, "description": "odd"}]}
            """);

    assertThat(e).hasMessage("POST /users/{accountId}/messages -> 400 t: d (odd)");
    assertThat(e.fieldErrors()).extracting(FieldError::description).containsExactly("odd");
  }

  @Test
  void leavesQuotedNumberOutOfMessage() throws IOException {
    SendException e = failure(400, resource("400-field-error-e164"));

    assertThat(e)
        .hasMessage(
            "POST /users/{accountId}/messages -> 400 request-validation: Your request could not be"
                + " accepted (to: '•••' must be replaced with a valid E164 formatted telephone"
                + " number)");
    assertThat(e.fieldErrors().get(0).description()).startsWith("'+1invalid'");
  }

  @Test
  void leavesContentOfMessageOutOfMessage() {
    MessageRequest request =
        Examples.SENDER
            .media(Examples.FIRST, "it's urgent", URI.create("https://example.com/a?sig=xyzzy"))
            .withTag("customer Smith");
    server.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body(
                """
                {"type": "request-validation",
                 "description": "Cannot send it's urgent for customer Smith\\nfrom +12345678901",
                 "fieldErrors": [
                   {"fieldName": "to", "description": "+1 (234) 567-8902 or 12345678902 is wrong"},
                   {"fieldName": "media", "description": "https://example.com/a?sig=xyzzy is gone"},
                   {"fieldName": "text", "description": "\\"it\\\\u0027s urg...\\" is too long"}]}
                """)
            .build());
    SendException e = failure(request);

    assertThat(e)
        .hasMessage(
            "POST /users/{accountId}/messages -> 400 request-validation: Cannot send ••• for •••"
                + " from ••• (to: ••• or ••• is wrong; media: ••• is gone; text: \"•••\" is too"
                + " long)");
  }

  @Test
  void keepsMessageWhenSerialized() throws Exception {
    SendException e = failure(400, resource("400-generic"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(e);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      SendException copy = (SendException) in.readObject();
      assertThat(copy).hasMessage(e.getMessage());
      assertThat(copy.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(copy.status()).isZero();
      assertThat(copy.fieldErrors()).isEmpty();
    }
  }

  @Test
  void shortensLongDescriptionInMessageOnly() {
    SendException e =
        failure(400, "{\"type\":\"t\",\"description\":\"" + "word ".repeat(1000) + "\"}");

    assertThat(e.getMessage()).hasSizeLessThan(600);
    assertThat(e.description()).hasSize(5000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Bad Request</html>",
        "{\"type\":\"request-valid",
        "null",
        "[]",
        "\"no\"",
        "{\"type\":1}",
        "{\"type\":null,\"description\":null}",
        "{\"type\":\"t\",\"description\":null}",
        "{\"status\":null,\"error\":null}",
        "{}"
      })
  void keepsStatusAndBodyThatIsNotBandwidths(String body) {
    SendException e = failure(400, body);

    assertThat(e)
        .isInstanceOf(RefusedException.class)
        .hasMessage("POST /users/{accountId}/messages -> 400 without Bandwidth's explanation");
    assertThat(e.status()).isEqualTo(400);
    assertThat(e.body()).isEqualTo(body);
    assertThat(e.type()).isNull();
    assertThat(e.fieldErrors()).isEmpty();
  }

  @Test
  void refusesRedirectAsNotSent() {
    server.enqueue(
        new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere").build());
    SendException e = failure(Examples.REQUEST);

    assertThat(e)
        .isInstanceOf(RefusedException.class)
        .hasMessage(
            "POST /users/{accountId}/messages -> 302: redirects are not followed; check baseUrl");
    assertThat(e.headers().get("location")).containsExactly("/elsewhere");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  /** The client sends "Basic dXNlcjpzZWNyZXQtd29yZA==", which is user:secret-word. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Basic dXNlcjpzZWNyZXQtd29yZA==\n\n",
        "POST /x HTTP/1.1 user:secret-word {\"text\":\"Hey, check this out!\"\n\n",
        "HTTP/1.1 401 No\n\n{\"type\":\"unauthorized\",\"description\":\"Bad"
            + " header Basic dXNlcjpzZWNyZXQtd29yZA== of user:secret-word.......\"}",
        "HTTP/1.1 400 No\n\n{\"type\":\"x\",\"description\":\"xHey, check"
            + " this outx test mess secret-wo\"}\n"
      })
  void repeatsNothingThatTheServerEchoes(String response) throws IOException {
    try (CountingServer echo =
        new CountingServer(
            (number, socket) -> {
              CountingServer.write(socket, response);
              return false;
            })) {
      SendException e =
          requireNonNull(
              catchThrowableOfType(
                  SendException.class,
                  () -> Examples.client(echo.url()).build().send(Examples.REQUEST)));
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));

      assertThat(trace.toString())
          .contains("•••")
          .doesNotContain("dXNlcjpz", "secret-w", "check this", "test mess");
    }
  }

  /** By a server that echoes them, and by an interceptor before they are needed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the-client-id",
        "the_secret&of/it",
        "the_secret%26of%2Fit",
        "dGhlLWNsaWVudC1pZDp0aGVfc2VjcmV0Jm9mL2l0"
      })
  void repeatsNothingThatCredentialsConsistOf(String secret) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getUrl().encodedPath().equals("/token")
                ? new MockResponse.Builder().body("{\"access_token\":\"abc\"}").build()
                : new MockResponse.Builder()
                    .code(403)
                    .body("{\"type\":\"forbidden\",\"description\":\"Not for " + secret + "!\"}")
                    .build();
          }
        });
    OkHttpClient failing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IOException(
                      "Not for " + secret + "!", new IllegalStateException(secret));
                })
            .build();

    assertThat(
            List.of(
                Credentials.oauth(
                    "the-client-id", "the_secret&of/it", server.url("/token").toString()),
                Credentials.basic("the-client-id", "the_secret&of/it")))
        .allSatisfy(
            credentials -> {
              MessagingClient.Builder builder =
                  Examples.client(server.url("/").toString()).credentials(credentials);
              MessagingClient refused = builder.build();
              MessagingClient failed = builder.httpClient(failing).build();

              for (ThrowingCallable call :
                  List.<ThrowingCallable>of(
                      () -> refused.send(Examples.REQUEST),
                      refused::checkCredentials,
                      () -> failed.send(Examples.REQUEST),
                      failed::checkCredentials)) {
                Throwable e = requireNonNull(catchThrowable(call));
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                assertThat(e).hasMessageContaining("Not for •••!");
                assertThat(trace.toString()).doesNotContain(secret);
              }
            });
  }

  @Test
  void treatsBandwidthsOwnServerErrorAsNotSent() {
    SendException e =
        failure(500, "{\"type\":\"internal-server-error\",\"description\":\"Sorry\"}");

    assertThat(e)
        .isInstanceOf(RefusedException.class)
        .hasMessageEndingWith("500 internal-server-error: Sorry");
    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "502 | <html>Bad Gateway</html>",
        "504 | ''",
        "500 | {\"timestamp\":\"\",\"status\":500,\"error\":\"Internal Server Error\",\"path\":\"/\"}",
        "500 | {\"type\":\"internal-server-error\"}",
        "500 | {\"type\":\"internal\",\"description\":\"Sorry\"}",
        "500 | {\"type\":\"\",\"description\":\"\"}",
        "500 | {\"type\":\"about:blank\",\"title\":\"Oops\",\"description\":\"x\"}",
        "502 | {\"type\":\"internal-server-error\",\"description\":\"Sorry\"}",
        "503 | {\"type\":\"internal-server-error\",\"description\":\"Sorry\"}",
        "503 | {\"type\":\"max-message-queue-size-exceeded\",\"description\":\"Full\"}",
        "504 | {\"type\":\"\",\"description\":\"\"}",
        "500 | {\"type\":\"internal\",\"description\":null}"
      })
  void takesOtherServerErrorAsUnknown(int status, String body) {
    SendException e = failure(status, body);

    assertThat(e).isInstanceOf(UnknownOutcomeException.class).hasMessageEndingWith(MAYBE);
    assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(e.status()).isEqualTo(status);
    assertThat(e.body()).isEqualTo(body);
  }

  /** As when there is no memory left to describe it. */
  @ParameterizedTest
  @CsvSource({
    "0, NOT_SENT",
    "199, UNKNOWN",
    "200, SENT",
    "299, SENT",
    "300, NOT_SENT",
    "499, NOT_SENT",
    "500, UNKNOWN"
  })
  void tellsOutcomeOfWhatCannotBeDescribed(int status, Outcome outcome) throws IOException {
    if (status > 199) {
      server.enqueue(new MockResponse.Builder().code(status).build());
    } else {
      server.enqueue(
          new MockResponse.Builder()
              .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
              .build());
    }
    RuntimeException cause =
        new RuntimeException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw new StackOverflowError();
          }
        };
    OkHttpClient http =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  if (status != 0) {
                    try {
                      chain.proceed(chain.request()).close();
                    } catch (IOException e) {
                      throw cause;
                    }
                  }
                  throw cause;
                })
            .build();
    SendException e =
        catchThrowableOfType(
            SendException.class,
            () ->
                Examples.client(server.url("/").toString())
                    .httpClient(http)
                    .build()
                    .send(Examples.REQUEST));

    assertThat(e.outcome()).isEqualTo(outcome);
    assertThat(e.attempts()).isEqualTo(1);
  }

  @Test
  void keepsMessageOfUnknownOutcomeButNotInItsText() throws IOException {
    server.enqueue(new MockResponse.Builder().code(502).build());
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    UnknownOutcomeException e =
        requireNonNull(
            catchThrowableOfType(
                UnknownOutcomeException.class,
                () ->
                    Examples.client(server.url("/").toString())
                        .clock(InstantSource.fixed(now))
                        .build()
                        .send(Examples.REQUEST)));

    assertThat(e.request()).isSameAs(Examples.REQUEST);
    assertThat(e.attemptedAt()).isEqualTo(now);
    assertThat(e.toString()).doesNotContain("2345678", Examples.TEXT, "test message");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>Welcome</html>", "null", "{}", "[]", "{\"id\":\"1\"", "{\"id\":null}"})
  void treatsUnreadableReceiptAsSent(String body) {
    SendException e = failure(202, body);

    assertThat(e)
        .isInstanceOf(UnreadableResponseException.class)
        .hasMessageStartingWith(
            "POST /users/{accountId}/messages -> 202, but the response cannot be read")
        .hasMessageEndingWith("; the message is sent, so do not send it again")
        .hasMessageNotContaining("JsonReader");
    assertThat(e.outcome()).isEqualTo(Outcome.SENT);
    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.status()).isEqualTo(202);
    assertThat(e.body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"a1\",\"text\":\"Hey, ch | a1",
        "{\"media\":[{\"id\":\"inner\"}],\"id\":\"a1\",\"to\":[ | a1",
        "{\"id\":42,\"to\": | 42",
        "{\"text\":\"\\\"id\\\":\\\"b2\\\"\",\"id | ",
        "{\"id\":\"a1 | ",
        "<html>{\"id\":\"b2\"} | "
      })
  void findsIdInReceiptThatBreaksOff(String body, @Nullable String id) {
    SendException e = failure(202, body);

    assertThat(e)
        .isInstanceOfSatisfying(
            UnreadableResponseException.class,
            unreadable -> assertThat(unreadable.id()).isEqualTo(id));
    assertThat(e.body()).isEqualTo(body);
  }

  @Test
  void readsWholeReceiptAlthoughConnectionBreaks() {
    server.enqueue(
        new MockResponse.Builder()
            .code(202)
            .body(Examples.RECEIPT)
            .setHeader("Content-Length", Examples.RECEIPT.length() + 1)
            .onResponseEnd(new SocketEffect.CloseSocket())
            .build());

    assertThat(
            Examples.client("http://127.0.0.1:" + server.getPort())
                .build()
                .send(Examples.REQUEST)
                .id())
        .isEqualTo("14762070468292kw2fuqty55yp2b2");
  }

  @ParameterizedTest
  @ValueSource(ints = {202, 400, 502})
  void readsNoMoreThanItsLimit(int status) {
    SendException e = failure(status, "x".repeat(5_000_000));

    assertThat(e.status()).isEqualTo(status);
    assertThat(e.body()).hasSize((int) HttpResponse.MAX_BODY);
  }

  @ParameterizedTest
  @CsvSource({"300, NOT_SENT", "399, NOT_SENT", "499, NOT_SENT", "500, UNKNOWN", "599, UNKNOWN"})
  void reportsOutcomeOfResponseWithoutExplanation(int status, Outcome outcome) {
    assertThat(failure(status, Examples.RECEIPT).outcome()).isEqualTo(outcome);
  }

  @Test
  void usesErrorNameIfDescriptionIsMissing() {
    SendException e = failure(404, "{\"status\":404,\"error\":\"Not Found\"}");

    assertThat(e.description()).isEqualTo("Not Found");
  }

  private SendException failure(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .setHeader("Content-Type", "application/json")
            .body(body)
            .build());
    return failure(Examples.REQUEST);
  }

  private SendException failure(MessageRequest request) {
    MessagingClient client =
        Examples.client("http://127.0.0.1:" + server.getPort() + "/api/v2").build();
    return requireNonNull(
        catchThrowableOfType(SendException.class, () -> client.send(request)), "sent");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        requireNonNull(FailuresTest.class.getResourceAsStream("/errors/" + name + ".json"))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
