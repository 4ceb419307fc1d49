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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
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
    assertThatJson(adapter.toJson(value)).isEqualTo(json);
    Object rebuilt = invoke(invoke(value, "toBuilder"), "build");
    assertThat(rebuilt).isEqualTo(value).hasSameHashCodeAs(value);
  }

  @Test
  void areAllThere() throws IOException {
    assertThat(examples()).hasSize(20);
  }

  static Stream<Arguments> examples() throws IOException {
    JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(DOCUMENT.toFile());
    List<Arguments> examples = new ArrayList<>();
    for (JsonNode content : document.findValues("application/json")) {
      // The body of the callbacks is a list and has no examples.
      if (!content.has("examples")) {
        continue;
      }
      Class<?> model = modelOf(content.at("/schema/$ref").asText());
      content
          .path("examples")
          .properties()
          .forEach(
              example -> {
                String ref = example.getValue().path("$ref").asText();
                JsonNode value = document.at(ref.substring(1)).path("value");
                examples.add(
                    Arguments.of(
                        example.getKey() + " " + model.getSimpleName(), model, value.toString()));
              });
    }
    return examples.stream();
  }

  private static Class<?> modelOf(String ref) {
    try {
      return Class.forName(
          Message.class.getPackageName() + "." + ref.substring(ref.lastIndexOf('/') + 1));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Object unknownProperties(Object value) throws Exception {
    return value instanceof MessageRequest ? Map.of() : invoke(value, "additionalProperties");
  }

  private static Object invoke(Object target, String name) throws Exception {
    Method method = target.getClass().getMethod(name);
    return method.invoke(target);
  }
}
