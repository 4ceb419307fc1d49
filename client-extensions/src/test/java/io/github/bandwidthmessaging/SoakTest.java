package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static io.github.bandwidthmessaging.StaleConnectionTest.ACCEPTED;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many messages from many threads under random faults, timeouts, cancellations and interrupts. Runs
 * on request: {@code mvn test -pl client-extensions -am -Dtest=SoakTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dsoak=100000}, and with {@code -Dsoak.seed} as before.
 */
@Timeout(value = 20, unit = MINUTES)
class SoakTest {
  private static final int THREADS = 12;
  private static final int BATCH = 40;
  private static final Pattern TAG = Pattern.compile("\"tag\":\"([^\"]+)\"");

  /** What the servers know of a message. */
  private static final class Fate {
    final AtomicInteger received = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();
  }

  private final Map<String, Fate> fates = new ConcurrentHashMap<>();
  private final Map<String, String> results = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void losesAndDoublesNothing() throws Exception {
    int count = Integer.getInteger("soak", 0);
    assumeTrue(count > 0, "On request: -Dsoak=100000, see the Javadoc");
    long seed = Long.getLong("soak.seed", System.nanoTime());
    System.out.println("-Dsoak=" + count + " -Dsoak.seed=" + seed);
    HandshakeCertificates certificates = certificates();
    OkHttpClient tls =
        new OkHttpClient.Builder()
            .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
            .build();
    OkHttpClient http2 =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    try (CountingServer plainServer = server(seed, ServerSocketFactory.getDefault());
        CountingServer tlsServer =
            server(seed + 1, certificates.sslContext().getServerSocketFactory());
        MockWebServer http2Server = http2Server(seed + 2)) {
      List<MessagingClient> clients =
          List.of(
              client(plainServer.url()).build(),
              client(tlsServer.url().replace("http:", "https:")).httpClient(tls).build(),
              client("http://127.0.0.1:" + http2Server.getPort() + "/api/v2")
                  .httpClient(http2)
                  .build());
      send(count, seed, clients);
      clients.forEach(MessagingClient::close);
      for (OkHttpClient users : List.of(tls, http2)) {
        users.dispatcher().executorService().shutdown();
        users.connectionPool().evictAll();
      }
      awaitNone("connections", () -> plainServer.openConnections() + tlsServer.openConnections());
    }
    awaitNone(
        "threads",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("bandwidth-messaging"))
                .count());

    int doubles = 0;
    for (Map.Entry<String, Fate> entry : fates.entrySet()) {
      int copies = entry.getValue().received.get() - entry.getValue().refused.get();
      String result = results.getOrDefault(entry.getKey(), "lost");
      doubles += copies > 1 ? 1 : 0;
      if (copies > 1
          || (result.equals("SENT") && copies == 0)
          || (result.equals("NOT_SENT") && copies > 0)) {
        faults.add(entry.getKey() + ": " + result + ", " + copies + " copies");
      }
    }
    long unsentSent =
        results.entrySet().stream()
            .filter(entry -> entry.getValue().equals("SENT") && !fates.containsKey(entry.getKey()))
            .count();
    System.out.printf(
        "%d messages: %d SENT, %d NOT_SENT, %d UNKNOWN, %d cancelled; %d wrong, %d doubled, %d lost%n",
        count,
        counted("SENT"),
        counted("NOT_SENT"),
        counted("UNKNOWN"),
        counted("cancelled"),
        faults.size(),
        doubles,
        count - results.size());

    assertThat(faults).isEmpty();
    assertThat(unsentSent).isZero();
    assertThat(results).hasSize(count);
    assertThat(List.of(counted("SENT"), counted("NOT_SENT"), counted("UNKNOWN")))
        .allMatch(each -> each > count / 100);
  }

  private void send(int count, long seed, List<MessagingClient> clients) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    Queue<Thread> senders = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> work = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      Random random = new Random(seed + 100 + t);
      work.add(
          executor.submit(
              () -> {
                senders.add(Thread.currentThread());
                while (true) {
                  int first = next.getAndAdd(BATCH);
                  if (first >= count) {
                    return null;
                  }
                  int many = Math.min(BATCH, count - first);
                  MessagingClient client = clients.get(random.nextInt(clients.size()));
                  switch (random.nextInt(3)) {
                    case 0 ->
                        IntStream.range(first, first + many).forEach(i -> send(client, i, random));
                    case 1 -> sendAsync(client, first, many, random);
                    default -> sendAll(client, first, many);
                  }
                }
              }));
    }
    Thread interrupter =
        new Thread(
            () -> {
              Random random = new Random(seed + 99);
              while (!over.get()) {
                LockSupport.parkNanos(2_000_000);
                senders.stream()
                    .skip(random.nextInt(THREADS))
                    .findFirst()
                    .ifPresent(Thread::interrupt);
              }
            });
    interrupter.start();
    for (Future<?> each : work) {
      each.get();
    }
    over.set(true);
    interrupter.join();
    executor.shutdown();
  }

  private void send(MessagingClient client, int number, Random random) {
    MessageRequest request = request(number);
    try {
      client.send(request, options(random));
      result(request, "SENT");
    } catch (SendException e) {
      result(request, e.outcome().name());
    } catch (Throwable e) {
      faults.add(request.tag() + ": " + e);
    }
    boolean unused = Thread.interrupted();
  }

  private void sendAsync(MessagingClient client, int first, int many, Random random) {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (int i = first; i < first + many; i++) {
      MessageRequest request = request(i);
      CompletableFuture<SendResult> future = client.sendAsync(request, options(random));
      sent.add(
          future.handle(
              (value, e) -> {
                if (value != null) {
                  result(request, "SENT");
                } else if (e instanceof SendException failure) {
                  result(request, failure.outcome().name());
                } else {
                  result(request, future.isCancelled() ? "cancelled" : String.valueOf(e));
                }
                return null;
              }));
      if (random.nextInt(10) == 0) {
        LockSupport.parkNanos(random.nextInt(3_000_000));
        future.cancel(true);
      }
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    boolean unused = Thread.interrupted();
  }

  private void sendAll(MessagingClient client, int first, int many) {
    boolean unused = Thread.interrupted();
    try (Batch<MessageRequest> batch =
        client.sendAll(
            IntStream.range(first, first + many).mapToObj(this::request).iterator(),
            BatchOptions.defaults().withInFlight(8))) {
      var iterator = batch.iterator();
      while (true) {
        try {
          if (!iterator.hasNext()) {
            return;
          }
          Batch.Result<MessageRequest> result = iterator.next();
          result(result.item(), result.outcome().name());
        } catch (IllegalStateException interrupted) {
          boolean unusedFlag = Thread.interrupted();
        }
      }
    }
  }

  private void result(MessageRequest request, String result) {
    String before = results.put(requireNonNull(request.tag()), result);
    if (before != null) {
      faults.add(request.tag() + ": " + before + " and " + result);
    }
  }

  private MessageRequest request(int number) {
    return SENDER.text(FIRST, "Hello " + "x".repeat(number % 1_000)).withTag("m-" + number);
  }

  private static RequestOptions options(Random random) {
    RequestOptions options = RequestOptions.none();
    return random.nextInt(5) == 0
        ? options.withAttemptTimeout(Duration.ofMillis(1 + random.nextInt(60)))
        : options;
  }

  private static MessagingClient.Builder client(String url) {
    return Examples.client(url)
        .retryPolicy(
            RetryPolicy.standard()
                .withFirstDelay(Duration.ofMillis(4))
                .withMaxDelay(Duration.ofMillis(20)));
  }

  private Fate fate(String message) {
    Matcher tag = TAG.matcher(message);
    assertThat(tag.find()).isTrue();
    return fates.computeIfAbsent(tag.group(1), unused -> new Fate());
  }

  @SuppressWarnings("ThreadLocalUsage") // it ends with the threads of the server
  private CountingServer server(long seed, ServerSocketFactory sockets) throws IOException {
    ThreadLocal<Fate> current = new ThreadLocal<>();
    IntFunction<Random> randoms = number -> new Random(seed * 31 + number);
    return new CountingServer(
        new CountingServer.Behaviour() {
          @Override
          public void read(String message) {
            current.set(fate(message));
            current.get().received.incrementAndGet();
          }

          @Override
          public boolean answer(int number, Socket socket) throws IOException {
            return misbehave(randoms.apply(number), current.get(), socket);
          }
        },
        sockets);
  }

  private static boolean misbehave(Random random, Fate fate, Socket socket) throws IOException {
    switch (random.nextInt(40)) {
      case 0 -> {
        return false;
      }
      case 1 -> {
        CountingServer.reset(socket);
        return false;
      }
      case 2 -> {
        CountingServer.write(socket, "HTTP/1.1 202 Acc");
        return false;
      }
      case 3 -> {
        CountingServer.write(socket, "HTTP/1.1 202 A\nContent-Length: 99\n\n{\"id\":");
        return false;
      }
      case 4 -> CountingServer.write(socket, ACCEPTED + ACCEPTED);
      case 5 -> CountingServer.write(socket, "HTTP/1.1 502 Bad\nContent-Length: 0\n\n");
      case 6, 7 -> {
        fate.refused.incrementAndGet();
        CountingServer.write(
            socket,
            (random.nextBoolean() ? "HTTP/1.1 429 Slow" : "HTTP/1.1 400 Bad")
                + "\nContent-Length: 0\n\n");
      }
      case 8 -> {
        CountingServer.write(socket, ACCEPTED);
        return false;
      }
      case 9, 10 -> {
        LockSupport.parkNanos(random.nextInt(40_000_000));
        CountingServer.write(socket, ACCEPTED);
      }
      default -> CountingServer.write(socket, ACCEPTED);
    }
    return true;
  }

  private MockWebServer http2Server(long seed) throws IOException {
    AtomicInteger requests = new AtomicInteger();
    MockWebServer server = new MockWebServer();
    server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            Random random = new Random(seed * 31 + requests.incrementAndGet());
            String body = request.getBody() == null ? "" : request.getBody().utf8();
            if (request.getBodySize() == 0 || !TAG.matcher(body).find()) {
              return new MockResponse.Builder().code(202).build();
            }
            Fate fate = fate(body);
            fate.received.incrementAndGet();
            MockResponse.Builder accepted =
                new MockResponse.Builder().code(202).body("{\"id\":\"1\"}");
            return switch (random.nextInt(40)) {
              case 0 -> accepted.onResponseStart(new SocketEffect.CloseStream(2)).build();
              case 1 -> accepted.onResponseBody(new SocketEffect.CloseStream(8)).build();
              case 2 -> accepted.code(503).build();
              case 3, 4 -> {
                fate.refused.incrementAndGet();
                yield accepted.code(random.nextBoolean() ? 429 : 400).build();
              }
              case 5 -> accepted.headersDelay(random.nextInt(40), MILLISECONDS).build();
              default -> accepted.build();
            };
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
    return server;
  }

  private long counted(String result) {
    return results.values().stream().filter(result::equals).count();
  }

  private interface Count {
    long now();
  }

  private static void awaitNone(String what, Count count) throws InterruptedException {
    for (int i = 0; i < 300 && count.now() > 0; i++) {
      boolean unused = new CountDownLatch(1).await(100, MILLISECONDS);
    }
    assertThat(count.now()).as(what).isZero();
  }

  private static HandshakeCertificates certificates() {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .addTrustedCertificate(certificate.certificate())
        .build();
  }
}
