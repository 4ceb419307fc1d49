package example;

import example.Cluster.Accepted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures messages a second with and without the outbox, and what PostgreSQL can commit. */
final class Speed {
  private static final int MESSAGES = 3_000;

  /** What the JVMs need to warm up. */
  private static final int UNCOUNTED = 1_000;

  /** How long a response of Bandwidth takes: at once, and about as long as over the Internet. */
  private static final List<Integer> RESPONSE_MILLIS = List.of(0, 100);

  void run() throws Exception {
    for (int millis : RESPONSE_MILLIS) {
      sendAll(millis);
      outbox(1, millis, 0);
      outbox(3, millis, 0);
    }
    outbox(3, 0, 1_000);
    for (boolean isDurable : List.of(true, false)) {
      commits(isDurable, 1);
      commits(isDurable, 30);
    }
    for (int partitions : List.of(0, 8)) {
      for (int batch : List.of(1, 50)) {
        queue(partitions, batch);
      }
    }
  }

  private static void sendAll(int millis) throws Exception {
    try (Cluster cluster = new Cluster(0, false, Map.of())) {
      cluster.fake("callbacks off");
      cluster.fake("delay " + MESSAGES + " " + millis);
      cluster.run(SendAll.class, String.valueOf(MESSAGES));
      print("sendAll, response after " + millis + " ms", cluster.accepted());
    }
  }

  /** A limit of 1,000 segments a second is more than there are, so it shows what turns cost. */
  private static void outbox(int workers, int millis, int limit) throws Exception {
    Map<String, String> options =
        Map.of(
            "reminders.segments-per-second", String.valueOf(limit), "db-scheduler.threads", "10");
    try (Cluster cluster = new Cluster(0, true, options)) {
      cluster.fake("callbacks off");
      ExecutorService clients = Executors.newFixedThreadPool(4);
      List<Callable<String>> bookings = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        String phone = "+1919" + (5_550_000 + i);
        bookings.add(() -> cluster.book(phone, "noon"));
      }
      clients.invokeAll(bookings);
      clients.shutdown();
      cluster.fake("delay " + MESSAGES + " " + millis);
      long before = transactions(cluster);
      cluster.startWorkers(workers);
      Cluster.await(
          Duration.ofMinutes(5), "the queue", () -> cluster.count("'QUEUED', 'SENDING'") == 0);
      print(
          "outbox, "
              + workers
              + " processes, response after "
              + millis
              + " ms"
              + (limit == 0 ? "" : ", with turns"),
          cluster.accepted());
      System.out.printf(
          "  %.1f transactions for each message%n",
          (transactions(cluster) - before) / (double) MESSAGES);
    }
  }

  private static long transactions(Cluster cluster) {
    return cluster
        .sql
        .sql("select xact_commit from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }

  private static void print(String what, List<Accepted> accepted) {
    long millis = accepted.get(accepted.size() - 1).millis() - accepted.get(UNCOUNTED).millis();
    System.out.printf(
        "%s: %.0f messages/s (%d messages, the first %d not counted)%n",
        what, (accepted.size() - UNCOUNTED) * 1_000.0 / millis, accepted.size(), UNCOUNTED);
  }

  /** Commits one small update at a time on each of several connections. */
  private static void commits(boolean isDurable, int connections) throws Exception {
    try (Database database = new Database(isDurable)) {
      execute(database.url(), "create table t (id int primary key, n int)");
      execute(database.url(), "insert into t select i, 0 from generate_series(1, 100) i");
      System.out.printf(
          "PostgreSQL %s fsync, connections %d: %d commits/s%n",
          isDurable ? "with" : "without",
          connections,
          perSecond(
              database,
              connections,
              (sql, number) ->
                  sql.executeUpdate("update t set n = n + 1 where id = " + (number + 1))));
    }
  }

  /**
   * Takes messages through the outbox without sending any: each of ten connections commits some
   * that are booked, takes some that are queued, and commits what became of them.
   */
  private static void queue(int partitions, int batch) throws Exception {
    try (Database database = new Database(true)) {
      execute(
          database.url(),
          "create table message (tag uuid primary key default gen_random_uuid(),"
              + " body text not null, state text not null default 'QUEUED', owner text,"
              + " attempted_at timestamptz, message_id text)"
              + (partitions == 0 ? "" : " partition by hash (tag)"));
      for (int i = 0; i < partitions; i++) {
        execute(
            database.url(),
            "create table message_%d partition of message for values with (modulus %d, remainder %d)"
                .formatted(i, partitions, i));
      }
      execute(database.url(), "create index on message (state) where state <> 'SENT'");
      String book =
          "insert into message (body) select 'See you at noon.' from generate_series(1, %d)";
      // As many as were sent some time ago.
      execute(database.url(), book.formatted(500_000));
      execute(database.url(), "update message set state = 'SENT', message_id = tag");
      execute(database.url(), "vacuum analyze message");
      String take =
          "update message set state = 'SENDING', owner = 'a process', attempted_at = now()"
              + " where tag in (select tag from message where state = 'QUEUED' limit "
              + batch
              + " for update skip locked) returning tag";
      System.out.printf(
          "PostgreSQL, %s, %d in a commit: %d messages/s without sending%n",
          partitions == 0 ? "one table" : partitions + " partitions",
          batch,
          perSecond(
              database,
              10,
              (sql, number) -> {
                sql.executeUpdate(book.formatted(batch));
                List<String> tags = new ArrayList<>();
                try (ResultSet taken = sql.executeQuery(take)) {
                  while (taken.next()) {
                    tags.add(taken.getString(1));
                  }
                }
                return tags.isEmpty()
                    ? 0
                    : sql.executeUpdate(
                        "update message set state = 'SENT', message_id = tag where tag in ('"
                            + String.join("', '", tags)
                            + "')");
              }));
    }
  }

  private interface Work {
    int run(Statement sql, int connection) throws SQLException;
  }

  /** Repeats work for five seconds, and returns how much was done in each. */
  private static int perSecond(Database database, int connections, Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    List<Future<Integer>> counts = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      int number = i;
      counts.add(
          threads.submit(
              () -> {
                int count = 0;
                try (Connection connection = DriverManager.getConnection(database.url());
                    Statement sql = connection.createStatement()) {
                  while (System.nanoTime() < end) {
                    count += work.run(sql, number);
                  }
                }
                return count;
              }));
    }
    int sum = 0;
    for (Future<Integer> count : counts) {
      sum += count.get();
    }
    threads.shutdown();
    return sum / 5;
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
