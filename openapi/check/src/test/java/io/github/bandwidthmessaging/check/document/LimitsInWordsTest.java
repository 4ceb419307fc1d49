package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The limits that a description tells against those that the schema sets. */
final class LimitsInWordsTest {
  /** Digits, letters and sizes of files have no keyword; patterns and tests of ours hold them. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "at most (\\d+)(?![\\d.]* ?(digits|letters|MB)|\\d)", Pattern.CASE_INSENSITIVE);

  private final Document document = Document.read();

  @Test
  void descriptionsStateTheLimitsThatTheSchemasSet() {
    assertThat(disagreements()).isEmpty();
  }

  @Test
  void findsLimitThatIsNotTold() {
    text().put("description", "The text of the message.");
    assertThat(disagreements())
        .containsExactly("MessageRequest.text: the schema says at most [2048], its description []");
  }

  @Test
  void findsLimitThatIsNotSet() {
    text().remove("maxLength");
    assertThat(disagreements())
        .containsExactly("MessageRequest.text: the schema says at most [], its description [2048]");
  }

  @Test
  void findsOtherLimitOfItems() {
    document
        .at("components", "schemas", "MessageRequest", "properties", "media", "items")
        .put("maxLength", 4095);
    assertThat(disagreements())
        .containsExactly(
            "MessageRequest.media: the schema says at most [10, 4095], its description [10, 4096]");
  }

  @Test
  void findsOtherLimitOfAlternative() {
    document.at("components", "schemas", "Recipients", "oneOf", 1).put("maxItems", 11);
    assertThat(disagreements())
        .containsExactly("Recipients: the schema says at most [11], its description [10]");
  }

  private Map<String, Object> text() {
    return document.at("components", "schemas", "MessageRequest", "properties", "text");
  }

  private List<String> disagreements() {
    List<String> disagreements = new ArrayList<>();
    Map<String, Object> schemas = document.at("components", "schemas");
    schemas.forEach(
        (name, schema) -> {
          compare(name, (Map<?, ?>) schema, disagreements);
          if (((Map<?, ?>) schema).get("properties") instanceof Map<?, ?> properties) {
            properties.forEach(
                (property, of) -> compare(name + "." + property, (Map<?, ?>) of, disagreements));
          }
        });
    return disagreements;
  }

  private static void compare(String name, Map<?, ?> schema, List<String> disagreements) {
    Set<Integer> set = new TreeSet<>();
    limits(schema).forEach(set::add);
    Set<Integer> told = new TreeSet<>();
    LIMIT
        .matcher(Objects.toString(schema.get("description"), ""))
        .results()
        .forEach(limit -> told.add(Integer.valueOf(limit.group(1))));
    if (!set.equals(told)) {
      disagreements.add(
          "%s: the schema says at most %s, its description %s".formatted(name, set, told));
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
