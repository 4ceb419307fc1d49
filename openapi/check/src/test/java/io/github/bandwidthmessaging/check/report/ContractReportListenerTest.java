package io.github.bandwidthmessaging.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class ContractReportListenerTest {
  private final Path folder;

  ContractReportListenerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void reportsTestThatFailed() throws IOException {
    run(Failing.class);

    assertThat(html())
        .contains("Contract report: not green")
        .contains("<p>0 tests passed, 1 failed, 0 skipped.</p>")
        .contains("Failing: fails(): java.lang.IllegalStateException: as it must");
    assertThat(folder.resolve("contract-report.md"))
        .content()
        .contains("as it must", "# Contract report: not green");
  }

  @Test
  void reportsResultsThatNoTestWrote() throws IOException {
    run(Passing.class);

    assertThat(html())
        .contains("Contract report: not green")
        .contains("<p>1 tests passed, 0 failed, 0 skipped.</p>")
        .contains("No results of facts: its test did not run.");
  }

  @Test
  void takesResultsOfAnEarlierRunForNone() throws IOException {
    Path old = folder.resolve("contract-results/facts.json");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "{\"title\":\"\",\"summary\":\"\",\"columns\":[],\"rows\":[]}");
    run(Passing.class);

    assertThat(html()).contains("No results of facts: its test did not run.");
  }

  @Test
  void isNotGreenAsLongAsTestsRun() {
    // The launcher swallows what a listener throws.
    List<String> reports = new ArrayList<>();
    run(
        Passing.class,
        new TestExecutionListener() {
          @Override
          public void executionStarted(TestIdentifier test) {
            try {
              reports.add(html());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });

    assertThat(reports)
        .isNotEmpty()
        .allSatisfy(report -> assertThat(report).contains("The run has not come to its end."));
  }

  private String html() throws IOException {
    return Files.readString(folder.resolve("contract-report.html"));
  }

  private void run(Class<?> tests, TestExecutionListener... others) {
    Launcher launcher =
        LauncherFactory.create(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());
    launcher.registerTestExecutionListeners(new ContractReportListener(folder));
    for (TestExecutionListener other : others) {
      launcher.registerTestExecutionListeners(other);
    }
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build());
  }

  static final class Failing {
    @Test
    void fails() {
      throw new IllegalStateException("as it must");
    }
  }

  static final class Passing {
    @Test
    void passes() {}
  }
}
