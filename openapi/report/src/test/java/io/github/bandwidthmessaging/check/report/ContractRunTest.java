package io.github.bandwidthmessaging.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.contentOf;

import io.github.bandwidthmessaging.check.report.ContractReport.Tests;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import io.github.bandwidthmessaging.check.report.ContractResults.Table;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractRunTest {
  private final Path root;

  ContractRunTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void writesReportBeforeAnythingIsFound() {
    run("1", Map.of()).start();

    assertThat(html())
        .contains("<h1 class=\"none\">Contract report: not complete</h1>")
        .contains("<p>Not run yet: complaints, facts, examples, ")
        .contains("the tests of openapi/report and openapi/check and ");
  }

  @Test
  void addsWhatEachJvmFinds() {
    run("1", Map.of()).start();
    results().put("complaints", table(1, "A sentence."));
    run("1", Map.of()).write();
    run("1", Map.of()).start();
    run("1", Map.of()).write(tests("client-generated"));

    assertThat(html())
        .contains("not green, for 1 reason", "A sentence.")
        .contains("client-generated 7 passed")
        .contains("client-extensions and contract-tests and openapi/generator-tests.");
  }

  @Test
  void forgetsEarlierBuilds() {
    run("1", Map.of()).start();
    results().put("complaints", table(1, "A sentence."));
    run("1", Map.of()).write(tests("client-generated"));
    run("2", Map.of()).start();

    assertThat(html()).doesNotContain("A sentence.", "client-generated 7 passed");
  }

  @Test
  void takesFileThatIsWrittenInPartForMissing() throws IOException {
    run("1", Map.of()).start();
    Files.writeString(root.resolve("target/contract-results/facts.json"), "{\"title\": \"Fac");
    Files.writeString(root.resolve("target/contract-results/errors.json"), "{\"title\": []}");
    Files.createFile(root.resolve("target/contract-results/random.json"));
    run("1", Map.of()).write();

    assertThat(html()).contains("Not run yet: complaints, facts, examples, errors, places, random");
  }

  @Test
  void writesNothingWhileAnotherJvmDoes() throws IOException {
    run("1", Map.of()).start();
    try (FileChannel other =
        FileChannel.open(root.resolve("target/contract-report.lock"), StandardOpenOption.WRITE)) {
      other.lock();

      // Within one JVM there is this exception; between two, the second waits.
      assertThatThrownBy(() -> run("1", Map.of()).write(tests("client-generated")))
          .isInstanceOf(OverlappingFileLockException.class);
    }
    assertThat(html()).doesNotContain("client-generated 7 passed");
  }

  @Test
  void saysWhereABuildStopsWithoutATest() {
    run("1", Map.of()).start();
    assertThat(html()).doesNotContain("it stopped");
    for (String module : List.of("openapi/report", "openapi/check", "client-generated")) {
      run("1", Map.of()).write(tests(module));
    }
    assertThat(html())
        .contains(
            " If Maven has finished, it stopped after the tests of client-generated and before"
                + " those of client-extensions; its output says why.</p>");
  }

  @Test
  void saysNothingOfWhereABuildStopsInPartOrInATest() {
    run("1", Map.of()).start();
    run("1", Map.of()).write(tests("client-generated"));
    assertThat(html()).doesNotContain("it stopped");

    run("2", Map.of()).start();
    run("2", Map.of()).write(new Tests("openapi/report", false, 7, 0, List.of()));
    assertThat(html()).doesNotContain("it stopped");
  }

  @Test
  void writesNothingOutsideOfABuild() {
    run("", Map.of()).start();
    run("", Map.of()).write(tests("client-generated"));

    assertThat(root).isEmptyDirectory();
  }

  @Test
  void saysCommitAndDate() throws IOException, InterruptedException {
    git("init", "--quiet");
    git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a", "--allow-empty");
    Files.writeString(root.resolve(".git/info/exclude"), "target/");
    run("1", Map.of("GITHUB_SHA", "abcdef")).start();
    assertThat(html())
        .containsPattern(
            "<p>Commit \\p{XDigit}{7,}, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC, Java \\d+\\S*</p>");

    Files.createFile(root.resolve("a"));
    run("2", Map.of()).start();
    assertThat(html()).containsPattern("<p>Commit \\p{XDigit}{7,} and uncommitted changes, ");
  }

  @Test
  void saysCommitThatGitHubKnows() {
    run("1", Map.of("GITHUB_SHA", "abcdef")).start();

    assertThat(html()).contains("<p>Commit abcdef, ");
  }

  @Test
  void isInTheSummaryOnGitHubOnce() throws IOException {
    Path summary = root.resolve("summary");
    Map<String, String> environment = Map.of("GITHUB_STEP_SUMMARY", summary.toString());
    Files.writeString(summary, "Before");
    run("1", environment).start();
    Files.writeString(summary, Files.readString(summary) + "After\n");
    results().put("complaints", table(1, "A sentence."));
    run("1", environment).write();

    assertThat(summary).content().startsWith("Before\n").endsWith("-->\nAfter\n");
    assertThat(Files.readString(summary))
        .containsOnlyOnce("# Contract report")
        .containsOnlyOnce("- messaging.yaml: A sentence.");
  }

  @Test
  void leavesEarlierBuildsInTheSummary() throws IOException {
    Path summary = root.resolve("summary");
    Map<String, String> environment = Map.of("GITHUB_STEP_SUMMARY", summary.toString());
    run("1", environment).start();
    run("2", environment).start();

    assertThat(Files.readString(summary)).containsPattern("(?s)(# Contract report.*){2}");
  }

  @Test
  void doesNotFailForTheSummary() {
    run("1", Map.of("GITHUB_STEP_SUMMARY", root.resolve("no/folder").toString())).start();
    run("1", Map.of("GITHUB_STEP_SUMMARY", "\0")).start();

    assertThat(html()).contains("Contract report");
  }

  @Test
  void isNoLongerThanGitHubTakes() throws IOException {
    Path summary = root.resolve("summary");
    run("1", Map.of()).start();
    results().put("errors", table(5000, "é".repeat(400)));
    run("1", Map.of("GITHUB_STEP_SUMMARY", summary.toString())).write();

    assertThat(Files.size(summary)).isBetween(900_000L, 1L << 20);
    assertThat(summary)
        .content()
        .startsWith("\n<!--")
        .contains("# Contract report: not green, for 1 reason\n")
        .contains(" |\n\nThe rest is in `target/contract-report.html`.\n");
  }

  private static Table table(int rows, String reason) {
    return new Table(
        "Errors",
        "All of them",
        List.of(),
        Collections.nCopies(rows, new Row("messaging.yaml", List.of(), false, reason)));
  }

  private static Tests tests(String module) {
    return new Tests(module, true, 7, 0, List.of());
  }

  private ContractRun run(String id, Map<String, String> environment) {
    return new ContractRun(root, id, environment);
  }

  private ContractResults results() {
    return new ContractResults(root.resolve("target/contract-results"));
  }

  private String html() {
    return contentOf(root.resolve("target/contract-report.html").toFile());
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder git = new ProcessBuilder("git").directory(root.toFile()).inheritIO();
    git.command().addAll(List.of(arguments));
    assertThat(git.start().waitFor()).isZero();
  }
}
