package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentMutants;
import io.github.bandwidthmessaging.check.document.DocumentMutants.Mutant;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.LimitsInWords;
import io.github.bandwidthmessaging.check.document.Lint;
import io.github.bandwidthmessaging.check.document.Sample;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operations with parameters in path, query, and headers, a binary body, and a response in pages,
 * added to a document: what the checks say of it depends on the document and on the facts alone.
 */
final class AddedOperationTest {
  private static final Document ADDED =
      Document.read(Project.resolve("openapi/check/src/test/resources/added-operation.yaml"));
  private static final Set<String> NAMES =
      Set.of("listAttachments", "uploadAttachment", "updateAttachment");

  private final Document document = Sample.document().with(ADDED);
  private final JsonNode json = document.json();

  @Test
  void eachIsMissedOnceWithoutFacts() {
    assertThat(SampleFacts.check(Sample.document().json()).disagreements(json))
        .extracting(Disagreement::toString)
        .containsExactlyInAnyOrderElementsOf(
            NAMES.stream().map(name -> name + ": document has it, no source does").toList());
  }

  @Test
  void agreesWithFactsOfItsOwn() {
    DocumentationCheck check = SampleFacts.check(json);
    assertThat(check.known())
        .containsKeys(
            "listAttachments.query.limit",
            "listAttachments.header.X-Request-Source",
            "listAttachments.200.attachments[].created",
            "uploadAttachment.path.attachmentId",
            "uploadAttachment.request",
            "uploadAttachment.response 204");
    assertThat(check.disagreements(json)).isEmpty();
  }

  @Test
  void contradictsFactsOfItsOwn() {
    List<Fact> facts =
        SampleFacts.of(DocumentStatements.of(json)).stream()
            .map(
                fact ->
                    fact.place().equals("listAttachments.query.limit")
                            && fact.aspect().equals("maximum")
                        ? new Fact(fact.place(), "maximum", "500", "Bandwidth's page on files")
                        : fact)
            .toList();
    assertThat(new DocumentationCheck(facts).disagreements(json))
        .extracting(Disagreement::toString)
        .containsExactly(
            "listAttachments.query.limit: Bandwidth's page on files says maximum 500, document says"
                + " 1000");
  }

  @Test
  void keepsTheRulesAndStatesItsLimits(@TempDir Path folder) {
    Path file = folder.resolve("added.yaml");
    document.write(file);
    assertThat(Lint.problems(List.of(file))).isEmpty();
    assertThat(LimitsInWords.differences(document)).isEmpty();
  }

  @Test
  void hasItsExamplesAndLimitsChecked() {
    SchemaCheck check = new SchemaCheck(json, SampleFacts.of(DocumentStatements.of(json)));
    assertThat(check.examples()).isEmpty();
    assertThat(check.probes()).isEmpty();
    assertThat(Probe.of(SampleFacts.of(DocumentStatements.of(json))))
        .extracting(Probe::root)
        .contains("listAttachments.200", "updateAttachment.request", "updateAttachment.200");
  }

  @Test
  void hasEachMistakeNoticed() {
    DocumentationCheck facts = SampleFacts.check(json);
    SchemaCheck original = new SchemaCheck(json, SampleFacts.of(DocumentStatements.of(json)));
    Set<String> known = mutants(Sample.document().json()).map(Mutant::toString).collect(toSet());
    List<Mutant> added =
        mutants(json).filter(mutant -> !known.contains(mutant.toString())).toList();
    assertThat(added).hasSizeGreaterThan(500);
    assertThat(added)
        .filteredOn(mutant -> isMissed(mutant, facts, original))
        .extracting(Mutant::toString)
        .allMatch(mutant -> mutant.startsWith("drop example at "));
  }

  private boolean isMissed(Mutant mutant, DocumentationCheck facts, SchemaCheck original) {
    SchemaCheck edited = original.of(mutant.of(json));
    return facts.disagreements(edited.statements()).isEmpty()
        && edited.examples().isEmpty()
        && edited.probes().findAny().isEmpty();
  }

  private static Stream<Mutant> mutants(JsonNode document) {
    return DocumentMutants.of(document).stream();
  }
}
