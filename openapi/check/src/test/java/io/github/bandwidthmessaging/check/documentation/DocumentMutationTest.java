package io.github.bandwidthmessaging.check.documentation;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentMutants;
import io.github.bandwidthmessaging.check.document.DocumentMutants.Mutant;
import io.github.bandwidthmessaging.check.report.ContractResults;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How well the checks hold the document: each small mistake in it has to be noticed. */
final class DocumentMutationTest {
  /** Which checks find something. */
  private enum Check {
    FACTS,
    EXAMPLES,
    PROBES
  }

  /** The first check that notices a mutant, if any does. */
  private record Verdict(Mutant mutant, Optional<Check> by) {
    boolean caught() {
      return by.isPresent();
    }
  }

  @Test
  @Timeout(value = 5, unit = MINUTES)
  void noticesEveryMistakeInTheDocument() {
    JsonNode document = Document.read().json();
    Map<Pattern, String> equivalent = equivalent();
    DocumentationCheck facts = DocumentationCheck.ofTranscription();
    SchemaCheck original = new SchemaCheck(document, Facts.transcribed());
    assertThat(finding(facts, original)).isEmpty();
    List<Verdict> verdicts =
        DocumentMutants.of(document).parallelStream()
            .map(mutant -> new Verdict(mutant, finding(facts, original.of(mutant.of(document)))))
            .toList();
    report(verdicts, equivalent);

    assertThat(verdicts).hasSizeGreaterThan(1000);
    assertThat(verdicts)
        .filteredOn(verdict -> !verdict.caught() && reason(verdict, equivalent).isEmpty())
        .extracting(Verdict::mutant)
        .as("mistakes that nothing notices")
        .isEmpty();
    assertThat(equivalent.keySet())
        .filteredOn(
            pattern ->
                verdicts.stream()
                    .noneMatch(
                        verdict ->
                            !verdict.caught()
                                && pattern.matcher(verdict.mutant().toString()).matches()))
        .as("listed as equivalent, and noticed or not made")
        .isEmpty();
  }

  /** The first check that finds something in a document. */
  private static Optional<Check> finding(DocumentationCheck facts, SchemaCheck schemas) {
    return facts.disagrees(schemas.statements())
        ? Optional.of(Check.FACTS)
        : !schemas.examples().isEmpty()
            ? Optional.of(Check.EXAMPLES)
            : schemas.probes().findAny().map(probe -> Check.PROBES);
  }

  /** Mistakes that change nothing on the wire, with the reason. */
  private static Map<Pattern, String> equivalent() {
    Map<Pattern, String> equivalent = new LinkedHashMap<>();
    Transcription.yaml("equivalent-mutants.yaml")
        .properties()
        .forEach(
            entry -> equivalent.put(Pattern.compile(entry.getKey()), entry.getValue().asText()));
    return equivalent;
  }

  private static String reason(Verdict verdict, Map<Pattern, String> equivalent) {
    return equivalent.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(verdict.mutant().toString()).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static void report(List<Verdict> verdicts, Map<Pattern, String> equivalent) {
    List<Row> rows = new ArrayList<>();
    verdicts.stream()
        .collect(groupingBy(verdict -> verdict.mutant().kind(), TreeMap::new, toList()))
        .forEach((kind, made) -> rows.add(row(kind, made, equivalent)));
    Row all = row("all", verdicts, equivalent);
    rows.add(all);
    String summary =
        "%s mutants of the document, %s caught, %s equivalent, %s missed"
            .formatted(
                all.cells().get(0), all.cells().get(1), all.cells().get(5), all.cells().get(6));
    System.out.println(summary);
    ContractResults.write(
        "document-mutation",
        "Mutation of the document",
        summary,
        List.of(
            "Made",
            "Caught",
            "by facts",
            "else by examples",
            "else by probes",
            "Equivalent",
            "Missed"),
        rows);
  }

  private static Row row(String kind, List<Verdict> made, Map<Pattern, String> equivalent) {
    List<Verdict> survivors = made.stream().filter(verdict -> !verdict.caught()).toList();
    List<Verdict> missed =
        survivors.stream().filter(verdict -> reason(verdict, equivalent).isEmpty()).toList();
    List<Long> counts =
        List.of(
            (long) made.size(),
            made.stream().filter(Verdict::caught).count(),
            by(Check.FACTS, made),
            by(Check.EXAMPLES, made),
            by(Check.PROBES, made),
            (long) survivors.size() - missed.size(),
            (long) missed.size());
    String reason =
        missed.isEmpty()
            ? survivors.stream()
                .map(verdict -> reason(verdict, equivalent))
                .distinct()
                .collect(joining("; "))
            : missed.stream().map(verdict -> verdict.mutant().where()).collect(joining("; "));
    return new Row(kind, counts.stream().map(String::valueOf).toList(), missed.isEmpty(), reason);
  }

  private static long by(Check check, List<Verdict> made) {
    return made.stream().filter(verdict -> verdict.by().equals(Optional.of(check))).count();
  }
}
