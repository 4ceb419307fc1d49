package io.github.bandwidthmessaging.contract.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes JSON smaller as long as a predicate holds. */
final class Shrinking {
  private static final int CHUNKS = 8;

  private Shrinking() {}

  /** Takes the first smaller value for which it holds, until there is none. */
  static JsonNode smallest(JsonNode json, Predicate<JsonNode> stillTrue) {
    JsonNode current = json;
    while (true) {
      JsonNode smaller = smaller(current).filter(stillTrue).findFirst().orElse(null);
      if (smaller == null) {
        return current;
      }
      current = smaller;
    }
  }

  private static Stream<JsonNode> smaller(JsonNode json) {
    if (json instanceof ObjectNode object) {
      List<String> names = object.properties().stream().map(p -> p.getKey()).toList();
      return Stream.concat(
          names.stream().map(name -> object.deepCopy().without(List.of(name))),
          names.stream()
              .flatMap(
                  name ->
                      smaller(object.get(name)).map(value -> object.deepCopy().set(name, value))));
    }
    if (json instanceof ArrayNode array) {
      return Stream.concat(
          IntStream.range(0, array.size())
              .mapToObj(
                  i -> {
                    ArrayNode copy = array.deepCopy();
                    copy.remove(i);
                    return copy;
                  }),
          IntStream.range(0, array.size())
              .boxed()
              .flatMap(i -> smaller(array.get(i)).map(value -> with(array.deepCopy(), i, value))));
    }
    return json.isTextual() ? shorter(json.asText()).map(TextNode::valueOf) : Stream.empty();
  }

  private static JsonNode with(ArrayNode array, int index, JsonNode value) {
    array.set(index, value);
    return array;
  }

  /** Leaves out large parts first, then small ones, then makes what is left plain. */
  private static Stream<String> shorter(String text) {
    int[] characters = text.codePoints().toArray();
    List<String> shorter = new ArrayList<>();
    for (int size = characters.length; size > 0; size /= 2) {
      for (int at = 0; at + size <= characters.length && at < CHUNKS * size; at += size) {
        shorter.add(
            new String(characters, 0, at)
                + new String(characters, at + size, characters.length - at - size));
      }
    }
    String plain = "x".repeat(characters.length);
    return Stream.concat(shorter.stream(), Stream.of(plain).filter(x -> !x.equals(text)));
  }
}
