package io.github.bandwidthmessaging.check.report;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.report.ContractReport.Failure;
import io.github.bandwidthmessaging.check.report.ContractReport.Tests;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Adds the test results of a module to the build's report. */
public final class ContractReportListener implements TestExecutionListener {
  private final ContractRun run;
  private final String module;
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger passed = new AtomicInteger();
  private final AtomicInteger skipped = new AtomicInteger();

  /** Created by JUnit, which finds the class in {@code META-INF/services}. */
  public ContractReportListener() {
    this(ContractRun.ofThisBuild(), Project.name(Path.of(System.getProperty("basedir", ""))));
  }

  ContractReportListener(ContractRun run, String module) {
    this.run = run;
    this.module = module;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan plan) {
    run.start();
    // This remains if the JVM is killed.
    write(false);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    skipped.incrementAndGet();
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == Status.FAILED) {
      failures.add(
          new Failure(
              name(test),
              result.getThrowable().map(ContractReportListener::words).orElse("failed")));
      write(false);
    } else if (result.getStatus() == Status.ABORTED) {
      skipped.incrementAndGet();
    } else if (test.isTest()) {
      passed.incrementAndGet();
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    write(true);
  }

  private void write(boolean ended) {
    run.write(new Tests(module, ended, passed.get(), skipped.get(), List.copyOf(failures)));
  }

  private static String words(Throwable thrown) {
    return String.valueOf(thrown instanceof AssertionError ? thrown.getMessage() : thrown);
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
