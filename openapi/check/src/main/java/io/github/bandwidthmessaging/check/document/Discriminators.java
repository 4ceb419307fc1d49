package io.github.bandwidthmessaging.check.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Discriminators, which JSON Schema does not have and its validators do not agree on. */
public final class Discriminators {
  private static final String DISCRIMINATOR = "discriminator";

  private Discriminators() {}

  /**
   * Returns a copy of a document in which each alternative that a discriminator selects asks for
   * its value itself.
   */
  public static ObjectNode spelledOut(JsonNode document) {
    ObjectNode copy = document.deepCopy();
    for (JsonNode union : copy.findParents(DISCRIMINATOR)) {
      JsonNode discriminator = union.path(DISCRIMINATOR);
      Map<String, ArrayNode> values = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> value : discriminator.path("mapping").properties()) {
        values
            .computeIfAbsent(
                value.getValue().asText(), name -> JsonNodeFactory.instance.arrayNode())
            .add(value.getKey());
      }
      for (String kind : new String[] {"oneOf", "anyOf"}) {
        if (union.path(kind) instanceof ArrayNode alternatives && !values.isEmpty()) {
          for (int i = 0; i < alternatives.size(); i++) {
            JsonNode alternative = alternatives.get(i);
            ArrayNode selecting = values.get(alternative.path("$ref").asText());
            if (selecting != null) {
              ObjectNode both = JsonNodeFactory.instance.objectNode();
              ObjectNode selected = both.putArray("allOf").add(alternative).addObject();
              String property = discriminator.path("propertyName").asText();
              selected.put("type", "object").putArray("required").add(property);
              selected.putObject("properties").putObject(property).set("enum", selecting);
              alternatives.set(i, both);
            }
          }
          ((ObjectNode) union).remove(DISCRIMINATOR);
        }
      }
    }
    return copy;
  }
}
