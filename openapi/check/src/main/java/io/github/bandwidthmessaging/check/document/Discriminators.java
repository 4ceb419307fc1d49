package io.github.bandwidthmessaging.check.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Discriminators, which JSON Schema does not have and its validators do not agree on, said in terms
 * of JSON Schema.
 */
public final class Discriminators {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Writes what a union means, whose alternatives have these values. */
  private interface Spelling {
    void spell(ObjectNode union, String kind, String property, Map<JsonNode, ArrayNode> values);
  }

  private Discriminators() {}

  /**
   * Returns a copy of a document in which each alternative has its value. What is wrong in one is
   * said with what is wrong in the others.
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
   * Returns a copy of a document in which each alternative holds for what has its value, so that
   * only what is wrong there is found. Validators that make code of a schema take minutes for it.
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
