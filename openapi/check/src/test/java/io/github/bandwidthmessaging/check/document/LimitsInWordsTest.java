package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits that a description tells against those that the schema sets. */
final class LimitsInWordsTest {
  private final Document document = Sample.document();

  @Test
  void findsNothingWhereDescriptionAndSchemaAgree() {
    assertThat(disagreements()).isEmpty();
  }

  @Test
  void findsLimitThatIsNotTold() {
    text().put("description", "The text of the message.");
    assertThat(disagreements())
        .containsExactly("MessageRequest.text: the schema says at most [2048], its description []");
  }

  @Test
  void findsLimitThatIsNotSet() {
    text().remove("maxLength");
    assertThat(disagreements())
        .containsExactly("MessageRequest.text: the schema says at most [], its description [2048]");
  }

  @Test
  void findsOtherLimitOfItems() {
    document
        .at("components", "schemas", "MessageRequest", "properties", "media", "items")
        .put("maxLength", 4095);
    assertThat(disagreements())
        .containsExactly(
            "MessageRequest.media: the schema says at most [10, 4095], its description [10, 4096]");
  }

  @Test
  void findsOtherLimitOfAlternative() {
    document.at("components", "schemas", "Recipients", "oneOf", 1).put("maxItems", 11);
    assertThat(disagreements())
        .containsExactly("Recipients: the schema says at most [11], its description [10]");
  }

  private Map<String, Object> text() {
    return document.at("components", "schemas", "MessageRequest", "properties", "text");
  }

  private List<String> disagreements() {
    return LimitsInWords.differences(document).stream()
        .map(LimitsInWords.Difference::toString)
        .toList();
  }
}
