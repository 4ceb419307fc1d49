package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.generator.JsonDocument.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The code next to each request example: the {@code x-codeSamples} of the example below those of
 * its operation in the same language, and {@code curl} commands. Scalar expects all of them at the
 * operation, and shows those that name an example with that example.
 */
final class CodeSamples {
  private static final String SAMPLES = "x-codeSamples";

  private final JsonDocument document;

  private CodeSamples(JsonDocument document) {
    this.document = document;
  }

  static void addTo(JsonDocument document) {
    CodeSamples samples = new CodeSamples(document);
    document.operations().forEach(samples::addTo);
  }

  private void addTo(Operation operation) {
    JsonNode written = operation.node().path(SAMPLES);
    SampleBody body = SampleBody.of(document, operation);
    Map<String, JsonNode> examples = body == null ? Map.of() : body.examples();
    ArrayNode samples = JsonNodeFactory.instance.arrayNode();
    if (examples.isEmpty()) {
      written.forEach(samples::add);
    } else {
      addWritten(written, examples, samples);
    }
    for (Curl curl : Curl.of(document, operation)) {
      if (examples.isEmpty()) {
        JsonNode value = body == null ? MissingNode.getInstance() : body.value();
        add(samples, "shell", curl.label(), curl.command(body, value), null);
      }
      examples.forEach(
          (name, example) ->
              add(samples, "shell", curl.label(), curl.command(body, example.path("value")), name));
    }
    operation.node().set(SAMPLES, samples);
  }

  /** Adds the samples of the document, one for each language and example. */
  private static void addWritten(
      JsonNode ofOperation, Map<String, JsonNode> examples, ArrayNode samples) {
    Map<String, String> labels = new LinkedHashMap<>();
    Consumer<JsonNode> label =
        sample ->
            labels.putIfAbsent(language(sample), sample.path("label").asText(language(sample)));
    ofOperation.forEach(label);
    examples.values().forEach(example -> example.path(SAMPLES).forEach(label));
    labels.forEach(
        (language, name) ->
            examples.forEach(
                (key, example) -> {
                  String source = joined(language, ofOperation, example.path(SAMPLES));
                  add(samples, language, name, source, key);
                }));
  }

  private static String language(JsonNode sample) {
    return sample.path("lang").asText();
  }

  private static String joined(String language, JsonNode first, JsonNode second) {
    StringBuilder source = new StringBuilder();
    for (JsonNode samples : new JsonNode[] {first, second}) {
      for (JsonNode sample : samples) {
        if (language(sample).equals(language)) {
          source.append(source.isEmpty() ? "" : "\n\n");
          source.append(sample.path("source").asText().strip());
        }
      }
    }
    return source.toString();
  }

  private static void add(
      ArrayNode samples, String language, String label, String source, @Nullable String example) {
    ObjectNode sample = samples.addObject();
    sample.put("lang", language).put("label", label).put("source", source);
    if (example != null) {
      sample.put("example", example);
    }
  }
}
