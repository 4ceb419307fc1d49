package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a value is written as text: a parameter, or a field of a form.
 *
 * @param name such as {@code form} or {@code deepObject}
 * @param explode whether each item and each property is written by itself
 */
record Style(String name, boolean explode) {
  /** Reads the style of a parameter or an encoding; {@code usual} is the one without a name. */
  static Style of(JsonNode json, String usual) {
    String name = json.path("style").asText(usual);
    return new Style(name, json.path("explode").asBoolean(name.equals("form")));
  }

  /** Returns the names and values of a query, a form or a cookie. */
  List<OperationRequest.Pair> pairs(String parameter, JsonNode value) {
    if (value.isObject() && (name.equals("deepObject") || explode)) {
      return fields(value)
          .flatMap(
              field -> {
                String key =
                    name.equals("deepObject")
                        ? parameter + "[" + field.getKey() + "]"
                        : field.getKey();
                return field.getValue().isContainerNode()
                    ? pairs(key, field.getValue()).stream()
                    : Stream.of(new OperationRequest.Pair(key, text(field.getValue())));
              })
          .toList();
    }
    if (value.isArray() && explode) {
      return value
          .valueStream()
          .map(item -> new OperationRequest.Pair(parameter, text(item)))
          .toList();
    }
    return List.of(new OperationRequest.Pair(parameter, joined(value, sign(), Style::text)));
  }

  /** Returns the text of a path or a header, in which only the values are encoded. */
  String text(String parameter, JsonNode value, UnaryOperator<String> encoded) {
    return switch (name) {
      case "label" -> "." + listed(value, explode ? "." : ",", encoded);
      case "matrix" ->
          explode && value.isArray()
              ? value
                  .valueStream()
                  .map(item -> ";" + parameter + "=" + encoded.apply(text(item)))
                  .collect(Collectors.joining())
              : explode && value.isObject()
                  ? ";" + listed(value, ";", encoded)
                  : ";" + parameter + "=" + listed(value, ",", encoded);
      default -> listed(value, ",", encoded);
    };
  }

  private String listed(JsonNode value, String sign, UnaryOperator<String> encoded) {
    return value.isObject() && explode
        ? fields(value)
            .map(field -> field.getKey() + "=" + encoded.apply(text(field.getValue())))
            .collect(Collectors.joining(sign))
        : joined(value, sign, item -> encoded.apply(text(item)));
  }

  private String sign() {
    return switch (name) {
      case "spaceDelimited" -> " ";
      case "pipeDelimited" -> "|";
      default -> ",";
    };
  }

  private static String joined(JsonNode value, String sign, Function<JsonNode, String> text) {
    if (value.isObject()) {
      return fields(value)
          .map(field -> field.getKey() + sign + text.apply(field.getValue()))
          .collect(Collectors.joining(sign));
    }
    return value.isArray()
        ? value.valueStream().map(text).collect(Collectors.joining(sign))
        : text.apply(value);
  }

  private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
    return object.properties().stream();
  }

  static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }
}
