package torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** JSON values that fit a schema, different ones for each seed. */
final class RandomJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 5;

  private final JsonNode document;
  private final Random random;

  RandomJson(JsonNode document, long seed) {
    this.document = document;
    this.random = new Random(seed);
  }

  JsonNode value(String schema) {
    return value(document.at("/components/schemas/" + schema), schema, 0);
  }

  private JsonNode value(JsonNode schema, String name, int depth) {
    if (schema.has("$ref")) {
      String ref = schema.get("$ref").asText();
      return value(document.at(ref.substring(1)), ref.substring(ref.lastIndexOf('/') + 1), depth);
    }
    if (schema.has("enum")) {
      return enumValue(schema);
    }
    List<JsonNode> alternatives = alternatives(schema);
    if (!alternatives.isEmpty() && !schema.has("properties")) {
      return discriminated(schema, alternatives.get(random.nextInt(alternatives.size())), depth);
    }
    List<JsonNode> parts = new ArrayList<>();
    collect(schema, parts);
    if (parts.stream().anyMatch(part -> part.has("properties"))) {
      return object(schema, parts, name, depth);
    }
    if (schema.has("allOf")) {
      return value(schema.get("allOf").get(0), name, depth);
    }
    return switch (schema.path("type").asText()) {
      case "string" -> text(schema.path("format").asText());
      case "integer" -> integer(schema.path("format").asText());
      case "number" -> number(schema.path("format").asText());
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "array" -> array(schema, name, depth);
      case "object" -> map(schema.path("additionalProperties"), name, depth);
      default -> any(depth);
    };
  }

  private JsonNode enumValue(JsonNode schema) {
    List<JsonNode> values = new ArrayList<>();
    schema.get("enum").forEach(v -> values.add(v));
    values.removeIf(JsonNode::isNull);
    boolean text = values.get(0).isTextual();
    if (text && random.nextInt(8) == 0) {
      return JSON.textNode("not yet in the document");
    }
    return values.get(random.nextInt(values.size()));
  }

  /**
   * Alternatives that say more than what is required, or the schemas that extend a discriminated
   * one.
   */
  private List<JsonNode> alternatives(JsonNode schema) {
    List<JsonNode> alternatives = new ArrayList<>();
    for (String keyword : List.of("oneOf", "anyOf")) {
      schema.path(keyword).forEach(a -> alternatives.add(a));
    }
    alternatives.removeIf(a -> a.size() == 1 && a.has("required"));
    return alternatives;
  }

  private JsonNode discriminated(JsonNode union, JsonNode alternative, int depth) {
    JsonNode value = value(alternative, "", depth);
    JsonNode discriminator = union.path("discriminator");
    if (discriminator.isObject() && value instanceof ObjectNode object) {
      String ref = alternative.get("$ref").asText();
      List<String> names = new ArrayList<>();
      discriminator
          .path("mapping")
          .properties()
          .forEach(
              mapped -> {
                if (mapped.getValue().asText().equals(ref)) {
                  names.add(mapped.getKey());
                }
              });
      object.put(
          discriminator.get("propertyName").asText(), names.get(random.nextInt(names.size())));
    }
    return value;
  }

  private ObjectNode object(JsonNode schema, List<JsonNode> parts, String name, int depth) {
    ObjectNode object = JSON.objectNode();
    Set<String> required = new HashSet<>();
    for (JsonNode part : parts) {
      part.path("required").forEach(r -> required.add(r.asText()));
    }
    JsonNode additional = schema.path("additionalProperties");
    boolean open = !additional.isBoolean() || additional.asBoolean();
    List<JsonNode> restrictions = new ArrayList<>();
    schema.path("oneOf").forEach(r -> restrictions.add(r));
    if (!restrictions.isEmpty()) {
      JsonNode restriction = restrictions.get(random.nextInt(restrictions.size()));
      restriction.path("required").forEach(r -> required.add(r.asText()));
      if (restriction.has("$ref")) {
        object.setAll((ObjectNode) value(restriction, "", depth));
      }
    }
    for (JsonNode part : parts) {
      part.path("properties")
          .properties()
          .forEach(
              property -> {
                boolean needed = required.contains(property.getKey());
                boolean nullable = property.getValue().path("nullable").asBoolean();
                if (needed && nullable && random.nextInt(3) == 0) {
                  object.putNull(property.getKey());
                } else if (needed || (depth < MAX_DEPTH && random.nextInt(3) > 0)) {
                  object.set(
                      property.getKey(),
                      value(property.getValue(), name + "." + property.getKey(), depth + 1));
                }
              });
      if (part.has("discriminator")) {
        object.put(part.at("/discriminator/propertyName").asText(), kindOf(part, name));
      }
    }
    if (open && random.nextInt(3) == 0) {
      boolean typed = additional.isObject() && !additional.isEmpty();
      object.set(
          "unknown " + random.nextInt(9), typed ? value(additional, name, depth + 1) : any(depth));
    }
    return object;
  }

  private static String kindOf(JsonNode parent, String name) {
    for (var mapped : parent.at("/discriminator/mapping").properties()) {
      if (mapped.getValue().asText().endsWith("/" + name)) {
        return mapped.getKey();
      }
    }
    return name;
  }

  private void collect(JsonNode schema, List<JsonNode> parts) {
    JsonNode resolved =
        schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
    resolved.path("allOf").forEach(part -> collect(part, parts));
    parts.add(resolved);
  }

  private ArrayNode array(JsonNode schema, String name, int depth) {
    ArrayNode array = JSON.arrayNode();
    Set<JsonNode> seen = new HashSet<>();
    JsonNode items = schema.path("items");
    for (int i = depth < MAX_DEPTH ? random.nextInt(4) : 0; i > 0; i--) {
      JsonNode item =
          items.path("nullable").asBoolean() && random.nextBoolean()
              ? JSON.nullNode()
              : value(items, name, depth + 1);
      if (!schema.path("uniqueItems").asBoolean() || seen.add(item)) {
        array.add(item);
      }
    }
    return array;
  }

  private ObjectNode map(JsonNode values, String name, int depth) {
    ObjectNode map = JSON.objectNode();
    for (int i = depth < MAX_DEPTH ? random.nextInt(4) : 0; i > 0; i--) {
      boolean isNull = values.path("nullable").asBoolean() && random.nextBoolean();
      map.set(
          "key \"" + i,
          isNull
              ? JSON.nullNode()
              : values.isObject() ? value(values, name, depth + 1) : any(depth));
    }
    return map;
  }

  private JsonNode any(int depth) {
    return switch (depth < MAX_DEPTH ? random.nextInt(8) : random.nextInt(5)) {
      case 0 -> JSON.textNode("any \u2028 \"text\"");
      case 1 -> JSON.numberNode(random.nextLong());
      case 2 -> JSON.numberNode(new BigDecimal("12345678901234567890.123456789"));
      case 3 -> JSON.booleanNode(random.nextBoolean());
      case 4 -> JSON.textNode("");
      case 5 -> JSON.arrayNode().add(any(depth + 1)).addNull();
      case 6 -> JSON.objectNode().set("deep", any(depth + 1));
      default -> JSON.objectNode().putNull("nothing");
    };
  }

  private JsonNode text(String format) {
    String text =
        switch (format) {
          case "date" -> LocalDate.ofEpochDay(random.nextInt(40_000)).toString();
          case "date-time" ->
              OffsetDateTime.ofInstant(
                      java.time.Instant.ofEpochSecond(
                          random.nextInt(), random.nextInt(1_000_000_000)),
                      ZoneOffset.ofTotalSeconds(random.nextInt(-18, 19) * 1800))
                  .format(java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME);
          case "uri" -> "https://example.com/" + random.nextInt() + "?q=%20#f";
          case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
          case "byte" ->
              Base64.getEncoder()
                  .encodeToString(
                      String.valueOf(random.nextInt()).getBytes(StandardCharsets.UTF_8));
          default ->
              random.nextInt(5) == 0 ? "" : "text " + random.nextInt() + " \u00fc\ud83d\ude00\t\\";
        };
    return JSON.textNode(text);
  }

  private JsonNode integer(String format) {
    return switch (format) {
      case "int32" -> JSON.numberNode(random.nextInt());
      case "int64" -> JSON.numberNode(random.nextLong());
      default -> JSON.numberNode(new BigInteger(random.nextInt(200), random));
    };
  }

  private JsonNode number(String format) {
    return switch (format) {
      case "float" -> JSON.numberNode(random.nextInt(100_000) / 8f);
      case "double" -> JSON.numberNode(random.nextInt() / 1024d);
      default -> JSON.numberNode(new BigDecimal(new BigInteger(100, random), random.nextInt(20)));
    };
  }
}
