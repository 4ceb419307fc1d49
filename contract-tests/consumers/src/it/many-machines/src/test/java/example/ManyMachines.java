package example;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import example.Cluster.Accepted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Kills, stops, and overtakes workers, and then compares the outbox with Bandwidth. */
public final class ManyMachines {
  /** What the tests wait for is quicker than in production, nothing else is different. */
  private static final Map<String, String> QUICK =
      Map.of(
          "db-scheduler.heartbeat-interval", "500ms",
          "db-scheduler.missed-heartbeats-limit", "4",
          "db-scheduler.polling-interval", "200ms",
          "reminders.longest-retry-delay", "2s",
          "reminders.look-up-every", "2s");

  /** What became of a message, according to the outbox. */
  record Row(
      String tag,
      String recipient,
      String state,
      String messageId,
      String reason,
      String delivery,
      boolean hasEvent) {}

  private final long seed;
  private final Random random;

  /** The tags of what was certainly booked. */
  private final Set<String> booked = new HashSet<>();

  private ManyMachines(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws Exception {
    String[] run = args[0].split(" ");
    long seed = run.length > 1 ? Long.parseLong(run[1]) : System.nanoTime() % 1_000_000;
    System.out.println("Seed " + seed);
    ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
    ((Logger) LoggerFactory.getLogger("org.springframework")).setLevel(Level.WARN);
    if (run[0].equals("speed")) {
      new Speed().run();
      System.exit(0);
    }
    ManyMachines machines = new ManyMachines(seed);
    try (Cluster cluster = new Cluster(seed, false, QUICK)) {
      switch (run[0]) {
        case "short" -> {
          machines.send(cluster, "kills and an outage", 200, 3, 2, false);
          machines.rate(cluster, Duration.ofSeconds(5));
        }
        case "kill" -> machines.send(cluster, "kills", 2_000, 20, 0, false);
        case "broken" -> machines.send(cluster, "kills, broken on purpose", 200, 5, 0, true);
        case "outage" -> machines.send(cluster, "outage", 600, 0, 10, false);
        case "rate" -> machines.rate(cluster, Duration.ofSeconds(60));
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
    System.exit(0);
  }

  /** Books messages and lets workers send them, while workers die and the database is away. */
  private void send(
      Cluster cluster, String what, int messages, int kills, int outageSeconds, boolean isBroken)
      throws Exception {
    // More than are sent: this is about processes that die with their turns, or while they wait.
    cluster.set("reminders.segments-per-second", "400");
    cluster.set("test.broken", String.valueOf(isBroken));
    if (kills == 0) {
      // As in production, an outage is shorter than it takes to be taken for dead.
      cluster.set("db-scheduler.heartbeat-interval", "5s");
    }
    cluster.startWorkers(3);
    cluster.fake("faults 20");
    Thread booking = new Thread(() -> book(cluster, messages, kills * 4 + outageSeconds * 3));
    booking.start();
    if (outageSeconds > 0 && cluster.database.isOurs()) {
      Cluster.await(Duration.ofMinutes(1), "the first messages", () -> cluster.count("'SENT'") > 5);
      cluster.database.stop();
      TimeUnit.SECONDS.sleep(outageSeconds);
      cluster.database.restart();
      System.out.println("PostgreSQL was stopped for " + outageSeconds + " s");
    }
    for (int i = 0; i < kills; i++) {
      TimeUnit.MILLISECONDS.sleep(2_500 + random.nextInt(1_500));
      int worker = victim(cluster);
      cluster.kill(worker);
      cluster.startWorker(worker);
      if (i % 4 == 0) {
        int replaced = worker % 3 + 1;
        cluster.stop(replaced);
        cluster.startWorker(replaced);
      }
      // A long pause: others take this worker for dead, and then it goes on.
      if (i % 4 == 2) {
        int slow = worker % 3 + 1;
        cluster.signal(slow, "STOP");
        TimeUnit.MILLISECONDS.sleep(3_500);
        cluster.signal(slow, "CONT");
      }
    }
    booking.join();
    settle(cluster);
    compare(what, cluster);
  }

  /** Returns a worker in the middle of a message, or any, if none is for a while. */
  private int victim(Cluster cluster) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      List<Integer> sending = cluster.sending();
      if (!sending.isEmpty()) {
        return sending.get(random.nextInt(sending.size()));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return 1 + random.nextInt(3);
  }

  /**
   * Books at an even pace: a quarter of the messages to a number that has another one, and one in
   * five as one of eight that nothing but the tag tells apart.
   */
  private void book(Cluster cluster, int messages, int seconds) {
    try {
      long start = System.nanoTime();
      for (int i = 0; i < messages; i++) {
        boolean isAlike = i / 8 % 5 == 4;
        String phone =
            isAlike
                ? FakeProcess.SILENT + (5_550_000 + i / 8)
                : "+1919" + (5_550_000 + i % (messages * 3 / 4));
        String tag = cluster.book(phone, isAlike ? "noon" : (i % 12 + 1) + " o'clock");
        if (tag != null) {
          booked.add(tag);
        }
        long due = start + TimeUnit.SECONDS.toNanos(seconds) * (i + 1) / messages;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the queue and for callbacks, and then lets 20 minutes pass for the look-up. */
  private static void settle(Cluster cluster) throws Exception {
    Cluster.await(
        Duration.ofMinutes(2), "the queue", () -> cluster.count("'QUEUED', 'SENDING'") == 0);
    cluster.fake("faults 0");
    Cluster.await(Duration.ofMinutes(1), "callbacks", cluster::areCallbacksDone);
    cluster.fake("pass PT20M");
    cluster.killAll();
    cluster.set("test.later", "20m");
    cluster.startWorker(1);
    Cluster.await(
        Duration.ofMinutes(1),
        "the look-up",
        () -> cluster.count("'QUEUED', 'SENDING', 'UNKNOWN'") == 0);
  }

  private void compare(String what, Cluster cluster) throws Exception {
    List<Row> rows =
        cluster
            .sql
            .sql(
                """
                select *, exists (select from event where event.tag = message.tag) as has_event
                from message
                """)
            .query(Row.class)
            .list();
    Map<String, List<String>> accepted = new HashMap<>();
    for (Accepted message : cluster.accepted()) {
      accepted.computeIfAbsent(message.tag(), tag -> new ArrayList<>()).add(message.id());
    }
    Set<String> known = rows.stream().map(Row::messageId).collect(toSet());
    // Who got a message of which the outbox does not know the ID.
    Set<String> unexplained =
        rows.stream()
            .filter(row -> !known.containsAll(accepted.getOrDefault(row.tag(), List.of())))
            .map(Row::recipient)
            .collect(toSet());
    List<String> faults = new ArrayList<>();
    Set<String> tags = new HashSet<>();
    Map<String, Integer> summary = new TreeMap<>();
    for (Row row : rows) {
      tags.add(row.tag());
      List<String> ids = accepted.getOrDefault(row.tag(), List.of());
      if (ids.size() > 1) {
        faults.add("DUPLICATE: accepted " + ids.size() + " times: " + row);
      }
      String lie = lie(row, ids, cluster.killed, unexplained);
      if (lie != null) {
        faults.add(lie + ": " + row);
      }
      String key =
          row.state() + (ids.isEmpty() ? ", not accepted" : ", accepted") + ", " + kind(row);
      summary.merge(key, 1, Integer::sum);
    }
    for (String tag : booked) {
      if (!tags.contains(tag)) {
        faults.add("LOST: booked, but not in the outbox: " + tag);
      }
    }
    for (String tag : accepted.keySet()) {
      if (!tags.contains(tag)) {
        faults.add("Accepted, but not in the outbox: " + tag);
      }
    }
    long appointments =
        cluster.sql.sql("select count(*) from appointment").query(Long.class).single();
    if (appointments != rows.size()) {
      faults.add(appointments + " appointments have " + rows.size() + " messages");
    }
    System.out.println(
        what
            + ", seed "
            + seed
            + ": "
            + rows.size()
            + " messages, "
            + accepted.size()
            + " accepted, "
            + cluster.killed.size()
            + " processes killed");
    summary.forEach((key, count) -> System.out.println("  " + count + " " + key));
    if (rows.size() >= 2_000
        && summary.keySet().stream().noneMatch(key -> key.endsWith("ambiguous"))) {
      faults.add("No look-up was ambiguous");
    }
    System.out.println("  duplicates and other faults: " + faults.size());
    if (!faults.isEmpty()) {
      faults.stream().limit(20).forEach(System.out::println);
      throw new AssertionError(faults.size() + " faults");
    }
  }

  /** Returns what is wrong about a row, or null. */
  private static String lie(
      Row row, List<String> ids, Set<String> killed, Set<String> unexplained) {
    boolean wasAccepted = !ids.isEmpty();
    return switch (row.state()) {
      case "SENT" -> {
        if (!wasAccepted) {
          yield "LOST: SENT, but not accepted";
        }
        if (row.messageId() != null && !ids.contains(row.messageId())) {
          yield "The ID is another message's";
        }
        yield row.hasEvent()
                && !"DELIVERED".equals(row.delivery())
                && !"FAILED".equals(row.delivery())
            ? "Delivery is not final"
            : null;
      }
      case "FAILED" -> wasAccepted ? "FAILED, but accepted" : null;
      case "REVIEW" -> {
        String reason = row.reason();
        if (row.hasEvent()) {
          yield "A callback was ignored";
        }
        if (reason.startsWith("The process ")
            && !killed.contains(reason.replaceAll("\\D*(\\d+)@.*", "$1"))) {
          yield "That process was not killed";
        }
        if (!reason.matches("The (process|ID that was found) .*")
            && !reason.contains("might have been sent")) {
          yield "No reason";
        }
        if (reason.contains("AMBIGUOUS") && !unexplained.contains(row.recipient())) {
          yield "Not ambiguous";
        }
        yield wasAccepted && reason.contains("not in Bandwidth's list")
            ? "Accepted, but not found"
            : null;
      }
      default -> "Not settled";
    };
  }

  private static String kind(Row row) {
    String reason = row.reason() == null ? "" : row.reason();
    return switch (row.state()) {
      case "SENT" ->
          row.delivery() != null ? row.delivery() : row.messageId() == null ? "no ID" : "ID known";
      case "REVIEW" ->
          (reason.startsWith("The process ") ? "process ended" : "response lost")
              + (reason.contains("AMBIGUOUS") ? ", ambiguous" : ", not found");
      default -> reason.replaceAll("[0-9a-f-]{36}", "…");
    };
  }

  /** Lets three workers share 20 segments a second; one message in six has 2 or 3 of them. */
  private void rate(Cluster cluster, Duration duration) throws Exception {
    int limit = 20;
    cluster.killAll();
    cluster.sql.sql("delete from turn").update(); // killed processes lost some
    cluster.set("reminders.segments-per-second", String.valueOf(limit));
    cluster.fake("callbacks off");
    int before = cluster.accepted().size();
    int left = (int) duration.toSeconds() * limit;
    while (left > 0) {
      int segments = Math.min(left, Math.max(1, random.nextInt(12) - 8));
      cluster.book("+1918" + (5_550_000 + left), "noon" + " sharp".repeat(25 * (segments - 1)));
      left -= segments;
    }
    cluster.startWorkers(3);
    Cluster.await(
        duration.multipliedBy(2).plusSeconds(30),
        "the queue",
        () -> cluster.count("'QUEUED', 'SENDING'") == 0);
    List<Accepted> accepted =
        cluster.accepted().stream()
            .skip(before)
            .sorted(Comparator.comparing(Accepted::millis))
            .toList();
    System.out.println(
        "rate, seed "
            + seed
            + ": messages by worker "
            + cluster
                .sql
                .sql("select count(*) from message where recipient like '+1918%' group by owner")
                .query(Integer.class)
                .list()
            + ", by segments "
            + accepted.stream().collect(groupingBy(Accepted::segments, TreeMap::new, counting())));
    // Other programs disturb a build, and the first messages of a JVM take long.
    check(accepted, limit, (duration.toSeconds() < 30 ? 0.75 : 0.95) * limit);
  }

  /** Compares any second, wherever it begins, by the time at which Bandwidth had the request. */
  private static void check(List<Accepted> accepted, int limit, double leastAverage) {
    int most = 0;
    int sum = 0;
    for (int first = 0, last = 0; last < accepted.size(); last++) {
      sum += accepted.get(last).segments();
      for (; accepted.get(last).millis() - accepted.get(first).millis() >= 1_000; first++) {
        sum -= accepted.get(first).segments();
      }
      most = Math.max(most, sum);
    }
    double total = accepted.stream().skip(1).mapToInt(Accepted::segments).sum();
    long millis = accepted.get(accepted.size() - 1).millis() - accepted.get(0).millis();
    double average = total / millis * 1_000;
    System.out.printf("rate: at most %d segments in any second, average %.2f%n", most, average);
    if (most > limit || average < leastAverage) {
      throw new AssertionError("Expected at most " + limit + ", and an average of " + leastAverage);
    }
  }
}
