package io.github.bandwidthmessaging.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The measurements: samples by measurement and contender. */
public final class Figures {
  private final Map<String, Map<String, List<Double>>> samples = new LinkedHashMap<>();

  /** Also prints it, to watch a long run. */
  public void add(String measurement, String contender, double value) {
    samples
        .computeIfAbsent(measurement, key -> new LinkedHashMap<>())
        .computeIfAbsent(contender, key -> new ArrayList<>())
        .add(value);
    System.out.printf(Locale.ROOT, "%s, %s: %.2f%n", measurement, contender, value);
  }

  Set<String> contenders(String measurement) {
    return samples.getOrDefault(measurement, Map.of()).keySet();
  }

  boolean has(String measurement, String contender) {
    return contenders(measurement).contains(contender);
  }

  double median(String measurement, String contender) {
    List<Double> values = samples.getOrDefault(measurement, Map.of()).get(contender);
    if (values == null) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Everything, for the raw data. */
  public Map<String, Map<String, List<Double>>> samples() {
    return samples;
  }
}
