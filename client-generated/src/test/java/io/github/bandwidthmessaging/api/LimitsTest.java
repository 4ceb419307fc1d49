package io.github.bandwidthmessaging.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits of the document are checked, and no limit is written in Java by hand. */
@NullUnmarked
class LimitsTest {
  private static final Path DOCUMENT = Path.of("../openapi/messaging.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Texts in code points, as JSON Schema counts them. */
  @ParameterizedTest
  @MethodSource("lengths")
  void takesWhatTheDocumentAllowsAndNoMore(String property, String rule, int limit)
      throws IOException {
    int beyond = rule.startsWith("max") ? limit + 1 : limit - 1;

    assertThat(violations(property, rule, limit)).isEmpty();
    assertThat(violations(property, rule, beyond))
        .containsExactly(new Violation(property, rule, "" + limit, "" + beyond));
  }

  static List<Arguments> lengths() throws IOException {
    List<Arguments> lengths = new ArrayList<>();
    JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(DOCUMENT.toFile());
    JsonNode properties = document.at("/components/schemas/MessageRequest/properties");
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      for (JsonNode form : forms(document, property.getValue()).toList()) {
        String kind = isText(form) ? "Length" : "Items";
        boolean texts = forms(document, form.path("items")).allMatch(LimitsTest::isText);
        for (String rule : List.of("max" + kind, "min" + kind)) {
          if (form.path(rule).asInt() > 0 && (isText(form) || texts)) {
            lengths.add(Arguments.of(property.getKey(), rule, form.get(rule).asInt()));
          }
        }
      }
    }
    return lengths;
  }

  @Test
  void namesValueOutsideTheAlternatives() throws IOException {
    assertThat(read("{\"to\": 1}").violations())
        .contains(new Violation("to", "oneOf", "one of its alternatives", "another"));
  }

  @Test
  void rejectsForeignAlternative() {
    assertThat(
            MessageRequest.builder()
                .from("12345")
                .to(new Recipients() {})
                .text("a")
                .applicationId("a")
                .build()
                .violations())
        .contains(new Violation("to", "oneOf", "one of its alternatives", "another"));
  }

  @Test
  void namesNullInAList() throws IOException {
    assertThat(read("{\"to\": [null], \"media\": [\"a\", null]}").violations())
        .contains(
            new Violation("to", "oneOf", "one of its alternatives", "another"),
            new Violation("media[1]", "type", "a value", "null"));
  }

  @Test
  void describesViolationInASentence() {
    Violation violation = new Violation("text", "maxLength", "2048", "2049");

    assertThat(violation.message()).isEqualTo("text: length must be at most 2048, given 2049");
    assertThat(violation)
        .hasToString("Violation{field=text, rule=maxLength, limit=2048, actual=2049}")
        .isEqualTo(new Violation("text", "maxLength", "2048", "2049"))
        .hasSameHashCodeAs(new Violation("text", "maxLength", "2048", "2049"))
        .isNotEqualTo(new Violation("tag", "maxLength", "2048", "2049"))
        .isNotEqualTo(new Violation("text", "minLength", "2048", "2049"))
        .isNotEqualTo(new Violation("text", "maxLength", "2047", "2049"))
        .isNotEqualTo(new Violation("text", "maxLength", "2048", "2050"));
  }

  @Test
  void leavesWhatIsOnlyReceivedUnchecked() {
    assertThat(Message.class.getMethods()).extracting("name").doesNotContain("violations");
  }

  /** Returns the schema, or its alternatives. */
  private static Stream<JsonNode> forms(JsonNode document, JsonNode schema) {
    if (schema.has("$ref")) {
      return forms(document, document.at(schema.get("$ref").asText().substring(1)));
    }
    return schema.has("oneOf")
        ? schema.get("oneOf").valueStream().flatMap(form -> forms(document, form))
        : Stream.of(schema);
  }

  private static boolean isText(JsonNode schema) {
    return schema.path("type").asText().equals("string")
        && Set.of("", "uri").contains(schema.path("format").asText());
  }

  private static List<Violation> violations(String property, String rule, int length)
      throws IOException {
    Object value =
        rule.endsWith("Length")
            ? "😀".repeat(length)
            : Collections.nCopies(length, "https://example.com");
    return read(JSON.writeValueAsString(Map.of(property, value))).violations().stream()
        .filter(violation -> violation.field().equals(property) && violation.rule().equals(rule))
        .toList();
  }

  private static MessageRequest read(String json) throws IOException {
    return RetrofitClient.moshi().adapter(MessageRequest.class).fromJson(json);
  }
}
