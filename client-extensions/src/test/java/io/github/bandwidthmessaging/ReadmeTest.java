package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.jayway.jsonpath.JsonPath;
import com.squareup.moshi.JsonAdapter;
import com.sun.net.httpserver.HttpServer;
import io.github.bandwidthmessaging.api.ChannelMessage;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageStatus;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.Recipients;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.springframework.http.ResponseEntity;

/** What the READMEs show works: every snippet compiles, and those that do something do it. */
@Timeout(60)
class ReadmeTest {
  private static final Path PAGE = Path.of("../client-generated/target/reference/index.html");
  private static final JsonAdapter<MessageRequest> REQUESTS =
      RetrofitClient.moshi().adapter(MessageRequest.class);
  private static final String AUTHORIZATION = okhttp3.Credentials.basic("callbacks", "password");

  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Map<String, Object> given = new HashMap<>();
  private final Path output;

  ReadmeTest(@TempDir Path output) {
    this.output = output;
    given.put("client", client().build());
    given.put("sender", Examples.SENDER);
    given.put("to", Examples.FIRST);
    given.put("another", Examples.SECOND);
    given.put("logo", Examples.LOGO);
    given.put("request", Examples.REQUEST);
    given.put("log", log());
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void everySnippetCompiles(Snippet snippet) throws Exception {
    assertThat(snippet.compile(output)).isNotNull();
  }

  static Stream<Snippet> snippets() throws IOException {
    List<Snippet> assistants = Snippet.in(Path.of("../llms.txt"));
    assertThat(assistants).hasSize(1);
    List<Snippet> all = Snippet.all();
    assertThat(all).hasSize(30);
    return Stream.concat(all.stream(), assistants.stream());
  }

  @Test
  void firstProgramSendsText() throws Exception {
    Class<?> program =
        Snippet.with("class SendText")
            .replacing("oauth(", "basic(")
            .replacing("MessagingClient.builder()", "MessagingClient.builder().baseUrl(args[0])")
            .compile(output);
    Method main = program.getDeclaredMethod("main", String[].class);
    main.setAccessible(true);

    main.invoke(null, (Object) new String[] {bandwidth.url()});

    assertThatJson(json(bandwidth.onlySent().withTag("test message"))).isEqualTo(documented(1));
  }

  @Test
  void fiveStatementsSendTheDocumentedRequests() throws Exception {
    run("logo, githubLogo)");

    assertThat(bandwidth.sent()).hasSize(5);
    for (int i = 1; i <= 5; i++) {
      assertThatJson(json(bandwidth.sent().get(i - 1))).isEqualTo(documented(i));
    }
  }

  @Test
  void referencePageShowsTheSameJava() throws Exception {
    String readme = Files.readString(Snippet.README).lines().map(String::strip).toList().toString();
    String page = Files.readString(PAGE);
    String start = "<script id=\"document\" type=\"application/json\">";
    int from = page.indexOf(start) + start.length();
    List<String> samples =
        JsonPath.read(
            page.substring(from, page.indexOf("</script>", from)),
            "$.paths['/users/{accountId}/messages'].post.x-codeSamples[?(@.lang =="
                + " 'Java')].source");
    List<String> java =
        samples.stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .distinct()
            .toList();

    assertThat(java).hasSize(15);
    assertThat(java).allSatisfy(line -> assertThat(readme).contains(line));
  }

  @Test
  void individuallySendsOneMessageToEach() throws Exception {
    run("for (MessageRequest message : sender.individually(");

    assertThat(bandwidth.sent())
        .extracting(MessageRequest::to)
        .containsExactly(
            Recipients.of(List.of("+12345678902")), Recipients.of(List.of("+12345678903")));
  }

  @Test
  void clientFromTheEnvironmentSends() throws Exception {
    given.put("client", client().applicationId("93de2206-9669-4e07-948d-329f4b722ee2").build());

    Snippet.with("MessagingClient.fromEnvironment()")
        .replacing("MessagingClient.fromEnvironment()", "client.newBuilder()")
        .run(output, given, "return null;");

    assertThat(bandwidth.onlySent().text()).isEqualTo("Hey, check this out!");
  }

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, Give up",
    "UNREADABLE_RESPONSE, 'Sent, but the response could not be read'",
    "HANG_UP, Might have been sent"
  })
  void logsWhatBecameOfTheMessage(Fault fault, String words) throws Exception {
    bandwidth.failNext(fault);

    run("catch (NotSentException e)");

    assertThat(logged).singleElement().asString().startsWith(words).contains("POST /users/");
  }

  @Test
  void optionsAndFuturesSend() throws Exception {
    Object later = run("client.sendAsync(request)", "return later.join().message();");

    assertThat(later).isEqualTo(bandwidth.accepted().get(1));
    assertThat(logged).singleElement().asString().startsWith("Accepted with {} 202 ");
  }

  @Test
  void batchTellsWhatBecameOfEachRow() throws Exception {
    run("withPace(Pace.segmentsPerSecond");

    assertThat(bandwidth.sent()).hasSize(1);
    assertThat(logged).containsExactlyInAnyOrder("Row {} 1 SENT", "Row {} 2 NOT_SENT");
  }

  @Test
  void failedMessagesAreSearchedFor() throws Exception {
    bandwidth.addToList(listed("lost").messageStatus(MessageStatus.FAILED).errorCode(4432).build());
    bandwidth.addToList(listed("arrived").messageStatus(MessageStatus.DELIVERED).build());

    run("client.messages().search(failed)");

    assertThat(logged).containsExactly("Failed: {} lost with error 4432");
  }

  private static MessageSummary.Builder listed(String id) {
    return MessageSummary.builder()
        .messageId(id)
        .messageDirection(MessageDirection.OUTBOUND)
        .receiveTime(OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1));
  }

  @Test
  void unknownMessageIsLookedFor() throws Exception {
    bandwidth.failNext(Fault.HANG_UP);

    run("client.messages().find(e)");

    assertThat(logged)
        .containsExactly(
            "{} FOUND: Bandwidth has accepted the message, with the ID "
                + bandwidth.listed().get(0).messageId());
  }

  @Test
  void unknownMessagesOfBatchAreLookedForTogether() throws Exception {
    bandwidth.failNext(Fault.HANG_UP);

    Object lookups = run("unknown.add(UnknownMessage.of(e))", "return lookups;");

    assertThat((List<?>) lookups)
        .singleElement()
        .asString()
        .startsWith("FOUND: Bandwidth has accepted the message, with the ID ");
    assertThat(bandwidth.sent()).hasSize(2);
  }

  @Test
  void pictureOnThisMachineIsSent() throws Exception {
    Path file = Files.write(output.resolve("coupon.png"), new byte[] {1, 2, 3});
    Snippet.with("client.media().upload(Path.of")
        .replacing("\"coupon.png\"", "\"" + file + "\"")
        .run(output, given, "return null;");

    List<URI> media = Objects.requireNonNull(bandwidth.onlySent().media());
    assertThat(media).hasSize(1);
    client().build().media().download(media.get(0).toString(), output.resolve("copy"));
    assertThat(output.resolve("copy")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void multiChannelMessageIsRbmOtherwiseSms() throws Exception {
    Object sent = Snippet.with("MultiChannelRequest.to").run(output, given, "return sent;");

    assertThat(sent)
        .isInstanceOfSatisfying(
            MultiChannelResult.class,
            result -> assertThat(result.message().tag()).isEqualTo("table 7"));
    assertThat(bandwidth.sentMultiChannel())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.channelList())
                    .extracting(ChannelMessage::channel)
                    .containsExactly("RBM", "SMS"));
  }

  @Test
  void mediaAreUploadedListedAndDeleted() throws Exception {
    Path file = Files.write(output.resolve("coupon.png"), new byte[3]);

    Object uri =
        Snippet.with("client.media().list()")
            .replacing("\"coupon.png\"", "\"" + file + "\"")
            .run(output, given, "return uri;");

    assertThat(uri).hasToString(bandwidth.url() + "users/9900000/media/coupons/november.png");
    assertThat(logged).containsExactly("Stored: {} coupons/november.png, 3 bytes");
    assertThat(bandwidth.media()).isEmpty();
  }

  @Test
  void picturesThatPeopleSendAreKept() throws Exception {
    MessageEvent event =
        bandwidth.receivedMedia(
            Examples.FIRST, Examples.SECOND, "", "a.png", "image/png", new byte[] {4, 5});
    given.put("inbound", event);

    for (int delivery = 0; delivery < 2; delivery++) {
      Snippet.with("inbound.message().media()")
          .replacing("\"inbox\"", "\"" + output.resolve("inbox") + "\"")
          .run(output, given, "return null;");
    }

    assertThat(output.resolve("inbox"))
        .isDirectoryContaining(
            kept -> kept.endsWith(Objects.requireNonNull(event.message()).id() + "-0"));
  }

  @Test
  void readsWhatPeopleType() throws Exception {
    assertThat(run("PhoneNumber.parse(", "return typed.value();")).isEqualTo("+19195551212");
  }

  @Test
  void checksAndCountsBeforeSending() throws Exception {
    assertThat(run("MessageCheck.of(", "return check.errors();")).isEqualTo(List.of());

    assertThat(run("SegmentCount.of(", "return count.unitsLeft();")).isEqualTo(60);

    assertThat(bandwidth.onlySent().text()).isEqualTo("It's ready");
  }

  @Test
  void callbackServerFollowsTheMessage() throws Exception {
    Map<?, ?> made =
        (Map<?, ?>)
            Objects.requireNonNull(
                Snippet.with("server.createContext(")
                    .replacing(
                        "new InetSocketAddress(8080)",
                        "new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)")
                    .run(output, given, "return Map.of(\"server\", server, \"all\", statuses);"));
    HttpServer server = (HttpServer) Objects.requireNonNull(made.get("server"));
    try {
      Message message = bandwidth.accepted().get(0);
      List<Integer> answers =
          FakeBandwidth.post(
              URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks"),
              "callbacks",
              "password",
              List.of(
                  FakeBandwidth.delivered(message, Examples.FIRST),
                  FakeBandwidth.failed(message, Examples.SECOND, 4432)));

      assertThat(answers).containsExactly(200, 200);
      Map<?, ?> statuses = (Map<?, ?>) Objects.requireNonNull(made.get("all"));
      assertThat(((DeliveryStatus) Objects.requireNonNull(statuses.get(message.id()))).isFinal())
          .isTrue();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void springControllerTakesEvents() throws Exception {
    Class<?> controller = Snippet.with("@PostMapping").compile(output);
    Object made = controller.getConstructor().newInstance();
    Method callbacks = controller.getDeclaredMethod("callbacks", String.class, InputStream.class);
    callbacks.setAccessible(true);
    byte[] body =
        FakeBandwidth.json(
                FakeBandwidth.received(Examples.FIRST, PhoneNumber.of("+12345678901"), "Yes"))
            .getBytes(UTF_8);

    ResponseEntity<?> asked =
        (ResponseEntity<?>) callbacks.invoke(made, null, new ByteArrayInputStream(body));
    ResponseEntity<?> taken =
        (ResponseEntity<?>) callbacks.invoke(made, AUTHORIZATION, new ByteArrayInputStream(body));

    assertThat(asked.getStatusCode().value()).isEqualTo(401);
    assertThat(asked.getHeaders().getFirst("WWW-Authenticate")).startsWith("Basic ");
    assertThat(taken.getStatusCode().value()).isEqualTo(200);
    assertThat((Iterable<?>) controller.getField("queue").get(made)).hasSize(1);
  }

  @Test
  void testKitSendsAndPostsCallback() throws Exception {
    List<MessageEvent> events = new CopyOnWriteArrayList<>();
    CallbackReceiver receiver = CallbackReceiver.of("callbacks", "password");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            CallbackReceiver.Reply reply =
                receiver.receive(
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestBody());
            events.addAll(reply.events());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), -1);
          }
        });
    server.start();
    try {
      given.put("callbackUrl", URI.create("http://127.0.0.1:" + server.getAddress().getPort()));

      run("FakeBandwidth.post(");

      assertThat(events).singleElement().asString().contains("errorCode=4432");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void lookupOfLostMessageIsTestedWithoutWaiting() throws Exception {
    run("bandwidth.passTime");

    assertThat(logged)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{} NOT_YET"),
            second -> assertThat(second).startsWith("{} NOT_FOUND"));
  }

  @Test
  void fakeRequiresOAuth() throws Exception {
    run("bandwidth.requireOAuth(");
  }

  @Test
  void generatedClientSendsAlone() throws Exception {
    HttpUrl fake = HttpUrl.get(bandwidth.url());
    given.put(
        "okHttpClient",
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  HttpUrl url = chain.request().url();
                  assertThat(url.host()).isEqualTo("messaging.bandwidth.com");
                  return chain.proceed(
                      chain
                          .request()
                          .newBuilder()
                          .url(
                              url.newBuilder()
                                  .scheme("http")
                                  .host(fake.host())
                                  .port(fake.port())
                                  .build())
                          .header("Authorization", AUTHORIZATION)
                          .build());
                })
            .build());

    Object status = run("RetrofitClient.builder(okHttpClient)", "return response.code();");

    assertThat(status).isEqualTo(202);
    assertThat(bandwidth.onlySent().text()).isEqualTo("Hey, check this out!");
  }

  @Test
  void metricsCountAttempts() throws Exception {
    Constructor<?> metrics =
        Snippet.with("class SendMetrics")
            .compile(output)
            .getDeclaredConstructor(MeterRegistry.class);
    metrics.setAccessible(true);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    RequestListener listener = (RequestListener) metrics.newInstance(registry);

    client().listener(request -> listener).build().send(Examples.REQUEST);

    assertThat(registry.get("messaging.send").tag("outcome", "SENT").timer().count()).isEqualTo(1);
    assertThat(registry.get("messaging.attempt").tag("status", "202").timer().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        ".github/CONTRIBUTING.md",
        "client-extensions/README.md",
        "client-extensions/start-up.md",
        "client-generated/README.md",
        "llms.txt",
        "openapi/documentation/README.md",
        "openapi/generator/README.md"
      })
  void linksLeadSomewhere(String readme) throws IOException {
    Path file = Path.of("..").resolve(readme);
    assertThat(brokenLinks(file, Files.readString(file))).isEmpty();
  }

  @Test
  void findsLinkThatLeadsNowhere() throws IOException {
    assertThat(
            brokenLinks(
                Path.of("../README.md"),
                """
                [a file](NOWHERE.md), [a heading](client-extensions/README.md#nowhere),
                [here](#nowhere), [right](client-extensions/README.md#numbers),
                [elsewhere](https://example.com)
                # Here
                """))
        .containsExactly("](NOWHERE.md)", "](client-extensions/README.md#nowhere)", "](#nowhere)");
  }

  private static List<String> brokenLinks(Path file, String text) throws IOException {
    List<String> broken = new ArrayList<>();
    Pattern link = Pattern.compile("\\]\\((?!https:)([^)#]*)(?:#([^)]*))?\\)");
    for (MatchResult found : link.matcher(text).results().toList()) {
      Path target = file.resolveSibling(found.group(1));
      String linked =
          found.group(1).isEmpty()
              ? text
              : Files.isRegularFile(target) ? Files.readString(target) : "";
      boolean leadsSomewhere =
          found.group(2) == null
              ? Files.exists(target)
              : linked.lines().map(ReadmeTest::anchor).anyMatch(found.group(2)::equals);
      if (!leadsSomewhere) {
        broken.add(found.group());
      }
    }
    return broken;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("^#+ ", "")
        .toLowerCase(ROOT)
        .replaceAll("[^a-z ]", "")
        .replace(' ', '-');
  }

  /** Someone who searches for the text of an error finds the row that explains it. */
  @Test
  void troubleshootingQuotesWhatTheCodeSays() throws Exception {
    List<String> quoted = new ArrayList<>(quoted(Snippet.README));
    quoted.addAll(quoted(Path.of("README.md")));
    List<String> said = new ArrayList<>();
    said.add(words(() -> Environment.builder(Map.of())));
    said.add(words(() -> PhoneNumber.of("(919) 555-1212")));
    said.add(words(() -> client().accountId("my-account")));
    said.add(words(() -> Credentials.basic("user", "password\n")));
    said.add(words(() -> send(client(), Examples.REQUEST.toBuilder().text("").build())));
    for (Fault fault : Fault.values()) {
      bandwidth.failNext(fault);
      said.add(words(() -> send(client(), Examples.REQUEST)));
    }
    said.addAll(wordsOfConnections());
    MessagingClient closed = client().build();
    closed.close();
    said.add(words(() -> closed.send(Examples.REQUEST)));
    bandwidth.delayNextToken(Duration.ofMinutes(1));
    MessagingClient oauth = bandwidth.clientBuilder().retryPolicy(RetryPolicy.none()).build();
    RequestOptions soon = RequestOptions.none().withTimeout(Duration.ofMillis(50));
    said.add(words(() -> oauth.send(Examples.REQUEST, soon)));
    try (CountingServer redirecting =
        new CountingServer(
            (number, socket) -> {
              CountingServer.write(socket, "HTTP/1.1 302 Found\nContent-Length: 0\n\n");
              return true;
            })) {
      said.add(words(() -> send(client().baseUrl(redirecting.url()), Examples.REQUEST)));
    }
    OkHttpClient diverted =
        intercepted(
            chain ->
                chain.proceed(
                    chain
                        .request()
                        .newBuilder()
                        .url(chain.request().url().newBuilder().host("localhost").build())
                        .build()));
    said.add(words(() -> send(client().httpClient(diverted), Examples.REQUEST)));

    MediaFiles media = client().build().media();
    said.add(words(() -> media.download("gone.png")));
    said.add(words(() -> media.download("https://example.com/gone.png")));
    said.add(words(() -> media.upload(MediaUpload.of("a", new byte[1]))));
    bandwidth.failNextMedia(Fault.UNREADABLE_RESPONSE);
    said.add(words(() -> media.list().iterator().next()));
    said.add(words(() -> media.upload(MediaUpload.of("a.png", new byte[4_000_000]))));

    said.add(words(() -> media.upload(output.resolve("absent.png"))));
    try (CountingServer early =
        new CountingServer(
            new CountingServer.Behaviour() {
              @Override
              public boolean answerEarly(Socket socket) throws IOException {
                CountingServer.write(socket, "HTTP/1.1 204 No Content\n\n");
                return true;
              }

              @Override
              public boolean answer(int number, Socket socket) {
                return false;
              }
            })) {
      MediaUpload large = MediaUpload.of("a.png", new byte[32 * 1024 * 1024]).withoutLimits();
      said.add(words(() -> client().baseUrl(early.url()).build().media().upload(large)));
    }
    bandwidth.failNext(Fault.HANG_UP);
    MessagingClient client = client().build();
    said.add(
        words(
            () -> {
              try {
                client.send(Examples.MULTI_CHANNEL);
              } catch (UnknownOutcomeException e) {
                client.messages().find(e);
              }
            }));

    said.addAll(wordsOfSearches());
    try (LibrariesTest.Older older = new LibrariesTest.Older("okio.ByteString")) {
      said.add(words(older::builder));
    }

    assertThat(quoted).hasSize(38);
    assertThat(quoted).allSatisfy(words -> assertThat(said).anyMatch(all -> all.contains(words)));
  }

  /** The texts in the first column of a README's table. */
  private static List<String> quoted(Path readme) throws IOException {
    String table =
        Files.readString(readme).split("## Troubleshooting", -1)[1].split("\n## ", -1)[0];
    return table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf(" |")))
        .flatMap(texts -> Pattern.compile("`([^`]+)`").matcher(texts).results())
        .map(found -> found.group(1))
        .toList();
  }

  private static List<String> wordsOfConnections() throws IOException {
    List<String> said = new ArrayList<>();
    said.add(ConnectingTest.failure(ConnectingTest.BANDWIDTH, http -> {}));
    said.add(
        ConnectingTest.failure("https://localhost:" + ConnectingTest.closedPort(), http -> {}));
    said.add(
        ConnectingTest.failure(
            "http://127.0.0.1:4010", ConnectingTest.failing(new SocketTimeoutException("slow"))));
    try (MockWebServer untrusted = ConnectingTest.serving(new HeldCertificate.Builder().build());
        CountingServer proxy = ConnectingTest.responding(407)) {
      said.add(ConnectingTest.failure("https://localhost:" + untrusted.getPort(), http -> {}));
      said.add(
          ConnectingTest.failure(
              ConnectingTest.BANDWIDTH, ConnectingTest.through("localhost", proxy.port())));
    }
    return said;
  }

  private List<String> wordsOfSearches() throws Exception {
    List<String> said = new ArrayList<>();
    MessagingClient oauth = bandwidth.clientBuilder().build();
    bandwidth.failNextSearch(Fault.UNAUTHORIZED, Fault.UNAUTHORIZED, Fault.FORBIDDEN);
    said.add(words(oauth::checkCredentials));
    said.add(words(oauth::checkCredentials));
    bandwidth.failNextSearch(Fault.UNAUTHORIZED);
    said.add(words(client().build()::checkCredentials));
    try (CountingServer refusing =
        new CountingServer(
            (number, socket) -> {
              CountingServer.write(socket, "HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n");
              return true;
            })) {
      Credentials wrong = Credentials.oauth("id", "secret", refusing.url());
      said.add(words(client().credentials(wrong).build()::checkCredentials));
    }
    try (CountingServer elsewhere =
        new CountingServer(
            (number, socket) -> {
              CountingServer.write(socket, "HTTP/1.1 404 Not Found\nContent-Length: 0\n\n");
              return true;
            })) {
      said.add(words(client().baseUrl(elsewhere.url()).build()::checkCredentials));
    }
    try (CountingServer circling =
        new CountingServer(
            (number, socket) -> {
              String page =
                  "{\"messages\":[{\"messageId\":\"a\"}],\"pageInfo\":{\"nextPageToken\":\"a\"}}";
              CountingServer.write(
                  socket, "HTTP/1.1 200 OK\nContent-Length: " + page.length() + "\n\n" + page);
              return true;
            })) {
      said.add(words(() -> search(client().baseUrl(circling.url()))));
    }
    for (int i = 0; i < 10_001; i++) {
      bandwidth.addToList(listed("m" + i).build());
    }
    said.add(words(() -> search(client())));
    Iterator<Page<MessageSummary>> pages =
        client().build().messages().search(lastHour()).pages().iterator();
    pages.next();
    bandwidth.expirePageTokens();
    said.add(words(pages::next));
    bandwidth.limitSearches(0, Duration.ofHours(1));
    said.add(words(() -> search(client())));
    Instant old = Instant.now().minus(Duration.ofDays(15));
    UnknownMessage message = UnknownMessage.of(Examples.REQUEST, old, old);
    said.add(
        words(
            () -> client().build().messages().find(List.of(message), id -> false, Duration.ZERO)));
    return said;
  }

  private static MessageQuery lastHour() {
    return MessageQuery.between(Instant.now().minus(Duration.ofHours(1)), Instant.now());
  }

  private static void search(MessagingClient.Builder client) {
    client.build().messages().search(lastHour()).forEach(message -> {});
  }

  private static void send(MessagingClient.Builder client, MessageRequest request) {
    client.build().send(request);
  }

  private static OkHttpClient intercepted(Interceptor interceptor) {
    return new OkHttpClient.Builder().addInterceptor(interceptor).build();
  }

  /** The words of a failure and of its causes. */
  private static String words(ThrowingCallable failing) {
    return Stream.<Throwable>iterate(catchThrowable(failing), Objects::nonNull, e -> e.getCause())
        .map(Throwable::getMessage)
        .toList()
        .toString();
  }

  @Test
  void proxyGetsItsCredentials() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    CountingServer.Behaviour refusing =
        new CountingServer.Behaviour() {
          @Override
          public void head(String head) {
            heads.add(head);
          }

          @Override
          public boolean answer(int number, Socket socket) throws IOException {
            CountingServer.write(socket, "HTTP/1.1 502 No\nContent-Length: 0\n\n");
            return true;
          }
        };
    try (CountingServer proxy = new CountingServer(refusing)) {
      MessagingClient proxied =
          (MessagingClient)
              Objects.requireNonNull(
                  Snippet.with("proxyAuthenticator")
                      .replacing(
                          "new InetSocketAddress(\"proxy.example.com\", 3128)",
                          "new InetSocketAddress(\"127.0.0.1\", " + proxy.port() + ")")
                      .run(output, given, "return proxied;"));
      MessagingClient.Builder toBandwidth =
          proxied.newBuilder().baseUrl("https://messaging.bandwidth.com/api/v2");

      assertThat(words(() -> send(toBandwidth, Examples.REQUEST)))
          .contains("refused to connect to messaging.bandwidth.com:443 (502)");
    }
    assertThat(heads)
        .singleElement()
        .asString()
        .startsWith("CONNECT messaging.bandwidth.com:443 ")
        .contains("Proxy-Authorization: " + okhttp3.Credentials.basic("user", "password"))
        .doesNotContain("Authorization: Basic dXNlcjpzZWNyZXQ"); // the client's own
  }

  private @Nullable Object run(String words) throws Exception {
    return run(words, "return null;");
  }

  private @Nullable Object run(String words, String more) throws Exception {
    return Snippet.with(words).run(output, given, more);
  }

  private MessagingClient.Builder client() {
    return Examples.client(bandwidth.url());
  }

  private static String json(MessageRequest request) {
    return REQUESTS.toJson(request);
  }

  private static String documented(int example) throws IOException {
    try (InputStream json =
        ReadmeTest.class.getResourceAsStream("/payloads/request-example" + example + ".json")) {
      return new String(Objects.requireNonNull(json).readAllBytes(), UTF_8);
    }
  }

  @Test
  void spansOfMessageAndItsAttemptsBelongTogether() throws Exception {
    Constructor<?> tracing =
        Snippet.with("class SendTracing")
            .compile(output)
            .getDeclaredConstructor(ObservationRegistry.class, RequestListener.RequestInfo.class);
    tracing.setAccessible(true);
    List<Observation.Context> spans = new CopyOnWriteArrayList<>();
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<Observation.Context>() {
              @Override
              public void onStop(Observation.Context span) {
                spans.add(span);
              }

              @Override
              public boolean supportsContext(Observation.Context span) {
                return true;
              }
            });
    MessagingClient traced =
        bandwidth
            .clientBuilder()
            .listener(
                request -> {
                  try {
                    return (RequestListener) tracing.newInstance(registry, request);
                  } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                  }
                })
            .build();
    bandwidth.failNext(Fault.QUEUE_FULL);
    Observation.createNotStarted("order", registry)
        .observe(() -> traced.sendAsync(Examples.REQUEST).join());

    assertThat(spans)
        .extracting(span -> parent(span) + " > " + span.getName() + " " + values(span))
        .containsExactly(
            "messaging.createMessage > messaging.attempt 429",
            "messaging.createMessage > messaging.attempt 202",
            "order > messaging.createMessage SENT, " + bandwidth.accepted().get(0).id(),
            " > order ");
  }

  private static String parent(Observation.Context span) {
    ObservationView parent = span.getParentObservation();
    return parent == null ? "" : String.valueOf(parent.getContextView().getName());
  }

  private static String values(Observation.Context span) {
    return Stream.of(span.getLowCardinalityKeyValues(), span.getHighCardinalityKeyValues())
        .flatMap(KeyValues::stream)
        .map(KeyValue::getValue)
        .collect(joining(", "));
  }

  @Test
  void oneLineLogsEveryAttempt() throws Exception {
    Snippet.with("RequestListener.logTo")
        .replacing("log::debug", "line -> log.warn(\"{}\", line)")
        .run(output, given, "return null;");

    assertThat(logged)
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("{} #1 "))
        .anySatisfy(line -> assertThat(line).endsWith("POST /users/{accountId}/messages -> 202"));
  }

  @Test
  void generatedClientAuthenticates() throws Exception {
    String url = "\"" + bandwidth.url() + "\"";
    MessagesApi api =
        (MessagesApi)
            Objects.requireNonNull(
                Snippet.with(".interceptor(RetrofitClient.BASE_URL)")
                    .replacing("oauth(", "basic(")
                    .replacing("RetrofitClient.BASE_URL", url)
                    .replacing("builder(http)", "builder(http).baseUrl(" + url + ")")
                    .run(output, given, "return authenticated;"));

    assertThat(api.createMessage("9900000", Examples.REQUEST).execute().code()).isEqualTo(202);
  }

  private Logger log() {
    return (Logger)
        Proxy.newProxyInstance(
            Logger.class.getClassLoader(),
            new Class<?>[] {Logger.class},
            (proxy, method, arguments) -> {
              logged.add(arguments[0] + " " + arguments[1]);
              return null;
            });
  }
}
