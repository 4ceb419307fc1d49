package io.github.bandwidthmessaging.generator;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Retrofit;

/**
 * Small documents, each with a construct that is easily got wrong.
 *
 * <p>Each document says what to expect: under {@code x-json} JSON that its classes read and write
 * again, none of it an unknown value of an enum, under {@code x-class} which class some JSON
 * becomes, under {@code x-violations} which limits it breaks, under {@code x-new} what is written
 * of a new object, by its class and the class it is written as, or under {@code x-stop} the
 * sentence that ends the build.
 */
@NullUnmarked
class DocumentsTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  @TempDir private Path folder;

  static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void becomesAClientThatReadsAndWritesItsJsonOrStops(Path document) throws Exception {
    JsonNode root = new YAMLMapper().readTree(document.toFile());
    Path sources = folder.resolve("sources");
    if (root.has("x-stop")) {
      assertThatThrownBy(() -> Generation.generate(document, "documents", sources))
          .hasMessageMatching(
              Pattern.quote(document.getFileName() + ":")
                  + "\\d+: "
                  + Pattern.quote(root.get("x-stop").asText()))
          .hasNoCause();
      return;
    }

    Generation.generate(document, "documents", sources);
    Path classes = folder.resolve("classes");
    assertThat(Generation.compile(sources, classes)).isEmpty();

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> client = Class.forName("documents.RetrofitClient", true, loader);
      Retrofit retrofit = Generation.retrofit(client);
      for (String source : Generation.sources(sources).keySet()) {
        if (source.endsWith("Api.java")) {
          retrofit.create(load(loader, source.replaceAll(".*/|\\.java$", "")));
        }
      }
      Moshi moshi = (Moshi) client.getMethod("moshi").invoke(null);
      for (Map.Entry<String, JsonNode> samples : root.path("x-json").properties()) {
        JsonAdapter<?> adapter = moshi.adapter(ofSchema(loader, samples.getKey()));
        for (JsonNode sample : samples.getValue()) {
          assertRoundTrip(adapter, sample.asText());
        }
      }
      for (Map.Entry<String, JsonNode> samples : root.path("x-class").properties()) {
        JsonAdapter<?> adapter = moshi.adapter(load(loader, samples.getKey()));
        for (Map.Entry<String, JsonNode> sample : samples.getValue().properties()) {
          assertThat(adapter.fromJson(sample.getKey()).getClass().getSimpleName())
              .as(sample.getKey())
              .isEqualTo(sample.getValue().asText());
        }
      }
      for (Map.Entry<String, JsonNode> samples : root.path("x-violations").properties()) {
        JsonAdapter<?> adapter = moshi.adapter(load(loader, samples.getKey()));
        for (Map.Entry<String, JsonNode> sample : samples.getValue().properties()) {
          Object value = adapter.fromJson(sample.getKey());
          List<String> found = new ArrayList<>();
          for (Object violation :
              (List<?>) value.getClass().getMethod("violations").invoke(value)) {
            Class<?> type = violation.getClass();
            found.add(
                type.getMethod("field").invoke(violation)
                    + " "
                    + type.getMethod("rule").invoke(violation));
          }
          assertThat(found)
              .as(sample.getKey())
              .isEqualTo(List.of(sample.getValue().asText().split(", ")));
        }
      }
      for (Map.Entry<String, JsonNode> samples : root.path("x-new").properties()) {
        Object builder = load(loader, samples.getKey()).getMethod("builder").invoke(null);
        Object value = builder.getClass().getMethod("build").invoke(builder);
        for (Map.Entry<String, JsonNode> sample : samples.getValue().properties()) {
          JsonAdapter<Object> adapter = moshi.adapter((Type) load(loader, sample.getKey()));
          assertThatJson(adapter.toJson(value)).isEqualTo(sample.getValue().asText());
        }
      }
    }
  }

  private static Class<?> load(ClassLoader loader, String name) throws ClassNotFoundException {
    return Class.forName("documents." + name, true, loader);
  }

  /** A schema that is called like a class that generated code names has another name in Java. */
  private static Class<?> ofSchema(ClassLoader loader, String name) throws ClassNotFoundException {
    boolean kept = loader.getResource("documents/" + name + ".class") != null;
    return load(loader, kept ? name : name + "Model");
  }

  private static <T> void assertRoundTrip(JsonAdapter<T> adapter, String json) throws Exception {
    T value = adapter.fromJson(json);
    assertThat(value.getClass().getSimpleName()).as(json).isNotEqualTo("Unknown");
    for (Method method : value.getClass().getMethods()) {
      if (method.getName().equals("isKnown")) {
        assertThat(method.invoke(value)).as(json).isEqualTo(true);
      }
    }
    assertThatJson(adapter.toJson(value)).withTolerance(BigDecimal.ZERO).isEqualTo(json);
  }
}
