package io.github.bandwidthmessaging.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.StringWriter;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of a document become checks, and no limit is written in Java. */
@NullUnmarked
class LimitsTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String REQUEST =
      """
      {"from": "%s", "to": %s, "text": "%s", "applicationId": "a", "tag": "%s"}
      """;

  @Test
  void takesWhatTheDocumentAllows() {
    assertThat(request("+12345678901", List.of("+12345678902"), "x".repeat(2048), "y".repeat(1024)))
        .isEmpty();
    assertThat(request("12345", List.of("+12345678902"), "", "")).isEmpty();
  }

  @Test
  void namesEveryLimitThatIsBroken() {
    List<String> eleven = Stream.generate(() -> "+12345678902").limit(10).toList();
    eleven = Stream.concat(eleven.stream(), Stream.of("12345678902\n")).toList();

    assertThat(request("+1invalid", eleven, "x".repeat(2049), "y".repeat(1025)))
        .extracting(Violation::field, Violation::rule, Violation::actual)
        .containsExactly(
            tuple("from", "pattern", "9 characters"),
            tuple("to", "maxItems", "11"),
            tuple("to[10]", "pattern", "12 characters"),
            tuple("text", "maxLength", "2049"),
            tuple("tag", "maxLength", "1025"));
  }

  @Test
  void countsCodePointsAsJsonSchemaDoes() {
    assertThat(request("12345", List.of("+12345678902"), "😀".repeat(2048), "")).isEmpty();
    assertThat(request("12345", List.of("+12345678902"), "😀".repeat(2049), ""))
        .containsExactly(new Violation("text", "maxLength", "2048", "2049"));
  }

  @Test
  void takesLineBreakAtTheEndForNoPartOfANumber() {
    assertThat(request("+12345678901\n", List.of("+12345678902"), "a", ""))
        .extracting(Violation::field)
        .containsExactly("from");
  }

  @Test
  void editOfTheDocumentChangesTheCheck(@TempDir Path folder) throws Exception {
    ObjectNode document = (ObjectNode) YAML.readTree(Generation.DOCUMENT.toFile());
    ObjectNode properties =
        (ObjectNode) document.at("/components/schemas/MessageRequest/properties");
    ((ObjectNode) properties.get("text")).put("maxLength", 5);
    ((ObjectNode) properties.get("tag")).remove("maxLength");
    ((ObjectNode) properties.get("applicationId")).put("pattern", "^[0-9a-f-]{36}$");
    ((ObjectNode) document.at("/components/schemas/Recipients/oneOf/1")).put("maxItems", 1);
    String json =
        REQUEST.formatted(
            "12345", "[\"+12345678902\", \"+12345678903\"]", "longer", "y".repeat(5000));

    assertThat(violations(document, folder, "MessageRequest", json))
        .containsExactly(
            "Violation[field=to, rule=maxItems, limit=1, actual=2]",
            "Violation[field=text, rule=maxLength, limit=5, actual=6]",
            "Violation[field=applicationId, rule=pattern, limit=^[0-9a-f-]{36}$, actual=1"
                + " characters]");
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
        .extracting(v -> v.replaceAll("Violation\\[field=(.*), rule=(\\w+),.*", "$1 $2"))
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
            "Violation[field=color, rule=enum, limit=[red, green], actual=blue]",
            "Violation[field=inner[0].code, rule=required, limit=present, actual=absent]",
            "Violation[field=inner[1].inner, rule=required, limit=inner or grid, actual=absent]",
            "Violation[field=age, rule=minimum, limit=18, actual=***]");
  }

  @Test
  void namesValueThatIsNoneOfTheAlternatives() throws Exception {
    MessageRequest request =
        RetrofitClient.moshi()
            .adapter(MessageRequest.class)
            .fromJson(
                "{\"from\": \"12345\", \"to\": 1, \"text\": \"a\", \"applicationId\": \"a\"}");

    assertThat(request.violations())
        .containsExactly(new Violation("to", "oneOf", "one of its alternatives", "another"));
  }

  @Test
  void namesNullInAList() throws Exception {
    MessageRequest request =
        RetrofitClient.moshi()
            .adapter(MessageRequest.class)
            .fromJson(
                "{\"from\": \"12345\", \"to\": [null], \"media\": [\"a\", null],"
                    + " \"applicationId\": \"a\"}");

    assertThat(request.violations())
        .containsExactly(
            new Violation("to", "oneOf", "one of its alternatives", "another"),
            new Violation("media[1]", "type", "not null", "null"));
  }

  @Test
  void refusesPatternThatJavaDoesNotUnderstand(@TempDir Path folder) throws Exception {
    ObjectNode document = (ObjectNode) YAML.readTree(Generation.DOCUMENT.toFile());
    ((ObjectNode) document.at("/components/schemas/MessageRequest/properties/tag"))
        .put("pattern", "(?<!a*");
    Path input = folder.resolve("document.yaml");
    YAML.writeValue(input.toFile(), document);

    assertThatThrownBy(() -> Generation.generate(input, folder.resolve("sources")))
        .hasMessageContaining("Java does not understand its pattern");
  }

  @Test
  void leavesWhatIsOnlyReceivedUnchecked() {
    assertThat(Message.class.getMethods()).extracting("name").doesNotContain("violations");
  }

  private static List<Violation> request(String from, List<String> to, String text, String tag) {
    return MessageRequest.builder()
        .from(from)
        .to(Recipients.of(to))
        .text(text)
        .applicationId("a")
        .tag(tag)
        .build()
        .violations();
  }

  /** Generates the client of a document, compiles it, reads the JSON with it and asks it. */
  private static List<String> violations(JsonNode document, Path folder, String model, String json)
      throws Exception {
    Path input = folder.resolve("document.yaml");
    YAML.writeValue(input.toFile(), document);
    Path sources = folder.resolve("sources");
    List<Path> files = new ArrayList<>();
    Generation.generate(input, sources).keySet().forEach(f -> files.add(sources.resolve(f)));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  problems,
                  manager,
                  null,
                  List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString()),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(problems.toString()).isTrue();
    }
    try (Edited loader = new Edited(classes.toUri().toURL())) {
      String client = LimitsTest.class.getPackageName();
      Moshi moshi =
          (Moshi) loader.loadClass(client + ".RetrofitClient").getMethod("moshi").invoke(null);
      Class<?> type = loader.loadClass(client + "." + model);
      JsonAdapter<Object> adapter = moshi.adapter((Type) type);
      Object value = adapter.fromJson(json);
      List<?> found = (List<?>) type.getMethod("violations").invoke(value);
      return found.stream().map(Object::toString).toList();
    }
  }

  /** Takes the client of the edited document, and all else from the tests. */
  private static final class Edited extends URLClassLoader {
    Edited(URL classes) {
      super(new URL[] {classes}, LimitsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(LimitsTest.class.getPackageName() + ".")) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }
  }
}
