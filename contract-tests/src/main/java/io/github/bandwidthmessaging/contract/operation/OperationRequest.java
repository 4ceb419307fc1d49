package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A request of an operation, as values that are not written yet.
 *
 * @param values the parameters by place and name, and the body as {@code request}
 * @param mediaType the media type of the body; null if there is none
 * @param credentials the headers that carry the credentials
 */
public record OperationRequest(
    Operation operation,
    ObjectNode values,
    @Nullable String mediaType,
    Map<String, String> credentials) {
  static final String BODY = "request";

  /** A name and its value, as they stand in a query. */
  public record Pair(String name, String value) {}

  /** Returns the value of a parameter, or null. */
  public @Nullable JsonNode value(Operation.Parameter parameter) {
    return values.path(parameter.in()).get(parameter.name());
  }

  /** Returns the body, or null. */
  public @Nullable JsonNode body() {
    return values.get(BODY);
  }

  /** Returns a copy with another body; without one for null. */
  public OperationRequest withBody(@Nullable JsonNode body) {
    ObjectNode copy = values.deepCopy();
    copy.remove(BODY);
    return with(body == null ? copy : copy.set(BODY, body));
  }

  /** Returns a copy with another value of a parameter; without it for null. */
  public OperationRequest with(Operation.Parameter parameter, @Nullable JsonNode value) {
    ObjectNode copy = values.deepCopy();
    ObjectNode place = copy.withObject("/" + parameter.in());
    place.remove(parameter.name());
    if (value != null) {
      place.set(parameter.name(), value);
    }
    return with(copy);
  }

  /** Returns a copy with other values. */
  public OperationRequest with(ObjectNode newValues) {
    return new OperationRequest(operation, newValues, mediaType, credentials);
  }

  OperationRequest withMediaType(String newMediaType) {
    return new OperationRequest(operation, values, newMediaType, credentials);
  }

  OperationRequest withoutCredentials() {
    return new OperationRequest(operation, values, mediaType, Map.of());
  }

  /** Returns the path, with the values of its parameters, encoded. */
  public String path() {
    String path = operation.path();
    for (Operation.Parameter parameter : operation.parameters()) {
      JsonNode value = value(parameter);
      if (parameter.in().equals("path") && value != null) {
        path = path.replace("{" + parameter.name() + "}", encoded(simple(parameter, value)));
      }
    }
    return path;
  }

  /** Returns path and query, encoded. */
  public String target() {
    String query =
        query().stream()
            .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
            .collect(Collectors.joining("&"));
    return path() + (query.isEmpty() ? "" : "?" + query);
  }

  /** Returns the query, in the order of the parameters. */
  public List<Pair> query() {
    List<Pair> query = new ArrayList<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      JsonNode value = value(parameter);
      if (parameter.in().equals("query") && value != null) {
        addTo(query, parameter, value);
      }
    }
    return query;
  }

  /** Returns the headers that are parameters, cookies among them. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> cookies = new ArrayList<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      JsonNode value = value(parameter);
      if (value != null && parameter.in().equals("header")) {
        headers.put(parameter.name(), simple(parameter, value));
      } else if (value != null && parameter.in().equals("cookie")) {
        cookies.add(parameter.name() + "=" + simple(parameter, value));
      }
    }
    if (!cookies.isEmpty()) {
      headers.put("Cookie", String.join("; ", cookies));
    }
    return headers;
  }

  /** Returns the bytes of the body; none if there is no body. */
  public byte[] bytes() {
    JsonNode body = body();
    if (body == null) {
      return new byte[0];
    }
    try {
      return Operation.isJson(mediaType) || body.isContainerNode()
          ? Operation.utf8(body.toString())
          : body.isBinary() ? body.binaryValue() : Operation.utf8(body.asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addTo(List<Pair> query, Operation.Parameter parameter, JsonNode value) {
    String style = parameter.json().path("style").asText("form");
    boolean explode = parameter.json().path("explode").asBoolean(style.equals("form"));
    if (value.isObject() && (style.equals("deepObject") || explode)) {
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        String name = field.getKey();
        query.add(
            new Pair(
                style.equals("deepObject") ? parameter.name() + "[" + name + "]" : name,
                text(field.getValue())));
      }
    } else if (value.isArray() && explode) {
      value.forEach(item -> query.add(new Pair(parameter.name(), text(item))));
    } else {
      String sign =
          switch (style) {
            case "spaceDelimited" -> " ";
            case "pipeDelimited" -> "|";
            default -> ",";
          };
      query.add(new Pair(parameter.name(), joined(value, sign)));
    }
  }

  private static String simple(Operation.Parameter parameter, JsonNode value) {
    return value.isObject() && parameter.json().path("explode").asBoolean()
        ? value.properties().stream()
            .map(field -> field.getKey() + "=" + text(field.getValue()))
            .collect(Collectors.joining(","))
        : joined(value, ",");
  }

  private static String joined(JsonNode value, String sign) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(field -> field.getKey() + sign + text(field.getValue()))
          .collect(Collectors.joining(sign));
    }
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(OperationRequest::text)
            .collect(Collectors.joining(sign))
        : text(value);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
