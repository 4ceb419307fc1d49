package io.github.bandwidthmessaging.check.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.report.ContractReport.Start;
import io.github.bandwidthmessaging.check.report.ContractReport.Tests;
import io.github.bandwidthmessaging.check.report.ContractResults.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report of one build. Each of its JVMs adds its results and rewrites the report, so that there
 * is one wherever the build stops.
 */
public final class ContractRun {
  /** The module whose tests run last. */
  static final String LAST = "contract-tests";

  /** The modules whose tests are reported, in build order. */
  private static final List<String> MODULES =
      List.of(
          "openapi/report",
          "openapi/check",
          "client-generated",
          "client-extensions",
          LAST,
          "openapi/generator-tests");

  /** The other results, in the order of the report. */
  private static final List<String> TABLES =
      List.of(
          ContractReport.COMPLAINTS,
          ContractReport.FACTS,
          "examples",
          "errors",
          "places",
          "random",
          "document-mutation",
          ClientMutation.NAME);

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** GitHub accepts 1 MiB per step. */
  private static final int LONGEST_SUMMARY = 1_000_000;

  private final Path root;
  private final String run;
  private final Map<String, String> environment;
  private final ContractResults results;

  /**
   * Makes the report of a build.
   *
   * @param root the directory of the project
   * @param run what only this build is called; empty for none, whose report nobody asked for
   * @param environment the environment variables
   */
  ContractRun(Path root, String run, Map<String, String> environment) {
    this.root = root;
    this.run = run;
    this.environment = environment;
    results = new ContractResults(root.resolve("target/contract-results"));
  }

  /** Returns the report of this build, which does nothing outside of a build, such as in an IDE. */
  public static ContractRun ofThisBuild() {
    return new ContractRun(
        Project.resolve(""), System.getProperty("contract.run", ""), System.getenv());
  }

  /** Deletes results of earlier builds, unless this one has done so, and writes the report. */
  public void start() {
    alone(
        () -> {
          Start start = results.get("run", Start.class);
          if (start == null || !start.run().equals(run)) {
            results.clear();
            String words =
                "Commit %s, %s, Java %s"
                    .formatted(
                        commit(), DATE.format(Instant.now()), System.getProperty("java.version"));
            results.put("run", new Start(run, words));
          }
          writeReport();
        });
  }

  void write(Tests tests) {
    alone(
        () -> {
          results.put(name(tests.module()), tests);
          if (tests.ended() && tests.module().equals(LAST)) {
            ClientMutation.table().ifPresent(table -> results.put(ClientMutation.NAME, table));
          }
          writeReport();
        });
  }

  /** Writes the report. */
  public void write() {
    alone(this::writeReport);
  }

  /** Modules that are built at the same time write the report one after the other. */
  private void alone(Runnable writing) {
    if (run.isEmpty()) {
      return;
    }
    Path lock = root.resolve("target/contract-report.lock");
    try {
      Files.createDirectories(lock.getParent());
      try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE)) {
        channel.lock();
        writing.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeReport() {
    Start start = results.get("run", Start.class);
    ContractReport report = report(start == null ? "" : start.words());
    String markdown = limited(report.markdown());
    try {
      Files.writeString(root.resolve("target/contract-report.html"), report.html());
      Files.writeString(root.resolve("target/contract-report.md"), markdown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    summarize(markdown);
  }

  private ContractReport report(String start) {
    List<Tests> tests = new ArrayList<>();
    Map<String, Table> tables = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String name : TABLES) {
      Table table = results.get(name, Table.class);
      if (table == null) {
        missing.add(name);
      } else {
        tables.put(name, table);
      }
    }
    List<String> modules = new ArrayList<>();
    for (String module : MODULES) {
      Tests ofModule = results.get(name(module), Tests.class);
      if (ofModule == null) {
        modules.add(module);
      } else {
        tests.add(ofModule);
      }
    }
    if (!modules.isEmpty()) {
      missing.add("the tests of " + String.join(" and ", modules));
    }
    return new ContractReport(start, tests, tables, missing, stopped(tests, modules));
  }

  /** A failure to compile, package, or format stops a build outside our tests. */
  private static String stopped(List<Tests> tests, List<String> missing) {
    int run = tests.size();
    boolean isInOrder = missing.equals(MODULES.subList(run, MODULES.size()));
    boolean isGood = tests.stream().allMatch(each -> each.ended() && each.failures().isEmpty());
    return run > 0 && !missing.isEmpty() && isInOrder && isGood
        ? "after the tests of %s and before those of %s"
            .formatted(MODULES.get(run - 1), missing.get(0))
        : "";
  }

  private static String name(String module) {
    return "tests-" + module;
  }

  private String commit() {
    try {
      String commit = git("rev-parse", "--short", "HEAD");
      return git("status", "--porcelain").isEmpty() ? commit : commit + " and uncommitted changes";
    } catch (IOException e) {
      return environment.getOrDefault("GITHUB_SHA", "unknown");
    }
  }

  private String git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectError(Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("Not in a Git repository: " + root);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return output;
  }

  /** Truncates after a whole line if it is too long for GitHub. */
  private static String limited(String markdown) {
    byte[] bytes = markdown.getBytes(UTF_8);
    if (bytes.length <= LONGEST_SUMMARY) {
      return markdown;
    }
    int end = LONGEST_SUMMARY;
    while (bytes[end - 1] != '\n') {
      end--;
    }
    return new String(bytes, 0, end, UTF_8) + "\nThe rest is in `target/contract-report.html`.\n";
  }

  /** Writes the report to the summary of the GitHub step, replacing an earlier one. */
  private void summarize(String markdown) {
    String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (file.isEmpty()) {
      return;
    }
    String mark = "<!-- Contract report " + run + " -->\n";
    try {
      Path path = Path.of(file);
      String summary = Files.exists(path) ? Files.readString(path) : "";
      int from = summary.indexOf(mark);
      int to = summary.lastIndexOf(mark) + mark.length();
      Files.writeString(
          path,
          from < 0
              ? summary + "\n" + mark + markdown + mark
              : summary.substring(0, from) + mark + markdown + mark + summary.substring(to));
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("The contract report is not in the summary of the step: " + e);
    }
  }
}
