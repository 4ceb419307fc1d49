package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.toSet;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Retrofit;
import retrofit2.http.POST;

/**
 * Whatever a document calls a thing, it has a class, a method or a constant.
 *
 * <p>The hardest names come from the templates and from what they generate: a schema may be called
 * like any class there, a property like any variable.
 */
@NullUnmarked
@Tag("thorough")
class AnyNameTest {
  private static final Path TEMPLATES = Path.of("../generator/src/main/resources/retrofit-moshi");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final int CHUNK = 120;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What is not a name in Java. */
  private static final List<String> FOREIGN =
      List.of(
          "1st",
          "-1",
          "+1",
          "<=",
          "a b",
          "a-b",
          "A_B",
          "été",
          "日本",
          "😀",
          "\u0378",
          "$",
          "_",
          "__",
          "$ref",
          "a.b",
          "a\"b",
          "a\\b",
          "a/b",
          "a'b",
          "n".repeat(300));

  private static final Set<String> WORDS = new TreeSet<>();
  private static final Set<String> TYPES = new TreeSet<>();

  @TempDir private Path folder;

  private final ObjectNode document = MAPPER.createObjectNode().put("openapi", "3.0.3");
  private final ObjectNode paths = document.putObject("paths");
  private final ObjectNode schemas = document.putObject("components").putObject("schemas");

  AnyNameTest() {
    document.putObject("info").put("title", "Names").put("version", "1");
  }

  @BeforeAll
  static void findNames(@TempDir Path torture) throws IOException {
    Set<String> own =
        Generation.generate(Generation.TORTURE, "torture", torture).keySet().stream()
            .map(file -> file.replaceAll(".*/|\\.java$", ""))
            .collect(toSet());
    for (Path folder : List.of(TEMPLATES, torture)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(Files::isRegularFile)
            .map(Generation::read)
            .flatMap(text -> WORD.matcher(text).results())
            .map(MatchResult::group)
            .forEach(WORDS::add);
      }
    }
    RetrofitMoshiCodegen generator = new RetrofitMoshiCodegen();
    WORDS.addAll(generator.reservedWords());
    TYPES.addAll(generator.typeMapping().keySet());
    TYPES.addAll(generator.importMapping().keySet());
    TYPES.addAll(generator.languageSpecificPrimitives());
    WORDS.stream().filter(word -> Character.isUpperCase(word.charAt(0))).forEach(TYPES::add);
    TYPES.removeAll(own);
    Path lang =
        FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/lang");
    try (Stream<Path> classes = Files.list(lang)) {
      classes
          .map(file -> file.getFileName().toString())
          .filter(file -> file.matches("\\w+\\.class"))
          .forEach(file -> TYPES.add(file.replace(".class", "")));
    }
    TYPES.addAll(FOREIGN);
    // OpenAPI allows no other characters in the name of a schema.
    TYPES.removeIf(name -> !name.matches("[A-Za-z0-9._-]+"));
    assertThat(TYPES).contains("Number", "GET", "Collections", "date", "Converters", "Thread");
    assertThat(WORDS).contains("builder", "writer", "this", "unknown");
  }

  @Test
  void namesAnObject() throws Exception {
    Map<String, String> samples = new LinkedHashMap<>();
    for (String name : TYPES) {
      ObjectNode object = schemas.putObject(name).put("type", "object");
      ObjectNode properties = object.putObject("properties");
      properties.putObject("text").put("type", "string").put("maxLength", 9);
      properties.putObject("number").put("type", "number").put("minimum", 1);
      properties.putObject("time").put("type", "string").put("format", "date-time");
      properties.set("same", ref(name));
      properties.putObject("list").put("type", "array").set("items", ref(name));
      properties.putObject("map").put("type", "object").set("additionalProperties", ref(name));
      samples.put(
          name,
          """
          {"text":"a","number":1.50,"time":"2024-01-01T00:00:00Z","same":{"text":"b"},\
          "list":[{}],"map":{"a":{}},"unknown":1}""");
    }

    assertRoundTrip(samples);
  }

  @Test
  void namesAnEnumOrAUnion() throws Exception {
    Map<String, String> samples = new LinkedHashMap<>();
    for (String name : TYPES) {
      ObjectNode schema = schemas.putObject(name);
      if (samples.size() % 2 == 0) {
        schema.put("type", "string").putArray("enum").add("a").add("b");
      } else {
        schema.putArray("oneOf").add(text()).addObject().put("type", "array").set("items", text());
      }
      samples.put(name, "\"a\"");
    }

    assertRoundTrip(samples);
  }

  @Test
  void namesAPropertyOrAConstant() throws Exception {
    Map<String, String> samples = new LinkedHashMap<>();
    for (List<String> names : chunks()) {
      ObjectNode json = MAPPER.createObjectNode();
      ObjectNode open = MAPPER.createObjectNode();
      ObjectNode personal = MAPPER.createObjectNode();
      for (String name : names) {
        json.put(name, name);
        open.set(name, text().put("maxLength", 999));
        personal.set(name, text().put("x-sensitive", true));
      }
      int n = samples.size();
      schemas.putObject("Open" + n).put("type", "object").set("properties", open);
      schemas.putObject("Personal" + n).put("type", "object").set("properties", personal);
      // The properties that two alternatives share are methods of the union, too.
      ObjectNode union = schemas.putObject("Union" + n);
      union.putArray("oneOf").add(ref("Open" + n)).add(ref("Personal" + n));
      union
          .putObject("discriminator")
          .put("propertyName", names.get(0))
          .putObject("mapping")
          .put(names.get(0), ref("Open" + n).get("$ref").asText());
      ObjectNode constants = schemas.putObject("Constants" + n).put("type", "string");
      constants.set("enum", MAPPER.valueToTree(names));
      samples.put("Open" + n, json.toString());
      samples.put("Personal" + n, json.toString());
      samples.put("Union" + n, json.toString());
      samples.put("Constants" + n, MAPPER.valueToTree(names.get(1)).toString());
    }

    assertRoundTrip(samples);
  }

  @Test
  void namesAParameterAnOperationOrATag() throws Exception {
    for (List<String> names : chunks()) {
      ObjectNode fields = MAPPER.createObjectNode();
      // A proxy of Java cannot have all operations in one interface.
      String tag = names.get(0);
      ObjectNode query = operation("get", tag);
      ObjectNode headers = operation("get", tag);
      for (String name : names) {
        fields.set(name, text());
        parameter(query, name, "query");
        // HTTP has only such names.
        if (name.matches("\\w+")) {
          parameter(headers, name, "header");
        }
        operation("get", tag).put("operationId", name);
        operation("get", name);
      }
      operation("post", tag)
          .putObject("requestBody")
          .putObject("content")
          .putObject("application/x-www-form-urlencoded")
          .putObject("schema")
          .put("type", "object")
          .set("properties", fields);
    }

    assertRoundTrip(Map.of());
  }

  private static List<List<String>> chunks() {
    Set<String> all = new LinkedHashSet<>(WORDS);
    all.addAll(FOREIGN);
    List<String> names = List.copyOf(all);
    List<List<String>> chunks = new ArrayList<>();
    for (int i = 0; i < names.size(); i += CHUNK) {
      chunks.add(names.subList(i, Math.min(names.size(), i + CHUNK)));
    }
    return chunks;
  }

  private static ObjectNode ref(String schema) {
    return MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
  }

  private static ObjectNode text() {
    return MAPPER.createObjectNode().put("type", "string");
  }

  private static void parameter(ObjectNode operation, String name, String in) {
    operation
        .withArray("parameters")
        .addObject()
        .put("name", name)
        .put("in", in)
        .set("schema", text());
  }

  private ObjectNode operation(String method, String tag) {
    ObjectNode operation = paths.putObject("/p" + paths.size()).putObject(method);
    operation.putArray("tags").add(tag);
    operation.putObject("responses").putObject("204").put("description", "Done.");
    return operation;
  }

  /** Adds an operation that sends and returns each schema, and reads and writes its sample. */
  private void assertRoundTrip(Map<String, String> samples) throws Exception {
    samples.forEach(
        (name, sample) -> {
          ObjectNode operation = paths.putObject("/" + name).putObject("post");
          JsonNode content =
              MAPPER
                  .createObjectNode()
                  .set("application/json", MAPPER.createObjectNode().set("schema", ref(name)));
          operation.putObject("requestBody").set("content", content);
          operation
              .putObject("responses")
              .putObject("200")
              .put("description", "Done.")
              .set("content", content);
        });
    Path file = Files.writeString(folder.resolve("names.json"), document.toString());
    Path sources = folder.resolve("sources");
    Path classes = folder.resolve("classes");
    Generation.generate(file, "names", sources);
    assertThat(Generation.compile(sources, classes)).isEmpty();

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> client = Class.forName("names.RetrofitClient", true, loader);
      Retrofit retrofit = Generation.retrofit(client);
      Map<String, Type> bodies = new HashMap<>();
      for (Map.Entry<String, String> source : Generation.sources(sources).entrySet()) {
        if (source.getValue().contains("import retrofit2.Call;")) {
          String name = source.getKey().replaceAll(".*/|\\.java$", "");
          Class<?> api = Class.forName("names." + name, true, loader);
          retrofit.create(api);
          for (Method method : api.getMethods()) {
            POST post = method.getAnnotation(POST.class);
            // An operation whose body is optional has a method without it as well.
            if (post != null && method.getParameterCount() > 0) {
              bodies.put(post.value(), method.getGenericParameterTypes()[0]);
            }
          }
        }
      }
      Moshi moshi = (Moshi) client.getMethod("moshi").invoke(null);
      for (Map.Entry<String, String> sample : samples.entrySet()) {
        JsonAdapter<Object> adapter = moshi.adapter(bodies.get(sample.getKey()));
        Object value = adapter.fromJson(sample.getValue());
        assertThat(value.getClass().getName())
            .as(sample.getKey())
            .startsWith("names.")
            .doesNotEndWith("Unknown");
        assertThatJson(adapter.toJson(value)).as(sample.getKey()).isEqualTo(sample.getValue());
      }
    }
  }
}
