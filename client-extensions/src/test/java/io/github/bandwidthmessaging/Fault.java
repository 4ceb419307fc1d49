package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.MULTI_CHANNEL;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/** One fault of the catalogue, and how it is tried. */
final class Fault {
  /** What a message travels over. */
  enum Wire {
    PLAIN,
    TLS,
    HTTP_2
  }

  /** How a message is sent. */
  enum Way {
    SEND,
    SEND_ASYNC,
    SEND_ALL,
    SEND_MULTI_CHANNEL,
    SEND_ASYNC_MULTI_CHANNEL
  }

  /** Writes what it likes on a connection on which a request was read. */
  interface Server {
    void answer(int number, Socket socket) throws IOException;
  }

  /** Makes the threads that send. */
  interface Threads {
    Thread unstarted(Runnable work);
  }

  /**
   * What happened.
   *
   * @param outcomes of each message, or what was thrown instead of a SendException
   * @param copies how many messages the server has read
   */
  record Run(
      Fault fault,
      Wire wire,
      Way way,
      List<String> outcomes,
      int copies,
      boolean isHanging,
      long millis) {
    /** Whether an outcome is not true, or more messages are reported as sent than arrived. */
    boolean isWrong() {
      if (isHanging) {
        return false;
      }
      long sent = outcomes.stream().filter("SENT"::equals).count();
      return copies < sent
          || outcomes.size() != fault.messages
          || !fault.isTrue(outcomes.get(outcomes.size() - 1))
          || outcomes.stream().anyMatch(outcome -> !isOutcome(outcome))
          || (fault.received >= 0 && copies != fault.received);
    }

    boolean isDouble() {
      return copies > fault.messages * fault.copies;
    }

    private static boolean isOutcome(String outcome) {
      return outcome.equals("SENT") || outcome.equals("NOT_SENT") || outcome.equals("UNKNOWN");
    }

    String line() {
      return "| %s | %s | %s | %s%s | %d | %d |"
          .formatted(
              fault.name,
              wire,
              way,
              String.join(" ", outcomes),
              isHanging ? " HANGS" : "",
              copies,
              millis);
    }
  }

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final HandshakeCertificates CERTIFICATES = certificates();

  private final String name;
  private final Outcome outcome;
  private @Nullable Outcome raced;
  private Set<Wire> wires = EnumSet.allOf(Wire.class);
  private Set<Way> ways = EnumSet.of(Way.SEND, Way.SEND_ASYNC, Way.SEND_ALL);
  private IntFunction<String> statuses = number -> "202";
  private @Nullable Server server;
  private MockResponse.@Nullable Builder mock;
  private Consumer<OkHttpClient.Builder> http = builder -> {};
  private Consumer<MessagingClient.Builder> with = builder -> {};
  private boolean closing;
  private boolean hasty;
  private boolean retrying;
  private boolean byName;
  private boolean interruptedBefore;
  private boolean interrupting;
  private boolean interruptedByServer;
  private boolean doubledByOkHttp;
  private int messages = 1;
  private int copies = 1;
  private int received = -1;
  private int status;
  private String headers = "";
  private @Nullable String body;

  private Fault(String name, Outcome outcome) {
    this.name = name;
    this.outcome = outcome;
  }

  static Fault respond(String name, Outcome outcome, int status, String headers, String body) {
    Fault fault = new Fault(name, outcome);
    fault.status = status;
    fault.headers = headers;
    fault.body = body;
    return fault;
  }

  /** A server that responds to each request with its own status. */
  static Fault respond(String name, Outcome outcome, IntFunction<String> statuses) {
    return new Fault(name, outcome).statuses(statuses);
  }

  /** A server that writes arbitrary bytes. */
  static Fault serve(String name, Outcome outcome, Server server) {
    Fault fault = new Fault(name, outcome).on(Wire.PLAIN, Wire.TLS);
    fault.server = server;
    return fault;
  }

  /** An HTTP client that does something, with a server that accepts. */
  static Fault client(String name, Outcome outcome, Consumer<OkHttpClient.Builder> http) {
    return new Fault(name, outcome).http(http);
  }

  Fault on(Wire... wires) {
    this.wires = EnumSet.copyOf(List.of(wires));
    return this;
  }

  Fault by(Way... ways) {
    this.ways = EnumSet.copyOf(List.of(ways));
    return this;
  }

  Fault statuses(IntFunction<String> statuses) {
    this.statuses = statuses;
    return this;
  }

  Fault status(int status) {
    return statuses(number -> String.valueOf(status));
  }

  Fault mock(MockResponse.Builder mock) {
    this.mock = mock;
    return this;
  }

  Fault http(Consumer<OkHttpClient.Builder> http) {
    this.http = http;
    return this;
  }

  Fault with(Consumer<MessagingClient.Builder> with) {
    this.with = with;
    return this;
  }

  /** The server closes the connection afterwards. */
  Fault closing() {
    this.closing = true;
    return this;
  }

  /** An attempt takes at most 400 ms. */
  Fault hasty() {
    this.hasty = true;
    return this;
  }

  Fault retrying() {
    this.retrying = true;
    return this;
  }

  /** The server is found by a name that is looked up. */
  Fault byName() {
    this.byName = true;
    return this;
  }

  /** Sends on a thread that is interrupted already, and has to stay so. */
  Fault interruptedBefore() {
    this.interruptedBefore = true;
    return interrupting();
  }

  /** The thread is interrupted on the way, and has to stay so. */
  Fault interrupting() {
    this.interrupting = true;
    return this;
  }

  /** The sender is interrupted when the server has read the message and written what it writes. */
  Fault interruptedByServer() {
    this.interruptedByServer = true;
    return by(Way.SEND).interrupting();
  }

  /** So many messages are sent one after the other; the outcome is that of the last. */
  Fault messages(int messages) {
    this.messages = messages;
    return this;
  }

  /** So many copies of each message are right, where the server has refused the others. */
  Fault copies(int copies) {
    this.copies = copies;
    return this;
  }

  /** The server reads so many messages, whatever the outcome. */
  Fault received(int received) {
    this.received = received;
    return this;
  }

  Fault doubledByOkHttp(boolean doubledByOkHttp) {
    this.doubledByOkHttp = doubledByOkHttp;
    return this;
  }

  /** Another outcome is also true if the server closes while the message is being written. */
  Fault or(Outcome raced) {
    this.raced = raced;
    return this;
  }

  private boolean isTrue(String actual) {
    return actual.equals(outcome.name()) || (raced != null && actual.equals(raced.name()));
  }

  String name() {
    return name;
  }

  Set<Wire> wires() {
    return wires;
  }

  /** Multi-channel messages over plain HTTP only: they are sent by the same code. */
  Set<Way> ways(Wire wire) {
    Set<Way> all = EnumSet.copyOf(ways);
    if (wire == Wire.PLAIN && ways.contains(Way.SEND)) {
      all.add(Way.SEND_MULTI_CHANNEL);
    }
    if (wire == Wire.PLAIN && ways.contains(Way.SEND_ASYNC)) {
      all.add(Way.SEND_ASYNC_MULTI_CHANNEL);
    }
    return all;
  }

  boolean isDoubledByOkHttp() {
    return doubledByOkHttp;
  }

  /** Sends over a wire, in a way, on a separate thread, and counts. */
  Run run(Wire wire, Way way, Threads threads) throws Exception {
    AtomicInteger count = new AtomicInteger();
    List<String> outcomes = new ArrayList<>();
    boolean hangs = false;
    long start = System.nanoTime();
    AtomicReference<Thread> thread = new AtomicReference<>();
    Runnable read =
        () -> {
          if (interruptedByServer) {
            requireNonNull(thread.get()).interrupt();
          }
        };
    try (Closeable closed =
        wire == Wire.HTTP_2 ? http2(count, read) : http1(wire, isInEnvelope(way), count, read)) {
      MessagingClient client = messagingClient(wire, port(closed));
      CompletableFuture<List<String>> done = new CompletableFuture<>();
      Thread sender =
          threads.unstarted(
              () -> {
                try {
                  done.complete(send(client, way));
                } catch (Throwable e) {
                  done.completeExceptionally(e);
                }
              });
      thread.set(sender);
      sender.start();
      try {
        outcomes.addAll(done.get(LIMIT.toSeconds(), SECONDS));
      } catch (TimeoutException e) {
        hangs = true;
        sender.interrupt();
      } catch (ExecutionException e) {
        outcomes.add(String.valueOf(e.getCause()));
      }
      client.close();
    }
    long millis = NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Run(this, wire, way, outcomes, count.get(), hangs, millis);
  }

  /** Returns how many copies the server reads of a request that plain OkHttp makes once. */
  int plainCopies() throws IOException {
    AtomicInteger count = new AtomicInteger();
    try (CountingServer closed = http1(Wire.PLAIN, false, count, () -> {})) {
      OkHttpClient plain = new OkHttpClient();
      int before = 0;
      for (int i = 0; i < messages; i++) {
        before = closed.messages();
        try {
          plain
              .newCall(
                  new Request.Builder()
                      .url(closed.url())
                      .post(RequestBody.create(new byte[] {'{', '}'}))
                      .build())
              .execute()
              .close();
        } catch (IOException e) {
          // Then it has given up.
        }
      }
      return closed.messages() - before;
    }
  }

  private List<String> send(MessagingClient client, Way way) throws Exception {
    RequestOptions options = RequestOptions.none();
    if (hasty) {
      options = options.withAttemptTimeout(Duration.ofMillis(400));
    }
    List<String> outcomes = new ArrayList<>();
    if (way == Way.SEND_ALL) {
      try (Batch<MessageRequest> batch =
          client.sendAll(
              IntStream.range(0, messages).mapToObj(i -> REQUEST).iterator(),
              BatchOptions.defaults().withInFlight(1))) {
        batch.forEach(result -> outcomes.add(result.outcome().name()));
      }
      return outcomes;
    }
    for (int i = 0; i < messages; i++) {
      try {
        if (interruptedBefore) {
          Thread.currentThread().interrupt();
        }
        int sent =
            switch (way) {
              case SEND -> client.send(REQUEST, options).status();
              case SEND_ASYNC -> client.sendAsync(REQUEST, options).get().status();
              case SEND_MULTI_CHANNEL -> client.send(MULTI_CHANNEL, options).status();
              case SEND_ASYNC_MULTI_CHANNEL ->
                  client.sendAsync(MULTI_CHANNEL, options).get().status();
              case SEND_ALL -> throw new IllegalStateException("A batch is sent above");
            };
        outcomes.add(sent / 100 == 2 ? "SENT" : "?");
      } catch (SendException e) {
        outcomes.add(e.outcome().name());
      } catch (ExecutionException e) {
        outcomes.add(
            e.getCause() instanceof SendException failure
                ? failure.outcome().name()
                : String.valueOf(e.getCause()));
      }
      if (Thread.interrupted() != interrupting) {
        outcomes.add(interrupting ? "the interrupt is lost" : "an interrupt appears");
      }
    }
    return outcomes;
  }

  private MessagingClient messagingClient(Wire wire, int port) {
    OkHttpClient.Builder okHttp = new OkHttpClient.Builder();
    if (hasty) {
      okHttp.callTimeout(Duration.ofMillis(400));
    }
    if (wire == Wire.TLS) {
      okHttp.sslSocketFactory(CERTIFICATES.sslSocketFactory(), CERTIFICATES.trustManager());
    } else if (wire == Wire.HTTP_2) {
      okHttp.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    http.accept(okHttp);
    String host = byName ? "localhost" : "127.0.0.1";
    MessagingClient.Builder builder =
        Examples.client((wire == Wire.TLS ? "https://" : "http://") + host + ":" + port + "/api/v2")
            .httpClient(okHttp.build())
            .retryPolicy(
                retrying
                    ? RetryPolicy.standard().withFirstDelay(Duration.ofMillis(5))
                    : RetryPolicy.none());
    with.accept(builder);
    return builder.build();
  }

  private CountingServer http1(Wire wire, boolean isInEnvelope, AtomicInteger count, Runnable read)
      throws IOException {
    CountingServer[] self = new CountingServer[1];
    CountingServer started =
        new CountingServer(
            (number, socket) -> {
              count.set(requireNonNull(self[0]).messages());
              if (server != null) {
                server.answer(number, socket);
              } else {
                OutputStream out = socket.getOutputStream();
                out.write(text(number, isInEnvelope).getBytes(UTF_8));
                out.flush();
              }
              read.run();
              return !closing && !socket.isClosed();
            },
            wire == Wire.TLS
                ? CERTIFICATES.sslContext().getServerSocketFactory()
                : ServerSocketFactory.getDefault());
    self[0] = started;
    return started;
  }

  private MockWebServer http2(AtomicInteger count, Runnable read) throws IOException {
    MockWebServer http2 = new MockWebServer();
    http2.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    http2.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            int number =
                request.getBodySize() > 0 ? count.incrementAndGet() : Math.max(1, count.get());
            read.run();
            return mock == null ? response(number) : mock.clone().build();
          }

          @Override
          public MockResponse peek() {
            return mock == null ? super.peek() : mock.clone().build();
          }
        });
    http2.start(InetAddress.getLoopbackAddress(), 0);
    return http2;
  }

  private static int port(Closeable server) {
    return server instanceof CountingServer counting
        ? Integer.parseInt(counting.url().replaceAll(".*:(\\d+)/.*", "$1"))
        : ((MockWebServer) server).getPort();
  }

  private int statusOf(int number) {
    return body != null ? status : Integer.parseInt(statuses.apply(number));
  }

  private String bodyOf(int number) {
    if (body != null) {
      return body;
    }
    return statusOf(number) == 500
        ? "{\"type\":\"internal-server-error\",\"description\":\"Sorry\"}"
        : "{\"id\":\"1\"}";
  }

  private static boolean isInEnvelope(Way way) {
    return way == Way.SEND_MULTI_CHANNEL || way == Way.SEND_ASYNC_MULTI_CHANNEL;
  }

  /** Returns a body of the same meaning as Bandwidth writes it for multi-channel messages. */
  private static String enveloped(String body) {
    String mark = body.startsWith("\ufeff") ? "\ufeff" : "";
    String json = body.substring(mark.length());
    if (json.startsWith("{\"type\"")) {
      return mark + "{\"links\":[],\"data\":null,\"errors\":[" + json + "]}";
    }
    return json.startsWith("{\"")
        ? mark + "{\"links\":[],\"data\":" + json + (json.endsWith("}") ? ",\"errors\":[]}" : "")
        : body;
  }

  private String text(int number, boolean isInEnvelope) {
    String content = isInEnvelope ? enveloped(bodyOf(number)) : bodyOf(number);
    boolean none = statusOf(number) == 204 || statusOf(number) == 205;
    return "HTTP/1.1 "
        + statusOf(number)
        + " X\n"
        + headers
        + (none ? "" : "Content-Length: " + content.getBytes(UTF_8).length + "\n")
        + "\n"
        + content;
  }

  private MockResponse response(int number) {
    MockResponse.Builder builder =
        new MockResponse.Builder().code(statusOf(number)).body(bodyOf(number));
    headers
        .lines()
        .forEach(
            line ->
                builder.addHeader(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip().replaceAll("[^ -~]", "?")));
    return builder.build();
  }

  private static HandshakeCertificates certificates() {
    HeldCertificate certificate =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("localhost")
            .build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .addTrustedCertificate(certificate.certificate())
        .build();
  }
}
