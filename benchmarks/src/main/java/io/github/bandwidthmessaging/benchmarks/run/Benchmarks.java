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
  private static final List<String> IN_MEMORY =
      List.of("Ours", "RawOkHttp", "Streaming", "Generated", "Stock", "Vendor");
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
  private static final List<String> GROWTH =
      List.of(
          "read text 1,read text 100,read text 1000,read text 2048",
          "write text 1,write text 100,write text 1000,write text 2048",
          "read recipients 1,read recipients 2,read recipients 5,read recipients 10",
          "write recipients 1,write recipients 2,write recipients 5,write recipients 10",
          "read media 1,read media 2,read media 5,read media 10",
          "write media 1,write media 2,write media 5,write media 10",
          "read unknown 0,read unknown 1,read unknown 10,read unknown 100");

  /** JEP 514. */
  private static final boolean HAS_AOT_CACHE = Runtime.version().feature() >= 25;

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
        for (String contender : IN_MEMORY) {
          jmh(contender, List.of("answer example 1"), "", quick ? 1 : 2);
        }
      }
      say("cold start");
      coldStart(server.url());
    }
    weight();
    many();
    say("growth");
    for (String operations : GROWTH) {
      for (String contender : quick ? List.of("Ours") : List.of("Ours", "JacksonJdk")) {
        jmh(contender, List.of(operations.split(",", -1)), "", 1);
      }
    }
    generation();
    build();
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(work.resolve("samples.json").toFile(), figures.samples());
    Path results = Files.createDirectories(benchmarks.resolve("results"));
    long minutes = Math.round((System.nanoTime() - start) / 6e10);
    Files.writeString(
        results.resolve("results.md"),
        new Report(figures)
            .text("mvn -q -Pbenchmarks verify" + (quick ? " -Dquick" : ""), minutes));
    Files.writeString(results.resolve("results.svg"), new Plot(figures).svg());
    say("benchmarks/results is written");
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
        server.isEmpty() ? "3" : "8",
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
    int latency = 50;
    try (Jvm.Server server = jvm.new Server(latency)) {
      say("many messages");
      int count = quick ? 2_000 : 10_000;
      for (int inFlight : List.of(64, 256)) {
        many("Ours", server.url(), count, inFlight, latency, "");
        // Five concurrent calls to a host take longer.
        for (String contender : List.of("RawOkHttp", "Stock", "Vendor")) {
          many(contender, server.url(), count / 10, inFlight, latency, "");
        }
        many("JacksonJdk", server.url(), count, inFlight, latency, "");
      }
      for (int messages : quick ? List.of(10_000) : List.of(10_000, 100_000)) {
        many("Ours", server.url(), messages, 256, latency, "-Xmx64m");
      }
      for (int inFlight : List.of(1, 8, 64, 256, 512)) {
        many("Ours", server.url(), 20 * inFlight, inFlight, latency, "growth");
      }
    }
  }

  private void many(
      String contender, String url, int count, int inFlight, int latency, String variant)
      throws Exception {
    Jvm.Run run =
        Jvm.run(
            jvm.classPath(contender),
            List.of(variant.startsWith("-X") ? variant : "-Xmx1g"),
            ManyMessages.class.getName(),
            contender,
            url,
            String.valueOf(count),
            String.valueOf(inFlight));
    Scanner numbers = new Scanner(run.output());
    double ideal = Math.ceil((double) count / inFlight) * latency * 1e6;
    String measurement =
        variant.isEmpty()
            ? "many at " + inFlight
            : variant.equals("growth") ? "in flight " + inFlight : "bounded " + count;
    figures.add(measurement + ": % of the ideal", contender, 100 * ideal / numbers.nextLong());
    figures.add(measurement + ": CPU per message", contender, numbers.nextLong() / 1e3 / count);
    figures.add(measurement + ": peak heap", contender, numbers.nextLong() / 1e6);
    figures.add(measurement + ": threads", contender, numbers.nextInt());
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
