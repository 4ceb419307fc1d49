package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An OpenAPI document as JSON, with what its references lead to. */
record JsonDocument(ObjectNode root) {
  private static final Set<String> NAMES = Set.of("properties", "schemas");
  private static final Set<String> LITERALS =
      Set.of("const", "default", "enum", "example", "value");

  /** An operation, with what its path says for all of its operations. */
  record Operation(String method, String path, JsonNode item, ObjectNode node) {}

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode item = resolved(path.getValue());
              item.properties()
                  .forEach(
                      method -> {
                        if (DocumentCheck.METHODS.contains(method.getKey())
                            && method.getValue() instanceof ObjectNode operation) {
                          operations.add(
                              new Operation(method.getKey(), path.getKey(), item, operation));
                        }
                      });
            });
    return operations;
  }

  /** The nodes with a meaning in OpenAPI: neither maps of names nor literal values. */
  List<JsonNode> nodes() {
    List<JsonNode> nodes = new ArrayList<>();
    collect(root, false, nodes);
    return nodes;
  }

  private static void collect(JsonNode node, boolean names, List<JsonNode> nodes) {
    if (!names) {
      nodes.add(node);
    }
    node.properties()
        .forEach(
            field -> {
              String key = field.getKey();
              if (names || !(LITERALS.contains(key) || key.startsWith("x-"))) {
                collect(field.getValue(), !names && NAMES.contains(key), nodes);
              }
            });
    if (node.isArray()) {
      node.forEach(element -> collect(element, false, nodes));
    }
  }

  /** What a node refers to, or the node itself. */
  JsonNode resolved(JsonNode node) {
    JsonNode target = node;
    for (int hops = 0; hops < 10 && target.path("$ref").asText().startsWith("#/"); hops++) {
      target = root.at(target.path("$ref").asText().substring(1));
    }
    return target;
  }

  /** The members of an object with their references resolved. */
  Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.properties().forEach(e -> members.put(e.getKey(), resolved(e.getValue())));
    return members;
  }

  List<JsonNode> elements(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(element -> elements.add(resolved(element)));
    return elements;
  }

  /** The values of a media type's or parameter's {@code example} or {@code examples}, by name. */
  Map<String, JsonNode> examples(JsonNode described) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    if (described.has("example")) {
      values.put("", described.get("example"));
    }
    members(described.path("examples"))
        .forEach(
            (name, example) -> {
              if (example.has("value")) {
                values.put(name, example.get("value"));
              }
            });
    return values;
  }
}
