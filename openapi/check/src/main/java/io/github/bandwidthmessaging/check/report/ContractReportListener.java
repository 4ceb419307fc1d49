package io.github.bandwidthmessaging.check.report;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.report.ContractReport.Failure;
import io.github.bandwidthmessaging.check.report.ContractReport.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Writes {@link ContractReport} to {@code target} at the end of a run, however that ends. */
public final class ContractReportListener implements TestExecutionListener {
  /** What the tests write, in the order of the report. */
  private static final List<String> RESULTS =
      List.of(
          "facts",
          "examples",
          "errors",
          "places",
          "random",
          "lint",
          "breaking-changes",
          "document-mutation",
          ClientMutation.NAME);

  private final Path folder;
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger passed = new AtomicInteger();
  private final AtomicInteger skipped = new AtomicInteger();

  /** Made by JUnit, which finds the class in {@code META-INF/services}. */
  public ContractReportListener() {
    this(Project.resolve("target"));
  }

  ContractReportListener(Path folder) {
    this.folder = folder;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    for (String name : RESULTS) {
      try {
        Files.deleteIfExists(file(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    // Stays if the JVM is killed.
    write(List.of(new Failure("All tests", "The run has not come to its end.")));
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    skipped.incrementAndGet();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.FAILED) {
      String words = result.getThrowable().map(Throwable::toString).orElse("failed");
      failures.add(new Failure(name(test), words));
    } else if (result.getStatus() == Status.ABORTED) {
      skipped.incrementAndGet();
    } else if (test.isTest()) {
      passed.incrementAndGet();
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    ClientMutation.writeResults();
    write(List.copyOf(failures));
  }

  private void write(List<Failure> failures) {
    List<Table> tables = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : RESULTS) {
      try {
        tables.add(ContractReport.read(file(name)));
      } catch (NoSuchFileException e) {
        missing.add(name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    String tests =
        "%d tests passed, %d failed, %d skipped."
            .formatted(passed.get(), this.failures.size(), skipped.get());
    ContractReport report = new ContractReport(tests, tables, missing, failures);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("contract-report.html"), report.html());
      Files.writeString(folder.resolve("contract-report.md"), report.markdown());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve("contract-results").resolve(name + ".json");
  }

  private static String name(TestIdentifier test) {
    String where =
        test.getParentIdObject()
            .flatMap(
                parent ->
                    parent.getSegments().stream()
                        .filter(s -> s.getType().equals("class"))
                        .findFirst())
            .map(segment -> segment.getValue().replaceAll(".*\\.", "") + ": ")
            .orElse("");
    return where + test.getDisplayName();
  }
}
