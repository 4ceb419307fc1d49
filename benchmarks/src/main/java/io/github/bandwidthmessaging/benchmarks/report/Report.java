package io.github.bandwidthmessaging.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The results as Markdown. */
public final class Report {
  private static final Map<String, String> NAMES =
      Map.of(
          "Ours", "this client",
          "Generated", "generated client alone",
          "RawOkHttp", "OkHttp, bytes in memory",
          "RawSocket", "bare socket",
          "JacksonJdk", "Jackson, JDK HttpClient",
          "Streaming", "Moshi (and OkHttp) by hand",
          "Reflective", "Moshi, reflective",
          "GsonCodec", "Gson",
          "Stock", "stock generator",
          "Vendor", "Bandwidth SDK 5.2.0");

  private final Figures figures;
  private final StringBuilder text = new StringBuilder();

  public Report(Figures figures) {
    this.figures = figures;
  }

  static String name(String contender) {
    return NAMES.getOrDefault(contender, contender);
  }

  public String text(String command, long minutes) throws IOException {
    text.append(
        """
        # Results

        `%s` on %s, %d minutes. %s, %d cores, %d GB, %s %s; Java %s. Medians; all contenders alternate, each in its own JVM.
        "Stock generator" is OpenAPI Generator's `okhttp-gson` made from our document, like Bandwidth's current SDK; "Bandwidth SDK 5.2.0" is the newest on Maven Central.

        ![Plot](results.svg)

        ## Targets

        | | this client | target | |
        |---|---|---|---|
        """
            .formatted(
                command,
                LocalDate.now(ZoneOffset.UTC),
                minutes,
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Math.round(memory() / 1e9),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.vm.version")));
    for (String example : List.of("example 1", "example 5")) {
      ratio("read " + example, "JacksonJdk", 1);
      ratio("read " + example, "Streaming", 1.05);
    }
    for (String example : List.of("example 1", "example 5")) {
      ratio("write " + example, "Streaming", 1.05);
      atMost("write " + example + " bytes", 560, "%.0f B");
    }
    ratio("answer example 1", "RawOkHttp", 3);
    ratio("answer example 1", "Vendor", 0.3);
    ratio("answer example 1", "Stock", 0.3);
    ratio("send", "RawOkHttp", 1.1);
    ratio("send bytes", "RawOkHttp", 1.35);
    ratio("cold start", "RawOkHttp", 1.1);
    ratio("cold start with AppCDS", "RawOkHttp", 1.08);
    if (!figures.contenders("cold start with an AOT cache").isEmpty()) {
      ratio("cold start with an AOT cache", "RawOkHttp", 1.08);
    }
    atMost("jars", 12, "%.0f");
    atMost("megabytes", 3.9, "%.2f");
    atLeast("many at 64: % of the ideal", 95);
    atLeast("many at 256: % of the ideal", 90);

    table("Codec", "ns", "read example 1", "read example 5", "write example 1", "write example 5");
    table(
        "Codec, allocated",
        "bytes",
        "read example 1 bytes",
        "read example 5 bytes",
        "write example 1 bytes",
        "write example 5 bytes");
    table(
        "One call, the response in memory",
        "ns and bytes",
        "answer example 1",
        "answer example 1 bytes");
    table("One call over loopback", "ns and bytes", "send", "send bytes");
    text.append("\nThe bare socket shows the cost of the kernel and the server.\n");
    table(
        "From the start of a JVM to the first accepted message",
        "ms",
        "cold start",
        "cold start with AppCDS",
        "cold start with an AOT cache",
        "classes loaded");
    table("Weight", "", "jars", "megabytes");
    for (int inFlight : List.of(64, 256)) {
      many("many at " + inFlight, "50 ms latency, " + inFlight + " in flight (µs CPU, MB)");
    }
    for (int count : List.of(10_000, 100_000)) {
      many("bounded " + count, "%,d messages, 256 in flight, -Xmx64m".formatted(count));
    }
    for (int inFlight : List.of(1, 8, 64, 256, 512)) {
      many("in flight " + inFlight, "Growth: " + inFlight + " in flight");
    }
    for (String growth :
        List.of(
            "read text 1 100 1000 2048",
            "write text 1 100 1000 2048",
            "read recipients 1 2 5 10",
            "write recipients 1 2 5 10",
            "read media 1 2 5 10",
            "write media 1 2 5 10",
            "read unknown 0 1 10 100")) {
      String[] words = growth.split(" ", -1);
      table(
          "Growth: " + words[0] + ", " + words[1],
          "ns",
          Stream.of(words)
              .skip(2)
              .map(n -> words[0] + " " + words[1] + " " + n)
              .toArray(String[]::new));
    }
    table("Generating a client, by schemas in the document", "s", "generation");
    table("Build (`mvn -q compile`)", "s", "build");
    return text.toString();
  }

  private void ratio(String measurement, String peer, double limit) {
    double ratio = figures.median(measurement, "Ours") / figures.median(measurement, peer);
    target(
        measurement,
        String.format(Locale.ROOT, "%.2f x %s", ratio, name(peer)),
        "≤ " + limit + " x",
        ratio <= limit);
  }

  private void atMost(String measurement, double limit, String format) {
    double value = figures.median(measurement, "Ours");
    target(measurement, String.format(Locale.ROOT, format, value), "≤ " + limit, value <= limit);
  }

  private void atLeast(String measurement, double limit) {
    double value = figures.median(measurement, "Ours");
    target(measurement, String.format(Locale.ROOT, "%.1f %%", value), "≥ " + limit, value >= limit);
  }

  private void target(String measurement, String value, String limit, boolean met) {
    String what =
        measurement
            .replace("answer example 1", "call, the response in memory")
            .replaceFirst("^send", "call over loopback");
    text.append(
        "| %s | %s | %s | %s |\n".formatted(what, value, limit, met ? "met" : "**missed**"));
  }

  private void many(String measurement, String title) {
    table(
        title,
        "",
        Stream.of("% of the ideal", "CPU per message", "peak heap", "threads")
            .map(figure -> measurement + ": " + figure)
            .toArray(String[]::new));
  }

  private void table(String title, String unit, String... measurements) {
    Set<String> contenders = new LinkedHashSet<>();
    for (String measurement : measurements) {
      contenders.addAll(figures.contenders(measurement));
    }
    if (contenders.isEmpty()) {
      return;
    }
    text.append("\n## ").append(title).append("\n\n| ").append(unit).append(" |");
    for (String measurement : measurements) {
      text.append(' ').append(measurement.replaceFirst(".*: ", "")).append(" |");
    }
    text.append("\n|---|").append("---:|".repeat(measurements.length)).append('\n');
    for (String contender : contenders) {
      text.append("| ").append(name(contender)).append(" |");
      for (String measurement : measurements) {
        double value = figures.median(measurement, contender);
        text.append(Double.isNaN(value) ? " " : " " + number(value)).append(" |");
      }
      text.append('\n');
    }
  }

  /** Three digits, or all before the decimal point. */
  static String number(double value) {
    String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
    return value == Math.rint(value)
        ? "%,.0f".formatted(value)
        : String.format(Locale.ROOT, format, value);
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (Files.isReadable(info)) {
      try (Stream<String> lines = Files.lines(info)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 2))
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      }
    }
    return System.getProperty("os.arch");
  }

  private static double memory() {
    return java.lang.management.ManagementFactory.getPlatformMXBean(
            com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }
}
