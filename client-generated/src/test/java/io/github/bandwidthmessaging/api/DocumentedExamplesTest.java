package io.github.bandwidthmessaging.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example in the document, read into its model and written back. */
@NullUnmarked
class DocumentedExamplesTest {
  private static final Path DOCUMENT = Path.of("../openapi/messaging.yaml");
  private static final Moshi MOSHI = RetrofitClient.moshi();

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void roundTrip(String name, Class<?> model, String json) throws Exception {
    JsonAdapter<Object> adapter = MOSHI.adapter((Type) model);

    Object value = adapter.fromJson(json);

    assertThat(value).isInstanceOf(model);
    assertThat(unknownProperties(value)).isEqualTo(Map.of());
    // A time is the same without the zeros of its fraction.
    assertThatJson(adapter.toJson(value)).isEqualTo(json.replace(".000Z\"", "Z\""));
    Object rebuilt = invoke(invoke(value, "toBuilder"), "build");
    assertThat(rebuilt).isEqualTo(value).hasSameHashCodeAs(value);
  }

  /** Returns the examples of bodies that have a model of their own. */
  static List<Arguments> examples() throws IOException {
    JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(DOCUMENT.toFile());
    List<Arguments> examples = new ArrayList<>();
    for (JsonNode content : document.findValues("application/json")) {
      String schema = content.at("/schema/$ref").asText();
      for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
        JsonNode inPlace = example.getValue();
        JsonNode value = document.at(inPlace.path("$ref").asText().replaceFirst("#", ""));
        modelOf(schema)
            .ifPresent(
                model ->
                    examples.add(
                        Arguments.of(
                            example.getKey() + " " + model.getSimpleName(),
                            model,
                            (inPlace.has("value") ? inPlace : value).path("value").toString())));
      }
    }
    return examples;
  }

  /** Returns the class of a schema, unless it is a list, say, which has none. */
  private static Optional<Class<?>> modelOf(String ref) {
    String name = ref.substring(ref.lastIndexOf('/') + 1);
    try {
      return Optional.of(Class.forName(Message.class.getPackageName() + "." + name));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Object unknownProperties(Object value) throws Exception {
    boolean keepsThem =
        Arrays.stream(value.getClass().getMethods())
            .anyMatch(method -> method.getName().equals("additionalProperties"));
    return keepsThem ? invoke(value, "additionalProperties") : Map.of();
  }

  private static Object invoke(Object target, String name) throws Exception {
    Method method = target.getClass().getMethod(name);
    return method.invoke(target);
  }
}
