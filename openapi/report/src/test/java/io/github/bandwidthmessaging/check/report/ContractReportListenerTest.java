package io.github.bandwidthmessaging.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class ContractReportListenerTest {
  private final Path root;

  ContractReportListenerTest(@TempDir Path root) {
    this.root = root;
  }

  @Test
  void reportsTestThatFailed() {
    run("client-generated", Failing.class);

    assertThat(html())
        .contains("Contract report: not green, for 2 reasons", "<li>client-generated, ")
        .contains("Failing: asserts(): as it must</li>")
        .contains("Failing: fails(): java.lang.IllegalStateException: broken</li>")
        .contains("<p>Tests: client-generated 0 passed, 2 failed, 0 skipped.</p>")
        .contains("<p>Not run yet: complaints, ");
  }

  @Test
  void isNotCompleteBeforeTheLastModule() {
    run("client-generated", Passing.class);

    assertThat(html())
        .contains("Contract report: not complete")
        .contains("<p>Tests: client-generated 1 passed, 0 failed, 0 skipped.</p>");
  }

  @Test
  void reportsResultsThatNoTestWrote() {
    run("contract-tests", Passing.class);

    assertThat(html())
        .contains("Contract report: not green, for 1 reason")
        .contains("<li>Not run: complaints, facts, examples, errors, places, random, ")
        .contains("Mutation of the client");
  }

  @Test
  void isRedIfTheJvmIsKilled() {
    // The launcher swallows what a listener throws.
    List<String> reports = new ArrayList<>();
    run(
        "client-generated",
        Failing.class,
        new TestExecutionListener() {
          @Override
          public void executionStarted(TestIdentifier test) {
            reports.add(html());
          }

          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            reports.add(html());
          }
        });

    assertThat(reports)
        .isNotEmpty()
        .allSatisfy(
            report -> assertThat(report).contains("client-generated: the tests did not finish"))
        .last()
        .asString()
        .contains("as it must");
  }

  private String html() {
    return contentOf(root.resolve("target/contract-report.html").toFile());
  }

  private void run(String module, Class<?> tests, TestExecutionListener... others) {
    Launcher launcher =
        LauncherFactory.create(
            LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());
    launcher.registerTestExecutionListeners(
        new ContractReportListener(new ContractRun(root, "1", Map.of()), module));
    for (TestExecutionListener other : others) {
      launcher.registerTestExecutionListeners(other);
    }
    launcher.execute(
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build());
  }

  static final class Failing {
    @Test
    void asserts() {
      fail("as it must");
    }

    @Test
    void fails() {
      throw new IllegalStateException("broken");
    }
  }

  static final class Passing {
    @Test
    void passes() {}
  }
}
