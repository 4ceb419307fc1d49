package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import io.github.bandwidthmessaging.check.documentation.Transcription.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message at a limit that the documentation states, just inside or just outside, made from the
 * transcribed facts alone.
 *
 * @param root the kind of message, a place among the facts
 * @param name what is special about it
 * @param valid whether it is as documented
 */
record Probe(String root, String name, JsonNode message, boolean valid) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SELECTED_BY = "selected by";

  /** The body of a request or a response. */
  private static final Pattern BODY = Pattern.compile("[^. ]+\\.(request|\\d\\d\\d)");

  /** One of several forms of a body, by its number or by the value that selects it. */
  private static final Pattern ALTERNATIVE =
      Pattern.compile("[^. ]+\\.(?:request|\\d\\d\\d)\\b[^ ]*(?:/\\d+|\\.[^.\\[/]+)");

  /** A value of each type; {@code integer} is a {@code number} too. */
  private static final Map<String, JsonNode> TYPES =
      Map.of(
          "string", JSON.textNode("x"),
          "integer", JSON.numberNode(1),
          "number", JSON.numberNode(0.5),
          "boolean", JSON.booleanNode(true),
          "array", JSON.arrayNode(),
          "object", JSON.objectNode(),
          "null", JSON.nullNode());

  private record Variant(String name, JsonNode value, boolean valid) {}

  /** Makes the probes of facts. */
  private static final class Maker {
    private final Map<String, Map<String, List<Fact>>> known;

    Maker(List<Fact> facts) {
      known = DocumentationCheck.byPlace(facts);
    }

    List<Probe> all() {
      return known.keySet().stream()
          .filter(root -> BODY.matcher(root).matches() || isAlternative(root))
          .filter(root -> values(root, "type").equals(List.of("object")) || isList(root))
          .flatMap(
              root ->
                  variants(root).stream()
                      .map(
                          variant ->
                              new Probe(root, variant.name(), variant.value(), variant.valid())))
          .toList();
    }

    /** Alternatives are probed separately; what contains them has one of them. */
    private boolean isAlternative(String place) {
      return ALTERNATIVE.matcher(place).matches()
          && (place.matches(".*/\\d+")
              || !values(place.substring(0, place.lastIndexOf('.')), SELECTED_BY).isEmpty());
    }

    private boolean isUnion(String place) {
      return !values(place, SELECTED_BY).isEmpty() || !values(place, "forms").isEmpty();
    }

    /** Whether it is a list of one kind of object, not a union. */
    private boolean isList(String root) {
      return values(root, "type").equals(List.of("array"))
          && values(root + "[]", SELECTED_BY).isEmpty()
          && !(values(root + "[]", "type").isEmpty()
              && values(root + "[]", Facts.REFERENCE).isEmpty());
    }

    private List<Variant> variants(String place) {
      List<Variant> variants = new ArrayList<>();
      variants.add(new Variant(place, sample(place), true));
      List<String> types = values(place, "type");
      boolean reference = !values(place, Facts.REFERENCE).isEmpty() || isUnion(place);
      boolean nullable = values(place, "nullable").contains("yes");
      TYPES.forEach(
          (type, value) -> {
            if (reference ? !type.equals("object") : !types.contains(type)) {
              boolean valid = nullable && type.equals("null");
              variants.add(new Variant(place + " as " + type, value, valid));
            }
          });
      if (types.contains("string")) {
        addStrings(place, variants);
      }
      if (types.contains("array")) {
        addArrays(place, variants);
      }
      if (types.contains("object")) {
        addObjects(place, variants);
      }
      return variants;
    }

    private void addStrings(String place, List<Variant> variants) {
      List<String> allowed = values(place, "values");
      if (!allowed.isEmpty()) {
        allowed.forEach(value -> variants.add(text(place, value, true)));
        variants.add(text(place, "other", false));
      }
      List<Format> formats =
          values(place, "format").stream().map(DocumentationCheck::format).toList();
      List<String> taken = formats.stream().flatMap(format -> format.takes().stream()).toList();
      taken.forEach(value -> variants.add(text(place, value, true)));
      formats.stream()
          .flatMap(format -> format.refuses().stream())
          .filter(value -> !taken.contains(value))
          .forEach(value -> variants.add(text(place, value, false)));
      String beginning = taken.isEmpty() ? "" : taken.get(0);
      for (int max : numbers(place, "max")) {
        variants.add(text(place, beginning + "x".repeat(max - beginning.length()), true));
        variants.add(text(place, beginning + "x".repeat(max + 1 - beginning.length()), false));
      }
      for (int min : numbers(place, "min")) {
        variants.add(text(place, "x".repeat(min), true));
        variants.add(text(place, "x".repeat(min - 1), false));
      }
    }

    private void addArrays(String place, List<Variant> variants) {
      for (Variant item : variants(place + "[]")) {
        ArrayNode array = JSON.arrayNode();
        numbers(place, "min items").forEach(min -> addSamples(place, min - 1, array));
        variants.add(new Variant(item.name(), array.add(item.value()), item.valid()));
      }
      for (int max : numbers(place, "max items")) {
        variants.add(array(place, max, true));
        variants.add(array(place, max + 1, false));
      }
      for (int min : numbers(place, "min items")) {
        variants.add(array(place, min, true));
        variants.add(array(place, min - 1, false));
      }
    }

    private void addObjects(String place, List<Variant> variants) {
      ObjectNode whole = (ObjectNode) sample(place);
      variants.add(
          new Variant(
              place + " with an unknown field",
              whole.deepCopy().put("unknownField", "x"),
              !values(place, "other fields").contains("refused")));
      fields(place)
          .forEach(
              (name, child) -> {
                for (Variant variant : variants(child)) {
                  JsonNode changed = whole.deepCopy().set(name, variant.value());
                  variants.add(new Variant(variant.name(), changed, variant.valid()));
                }
                boolean mandatory = values(child, "mandatory").contains("yes");
                variants.add(
                    new Variant("no " + child, whole.deepCopy().without(name), !mandatory));
              });
      for (String alternatives : values(place, "needs one of")) {
        List<String> names = List.of(alternatives.split(", ", -1));
        ObjectNode none = whole.deepCopy().without(names);
        variants.add(new Variant(place + " with none of " + alternatives, none, false));
        for (String name : names) {
          JsonNode one = none.deepCopy().set(name, whole.get(name));
          variants.add(new Variant(place + " with " + name + " of " + alternatives, one, true));
        }
      }
    }

    /** A value as documented, with every documented field. */
    private JsonNode sample(String place) {
      for (String other : values(place, Facts.REFERENCE)) {
        JsonNode same = sample(other);
        String selected =
            values(other, SELECTED_BY).stream()
                .map(selector -> "." + same.path(selector).asText())
                .collect(joining());
        fields(place + selected)
            .forEach((name, child) -> ((ObjectNode) same).set(name, sample(child)));
        return same;
      }
      for (String selector : values(place, SELECTED_BY)) {
        Map.Entry<String, String> first = fields(place).entrySet().iterator().next();
        return ((ObjectNode) sample(first.getValue())).put(selector, first.getKey());
      }
      if (isUnion(place)) {
        return sample(place + "/1");
      }
      String type = values(place, "type").stream().findFirst().orElse("object");
      if (type.equals("object")) {
        ObjectNode object = JSON.objectNode();
        fields(place).forEach((name, child) -> object.set(name, sample(child)));
        return object;
      }
      if (type.equals("array")) {
        ArrayNode array = JSON.arrayNode();
        numbers(place, "min items").forEach(min -> addSamples(place, min - 1, array));
        return array.add(sample(place + "[]"));
      }
      return Stream.concat(
              values(place, "values").stream(),
              values(place, "format").stream()
                  .flatMap(format -> DocumentationCheck.format(format).takes().stream()))
          .findFirst()
          .<JsonNode>map(JSON::textNode)
          .orElseGet(() -> TYPES.get(type));
    }

    private Map<String, String> fields(String place) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (String child : known.keySet()) {
        String name = child.startsWith(place + ".") ? child.substring(place.length() + 1) : "";
        if (name.matches("\\w+")) {
          fields.put(name, child);
        }
      }
      return fields;
    }

    private List<String> values(String place, String aspect) {
      Stream<String> values =
          known.getOrDefault(place, Map.of()).getOrDefault(aspect, List.of()).stream()
              .map(Fact::value);
      return aspect.equals("values")
          ? values.flatMap(value -> Stream.of(value.split(", ", -1))).toList()
          : values.distinct().toList();
    }

    private List<Integer> numbers(String place, String aspect) {
      return values(place, aspect).stream().map(Integer::valueOf).toList();
    }

    private static Variant text(String place, String value, boolean valid) {
      String shown = value.length() > 40 ? value.length() + " characters" : "'" + value + "'";
      return new Variant(place + " of " + shown, JSON.textNode(value), valid);
    }

    private Variant array(String place, int size, boolean valid) {
      ArrayNode array = JSON.arrayNode();
      addSamples(place, size, array);
      return new Variant(place + " of " + size + " items", array, valid);
    }

    private void addSamples(String place, int size, ArrayNode array) {
      for (int i = 0; i < size; i++) {
        array.add(sample(place + "[]"));
      }
    }
  }

  static List<Probe> of(List<Fact> facts) {
    return new Maker(facts).all();
  }
}
