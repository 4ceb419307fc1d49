package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Example values of schemas: as written, otherwise from the documented bodies, otherwise by format.
 */
final class PropertyExamples {
  private static final Map<String, String> BY_FORMAT =
      Map.of(
          "binary", "@file",
          "byte", "aGVsbG8=",
          "date", "2030-01-31",
          "date-time", "2030-01-31T12:00:00Z",
          "email", "someone@example.com",
          "ipv4", "192.0.2.1",
          "uri", "https://example.com",
          "url", "https://example.com",
          "uuid", "123e4567-e89b-42d3-a456-426614174000");

  /** The depth at which schemas that refer to each other end. */
  private static final int DEPTH = 6;

  private final JsonDocument document;

  private PropertyExamples(JsonDocument document) {
    this.document = document;
  }

  /** Gives each schema that has no example one, where one is known. */
  static void addTo(JsonDocument document) {
    PropertyExamples examples = new PropertyExamples(document);
    List<JsonNode> nodes = document.nodes();
    for (JsonNode node : nodes) {
      // An example of one parameter does not fit others of its type.
      if (node.has("schema") && !node.has("in")) {
        document
            .examples(node)
            .values()
            .forEach(value -> examples.learn(node.get("schema"), value, 0));
      }
    }
    nodes.forEach(examples::complete);
  }

  /** A value that a schema allows, as far as known. */
  static JsonNode valueOf(JsonNode schema, JsonDocument document) {
    return new PropertyExamples(document).value(schema, 0);
  }

  private void learn(JsonNode reference, JsonNode value, int depth) {
    JsonNode schema = document.resolved(reference);
    if (depth > 4 * DEPTH) {
      return;
    }
    schema.path("allOf").forEach(part -> learn(part, value, depth + 1));
    for (String choice : List.of("oneOf", "anyOf")) {
      JsonNode chosen = chosen(schema, choice, value);
      if (chosen != null) {
        learn(chosen, value, depth + 1);
      }
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> {
                JsonNode property = schema.path("properties").path(field.getKey());
                learn(property, field.getValue(), depth + 1);
              });
    } else if (!value.isNull() && isOfType(schema, value)) {
      value.forEach(element -> learn(schema.path("items"), element, depth + 1));
      put(schema, value);
    }
  }

  /** The only alternative that a value can be of, or null. */
  private @Nullable JsonNode chosen(JsonNode schema, String choice, JsonNode value) {
    JsonNode discriminator = schema.path("discriminator");
    String kind = value.path(discriminator.path("propertyName").asText()).asText();
    String mapped = discriminator.path("mapping").path(kind).asText();
    List<JsonNode> fitting = new ArrayList<>();
    for (JsonNode alternative : schema.path(choice)) {
      String reference = alternative.path("$ref").asText();
      if (!mapped.isEmpty() && (reference.equals(mapped) || reference.endsWith("/" + mapped))) {
        return alternative;
      }
      JsonNode target = document.resolved(alternative);
      boolean complete = true;
      for (JsonNode name : target.path("required")) {
        complete &= value.has(name.asText());
      }
      if (complete && isOfType(target, value)) {
        fitting.add(alternative);
      }
    }
    return fitting.size() == 1 && mapped.isEmpty() ? fitting.get(0) : null;
  }

  private static boolean isOfType(JsonNode schema, JsonNode value) {
    return switch (type(schema)) {
      case "string" -> value.isTextual();
      case "integer", "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> false;
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode alternative : type) {
      if (!alternative.asText().equals("null")) {
        return alternative.asText();
      }
    }
    if (type.isTextual()) {
      return type.asText();
    }
    return schema.has("properties") ? "object" : schema.has("items") ? "array" : "";
  }

  private void complete(JsonNode node) {
    JsonNode properties = node.path("properties");
    if (properties.isObject()) {
      for (JsonNode property : document.members(properties).values()) {
        String sample = BY_FORMAT.get(property.path("format").asText());
        if (sample != null && type(property).equals("string")) {
          put(property, TextNode.valueOf(sample));
        }
      }
    }
  }

  private static void put(JsonNode schema, JsonNode value) {
    if (schema instanceof ObjectNode object
        && written(schema) == null
        && !object.has("enum")
        && !object.has("$ref")) {
      object.set("example", value);
    }
  }

  /** The value that the document gives. */
  private static @Nullable JsonNode written(JsonNode schema) {
    for (String keyword : List.of("example", "examples", "const", "default")) {
      JsonNode value = schema.get(keyword);
      if (value != null && !value.isNull()) {
        return keyword.equals("examples") ? value.get(0) : value;
      }
    }
    return null;
  }

  private JsonNode value(JsonNode reference, int depth) {
    JsonNode schema = document.resolved(reference);
    JsonNode written = written(schema);
    if (written != null) {
      return written;
    }
    if (schema.path("enum").has(0)) {
      return schema.path("enum").get(0);
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (depth > DEPTH) {
      return object;
    }
    for (JsonNode part : schema.path("allOf")) {
      JsonNode value = value(part, depth + 1);
      if (value.isObject()) {
        value.properties().forEach(field -> object.set(field.getKey(), field.getValue()));
      } else {
        return value;
      }
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.path(choice).has(0) && !schema.has("properties")) {
        return value(schema.path(choice).get(0), depth + 1);
      }
    }
    return switch (type(schema)) {
      case "array" -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        yield depth < DEPTH ? array.add(value(schema.path("items"), depth + 1)) : array;
      }
      case "boolean" -> JsonNodeFactory.instance.booleanNode(true);
      case "integer", "number" ->
          schema.path("minimum").isNumber()
              ? schema.path("minimum")
              : JsonNodeFactory.instance.numberNode(1);
      case "string" -> TextNode.valueOf(BY_FORMAT.getOrDefault(format(schema), "string"));
      default -> {
        fill(object, schema, depth);
        yield object;
      }
    };
  }

  private static String format(JsonNode schema) {
    return schema.path("format").asText();
  }

  /** Adds the required properties, or all if none is required. */
  private void fill(ObjectNode object, JsonNode schema, int depth) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    document
        .members(schema.path("properties"))
        .forEach(
            (name, property) -> {
              if ((required.isEmpty() ? depth < 2 : required.contains(name))
                  && !property.path("readOnly").asBoolean()) {
                object.set(name, value(property, depth + 1));
              }
            });
  }
}
