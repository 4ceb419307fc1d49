package io.github.bandwidthmessaging.contract.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request of an operation, as values that are not written yet.
 *
 * @param values the parameters by place and name, and the value of the body as {@code request}
 * @param body what kind of body it is; null if there is none
 * @param contentType the header of that name; null if there is no body
 * @param credentials what carries the credentials
 */
public record OperationRequest(
    Operation operation,
    ObjectNode values,
    @Nullable Body body,
    @Nullable String contentType,
    Operation.Credentials credentials) {
  static final String BODY = "request";

  /** A name and its value, as they appear in a query. */
  public record Pair(String name, String value) {}

  /** Returns the value of a parameter, or null. */
  public @Nullable JsonNode value(Operation.Parameter parameter) {
    return values.path(parameter.in()).get(parameter.name());
  }

  /** Returns the value of the body, or null. */
  public @Nullable JsonNode bodyValue() {
    return values.get(BODY);
  }

  /** Returns a copy with another value as body; without one for null. */
  public OperationRequest withBody(@Nullable JsonNode value) {
    ObjectNode copy = values.deepCopy();
    copy.remove(BODY);
    return with(value == null ? copy : copy.set(BODY, value));
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
    return new OperationRequest(operation, newValues, body, contentType, credentials);
  }

  OperationRequest withContentType(String newContentType) {
    return new OperationRequest(operation, values, body, newContentType, credentials);
  }

  OperationRequest withoutCredentials() {
    return new OperationRequest(
        operation, values, body, contentType, new Operation.Credentials(Map.of(), Map.of()));
  }

  /** Returns the path as it is sent, with the values of its parameters, encoded. */
  public String path() {
    return path(OperationRequest::keepsSlashes);
  }

  /** Returns the path with one segment for each parameter; otherwise, Prism finds no operation. */
  public String pathInSegments() {
    return path(parameter -> false);
  }

  private String path(Predicate<Operation.Parameter> keepsSlashes) {
    String path = operation.path();
    for (Operation.Parameter parameter : operation.parameters()) {
      JsonNode value = value(parameter);
      if (parameter.in().equals("path") && value != null) {
        String text = simple(parameter, value, true);
        path =
            path.replace(
                "{" + parameter.name() + "}",
                keepsSlashes.test(parameter) ? text.replace("%2F", "/") : text);
      }
    }
    return path;
  }

  private static boolean keepsSlashes(Operation.Parameter parameter) {
    return parameter.json().path("x-keep-slashes").asBoolean();
  }

  /** Returns path and query as they are sent, encoded, without credentials. */
  public String target() {
    return withQuery(path());
  }

  /** Returns path and query with one segment for each parameter. */
  public String targetInSegments() {
    return withQuery(pathInSegments());
  }

  private String withQuery(String path) {
    String query =
        query().stream()
            .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
            .collect(Collectors.joining("&"));
    return path + (query.isEmpty() ? "" : "?" + query);
  }

  /** Returns the query, in the order of the parameters. */
  public List<Pair> query() {
    List<Pair> query = new ArrayList<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      JsonNode value = value(parameter);
      if (parameter.in().equals("query") && value != null) {
        query.addAll(pairs(parameter, value));
      }
    }
    return query;
  }

  /** Returns the names and values of one parameter of the query. */
  public static List<Pair> pairs(Operation.Parameter parameter, JsonNode value) {
    return parameter.isJson()
        ? List.of(new Pair(parameter.name(), value.toString()))
        : Style.of(parameter.json(), "form").pairs(parameter.name(), value);
  }

  /** Returns whether each item of a parameter is written by itself. */
  public static boolean isExploded(Operation.Parameter parameter) {
    return Style.of(parameter.json(), parameter.in().equals("query") ? "form" : "simple").explode();
  }

  /** Returns the headers that are parameters, cookies among them. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> cookies = new ArrayList<>();
    for (Operation.Parameter parameter : operation.parameters()) {
      JsonNode value = value(parameter);
      if (value != null && parameter.in().equals("header")) {
        headers.put(parameter.name(), simple(parameter, value, false));
      } else if (value != null && parameter.in().equals("cookie")) {
        pairs(parameter, value).forEach(pair -> cookies.add(pair.name() + "=" + pair.value()));
      }
    }
    if (!cookies.isEmpty()) {
      headers.put("Cookie", String.join("; ", cookies));
    }
    return headers;
  }

  /** Returns the bytes of the body; none if there is no body. */
  public byte[] bytes() {
    JsonNode value = bodyValue();
    return value == null || body == null ? new byte[0] : body.bytes(value);
  }

  private static String simple(Operation.Parameter parameter, JsonNode value, boolean encode) {
    return parameter.isJson()
        ? encode ? encoded(value.toString()) : value.toString()
        : Style.of(parameter.json(), "simple")
            .text(parameter.name(), value, encode ? OperationRequest::encoded : text -> text);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
