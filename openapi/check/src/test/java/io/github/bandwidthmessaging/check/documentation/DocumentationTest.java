package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.joining;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.documentation.DocumentationCheck.Disagreement;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import io.github.bandwidthmessaging.check.report.ContractResults;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document against the documentation, and the documentation against itself. */
final class DocumentationTest {
  private static final String SCHEMAS = "/components/schemas/";
  private static final String REQUEST = SCHEMAS + "MessageRequest/properties/";

  @Test
  void documentAgreesWithItsSources() {
    JsonNode document = Document.read().json();
    List<Disagreement> disagreements = DocumentationCheck.disagreements(document);
    report(document, disagreements);
    assertThat(disagreements)
        .as("what has no source belongs into additions.yaml, under its source or `Ours: <reason>`")
        .isEmpty();
  }

  @Test
  void namesWrongLimit() {
    assertThat(after(document -> object(document, REQUEST + "tag").put("maxLength", 512)))
        .containsExactly("request.tag: page says max 1024, document says 512");
  }

  @Test
  void namesMissingLimit() {
    assertThat(after(document -> object(document, REQUEST + "text").remove("maxLength")))
        .containsExactly("request.text: page says max 2048, document says nothing");
  }

  @Test
  void namesLimitOfAnotherSource() {
    assertThat(
            after(document -> object(document, SCHEMAS + "Recipients/oneOf/1").put("maxItems", 50)))
        .containsExactly(
            "request.to: Bandwidth's page on webhooks says max items 10, document says 50");
  }

  @Test
  void namesLimitWithoutSource() {
    assertThat(
            after(
                document ->
                    object(document, SCHEMAS + "Message/properties/id").put("maxLength", 29)))
        .containsExactly("receipt.id: document says max 29, no source does");
  }

  @Test
  void namesMissingParameter() {
    assertThat(after(document -> object(document, REQUEST).remove("expiration")))
        .containsExactly("request.expiration: page has it, document does not");
  }

  @Test
  void namesParameterWithoutSource() {
    assertThat(
            after(document -> object(document, REQUEST).putObject("channel").put("type", "string")))
        .containsExactly("request.channel: document has it, no source does");
  }

  @Test
  void namesWrongType() {
    assertThat(after(document -> object(document, REQUEST + "tag").put("type", "integer")))
        .containsExactly("request.tag: page says type string, document says integer");
  }

  @Test
  void namesMissingAlternative() {
    assertThat(after(document -> array(document, SCHEMAS + "Recipients/oneOf").remove(0)))
        .contains("request.to: page says type string or array, document says array");
  }

  @Test
  void namesWrongDuty() {
    assertThat(after(document -> array(document, SCHEMAS + "MessageRequest/required").add("tag")))
        .containsExactly("request.tag: page says mandatory no, document says yes");
  }

  @Test
  void namesPatternThatIsTooNarrow() {
    assertThat(
            after(
                document ->
                    object(document, SCHEMAS + "PhoneNumber").put("pattern", "^\\+1\\d{10}$")))
        .contains(
            "request.to[]: page says format E.164, document's pattern refuses"
                + " [+12, +99, +447911123456, +123456789012345]");
  }

  @Test
  void namesWrongExample() {
    assertThat(
            after(
                document ->
                    object(document, "/components/examples/groupMessageRequest/value/")
                        .put("tag", "x")))
        .containsExactly(
            "request example groupMessage: page says tag test message, document says x");
  }

  @Test
  void namesStatusWithoutSource() {
    assertThat(
            after(
                document ->
                    object(document, "/paths/~1users~1{accountId}~1messages/post/responses")
                        .putObject("409")))
        .containsExactly("response 409: document has it, no source does");
  }

  @Test
  void namesReferenceThatLeadsNowhere() {
    assertThat(after(document -> object(document, SCHEMAS).remove("Priority")))
        .contains(
            "request.priority: document says reference #/components/schemas/Priority, which is not"
                + " there, no source does");
  }

  @Test
  void namesKeywordThatIsMisspelt() {
    assertThat(after(document -> object(document, REQUEST + "tag").put("maxLenght", 1024)))
        .containsExactly("request.tag: document says maxLenght 1024, no source does");
  }

  @Test
  void namesOnlyWhatChangesOnTheWire() {
    assertThat(
            after(
                document -> {
                  object(document, REQUEST).set("priority", document.at(SCHEMAS + "Priority"));
                  object(document, REQUEST + "tag").put("description", "Other words.");
                }))
        .isEmpty();
  }

  @Test
  void additionsAreNotOnThePage() {
    List<Fact> page = Transcription.ofPage();
    assertThat(Transcription.ofOtherSources())
        .isNotEmpty()
        .noneMatch(
            addition ->
                page.stream()
                    .anyMatch(
                        fact ->
                            fact.place().equals(addition.place())
                                && fact.aspect().equals(addition.aspect())
                                && fact.value().equals(addition.value())));
  }

  @Test
  void leavesOutOnlyWhatThePageSaysAndTheDocumentDoesNot() {
    Map<String, Map<String, String>> document = DocumentStatements.of(Document.read().json());
    assertThat(Transcription.leftOut())
        .isNotEmpty()
        .allSatisfy(
            left -> {
              assertThat(Transcription.ofPage())
                  .anyMatch(
                      fact ->
                          fact.place().equals(left.place()) && fact.aspect().equals(left.aspect()));
              assertThat(document.get(left.place())).doesNotContainKey(left.aspect());
            });
  }

  @ParameterizedTest
  @MethodSource("examples")
  void printsTheReceiptButForItsErrata(DocumentedExample example) {
    JsonNode errata = Transcription.yaml("errata.yaml").path("receipts").path(example.key());
    String printed = example.printedReceipt().body();
    if (errata.has("commaTooMany")) {
      String field = "\"" + errata.path("commaTooMany").asText() + "\" : [";
      int comma = printed.lastIndexOf(",\n]", printed.indexOf("]", printed.indexOf(field)));
      assertThat(comma).isGreaterThan(printed.indexOf(field));
      printed = printed.substring(0, comma) + printed.substring(comma + 1);
    }
    assertThatJson(printed).isEqualTo(example.responseJson());
    JsonNode receipt = Transcription.json(printed);
    assertThat(receipt.has("applicationId"))
        .isNotEqualTo(errata.path("missing").asText().equals("applicationId"));
    assertThat(receipt.path("text"))
        .isEqualTo(Transcription.json(example.requestJson()).path("text"));
    assertThat(receipt.path("to").isArray()).isTrue();
    assertThat(receipt.has("priority") || receipt.has("expiration")).isFalse();
  }

  static List<DocumentedExample> examples() {
    return DocumentedExample.all();
  }

  private static List<String> after(Consumer<JsonNode> edit) {
    JsonNode document = Document.read().json();
    edit.accept(document);
    return DocumentationCheck.disagreements(document).stream().map(Disagreement::toString).toList();
  }

  private static ObjectNode object(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer.replaceFirst("/$", ""));
  }

  private static ArrayNode array(JsonNode document, String pointer) {
    return (ArrayNode) document.at(pointer);
  }

  private static void report(JsonNode document, List<Disagreement> disagreements) {
    Map<String, Map<String, List<Fact>>> known = DocumentationCheck.known();
    Map<String, Map<String, String>> said = DocumentStatements.of(document);
    Set<String> places = new LinkedHashSet<>(known.keySet());
    disagreements.forEach(disagreement -> places.add(disagreement.place()));
    List<Row> rows = new ArrayList<>();
    for (String place : places) {
      List<Fact> facts =
          known.getOrDefault(place, Map.of()).values().stream()
              .flatMap(List::stream)
              .distinct()
              .toList();
      String reason =
          disagreements.stream()
              .filter(disagreement -> disagreement.place().equals(place))
              .map(Disagreement::sentence)
              .collect(joining("; "));
      List<String> cells =
          List.of(
              facts.stream().map(fact -> fact.aspect() + " " + fact.value()).collect(joining(", ")),
              said.getOrDefault(place, Map.of()).entrySet().stream()
                  .map(statement -> statement.getKey() + " " + statement.getValue())
                  .collect(joining(", ")),
              facts.stream().map(Fact::source).distinct().collect(joining("; ")));
      rows.add(new Row(place, cells, reason.isEmpty(), reason));
    }
    long facts = known.values().stream().mapToInt(Map::size).sum();
    ContractResults.write(
        "facts",
        "Documentation and document",
        "%d facts at %d places, %d disagreements"
            .formatted(facts, known.size(), disagreements.size()),
        List.of("Sources say", "Document says", "Source"),
        rows);
  }
}
