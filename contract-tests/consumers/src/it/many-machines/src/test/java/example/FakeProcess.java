package example;

import static io.github.bandwidthmessaging.testing.FakeBandwidth.Fault.BAD_GATEWAY;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.Fault.BAD_REQUEST;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.Fault.HANG_UP;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.Fault.LOST;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.Fault.QUEUE_FULL;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.Fault.SERVER_ERROR;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.Fault.UNREADABLE_RESPONSE;

import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bandwidth, in a process of its own: it takes commands from its standard input, one a line, and
 * ends when that ends. It is the only one that knows which messages were accepted.
 */
final class FakeProcess {
  /** Each is as likely as it is often here. */
  private static final List<Fault> FAULTS =
      List.of(
          HANG_UP,
          HANG_UP,
          HANG_UP,
          LOST,
          LOST,
          LOST,
          BAD_GATEWAY,
          UNREADABLE_RESPONSE,
          QUEUE_FULL,
          QUEUE_FULL,
          SERVER_ERROR,
          SERVER_ERROR,
          BAD_REQUEST);

  /** Numbers whose carrier reports nothing. */
  static final String SILENT = "+1984";

  private final FakeBandwidth bandwidth = FakeBandwidth.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
  private final AtomicInteger posting = new AtomicInteger();
  private final Random random;
  private volatile URI callbacks;
  private volatile int faultPercent;
  private int seen;

  private FakeProcess(long seed) {
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws Exception {
    FakeProcess fake = new FakeProcess(Long.parseLong(args[0]));
    fake.bandwidth.environment().forEach((name, value) -> System.out.println(name + "=" + value));
    System.out.println("ready");
    fake.threads.scheduleWithFixedDelay(fake::watch, 0, 10, TimeUnit.MILLISECONDS);
    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      fake.run(line.split(" "));
    }
    System.exit(0);
  }

  private void run(String[] command) {
    switch (command[0]) {
      case "callbacks" -> callbacks = command[1].equals("off") ? null : URI.create(command[1]);
      case "faults" -> faultPercent = Integer.parseInt(command[1]);
      case "delay" -> {
        for (int i = 0; i < Integer.parseInt(command[1]); i++) {
          bandwidth.delayNext(Duration.ofMillis(Integer.parseInt(command[2])));
        }
      }
      case "pass" -> bandwidth.passTime(Duration.parse(command[1]));
      case "report" -> report();
      default -> throw new IllegalArgumentException(command[0]);
    }
  }

  /** Prints what was accepted, and how many callbacks are still to come. */
  private void report() {
    List<MessageRequest> sent = bandwidth.sent();
    List<MessageSummary> listed = bandwidth.listed();
    for (int i = 0; i < Math.min(sent.size(), listed.size()); i++) {
      MessageSummary row = listed.get(i);
      System.out.println(
          "accepted "
              + String.join(
                  " ",
                  sent.get(i).tag(),
                  row.messageId(),
                  String.valueOf(row.receiveTime().toInstant().toEpochMilli()),
                  String.valueOf(row.segmentCount())));
    }
    System.out.println("callbacks " + posting.get());
  }

  /** For each message that has just been accepted, schedules callbacks, and faults for the next. */
  private void watch() {
    try {
      List<MessageRequest> sent = bandwidth.sent();
      List<MessageSummary> listed = bandwidth.listed();
      for (; seen < Math.min(sent.size(), listed.size()); seen++) {
        if (random.nextInt(100) < faultPercent) {
          bandwidth.failNext(FAULTS.get(random.nextInt(FAULTS.size())));
        }
        if (faultPercent > 0) {
          bandwidth.delayNext(Duration.ofMillis(random.nextInt(1_500)));
        }
        if (callbacks != null) {
          report(sent.get(seen), listed.get(seen).messageId());
        }
      }
    } catch (RuntimeException e) {
      e.printStackTrace();
    }
  }

  /** Reports a message in any order and more than once; with faults, at least one of six not. */
  private void report(MessageRequest request, String id) {
    PhoneNumber to = PhoneNumber.of(request.recipients().get(0));
    Message message =
        Message.builder()
            .id(id)
            .owner(request.from())
            .time(OffsetDateTime.now())
            .direction(Direction.OUT)
            .to(request.recipients())
            .from(request.from())
            .text("")
            .applicationId(request.applicationId())
            .tag(request.tag())
            .segmentCount(1)
            .build();
    if (to.value().startsWith(SILENT) || faultPercent > 0 && random.nextInt(6) == 0) {
      return;
    }
    List<MessageEvent> events = new ArrayList<>();
    events.add(FakeBandwidth.sent(message, to));
    events.add(
        random.nextInt(10) == 0
            ? FakeBandwidth.failed(message, to, 4432)
            : FakeBandwidth.delivered(message, to));
    events.addAll(events.subList(0, faultPercent > 0 ? random.nextInt(3) : 0));
    Collections.shuffle(events, random);
    for (MessageEvent event : events) {
      posting.incrementAndGet();
      int delay = faultPercent > 0 ? random.nextInt(4_000) : 0;
      threads.schedule(() -> post(event), delay, TimeUnit.MILLISECONDS);
    }
  }

  private void post(MessageEvent event) {
    String credentials =
        Base64.getEncoder().encodeToString("callbacks:password".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(callbacks)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Basic " + credentials)
            .POST(HttpRequest.BodyPublishers.ofString(FakeBandwidth.json(event)))
            .build();
    try {
      if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
        posting.decrementAndGet();
        return;
      }
    } catch (IOException notThere) {
      // Bandwidth repeats it, too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    threads.schedule(() -> post(event), 1, TimeUnit.SECONDS);
  }
}
