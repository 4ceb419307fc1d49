package io.github.bandwidthmessaging.check.documentation;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.document.Sample;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document against the documentation, and the documentation against itself. */
final class DocumentationTest {
  private static final String SCHEMAS = "/components/schemas/";
  private static final String REQUEST = SCHEMAS + "MessageRequest/properties/";

  @Test
  void findsNothingWhereTheDocumentSaysAllThatTheSourcesSay() {
    assertThat(after(document -> {})).isEmpty();
  }

  @Test
  void namesWrongLimit() {
    assertThat(after(document -> object(document, REQUEST + "tag").put("maxLength", 512)))
        .containsExactly("createMessage.request.tag: page says max 1024, document says 512");
  }

  @Test
  void namesMissingLimit() {
    assertThat(after(document -> object(document, REQUEST + "text").remove("maxLength")))
        .containsExactly("createMessage.request.text: page says max 2048, document says nothing");
  }

  @Test
  void namesTheSourceOfALimit() {
    JsonNode document = Sample.document().json();
    List<Fact> facts =
        SampleFacts.of(DocumentStatements.of(document)).stream()
            .map(
                fact ->
                    fact.aspect().equals("max items")
                        ? new Fact(fact.place(), fact.aspect(), "50", "Bandwidth's page on limits")
                        : fact)
            .toList();
    assertThat(new DocumentationCheck(facts).disagreements(document))
        .extracting(Disagreement::toString)
        .contains(
            "createMessage.request.to: Bandwidth's page on limits says max items 50, document says"
                + " 10");
  }

  @Test
  void namesEachValueThatOnlyOneSideHas() {
    assertThat(after(document -> array(document, SCHEMAS + "Priority/enum").add("low")))
        .first(as(STRING))
        .startsWith("createMessage.request.priority: document says values low, no source does");
    assertThat(after(document -> array(document, SCHEMAS + "Direction/enum").remove(0)))
        .first(as(STRING))
        .startsWith("createMessage.202.direction: page says values in, out, document says out");
  }

  @Test
  void namesLimitWithoutSource() {
    assertThat(
            after(
                document ->
                    object(document, SCHEMAS + "Message/properties/id").put("maxLength", 29)))
        .containsExactly(
            "createMessage.202.id: document says max 29, no source does (also at"
                + " receiveMessageEvents.request[].message-received.message.id and 7 more)");
  }

  @Test
  void namesMissingParameter() {
    assertThat(after(document -> object(document, REQUEST).remove("expiration")))
        .containsExactly("createMessage.request.expiration: page has it, document does not");
  }

  @Test
  void namesParameterWithoutSource() {
    assertThat(
            after(document -> object(document, REQUEST).putObject("channel").put("type", "string")))
        .containsExactly("createMessage.request.channel: document has it, no source does");
  }

  @Test
  void namesWrongType() {
    assertThat(after(document -> object(document, REQUEST + "tag").put("type", "integer")))
        .containsExactly("createMessage.request.tag: page says type string, document says integer");
  }

  @Test
  void namesMissingAlternative() {
    assertThat(after(document -> array(document, SCHEMAS + "Recipients/oneOf").remove(0)))
        .contains("createMessage.request.to: page says type string or array, document says array");
  }

  @Test
  void namesWrongMandatory() {
    assertThat(after(document -> array(document, SCHEMAS + "MessageRequest/required").add("tag")))
        .containsExactly("createMessage.request.tag: page says mandatory no, document says yes");
  }

  @Test
  void namesPatternThatIsTooNarrow() {
    assertThat(
            after(
                document ->
                    object(document, SCHEMAS + "PhoneNumber").put("pattern", "^\\+1\\d{10}$")))
        .contains(
            "createMessage.request.to: page says format E.164, document's pattern refuses"
                + " [+12, +99, +447911123456, +123456789012345] (also at createMessage.request.to[])");
  }

  @Test
  void namesWrongExample() {
    assertThat(
            after(
                document ->
                    object(document, "/components/examples/groupMessageRequest/value/")
                        .put("tag", "x")))
        .containsExactly(
            "createMessage.request example groupMessage: page says tag test message, document says x");
  }

  @Test
  void namesStatusWithoutSource() {
    assertThat(
            after(
                document ->
                    object(document, "/paths/~1users~1{accountId}~1messages/post/responses")
                        .putObject("409")))
        .containsExactly("createMessage.response 409: document has it, no source does");
  }

  @Test
  void namesBrokenReference() {
    assertThat(after(document -> object(document, SCHEMAS).remove("Priority")))
        .contains(
            "createMessage.request.priority: document says reference #/components/schemas/Priority, which is not"
                + " there, no source does");
  }

  @Test
  void namesMisspelledKeyword() {
    assertThat(after(document -> object(document, REQUEST + "tag").put("maxLenght", 1024)))
        .containsExactly("createMessage.request.tag: document says maxLenght 1024, no source does");
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
    assertThat(Transcription.ofOtherSources(Additions.OF_PROJECT.json()))
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
    Map<String, Map<String, Statement>> document =
        DocumentStatements.of(Document.read().json()).places();
    assertThat(Transcription.leftOut(Additions.OF_PROJECT.json()))
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
    JsonNode document = Sample.document().json();
    DocumentationCheck check =
        new DocumentationCheck(SampleFacts.of(DocumentStatements.of(document)));
    edit.accept(document);
    return check.disagreements(document).stream().map(Disagreement::toString).toList();
  }

  private static ObjectNode object(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer.replaceFirst("/$", ""));
  }

  private static ArrayNode array(JsonNode document, String pointer) {
    return (ArrayNode) document.at(pointer);
  }
}
