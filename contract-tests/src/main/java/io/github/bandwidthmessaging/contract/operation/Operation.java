package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document.
 *
 * @param path its path in the document, such as {@code /users/{accountId}/messages}
 * @param method its HTTP method, in lower case
 * @param json what the document says of it
 * @param parameters its own ones and those of its path
 */
public record Operation(
    JsonNode document, String path, String method, JsonNode json, List<Parameter> parameters) {
  private static final byte[] BYTES = {'P', 'K', 0, (byte) 0xff, '\r', '\n'};

  /** A parameter; {@code in} is {@code path}, {@code query}, {@code header} or {@code cookie}. */
  public record Parameter(
      String name, String in, boolean required, JsonNode json, JsonNode schema) {
    static Parameter of(JsonNode document, JsonNode declared) {
      JsonNode json = resolved(document, declared);
      JsonNode schema =
          json.has("schema") ? json.get("schema") : json.path("content").path(0).path("schema");
      return new Parameter(
          json.path("name").asText(),
          json.path("in").asText(),
          json.path("required").asBoolean(),
          json,
          schema);
    }

    /** Returns the documented example, of the parameter or else of its schema. */
    public @Nullable JsonNode example() {
      if (json.has("example")) {
        return json.get("example");
      }
      JsonNode example = json.path("examples").path(0).path("value");
      return example.isMissingNode() ? schema.get("example") : example;
    }
  }

  /**
   * A documented response.
   *
   * @param example the name of its example, or null for a response made from the schema
   * @param value the example; missing if there is none
   */
  public record Answer(
      int status,
      @Nullable String example,
      @Nullable String mediaType,
      JsonNode schema,
      JsonNode value) {
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

  /** Returns the {@code operationId}, or what stands for it where there is none. */
  public String id() {
    return json.path("operationId").asText(method + " " + path);
  }

  @Override
  public String toString() {
    return id();
  }

  /** Returns what the request can have as body, by media type. */
  public Map<String, JsonNode> contents() {
    return contents(resolved(document, json.path("requestBody")));
  }

  public boolean needsBody() {
    return resolved(document, json.path("requestBody")).path("required").asBoolean();
  }

  /** Returns the schema of a request in JSON, if that is what the first media type is. */
  public Optional<JsonNode> jsonSchema() {
    return contents().entrySet().stream()
        .findFirst()
        .filter(content -> isJson(content.getKey()))
        .map(content -> content.getValue().path("schema"));
  }

  /** Returns a validator of one of the schemas of this operation. */
  public DocumentSchema validator(JsonNode schema) {
    ObjectNode copy = document.deepCopy();
    copy.withObject("/components/schemas").set("TheOneToCheck", schema);
    return new DocumentSchema(copy, "TheOneToCheck");
  }

  /** Returns each response with each of its examples, and those without. */
  public List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> response : json.path("responses").properties()) {
      int status = status(response.getKey());
      Map<String, JsonNode> contents = contents(resolved(document, response.getValue()));
      if (contents.isEmpty()) {
        JsonNode missing = JsonNodeFactory.instance.missingNode();
        answers.add(new Answer(status, null, null, missing, missing));
      }
      contents.forEach(
          (mediaType, content) -> {
            JsonNode schema = content.path("schema");
            JsonNode own = content.path("example");
            answers.add(new Answer(status, null, mediaType, schema, own));
            for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
              JsonNode value = resolved(document, example.getValue()).path("value");
              answers.add(new Answer(status, example.getKey(), mediaType, schema, value));
            }
          });
    }
    return answers;
  }

  /** Returns the status of a right request: the first success that is documented. */
  public int success() {
    return answers().stream().filter(Answer::isSuccess).findFirst().orElseThrow().status();
  }

  /** Returns whether a status is documented. */
  public boolean hasStatus(int status) {
    return json.path("responses").has(String.valueOf(status));
  }

  /** Returns the documented requests by name; where there is none, one that is made up. */
  public Map<String, OperationRequest> requests() {
    Map<String, OperationRequest> requests = new LinkedHashMap<>();
    contents()
        .forEach(
            (mediaType, content) -> {
              for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
                JsonNode body = resolved(document, example.getValue()).path("value");
                requests.put(example.getKey(), request(true, mediaType, body));
              }
              if (!content.path("examples").elements().hasNext()) {
                JsonNode body =
                    content.has("example") ? content.get("example") : body(mediaType, content);
                requests.put(mediaType, request(true, mediaType, body));
              }
            });
    if (requests.isEmpty()) {
      requests.put("request", request(true, null, null));
    }
    if (parameters.stream().anyMatch(parameter -> !parameter.required())) {
      OperationRequest first = requests.values().iterator().next();
      requests.put("no optional parameter", request(false, first.mediaType(), first.body()));
    }
    return requests;
  }

  /** Returns a right request. */
  public OperationRequest sample() {
    return requests().values().iterator().next();
  }

  /** Returns the headers that carry credentials; none if none are asked for. */
  public Map<String, String> credentials() {
    JsonNode security = json.has("security") ? json.get("security") : document.path("security");
    Map<String, String> headers = new LinkedHashMap<>();
    if (security.valueStream().noneMatch(JsonNode::isEmpty)) {
      for (Map.Entry<String, JsonNode> asked : security.path(0).properties()) {
        JsonNode scheme =
            resolved(document, document.at("/components/securitySchemes").path(asked.getKey()));
        if (scheme.path("type").asText().equals("apiKey")) {
          headers.put(scheme.path("name").asText(), "key");
        } else {
          headers.put(
              "Authorization",
              scheme.path("scheme").asText().equals("basic")
                  ? "Basic dXNlcm5hbWU6cGFzc3dvcmQ="
                  : "Bearer token");
        }
      }
    }
    return headers;
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
      boolean optional, @Nullable String mediaType, @Nullable JsonNode body) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Parameter parameter : parameters) {
      JsonNode example = parameter.example();
      if (parameter.required() || (optional && example != null)) {
        values
            .withObject("/" + parameter.in())
            .set(parameter.name(), example == null ? made(parameter.schema()) : example);
      }
    }
    if (body != null) {
      values.set(OperationRequest.BODY, body);
    }
    return new OperationRequest(this, values, mediaType, credentials());
  }

  private JsonNode made(JsonNode schema) {
    return SchemaValues.ofPlainTexts(document, new Random(1)).value(schema);
  }

  private JsonNode body(String mediaType, JsonNode content) {
    if (isJson(mediaType)) {
      return made(content.path("schema"));
    }
    return mediaType.startsWith("text/")
        ? JsonNodeFactory.instance.textNode("texté")
        : JsonNodeFactory.instance.binaryNode(BYTES);
  }

  /** Returns whether a media type is JSON. */
  public static boolean isJson(@Nullable String mediaType) {
    return mediaType != null && mediaType.matches("(?i)application/(.*\\+)?json\\b.*");
  }

  private static int status(String documented) {
    return documented.matches("\\d{3}")
        ? Integer.parseInt(documented)
        : documented.matches("\\dXX") ? (documented.charAt(0) - '0') * 100 : 500;
  }

  private static Map<String, JsonNode> contents(JsonNode body) {
    Map<String, JsonNode> contents = new LinkedHashMap<>();
    body.path("content").properties().forEach(e -> contents.put(e.getKey(), e.getValue()));
    return contents;
  }

  static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
