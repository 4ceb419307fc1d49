package io.github.bandwidthmessaging.check.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.Sample;
import io.github.bandwidthmessaging.check.documentation.SchemaCheck.SchemaViolation;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a JSON schema validator finds in a document by its examples and at its limits. */
final class SchemaCheckTest {
  private static final String TAG = "/components/schemas/MessageRequest/properties/tag";

  private final JsonNode document = Sample.document().json();
  private final List<Fact> facts = SampleFacts.of(DocumentStatements.of(document));

  @Test
  void takesItsOwnExamples() {
    assertThat(check().examples()).isEmpty();
  }

  @Test
  void drawsItsLimitsWhereTheDocumentationDoes() {
    assertThat(Probe.of(facts)).hasSizeGreaterThan(500);
    assertThat(sentences(check().probes())).isEmpty();
  }

  @Test
  void namesWronglyAcceptedMessage() {
    ((ObjectNode) document.at(TAG)).put("maxLength", 1025);
    assertThat(sentences(check().probes()))
        .containsExactly(
            "createMessage.request.tag of 1025 characters: documentation rejects it, document"
                + " accepts it");
  }

  @Test
  void namesWronglyRejectedMessage() {
    ((ObjectNode) document.at(TAG)).put("maxLength", 1023);
    assertThat(sentences(check().probes()))
        .containsExactly(
            "createMessage.request.tag of 1024 characters: documentation accepts it, document"
                + " rejects it: [tag: maxLength]");
  }

  @Test
  void namesExampleThatBreaksItsSchema() {
    ((ObjectNode) document.at("/components/examples/groupMessageReceipt/value"))
        .put("segmentCount", "one");
    assertThat(sentences(check().examples().stream()))
        .containsExactly("createMessage.response 202 example groupMessage: segmentCount: type");
  }

  private SchemaCheck check() {
    return new SchemaCheck(document, facts);
  }

  private static List<String> sentences(Stream<SchemaViolation> violations) {
    return violations.map(SchemaViolation::sentence).toList();
  }
}
