package io.github.bandwidthmessaging.contract.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.report.ContractResults;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Operations;
import io.github.bandwidthmessaging.contract.operation.SchemaValues;
import io.github.bandwidthmessaging.contract.service.GeneratedApi;
import io.github.bandwidthmessaging.contract.service.Prism;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Has requests at each boundary of the document judged, and counts the results. */
final class RequestTrial {
  private static final int MOST_SHRUNK = 10;
  private static final List<String> COLUMNS =
      List.of("Requests", "Allowed", "Forbidden", "Known differences", "Disagreements");

  /** The results of the requests at one boundary. */
  private static final class Count {
    private int allowed;
    private int forbidden;
    private int known;
    private int disagreements;

    private List<String> cells() {
      return Stream.of(allowed + forbidden, allowed, forbidden, known, disagreements)
          .map(String::valueOf)
          .toList();
    }
  }

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Map<RequestRule, Integer> rules = new EnumMap<>(RequestRule.class);
  private final Set<String> kinds = new HashSet<>();
  private final List<String> disagreements = new ArrayList<>();

  /** Tries all operations; each boundary gets as many requests as any other. */
  static RequestTrial of(
      Operations operations, GeneratedApi api, Prism prism, Random random, int requests) {
    Map<Operation, List<SchemaValues.Boundary>> boundaries = new LinkedHashMap<>();
    operations
        .all()
        .forEach(it -> boundaries.put(it, RequestBoundaries.of(api.sample(it), random)));
    int all = boundaries.values().stream().mapToInt(List::size).sum();
    RequestTrial trial = new RequestTrial();
    boundaries.forEach(
        (operation, of) ->
            trial.run(
                new RequestOpinions(operation, api, prism),
                of,
                (requests * of.size() + all - 1) / all));
    return trial;
  }

  void run(RequestOpinions opinions, List<SchemaValues.Boundary> boundaries, int requests) {
    for (int i = 0; i < requests; i++) {
      SchemaValues.Boundary boundary = boundaries.get(i % boundaries.size());
      ObjectNode request = (ObjectNode) boundary.value();
      String keyword = boundary.keyword();
      RequestOpinions.Verdict verdict = opinions.on(request);
      Count count = counts.computeIfAbsent(keyword, k -> new Count());
      if (verdict.isValid()) {
        count.allowed++;
      } else {
        count.forbidden++;
      }
      verdict.rules().forEach(rule -> rules.merge(rule, 1, Integer::sum));
      String disagreement = verdict.disagreement();
      if (disagreement == null && boundary.isWrongAbout(verdict.isValid())) {
        disagreement = "The document is not as the generator reads it";
      }
      if (disagreement == null) {
        count.known += verdict.rules().isEmpty() ? 0 : 1;
      } else {
        count.disagreements++;
        if (kinds.add(keyword + disagreement)) {
          JsonNode shown =
              disagreements.size() < MOST_SHRUNK ? smallest(opinions, request) : request;
          disagreements.add(keyword + ": " + disagreement + ": " + shown);
        }
      }
    }
  }

  /** Returns each kind of disagreement at each boundary, with the smallest request that has it. */
  List<String> disagreements() {
    return disagreements;
  }

  /** Returns the boundaries that were tried. */
  Set<String> boundaries() {
    return counts.keySet();
  }

  /** Returns the boundaries of which only one side was tried, though both exist. */
  List<String> oneSided() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().matches(".*: (pattern|format|m(ax|in).*)"))
        .filter(entry -> entry.getValue().allowed == 0 || entry.getValue().forbidden == 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  void write(long seed) {
    int requests =
        counts.values().stream().mapToInt(count -> count.allowed + count.forbidden).sum();
    int different = counts.values().stream().mapToInt(count -> count.disagreements).sum();
    String summary =
        "%d random requests with seed %d, %d disagreements of client, document and Prism."
            .formatted(requests, seed, different);
    System.out.println(summary);
    Stream<ContractResults.Row> rows =
        counts.entrySet().stream()
            .map(
                entry -> {
                  Count count = entry.getValue();
                  String reason =
                      disagreements.stream()
                          .filter(found -> found.startsWith(entry.getKey() + ": "))
                          .findFirst()
                          .orElse("");
                  return new ContractResults.Row(
                      entry.getKey(), count.cells(), count.disagreements == 0, reason);
                });
    Stream<ContractResults.Row> known =
        Stream.of(RequestRule.values())
            .map(
                rule ->
                    new ContractResults.Row(
                        rule.toString(),
                        List.of("", "", "", String.valueOf(rules.getOrDefault(rule, 0)), ""),
                        true,
                        rule.sentence()));
    ContractResults.write(
        "random", "Random requests", summary, COLUMNS, Stream.concat(rows, known).toList());
  }

  /** Returns the smallest request that is judged so; one on which all agree stays as it is. */
  private static JsonNode smallest(RequestOpinions opinions, ObjectNode request) {
    String disagreement = opinions.on(request).disagreement();
    return disagreement == null
        ? request
        : Shrinking.smallest(
            request,
            smaller ->
                // Without its path, it would be a request of nothing.
                smaller.path("path").equals(request.path("path"))
                    && disagreement.equals(opinions.on((ObjectNode) smaller).disagreement()));
  }
}
