package example;

import example.Cluster.Accepted;
import java.sql.Connection;
import java.sql.DriverManager;
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
      outbox(1, millis);
      outbox(3, millis);
    }
    for (boolean isDurable : List.of(true, false)) {
      commits(isDurable, 1);
      commits(isDurable, 30);
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

  private static void outbox(int workers, int millis) throws Exception {
    Map<String, String> options =
        Map.of("reminders.segments-per-second", "0", "db-scheduler.threads", "10");
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
          "outbox, " + workers + " processes, response after " + millis + " ms",
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
      long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      ExecutorService threads = Executors.newFixedThreadPool(connections);
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 1; i <= connections; i++) {
        int row = i;
        counts.add(
            threads.submit(
                () -> {
                  int count = 0;
                  try (Connection connection = DriverManager.getConnection(database.url());
                      Statement statement = connection.createStatement()) {
                    for (; System.nanoTime() < end; count++) {
                      statement.executeUpdate("update t set n = n + 1 where id = " + row);
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
      System.out.printf(
          "PostgreSQL %s fsync, connections %d: %d commits/s%n",
          isDurable ? "with" : "without", connections, sum / 5);
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
