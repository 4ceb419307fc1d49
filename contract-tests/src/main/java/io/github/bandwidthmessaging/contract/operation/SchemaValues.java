package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Random values of a schema, and values at each of its boundaries, on both sides. Everything is
 * read from the document, so an edit changes them.
 */
public final class SchemaValues {
  /** Strings that a header or a path can contain. */
  private static final List<String> PLAIN = List.of("a", "Z", "7", "-");

  /** The objects in objects that have optional properties; schemas can contain themselves. */
  private static final int DEEPEST = 4;

  private static final int MOST_REPEATED = 50;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of("a", "Z", "7", " ", "é", "ж", "語", "😀", "\n", "\"", "\\", "&", "\u0000", "\u2028");

  /**
   * What a format accepts, and what it almost accepts. Not among them: {@code https:}, which is a
   * URI by RFC 3986 but not for Prism.
   */
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "uri",
          List.of(
              "https://example.com/a.png",
              "http://example.com",
              "HTTPS://user@example.com:8443/a%20b;c?d=e&f=%C3%A9#g",
              "https://[::1]/a",
              "https://under_score.example/a",
              "ftp://example.com/a",
              "mailto:a@example.com",
              "urn:isbn:1",
              "a picture",
              "example.com/a.png",
              "//example.com/a.png",
              "/a.png",
              "https://",
              "https://example.com/a b",
              "https://example.com/é",
              "https://bücher.example/",
              "https://example.com/%zz",
              "https://example.com/a|b",
              "https://example.com/a\n",
              "https://example.com:port/"),
          "date",
          List.of("2099-12-31", "2024-02-29", "2023-02-29", "2099-13-01", "31.12.2099", "today"),
          "uuid",
          List.of(
              "93de2206-9669-4e07-948d-329f4b722ee2",
              "93DE2206-9669-4E07-948D-329F4B722EE2",
              "93de2206-9669-4e07-948d",
              "none"),
          "byte",
          List.of("aGVsbG8x"),
          "email",
          List.of("a@example.com", "none"),
          "hostname",
          List.of("example.com", "a b"),
          "ipv4",
          List.of("192.0.2.1", "192.0.2.256"),
          "ipv6",
          List.of("2001:db8::1", "2001:db8"),
          "date-time",
          List.of(
              "2099-12-31T23:59:59.999+02:00",
              "2021-10-02T15:00:00Z",
              "2099-12-31t23:59:59z",
              "2099-12-31T23:59:59.1234567890123-00:00",
              "2016-12-31T23:59:60Z",
              "2099-02-28T00:00:00+23:59",
              "2099-02-29T00:00:00Z",
              "2099-13-01T00:00:00Z",
              "2099-12-31T24:00:00Z",
              "2099-12-31T23:59:61Z",
              "2099-12-31T23:59:59+24:00",
              "2099-12-31T23:59:59+0200",
              "2099-12-31T23:59:59+02",
              "2099-12-31 23:59:59Z",
              "2099-12-31T23:59:59",
              "2099-12-31T23:59Z",
              "2099-12-31",
              "12099-12-31T23:59:59Z",
              "tomorrow"));

  /**
   * Values at one side of a boundary. They are valid or not, or for the judges to say: what is
   * close to a pattern or a format can be either.
   */
  public record Boundary(String name, @Nullable Boolean isValid, Supplier<JsonNode> values) {
    public JsonNode value() {
      return values.get();
    }

    private Boundary undecided() {
      return new Boundary(name, null, values);
    }

    /** What the generator knows of its values is one more opinion. */
    public boolean isWrongAbout(boolean valid) {
      return isValid != null && isValid != valid;
    }

    /** Returns place and keyword, for example {@code to[]: pattern}, which has several sides. */
    public String keyword() {
      return name.replaceFirst(": beyond ", ": ")
          .replaceFirst("(?s): (pattern|format|only).*", ": $1");
    }

    /** Puts the values into a larger one. */
    public Boundary inside(String path, UnaryOperator<JsonNode> outer) {
      return new Boundary(path + name, isValid, () -> outer.apply(value()));
    }
  }

  private final JsonNode document;
  private final Random random;
  private final List<String> texts;
  private final Set<JsonNode> around = new HashSet<>();
  private int depth;
  private final Map<String, PatternWalk> walks = new HashMap<>();

  public SchemaValues(JsonNode document, Random random) {
    this(document, random, TEXTS);
  }

  /** Returns values whose texts a header or a path can have in them. */
  public static SchemaValues ofPlainTexts(JsonNode document, Random random) {
    return new SchemaValues(document, random, PLAIN);
  }

  private SchemaValues(JsonNode document, Random random, List<String> texts) {
    this.document = document;
    this.random = random;
    this.texts = texts;
  }

  /** Returns a value that the schema takes, as far as its formats are known. */
  public JsonNode value(JsonNode schema) {
    if (schema.has(PrismCopy.WHOLE)) {
      return value(schema.get(PrismCopy.WHOLE));
    }
    JsonNode resolved = resolved(schema);
    List<JsonNode> alternatives = alternatives(resolved);
    if (!alternatives.isEmpty()) {
      return value(any(alternatives));
    }
    if (resolved.has("enum")) {
      return any(resolved.get("enum"));
    }
    return switch (type(resolved)) {
      case "object" -> object(resolved, any(needs(resolved)));
      case "array" -> {
        int least = resolved.path("minItems").asInt(0);
        yield array(resolved, Math.min(least + random.nextInt(3), max(resolved, "maxItems", 9)));
      }
      case "string" -> JSON.textNode(string(resolved));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "integer", "number" -> number(resolved, number(resolved));
      case "" -> JSON.textNode(any(texts));
      default -> throw new IllegalArgumentException("No values are known of " + resolved);
    };
  }

  /** Returns the boundaries of a schema and of all that is in it. */
  public List<Boundary> boundaries(JsonNode schema) {
    JsonNode resolved = resolved(schema);
    List<Boundary> found = new ArrayList<>();
    List<JsonNode> alternatives = alternatives(resolved);
    if (!alternatives.isEmpty()) {
      // The other type of one alternative can be that of another.
      for (JsonNode alternative : alternatives) {
        for (Boundary boundary : boundaries(alternative)) {
          found.add(boundary.name().equals(": type") ? boundary.undecided() : boundary);
        }
      }
      return found;
    }
    String type = type(resolved);
    found.add(new Boundary(": value", true, () -> value(resolved)));
    if (type.isEmpty() || !around.add(resolved)) {
      // What contains itself has the same boundaries all the way down.
      return found;
    }
    found.add(
        new Boundary(
            ": type",
            (resolved.path("nullable").asBoolean() || type.equals("number")) ? null : false,
            () -> otherType(type)));
    if (resolved.has("enum")) {
      found.add(
          new Boundary(": enum", null, () -> JSON.textNode(almost(any(resolved.get("enum"))))));
    } else if (type.equals("object")) {
      addOfObject(resolved, found);
    } else if (type.equals("array")) {
      addOfArray(resolved, found);
    } else if (type.equals("string")) {
      addOfString(resolved, found);
    } else if (!type.equals("boolean")) {
      addOfNumber(resolved, found);
    }
    around.remove(resolved);
    return found;
  }

  private void addOfNumber(JsonNode schema, List<Boundary> found) {
    for (String limit : List.of("minimum", "maximum")) {
      if (schema.has(limit)) {
        BigDecimal inside = limit(schema, limit);
        BigDecimal step = BigDecimal.valueOf(limit.startsWith("min") ? -1 : 1);
        found.add(new Boundary(": " + limit, true, () -> number(schema, inside)));
        found.add(new Boundary(": beyond " + limit, false, () -> number(schema, inside.add(step))));
      }
    }
  }

  private void addOfObject(JsonNode schema, List<Boundary> found) {
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              for (Boundary boundary : boundaries(property.getValue())) {
                found.add(boundary.inside(name, value -> with(schema, name, value)));
              }
              found.add(
                  new Boundary(
                      name + ": absent",
                      names(schema.path("required")).contains(name) ? false : null,
                      () -> ((ObjectNode) value(schema)).without(List.of(name))));
            });
    for (Set<String> need : needs(schema)) {
      found.add(new Boundary(": only " + need, true, () -> only(schema, need)));
    }
    if (schema.has("anyOf")) {
      found.add(new Boundary(": anyOf", false, () -> withoutAny(schema)));
    }
    if (schema.path("additionalProperties").isBoolean()) {
      // Prism ends at a name that is not ASCII, which it puts into a header.
      found.add(
          new Boundary(
              ": additionalProperties",
              schema.get("additionalProperties").booleanValue(),
              () ->
                  with(
                      schema,
                      any(propertyNames(schema)) + any(List.of("x", "_", "2", "-")),
                      JSON.textNode("x"))));
    }
  }

  private void addOfArray(JsonNode schema, List<Boundary> found) {
    for (String limit : List.of("minItems", "maxItems")) {
      if (schema.has(limit)) {
        int items = schema.get(limit).asInt();
        int beyond = limit.startsWith("min") ? items - 1 : items + 1;
        found.add(new Boundary(": " + limit, true, () -> array(schema, items)));
        if (beyond >= 0) {
          found.add(new Boundary(": beyond " + limit, false, () -> array(schema, beyond)));
        }
      }
    }
    for (Boundary boundary : boundaries(schema.path("items"))) {
      found.add(
          boundary.inside(
              "[]",
              item -> {
                ArrayNode array = array(schema, Math.max(1, schema.path("minItems").asInt()));
                array.set(random.nextInt(array.size()), item);
                return array;
              }));
    }
  }

  private void addOfString(JsonNode schema, List<Boundary> found) {
    for (String limit : List.of("minLength", "maxLength")) {
      if (schema.has(limit)) {
        int length = schema.get(limit).asInt();
        int beyond = limit.startsWith("min") ? length - 1 : length + 1;
        found.add(new Boundary(": " + limit, true, () -> JSON.textNode(ofLength(schema, length))));
        if (beyond >= 0) {
          found.add(
              new Boundary(
                  ": beyond " + limit, false, () -> JSON.textNode(ofLength(schema, beyond))));
        }
      }
    }
    if (schema.has("pattern")) {
      PatternWalk walk = walk(schema);
      found.add(new Boundary(": pattern, longest", true, () -> JSON.textNode(walk.longest())));
      found.add(new Boundary(": pattern, too long", null, () -> JSON.textNode(walk.tooLong())));
      found.add(new Boundary(": pattern, shortest", true, () -> JSON.textNode(walk.shortest())));
      found.add(new Boundary(": pattern, too short", null, () -> JSON.textNode(walk.tooShort())));
      // What is easily taken for the end of a text.
      found.add(
          new Boundary(": pattern, line break", null, () -> JSON.textNode(walk.matching() + "\n")));
      found.add(new Boundary(": pattern, one edit", null, () -> JSON.textNode(walk.almost())));
    }
    if (samples(schema).size() > 1) {
      for (String sample : samples(schema)) {
        found.add(new Boundary(": format " + sample, null, () -> JSON.textNode(sample)));
      }
      found.add(
          new Boundary(
              ": format, one edit", null, () -> JSON.textNode(almost(any(samples(schema))))));
    }
  }

  private ObjectNode object(JsonNode schema, Set<String> need) {
    ObjectNode object = JSON.objectNode();
    depth++;
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (need.contains(property.getKey()) || (depth < DEEPEST && random.nextBoolean())) {
        object.set(property.getKey(), value(property.getValue()));
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      object.set("x", value(schema.get("additionalProperties")));
    }
    depth--;
    return object;
  }

  private BigDecimal number(JsonNode schema) {
    BigDecimal range = BigDecimal.valueOf(1000);
    BigDecimal least = schema.path("minimum").decimalValue();
    if (schema.has("maximum")) {
      BigDecimal most = limit(schema, "maximum");
      least = schema.has("minimum") ? limit(schema, "minimum") : most.subtract(range);
      range = most.subtract(least).min(range);
    } else if (schema.has("minimum")) {
      least = limit(schema, "minimum");
    }
    return least.add(BigDecimal.valueOf(random.nextInt(range.intValue() + 1)));
  }

  /** An integer is one that others take for one, too. */
  static JsonNode number(JsonNode schema, BigDecimal value) {
    if (!type(schema).equals("integer")) {
      return JSON.numberNode(value);
    }
    BigInteger whole = value.setScale(0, RoundingMode.DOWN).toBigInteger();
    return whole.bitLength() < Integer.SIZE
        ? JSON.numberNode(whole.intValue())
        : JSON.numberNode(whole.longValue());
  }

  /** Returns the last whole step that a limit lets through. */
  private static BigDecimal limit(JsonNode schema, String limit) {
    BigDecimal step = BigDecimal.valueOf(limit.startsWith("min") ? 1 : -1);
    BigDecimal at = schema.get(limit).decimalValue();
    return schema.path(limit.replaceFirst("m", "exclusiveM")).asBoolean() ? at.add(step) : at;
  }

  /**
   * Returns what a schema is one of, with the value that selects it; a list of required properties
   * is not an alternative.
   */
  static List<JsonNode> alternatives(JsonNode schema) {
    List<JsonNode> alternatives = new ArrayList<>();
    schema.path("oneOf").forEach(alternatives::add);
    if (!schema.has("properties")) {
      schema.path("anyOf").forEach(alternatives::add);
    }
    String selector = schema.at("/discriminator/propertyName").asText();
    for (Map.Entry<String, JsonNode> value : schema.at("/discriminator/mapping").properties()) {
      alternatives.replaceAll(
          alternative ->
              alternative.path("$ref").equals(value.getValue())
                  ? selected(alternative, selector, value.getKey())
                  : alternative);
    }
    return alternatives;
  }

  private static JsonNode selected(JsonNode alternative, String selector, String value) {
    ObjectNode both = JSON.objectNode();
    ObjectNode property =
        both.putArray("allOf")
            .add(alternative)
            .addObject()
            .putObject("properties")
            .putObject(selector);
    property.put("type", "string").putArray("enum").add(value);
    return both;
  }

  private static String type(JsonNode schema) {
    return schema.path("type").asText(schema.has("properties") ? "object" : "");
  }

  private ObjectNode only(JsonNode schema, Set<String> names) {
    ObjectNode object = object(schema, names);
    return object.retain(names);
  }

  /** Returns the sets of properties of which an object needs one. */
  private static List<Set<String>> needs(JsonNode schema) {
    List<Set<String>> needs = new ArrayList<>();
    for (JsonNode any : schema.has("anyOf") ? schema.get("anyOf") : List.of(JSON.objectNode())) {
      Set<String> need = new LinkedHashSet<>(names(schema.path("required")));
      need.addAll(names(any.path("required")));
      needs.add(need);
    }
    return needs;
  }

  private ArrayNode array(JsonNode schema, int size) {
    ArrayNode array = JSON.arrayNode();
    Set<JsonNode> seen = new HashSet<>();
    boolean unique = schema.path("uniqueItems").asBoolean();
    for (int i = 0; array.size() < size && i < size + MOST_REPEATED; i++) {
      JsonNode item = value(schema.path("items"));
      if (seen.add(item) || !unique) {
        array.add(item);
      }
    }
    return array;
  }

  private String string(JsonNode schema) {
    if (schema.has("pattern")) {
      return walk(schema).matching();
    }
    if (isFormatted(schema)) {
      return samples(schema).get(0);
    }
    int least = schema.path("minLength").asInt(0);
    return ofLength(schema, Math.min(least + random.nextInt(30), max(schema, "maxLength", 30)));
  }

  private String ofLength(JsonNode schema, int length) {
    if (isFormatted(schema)) {
      String start = samples(schema).get(0);
      return length < start.length()
          ? start.substring(0, length)
          : start + "x".repeat(length - start.length());
    }
    StringBuilder text = new StringBuilder();
    // Some texts are of one kind, so that each count of characters is told from the others.
    List<String> from = random.nextBoolean() ? texts : List.of(any(texts));
    IntStream.range(0, length).forEach(i -> text.append(any(from)));
    return text.toString();
  }

  private JsonNode otherType(String type) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    values.put("null", JSON.nullNode());
    values.put("boolean", JSON.booleanNode(true));
    values.put("number", JSON.numberNode(42));
    values.put("string", JSON.textNode("42"));
    values.put("array", JSON.arrayNode().add(42));
    values.put("object", JSON.objectNode());
    values.remove(type.equals("integer") ? "number" : type);
    return any(new ArrayList<>(values.values()));
  }

  private String almost(JsonNode text) {
    return almost(text.asText());
  }

  private String almost(String text) {
    return switch (random.nextInt(4)) {
      case 0 -> text.toUpperCase(Locale.ROOT);
      case 1 -> text.isEmpty() ? "x" : text.substring(1);
      case 2 -> text + any(TEXTS);
      default -> {
        int at = random.nextInt(text.length() + 1);
        yield text.substring(0, at) + any(TEXTS) + text.substring(at);
      }
    };
  }

  private PatternWalk walk(JsonNode schema) {
    return walks.computeIfAbsent(
        schema.get("pattern").asText(),
        pattern -> new PatternWalk(pattern, schema.path("example").asText(), random));
  }

  /** Every text is of a format that is not known. */
  private static boolean isFormatted(JsonNode schema) {
    return !samples(schema).isEmpty();
  }

  private static List<String> samples(JsonNode schema) {
    return FORMATS.getOrDefault(schema.path("format").asText(), List.of());
  }

  JsonNode resolved(JsonNode schema) {
    return resolved(document, schema);
  }

  /** Follows a reference, and puts all parts of an {@code allOf} into one object. */
  static JsonNode resolved(JsonNode document, JsonNode schema) {
    JsonNode resolved = Operation.resolved(document, schema);
    if (!resolved.has("allOf")) {
      return resolved;
    }
    ObjectNode all = ((ObjectNode) resolved.deepCopy()).without(List.of("allOf"));
    for (JsonNode part : resolved.get("allOf")) {
      for (Map.Entry<String, JsonNode> keyword : resolved(document, part).properties()) {
        JsonNode before = all.path(keyword.getKey());
        if (before.isObject() && keyword.getValue().isObject()) {
          ((ObjectNode) before).setAll((ObjectNode) keyword.getValue().deepCopy());
        } else if (before.isArray() && keyword.getValue().isArray()) {
          ((ArrayNode) before).addAll((ArrayNode) keyword.getValue());
        } else {
          all.set(keyword.getKey(), keyword.getValue().deepCopy());
        }
      }
    }
    return all;
  }

  private ObjectNode with(JsonNode schema, String name, JsonNode value) {
    return ((ObjectNode) value(schema)).set(name, value);
  }

  private ObjectNode withoutAny(JsonNode schema) {
    ObjectNode object = (ObjectNode) value(schema);
    schema.get("anyOf").forEach(any -> object.remove(names(any.get("required"))));
    return object;
  }

  private static List<String> propertyNames(JsonNode schema) {
    return schema.path("properties").properties().stream().map(Map.Entry::getKey).toList();
  }

  private static int max(JsonNode schema, String limit, int other) {
    return schema.path(limit).asInt(other);
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.asText()));
    return names;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private JsonNode any(JsonNode array) {
    return array.get(random.nextInt(array.size()));
  }
}
