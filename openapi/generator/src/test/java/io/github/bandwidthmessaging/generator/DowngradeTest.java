package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class DowngradeTest {
  private static final String HEAD =
      "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n    B: {type: object}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: [string, 'null']} | {nullable: true, type: string}",
        "{type: [string, integer], minLength: 1, minimum: 2, format: int64} |"
            + " {anyOf: [{type: string, minLength: 1}, {type: integer, minimum: 2, format: int64}]}",
        "{type: [string, number, boolean, array, object, 'null']} | {nullable: true}",
        "{type: 'null'} | {nullable: true}",
        "{type: integer, exclusiveMinimum: 5, exclusiveMaximum: 7.5} |"
            + " {minimum: 5, exclusiveMinimum: true, maximum: 7.5, exclusiveMaximum: true, type: integer}",
        "{type: integer, minimum: 6, exclusiveMinimum: 5} | {minimum: 6, type: integer}",
        "{const: a} | {enum: [a], type: string}",
        "{enum: [a, 1, null]} |"
            + " {nullable: true, anyOf: [{type: string, enum: [a]}, {type: integer, enum: [1]}]}",
        "{type: string, contentEncoding: base64} | {format: byte, type: string}",
        "{type: string, contentMediaType: image/png} | {format: binary, type: string}",
        "{type: string, contentMediaType: application/json} | {type: string}",
        "{type: array} | {type: array, items: {}}",
        "{type: array, prefixItems: [{type: string}, {type: boolean}], items: false} |"
            + " {maxItems: 2, items: {anyOf: [{type: string}, {type: boolean}]}, type: array}",
        "{type: array, prefixItems: [{type: string}]} | {items: {}, type: array}",
        "{$ref: '#/components/schemas/B', maxProperties: 3} |"
            + " {allOf: [{$ref: '#/components/schemas/B'}, {maxProperties: 3}]}",
        "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/B', description: x}]} |"
            + " {nullable: true, oneOf: [{$ref: '#/components/schemas/B'}]}",
        "{type: string, examples: [x, y]} | {example: x, type: string}",
        "{type: object, properties: {a: false, b: true}} | {properties: {b: {}}, type: object}",
        "{type: object, unevaluatedProperties: false} | {additionalProperties: false, type: object}",
      })
  void convertsASchemaToOpenApi30(String newer, String older) throws IOException {
    Downgrade.Result result = downgrade(HEAD + "    A: " + newer + "\n");

    assertThat(result.document().at("/components/schemas/A"))
        .isEqualTo(References.tree("a: " + older).get("a"));
    assertThat(result.document().get("openapi").asText()).isEqualTo("3.0.3");
    assertThat(result.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{not: {type: string}} | A: not cannot be checked.",
        "{properties: {a: {contains: {type: string}, minContains: 2}}} |"
            + " A.a: contains, minContains cannot be checked.",
        "{if: {required: [a]}, then: {required: [b]}, else: {required: [c]}} |"
            + " A: if, then, else cannot be checked.",
        "{type: object, patternProperties: {a: {type: string}}} |"
            + " A: patternProperties cannot be checked.",
        "{dependencies: {a: [b]}} | A: \"dependencies\" is not a keyword of JSON Schema.",
        "{$schema: 'http://json-schema.org/draft-07/schema#'} |"
            + " A: it is read as JSON Schema 2020-12, not as http://json-schema.org/draft-07/schema.",
      })
  void warnsOfWhatIsNotChecked(String schema, String warning) throws IOException {
    assertThat(downgrade(HEAD + "    A: " + schema + "\n").warnings()).containsExactly(warning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{$ref: '#/components/schemas/B/properties/c'} |"
            + " it refers to #/components/schemas/B/properties/c, which does not exist",
        "{$ref: 'https://example.com/b'} | it refers to https://example.com/b, which is not fetched",
        "{$ref: '#b'} | it refers to #b, which does not exist",
        "{type: {enum: [a]}} | its \"type\" is an object, not a string or a list",
        "{allOf: [false]} | it allows no value",
        "{if: {required: [a]}, then: {$ref: '#/components/schemas/B'}} |"
            + " its \"then\" has \"$ref\", which has no Java type",
      })
  void refusesASchemaThatCannotBeWritten(String schema, String reason) {
    assertThatThrownBy(() -> downgrade(HEAD + "    A: " + schema + "\n"))
        .hasMessage("Schema A cannot be generated: " + reason + ".");
  }

  @Test
  void leavesADocumentThatOpenApiGeneratorCanRead() throws IOException {
    String document = HEAD.replace("3.1.0", "3.0.3");

    assertThat(downgrade(document + "    A: {$ref: '#/components/schemas/B'}\n")).isNull();
    assertThat(
            downgrade(
                document
                    + "    A: {properties: {a: {type: string}, b: {$ref: '#/components/schemas/A/properties/a'}}}\n"))
        .isNotNull();
  }

  @Test
  void readsOtherFiles() throws IOException {
    Files.writeString(
        folder.resolve("other.yaml"),
        "$defs: {C: {type: [string, 'null']}, D: {type: array, items: {$ref: '#/$defs/C'}}}");

    JsonNode schemas =
        downgrade(HEAD + "    A: {$ref: 'other.yaml#/$defs/D'}\n")
            .document()
            .at("/components/schemas");

    assertThat(schemas.get("A").get("$ref").asText()).isEqualTo("#/components/schemas/D");
    assertThat(schemas.get("D").at("/items/$ref").asText()).isEqualTo("#/components/schemas/C");
    assertThat(schemas.get("C").get("nullable").asBoolean()).isTrue();
  }

  private Downgrade.Result downgrade(String document) throws IOException {
    return Downgrade.of(Files.writeString(folder.resolve("document.yaml"), document).toString());
  }
}
