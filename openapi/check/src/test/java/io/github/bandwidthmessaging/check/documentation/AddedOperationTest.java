package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
 * Operations with parameters and bodies of every kind, added to a document: what the checks say of
 * it depends on the document and on the facts alone.
 */
final class AddedOperationTest {
  private static final Document ADDED =
      Document.read(Project.resolve("openapi/check/src/test/resources/added-operation.yaml"));
  private static final Set<String> NAMES =
      Set.of(
          "listAttachments",
          "importAttachment",
          "downloadAttachment",
          "uploadAttachment",
          "updateAttachment",
          "requestAttachment",
          "searchAttachments",
          "noteAttachment");

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
    ObjectNode alone = (ObjectNode) document.json();
    alone.withObject("/paths").removeAll().setAll((ObjectNode) ADDED.json().path("paths"));
    DocumentationCheck facts = SampleFacts.check(alone);
    SchemaCheck original = new SchemaCheck(alone, SampleFacts.of(DocumentStatements.of(alone)));
    Set<String> known = mutants(Sample.document().json()).map(Mutant::toString).collect(toSet());
    List<Mutant> added =
        mutants(alone).filter(mutant -> !known.contains(mutant.toString())).toList();
    assertThat(added).hasSizeGreaterThan(1000);
    assertThat(
            added.parallelStream()
                .filter(mutant -> isMissed(original.of(mutant.of(alone)), facts))
                .map(Mutant::toString))
        .allMatch(mutant -> mutant.startsWith("drop example at "));
  }

  private static boolean isMissed(SchemaCheck edited, DocumentationCheck facts) {
    return facts.disagreements(edited.statements()).isEmpty()
        && edited.examples().isEmpty()
        && edited.probes().findAny().isEmpty();
  }

  private static Stream<Mutant> mutants(JsonNode document) {
    return DocumentMutants.of(document).stream();
  }
}
