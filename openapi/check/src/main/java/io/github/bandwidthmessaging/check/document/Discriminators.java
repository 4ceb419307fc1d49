package io.github.bandwidthmessaging.check.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Expresses discriminators, which JSON Schema lacks and validators disagree on, in JSON Schema. */
public final class Discriminators {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Writes the meaning of a union whose alternatives have these values. */
  private interface Spelling {
    void spell(ObjectNode union, String kind, String property, Map<JsonNode, ArrayNode> values);
  }

  private Discriminators() {}

  /**
   * Returns a copy of a document in which each alternative has its value. Errors in one are
   * reported with those in the others.
   */
  public static JsonNode inAlternatives(JsonNode document) {
    return spelled(
        document,
        (union, kind, property, values) -> {
          ArrayNode alternatives = union.putArray(kind);
          values.forEach(
              (alternative, selecting) ->
                  alternatives
                      .addObject()
                      .putArray("allOf")
                      .add(alternative)
                      .add(having(property, selecting)));
        });
  }

  /**
   * Returns a copy of a document in which each alternative applies to what has its value, so that
   * only errors there are found. Validators that compile schemas take minutes for it.
   */
  static JsonNode asConditions(JsonNode document) {
    return spelled(
        document,
        (union, kind, property, values) -> {
          ArrayNode known = JSON.arrayNode();
          values.values().forEach(known::addAll);
          ArrayNode all = union.remove(List.of(kind)).putArray("allOf");
          all.add(having(property, known));
          values.forEach(
              (alternative, selecting) ->
                  all.addObject()
                      .putArray("anyOf")
                      .add(JSON.objectNode().set("not", having(property, selecting)))
                      .add(alternative));
        });
  }

  private static JsonNode spelled(JsonNode document, Spelling spelling) {
    JsonNode copy = document.deepCopy();
    for (JsonNode union : copy.findParents("discriminator")) {
      JsonNode discriminator = union.path("discriminator");
      for (String kind : List.of("oneOf", "anyOf")) {
        Map<JsonNode, ArrayNode> values = new LinkedHashMap<>();
        union.path(kind).forEach(alternative -> values.put(alternative, JSON.arrayNode()));
        for (Map.Entry<String, JsonNode> value : discriminator.path("mapping").properties()) {
          values.forEach(
              (alternative, selecting) -> {
                if (alternative.path("$ref").equals(value.getValue())) {
                  selecting.add(value.getKey());
                }
              });
        }
        if (!values.isEmpty() && values.values().stream().noneMatch(JsonNode::isEmpty)) {
          spelling.spell(
              ((ObjectNode) union).without(List.of("discriminator")),
              kind,
              discriminator.path("propertyName").asText(),
              values);
        }
      }
    }
    return copy;
  }

  private static ObjectNode having(String property, ArrayNode values) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putArray("required").add(property);
    schema.putObject("properties").putObject(property).set("enum", values);
    return schema;
  }
}
