package example;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Bandwidth, PostgreSQL, a web server for bookings and callbacks, and workers: all processes. */
final class Cluster implements AutoCloseable {
  /** A message that Bandwidth accepted. */
  record Accepted(String tag, String id, long millis, int segments) {}

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Path LOGS = Path.of("target", "logs");

  final Database database;
  final JdbcClient sql;
  final Set<String> killed = new HashSet<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> options = new HashMap<>();
  private final Map<Integer, Process> workers = new HashMap<>();
  private final Process fake;
  private final BufferedReader fromFake;
  private final PrintStream toFake;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process web;
  private URI address;
  private int started;
  private int pendingCallbacks;

  Cluster(long seed, boolean isDurable, Map<String, String> options) throws Exception {
    Files.createDirectories(LOGS);
    this.options.putAll(options);
    database = new Database(isDurable);
    sql = JdbcClient.create(new DriverManagerDataSource(database.url()));
    fake = java("fake", FakeProcess.class, String.valueOf(seed)).start();
    fromFake = new BufferedReader(new InputStreamReader(fake.getInputStream()));
    toFake = new PrintStream(fake.getOutputStream(), true);
    for (String line = fromFake.readLine(); !line.equals("ready"); line = fromFake.readLine()) {
      String[] variable = line.split("=", 2);
      environment.put(variable[0], variable[1]);
    }
    environment.put("SPRING_DATASOURCE_URL", database.url());
    startWeb();
  }

  private ProcessBuilder java(String name, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    File log = LOGS.resolve(name + ".log").toFile();
    ProcessBuilder process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log));
    if (main != FakeProcess.class) {
      process.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    }
    process.environment().putAll(environment);
    return process;
  }

  private String[] options(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--spring.main.banner-mode=off");
    options.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return arguments.toArray(String[]::new);
  }

  private void startWeb() throws Exception {
    Path log = LOGS.resolve("web.log");
    Files.deleteIfExists(log);
    web =
        java("web", TestProcess.class, options("--server.port=0", "--db-scheduler.enabled=false"))
            .start();
    await(Duration.ofSeconds(60), "the web server", () -> !web.isAlive() || port(log) > 0);
    address = URI.create("http://127.0.0.1:" + port(log));
    toFake.println("callbacks " + address + "/callbacks");
  }

  private static int port(Path log) {
    try {
      Matcher port = PORT.matcher(Files.exists(log) ? Files.readString(log) : "");
      return port.find() ? Integer.parseInt(port.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  void startWorker(int number) throws IOException {
    options.put("db-scheduler.scheduler-name", "worker-" + number + "-" + ++started);
    workers.put(
        number,
        java(
                "worker-" + number,
                TestProcess.class,
                options("--spring.main.web-application-type=none"))
            .start());
  }

  void startWorkers(int count) throws IOException {
    for (int number = 1; number <= count; number++) {
      startWorker(number);
    }
  }

  /** Returns the workers that have a message in flight. */
  List<Integer> sending() {
    List<String> processes =
        sql.sql("select split_part(owner, '@', 1) from message where state = 'SENDING'")
            .query(String.class)
            .list();
    return workers.keySet().stream()
        .filter(number -> processes.contains(String.valueOf(workers.get(number).pid())))
        .toList();
  }

  /** Ends a worker as a power failure would. */
  void kill(int number) {
    Process worker = workers.remove(number);
    killed.add(String.valueOf(worker.pid()));
    worker.destroyForcibly().onExit().join();
  }

  /** Ends a worker as a deployment does: it finishes what it has begun. */
  void stop(int number) throws Exception {
    signal(number, "TERM"); // destroy() would close its standard input, which ends it at once
    workers.remove(number).onExit().join();
  }

  void killAll() {
    for (int number : List.copyOf(workers.keySet())) {
      kill(number);
    }
  }

  /** Stops a worker in the middle of whatever it does, or lets it go on. */
  void signal(int number, String signal) throws Exception {
    String pid = String.valueOf(workers.get(number).pid());
    new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
  }

  /** Runs a program to its end. */
  void run(Class<?> main, String argument) throws Exception {
    if (java(main.getSimpleName(), main, argument).start().waitFor() != 0) {
      throw new AssertionError(main + " failed");
    }
  }

  void set(String option, String value) {
    options.put(option, value);
  }

  void fake(String command) {
    toFake.println(command);
  }

  /** Books an appointment, and returns the tag of its message; null if the server failed. */
  String book(String phone, String startsAt) throws InterruptedException {
    String form =
        "phone="
            + URLEncoder.encode(phone, StandardCharsets.UTF_8)
            + "&startsAt="
            + URLEncoder.encode(startsAt, StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/appointments"))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200 ? response.body() : null;
    } catch (IOException e) {
      return null;
    }
  }

  List<Accepted> accepted() throws IOException {
    toFake.println("report");
    List<Accepted> accepted = new ArrayList<>();
    for (String line = fromFake.readLine(); ; line = fromFake.readLine()) {
      String[] words = line.split(" ");
      if (words[0].equals("callbacks")) {
        pendingCallbacks = Integer.parseInt(words[1]);
        return accepted;
      }
      accepted.add(
          new Accepted(words[1], words[2], Long.parseLong(words[3]), Integer.parseInt(words[4])));
    }
  }

  boolean areCallbacksDone() {
    try {
      accepted();
      return pendingCallbacks == 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int count(String states) {
    return sql.sql("select count(*) from message where state in (" + states + ")")
        .query(Integer.class)
        .single();
  }

  static void await(Duration limit, String what, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited " + limit + " for " + what);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    killAll();
    if (web != null) {
      web.destroyForcibly().onExit().join();
    }
    fake.destroyForcibly().onExit().join();
    database.close();
  }
}
