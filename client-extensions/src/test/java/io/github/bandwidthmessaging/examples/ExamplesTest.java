package io.github.bandwidthmessaging.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Outcome;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.RequestListener;
import io.github.bandwidthmessaging.RetryPolicy;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Priority;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.examples.CallbackStore.PrimaryKey;
import io.github.bandwidthmessaging.examples.CallbackStore.Row;
import io.github.bandwidthmessaging.examples.Platform.Tenant;
import io.github.bandwidthmessaging.examples.QueueWorker.Job;
import io.github.bandwidthmessaging.examples.Reminders.Appointment;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the programs of this package; {@link NotificationServiceTest} is one of them. */
@Timeout(60)
class ExamplesTest {
  private static final PhoneNumber FIRST = PhoneNumber.of("+12345678902");
  private static final PhoneNumber SECOND = PhoneNumber.of("+12345678903");
  private static final URI LOGO = URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png");
  private static final URI OTHER_LOGO =
      URI.create("https://dev.bandwidth.com/images/github_logo.png");

  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();
  @AutoClose private final MessagingClient client = bandwidth.clientBuilder().build();
  private final Sender sender = client.sender("+12345678901");

  @Test
  void oneTimePasswordReachesUser() {
    OneTimePassword password = new OneTimePassword(client, sender, Duration.ofSeconds(5));

    assertThat(password.send(FIRST, "123456")).isEqualTo("Enter the code that we texted to you.");
    assertThat(bandwidth.onlySent().text()).isEqualTo("123456 is your code. Tell it to nobody.");
  }

  @Test
  void oneTimePasswordIsNotSentAfterItsTime() {
    RetryPolicy slow =
        RetryPolicy.standard()
            .withMaxTime(Duration.ofDays(1))
            .withMaxDelay(Duration.ofHours(1))
            .withFirstDelay(Duration.ofHours(1));
    bandwidth.failNext(Fault.QUEUE_FULL, Fault.QUEUE_FULL, Fault.QUEUE_FULL);

    try (MessagingClient slowClient = client.newBuilder().retryPolicy(slow).build()) {
      assertThat(new OneTimePassword(slowClient, sender, Duration.ofSeconds(5)).send(FIRST, "1234"))
          .isEqualTo("We could not text you a code. Please try again.");
    }
    assertThat(bandwidth.sent()).isEmpty();
  }

  @Test
  void oneTimePasswordMayComeLate() {
    client.send(sender.text(FIRST, "The connection is open, the token here"));
    bandwidth.delayNext(Duration.ofMinutes(1));

    assertThat(new OneTimePassword(client, sender, Duration.ofSeconds(1)).send(FIRST, "123456"))
        .isEqualTo("Enter the code, or ask for a new one if none comes within a minute.");
    assertThat(bandwidth.sent()).hasSize(2);
  }

  @Test
  void remindersReportRowByRow() {
    List<Appointment> rows =
        List.of(
            new Appointment(1, "(919) 555-1201", "9:00"),
            new Appointment(2, "919 555 1202", "9:30"),
            new Appointment(3, "ask her", "10:00"),
            new Appointment(4, "+19195551204", "10:30"),
            new Appointment(5, "919.555.1205", "11:00"));
    Map<Long, String> results = new TreeMap<>();

    new Reminders(client, sender, 1_000)
        .send(rows.iterator(), (id, outcome, message) -> results.put(id, outcome + " " + message));

    assertThat(bandwidth.sent())
        .extracting(MessageRequest::text)
        .containsExactlyInAnyOrder(
            "See you at 9:00.", "See you at 9:30.", "See you at 10:30.", "See you at 11:00.");
    assertThat(results).containsOnlyKeys(1L, 2L, 3L, 4L, 5L).containsEntry(3L, "NOT_SENT null");
    assertThat(bandwidth.accepted())
        .extracting(message -> "SENT " + message.id())
        .isSubsetOf(results.values());
  }

  @Test
  void remindersLoseNoResultWhenInterrupted() {
    Iterator<Appointment> rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Appointment(i, "(919) 555-1201", "9:00"))
            .iterator();
    List<String> results = new ArrayList<>();

    new Reminders(client, sender, 1_000_000)
        .send(
            rows,
            (id, outcome, message) -> {
              results.add(outcome + " " + message);
              if (results.size() == 2) {
                Thread.currentThread().interrupt();
              }
            });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rows).hasNext();
    assertThat(bandwidth.accepted())
        .extracting(message -> "SENT " + message.id())
        .hasSizeGreaterThanOrEqualTo(2)
        .isSubsetOf(results);
  }

  @Test
  void groupSeesTextAndPhotos() {
    Set<PhoneNumber> friends = new LinkedHashSet<>(List.of(FIRST, SECOND));
    GroupChat chat = new GroupChat(client, sender, friends);

    chat.ask("Dinner at 8?");
    chat.show(List.of(LOGO, OTHER_LOGO));

    assertThat(bandwidth.sent())
        .extracting(MessageRequest::recipients, MessageRequest::text, MessageRequest::media)
        .containsExactly(
            tuple(List.of(FIRST.value(), SECOND.value()), "Dinner at 8?", null),
            tuple(List.of(FIRST.value(), SECOND.value()), null, List.of(LOGO, OTHER_LOGO)));
  }

  @Test
  void everyCustomerGetsTheirOwnCoupon() {
    assertThat(new Coupons(client, sender).send(Map.of(FIRST, LOGO, SECOND, OTHER_LOGO))).isEmpty();

    assertThat(bandwidth.sent())
        .extracting(MessageRequest::recipients, MessageRequest::media)
        .containsExactlyInAnyOrder(
            tuple(List.of(FIRST.value()), List.of(LOGO)),
            tuple(List.of(SECOND.value()), List.of(OTHER_LOGO)));
  }

  @Test
  void couponsNameThoseWithoutOne() {
    bandwidth.failNext(Fault.BAD_REQUEST);

    assertThat(new Coupons(client, sender).send(Map.of(FIRST, LOGO))).containsExactly(FIRST);
  }

  @Test
  void callbacksAreStoredOnceInAnyOrder() throws Exception {
    CallbackStore store = new CallbackStore(CallbackReceiver.of("callbacks", "password"));
    Message sent = client.send(sender.groupText(List.of(FIRST, SECOND), "Hi")).message();
    MessageEvent reply = FakeBandwidth.received(FIRST, PhoneNumber.of("+12345678901"), "Hello");
    List<MessageEvent> events =
        List.of(
            FakeBandwidth.delivered(sent, FIRST),
            FakeBandwidth.sent(sent, FIRST),
            FakeBandwidth.failed(sent, SECOND, 4432),
            FakeBandwidth.delivered(sent, SECOND),
            reply,
            reply);

    assertThat(post(store, "wrong", events)).isEqualTo(401);
    assertThat(store.deliveries).isEmpty();
    for (MessageEvent event : events) {
      assertThat(post(store, "password", List.of(event))).isEqualTo(200);
    }

    assertThat(store.deliveries)
        .containsOnly(
            Map.entry(
                new PrimaryKey(sent.id(), FIRST.value()),
                new Row("DELIVERED", null, events.get(0).time())),
            Map.entry(
                new PrimaryKey(sent.id(), SECOND.value()),
                new Row("FAILED", 4432, events.get(2).time())));
    assertThat(store.inbox).containsExactly(FIRST.value() + ": Hello");
  }

  @Test
  void platformSendsFromAccountOfTenant() {
    List<String> paths = new CopyOnWriteArrayList<>();
    OkHttpClient recording =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  paths.add(chain.request().url().encodedPath());
                  return chain.proceed(chain.request());
                })
            .build();
    try (MessagingClient shared = bandwidth.clientBuilder().httpClient(recording).build()) {
      Platform platform = new Platform(shared);
      Tenant bakery = new Tenant("1001", Sender.of("+12345678901", "bakery"));
      Tenant florist = new Tenant("1002", Sender.of("+12345678909", "florist"));

      String id = platform.send(bakery, FIRST, "Your bread is ready");
      int accepted = platform.sendAll(florist, List.of(FIRST, SECOND), "Fresh tulips today");

      assertThat(id).isEqualTo(bandwidth.accepted().get(0).id());
      assertThat(accepted).isEqualTo(2);
    }
    assertThat(bandwidth.sent())
        .extracting(MessageRequest::applicationId)
        .containsExactly("bakery", "florist", "florist");
    assertThat(paths)
        .filteredOn(path -> path.startsWith("/users/"))
        .containsExactly("/users/1001/messages", "/users/1002/messages", "/users/1002/messages");
  }

  @Test
  void configurationTakesTheVariablesOfTheFake() {
    MessagingConfiguration configuration = new MessagingConfiguration();
    try (MessagingClient configured =
        configuration.messagingClient(
            bandwidth.environment(), request -> new RequestListener() {})) {
      configured.send(configuration.sender(configured, "+12345678901").text(FIRST, "Hi"));
    }

    assertThat(bandwidth.onlySent().text()).isEqualTo("Hi");
  }

  /** In a JVM of its own, which has the variables. */
  @Test
  void configurationComesFromEnvironment() throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName())
            .redirectErrorStream(true);
    program
        .environment()
        .putAll(
            Map.of(
                "BW_BASE_URL", bandwidth.url(),
                "BW_ACCOUNT_ID", "1001",
                "BW_MESSAGING_APPLICATION_ID", "bakery",
                "BW_USERNAME", "username",
                "BW_PASSWORD", "password"));
    Process process = program.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(output.lines()).containsExactly("1001 SENT");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(bandwidth.onlySent().applicationId()).isEqualTo("bakery");
    } finally {
      process.destroyForcibly();
    }
  }

  static final class Application {
    private Application() {}

    public static void main(String[] args) {
      MessagingConfiguration configuration = new MessagingConfiguration();
      RequestListener.Factory metrics =
          request ->
              new RequestListener() {
                @Override
                public void finished(Completion completion) {
                  System.out.println(request.accountId() + " " + completion.outcome());
                }
              };
      try (MessagingClient client = configuration.messagingClient(System.getenv(), metrics)) {
        client.send(configuration.sender(client, "+12345678901").text(FIRST, "Hi"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', acknowledged",
    "UNREADABLE_RESPONSE, acknowledged",
    "QUEUE_FULL QUEUE_FULL QUEUE_FULL QUEUE_FULL, requeued for PT1M",
    "FORBIDDEN, dead: NOT_SENT",
    "HANG_UP, dead: UNKNOWN"
  })
  void queueWorkerRequeuesWhatCanSucceedLater(String faults, String call) {
    for (String fault : faults.split(" ", -1)) {
      if (!fault.isEmpty()) {
        bandwidth.failNext(Fault.valueOf(fault));
      }
    }
    List<String> calls = new ArrayList<>();

    new QueueWorker(client, sender, recording(calls)).work(new Job(FIRST, "Hi"));

    assertThat(calls).containsExactly(call);
  }

  @Test
  void saleExpires() {
    Instant end = Instant.now().plus(1, ChronoUnit.HOURS);

    new FlashSale(client, client.sender("+18445550123")).announce(FIRST, end);

    assertThat(bandwidth.onlySent().priority()).isEqualTo(Priority.HIGH);
    assertThat(bandwidth.onlySent().expiration()).isEqualTo(end.atOffset(ZoneOffset.UTC));
  }

  @Test
  void checkoutWaitsNoLongerThanItMay() {
    Checkout checkout = new Checkout(client, sender);

    assertThat(checkout.confirm(FIRST, "A-1001", Duration.ofSeconds(30)).join())
        .isEqualTo(Outcome.SENT);
    bandwidth.failNext(Fault.FORBIDDEN);
    assertThat(checkout.confirm(FIRST, "A-1002", Duration.ofSeconds(30)).join())
        .isEqualTo(Outcome.NOT_SENT);
    bandwidth.delayNext(Duration.ofMinutes(1));
    assertThat(checkout.confirm(FIRST, "A-1003", Duration.ofSeconds(1)).join())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void vendorExampleSendsTheSame() {
    VendorExample.run(client);

    assertThat(bandwidth.onlySent().recipients()).containsExactly("+12345678902");
    assertThat(bandwidth.onlySent().text()).isEqualTo("Hey, check this out!");
    assertThat(bandwidth.onlySent().media()).containsExactly(LOGO);
    assertThat(bandwidth.onlySent().tag()).isEqualTo("test tag");
  }

  private static int post(CallbackStore store, String password, List<MessageEvent> events)
      throws IOException {
    String json = FakeBandwidth.json(events.toArray(MessageEvent[]::new));
    return store
        .post(
            okhttp3.Credentials.basic("callbacks", password),
            new ByteArrayInputStream(json.getBytes(UTF_8)))
        .status();
  }

  private static QueueWorker.Queue recording(List<String> calls) {
    return new QueueWorker.Queue() {
      @Override
      public void acknowledge(Job job) {
        calls.add("acknowledged");
      }

      @Override
      public void requeue(Job job, Duration delay) {
        calls.add("requeued for " + delay);
      }

      @Override
      public void deadLetter(Job job, RuntimeException reason) {
        calls.add("dead: " + (reason instanceof SendException e ? e.outcome() : reason));
      }
    };
  }
}
