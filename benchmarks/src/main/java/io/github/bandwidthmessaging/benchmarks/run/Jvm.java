package io.github.bandwidthmessaging.benchmarks.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bandwidthmessaging.benchmarks.contenders.LoopbackServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Starts Java processes, each with the class path of one contender. */
record Jvm(Path benchmarks) {
  private static final List<String> OKHTTP =
      List.of("okhttp-", "okio-", "kotlin-stdlib", "annotations-");
  private static final List<String> MOSHI = List.of("moshi-");
  private static final List<String> OURS =
      List.of(
          "okhttp-",
          "okio-",
          "kotlin-stdlib",
          "annotations-",
          "bandwidth-messaging-client-",
          "converter-moshi-",
          "jspecify-",
          "libphonenumber-",
          "moshi-",
          "retrofit-");
  private static final List<String> JACKSON =
      List.of(
          "jackson-annotations-", "jackson-core-", "jackson-databind-", "jackson-datatype-jsr310-");

  /** A finished process: its output, and the time to the first line. */
  record Run(String output, long nanosToFirstLine) {}

  /** The run-time jars of the contender. */
  List<Path> jars(String contender) throws IOException {
    return switch (contender) {
      case "Vendor" -> lib("vendor", jar -> true);
      case "Stock" -> lib("stock", jar -> true);
      case "Ours" -> lib("", startsWith(OURS));
      case "Generated" -> lib("", startsWith(OURS).and(jar -> !isExtension(jar)));
      case "RawOkHttp" -> lib("", startsWith(OKHTTP));
      case "JacksonJdk" -> lib("", startsWith(JACKSON));
      case "GsonCodec" -> lib("", startsWith(List.of("gson-")));
      case "RawSocket" -> List.of();
      default -> lib("", startsWith(OKHTTP).or(startsWith(MOSHI)));
    };
  }

  /** The class path with the contender's own class and the programs that run it. */
  String classPath(String contender) throws IOException {
    List<Path> path = new ArrayList<>();
    if (contender.equals("Vendor") || contender.equals("Stock")) {
      path.addAll(
          files(benchmarks.resolve(contender.toLowerCase(Locale.ROOT) + "/target"), jar -> true));
    }
    path.addAll(files(benchmarks.resolve("target"), jar -> true));
    path.addAll(jars(contender));
    return joined(path);
  }

  String jmhClassPath(String contender) throws IOException {
    return classPath(contender)
        + File.pathSeparator
        + joined(lib("", startsWith(List.of("jmh-core-", "jopt-simple-", "commons-math3-"))));
  }

  String everything() throws IOException {
    List<Path> path = new ArrayList<>(files(benchmarks.resolve("target"), jar -> true));
    path.addAll(lib("", jar -> true));
    return joined(path);
  }

  /** Runs a program until it ends. */
  static Run run(String classPath, List<String> options, String... program)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(classPath, options, program);
    process.getOutputStream().close();
    StringBuilder output = new StringBuilder();
    long first = 0;
    try (BufferedReader reader = reader(process)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (first == 0) {
          first = System.nanoTime() - start;
        }
        output.append(line).append('\n');
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", program) + " failed:\n" + output);
    }
    return new Run(output.toString(), first);
  }

  /**
   * The most connections at the same time, those with messages, and the CPU time in nanoseconds.
   */
  record Usage(int open, int used, long cpu) {}

  /** A server in its own process. */
  final class Server implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final String url;

    Server(int latencyMillis) throws IOException {
      process =
          Jvm.start(
              classPath("RawSocket"),
              List.of("-Xmx256m"),
              LoopbackServer.class.getName(),
              String.valueOf(latencyMillis));
      output = reader(process);
      url = "http://127.0.0.1:" + output.readLine() + "/api/v2";
    }

    String url() {
      return url;
    }

    /** What it has used so far; the connections since this was last called. */
    Usage usage() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      Scanner numbers = new Scanner(output.readLine());
      return new Usage(numbers.nextInt(), numbers.nextInt(), numbers.nextLong());
    }

    @Override
    public void close() throws IOException {
      // It ends with its input.
      process.getOutputStream().close();
    }
  }

  private static Process start(String classPath, List<String> options, String... program)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.addAll(List.of(program));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  private List<Path> lib(String module, Predicate<Path> wanted) throws IOException {
    return files(benchmarks.resolve(module).resolve("target/lib"), wanted);
  }

  private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(wanted)
          .sorted()
          .toList();
    }
  }

  private static Predicate<Path> startsWith(List<String> names) {
    // The generator is retrofit-moshi-openapi-generator, but not part of any client.
    return jar ->
        names.stream().anyMatch(jar.getFileName().toString()::startsWith)
            && !jar.getFileName().toString().startsWith("retrofit-moshi-");
  }

  private static boolean isExtension(Path jar) {
    String name = jar.getFileName().toString();
    return name.startsWith("bandwidth-messaging-client-extensions") || name.startsWith("libphone");
  }

  private static String joined(List<Path> path) {
    return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
  }
}
