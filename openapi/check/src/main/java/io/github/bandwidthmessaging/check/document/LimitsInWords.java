package io.github.bandwidthmessaging.check.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the limits that a description states with those that the schema sets. */
public final class LimitsInWords {
  /** Digits, letters and sizes of files have no keyword; patterns and tests of ours hold them. */
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

  private LimitsInWords() {}

  /** Returns the descriptions that say another limit than their schemas. */
  public static List<Difference> differences(Document document) {
    List<Difference> differences = new ArrayList<>();
    Map<?, ?> components = (Map<?, ?>) document.root().getOrDefault("components", Map.of());
    Object schemas = components.get("schemas");
    if (schemas instanceof Map<?, ?> named) {
      named.forEach(
          (name, schema) -> {
            String pointer = "/components/schemas/" + name;
            compare(String.valueOf(name), pointer, (Map<?, ?>) schema, differences);
            if (((Map<?, ?>) schema).get("properties") instanceof Map<?, ?> properties) {
              properties.forEach(
                  (property, of) ->
                      compare(
                          name + "." + property,
                          pointer + "/properties/" + property,
                          (Map<?, ?>) of,
                          differences));
            }
          });
    }
    return differences;
  }

  private static void compare(
      String name, String pointer, Map<?, ?> schema, List<Difference> differences) {
    Set<Integer> set = new TreeSet<>();
    limits(schema).forEach(set::add);
    Set<Integer> told = new TreeSet<>();
    LIMIT
        .matcher(Objects.toString(schema.get("description"), ""))
        .results()
        .forEach(limit -> told.add(Integer.valueOf(limit.group(1))));
    if (!set.equals(told)) {
      differences.add(
          new Difference(
              name,
              "the schema says at most %s, its description %s".formatted(set, told),
              pointer));
    }
  }

  /** Those of the schema, of its items and of its alternatives, but not of its properties. */
  private static Stream<Integer> limits(Map<?, ?> schema) {
    Stream<?> inner =
        Stream.concat(
            Stream.of("items").map(schema::get),
            schema.get("oneOf") instanceof List<?> alternatives
                ? alternatives.stream()
                : Stream.of());
    return Stream.concat(
        Stream.of("maxLength", "maxItems")
            .map(schema::get)
            .filter(Objects::nonNull)
            .map(Integer.class::cast),
        inner.filter(Map.class::isInstance).flatMap(each -> limits((Map<?, ?>) each)));
  }
}
