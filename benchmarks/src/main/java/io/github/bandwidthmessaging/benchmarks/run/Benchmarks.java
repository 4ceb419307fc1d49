package io.github.bandwidthmessaging.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bandwidthmessaging.benchmarks.report.Figures;
import io.github.bandwidthmessaging.benchmarks.report.Plot;
import io.github.bandwidthmessaging.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Stream;

/** Measures everything, alternating between the contenders, and writes the results. */
public final class Benchmarks {
  private static final List<String> CODECS =
      List.of("Ours", "Streaming", "Reflective", "JacksonJdk", "GsonCodec", "Stock", "Vendor");
  private static final List<String> CODEC_OPERATIONS =
      List.of("read example 1", "read example 5", "write example 1", "write example 5");
  private static final List<String> CALLS =
      List.of(
          "Ours",
          "RawOkHttp",
          "Streaming",
          "RawSocket",
          "Generated",
          "JacksonJdk",
          "Stock",
          "Vendor");
  private static final List<String> PROGRAMS =
      List.of("Ours", "RawOkHttp", "JacksonJdk", "Stock", "Vendor");

  /** JEP 514. */
  private static final boolean HAS_AOT_CACHE = Runtime.version().feature() >= 25;

  /** Of a response to one of many messages, in milliseconds. */
  private static final int LATENCY = 50;

  private final Path benchmarks;
  private final Path work;
  private final Jvm jvm;
  private final boolean quick;
  private final Figures figures = new Figures();

  private Benchmarks(Path benchmarks, boolean quick) {
    this.benchmarks = benchmarks;
    this.work = benchmarks.resolve("target/measurements");
    this.jvm = new Jvm(benchmarks);
    this.quick = quick;
  }

  /** Takes the folder of this module. */
  public static void main(String[] args) throws Exception {
    new Benchmarks(Path.of(args[0]), Boolean.getBoolean("quick")).run();
  }

  private void run() throws Exception {
    long start = System.nanoTime();
    Files.createDirectories(work);
    int rounds = quick ? 1 : 2;
    try (Jvm.Server server = jvm.new Server(0)) {
      for (int round = 1; round <= rounds; round++) {
        say("codec and calls, round " + round + " of " + rounds);
        for (String contender : CALLS) {
          jmh(contender, List.of("send"), server.url(), quick ? 2 : 4);
        }
        for (String contender : CODECS) {
          jmh(
              contender,
              // It cannot write two recipients.
              contender.equals("Stock") ? CODEC_OPERATIONS.subList(0, 3) : CODEC_OPERATIONS,
              "",
              quick ? 1 : 2);
        }
      }
      say("cold start");
      coldStart(server.url());
    }
    weight();
    many();
    generation();
    build();
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(work.resolve("samples.json").toFile(), figures.samples());
    Path results = Files.createDirectories(benchmarks.resolve("results"));
    int java = Runtime.version().feature();
    String name = java == 17 ? "results" : "results-" + java;
    long minutes = Math.round((System.nanoTime() - start) / 6e10);
    Files.writeString(
        results.resolve(name + ".md"),
        new Report(figures)
            .text("mvn -q -Pbenchmarks verify" + (quick ? " -Dquick" : ""), minutes, name));
    Files.writeString(results.resolve(name + ".svg"), new Plot(figures).svg());
    say("benchmarks/results/" + name + ".md is written");
  }

  /** Runs operations of a contender with JMH, in turns of about a second and a half. */
  private void jmh(String contender, List<String> operations, String server, int iterations)
      throws Exception {
    Path json = work.resolve("jmh.json");
    Jvm.run(
        jvm.jmhClassPath(contender),
        List.of(),
        "org.openjdk.jmh.Main",
        Operations.class.getSimpleName(),
        "-p",
        "contender=" + contender,
        "-p",
        "operation=" + String.join(",", operations),
        "-foe",
        "true",
        "-f",
        "1",
        // Operations over a server are called a hundred times less often, so they take longer to be
        // compiled.
        "-wi",
        server.isEmpty() ? "3" : "24",
        "-w",
        "500ms",
        "-i",
        String.valueOf(2 * iterations),
        "-r",
        "500ms",
        "-prof",
        "gc",
        "-jvmArgsAppend",
        "-Xmx1g -Dserver=" + server,
        "-rf",
        "json",
        "-rff",
        json.toString());
    for (JsonNode result : new ObjectMapper().readTree(json.toFile())) {
      String operation = result.get("params").get("operation").asText();
      add(operation, contender, result.get("primaryMetric"));
      add(
          operation + " bytes",
          contender,
          result.get("secondaryMetrics").get("gc.alloc.rate.norm"));
    }
  }

  private void add(String measurement, String contender, JsonNode metric) {
    for (JsonNode fork : metric.get("rawData")) {
      for (JsonNode value : fork) {
        figures.add(measurement, contender, value.asDouble());
      }
    }
  }

  private void coldStart(String url) throws Exception {
    for (String contender : PROGRAMS) {
      Path loaded = work.resolve("classes-" + contender + ".txt");
      firstMessage(contender, url, List.of("-Xlog:class+load:file=" + loaded));
      try (Stream<String> lines = Files.lines(loaded)) {
        figures.add(
            "classes loaded",
            contender,
            (double) lines.filter(line -> line.contains(" source: ")).count());
      }
      firstMessage(contender, url, List.of("-XX:ArchiveClassesAtExit=" + archive(contender)));
      if (HAS_AOT_CACHE) {
        firstMessage(contender, url, List.of("-XX:AOTCacheOutput=" + aotCache(contender)));
      }
    }
    for (int i = 0; i < (quick ? 5 : 21); i++) {
      for (String contender : PROGRAMS) {
        figures.add("cold start", contender, firstMessage(contender, url, List.of()));
        figures.add(
            "cold start with AppCDS",
            contender,
            firstMessage(contender, url, List.of("-XX:SharedArchiveFile=" + archive(contender))));
        if (HAS_AOT_CACHE) {
          figures.add(
              "cold start with an AOT cache",
              contender,
              firstMessage(contender, url, List.of("-XX:AOTCache=" + aotCache(contender))));
        }
      }
    }
  }

  private Path archive(String contender) {
    return work.resolve(contender + ".jsa");
  }

  private Path aotCache(String contender) {
    return work.resolve(contender + ".aot");
  }

  private double firstMessage(String contender, String url, List<String> options) throws Exception {
    Jvm.Run run =
        Jvm.run(jvm.classPath(contender), options, FirstMessage.class.getName(), contender, url);
    return run.nanosToFirstLine() / 1e6;
  }

  private void weight() throws IOException {
    for (String contender : PROGRAMS) {
      long bytes = 0;
      for (Path jar : jvm.jars(contender)) {
        bytes += Files.size(jar);
      }
      figures.add("jars", contender, jvm.jars(contender).size());
      figures.add("megabytes", contender, bytes / 1e6);
    }
  }

  private void many() throws Exception {
    say("many messages");
    int count = quick ? 20_000 : 100_000;
    try (Jvm.Server server = jvm.new Server(LATENCY)) {
      for (String contender : PROGRAMS) {
        // Five concurrent calls take longer.
        int some = contender.equals("Vendor") ? count / 100 : count / 10;
        many("many at 64", contender, server, some, 64, "http/1.1", "-Xmx1g");
      }
      for (int i = 0; i < (quick ? 1 : 2); i++) {
        for (String contender : List.of("Ours", "RawOkHttp")) {
          many("many at 512", contender, server, count, 512, "http/1.1", "-Xmx64m");
        }
        for (String contender : List.of("Ours", "RawOkHttp")) {
          many("many over HTTP/2", contender, server, count, 1_000, "h2", "-Xmx1g");
        }
      }
    }
  }

  private void many(
      String measurement,
      String contender,
      Jvm.Server server,
      int count,
      int inFlight,
      String protocol,
      String heap)
      throws Exception {
    Jvm.Usage before = server.usage();
    Jvm.Run run =
        Jvm.run(
            jvm.classPath(contender),
            List.of(heap),
            ManyMessages.class.getName(),
            contender,
            server.url(),
            String.valueOf(count),
            String.valueOf(inFlight),
            protocol);
    Jvm.Usage after = server.usage();
    Scanner numbers = new Scanner(run.output());
    double ideal = Math.ceil((double) count / inFlight) * LATENCY * 1e6;
    figures.add(measurement + ": % of the ideal", contender, 100 * ideal / numbers.nextLong());
    figures.add(measurement + ": CPU per message", contender, numbers.nextLong() / 1e3 / count);
    figures.add(measurement + ": peak heap", contender, numbers.nextLong() / 1e6);
    figures.add(measurement + ": threads", contender, numbers.nextInt());
    figures.add(measurement + ": connections", contender, after.open());
    figures.add(measurement + ": with messages", contender, after.used());
    // With those that warm up the client.
    double received = count + 2 * inFlight;
    figures.add(
        measurement + ": server's CPU per message",
        contender,
        (after.cpu() - before.cpu()) / 1e3 / received);
  }

  private void generation() throws Exception {
    say("generation");
    List<String> exports = List.of(System.getProperty("javac.exports").trim().split("\\s+", -1));
    for (int schemas : List.of(1, 10, 100, 1000)) {
      for (int i = 0; i < (quick ? 1 : 2); i++) {
        Path folder = work.resolve("generation-" + schemas);
        delete(folder);
        Jvm.Run run =
            Jvm.run(
                jvm.everything(),
                exports,
                Generation.class.getName(),
                String.valueOf(schemas),
                folder.toString());
        String last = run.output().lines().reduce((before, line) -> line).orElseThrow();
        figures.add("generation", schemas + " schemas", new Scanner(last).nextLong() / 1e9);
        delete(folder);
      }
    }
  }

  /** Builds a copy of the project, because its files must not change. */
  private void build() throws Exception {
    say("build");
    Path copy = work.resolve("build");
    delete(copy);
    copy(benchmarks.resolve("..").toRealPath(), copy);
    compile(copy);
    for (int i = 0; i < (quick ? 1 : 3); i++) {
      figures.add("build", "nothing changed", compile(copy));
      Path document = copy.resolve("openapi/messaging.yaml");
      Files.writeString(
          document,
          Files.readString(document)
              .replaceFirst("The message to send", "The message to send now"));
      figures.add("build", "one line of the document edited", compile(copy));
    }
    delete(copy);
  }

  private static double compile(Path copy) throws Exception {
    long start = System.nanoTime();
    Process maven =
        new ProcessBuilder(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-q",
                "-B",
                "compile")
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(maven.getInputStream().readAllBytes(), UTF_8);
    if (maven.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void copy(Path from, Path to) throws IOException {
    Set<String> left = Set.of("target", "node_modules", ".git", "benchmarks");
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(from) && left.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = new ArrayList<>(walk.toList());
      }
      java.util.Collections.reverse(files);
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  private static void say(String what) {
    System.out.println("Benchmarks: " + what);
  }
}
