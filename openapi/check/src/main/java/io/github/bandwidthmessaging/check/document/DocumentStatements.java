package io.github.bandwidthmessaging.check.document;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an OpenAPI document says about the wire, by place and aspect: {@code request.tag} has {@code
 * max} 1024. How the document is laid out makes no difference: references are followed, and names
 * of schemas are not seen. A keyword that is not known here is an aspect by its own name, so that
 * nothing is passed over but words for people.
 */
public final class DocumentStatements {
  /** Says nothing about the wire. */
  static final Set<String> PROSE =
      Set.of(
          "description",
          "summary",
          "title",
          "externalDocs",
          "tags",
          "operationId",
          "x-codeSamples");

  private static final String SENSITIVE = "x-sensitive";
  private static final String PERSONAL = "personal";
  private static final Map<String, String> ASPECTS =
      Map.of(
          "maxItems",
          "max items",
          "maxLength",
          "max",
          "minItems",
          "min items",
          "minLength",
          "min",
          SENSITIVE,
          PERSONAL);
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final int DEEPEST = 20;

  private final JsonNode document;
  private final Map<String, Map<String, String>> places = new LinkedHashMap<>();
  private final Map<JsonNode, String> objects = new HashMap<>();
  private int depth;

  private DocumentStatements(JsonNode document) {
    this.document = document;
  }

  public static Map<String, Map<String, String>> of(JsonNode document) {
    DocumentStatements statements = new DocumentStatements(document);
    statements.read();
    return statements.places;
  }

  private void read() {
    say("document", "openapi", document.path("openapi").asText());
    others("document", document, "openapi", "info", "servers", "security", "paths", "components");
    others("components", document.path("components"), "schemas", "examples", "securitySchemes");
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operation(path.getKey(), path.getValue(), method.getKey(), method.getValue());
        }
      }
      others(path.getKey(), path.getValue(), METHODS.toArray(String[]::new));
    }
  }

  private void operation(String path, JsonNode item, String method, JsonNode operation) {
    JsonNode servers =
        Stream.of(operation, item, document)
            .map(node -> node.path("servers"))
            .filter(JsonNode::isArray)
            .findFirst()
            .orElse(MissingNode.getInstance());
    for (JsonNode server : servers) {
      String url = server.path("url").asText() + path;
      say("endpoint", "url", method.toUpperCase(Locale.ROOT) + " " + url);
      others("endpoint", server, "url");
    }
    authentication("endpoint", operation);
    for (JsonNode reference : operation.path("parameters")) {
      JsonNode parameter = resolve("endpoint", reference);
      String place = parameter.path("in").asText() + "." + parameter.path("name").asText();
      say(place, "mandatory", yesOrNo(parameter.path("required").asBoolean()));
      schema(place, parameter.path("schema"));
      leaves(place, "example", parameter.path("example"));
      others(place, parameter, "in", "name", "required", "schema", "example");
    }
    body("request", "request", operation.path("requestBody"));
    responses("", operation);
    for (Map.Entry<String, JsonNode> callback : operation.path("callbacks").properties()) {
      for (JsonNode urls : callback.getValue()) {
        for (Map.Entry<String, JsonNode> called : urls.properties()) {
          if (METHODS.contains(called.getKey())) {
            callback(called.getKey(), called.getValue());
          }
        }
        others("callback", urls, METHODS.toArray(String[]::new));
      }
    }
    others(
        "endpoint",
        operation,
        "servers",
        "security",
        "parameters",
        "requestBody",
        "responses",
        "callbacks");
  }

  private void callback(String method, JsonNode operation) {
    say("callback", "method", method.toUpperCase(Locale.ROOT));
    authentication("callback", operation);
    body("callback", "events", operation.path("requestBody"));
    responses("callback ", operation);
    others("callback", operation, "security", "requestBody", "responses");
  }

  private void authentication(String place, JsonNode operation) {
    JsonNode security =
        operation.has("security") ? operation.path("security") : document.path("security");
    Set<String> alternatives = new TreeSet<>();
    for (JsonNode requirement : security) {
      String all =
          requirement.properties().stream()
              .map(scheme -> scheme(scheme.getKey(), scheme.getValue()))
              .collect(joining(" and "));
      alternatives.add(all.isEmpty() ? "none" : all);
    }
    say(
        place,
        "authentication",
        alternatives.isEmpty() ? "none" : String.join(" or ", alternatives));
  }

  private String scheme(String name, JsonNode scopes) {
    JsonNode scheme = document.path("components").path("securitySchemes").path(name);
    boolean http = scheme.path("type").asText().equals("http");
    String kind = scheme.path(http ? "scheme" : "type").asText(name + ", which is not there");
    String place = "authentication " + kind;
    for (JsonNode scope : scopes) {
      say(place, "scope", scope.asText());
    }
    for (Map.Entry<String, JsonNode> flow : scheme.path("flows").properties()) {
      leaves(place, flow.getKey(), flow.getValue());
    }
    others(place, scheme, "type", "scheme", "flows");
    return kind;
  }

  private void body(String place, String root, JsonNode reference) {
    JsonNode body = resolve(place, reference);
    say(place, "mandatory", yesOrNo(body.path("required").asBoolean()));
    content(place, root, body);
    others(place, body, "required", "content");
  }

  private void responses(String prefix, JsonNode operation) {
    for (Map.Entry<String, JsonNode> entry : operation.path("responses").properties()) {
      String place = prefix + "response " + entry.getKey();
      JsonNode response = resolve(place, entry.getValue());
      String root = entry.getKey().startsWith("2") ? "receipt" : "error." + entry.getKey();
      content(place, prefix + root, response);
      others(place, response, "content");
    }
  }

  private void content(String place, String root, JsonNode body) {
    if (body.path("content").isEmpty()) {
      say(place, "content type", "none");
    }
    for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
      say(place, "content type", content.getKey());
      schema(root, content.getValue().path("schema"));
      for (Map.Entry<String, JsonNode> entry : content.getValue().path("examples").properties()) {
        String examplePlace = place + " example " + entry.getKey();
        JsonNode example = resolve(examplePlace, entry.getValue());
        leaves(examplePlace, "", example.path("value"));
        others(examplePlace, example, "value");
      }
      others(place, content.getValue(), "schema", "examples");
    }
  }

  private void schema(String place, JsonNode reference) {
    JsonNode schema = resolve(place, reference);
    if (schema.has("properties")) {
      String first = objects.putIfAbsent(schema, place);
      if (first != null) {
        say(place, "same as", first);
        return;
      }
    }
    if (++depth > DEEPEST) {
      say(place, "circular", "yes");
    } else {
      schema.properties().forEach(keyword -> keyword(place, schema, keyword.getKey()));
    }
    depth--;
  }

  private void keyword(String place, JsonNode schema, String keyword) {
    JsonNode value = schema.path(keyword);
    switch (keyword) {
      case "properties" -> {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
          String child = place + "." + property.getKey();
          say(
              child,
              "mandatory",
              yesOrNo(strings(schema.path("required")).contains(property.getKey())));
          schema(child, property.getValue());
        }
      }
      case "required" ->
          strings(value).stream()
              .filter(name -> !schema.path("properties").has(name))
              .forEach(name -> say(place + "." + name, "mandatory", "yes"));
      case "items" -> schema(place + "[]", value);
      case "allOf" -> value.forEach(part -> schema(place, part));
      case "oneOf", "anyOf" -> union(place, keyword, value, schema.path("discriminator"));
      case "enum" -> say(place, "values", String.join(", ", strings(value)));
      case "additionalProperties" -> {
        if (!value.asText().equals("true")) {
          say(place, "other fields", value.isBoolean() ? "refused" : value.toString());
        }
      }
      case "example" -> leaves(place, "example", value);
      case "discriminator" -> {}
      default -> {
        if (!PROSE.contains(keyword)) {
          say(
              place,
              ASPECTS.getOrDefault(keyword, keyword),
              value.isBoolean() ? yesOrNo(value.booleanValue()) : value.asText(value.toString()));
        }
      }
    }
  }

  private void union(String place, String keyword, JsonNode alternatives, JsonNode discriminator) {
    if (stream(alternatives)
        .allMatch(part -> part.size() == 1 && part.path("required").size() == 1)) {
      String names =
          stream(alternatives)
              .map(part -> part.path("required").path(0).asText())
              .sorted()
              .collect(joining(", "));
      say(place, keyword.equals("anyOf") ? "needs one of" : "needs exactly one of", names);
      return;
    }
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : discriminator.path("mapping").properties()) {
      names.computeIfAbsent(entry.getValue().asText(), ref -> new TreeSet<>()).add(entry.getKey());
    }
    if (!discriminator.isMissingNode()) {
      say(place, "selected by", discriminator.path("propertyName").asText());
    }
    int number = 0;
    int personal = 0;
    for (JsonNode alternative : alternatives) {
      number++;
      Set<String> mapped = names.remove(alternative.path("$ref").asText());
      JsonNode schema = resolve(place, alternative);
      if (mapped != null) {
        schema(place + "." + String.join(" or ", mapped), alternative);
      } else if (schema.has("properties")) {
        schema(place + "/" + number, alternative);
      } else {
        // What is personal in one form only is not personal in all.
        personal += schema.path(SENSITIVE).asBoolean() ? 1 : 0;
        schema(
            place, schema instanceof ObjectNode form ? form.deepCopy().without(SENSITIVE) : schema);
      }
    }
    if (number > 0 && personal == number) {
      say(place, PERSONAL, "yes");
    }
    names.forEach((reference, mapped) -> say(place, "selects " + mapped, reference));
  }

  private JsonNode resolve(String place, JsonNode reference) {
    JsonNode node = reference;
    for (int hops = 0; node.has("$ref") && hops < DEEPEST; hops++) {
      String target = node.path("$ref").asText();
      node = document.at(target.substring(1));
      if (node.isMissingNode()) {
        say(place, "reference", target + ", which is not there");
      }
    }
    return node;
  }

  /** Says each value inside a value, with its path as the aspect. */
  private void leaves(String place, String path, JsonNode value) {
    leaves(value, path).forEach((aspect, leaf) -> say(place, aspect, leaf));
  }

  public static Map<String, String> leaves(JsonNode value, String path) {
    Map<String, String> leaves = new LinkedHashMap<>();
    if (value.isEmpty() && !value.isMissingNode()) {
      leaves.put(path, value.isTextual() ? value.textValue() : value.toString());
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      leaves.putAll(leaves(value.path(i), path + "[" + i + "]"));
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      leaves.putAll(leaves(field.getValue(), name));
    }
    return leaves;
  }

  private void others(String place, JsonNode node, String... known) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!PROSE.contains(entry.getKey()) && !Set.of(known).contains(entry.getKey())) {
        say(place, entry.getKey(), entry.getValue().asText(entry.getValue().toString()));
      }
    }
  }

  private void say(String place, String aspect, String value) {
    places
        .computeIfAbsent(place, name -> new TreeMap<>())
        .merge(aspect, value, (one, other) -> one.equals(other) ? one : one + " or " + other);
  }

  static Set<String> strings(JsonNode array) {
    return stream(array).map(JsonNode::asText).collect(toCollection(TreeSet::new));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }
}
