package io.github.bandwidthmessaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.stream.Collectors.joining;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessageCheck;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.RetryPolicy;
import io.github.bandwidthmessaging.Sleeper;
import io.github.bandwidthmessaging.api.BandwidthError;
import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.ErrorSource;
import io.github.bandwidthmessaging.api.FieldError;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageDelivered;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageFailed;
import io.github.bandwidthmessaging.api.MessageReceived;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSending;
import io.github.bandwidthmessaging.api.MessageSent;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MultiChannelErrorDetail;
import io.github.bandwidthmessaging.api.MultiChannelMessageRequest;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A server that behaves like Bandwidth's Messaging API, for tests of code that sends messages or
 * receives callbacks.
 *
 * <pre>{@code
 * try (FakeBandwidth bandwidth = FakeBandwidth.start();
 *     MessagingClient client = bandwidth.clientBuilder().build()) {
 *   bandwidth.failNext(FakeBandwidth.Fault.QUEUE_FULL);
 *   ...
 *   assertThat(bandwidth.sent()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It also keeps media: what is uploaded can be downloaded, listed, and deleted, by names with
 * raw slashes in the URL, as with Bandwidth, and {@link #receivedMedia} makes the event of a
 * picture that someone sent.
 *
 * <p>It issues OAuth tokens, and accepts credentials of any kind until {@link #requireOAuth}.
 * {@link #environment()} leads code that calls {@link MessagingClient#fromEnvironment(Map)} here. A
 * message that exceeds a limit of the OpenAPI document is refused with a 400 that names the field;
 * any other message is accepted. It listens on a free port of the loopback interface, and can be
 * used by several threads.
 */
public final class FakeBandwidth implements AutoCloseable {
  /**
   * A way in which sending one message, or one request for media, can fail. The responses are those
   * of Bandwidth or of a gateway in front of it. More constants may be added, so give a {@code
   * switch} a default.
   */
  public enum Fault {
    /** A 400 that does not name a field; the message is not sent. */
    BAD_REQUEST(400, error("request-validation", "Your request could not be accepted")),
    /**
     * A 401 for wrong credentials; the message is not sent. A client with OAuth credentials then
     * fetches another token and tries once more, so it takes two of these to refuse its message.
     */
    UNAUTHORIZED(401, error("unauthorized", "Authentication Failed")),
    /** A 403 for an account without access to the Messaging API; the message is not sent. */
    FORBIDDEN(403, error("forbidden", "Access Denied")),
    /** A 429 because the account's queue is full; the message is not sent. */
    QUEUE_FULL(429, error("max-message-queue-size-exceeded", "The queue is full")),
    /** A 500 with Bandwidth's own error; the message is not sent. */
    SERVER_ERROR(500, error("internal-server-error", "Something failed")),
    /** A 502 from a gateway, although the message is sent. */
    BAD_GATEWAY(502, "<html><body>Bad Gateway</body></html>"),
    /** A 202 with a body that is not valid JSON; the message is sent. */
    UNREADABLE_RESPONSE(202, "{\"id\":"),
    /** A connection that is closed without a response, although the message is sent. */
    HANG_UP(0, ""),
    /** A connection that is closed without a response; the message is not sent. */
    LOST(0, "");

    private final int status;
    private final String body;

    Fault(int status, String body) {
      this.status = status;
      this.body = body;
    }

    int status() {
      return status;
    }

    String body() {
      return body;
    }

    boolean sendsMessage() {
      return this == BAD_GATEWAY || this == UNREADABLE_RESPONSE || this == HANG_UP;
    }
  }

  /** Waits that move the clock instead of taking time. */
  private final class PassingTime implements Sleeper {
    @Override
    public void sleep(Duration wait) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      passTime(wait);
    }

    @Override
    public void schedule(Duration wait, Runnable work) {
      passTime(wait);
      work.run();
    }
  }

  private static final Moshi MOSHI = RetrofitClient.moshi();
  private static final JsonAdapter<MessageRequest> REQUESTS = MOSHI.adapter(MessageRequest.class);
  private static final JsonAdapter<MultiChannelMessageRequest> MULTI_CHANNEL =
      MOSHI.adapter(MultiChannelMessageRequest.class);
  private static final JsonAdapter<Object> JSON = MOSHI.adapter(Object.class);
  private static final JsonAdapter<Message> MESSAGES = MOSHI.adapter(Message.class);
  private static final JsonAdapter<MessageEvent> EVENTS = MOSHI.adapter(MessageEvent.class);
  private static final String APPLICATION_ID = "93de2206-9669-4e07-948d-329f4b722ee2";
  private static final String TOKEN_PATH = "/api/v1/oauth2/token";
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9._~-]+");
  private static final Pattern OPERATION =
      Pattern.compile("(?:/api/v2)?/users/([^/]+)/(media(?:/.*)?|messages|messages/multiChannel)");

  private final LoopbackServer server;
  private final FakeOAuth oauth = new FakeOAuth();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();
  private final List<MessageRequest> sent = new CopyOnWriteArrayList<>();
  private final List<MultiChannelMessageRequest> sentMultiChannel = new CopyOnWriteArrayList<>();
  private final List<Message> accepted = new CopyOnWriteArrayList<>();
  private final FakeMedia media;

  private final Queue<Fault> searchFaults = new ConcurrentLinkedQueue<>();
  private final FakeMessages list;
  private final InstantSource clock;
  private final OkHttpClient http = httpClient();
  private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

  private FakeBandwidth(InstantSource clock) throws IOException {
    this.clock = () -> clock.instant().plus(passed.get());
    this.list = new FakeMessages(this.clock);
    this.media = new FakeMedia(this.clock);
    this.server = new LoopbackServer(this.clock, this::handle);
  }

  /**
   * Starts a server.
   *
   * @return a server that runs until it is closed
   * @throws UncheckedIOException if no port of the loopback interface can be opened
   */
  public static FakeBandwidth start() {
    return start(InstantSource.system());
  }

  static FakeBandwidth start(InstantSource clock) {
    try {
      return new FakeBandwidth(clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the base URL.
   *
   * @return the URL to pass to {@link MessagingClient.Builder#baseUrl}
   */
  public String url() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /**
   * Returns the URL of the token endpoint.
   *
   * @return the URL to pass to {@link Credentials#oauth(String, String, String)}
   */
  public String tokenUrl() {
    return "http://127.0.0.1:" + server.port() + TOKEN_PATH;
  }

  /**
   * Returns the environment variables that a client of this server needs, with its URLs. Such a
   * client really waits before it retries and between searches, and its time does not {@linkplain
   * #passTime pass}: no variable sets its sleeper and clock. Give code that has to wait a client of
   * {@link #clientBuilder()}.
   *
   * @return the variables to pass to {@link MessagingClient#fromEnvironment(Map)}, or to another
   *     process
   */
  public Map<String, String> environment() {
    FakeOAuth.Client client = oauth.client();
    return Map.of(
        "BW_ACCOUNT_ID", client.accountId(),
        "BW_MESSAGING_APPLICATION_ID", APPLICATION_ID,
        "BW_CLIENT_ID", client.id(),
        "BW_CLIENT_SECRET", client.secret(),
        "BW_BASE_URL", url(),
        "BW_TOKEN_URL", tokenUrl());
  }

  /**
   * Returns a builder for a client of this server, with the account, application, OAuth credentials
   * and URLs of {@link #environment()}. The client retries and looks for messages like one in
   * production, but where that would wait, it {@linkplain #passTime lets the time pass}.
   *
   * @return a new builder, all of whose settings can be changed
   */
  public MessagingClient.Builder clientBuilder() {
    return MessagingClient.fromEnvironment(environment())
        .httpClient(http)
        .clock(clock)
        .sleeper(new PassingTime())
        .retryPolicy(RetryPolicy.standard().withFirstDelay(Duration.ZERO));
  }

  /**
   * Refuses all other credentials from now on, as Bandwidth does: another client ID or secret gets
   * no token (401 {@code invalid_client}), and every operation requires one of this server's tokens
   * and this account (otherwise 401). Call this before {@link #environment()} and {@link
   * #clientBuilder()}, which have the account and credentials of the last call.
   *
   * @param accountId the only account, a string of digits
   * @param clientId the client ID that has access to the account
   * @param clientSecret the client secret
   * @throws IllegalArgumentException if {@code accountId} cannot be an account's ID, or {@code
   *     clientId} or {@code clientSecret} is empty
   */
  public void requireOAuth(String accountId, String clientId, String clientSecret) {
    // They are checked in the same way as those of a client.
    MessagingClient.builder()
        .accountId(accountId)
        .credentials(Credentials.oauth(clientId, clientSecret, tokenUrl()));
    oauth.require(new FakeOAuth.Client(accountId, clientId, clientSecret));
  }

  /**
   * Makes the next requests for a token fail, one for each fault, in this order. {@link
   * Fault#UNAUTHORIZED} is a 401 {@code invalid_client}, {@link Fault#LOST} a connection that is
   * dropped, and {@link Fault#UNREADABLE_RESPONSE} a 200 with a body that is not valid JSON.
   *
   * @param next the faults
   */
  public void failNextToken(Fault... next) {
    oauth.failNext(next);
  }

  /**
   * Delays the response to the next request for a token.
   *
   * @param delay how long to wait before responding; {@link #close()} ends the wait
   * @throws IllegalArgumentException if {@code delay} is negative
   */
  public void delayNextToken(Duration delay) {
    oauth.delayNext(notNegative(delay, "delay"));
  }

  /**
   * Sets the lifetime of tokens, as the token endpoint states it. A client renews a token shortly
   * before it expires, and fetches one for each request if the lifetime is zero; this server
   * accepts all of them until {@link #revokeTokens()}.
   *
   * @param lifetime the lifetime of tokens that are issued from now on; an hour at first
   * @throws IllegalArgumentException if {@code lifetime} is negative
   */
  public void setTokenLifetime(Duration lifetime) {
    oauth.setLifetime(notNegative(lifetime, "lifetime"));
  }

  /** Invalidates all tokens issued so far: using one is a 401. */
  public void revokeTokens() {
    oauth.revoke();
  }

  /**
   * Returns how many tokens were issued.
   *
   * @return the number of tokens, including those that were revoked
   */
  public int tokensIssued() {
    return oauth.issued();
  }

  /**
   * Makes the next attempts to send a message fail, one for each fault, in this order. Retries are
   * attempts, too. Requests that are refused anyway use up no fault; a fault that no attempt has
   * used stays for the next message.
   *
   * @param next the faults
   */
  public void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  /**
   * Delays the response to the next attempt to send a message. The message itself is sent, or
   * fails, without the delay. If called again before that attempt, delays the one after it.
   *
   * @param delay how long to wait before responding; {@link #close()} ends the wait, and closes the
   *     connection without a response
   * @throws IllegalArgumentException if {@code delay} is negative
   */
  public void delayNext(Duration delay) {
    delays.add(notNegative(delay, "delay"));
  }

  /**
   * Makes the next requests for media fail, one for each fault, in this order. Retries are
   * requests, too. The response of {@link Fault#BAD_GATEWAY}, {@link Fault#UNREADABLE_RESPONSE} and
   * {@link Fault#HANG_UP} is lost after the request was carried out; the latter two end a download
   * or a list in the middle.
   *
   * @param next the faults
   */
  public void failNextMedia(Fault... next) {
    media.failNext(next);
  }

  /**
   * Returns the media of all accounts: what was uploaded or {@linkplain #receivedMedia received}
   * and neither deleted nor expired.
   *
   * @return the content of each file by its name
   */
  public Map<String, byte[]> media() {
    return media.contents();
  }

  /** Makes all media expire, as they do at Bandwidth after 48 hours. */
  public void expireMedia() {
    media.expire();
  }

  /**
   * Sets how many files a page of the media list has.
   *
   * @param size from 1; 1,000 by default, as at Bandwidth
   * @throws IllegalArgumentException if {@code size} is less than 1
   */
  public void pageMedia(int size) {
    media.page(size);
  }

  /**
   * Returns the messages that were sent, including those whose response failed.
   *
   * @return the requests in the order in which they arrived
   */
  public List<MessageRequest> sent() {
    return List.copyOf(sent);
  }

  /**
   * Returns the only message that was sent. Print this server, not the request, to see numbers and
   * text.
   *
   * @return the request
   * @throws AssertionError if no message was sent, or more than one
   */
  public MessageRequest onlySent() {
    List<MessageRequest> all = sent();
    if (all.size() != 1) {
      throw new AssertionError(
          "Expected one message, but " + all.size() + " were sent: " + json(all, REQUESTS));
    }
    return all.get(0);
  }

  /**
   * Returns the multi-channel messages that were sent, including those whose response failed. This
   * server does not choose a channel, and does not list these messages in a search.
   *
   * @return the requests in the order in which they arrived
   */
  public List<MultiChannelMessageRequest> sentMultiChannel() {
    return List.copyOf(sentMultiChannel);
  }

  /**
   * Returns the messages of {@link #sent()} with their IDs. Pass them to {@link #delivered} and the
   * like to make events.
   *
   * @return the messages that were sent, including those whose response failed, in the order in
   *     which they arrived
   */
  public List<Message> accepted() {
    return List.copyOf(accepted);
  }

  /**
   * Makes the next searches fail, one for each fault, in this order. Retries are searches, too.
   *
   * @param next the faults; those that send a message lose or spoil the response
   */
  public void failNextSearch(Fault... next) {
    searchFaults.addAll(List.of(next));
  }

  /**
   * Sets how long it takes until a message can be found.
   *
   * @param lag the time from when a message arrives until it is in the list; zero at first
   * @throws IllegalArgumentException if {@code lag} is negative
   */
  public void setListLag(Duration lag) {
    list.setLag(notNegative(lag, "lag"));
  }

  /**
   * Lets time pass without waiting, for this server and for the clients of {@link
   * #clientBuilder()}: the list catches up, searches are accepted again, a message that is not
   * listed can be declared not found, media expire, and clients renew their tokens. Delays and the
   * pace of a batch take real time.
   *
   * @param time how much time passes
   * @throws IllegalArgumentException if {@code time} is negative
   */
  public void passTime(Duration time) {
    passed.accumulateAndGet(notNegative(time, "time"), Duration::plus);
  }

  /**
   * Lists the group messages that arrive from now on once for each recipient; at first they are
   * listed once, with the first recipient. Bandwidth does not document which it does.
   */
  public void listGroupsByRecipient() {
    list.listGroupsByRecipient();
  }

  /**
   * Sets how many searches are accepted before the response is a 429, which has a {@code
   * Retry-After}.
   *
   * @param requests the number of searches; 3,500 at first
   * @param period the time in which they are counted; 5 minutes at first
   */
  public void limitSearches(int requests, Duration period) {
    list.limitSearches(requests, period);
  }

  /** Invalidates all page tokens given out so far: using one is a 400. */
  public void expirePageTokens() {
    list.expirePageTokens();
  }

  /**
   * Adds a message that can be searched for, such as one that another program sent, or that was
   * received.
   *
   * @param message what the list has about it
   */
  public void addToList(MessageSummary message) {
    list.add(message);
  }

  /**
   * Returns everything that can be searched for, now or when the lag is over: the messages that
   * were sent, including those whose response failed, and those that were added.
   *
   * @return the messages in the order in which they arrived
   */
  public List<MessageSummary> listed() {
    return list.all();
  }

  /**
   * Posts events to a callback URL as Bandwidth does: each in an array of its own, first without
   * credentials, then with them if the response is a 401 that asks for them.
   *
   * @param callbackUrl the URL
   * @param username the username of the application's callback credentials
   * @param password their password
   * @param events the events, in the order in which to post them
   * @return the final status code for each event
   * @throws UncheckedIOException if there is no response within 10 seconds, or no connection; the
   *     events before this one were posted
   * @throws IllegalStateException if the thread is interrupted, which it then still is
   */
  public static List<Integer> post(
      URI callbackUrl, String username, String password, List<? extends MessageEvent> events) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(UTF_8));
    return events.stream()
        .map(
            event -> {
              HttpResponse<Void> response = post(http, callbackUrl, null, event);
              boolean asked =
                  response.statusCode() == 401
                      && response.headers().firstValue("WWW-Authenticate").isPresent();
              return (asked ? post(http, callbackUrl, basic, event) : response).statusCode();
            })
        .toList();
  }

  /**
   * Returns events as JSON.
   *
   * @param events the events
   * @return the body of a callback, an array
   */
  public static String json(MessageEvent... events) {
    return Arrays.stream(events).map(EVENTS::toJson).collect(joining(",", "[", "]"));
  }

  /**
   * Returns the event for an MMS that was handed to a carrier.
   *
   * @param message the message as Bandwidth accepted it
   * @param to the recipient
   * @return the event
   */
  public static MessageEvent sending(Message message, PhoneNumber to) {
    return MessageSending.builder()
        .time(timeOf(message))
        .description("Message is sending to carrier")
        .to(to.value())
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event for a message that left Bandwidth's network.
   *
   * @param message the message as Bandwidth accepted it
   * @param to the recipient
   * @return the event
   */
  public static MessageEvent sent(Message message, PhoneNumber to) {
    return MessageSent.builder()
        .time(timeOf(message))
        .description("Message sent to carrier")
        .to(to.value())
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event for a message that was delivered.
   *
   * @param message the message as Bandwidth accepted it
   * @param to the recipient
   * @return the event
   */
  public static MessageEvent delivered(Message message, PhoneNumber to) {
    return MessageDelivered.builder()
        .time(timeOf(message))
        .description("ok")
        .to(to.value())
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event for a message that failed.
   *
   * @param message the message as Bandwidth accepted it
   * @param to the recipient
   * @param errorCode why it failed, for example 4432
   * @return the event
   */
  public static MessageEvent failed(Message message, PhoneNumber to, int errorCode) {
    return MessageFailed.builder()
        .time(timeOf(message))
        .description("failed")
        .to(to.value())
        .errorCode(errorCode)
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event for a message that was sent to you.
   *
   * @param from who sent it
   * @param to your number
   * @param text its text
   * @return the event of a new message, with its own ID
   */
  public static MessageReceived received(PhoneNumber from, PhoneNumber to, String text) {
    OffsetDateTime time = now(InstantSource.system());
    return MessageReceived.builder()
        .time(time)
        .description("Incoming message received")
        .to(to.value())
        .message(
            Message.builder()
                .id(newId())
                .owner(to.value())
                .time(time)
                .direction(Direction.IN)
                .to(List.of(to.value()))
                .from(from.value())
                .text(text)
                .segmentCount(1)
                .build())
        .build();
  }

  /**
   * Stores a file as one that arrived with a message, in the account of {@link #clientBuilder()},
   * and returns the event of that message.
   *
   * @param from who sent it
   * @param to your number
   * @param text its text, which can be empty
   * @param fileName the name of the file, for example {@code photo.jpg}: letters of ASCII, digits,
   *     and {@code . _ ~ -} only
   * @param contentType the content type of the file, for example {@code image/jpeg}
   * @param content the file
   * @return the event of a new message, whose media has the URL of the file on this server
   * @throws IllegalArgumentException if {@code fileName} has other characters, or none
   */
  public MessageReceived receivedMedia(
      PhoneNumber from,
      PhoneNumber to,
      String text,
      String fileName,
      String contentType,
      byte[] content) {
    if (!FILE_NAME.matcher(fileName).matches()) {
      throw new IllegalArgumentException(
          "fileName must contain only letters of ASCII, digits, and . _ ~ -, and at least one");
    }
    MessageReceived event = received(from, to, text);
    String name = event.message().id() + "/0/" + fileName;
    String account = oauth.client().accountId();
    String path = "users/" + account + "/media/";
    media.store(account, name, contentType, content);
    return event.toBuilder()
        .message(event.message().toBuilder().media(List.of(url() + path + name)).build())
        .build();
  }

  /** Stops the server. Messages that are waiting for a response get none. */
  @Override
  public void close() {
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /**
   * Returns the URL and the messages that were sent, as JSON: with the numbers and texts that the
   * {@code toString()} of a message masks.
   */
  @Override
  public String toString() {
    return "FakeBandwidth[url=%s, sent=%s, sentMultiChannel=%s]"
        .formatted(url(), json(sent, REQUESTS), json(sentMultiChannel, MULTI_CHANNEL));
  }

  private static <T> String json(List<T> values, JsonAdapter<T> adapter) {
    return values.stream().map(adapter::toJson).collect(joining(", ", "[", "]"));
  }

  /** Returns a client with the limits of the default one. */
  private static OkHttpClient httpClient() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    return new OkHttpClient.Builder()
        // This server has no TLS, and loading certificates takes longer than most tests.
        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
        .dispatcher(dispatcher)
        .readTimeout(Duration.ofSeconds(30))
        .writeTimeout(Duration.ofSeconds(30))
        .build();
  }

  private static HttpResponse<Void> post(
      HttpClient http, URI url, @Nullable String authorization, MessageEvent event) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "BandwidthAPI/v2")
            .POST(HttpRequest.BodyPublishers.ofString(json(event)));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while posting a callback", e);
    }
  }

  private void handle(Exchange exchange) throws IOException {
    String path = exchange.uri().getPath();
    if (exchange.method().equals("POST") && path.equals(TOKEN_PATH)) {
      oauth.handle(exchange);
      return;
    }
    Matcher operation = OPERATION.matcher(path);
    String resource = operation.matches() ? operation.group(2) : "";
    boolean isMedia = resource.startsWith("media");
    boolean isMultiChannel = resource.equals("messages/multiChannel");
    boolean isSearch = resource.equals("messages") && exchange.method().equals("GET");
    if (resource.isEmpty() || !(isMedia || isSearch || exchange.method().equals("POST"))) {
      exchange.respond(404, error("not-found", "No such path"));
      return;
    }
    String accountId = operation.group(1);
    if (!oauth.allows(exchange.header("Authorization"), accountId)) {
      String body = Fault.UNAUTHORIZED.body;
      exchange.respond(401, isMultiChannel ? enveloped(body) : body);
    } else if (isMedia) {
      media.handle(exchange);
    } else if (isSearch) {
      search(exchange, accountId);
    } else if (isMultiChannel) {
      sendMultiChannel(exchange);
    } else {
      send(exchange, accountId);
    }
  }

  private void search(Exchange exchange, String accountId) throws IOException {
    Fault fault = searchFaults.poll();
    if (fault == null) {
      FakeMessages.Response response = list.search(accountId, exchange.uri().getRawQuery());
      if (response.retryAfter() != null) {
        exchange.setHeader("Retry-After", String.valueOf(response.retryAfter()));
      }
      exchange.respond(response.status(), response.body());
    } else {
      exchange.respond(fault == Fault.UNREADABLE_RESPONSE ? 200 : fault.status, fault.body);
    }
  }

  private void send(Exchange exchange, String accountId) throws IOException {
    MessageRequest request = request(exchange, REQUESTS);
    List<Violation> violations = request == null ? List.of() : request.violations();
    if (request == null || !violations.isEmpty()) {
      exchange.respond(400, refusal(violations));
      return;
    }
    Message message = accepted(request);
    send(
        exchange,
        MESSAGES.toJson(message),
        UnaryOperator.identity(),
        () -> {
          sent.add(request);
          accepted.add(message);
          list.add(accountId, message, request);
        });
  }

  private void sendMultiChannel(Exchange exchange) throws IOException {
    MultiChannelMessageRequest request = request(exchange, MULTI_CHANNEL);
    List<Violation> violations = request == null ? List.of() : request.violations();
    if (request == null || !violations.isEmpty()) {
      exchange.respond(400, refusalInEnvelope(violations));
      return;
    }
    send(
        exchange,
        acceptedInEnvelope(request),
        FakeBandwidth::enveloped,
        () -> sentMultiChannel.add(request));
  }

  /** Accepts a message that breaks no rule, or fails. */
  private void send(
      Exchange exchange, String receipt, UnaryOperator<String> failure, Runnable whenSent)
      throws IOException {
    Fault fault;
    Duration delay;
    // In one step, so that the lists have the same order.
    synchronized (this) {
      fault = faults.poll();
      delay = delays.poll();
      if (fault == null || fault.sendsMessage()) {
        whenSent.run();
      }
    }
    if (!waited(delay)) {
      return;
    }
    if (fault == null) {
      exchange.respond(202, receipt);
    } else {
      exchange.respond(fault.status, failure.apply(fault.body));
    }
  }

  /** Waits, and returns false if the server is closed meanwhile. */
  static boolean waited(@Nullable Duration delay) {
    try {
      Thread.sleep(delay == null ? 0 : delay.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static Duration notNegative(Duration duration, String name) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(name + " is negative");
    }
    return duration;
  }

  private static <T> @Nullable T request(Exchange exchange, JsonAdapter<T> adapter) {
    try {
      return adapter.fromJson(new String(exchange.body(), UTF_8));
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  private Message accepted(MessageRequest request) {
    return Message.builder()
        .id(newId())
        .owner(request.from())
        .time(now(clock))
        .direction(Direction.OUT)
        .to(request.recipients())
        .from(request.from())
        .text(request.text())
        .applicationId(request.applicationId())
        .media(
            request.media() == null ? null : request.media().stream().map(URI::toString).toList())
        .tag(request.tag())
        .segmentCount(MessageCheck.of(request).segments())
        .priority(request.priority())
        .expiration(request.expiration())
        .build();
  }

  /** Returns the request again, with what Bandwidth adds. */
  private String acceptedInEnvelope(MultiChannelMessageRequest request) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", newId());
    data.put("time", now(clock).toString());
    data.put("direction", "out");
    ((Map<?, ?>) MULTI_CHANNEL.toJsonValue(request))
        .forEach(
            (name, value) ->
                data.put(
                    String.valueOf(name),
                    value instanceof List<?> channels
                        ? channels.stream().map(FakeBandwidth::withOwner).toList()
                        : value));
    data.put("to", List.of(request.to()));
    return JSON.toJson(Map.of("links", List.of(), "data", data, "errors", List.of()));
  }

  private static Map<?, ?> withOwner(Object channel) {
    Map<Object, Object> receipt = new LinkedHashMap<>((Map<?, ?>) channel);
    receipt.put("owner", receipt.get("from"));
    return receipt;
  }

  private static OffsetDateTime timeOf(Message message) {
    OffsetDateTime time = message.time();
    return time == null ? now(InstantSource.system()) : time;
  }

  private static OffsetDateTime now(InstantSource clock) {
    return clock.instant().truncatedTo(MILLIS).atOffset(ZoneOffset.UTC);
  }

  /** Returns an ID in Bandwidth's form. */
  private static String newId() {
    return "1476207046829%016x".formatted(ThreadLocalRandom.current().nextLong());
  }

  private static Message withoutText(Message message) {
    return message.toBuilder().text("").build();
  }

  private static String refusal(List<Violation> violations) {
    return BandwidthError.jsonAdapter()
        .toJson(
            BandwidthError.builder()
                .type("request-validation")
                .description("Your request could not be accepted")
                .fieldErrors(
                    violations.stream()
                        .map(
                            each ->
                                FieldError.builder()
                                    .fieldName(each.field())
                                    .description(words(each))
                                    .build())
                        .toList())
                .build());
  }

  /** Returns what is wrong with a field, without its name. */
  private static String words(Violation violation) {
    return violation.message().substring(violation.field().length() + ": ".length());
  }

  private static String refusalInEnvelope(List<Violation> violations) {
    if (violations.isEmpty()) {
      return enveloped(error("request-validation", "Your request could not be accepted"));
    }
    return violations.stream()
        .map(
            each ->
                MultiChannelErrorDetail.builder()
                    .type("request-validation")
                    .description(words(each))
                    .source(ErrorSource.builder().field(each.field()).build())
                    .build())
        .map(MultiChannelErrorDetail.jsonAdapter()::toJson)
        .collect(joining(",", "{\"links\":[],\"data\":null,\"errors\":[", "]}"));
  }

  /**
   * Returns an error as that of a multi-channel message; what is not an error of Bandwidth's as is.
   */
  private static String enveloped(String body) {
    return body.startsWith("{\"type\"")
        ? "{\"links\":[],\"data\":null,\"errors\":["
            + body.substring(0, body.length() - 1)
            + ",\"source\":{}}]}"
        : body;
  }

  static String error(String type, String description) {
    return "{\"type\":\"%s\",\"description\":\"%s\"}".formatted(type, description);
  }
}
