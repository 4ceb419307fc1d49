package io.github.bandwidthmessaging.check.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Every small mistake that a document can have: each part missing, changed or renamed, and each
 * absent keyword added. Descriptions stay as they are.
 */
public final class DocumentMutants {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
  private static final List<String> TYPES =
      List.of("string", "integer", "number", "boolean", "array", "object");
  private static final List<String> UNIONS = List.of("oneOf", "anyOf", "allOf");
  private static final Map<String, String> FORMATS =
      Map.of("date-time", "date", "int32", "int64", "uri", "email");

  /** Objects whose keys are names, not keywords, with what they name. */
  private static final Map<String, String> MAPS =
      Map.of(
          "callbacks", "callback",
          "content", "media type",
          "examples", "example",
          "mapping", "event type",
          "paths", "path",
          "properties", "property",
          "responses", "status",
          "schemas", "schema",
          "securitySchemes", "security scheme");

  /** Keywords that a schema of a type can have, and usually lacks. */
  private static final Map<String, Map<String, JsonNode>> CONSTRAINTS =
      Map.of(
          "string",
              Map.of(
                  "maxLength", JSON.numberNode(3000),
                  "minLength", JSON.numberNode(1),
                  "pattern", JSON.textNode("^."),
                  "format", JSON.textNode("email"),
                  "enum", JSON.arrayNode().add("x")),
          "array",
              Map.of(
                  "maxItems", JSON.numberNode(100),
                  "minItems", JSON.numberNode(1),
                  "uniqueItems", JSON.booleanNode(true)),
          "integer", Map.of("maximum", JSON.numberNode(1_000_000), "minimum", JSON.numberNode(0)),
          "object", Map.of("additionalProperties", JSON.booleanNode(false)));

  private static final Map<String, JsonNode> MARKS =
      Map.of(
          "nullable", JSON.booleanNode(true),
          "readOnly", JSON.booleanNode(true),
          "writeOnly", JSON.booleanNode(true),
          "deprecated", JSON.booleanNode(true),
          "default", JSON.textNode("x"),
          "x-sensitive", JSON.booleanNode(true));

  /** One mistake: its kind, place and description, the object of the document, and the edit. */
  public record Mutant(String kind, String where, String pointer, Consumer<JsonNode> edit) {
    /** Returns an edited copy that shares with the document all objects that stay as they are. */
    public JsonNode of(JsonNode document) {
      JsonNode copy = copy(document);
      JsonNode container = copy;
      for (String escaped : pointer.split("/", -1)) {
        if (!escaped.isEmpty()) {
          String name = escaped.replace("~1", "/").replace("~0", "~");
          JsonNode inner;
          if (container instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            inner = copy(array.path(index));
            array.set(index, inner);
          } else {
            inner = copy(container.path(name));
            ((ObjectNode) container).set(name, inner);
          }
          container = inner;
        }
      }
      edit.accept(container);
      return copy;
    }

    private static JsonNode copy(JsonNode container) {
      return container.isArray()
          ? JSON.arrayNode().addAll((ArrayNode) container)
          : JSON.objectNode().setAll((ObjectNode) container);
    }

    @Override
    public String toString() {
      return kind + " at " + where;
    }
  }

  private final JsonNode document;
  private final List<Mutant> mutants = new ArrayList<>();

  private DocumentMutants(JsonNode document) {
    this.document = document;
  }

  public static List<Mutant> of(JsonNode document) {
    DocumentMutants mutants = new DocumentMutants(document);
    mutants.keywords("", document);
    return mutants.mutants;
  }

  private void keywords(String pointer, JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String keyword = entry.getKey();
      JsonNode value = entry.getValue();
      String place = pointer + "/" + YamlLines.escaped(keyword);
      if (DocumentStatements.PROSE.contains(keyword) || keyword.equals("info")) {
        continue;
      }
      if (!MAPS.containsKey(keyword)) {
        drop("drop " + keyword, pointer, keyword);
      }
      if (keyword.equals("value") || keyword.equals("example")) {
        data(keyword.equals("value") ? "example" : "inline example", place, value);
      } else if (MAPS.containsKey(keyword)) {
        names(MAPS.getOrDefault(keyword, ""), place, value);
      } else if (value.isObject()) {
        keywords(place, value);
      } else if (value.isArray()) {
        items(keyword, place, value);
      } else {
        scalar(keyword, pointer, value);
      }
      if (METHODS.contains(keyword)) {
        METHODS.forEach(method -> rename("rename method", pointer, keyword, method));
      }
    }
    additions(pointer, node);
  }

  private void names(String kind, String pointer, JsonNode map) {
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      String name = entry.getKey();
      String place = pointer + "/" + YamlLines.escaped(name);
      drop("drop " + kind, pointer, name);
      // Renaming a component would rename its references.
      if (!pointer.startsWith("/components/")
          || kind.equals("property")
          || kind.equals("event type")) {
        boolean number = name.matches("\\d+");
        rename("rename " + kind, pointer, name, number ? next(name) : name + "x");
      }
      if (entry.getValue().isTextual()) {
        map.properties().stream()
            .map(other -> other.getValue().asText())
            .filter(other -> !other.equals(entry.getValue().asText()))
            .forEach(other -> change("reference", pointer, name, other));
      } else if (kind.equals("callback")) {
        names("callback URL", place, entry.getValue());
      } else {
        keywords(place, entry.getValue());
      }
    }
    switch (kind) {
      case "property" ->
          set("add property", pointer, "added", JSON.objectNode().put("type", "string"));
      case "status" -> {
        // Among the components, nothing would refer to it.
        if (!pointer.startsWith("/components/")) {
          set("add status", pointer, "409", JSON.objectNode().put("description", "string"));
        }
      }
      case "path", "media type", "event type" -> {
        Map.Entry<String, JsonNode> first = map.properties().iterator().next();
        set("add " + kind, pointer, first.getKey() + "-added", first.getValue());
      }
      default -> {}
    }
  }

  private void items(String keyword, String pointer, JsonNode array) {
    for (int i = 0; i < array.size(); i++) {
      int index = i;
      String place = pointer + "/" + i;
      add("drop one of " + keyword, place, pointer, list -> ((ArrayNode) list).remove(index));
      if (array.path(i).isTextual()) {
        String other = array.path(i).asText() + "x";
        add(
            "change one of " + keyword,
            place,
            pointer,
            list -> ((ArrayNode) list).set(index, other));
      } else {
        keywords(place, array.path(i));
      }
    }
    switch (keyword) {
      case "enum" -> append(keyword, pointer, JSON.textNode("added"));
      case "security" -> append(keyword, pointer, JSON.objectNode());
      case "servers" ->
          append(keyword, pointer, JSON.objectNode().put("url", "https://example.com"));
      case "oneOf" -> append(keyword, pointer, JSON.objectNode().put("type", "boolean"));
      case "parameters" -> {
        ObjectNode parameter = JSON.objectNode().put("name", "added").put("in", "query");
        parameter.putObject("schema").put("type", "string");
        append(keyword, pointer, parameter);
      }
      default -> {}
    }
  }

  private void scalar(String keyword, String pointer, JsonNode value) {
    String text = value.asText();
    if (value.isBoolean()) {
      set("flip " + keyword, pointer, keyword, JSON.booleanNode(!value.asBoolean()));
    } else if (value.isNumber()) {
      set("limit", pointer, keyword, JSON.numberNode(value.asInt() - 1));
      set("limit", pointer, keyword, JSON.numberNode(value.asInt() + 1));
    } else if (keyword.equals("type") && TYPES.contains(text)) {
      TYPES.stream()
          .filter(type -> !type.equals(text))
          .forEach(type -> change("type", pointer, keyword, type));
    } else if (keyword.equals("pattern")) {
      patterns(text).forEach(pattern -> change("pattern", pointer, keyword, pattern));
    } else if (keyword.equals("$ref")) {
      String folder = text.substring(0, text.lastIndexOf('/') + 1);
      // A schema that contains itself would be another kind of mistake.
      document.at(folder.substring(1, folder.length() - 1)).properties().stream()
          .filter(other -> other.getValue().findValue("$ref") == null)
          .map(other -> folder + other.getKey())
          .filter(other -> !other.equals(text))
          .limit(2)
          .forEach(other -> change("reference", pointer, keyword, other));
    } else {
      String other = FORMATS.getOrDefault(text, text + "x");
      change("change " + keyword, pointer, keyword, other);
    }
  }

  /** Changes data, not a schema: each value, field and item. */
  private void data(String kind, String pointer, JsonNode value) {
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    String key = pointer.substring(pointer.lastIndexOf('/') + 1);
    if (value.isObject()) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        drop(kind + " field", pointer, field.getKey());
        data(kind, pointer + "/" + field.getKey(), field.getValue());
      }
      set(kind + " field", pointer, "added", JSON.textNode("x"));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        int index = i;
        add(kind + " item", pointer + "/" + i, pointer, list -> ((ArrayNode) list).remove(index));
        data(kind, pointer + "/" + i, value.path(i));
      }
    } else {
      JsonNode other =
          value.isNumber()
              ? JSON.numberNode(value.asInt() + 1)
              : JSON.textNode(value.asText() + "x");
      add(
          kind + " value",
          pointer,
          parent,
          container -> {
            if (container instanceof ArrayNode array) {
              array.set(Integer.parseInt(key), other);
            } else {
              ((ObjectNode) container).set(key, other);
            }
          });
    }
  }

  /** Adds keywords that a schema lacks. */
  private void additions(String pointer, JsonNode node) {
    boolean isSchema = TYPES.contains(node.path("type").asText());
    if (isSchema) {
      addAbsent(pointer, node, CONSTRAINTS.getOrDefault(node.path("type").asText(), Map.of()));
    }
    if (isSchema || node.has("oneOf")) {
      addAbsent(pointer, node, MARKS);
    }
    for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
      if (!DocumentStatements.strings(node.path("required")).contains(property.getKey())) {
        String name = property.getKey();
        add("require", pointer + " " + name, pointer, schema -> require((ObjectNode) schema, name));
      }
    }
    for (String union : UNIONS) {
      for (String other : UNIONS) {
        if (node.has(union) && !union.equals(other)) {
          rename("change union", pointer, union, other);
        }
      }
    }
  }

  private void addAbsent(String pointer, JsonNode node, Map<String, JsonNode> keywords) {
    keywords.forEach(
        (keyword, value) -> {
          if (!node.has(keyword)) {
            set("add " + keyword, pointer, keyword, value);
          }
        });
  }

  /** Returns the patterns that differ in one character or one number. */
  private static Set<String> patterns(String pattern) {
    Set<String> others = new LinkedHashSet<>();
    for (int i = 0; i < pattern.length(); i++) {
      others.add(pattern.substring(0, i) + pattern.substring(i + 1));
    }
    for (MatchResult number : Pattern.compile("\\d+").matcher(pattern).results().toList()) {
      for (int other : List.of(-1, 1)) {
        int value = Integer.parseInt(number.group()) + other;
        others.add(pattern.substring(0, number.start()) + value + pattern.substring(number.end()));
      }
    }
    others.removeIf(other -> !isPattern(other));
    return others;
  }

  private static boolean isPattern(String text) {
    try {
      return Pattern.compile(text) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void drop(String kind, String pointer, String name) {
    add(kind, pointer + "/" + name, pointer, object -> ((ObjectNode) object).remove(name));
  }

  private void change(String kind, String pointer, String name, String value) {
    set(kind, pointer, name, JSON.textNode(value));
  }

  private void set(String kind, String pointer, String name, JsonNode value) {
    add(
        kind,
        pointer + "/" + name + " = " + value,
        pointer,
        object -> ((ObjectNode) object).set(name, value));
  }

  private void append(String keyword, String pointer, JsonNode value) {
    add(
        "add to " + keyword,
        pointer + " + " + value,
        pointer,
        list -> ((ArrayNode) list).add(value));
  }

  private void rename(String kind, String pointer, String name, String other) {
    if (!name.equals(other)) {
      add(
          kind,
          pointer + "/" + name + " -> " + other,
          pointer,
          object -> ((ObjectNode) object).set(other, ((ObjectNode) object).remove(name)));
    }
  }

  private static void require(ObjectNode schema, String name) {
    schema.set("required", JSON.arrayNode().addAll(schema.withArray("required")).add(name));
  }

  private void add(String kind, String where, String pointer, Consumer<JsonNode> edit) {
    mutants.add(new Mutant(kind, where, pointer, edit));
  }

  private static String next(String number) {
    return String.valueOf(Integer.parseInt(number) + 1);
  }
}
