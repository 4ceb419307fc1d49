package io.github.bandwidthmessaging.contract.service;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.bandwidthmessaging.check.report.ContractResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** Collects the results of each test in each {@link Place}, and writes them when all have run. */
final class PlaceResults implements TestWatcher {
  private static final Namespace NAMESPACE = Namespace.create(PlaceResults.class);
  private static final List<String> REHEARSALS = List.of("mock", "proxy");
  private static final List<String> PLACES = List.of("mock", "proxy", "real service");

  private record Result(Class<?> testClass, String test, String place, String what, String reason) {
    boolean isOfErrors() {
      return testClass.getAnnotation(InPlaces.class).errors();
    }

    boolean isFailure() {
      return what.equals("failed");
    }
  }

  @Override
  public void testSuccessful(ExtensionContext context) {
    add(context, "passed", null);
  }

  @Override
  public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
    add(context, "skipped", cause);
    System.out.printf("Skipped %s: %s%n", context.getDisplayName(), reason(cause));
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    add(context, "failed", cause);
  }

  private static void add(ExtensionContext context, String what, @Nullable Throwable cause) {
    String operation = context.getRequiredTestClass().getAnnotation(InPlaces.class).operation();
    String test = words(context.getRequiredTestMethod().getName());
    if (context.getParent().orElseThrow().getTestMethod().isPresent()) {
      // A test of all operations starts each display name with that of an operation.
      String[] name = context.getDisplayName().split(": ", operation.isEmpty() ? 2 : 1);
      operation = operation.isEmpty() ? name[0] : operation;
      test += name[name.length - 1].isEmpty() ? "" : ": " + name[name.length - 1];
    }
    test = operation + ": " + test;
    ExtensionContext place = context;
    while (place.getTestMethod().isPresent()) {
      place = place.getParent().orElseThrow();
    }
    context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Collected.class)
        .results
        .add(
            new Result(
                context.getRequiredTestClass(), test, place.getDisplayName(), what, reason(cause)));
  }

  private static String reason(@Nullable Throwable cause) {
    return cause == null ? "" : String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
  }

  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  /** Closed by the root store at the end of the run. */
  static final class Collected implements AutoCloseable {
    private final List<Result> results = new ArrayList<>();

    @Override
    public void close() {
      List<Result> errors = results.stream().filter(Result::isOfErrors).toList();
      write("errors", "Errors and refusals", REHEARSALS, errors, Result::test);
      write(
          "places",
          "The same tests in three places",
          PLACES,
          results,
          result -> result.testClass.getSimpleName());
    }

    private static void write(
        String name,
        String title,
        List<String> places,
        List<Result> results,
        Function<Result, String> row) {
      Map<String, List<Result>> rows =
          results.stream().collect(groupingBy(row, LinkedHashMap::new, toList()));
      ContractResults.write(
          name,
          title,
          places.stream()
              .map(place -> place + ": " + count(results, result -> result.place.equals(place)))
              .collect(joining("; ", "", ".")),
          places,
          rows.entrySet().stream()
              .map(entry -> row(entry.getKey(), places, entry.getValue()))
              .toList());
    }

    private static ContractResults.Row row(String name, List<String> places, List<Result> results) {
      return new ContractResults.Row(
          name,
          places.stream()
              .map(place -> count(results, result -> result.place.equals(place)))
              .toList(),
          results.stream().noneMatch(Result::isFailure),
          results.stream()
              .map(Result::reason)
              .filter(reason -> !reason.isEmpty())
              .distinct()
              .collect(joining("; ")));
    }

    /** Counts results, for example {@code 24 passed, 1 failed}. */
    private static String count(List<Result> results, Predicate<Result> predicate) {
      Map<String, Long> counts =
          results.stream()
              .filter(predicate)
              .collect(groupingBy(Result::what, TreeMap::new, counting()));
      return counts.isEmpty()
          ? "not run"
          : counts.entrySet().stream()
              .map(entry -> entry.getValue() + " " + entry.getKey())
              .collect(joining(", "));
    }
  }
}
