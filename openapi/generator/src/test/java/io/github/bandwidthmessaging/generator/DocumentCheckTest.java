package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

@NullUnmarked
class DocumentCheckTest {
  private static final String HEAD = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";
  private static final String PATHS = HEAD + "paths:\n"; // 3 lines
  private static final String SCHEMAS = HEAD + "paths: {}\ncomponents:\n  schemas:\n"; // 5 lines
  private static final String NEWER = SCHEMAS.replace("3.0.3", "3.1.0");
  private static final String GET = "{get: {responses: {'200': {description: d}}";

  @TempDir private Path folder;

  // spotless:off
  static final List<Arguments> MISTAKES = List.of(
      // The file as such.
      row("", "", "1: the document is empty."),
      row("", "# nothing\n", "1: the document is empty."),
      row("", "just a text", "1: \"document\" must be an object, not a string."),
      row("", "info: {title: T, version: '1'}\npaths: {}", "1: the document needs \"openapi\"."),
      row("", "openapi: 3.9.0\ninfo: {title: T, version: '1'}\npaths: {}", "1: OpenAPI 3.9.0 is not known; use 3.0.3 or 3.1.0."),
      row(HEAD, "components: {}", "1: the document needs \"paths\"."),
      row(HEAD, "paths: {}\ncomponents:\n\tschemas: {}", "5: there is a tab; indent with spaces."),
      row(SCHEMAS, "    A:\n      type: object\n     properties: {}", "8: the indentation matches no previous line; it is neither inside nor next to the block of line 6."),
      row(SCHEMAS, "    A:\n      type: string\n        maxLength: 3", "8: a key cannot be here; fix the indentation, or put a string with a colon in quotes."),
      row(SCHEMAS, "    A: {description: Do: this}", "6: a colon cannot be here; put a string with a colon in quotes."),
      row(SCHEMAS, "    A:\n      type", "7: A: \"A\" must be an object, not a string."),
      row(SCHEMAS, "    A: {type: string", "6: the document ends in the middle of line 6."),
      row(SCHEMAS, "    A: *name", "6: the anchor name does not exist."),
      row(SCHEMAS, "    A: *50%s", "6: the anchor 50%s does not exist."),
      row(SCHEMAS, "    A: {properties: {a: {$ref: '#/components/schemas/A'}}, example: &x {a: *x}}", "1: with its aliases the document has more than 10,000,000 values."),
      row(SCHEMAS, "    A: {type: string}\n    A: {type: integer}", "7: \"A\" is here twice, first on line 6."),
      row(SCHEMAS, "    A: {example: {a: 1, a: 2}}", "6: \"a\" is here twice, first on line 6."),
      row(SCHEMAS, "    A:\n      properties:\n        a:\n        b: {type: string}", "8: A.a: \"a\" is empty; is the next line indented?"),
      // Keywords.
      row(HEAD, "pathes: {}", "3: \"pathes\" is not a keyword of the document; did you mean \"paths\"?"),
      row(PATHS, "  /a: {gett: {}}", "4: /a: \"gett\" is not a keyword of a path item; did you mean \"get\"?"),
      row(PATHS, "  /a: {get: {respones: {'200': {description: d}}}}", "4: GET /a: \"respones\" is not a keyword of an operation; did you mean \"responses\"?"),
      row(PATHS, "  /a:\n    get:\n      responses:\n      '200': {description: d}", "6: GET /a: \"responses\" is empty; is the next line indented?", "7: GET /a: \"200\" is not a keyword of an operation; is the indentation right?"),
      row(PATHS, "  /a: {get: {responses: {200: {descripton: d}}}}", "4: GET /a: \"descripton\" is not a keyword of a response; did you mean \"description\"?"),
      row(PATHS, "  /a: {get: {responses: {'200': {description: d, content: {text/plain: {shema: {}}}}}}}", "4: GET /a: \"shema\" is not a keyword of a media type; did you mean \"schema\"?"),
      row(PATHS, "  /a: {get: {responses: {OK: {description: d}}}}", "4: GET /a: \"OK\" is not a status such as '200' or default."),
      row(PATHS, "  /a: {get: {responses: {'200': {}}}}", "4: GET /a: a response needs \"description\"."),
      row(SCHEMAS, "    A: {type: object, requird: [a], properties: {a: {type: string, maxLenght: 3}}}", "6: A: \"requird\" is not a keyword of a schema; did you mean \"required\"?", "6: A.a: \"maxLenght\" is not a keyword of a schema; did you mean \"maxLength\"?"),
      row(SCHEMAS, "    A: {x-sensitve: true}", "6: A: \"x-sensitve\" is not known; did you mean \"x-sensitive\"?"),
      row(SCHEMAS, "    A: {const: 1}", "6: A: \"const\" needs OpenAPI 3.1."),
      row(NEWER, "    A: {maxlength: 1, anything: 2}", "6: A: \"maxlength\" is not a keyword of a schema; did you mean \"maxLength\"?"),
      row(SCHEMAS, "    A: {maxLength: '3', minItems: -1, uniqueItems: 1, minimum: x, title: 1.0}", "6: A: \"maxLength\" must be an integer, not a string.", "6: A: \"minItems\" must not be negative.", "6: A: \"uniqueItems\" must be a boolean, not an integer.", "6: A: \"minimum\" must be a number, not a string.", "6: A: \"title\" has 1.0, which YAML reads as a number; write '1.0'."),
      row(SCHEMAS, "    A: {exclusiveMinimum: 3}", "6: A: \"exclusiveMinimum\" must be a boolean, not an integer."),
      row(NEWER, "    A: {type: string, nullable: true}", "6: A: \"nullable\" is OpenAPI 3.0's; add 'null' to \"type\"."),
      row(NEWER, "    A: {exclusiveMinimum: true}", "6: A: \"exclusiveMinimum\" must be a number, not a boolean."),
      // References.
      row(SCHEMAS, "    Ab: {$ref: '#/components/schemas/Nope'}", "6: Ab: \"#/components/schemas/Nope\" does not exist."),
      row(SCHEMAS, "    Number: {$ref: '#/components/schemas/Numbr'}", "6: Number: \"#/components/schemas/Numbr\" does not exist; did you mean \"Number\"?"),
      row(SCHEMAS, "    Ab: {$ref: '#/component/schemas/Ab'}", "6: Ab: \"#/component/schemas/Ab\" does not exist; did you mean \"components\"?"),
      row(SCHEMAS, "    Ab: {$ref: 'nowhere.yaml#/Ab'}", "6: Ab: \"nowhere.yaml#/Ab\" does not exist."),
      row(SCHEMAS, "    A: {}\n    B: {properties: {a: {$ref: '#/components/schemas/A', maxLength: 3}}}", "7: B.a: \"maxLength\" is ignored next to $ref."),
      row(SCHEMAS, "    A: {$ref: '#/components/responses/R'}\n  responses: {R: {description: d}}", "6: A: \"#/components/responses/R\" is not a schema; those are in #/components/schemas."),
      row(SCHEMAS, "    A: {properties: {k: {}}, discriminator: {propertyName: k, mapping: {a: '#/components/schemas/Nope', b: B}}}", "6: A: \"#/components/schemas/Nope\" does not exist.", "6: A: \"B\" does not exist."),
      row(SCHEMAS, "    A: {properties: {kind: {}}}\n    P: {oneOf: [{$ref: '#/components/schemas/A'}], discriminator: {propertyName: kindd}}", "7: P: the alternative A has no discriminator property \"kindd\"; did you mean \"kind\"?"),
      row(PATHS, "  /a: " + GET + ", security: [{basik: []}]}}\ncomponents: {securitySchemes: {basic: {type: http, scheme: basic}}}", "4: GET /a: there is no security scheme \"basik\"; did you mean \"basic\"?"),
      // Schemas.
      row(SCHEMAS, "    A:\n      required: [aplicationId]\n      properties: {applicationId: {}}", "7: A: \"aplicationId\" is required, but there is no such property; did you mean \"applicationId\"?"),
      row(SCHEMAS, "    A: {required: [b], allOf: [{properties: {a: {}}}], anyOf: [{required: [c]}]}", "6: A: \"c\" is required, but there is no such property.", "6: A: \"b\" is required, but there is no such property."),
      row(SCHEMAS, "    A: {type: object, properties: {a: {type: string, required: true}}}", "6: A.a: \"required\" must be an array, not a boolean."),
      row(SCHEMAS, "    A: {type: int}", "6: A: \"int\" is not a type; did you mean \"integer\"?"),
      row(SCHEMAS, "    A: {type: [string, 'null']}", "6: A: a list of types needs OpenAPI 3.1."),
      row(SCHEMAS, "    A: {type: array}", "6: A: an array needs \"items\"."),
      row(SCHEMAS, "    A: {type: string, format: datetime}", "6: A: \"datetime\" is not a format; did you mean \"date-time\"?"),
      row(SCHEMAS, "    A: {type: string, minLength: 5, maxLength: 3}", "6: A: \"minLength\" is 5, more than \"maxLength\", which is 3."),
      row(SCHEMAS, "    A: {type: number, minimum: 2.5, maximum: 2}", "6: A: \"minimum\" is 2.5, more than \"maximum\", which is 2."),
      row(SCHEMAS, "    A: {type: string, pattern: '(a'}\n    B: {pattern: '[a'}\n    C: {pattern: '*a'}\n    D: {pattern: 'a)'}", "6: A: \"pattern\" has a ( without a ).", "7: B: \"pattern\" has a [ without a ].", "8: C: \"pattern\" has nothing before * to repeat.", "9: D: \"pattern\" has a ) without a (."),
      // Values.
      row(SCHEMAS, "    A:\n      type: string\n      enum: [DK, NO, SE]", "8: A: \"enum\" has NO, which YAML reads as a boolean; write 'NO'."),
      row(SCHEMAS, "    A: {enum: [a, off]}", "6: A: \"enum\" has off, which YAML reads as a boolean; write 'off'."),
      row(SCHEMAS, "    A: {type: string, enum: [010, 12:30, 1.10, 2024-01-01]}", "6: A: \"enum\" has 010, which YAML reads as an integer; write '010'.", "6: A: \"enum\" has 12:30, which YAML reads as an integer; write '12:30'.", "6: A: \"enum\" has 1.10, which YAML reads as a number; write '1.10'."),
      row(SCHEMAS, "    A: {properties: {on: {type: string}}}", "6: YAML reads the key on as a boolean; write 'on'."),
      row(SCHEMAS, "    A: {type: integer, enum: [1, two]}", "6: A: \"enum\": 'two' does not have the type integer."),
      row(SCHEMAS, "    A: {type: string, enum: [a, b, a]}", "6: A: \"a\" is in the enum twice."),
      row(SCHEMAS, "    A: {type: string, enum: [high, default], default: hihg}", "6: A: \"default\": 'hihg' is not in the enum; did you mean \"high\"?"),
      row(SCHEMAS, "    E: {enum: [high]}\n    A: {allOf: [{$ref: '#/components/schemas/E'}], default: low}", "7: A: \"default\": 'low' is not in the enum."),
      row(SCHEMAS, "    A: {type: integer, default: ten, example: [1]}", "6: A: \"default\": 'ten' does not have the type integer.", "6: A: \"example\": an array does not have the type integer."),
      row(SCHEMAS, "    A: {type: array, items: {properties: {a: {type: boolean}}}, example: [{a: x}]}", "6: A: \"example\": 'x' does not have the type boolean."),
      row(SCHEMAS, "    A: {type: integer, maximum: 5, default: 6}", "6: A: \"default\" is 6, which is beyond \"maximum\"."),
      // Operations.
      row(PATHS, "  a: " + GET + "}}", "4: the path \"a\" must begin with a slash."),
      row(PATHS, "  /a/{id}: " + GET + "}}", "4: GET /a/{id}: there is no parameter with \"in: path\" for {id}."),
      row(PATHS, "  /a/{ids}: " + GET + ", parameters: [{name: id, in: path, required: true, schema: {}}]}}", "4: GET /a/{ids}: the path has no {id} for the parameter.", "4: GET /a/{ids}: there is no parameter with \"in: path\" for {ids}; did you mean \"id\"?"),
      row(PATHS, "  /a/{id}: " + GET + ", parameters: [{name: id, in: path, schema: {}}]}}", "4: GET /a/{id}: the path parameter \"id\" needs \"required: true\"."),
      row(PATHS, "  /a: " + GET + ", parameters: [{name: q, in: querry}]}}", "4: GET /a: \"in\" cannot be \"querry\"; did you mean \"query\"?", "4: GET /a: the parameter \"q\" needs either \"schema\" or \"content\"."),
      row(PATHS, "  /a: " + GET + ", parameters: [{name: q, in: query, schema: {type: integer}, example: x}]}}", "4: GET /a: \"example\": 'x' does not have the type integer."),
      row(PATHS, "  /a: " + GET + ", parameters: [{name: q, in: query, schema: {}}, {name: q, in: query, schema: {}}]}}", "4: GET /a: there are two parameters \"q\" with \"in: query\"."),
      row(PATHS, "  /a: " + GET + ", operationId: get}}\n  /b: " + GET + ", operationId: get}}", "5: GET /b: the operationId \"get\" is already used, on line 4."));
  // spotless:on

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void reportsLineAndMistake(String document, List<String> complaints) throws IOException {
    assertThat(complaints(document.getBytes(StandardCharsets.UTF_8)))
        .containsExactlyElementsOf(complaints.stream().map(s -> "mistaken.yaml:" + s).toList());
  }

  @Test
  void reportsTheLineThatIsNotUtf8() throws IOException {
    assertThat(complaints((HEAD + "paths: {} # für\n").getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly("mistaken.yaml:3: this line is not UTF-8.");
  }

  @Test
  void findsNothingInWhatIsLegal() throws IOException {
    String legal =
        """
        \uFEFFopenapi: 3.1.0
        info: {title: T, version: '1'}
        webhooks: {w: {post: {x-any: 1}}}
        components:
          schemas:
            A: &a
              type: [object, 'null']
              required: [a, b]
              properties: {a: {type: string, format: color, default: 2024-01-01}}
              allOf: [{properties: {b: {type: number, maximum: 1e3, example: 5}}}]
            B:
              <<: *a
              description: Merged.
            C: {$ref: '#/components/schemas/A/allOf/0', description: Another.}
            D: {$ref: '#/paths/~1a~1%7Bid%7D/get/parameters/0/schema'}
            E: {type: object, required: [free], additionalProperties: true}
            G: {properties: {a: true}, not: {required: [z]}}
            H: {$id: https://example.com/h, $ref: '#/$defs/I', $defs: {I: {type: string}}}
            F: {pattern: '^[^]*[[(?*](?:a|b)?(?=c)\\($', enum: [true, 1.0, null, x]}
        paths:
          /a/{id}:
            get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}]}
        """;

    assertThat(complaints(legal.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void readsJsonIndentedByTabs() throws IOException {
    String json =
        "{\n\t\"openapi\": \"3.0.3\",\n\t\"info\": {\"title\": \"\\ud83d\\ude00\\/\"},\n\t\"paths\": {}\n}";

    assertThat(complaints(json.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("mistaken.yaml:3: an info needs \"version\".");
  }

  private List<String> complaints(byte[] document) throws IOException {
    return DocumentCheck.complaints(Files.write(folder.resolve("mistaken.yaml"), document)).stream()
        .map(DocumentCheck.Complaint::toString)
        .toList();
  }

  private static Arguments row(String head, String document, String... complaints) {
    return Arguments.of(head + document, List.of(complaints));
  }
}
