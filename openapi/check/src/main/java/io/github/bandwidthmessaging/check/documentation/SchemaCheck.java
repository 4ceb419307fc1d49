package io.github.bandwidthmessaging.check.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaException;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has a JSON schema validator judge messages by the schemas of a document: the documented examples,
 * the document's own, and probes at the documented limits.
 */
final class SchemaCheck {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final List<Probe> PROBES = Probe.all();
  private static final Map<String, JsonNode> DOCUMENTED_EXAMPLES = documentedExamples();
  private static final Pattern ROOT =
      Pattern.compile(
          "error\\.(?<status>\\d+)(?:/(?<form>\\d+))?|events\\[]\\.(?<event>.+)|request|receipt");

  /** A schema in a document of nothing but it and what it refers to. */
  private static final class Schema {
    private final String name;
    private final JsonNode document;
    private @Nullable DocumentSchema validator;

    Schema(String name, JsonNode document) {
      this.name = name;
      this.document = document;
    }

    synchronized List<String> violations(JsonNode value) {
      if (document.isMissingNode()) {
        return List.of("there is no schema " + name);
      }
      try {
        if (validator == null) {
          validator = new DocumentSchema(document, name);
        }
        return validator.violations(value);
      } catch (JsonSchemaException e) {
        return List.of("no schema: " + e.getMessage());
      }
    }
  }

  private final JsonNode document;
  private final JsonNode operation;
  private final Map<String, Schema> originals;
  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, Schema> roots = new HashMap<>();

  SchemaCheck(JsonNode document) {
    this(document, Map.of());
    document
        .path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(name -> schema(SCHEMAS + name));
  }

  private SchemaCheck(JsonNode document, Map<String, Schema> originals) {
    this.document = document;
    this.originals = originals;
    operation = document.path("paths").path("/users/{accountId}/messages").path("post");
  }

  /** Returns a check of an edited document, which takes over what the edit has not touched. */
  SchemaCheck of(JsonNode edited) {
    return new SchemaCheck(edited, schemas);
  }

  /** Returns which documented examples, and which of the document's own, break its schemas. */
  List<String> examples() {
    List<String> broken = new ArrayList<>();
    DOCUMENTED_EXAMPLES.forEach(
        (name, example) ->
            schemaOf(name.substring(0, name.indexOf(' ')))
                .violations(example)
                .forEach(violation -> broken.add("documented " + name + ": " + violation)));
    for (JsonNode content : operation.findValues("content")) {
      for (JsonNode media : content) {
        Schema schema = schema(media.path("schema").path("$ref").asText());
        for (Map.Entry<String, JsonNode> example : media.path("examples").properties()) {
          schema
              .violations(resolve(example.getValue()).path("value"))
              .forEach(violation -> broken.add("example " + example.getKey() + ": " + violation));
        }
      }
    }
    return broken;
  }

  /** Returns which messages the document takes and the documentation refuses, or the reverse. */
  Stream<String> probes() {
    return PROBES.stream()
        .filter(probe -> !originals.containsValue(schemaOf(probe.root())))
        .flatMap(probe -> judge(probe).stream());
  }

  private Optional<String> judge(Probe probe) {
    List<String> violations = schemaOf(probe.root()).violations(probe.message());
    if (violations.isEmpty() == probe.valid()) {
      return Optional.empty();
    }
    return Optional.of(
        probe.name()
            + (probe.valid()
                ? ": documentation takes it, document refuses it: " + violations
                : ": documentation refuses it, document takes it"));
  }

  /** Returns the schema of a kind of message. */
  private Schema schemaOf(String root) {
    return roots.computeIfAbsent(root, name -> schema(reference(name)));
  }

  private String reference(String root) {
    Matcher matcher = ROOT.matcher(root);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(root);
    }
    if (root.equals("request")) {
      return json(operation.path("requestBody")).path("$ref").asText();
    }
    if (matcher.group("event") != null) {
      JsonNode event = json(operation.path("callbacks").findPath("requestBody")).path("items");
      JsonNode mapping = resolve(event).path("discriminator").path("mapping");
      return mapping.path(matcher.group("event")).asText();
    }
    String status = root.equals("receipt") ? "202" : matcher.group("status");
    JsonNode answer = json(operation.path("responses").path(status));
    if (matcher.group("form") != null) {
      answer = resolve(answer).path("oneOf").path(Integer.parseInt(matcher.group("form")) - 1);
    }
    return answer.path("$ref").asText();
  }

  private Schema schema(String reference) {
    return schemas.computeIfAbsent(
        reference.replace(SCHEMAS, ""),
        name -> {
          Schema schema = new Schema(name, alone(name));
          Schema original = originals.getOrDefault(name, schema);
          return original.document.equals(schema.document) ? original : schema;
        });
  }

  private JsonNode alone(String name) {
    JsonNode all = document.path("components").path("schemas");
    if (!all.has(name)) {
      return MissingNode.getInstance();
    }
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    ObjectNode some = alone.putObject("components").putObject("schemas");
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (!some.has(next) && all.has(next)) {
        some.set(next, all.path(next));
        all.path(next).findValuesAsText("$ref").forEach(ref -> open.add(ref.replace(SCHEMAS, "")));
      }
    }
    return alone;
  }

  private static JsonNode json(JsonNode body) {
    return body.path("content").path("application/json").path("schema");
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static Map<String, JsonNode> documentedExamples() {
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    for (DocumentedExample example : DocumentedExample.all()) {
      examples.put("request " + example.key(), Transcription.json(example.requestJson()));
      examples.put("receipt " + example.key(), Transcription.json(example.responseJson()));
    }
    for (String file : Documentation.files("errors")) {
      examples.put(
          "error." + file.replaceFirst("-", " ").replace(".json", ""),
          Transcription.json(Documentation.read("errors/" + file)));
    }
    return examples;
  }
}
