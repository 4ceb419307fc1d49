package io.github.bandwidthmessaging.check.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.documentation.Wording.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What only words can say, in the data and in descriptions. */
final class WordingTest {
  private static final String DESCRIPTION = "Lists things. A page has up to 50 things.";
  private static final Sentence FIFTY =
      new Sentence("list", "A page has up to 50 things.", Map.of("A page", "high"));

  @Test
  void findsNothingWhereBothSayTheSame() {
    assertThat(after(DESCRIPTION, FIFTY)).isEmpty();
    assertThat(after("Lists\nthings. A page has\nup to 50 things.", FIFTY)).isEmpty();
  }

  @Test
  void namesSentenceThatTheDescriptionLacks() {
    assertThat(after("Lists things.", FIFTY))
        .containsExactly("list: description does not say: A page has up to 50 things.");
  }

  @Test
  void namesNumberAndSilenceWithoutSource() {
    assertThat(after(DESCRIPTION))
        .containsExactly("list: no source for words: A page has up to 50 things.");
    assertThat(after("Bandwidth does not document the order.", new Sentence("x", "", Map.of())))
        .containsExactly("list: no source for words: Bandwidth does not document the order.");
  }

  @Test
  void namesSentenceAtAnotherPlace() {
    assertThat(after(DESCRIPTION, new Sentence("other", FIFTY.words(), Map.of())))
        .containsExactly("list: no source for words: A page has up to 50 things.");
  }

  @Test
  void leavesOperationsOfThePageToThePage() {
    Wording wording = new Wording(List.of(), Set.of("list"));
    assertThat(wording.disagreements(statements(DESCRIPTION))).isEmpty();
  }

  @Test
  void readsAsTheDocumentDoes() {
    Wording wording = Wording.of(Additions.OF_PROJECT);
    DocumentStatements document = DocumentStatements.of(Document.read().json());
    assertThat(wording.transcribed()).containsExactly("createMessage", "receiveMessageEvents");
    assertThat(wording.disagreements(document)).isEmpty();
    assertThat(wording.sentences())
        .hasSizeGreaterThan(60)
        .allSatisfy(
            sentence -> {
              assertThat(document.descriptions()).containsKey(sentence.place());
              assertThat(sentence.sources().values()).isSubsetOf("high", "medium", "low");
            });
  }

  private static List<String> after(String description, Sentence... sentences) {
    return new Wording(List.of(sentences), Set.of())
        .disagreements(statements(description)).stream().map(Disagreement::toString).toList();
  }

  private static DocumentStatements statements(String description) {
    JsonNode json =
        Document.parse(
                "openapi: 3.0.3\npaths: {/things: {get: {operationId: list, description: x}}}")
            .json();
    ((ObjectNode) json.at("/paths/~1things/get")).put("description", description);
    return DocumentStatements.of(json);
  }
}
