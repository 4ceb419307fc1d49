package io.github.bandwidthmessaging.check.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.Document;
import org.junit.jupiter.api.Test;

/** The document's schemas against documented messages, with a validator as the judge. */
final class SchemaCheckTest {
  private static final String TAG = "/components/schemas/MessageRequest/properties/tag";

  private final JsonNode document = Document.read().json();

  @Test
  void takesTheDocumentedExamplesAndItsOwn() {
    assertThat(new SchemaCheck(document).examples()).isEmpty();
  }

  @Test
  void drawsItsLimitsWhereTheDocumentationDoes() {
    assertThat(Probe.all()).hasSizeGreaterThan(500);
    assertThat(new SchemaCheck(document).probes()).isEmpty();
  }

  @Test
  void namesMessageThatIsWronglyTaken() {
    ((ObjectNode) document.at(TAG)).put("maxLength", 1025);
    assertThat(new SchemaCheck(document).probes())
        .containsExactly(
            "request.tag of 1025 characters: documentation refuses it, document takes it");
  }

  @Test
  void namesMessageThatIsWronglyRefused() {
    ((ObjectNode) document.at(TAG)).put("maxLength", 1023);
    assertThat(new SchemaCheck(document).probes())
        .containsExactly(
            "request.tag of 1024 characters: documentation takes it, document refuses it: [tag:"
                + " maxLength]");
  }

  @Test
  void namesExampleThatBreaksItsSchema() {
    ((ObjectNode) document.at("/components/examples/groupMessageReceipt/value"))
        .put("segmentCount", "one");
    assertThat(new SchemaCheck(document).examples())
        .containsExactly("example groupMessage: segmentCount: type");
  }
}
