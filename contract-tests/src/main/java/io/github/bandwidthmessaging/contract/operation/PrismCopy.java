package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A document without what Prism reads differently from OpenAPI. It requires less, never more, so
 * the document refuses whatever it refuses.
 *
 * <ul>
 *   <li>Callbacks, which it also fires for refused requests.
 *   <li>Lists and objects among the fields of a form: it reads only the last item of a list.
 *   <li>The encoding of fields, with which it refuses commas.
 *   <li>Responses of any media type, which it does not recognize.
 *   <li>Parts of other multipart types, XML and the like, which it takes for strings.
 *   <li>Objects in the query, which it looks for in lower case, and takes for empty if there are
 *       none.
 *   <li>Lists and objects in the path and in headers, which make it exit.
 *   <li>Parameters that are one of several types: it tries each type on any string.
 *   <li>Cookies, lists that are joined by spaces, and parameters in JSON, which it does not read.
 * </ul>
 */
public final class PrismCopy {
  /** The keyword of a schema whose values Prism does not look at, with the whole schema. */
  static final String WHOLE = "x-whole";

  private static final String ANY = "*/*";

  /** Schemas can contain themselves. */
  private static final int DEEPEST = 9;

  private final ObjectNode copy;

  private PrismCopy(JsonNode document) {
    copy = document.deepCopy();
  }

  /** Returns the copy of a document. */
  public static JsonNode of(JsonNode document) {
    PrismCopy copy = new PrismCopy(document);
    copy.copy.withObject("/components").remove("callbacks");
    for (Operation operation : Operations.of(copy.copy).all()) {
      copy.simplify(operation);
    }
    return copy.copy;
  }

  /** Returns an operation as it is in the copy of its document. */
  static Operation of(Operation operation) {
    return Operations.of(of(operation.document())).all().stream()
        .filter(each -> each.path().equals(operation.path()))
        .filter(each -> each.method().equals(operation.method()))
        .findFirst()
        .orElseThrow();
  }

  private void simplify(Operation operation) {
    ((ObjectNode) operation.json()).remove("callbacks");
    operation.parameters().forEach(this::simplify);
    operation.bodies().forEach(this::simplify);
    operation.json().path("responses").forEach(this::simplifyResponse);
  }

  private void simplifyResponse(JsonNode response) {
    if (Operation.resolved(copy, response).path("content") instanceof ObjectNode contents
        && contents.has(ANY)) {
      String type = mediaType(ANY, SchemaValues.resolved(copy, contents.at("/*~1*/schema")));
      if (!contents.has(type)) {
        contents.set(type, contents.remove(ANY));
      }
    }
  }

  /** Returns the media type of a response, one for Prism to see if it can be any. */
  public static String mediaType(String documented, JsonNode schema) {
    return !documented.equals(ANY)
        ? documented
        : schema.path("format").asText().equals("binary")
            ? "application/octet-stream"
            : "application/json";
  }

  private void simplify(Operation.Parameter parameter) {
    ObjectNode json = (ObjectNode) parameter.json();
    if (json.has("content")) {
      json.get("content").forEach(PrismCopy::replace);
      return;
    }
    ObjectNode schema = inlined(parameter.schema(), 0);
    json.set("schema", schema);
    String style = json.path("style").asText();
    String type = schema.path("type").asText();
    boolean isUnion = schema.has("oneOf") || schema.has("anyOf");
    boolean isMisread =
        isUnion
            || switch (parameter.in()) {
              case "path", "header" ->
                  !style.isEmpty() || type.equals("array") || type.equals("object");
              case "query" -> style.equals("spaceDelimited") || type.equals("object");
              default -> true;
            };
    if (isMisread) {
      replace(json);
      json.remove(List.of("style", "explode"));
      if (!parameter.in().equals("path")) {
        json.remove("required");
      }
    }
  }

  private void simplify(Body body) {
    ObjectNode content = (ObjectNode) body.content();
    if (body.isForm() || body.declared().startsWith("multipart/form-data")) {
      content.remove("encoding");
      ObjectNode schema = inlined(content.path("schema"), 0);
      content.set("schema", schema);
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        String type = property.getValue().path("type").asText();
        if (!List.of("string", "integer", "number", "boolean").contains(type)) {
          property.setValue(whole(property.getValue()));
        }
      }
    } else if (!body.isJson() && !body.schema().path("type").asText("string").equals("string")) {
      replace(content);
    }
  }

  private static void replace(JsonNode content) {
    ((ObjectNode) content).set("schema", whole(content.path("schema")));
  }

  private static JsonNode whole(JsonNode schema) {
    return schema.has(WHOLE) ? schema : JsonNodeFactory.instance.objectNode().set(WHOLE, schema);
  }

  /** Returns a schema without references, as Prism reads the types of parameters. */
  private ObjectNode inlined(JsonNode schema, int depth) {
    ObjectNode inlined = SchemaValues.resolved(copy, schema).deepCopy();
    for (Map.Entry<String, JsonNode> keyword : inlined.properties()) {
      JsonNode value = keyword.getValue();
      if (depth < DEEPEST) {
        switch (keyword.getKey()) {
          case "items", "additionalProperties" -> inline(keyword, depth);
          case "properties" -> value.properties().forEach(property -> inline(property, depth));
          case "oneOf", "anyOf" -> {
            ArrayNode alternatives = (ArrayNode) value;
            for (int i = 0; i < alternatives.size(); i++) {
              alternatives.set(i, inlined(alternatives.get(i), depth + 1));
            }
          }
          default -> {}
        }
      }
    }
    return inlined;
  }

  private void inline(Map.Entry<String, JsonNode> entry, int depth) {
    if (entry.getValue().isObject()) {
      entry.setValue(inlined(entry.getValue(), depth + 1));
    }
  }
}
