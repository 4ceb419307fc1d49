package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of a document become checks. */
@NullUnmarked
class LimitsTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String PACKAGE = "limited";
  private static final String REQUEST =
      """
      {"sender": "DE1", "to": ["a", "b"], "label": "longer", "contract": "a", "note": "%s"}
      """;

  @Test
  void editOfTheDocumentChangesTheCheck(@TempDir Path folder) throws Exception {
    ObjectNode document = (ObjectNode) YAML.readTree(Generation.DOCUMENT.toFile());
    ObjectNode properties =
        (ObjectNode) document.at("/components/schemas/ParcelRequest/properties");
    ((ObjectNode) properties.get("label")).put("maxLength", 5);
    ((ObjectNode) properties.get("note")).remove("maxLength");
    ((ObjectNode) properties.get("contract"))
        .put("pattern", "^[0-9a-f-]{36}$")
        .put("x-pattern-description", "36 digits, letters from a to f or hyphens");
    ((ObjectNode) document.at("/components/schemas/Recipients/oneOf/1")).put("maxItems", 1);
    String json = REQUEST.formatted("y".repeat(5000));

    assertThat(violations(document, folder, "ParcelRequest", json))
        .containsExactly(
            "Violation{field=to, rule=maxItems, limit=1, actual=2}",
            "Violation{field=label, rule=maxLength, limit=5, actual=6}",
            "Violation{field=contract, rule=pattern, limit=36 digits, letters from a to f or"
                + " hyphens, actual=1 characters}");
  }

  @Test
  void checksEveryKindOfLimitAtAnyDepth(@TempDir Path folder) throws Exception {
    JsonNode document =
        YAML.readTree(
            """
            openapi: 3.0.3
            info: {title: Rules, version: '1'}
            paths:
              /boxes:
                post:
                  operationId: pack
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Box'}}}}
                  responses: {'204': {description: Packed}}
            components:
              schemas:
                Short: {allOf: [{type: string}, {maxLength: 3}]}
                Color: {type: string, enum: [red, green]}
                Box:
                  type: object
                  required: [code]
                  anyOf: [{required: [inner]}, {required: [grid]}]
                  properties:
                    at: {$ref: '#/components/schemas/Short'}
                    color: {$ref: '#/components/schemas/Color'}
                    weight: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 9.5}
                    count: {type: integer, format: int32, minimum: 1, maximum: 9, exclusiveMaximum: true}
                    code: {type: string, minLength: 2, pattern: '[[&&a]$'}
                    inner: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Box'}}
                    grid: {type: array, items: {type: array, maxItems: 1, items: {type: string, minLength: 1}}}
                    free: {type: string}
                    age: {type: integer, format: int32, minimum: 18, x-sensitive: true}
            """);
    String broken =
        """
        {"at": "long", "color": "blue", "weight": 0, "count": 9, "code": "b", "free": "anything", "age": 17,
         "inner": [{"weight": 9.51, "inner": []}, {"code": "x["}, {"code": "x&"}],
         "grid": [["a"], ["", "b"]]}
        """;

    assertThat(violations(document, folder, "Box", broken))
        .extracting(v -> v.replaceAll("Violation\\{field=(.*), rule=(\\w+),.*", "$1 $2"))
        .containsExactly(
            "at maxLength",
            "color enum",
            "weight minimum",
            "count maximum",
            "code minLength",
            "code pattern",
            "inner[0].weight maximum",
            "inner[0].code required",
            "inner[0].inner minItems",
            "inner[1].inner required",
            "inner[2].inner required",
            "grid[1] maxItems",
            "grid[1][0] minLength",
            "age minimum");
    assertThat(violations(document, folder, "Box", broken))
        .contains(
            "Violation{field=color, rule=enum, limit=[red, green], actual=blue}",
            "Violation{field=inner[0].code, rule=required, limit=present, actual=absent}",
            "Violation{field=inner[1].inner, rule=required, limit=inner or grid, actual=absent}",
            "Violation{field=age, rule=minimum, limit=18, actual=***}");
  }

  @Test
  void checksWhatABodyByReferenceHoldsInMapsAndAlternatives(@TempDir Path folder) throws Exception {
    JsonNode document =
        YAML.readTree(
            """
            openapi: 3.0.3
            info: {title: Rules, version: '1'}
            paths:
              /boxes:
                post:
                  operationId: pack
                  requestBody: {$ref: '#/components/requestBodies/Again'}
                  responses: {'204': {description: Packed}}
            components:
              requestBodies:
                Again: {$ref: '#/components/requestBodies/Boxes'}
                Boxes: {content: {application/vnd.boxes+json; charset=utf-8: {schema: {type: array, items: {$ref: '#/components/schemas/Box'}}}}}
              schemas:
                Text: {type: string, maxLength: 1}
                Box:
                  type: object
                  properties:
                    texts: {type: object, additionalProperties: {$ref: '#/components/schemas/Text'}}
                    boxes: {type: object, additionalProperties: {$ref: '#/components/schemas/Box'}}
                    lists: {type: object, additionalProperties: {type: array, maxItems: 1, items: {type: object, additionalProperties: {$ref: '#/components/schemas/Text'}}}}
                    listed: {type: array, items: {type: object, additionalProperties: {type: string, x-sensitive: true, pattern: '^a'}}}
                    holes: {type: object, additionalProperties: {type: string, nullable: true, minLength: 1}}
                    pet: {$ref: '#/components/schemas/Pet'}
                  additionalProperties: {$ref: '#/components/schemas/More'}
                More: {type: object, properties: {n: {type: integer, format: int32, maximum: 1}}}
                Pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}
                Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, properties: {name: {type: string, maxLength: 2}}}]}
            """);
    String broken =
        """
        {"texts": {"a": "long", "b": "", "": "no"}, "boxes": {"x.y": {"texts": {"k": "long"}}},
         "lists": {"l": [{"m": "long"}, {}]}, "listed": [{"k": "b"}], "holes": {"a": "", "b": null},
         "pet": {"kind": "Cat", "name": "long"}, "other": {"n": 2}, "fine": {"n": 1}}
        """;

    assertThat(violations(document, folder, "Box", broken))
        .extracting(v -> v.replaceAll("Violation\\{field=(.*), rule=(\\w+),.*", "$1 $2"))
        .containsExactly(
            "texts.a maxLength",
            "texts. maxLength",
            "boxes.x.y.texts.k maxLength",
            "lists.l maxItems",
            "lists.l[0].m maxLength",
            "listed[0].k pattern",
            "holes.a minLength",
            "pet.name maxLength",
            "other.n maximum");
  }

  @Test
  void distinguishesPatternsOfPropertiesOfTheSameName(@TempDir Path folder) throws Exception {
    JsonNode document =
        YAML.readTree(
            """
            openapi: 3.0.3
            info: {title: Rules, version: '1'}
            paths:
              /pairs:
                post:
                  operationId: pair
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pair'}}}}
                  responses: {'204': {description: Paired}}
            components:
              schemas:
                Pair: {type: object, properties: {code: {type: string, pattern: '^a$'}, inner: {$ref: '#/components/schemas/Inner'}, again: {$ref: '#/components/schemas/Code'}}}
                Inner: {type: object, properties: {code: {allOf: [{type: string, pattern: 'b'}, {type: string, pattern: 'c'}]}}}
                Code: {type: string, pattern: '^d$'}
            """);

    assertThat(
            violations(
                document,
                folder,
                "Pair",
                "{\"code\":\"a\",\"again\":\"d\",\"inner\":{\"code\":\"bc\"}}"))
        .isEmpty();
    assertThat(
            violations(
                document,
                folder,
                "Pair",
                "{\"code\":\"a\\n\",\"again\":\"x\",\"inner\":{\"code\":\"x\"}}"))
        .extracting(
            v ->
                v.replaceAll(
                    "Violation\\{field=(.*), rule=pattern, limit=text that matches (.*), .*",
                    "$1 $2"))
        .containsExactlyInAnyOrder("code ^a$", "inner.code b", "inner.code c", "again ^d$");
  }

  @Test
  void hasNoRuleForAPatternThatJavaLacks(@TempDir Path folder) throws Exception {
    ObjectNode document = (ObjectNode) YAML.readTree(Generation.DOCUMENT.toFile());
    ObjectNode note = (ObjectNode) document.at("/components/schemas/ParcelRequest/properties/note");
    note.put("pattern", "^\\p{Letter}$").put("maxLength", 1);

    assertThat(
            violations(
                document,
                folder,
                "ParcelRequest",
                "{\"sender\":\"AB1\",\"to\":\"x\",\"label\":\"x\",\"contract\":\"c\",\"note\":\"12\"}"))
        .singleElement()
        .asString()
        .contains("field=note, rule=maxLength");
  }

  /** Generates the client of a document, compiles it, reads the JSON with it and asks it. */
  private static List<String> violations(JsonNode document, Path folder, String model, String json)
      throws Exception {
    Path input = folder.resolve("document.yaml");
    YAML.writeValue(input.toFile(), document);
    Path sources = folder.resolve("sources");
    Generation.generate(input, PACKAGE, sources);
    Path classes = folder.resolve("classes");
    assertThat(Generation.compile(sources, classes)).isEmpty();
    URL[] urls = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, LimitsTest.class.getClassLoader())) {
      Class<?> client = loader.loadClass(PACKAGE + ".RetrofitClient");
      Moshi moshi = (Moshi) client.getMethod("moshi").invoke(null);
      Class<?> type = loader.loadClass(PACKAGE + "." + model);
      JsonAdapter<Object> adapter = moshi.adapter((Type) type);
      Object value = adapter.fromJson(json);
      List<?> found = (List<?>) type.getMethod("violations").invoke(value);
      return found.stream().map(Object::toString).toList();
    }
  }
}
