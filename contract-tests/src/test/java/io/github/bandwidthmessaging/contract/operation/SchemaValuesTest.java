package io.github.bandwidthmessaging.contract.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The values on which client, document and Prism have to agree. */
final class SchemaValuesTest {
  @Test
  void valuesReachBothSidesOfEachBoundaryOfAnyDocument() throws Exception {
    JsonNode document =
        document(
            """
            type: object
            required: [code]
            additionalProperties: false
            anyOf: [{required: [small]}, {required: [list]}]
            properties:
              code: {type: string, pattern: '^(a|[0-9]{2,4})$', example: a}
              small: {type: string, minLength: 2, maxLength: 3}
              list: {type: array, minItems: 1, maxItems: 2, items: {type: string, format: uri}}
              either: {oneOf: [{type: string, enum: [one, two]}, {type: array, items: {type: string}}]}
            """);
    List<SchemaValues.Boundary> boundaries = boundaries(document);
    DocumentSchema schema = new DocumentSchema(document, "Value");

    for (SchemaValues.Boundary boundary : boundaries) {
      for (int i = 0; i < 50; i++) {
        JsonNode value = boundary.value();
        assertThat(boundary.isWrongAbout(schema.violations(value).isEmpty()))
            .as("%s: %s", boundary.name(), value)
            .isFalse();
      }
    }
    assertThat(boundaries.stream().map(SchemaValues.Boundary::keyword).distinct())
        .containsExactlyInAnyOrder(
            ": value",
            ": type",
            ": only",
            ": anyOf",
            ": additionalProperties",
            "code: value",
            "code: type",
            "code: pattern",
            "code: absent",
            "small: value",
            "small: type",
            "small: minLength",
            "small: maxLength",
            "small: absent",
            "list: value",
            "list: type",
            "list: minItems",
            "list: maxItems",
            "list[]: value",
            "list[]: type",
            "list[]: format",
            "list: absent",
            "either: value",
            "either: type",
            "either: enum",
            "either[]: value",
            "either[]: type",
            "either: absent");
  }

  @Test
  void patternWalkFindsTheLimitsOfAPattern() {
    PatternWalk walk = new PatternWalk("^(a|[0-9]{2,4})$", "a", new Random(1));
    for (int i = 0; i < 100; i++) {
      assertThat(walk.longest()).matches("a|[0-9]{4}");
      assertThat(walk.shortest()).matches("a|[0-9]{2}");
      assertThat(walk.tooLong()).doesNotMatch("a|[0-9]{2,4}");
      assertThat(walk.tooShort()).doesNotMatch("a|[0-9]{2,4}");
    }
  }

  @Test
  void takesEveryTextForAnUnknownFormat() throws Exception {
    assertThat(boundaries(document("{type: string, format: iban}")))
        .extracting(SchemaValues.Boundary::keyword)
        .containsExactly(": value", ": type");
  }

  @Test
  void startsAtAnyTextThatMatchesWithoutAnExample() {
    assertThat(new PatternWalk("^[A-Z]{2}\\d{2,4}$", "", new Random(1)).matching())
        .matches("[A-Z]{2}\\d{2,4}");
  }

  @Test
  void refusesPatternThatNothingMatches() throws Exception {
    JsonNode impossible = document("{type: string, pattern: '^a$b'}");
    assertThatThrownBy(() -> boundaries(impossible)).hasMessageContaining("no example");
  }

  private static List<SchemaValues.Boundary> boundaries(JsonNode document) {
    return new SchemaValues(document, new Random(1))
        .boundaries(document.at("/components/schemas/Value"));
  }

  private static JsonNode document(String schema) throws Exception {
    return new YAMLMapper().readTree("components:\n  schemas:\n    Value:\n" + schema.indent(6));
  }
}
