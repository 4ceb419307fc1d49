package io.github.bandwidthmessaging.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      Pattern.compile("error\\.(?<status>\\d+)(?:/(?<form>\\d+))?|events\\[]\\.(?<event>.+)");

  private final JsonNode document;
  private final JsonNode operation;
  private final @Nullable SchemaCheck original;
  private final Map<String, DocumentSchema> schemas = new ConcurrentHashMap<>();
  private final Map<String, Boolean> changed = new HashMap<>();

  SchemaCheck(JsonNode document) {
    this(document, null);
  }

  /** Checks an edited document, where only what changed since the original needs probing. */
  SchemaCheck(JsonNode document, @Nullable SchemaCheck original) {
    this.document = document;
    this.original = original;
    operation = document.path("paths").path("/users/{accountId}/messages").path("post");
  }

  /** Returns which documented examples, and which of the document's own, break its schemas. */
  List<String> examples() {
    List<String> broken = new ArrayList<>();
    DOCUMENTED_EXAMPLES.forEach(
        (name, example) -> {
          String root = name.substring(0, name.indexOf(' '));
          violations(schemaOf(root), example)
              .forEach(violation -> broken.add("documented " + name + ": " + violation));
        });
    for (JsonNode content : operation.findValues("content")) {
      for (JsonNode media : content) {
        for (Map.Entry<String, JsonNode> example : media.path("examples").properties()) {
          JsonNode value = resolve(example.getValue()).path("value");
          violations(media.path("schema").path("$ref").asText(), value)
              .forEach(violation -> broken.add("example " + example.getKey() + ": " + violation));
        }
      }
    }
    return broken;
  }

  /** Returns which messages the document takes and the documentation refuses, or the reverse. */
  List<String> probes() {
    List<String> wrong = new ArrayList<>();
    for (Probe probe : PROBES) {
      String reference = schemaOf(probe.root());
      if (original != null && reference.equals(original.schemaOf(probe.root())) && !isChanged(reference)) {
        continue;
      }
      List<String> violations = violations(reference, probe.message());
      if (violations.isEmpty() != probe.valid()) {
        wrong.add(
            probe.name()
                + (probe.valid()
                    ? ": documentation takes it, document refuses it: " + violations
                    : ": documentation refuses it, document takes it"));
      }
    }
    return wrong;
  }

  private List<String> violations(String reference, JsonNode value) {
    if (!reference.startsWith(SCHEMAS) || document.at(reference.substring(1)).isMissingNode()) {
      return List.of("there is no schema " + reference);
    }
    if (original != null && !isChanged(reference)) {
      return original.violations(reference, value);
    }
    try {
      return schemas
          .computeIfAbsent(
              reference.substring(SCHEMAS.length()), name -> new DocumentSchema(document, name))
          .violations(value);
    } catch (JsonSchemaException e) {
      return List.of("no schema: " + e.getMessage());
    }
  }

  /** Tells whether a schema, or one that it refers to, is another than in the original. */
  private boolean isChanged(String reference) {
    return original != null
        && changed.computeIfAbsent(
            reference, name -> !closure(name).equals(original.closure(name)));
  }

  private Map<String, JsonNode> closure(String reference) {
    Map<String, JsonNode> closure = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(reference));
    while (!open.isEmpty()) {
      String name = open.remove();
      JsonNode schema = document.at(name.substring(1));
      if (closure.put(name, schema) == null) {
        open.addAll(schema.findValuesAsText("$ref"));
      }
    }
    return closure;
  }

  /** Returns the reference to the schema of a kind of message. */
  private String schemaOf(String root) {
    Matcher matcher = ROOT.matcher(root);
    if (!matcher.matches()) {
      JsonNode owner =
          root.equals("request")
              ? operation.path("requestBody")
              : operation.path("responses").path("202");
      return json(owner).path("$ref").asText();
    }
    if (matcher.group("event") != null) {
      JsonNode events = operation.path("callbacks").path("messageEvents");
      JsonNode event = json(events.findPath("requestBody")).path("items");
      JsonNode mapping = resolve(event).path("discriminator").path("mapping");
      return mapping.path(matcher.group("event")).asText();
    }
    JsonNode error = json(operation.path("responses").path(matcher.group("status")));
    if (matcher.group("form") != null) {
      error = resolve(error).path("oneOf").path(Integer.parseInt(matcher.group("form")) - 1);
    }
    return error.path("$ref").asText();
  }

  private JsonNode json(JsonNode body) {
    return body.path("content").path("application/json").path("schema");
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static Map<String, JsonNode> documentedExamples() {
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    for (DocumentedExample example : DocumentedExample.values()) {
      examples.put("request " + example.key(), Transcription.json(example.requestJson()));
      examples.put("receipt " + example.key(), Transcription.json(example.responseJson()));
    }
    for (String file : DocumentedExample.documentationFiles("errors")) {
      examples.put(
          "error." + file.replaceFirst("-", " ").replace(".json", ""),
          Transcription.json(DocumentedExample.documentation("errors/" + file)));
    }
    return examples;
  }
}
