package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** JSON values that fit the schemas of a document. */
@NullUnmarked
public final class SchemaJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 5;

  /** Deeper than any finite value of a schema. */
  private static final int ENDLESS = 60;

  /** How much of a schema a value has. */
  public enum Amount {
    /** What is required. */
    MINIMAL,
    /** All properties, and one that the schema does not know where it allows that. */
    FULL,
    /** All properties, null where that is allowed. */
    NULLS,
    /** Another choice for each seed. */
    RANDOM
  }

  private static final class EndlessException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final JsonNode document;
  private final Amount amount;
  private final Random random;

  /** Makes values from {@code components/schemas} of a document; the same for the same seed. */
  public SchemaJson(JsonNode document, Amount amount, long seed) {
    this.document = document;
    this.amount = amount;
    this.random = new Random(seed);
  }

  /** Returns a value; empty if the schema requires itself, so that no value ends. */
  public Optional<JsonNode> value(String schema) {
    try {
      return Optional.of(value(document.at("/components/schemas").path(schema), schema, 0));
    } catch (EndlessException e) {
      return Optional.empty();
    }
  }

  private boolean includes(boolean required, int depth) {
    return required
        || switch (amount) {
          case MINIMAL -> false;
          case FULL, NULLS -> depth < MAX_DEPTH;
          case RANDOM -> depth < MAX_DEPTH && random.nextInt(3) > 0;
        };
  }

  private boolean isNull(JsonNode schema, int oneIn) {
    return isNullable(schema)
        && (amount == Amount.NULLS || (amount == Amount.RANDOM && random.nextInt(oneIn) == 0));
  }

  private boolean isNullable(JsonNode schema) {
    if (schema.path("nullable").asBoolean() || saysNull(schema)) {
      return true;
    }
    for (JsonNode type : schema.path("type")) {
      if (type.asText().equals("null")) {
        return true;
      }
    }
    if (schema.has("allOf") && schema.size() == 1) {
      for (JsonNode part : schema.get("allOf")) {
        if (!isNullable(part)) {
          return false;
        }
      }
      return true;
    }
    return schema.has("$ref") && isNullable(resolved(schema));
  }

  private static boolean saysNull(JsonNode schema) {
    for (String keyword : List.of("oneOf", "anyOf")) {
      for (JsonNode alternative : schema.path(keyword)) {
        if (alternative.path("type").asText().equals("null")) {
          return true;
        }
      }
    }
    return false;
  }

  private JsonNode resolved(JsonNode schema) {
    return document.at(schema.get("$ref").asText().substring(1));
  }

  private JsonNode value(JsonNode schema, String name, int depth) {
    if (depth > ENDLESS) {
      throw new EndlessException();
    }
    if (schema.has("$ref")) {
      String ref = schema.get("$ref").asText();
      // A reference is a step as well: it may lead to itself.
      return value(resolved(schema), ref.substring(ref.lastIndexOf('/') + 1), depth + 1);
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return enumValue(schema);
    }
    List<JsonNode> alternatives = alternatives(schema, name);
    if (!alternatives.isEmpty() && !schema.has("properties") && !schema.has("allOf")) {
      return discriminated(schema, chosen(alternatives), depth);
    }
    List<JsonNode> parts = new ArrayList<>();
    collect(schema, parts, depth);
    if (parts.stream().anyMatch(part -> part.has("properties"))
        && List.of("", "object").contains(type(schema))) {
      return object(schema, parts, name, depth);
    }
    // A later part often narrows an earlier one.
    JsonNode strictest =
        parts.stream().reduce((a, b) -> strictness(b) >= strictness(a) ? b : a).orElseThrow();
    if (!strictest.equals(schema) && strictness(strictest) > 0) {
      return value(strictest, name, depth + 1);
    }
    return switch (type(schema)) {
      case "string" -> text(schema.path("format").asText());
      case "integer" -> integer(schema.path("format").asText());
      case "number" -> number(schema.path("format").asText());
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "array" -> array(schema, name, depth);
      case "object" -> map(schema.path("additionalProperties"), name, depth);
      default -> any(depth);
    };
  }

  /** What a schema requires of a string or number. */
  private static int strictness(JsonNode schema) {
    if (schema.has("const") || schema.has("enum")) {
      return 4;
    }
    if (schema.has("format")) {
      return 3;
    }
    boolean typed = schema.has("type") || schema.has("items");
    return schema.path("type").toString().contains("\"integer\"") ? 2 : typed ? 1 : 0;
  }

  private <T> T chosen(List<T> values) {
    return values.get(amount == Amount.MINIMAL ? 0 : random.nextInt(values.size()));
  }

  private String type(JsonNode schema) {
    List<String> types = new ArrayList<>();
    schema.path("type").forEach(type -> types.add(type.asText()));
    types.remove("null");
    if (!types.isEmpty()) {
      return chosen(types);
    }
    return schema.has("items") ? "array" : schema.path("type").asText();
  }

  private JsonNode enumValue(JsonNode schema) {
    List<JsonNode> values = new ArrayList<>();
    schema.get("enum").forEach(values::add);
    values.removeIf(JsonNode::isNull);
    if (schema.path("type").asText().equals("string")) {
      values.removeIf(value -> !value.isTextual());
    }
    if (values.isEmpty()) {
      return NullNode.instance;
    }
    boolean open = values.size() > 1 && schema.path("format").isMissingNode();
    if (amount == Amount.RANDOM && open && values.get(0).isTextual() && random.nextInt(8) == 0) {
      return JSON.textNode("not yet in the document");
    }
    return chosen(values);
  }

  /** Alternatives that say more than what is required. */
  private List<JsonNode> alternatives(JsonNode schema, String name) {
    List<JsonNode> alternatives = new ArrayList<>();
    for (String keyword : List.of("oneOf", "anyOf")) {
      schema.path(keyword).forEach(alternatives::add);
    }
    alternatives.removeIf(
        a -> (a.size() == 1 && a.has("required")) || a.path("type").asText().equals("null"));
    if (alternatives.isEmpty() && schema.has("discriminator")) {
      document
          .at("/components/schemas")
          .properties()
          .forEach(
              candidate -> {
                for (JsonNode part : candidate.getValue().path("allOf")) {
                  if (part.path("$ref").asText().equals("#/components/schemas/" + name)) {
                    alternatives.add(
                        JSON.objectNode()
                            .put("$ref", "#/components/schemas/" + candidate.getKey()));
                  }
                }
              });
    }
    return alternatives;
  }

  private JsonNode discriminated(JsonNode union, JsonNode alternative, int depth) {
    JsonNode value = value(alternative, "", depth + 1);
    JsonNode discriminator = union.path("discriminator");
    if (discriminator.isObject() && value instanceof ObjectNode object) {
      String ref = alternative.path("$ref").asText();
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
          discriminator.get("propertyName").asText(),
          names.isEmpty() ? ref.substring(ref.lastIndexOf('/') + 1) : chosen(names));
    }
    return value;
  }

  private ObjectNode object(JsonNode schema, List<JsonNode> parts, String name, int depth) {
    ObjectNode object = JSON.objectNode();
    Set<String> required = new HashSet<>();
    for (JsonNode part : parts) {
      part.path("required").forEach(r -> required.add(r.asText()));
    }
    for (JsonNode part : parts) {
      for (String keyword : List.of("oneOf", "anyOf")) {
        List<JsonNode> restrictions = new ArrayList<>();
        part.path(keyword).forEach(restrictions::add);
        if (!restrictions.isEmpty()) {
          JsonNode restriction = chosen(restrictions);
          restriction.path("required").forEach(r -> required.add(r.asText()));
          if (restriction.has("$ref") || restriction.has("properties")) {
            if (value(restriction, "", depth + 1) instanceof ObjectNode restricted) {
              object.setAll(restricted);
            }
          }
        }
      }
    }
    properties(parts)
        .forEach(
            (property, value) -> {
              if (!value.isBoolean() && includes(required.contains(property), depth)) {
                object.set(
                    property,
                    isNull(value, 3)
                        ? NullNode.instance
                        : value(value, name + "." + property, depth + 1));
              }
            });
    for (JsonNode part : parts) {
      if (part.has("discriminator")) {
        object.put(part.at("/discriminator/propertyName").asText(), kindOf(part, name));
      }
    }
    JsonNode additional = schema.path("additionalProperties");
    boolean open = parts.stream().noneMatch(part -> isFalse(part.path("additionalProperties")));
    boolean more = amount == Amount.FULL || (amount == Amount.RANDOM && random.nextInt(3) == 0);
    if (open && more && depth < MAX_DEPTH) {
      boolean typed = additional.isObject() && !additional.isEmpty();
      object.set(
          "unknown " + random.nextInt(9), typed ? value(additional, name, depth + 1) : any(depth));
    }
    return object;
  }

  /** The properties of all parts; one that several parts have must fit all of them. */
  private static Map<String, JsonNode> properties(List<JsonNode> parts) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    for (JsonNode part : parts) {
      part.path("properties")
          .properties()
          .forEach(
              property ->
                  properties.merge(
                      property.getKey(),
                      property.getValue(),
                      (a, b) -> JSON.objectNode().set("allOf", JSON.arrayNode().add(a).add(b))));
    }
    return properties;
  }

  private static boolean isFalse(JsonNode node) {
    return node.isBoolean() && !node.asBoolean();
  }

  private static String kindOf(JsonNode parent, String name) {
    for (var mapped : parent.at("/discriminator/mapping").properties()) {
      if (mapped.getValue().asText().endsWith("/" + name)) {
        return mapped.getKey();
      }
    }
    return name;
  }

  private void collect(JsonNode schema, List<JsonNode> parts, int depth) {
    if (depth > ENDLESS) {
      throw new EndlessException();
    }
    JsonNode resolved = schema.has("$ref") ? resolved(schema) : schema;
    if (resolved.has("$ref")) {
      collect(resolved, parts, depth + 1);
      return;
    }
    resolved.path("allOf").forEach(part -> collect(part, parts, depth + 1));
    parts.add(resolved);
  }

  private ArrayNode array(JsonNode schema, String name, int depth) {
    ArrayNode array = JSON.arrayNode();
    Set<JsonNode> seen = new HashSet<>();
    JsonNode items = schema.path("items");
    schema.path("prefixItems").forEach(item -> array.add(value(item, name, depth + 1)));
    int least = Math.min(3, schema.path("minItems").asInt());
    int count =
        switch (amount) {
          case MINIMAL -> least;
          case FULL, NULLS -> depth < MAX_DEPTH ? Math.max(least, 2) : least;
          case RANDOM -> Math.max(least, depth < MAX_DEPTH ? random.nextInt(4) : 0);
        };
    for (int i = items.isBoolean() ? 0 : count; i > 0; i--) {
      JsonNode item = isNull(items, 2) ? NullNode.instance : value(items, name, depth + 1);
      if (!schema.path("uniqueItems").asBoolean() || seen.add(item)) {
        array.add(item);
      }
    }
    return array;
  }

  private ObjectNode map(JsonNode values, String name, int depth) {
    ObjectNode map = JSON.objectNode();
    if (isFalse(values)) {
      return map;
    }
    int count =
        switch (amount) {
          case MINIMAL -> 0;
          case FULL, NULLS -> depth < MAX_DEPTH ? 2 : 0;
          case RANDOM -> depth < MAX_DEPTH ? random.nextInt(4) : 0;
        };
    for (int i = count; i > 0; i--) {
      map.set(
          "key \"" + i,
          isNull(values, 2)
              ? NullNode.instance
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
              Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))
                  .atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(-18, 19) * 1800))
                  .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
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
