package io.github.bandwidthmessaging.check.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the limits that a description states with those that the schema sets. */
public final class LimitsInWords {
  /** Digits, letters and file sizes have no keyword; our patterns and tests check them. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "at most (\\d+)(?![\\d.]* ?(digits|letters|MB)|\\d)", Pattern.CASE_INSENSITIVE);

  /** A description whose limits are not those of its schema, which is at a JSON pointer. */
  public record Difference(String name, String sentence, String pointer) {
    @Override
    public String toString() {
      return name + ": " + sentence;
    }
  }

  private final List<Difference> differences = new ArrayList<>();

  private LimitsInWords() {}

  /** Returns the descriptions that state a different limit than their schemas. */
  public static List<Difference> differences(Document document) {
    LimitsInWords found = new LimitsInWords();
    found.ofComponents(map(document.root().get("components")));
    found.ofPaths("/paths", map(document.root().get("paths")));
    return found.differences;
  }

  private void ofComponents(Map<?, ?> components) {
    String at = "/components/";
    each(components.get("schemas"), at + "schemas", this::described);
    each(components.get("parameters"), at + "parameters", this::ofOwner);
    each(components.get("headers"), at + "headers", this::ofOwner);
    each(components.get("requestBodies"), at + "requestBodies", this::ofContent);
    each(components.get("responses"), at + "responses", this::ofResponse);
    each(
        components.get("callbacks"), at + "callbacks", (name, pointer, it) -> ofPaths(pointer, it));
  }

  private void ofPaths(String at, Map<?, ?> paths) {
    each(paths, at, this::ofPath);
  }

  private void ofPath(String path, String at, Map<?, ?> item) {
    ofParameters(path, at, item);
    for (String method : DocumentStatements.METHODS) {
      Map<?, ?> operation = map(item.get(method));
      String name = Objects.toString(operation.get("operationId"), method + " " + path);
      String own = at + "/" + method;
      ofParameters(name, own, operation);
      ofContent(name + ".request", own + "/requestBody", map(operation.get("requestBody")));
      each(
          operation.get("responses"),
          own + "/responses",
          (status, pointer, response) -> ofResponse(name + "." + status, pointer, response));
      each(
          operation.get("callbacks"), own + "/callbacks", (n, pointer, it) -> ofPaths(pointer, it));
    }
  }

  private void ofParameters(String name, String at, Map<?, ?> owner) {
    if (owner.get("parameters") instanceof List<?> parameters) {
      for (int i = 0; i < parameters.size(); i++) {
        Map<?, ?> parameter = map(parameters.get(i));
        String place = "%s.%s.%s".formatted(name, parameter.get("in"), parameter.get("name"));
        ofOwner(place, at + "/parameters/" + i, parameter);
      }
    }
  }

  private void ofResponse(String name, String at, Map<?, ?> response) {
    each(
        response.get("headers"),
        at + "/headers",
        (header, pointer, it) -> ofOwner(name + " header " + header, pointer, it));
    ofContent(name, at, response);
  }

  private void ofContent(String name, String at, Map<?, ?> body) {
    each(
        body.get("content"),
        at + "/content",
        (type, pointer, content) -> {
          Map<?, ?> schema = map(content.get("schema"));
          // A body can be described apart from the limits of its schema.
          if (schema.containsKey("description") || limits(schema).findAny().isPresent()) {
            compare(
                name,
                pointer + "/schema",
                schema,
                schema.containsKey("description") ? schema : body);
          }
          inside(name, pointer + "/schema", schema);
        });
  }

  /** A parameter or a header is described in place of its schema. */
  private void ofOwner(String name, String at, Map<?, ?> owner) {
    Map<?, ?> schema = map(owner.get("schema"));
    compare(name, at, schema, owner.containsKey("description") ? owner : schema);
    inside(name, at + "/schema", schema);
  }

  private void described(String name, String at, Map<?, ?> schema) {
    compare(name, at, schema, schema);
    inside(name, at, schema);
  }

  /** Goes through the properties of a schema, of its items, values and alternatives. */
  private void inside(String name, String at, Map<?, ?> schema) {
    each(
        schema.get("properties"),
        at + "/properties",
        (property, pointer, of) -> described(name + "." + property, pointer, of));
    parts(schema).forEach((key, part) -> inside(name, at + key, part));
  }

  private void compare(String name, String pointer, Map<?, ?> schema, Map<?, ?> described) {
    Set<Integer> set = new TreeSet<>();
    limits(schema, "maxLength", "maxItems").forEach(set::add);
    Set<Integer> told = new TreeSet<>();
    LIMIT
        .matcher(Objects.toString(described.get("description"), ""))
        .results()
        .forEach(limit -> told.add(Integer.valueOf(limit.group(1))));
    if (!set.containsAll(told)) {
      // The largest value of a number need not be stated.
      limits(schema, "maximum").forEach(set::add);
    }
    if (!set.equals(told)) {
      differences.add(
          new Difference(
              name,
              "the schema says at most %s, its description %s".formatted(set, told),
              pointer));
    }
  }

  /** The limits of the schema and of its parts, but not of its properties. */
  private static Stream<Integer> limits(Map<?, ?> schema, String... keywords) {
    return Stream.concat(
        Stream.of(keywords)
            .map(schema::get)
            .filter(Integer.class::isInstance)
            .map(Integer.class::cast),
        parts(schema).values().stream().flatMap(part -> limits(part, keywords)));
  }

  /** Returns the parts and alternatives of a value, by the pointer from the schema. */
  private static Map<String, Map<?, ?>> parts(Map<?, ?> schema) {
    Map<String, Map<?, ?>> parts = new LinkedHashMap<>();
    for (String keyword : List.of("items", "additionalProperties")) {
      if (schema.get(keyword) instanceof Map<?, ?> part) {
        parts.put("/" + keyword, part);
      }
    }
    for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.get(keyword) instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          parts.put("/" + keyword + "/" + i, map(list.get(i)));
        }
      }
    }
    return parts;
  }

  private interface Visitor {
    void visit(String name, String pointer, Map<?, ?> value);
  }

  private static void each(@Nullable Object named, String at, Visitor visitor) {
    map(named)
        .forEach(
            (name, value) ->
                visitor.visit(
                    String.valueOf(name),
                    at + "/" + YamlLines.escaped(String.valueOf(name)),
                    map(value)));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
