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

  public String text(String command, long minutes, String plot) throws IOException {
    text.append(
        """
        # Results

        `%s` on %s, %d minutes. %s, %d cores, %d GB, %s %s; Java %s. Medians; all contenders alternate, each in its own JVM.
        "Stock generator" is OpenAPI Generator's `okhttp-gson` made from our document, like Bandwidth's current SDK; "Bandwidth SDK 5.2.0" is the newest on Maven Central.

        ![Plot](%s.svg)

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
                System.getProperty("java.vm.version"),
                plot));
    ratio("cold start", "RawOkHttp", 1.1);
    ratio("cold start with AppCDS", "RawOkHttp", 1.08);
    if (figures.has("cold start with an AOT cache", "Ours")) {
      ratio("cold start with an AOT cache", "RawOkHttp", 1.08);
    }
    for (String example : List.of("example 1", "example 5")) {
      ratio("write " + example, "Streaming", 1.05);
      ratio("write " + example + " bytes", "Streaming", 1.05);
    }
    for (String example : List.of("example 1", "example 5")) {
      ratio("read " + example, "JacksonJdk", 0.7);
    }
    ratio("send", "RawOkHttp", 1.1);
    atLeast("many at 512: % of the ideal", 95);
    if (Runtime.version().feature() >= 21) {
      atMost("many at 512: threads", 32, "%.0f");
    }
    atMost("many at 512: peak heap", 64, "%.0f MB");
    atLeast("many over HTTP/2: % of the ideal", 95);
    atMost("many over HTTP/2: connections", 16, "%.0f");
    atMost("jars", 12, "%.0f");
    atMost("megabytes", 3.9, "%.2f");

    table("Codec", "ns", "read example 1", "read example 5", "write example 1", "write example 5");
    table(
        "Codec, allocated",
        "bytes",
        "read example 1 bytes",
        "read example 5 bytes",
        "write example 1 bytes",
        "write example 5 bytes");
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
    many("many at 64", "64 in flight");
    many("many at 512", "512 in flight, -Xmx64m");
    many("many over HTTP/2", "1,000 in flight over HTTP/2");
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
    target(
        measurement,
        String.format(Locale.ROOT, format, value),
        "≤ " + number(limit),
        value <= limit);
  }

  private void atLeast(String measurement, double limit) {
    double value = figures.median(measurement, "Ours");
    target(
        measurement,
        String.format(Locale.ROOT, "%.1f %%", value),
        "≥ " + number(limit) + " %",
        value >= limit);
  }

  private void target(String measurement, String value, String limit, boolean met) {
    String what =
        measurement
            .replaceFirst("^send", "call over loopback")
            .replaceFirst("^many at (.*):", "$1 in flight:")
            .replaceFirst("^many over", "1,000 in flight over");
    text.append(
        "| %s | %s | %s | %s |\n".formatted(what, value, limit, met ? "met" : "**missed**"));
  }

  private void many(String measurement, String title) {
    table(
        title + ", 50 ms latency",
        "µs and MB",
        Stream.of(
                "% of the ideal",
                "CPU per message",
                "server's CPU per message",
                "peak heap",
                "threads",
                "connections",
                "with messages")
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
