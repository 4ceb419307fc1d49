package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document.
 *
 * @param path its path in the document, such as {@code /users/{accountId}/messages}
 * @param method its HTTP method, in lower case
 * @param json what the document says about it
 * @param parameters its own ones and those of its path
 */
public record Operation(
    JsonNode document, String path, String method, JsonNode json, List<Parameter> parameters) {
  private static final int MOST_HOPS = 20;
  private static final byte[] BYTES = {'P', 'K', 0, (byte) 0xff, '\r', '\n'};

  /**
   * A parameter; {@code in} is {@code path}, {@code query}, {@code header} or {@code cookie}, and
   * {@code type} that of its schema, empty for none.
   */
  public record Parameter(
      String name, String in, boolean required, JsonNode json, JsonNode schema, String type) {
    static Parameter of(JsonNode document, JsonNode declared) {
      JsonNode json = resolved(document, declared);
      JsonNode schema =
          json.has("schema")
              ? json.get("schema")
              : json.path("content")
                  .valueStream()
                  .findFirst()
                  .map(content -> content.path("schema"))
                  .orElse(MissingNode.getInstance());
      return new Parameter(
          json.path("name").asText(),
          json.path("in").asText(),
          json.path("required").asBoolean(),
          json,
          schema,
          SchemaValues.resolved(document, schema).path("type").asText());
    }

    /** Returns whether its value is written as JSON. */
    public boolean isJson() {
      return json.path("content").properties().stream()
          .anyMatch(each -> Operation.isJson(each.getKey()));
    }

    /** Returns the documented example, of the parameter or else of its schema. */
    public @Nullable JsonNode example() {
      if (json.has("example")) {
        return json.get("example");
      }
      return json.path("examples")
          .valueStream()
          .map(example -> example.get("value"))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(schema.get("example"));
    }
  }

  /**
   * A documented response.
   *
   * @param example the name of its example, or null for a response made from the schema
   * @param value the example; missing if there is none
   * @param headers what the document says about its headers, by name
   */
  public record DocumentedResponse(
      int status,
      @Nullable String example,
      @Nullable String mediaType,
      JsonNode schema,
      JsonNode value,
      Map<String, JsonNode> headers) {
    /** Returns the value of the {@code Prefer} header that asks for it. */
    public String preference() {
      return "code=" + status + (example == null ? "" : ", example=" + example);
    }

    public boolean isSuccess() {
      return status < 300;
    }

    @Override
    public String toString() {
      return status + (example == null ? "" : " " + example);
    }
  }

  /** Returns the {@code operationId}, or the method and path if there is none. */
  public String id() {
    return json.path("operationId").asText(method + " " + path);
  }

  @Override
  public String toString() {
    return id();
  }

  /** Returns the address of the server of only this operation or its path. */
  public Optional<String> server() {
    return Stream.of(json, document.path("paths").path(path))
        .filter(owner -> owner.has("servers"))
        .map(Operations::server)
        .filter(url -> url.contains("://"))
        .findFirst();
  }

  /** Returns the bodies that the request can have; OpenAPI ignores those of GET and HEAD. */
  public List<Body> bodies() {
    List<Body> bodies = new ArrayList<>();
    if (!Set.of("get", "head").contains(method)) {
      contents(resolved(document, json.path("requestBody")))
          .forEach((type, content) -> bodies.add(new Body(document, type, content)));
    }
    return bodies;
  }

  public boolean needsBody() {
    return resolved(document, json.path("requestBody")).path("required").asBoolean();
  }

  /** Returns a validator of one of the schemas of this operation. */
  public DocumentSchema validator(JsonNode schema) {
    return DocumentSchema.of(document, schema);
  }

  /** Returns this operation as Prism reads it, which sees less. */
  public Operation asPrismReadsIt() {
    return PrismCopy.of(this);
  }

  /** Returns the parameter of this operation that has the name and place of another one. */
  public Parameter same(Parameter other) {
    return parameters.stream()
        .filter(each -> each.in().equals(other.in()) && each.name().equals(other.name()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the schema that this operation has for a kind of body. */
  public JsonNode schemaOf(Body body) {
    return bodies().stream()
        .filter(each -> each.declared().equals(body.declared()))
        .map(Body::schema)
        .findFirst()
        .orElseThrow();
  }

  /** Returns each response with each of its examples, and those without. */
  public List<DocumentedResponse> responses() {
    List<DocumentedResponse> responses = new ArrayList<>();
    for (Map.Entry<String, JsonNode> response : json.path("responses").properties()) {
      int status = status(response.getKey());
      JsonNode documented = resolved(document, response.getValue());
      Map<String, JsonNode> headers = headers(documented);
      Map<String, JsonNode> contents = contents(documented);
      if (contents.isEmpty() || method.equals("head")) {
        JsonNode missing = MissingNode.getInstance();
        responses.add(new DocumentedResponse(status, null, null, missing, missing, headers));
        continue;
      }
      contents.forEach(
          (mediaType, content) -> {
            JsonNode schema = content.path("schema");
            JsonNode own = content.path("example");
            responses.add(new DocumentedResponse(status, null, mediaType, schema, own, headers));
            for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
              JsonNode value = resolved(document, example.getValue()).path("value");
              responses.add(
                  new DocumentedResponse(
                      status, example.getKey(), mediaType, schema, value, headers));
            }
          });
    }
    return responses;
  }

  /** Returns the status of a valid request: the lowest success that is documented, or the first. */
  public int success() {
    List<Integer> all = responses().stream().map(DocumentedResponse::status).toList();
    return all.stream().filter(status -> status < 300).sorted().findFirst().orElse(all.get(0));
  }

  /** Returns whether a status is documented, by itself or in a range. */
  public boolean hasStatus(int status) {
    return json.path("responses").has(String.valueOf(status))
        || json.path("responses").has(status / 100 + "XX");
  }

  /** Returns the documented requests by name; if there is none, one that is made up. */
  public Map<String, OperationRequest> requests() {
    Map<String, OperationRequest> requests = new LinkedHashMap<>();
    for (Body body : bodies()) {
      JsonNode content = body.content();
      for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
        JsonNode value = resolved(document, example.getValue()).path("value");
        requests.put(example.getKey(), request(true, body, value));
      }
      if (content.path("examples").isEmpty()) {
        requests.put(
            body.declared(),
            request(true, body, content.has("example") ? content.get("example") : value(body)));
      }
    }
    if (requests.isEmpty() || !needsBody()) {
      requests.put(requests.isEmpty() ? "request" : "no body", request(true, null, null));
    }
    if (parameters.stream().anyMatch(parameter -> !parameter.required())) {
      for (OperationRequest request : List.copyOf(requests.values())) {
        requests.put(
            "no optional parameter"
                + (request.body() == null ? "" : ", " + request.body().declared()),
            request(false, request.body(), request.bodyValue()));
      }
    }
    return requests;
  }

  /** Returns a valid request. */
  public OperationRequest sample() {
    return requests().values().iterator().next();
  }

  /** Credentials, in headers or in the query. */
  public record Credentials(Map<String, String> headers, Map<String, String> query) {
    public boolean isEmpty() {
      return headers.isEmpty() && query.isEmpty();
    }

    /** Returns a path and its query with those that are in the query. */
    public String in(String target) {
      StringBuilder with = new StringBuilder(target);
      query.forEach(
          (name, value) ->
              with.append(with.indexOf("?") < 0 ? "?" : "&")
                  .append(OperationRequest.encoded(name))
                  .append("=")
                  .append(OperationRequest.encoded(value)));
      return with.toString();
    }
  }

  /** Returns what carries credentials; nothing if none are required. */
  public Credentials credentials() {
    JsonNode security = json.has("security") ? json.get("security") : document.path("security");
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, String> query = new LinkedHashMap<>();
    if (security.valueStream().noneMatch(JsonNode::isEmpty)) {
      for (Map.Entry<String, JsonNode> asked : security.path(0).properties()) {
        JsonNode scheme =
            resolved(document, document.at("/components/securitySchemes").path(asked.getKey()));
        if (scheme.path("type").asText().equals("apiKey")) {
          String name = scheme.path("name").asText();
          switch (scheme.path("in").asText()) {
            case "header" -> headers.put(name, "key");
            case "cookie" -> headers.put("Cookie", name + "=key");
            default -> query.put(name, "key");
          }
        } else {
          headers.put(
              "Authorization",
              scheme.path("scheme").asText().equals("basic")
                  ? "Basic dXNlcm5hbWU6cGFzc3dvcmQ="
                  : "Bearer token");
        }
      }
    }
    return new Credentials(headers, query);
  }

  /** Returns whether the path of a request is one of this operation. */
  public boolean isAt(String requestMethod, String requestPath) {
    String pattern =
        Stream.of(path.split("(?<=})|(?=\\{)", -1))
            .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
            .reduce("", String::concat);
    return requestMethod.equalsIgnoreCase(method) && requestPath.matches(pattern);
  }

  private OperationRequest request(
      boolean optional, @Nullable Body body, @Nullable JsonNode bodyValue) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Parameter parameter : parameters) {
      JsonNode example = parameter.example();
      if (parameter.required() || (optional && example != null)) {
        values
            .withObject("/" + parameter.in())
            .set(parameter.name(), example == null ? made(parameter.schema()) : example);
      }
    }
    if (bodyValue != null) {
      values.set(OperationRequest.BODY, bodyValue);
    }
    return new OperationRequest(
        this, values, body, body == null ? null : body.contentType(), credentials());
  }

  private JsonNode made(JsonNode schema) {
    return SchemaValues.ofPlainTexts(document, new Random(1)).value(schema);
  }

  private JsonNode value(Body body) {
    if (body.isJson() || body.hasFields()) {
      return made(body.schema());
    }
    return body.mediaType().startsWith("text/")
        ? JsonNodeFactory.instance.textNode("texté")
        : JsonNodeFactory.instance.binaryNode(BYTES);
  }

  /** Returns whether a media type is JSON. */
  public static boolean isJson(@Nullable String mediaType) {
    return mediaType != null && mediaType.matches("(?i)application/(.*\\+)?json\\b.*");
  }

  /** What is documented by default is an error, unless no success is documented besides. */
  private int status(String documented) {
    return documented.matches("\\d{3}")
        ? Integer.parseInt(documented)
        : documented.matches("\\dXX")
            ? (documented.charAt(0) - '0') * 100
            : json.path("responses").properties().stream()
                    .anyMatch(response -> response.getKey().startsWith("2"))
                ? 500
                : 200;
  }

  private Map<String, JsonNode> headers(JsonNode response) {
    Map<String, JsonNode> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      headers.put(header.getKey(), resolved(document, header.getValue()));
    }
    return headers;
  }

  private static Map<String, JsonNode> contents(JsonNode body) {
    Map<String, JsonNode> contents = new LinkedHashMap<>();
    body.path("content").properties().forEach(e -> contents.put(e.getKey(), e.getValue()));
    return contents;
  }

  static JsonNode resolved(JsonNode document, JsonNode node) {
    JsonNode resolved = node;
    for (int hops = 0; resolved.has("$ref") && hops < MOST_HOPS; hops++) {
      resolved = document.at(resolved.get("$ref").asText().substring(1));
    }
    return resolved;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
