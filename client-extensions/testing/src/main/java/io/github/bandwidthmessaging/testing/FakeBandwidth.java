package io.github.bandwidthmessaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bandwidthmessaging.MessageCheck;
import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageDelivered;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageFailed;
import io.github.bandwidthmessaging.api.MessageReceived;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSending;
import io.github.bandwidthmessaging.api.MessageSent;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers as Bandwidth does, for tests of code that sends messages or takes
 * callbacks.
 *
 * <pre>{@code
 * try (FakeBandwidth bandwidth = FakeBandwidth.start()) {
 *   MessagingClient client = MessagingClient.builder().baseUrl(bandwidth.url())...build();
 *   bandwidth.failNext(FakeBandwidth.Fault.QUEUE_FULL);
 *   ...
 *   assertThat(bandwidth.sent()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>It takes a message with credentials of any kind, refuses one that breaks a limit of the
 * OpenAPI document with a 400 that names the field, and answers the rest with a receipt. It listens
 * on a free port of this machine only, and can be used from several threads.
 */
public final class FakeBandwidth implements AutoCloseable {
  /** What can go wrong with one message, in the words and forms of Bandwidth. */
  public enum Fault {
    /** 400, without saying which field. */
    BAD_REQUEST(400, error("request-validation", "Your request could not be accepted")),
    /** 401, wrong credentials. */
    UNAUTHORIZED(401, error("unauthorized", "Authentication Failed")),
    /** 403, a user without the Messaging API. */
    FORBIDDEN(403, error("forbidden", "Access Denied")),
    /** 429, the queue of the account is full. */
    QUEUE_FULL(429, error("max-message-queue-size-exceeded", "The queue is full")),
    /** 500 with Bandwidth's own error: not sent. */
    SERVER_ERROR(500, error("internal-server-error", "Something failed")),
    /** 502 of a gateway, after the message was taken. */
    BAD_GATEWAY(502, "<html><body>Bad Gateway</body></html>"),
    /** 202 whose body is no receipt, after the message was taken. */
    UNREADABLE_RECEIPT(202, "{\"id\":"),
    /** The connection ends without an answer, after the message was taken. */
    HANG_UP(0, "");

    private final int status;
    private final String body;

    Fault(int status, String body) {
      this.status = status;
      this.body = body;
    }

    private boolean takesMessage() {
      return this == BAD_GATEWAY || this == UNREADABLE_RECEIPT || this == HANG_UP;
    }
  }

  private static final Moshi MOSHI = RetrofitClient.moshi();
  private static final JsonAdapter<MessageRequest> REQUESTS = MOSHI.adapter(MessageRequest.class);
  private static final JsonAdapter<Message> RECEIPTS = MOSHI.adapter(Message.class);
  private static final JsonAdapter<MessageEvent> EVENTS = MOSHI.adapter(MessageEvent.class);
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2016-09-14T18:20:16Z");

  private final HttpServer server;
  private final AtomicInteger count = new AtomicInteger();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<MessageRequest> sent = new CopyOnWriteArrayList<>();
  private final List<Message> receipts = new CopyOnWriteArrayList<>();

  private FakeBandwidth(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @return a server that runs until it is closed
   */
  public static FakeBandwidth start() {
    try {
      FakeBandwidth bandwidth =
          new FakeBandwidth(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      bandwidth.server.createContext("/", bandwidth::handle);
      bandwidth.server.start();
      return bandwidth;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the base URL.
   *
   * @return what {@code MessagingClient.Builder.baseUrl} takes
   */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /**
   * Lets the next messages fail, one for each fault, in this order; those after them succeed.
   *
   * @param next the faults
   */
  public void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  /**
   * Returns the messages that were taken, also those whose answer failed.
   *
   * @return the requests in the order of arrival
   */
  public List<MessageRequest> sent() {
    return List.copyOf(sent);
  }

  /**
   * Returns the only message that was taken.
   *
   * @return the request
   * @throws AssertionError if there is none or more than one
   */
  public MessageRequest onlySent() {
    List<MessageRequest> all = sent();
    if (all.size() != 1) {
      throw new AssertionError("Expected one message, but " + all.size() + " were sent: " + all);
    }
    return all.get(0);
  }

  /**
   * Returns the receipts that were answered.
   *
   * @return the receipts in order
   */
  public List<Message> receipts() {
    return List.copyOf(receipts);
  }

  /**
   * Posts events to a callback URL as Bandwidth does: one array of one event each, first without
   * credentials, and with them when they are asked for.
   *
   * @param callbackUrl the URL
   * @param username the name of the application's callback credentials
   * @param password their password
   * @param events the events, in the order to post them
   * @return the last status for each event
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
   * Returns the JSON of callbacks.
   *
   * @param events the events
   * @return an array of them
   */
  public static String json(MessageEvent... events) {
    return Arrays.stream(events).map(EVENTS::toJson).collect(joining(",", "[", "]"));
  }

  /**
   * Returns the event that a message is handed on, of MMS only.
   *
   * @param message the receipt
   * @param to the recipient
   * @return the event
   */
  public static MessageEvent sending(Message message, String to) {
    return MessageSending.builder()
        .time(TIME)
        .description("Message is sending to carrier")
        .to(to)
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event that a message has left Bandwidth's network.
   *
   * @param message the receipt
   * @param to the recipient
   * @return the event
   */
  public static MessageEvent sent(Message message, String to) {
    return MessageSent.builder()
        .time(TIME)
        .description("Message sent to carrier")
        .to(to)
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event that a message was delivered.
   *
   * @param message the receipt
   * @param to the recipient
   * @return the event
   */
  public static MessageEvent delivered(Message message, String to) {
    return MessageDelivered.builder()
        .time(TIME)
        .description("ok")
        .to(to)
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event that a message failed.
   *
   * @param message the receipt
   * @param to the recipient
   * @param errorCode why
   * @return the event
   */
  public static MessageEvent failed(Message message, String to, int errorCode) {
    return MessageFailed.builder()
        .time(TIME)
        .description("failed")
        .to(to)
        .errorCode(errorCode)
        .message(withoutText(message))
        .build();
  }

  /**
   * Returns the event that a message came in.
   *
   * @param from who sent it
   * @param to the number of yours that it came to
   * @param text its text
   * @return the event
   */
  public static MessageEvent received(String from, String to, String text) {
    return MessageReceived.builder()
        .time(TIME)
        .description("Incoming message received")
        .to(to)
        .message(
            Message.builder()
                .id("14762070468292kw2fuqty55yp2b2")
                .owner(to)
                .time(TIME)
                .direction(Direction.IN)
                .to(List.of(to))
                .from(from)
                .text(text)
                .segmentCount(1)
                .build())
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
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

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!exchange.getRequestMethod().equals("POST")
          || !exchange.getRequestURI().getPath().matches(".*/users/[^/]+/messages")) {
        answer(exchange, 404, error("not-found", "No such path"));
        return;
      }
      if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
        answer(exchange, 401, Fault.UNAUTHORIZED.body);
        return;
      }
      MessageRequest request = request(new String(body, UTF_8));
      List<Violation> violations = request == null ? List.of() : request.violations();
      if (request == null || !violations.isEmpty()) {
        answer(exchange, 400, refusal(violations));
        return;
      }
      Fault fault = faults.poll();
      if (fault == null || fault.takesMessage()) {
        sent.add(request);
      }
      if (fault == null) {
        Message receipt = receipt(request);
        receipts.add(receipt);
        answer(exchange, 202, RECEIPTS.toJson(receipt));
      } else if (fault != Fault.HANG_UP) {
        answer(exchange, fault.status, fault.body);
      }
    }
  }

  private static @Nullable MessageRequest request(String json) {
    try {
      return REQUESTS.fromJson(json);
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  private Message receipt(MessageRequest request) {
    return Message.builder()
        .id("1476207046829%016d".formatted(count.incrementAndGet()))
        .owner(request.from())
        .time(TIME)
        .direction(Direction.OUT)
        .to(request.to().values())
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

  private static Message withoutText(Message message) {
    return message.toBuilder().text("").build();
  }

  private static String refusal(List<Violation> violations) {
    String fields =
        violations.stream()
            .map(
                v ->
                    "{\"fieldName\":\"%s\",\"description\":\"breaks %s\"}"
                        .formatted(v.field(), v.rule()))
            .collect(joining(","));
    return "{\"type\":\"request-validation\",\"description\":\"Your request could not be accepted\","
        + "\"fieldErrors\":["
        + fields
        + "]}";
  }

  private static String error(String type, String description) {
    return "{\"type\":\"%s\",\"description\":\"%s\"}".formatted(type, description);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
