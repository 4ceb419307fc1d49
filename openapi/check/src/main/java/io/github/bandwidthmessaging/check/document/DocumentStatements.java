package io.github.bandwidthmessaging.check.document;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an OpenAPI document says about the wire, by place and aspect: {@code
 * createMessage.request.tag} has {@code max} 1024. A place begins with the operation; after it
 * comes {@code request} or the status of a response for a body, or {@code path}, {@code query},
 * {@code header} or {@code cookie} for a parameter. How the document is laid out makes no
 * difference: references are followed, and names of schemas are not seen. A keyword that is not
 * known here is an aspect by its own name, so that nothing is passed over but words for people.
 */
public final class DocumentStatements {
  /** Keywords that say nothing about the wire. */
  static final Set<String> PROSE =
      Set.of(
          "description",
          "summary",
          "title",
          "externalDocs",
          "tags",
          "operationId",
          "x-codeSamples",
          "x-pattern-description");

  private static final String SENSITIVE = "x-sensitive";

  /** The known media types of a body that can have any. */
  private static final String KNOWN_TYPES = "x-known-content-types";

  private static final String PERSONAL = "personal";
  private static final Map<String, String> ASPECTS =
      Map.of(
          "maxItems", "max items", "maxLength", "max", "minItems", "min items", "minLength", "min");

  /** The keywords of a path that are HTTP methods. */
  public static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final String[] IN_PATH =
      Stream.concat(METHODS.stream(), Stream.of("parameters", "servers")).toArray(String[]::new);
  private static final String[] IN_OPERATION = {
    "servers", "security", "parameters", "requestBody", "responses", "callbacks"
  };
  private static final Pattern COMPONENT = Pattern.compile("#/components/[^/]+/[^/]+");
  private static final int DEEPEST = 20;

  /** A statement, with the object of the document and its keyword. */
  public record Statement(String value, JsonNode object, String keyword) {
    @Override
    public String toString() {
      return value;
    }

    private Statement or(Statement other) {
      return value.equals(other.value)
          ? this
          : new Statement(value + " or " + other.value, other.object, other.keyword);
    }
  }

  /** An example of the body at the place {@code root}. */
  public record Example(String place, String root, JsonNode value, Statement at) {}

  /** What was read from an operation and its callbacks, and the other objects it came from. */
  private static final class Part {
    private final Map<String, Map<String, Statement>> places = new LinkedHashMap<>();
    private final Map<String, JsonNode> schemas = new HashMap<>();
    private final Map<String, Statement> descriptions = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private final Map<String, JsonNode> readFrom = new HashMap<>();
    private final Set<String> operations = new HashSet<>();
    private boolean hasReferenceToNothing;

    /** Whether another document has the same objects that this was read from. */
    @SuppressWarnings("ReferenceEquality")
    boolean isIn(JsonNode document) {
      return readFrom.entrySet().stream()
          .allMatch(each -> document.at(each.getKey()) == each.getValue());
    }

    void addTo(Part all) {
      places.forEach(
          (place, aspects) -> {
            Map<String, Statement> others = all.places.putIfAbsent(place, aspects);
            if (others != null) {
              // Such as the security scheme of several operations.
              Map<String, Statement> both = new TreeMap<>(others);
              aspects.forEach((aspect, said) -> both.merge(aspect, said, Statement::or));
              all.places.put(place, both);
            }
          });
      all.schemas.putAll(schemas);
      all.descriptions.putAll(descriptions);
      all.examples.addAll(examples);
      all.hasReferenceToNothing |= hasReferenceToNothing;
    }
  }

  private final JsonNode document;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Set<String> untouched = new HashSet<>();
  private final Part all = new Part();
  private Part part = new Part();

  /** The objects around the place that is read, with their places, and the form of a union. */
  private final IdentityHashMap<JsonNode, String> around = new IdentityHashMap<>();

  private JsonNode object = MissingNode.getInstance();
  private String keyword = "";
  private int depth;

  private DocumentStatements(JsonNode document) {
    this.document = document;
  }

  public static DocumentStatements of(JsonNode document) {
    DocumentStatements statements = new DocumentStatements(document);
    statements.read(Map.of());
    return statements;
  }

  /**
   * Returns the statements of an edited copy of this document that shares with it what the edit has
   * not touched; operations that were not touched are reused.
   */
  public DocumentStatements ofEdited(JsonNode edited) {
    DocumentStatements statements = new DocumentStatements(edited);
    statements.read(parts);
    return statements;
  }

  /** Returns the statements by place and aspect. */
  public Map<String, Map<String, Statement>> places() {
    return all.places;
  }

  /** Returns whether a reference is broken, which is reported where it is. */
  public boolean hasReferenceToNothing() {
    return all.hasReferenceToNothing;
  }

  /** Returns the operations that an edit has not touched. */
  public Set<String> untouched() {
    return untouched;
  }

  /** Returns the name of the operation that a place begins with. */
  public static String operation(String place) {
    for (int end = 0; end < place.length(); end++) {
      if (place.charAt(end) == '.' || place.charAt(end) == ' ') {
        return place.substring(0, end);
      }
    }
    return place;
  }

  /** Returns the examples of all bodies. */
  public List<Example> examples() {
    return all.examples;
  }

  /** Returns the schema of a place; a missing node without one. */
  public JsonNode schema(String place) {
    return all.schemas.getOrDefault(place, MissingNode.getInstance());
  }

  /** Returns the descriptions by place, joined where a place has several. */
  public Map<String, Statement> descriptions() {
    return all.descriptions;
  }

  private void read(Map<String, Part> before) {
    Part general = part;
    at(document, "openapi");
    say("document", "openapi", document.path("openapi").asText());
    others("document", document, "openapi", "info", "servers", "security", "paths", "components");
    others(
        "components",
        document.path("components"),
        "schemas",
        "examples",
        "securitySchemes",
        "parameters",
        "headers",
        "requestBodies",
        "responses",
        "callbacks");
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          String pointer = "/paths/" + YamlLines.escaped(path.getKey()) + "/" + method.getKey();
          Part same = before.get(pointer);
          if (same != null && same.isIn(document)) {
            parts.put(pointer, same);
          } else {
            part = new Part();
            parts.put(pointer, part);
            Stream.of("/servers", "/security", pointer.replaceFirst("/[^/]*$", ""))
                .forEach(this::object);
            operation(path.getKey(), path.getValue(), method.getKey(), method.getValue());
            part.places.keySet().forEach(place -> part.operations.add(operation(place)));
          }
        }
      }
      part = general;
      others(path.getKey(), path.getValue(), IN_PATH);
    }
    parts.values().forEach(each -> each.addTo(all));
    general.addTo(all);
    // What is read again can have the name of what is kept.
    Set<String> touched = new HashSet<>();
    before.forEach(
        (pointer, each) ->
            (parts.containsValue(each) ? untouched : touched).addAll(each.operations));
    parts.values().stream()
        .filter(each -> !before.containsValue(each))
        .forEach(each -> touched.addAll(each.operations));
    untouched.removeAll(touched);
  }

  /** Returns an object apart from an operation that is read, which depends on it. */
  private JsonNode object(String pointer) {
    JsonNode found = document.at(pointer);
    part.readFrom.put(pointer, found);
    return found;
  }

  private void operation(String path, JsonNode item, String method, JsonNode operation) {
    String name = name(method, path, operation);
    JsonNode servers =
        Stream.of(operation, item, document)
            .map(node -> node.path("servers"))
            .filter(JsonNode::isArray)
            .findFirst()
            .orElse(MissingNode.getInstance());
    for (JsonNode server : servers) {
      String url = server.path("url").asText() + path;
      at(operation, "operationId");
      say(name, "url", method.toUpperCase(Locale.ROOT) + " " + url);
      others(name, server, "url");
    }
    parts(name, item, operation);
    for (Map.Entry<String, JsonNode> callback : operation.path("callbacks").properties()) {
      JsonNode urls =
          resolve(name + " callback " + callback.getKey(), callback.getValue(), "callbacks");
      for (Map.Entry<String, JsonNode> url : urls.properties()) {
        for (Map.Entry<String, JsonNode> called : url.getValue().properties()) {
          if (METHODS.contains(called.getKey())) {
            String calledName = name(called.getKey(), callback.getKey(), called.getValue());
            at(called.getValue(), "operationId");
            say(calledName, "method", called.getKey().toUpperCase(Locale.ROOT));
            say(calledName, "callback of", name);
            parts(calledName, url.getValue(), called.getValue());
            others(calledName, called.getValue(), IN_OPERATION);
          }
        }
        others(name + " callback", url.getValue(), IN_PATH);
      }
    }
    others(name, operation, IN_OPERATION);
  }

  private static String name(String method, String path, JsonNode operation) {
    return operation
        .path("operationId")
        .asText(method.toUpperCase(Locale.ROOT) + " " + path.replace('.', ' '));
  }

  private void parts(String name, JsonNode item, JsonNode operation) {
    describe(name, operation);
    authentication(name, operation);
    Stream.concat(stream(item.path("parameters")), stream(operation.path("parameters")))
        .forEach(parameter -> parameter(name, parameter));
    if (operation.has("requestBody")) {
      body(name + ".request", operation.path("requestBody"));
    }
    responses(name, operation);
  }

  private void parameter(String operation, JsonNode reference) {
    JsonNode parameter = resolve(operation, reference, "parameters");
    String place =
        operation + "." + parameter.path("in").asText() + "." + parameter.path("name").asText();
    at(parameter, "required");
    say(place, "mandatory", yesOrNo(parameter.path("required").asBoolean()));
    describe(place, parameter);
    schema(place, parameter.path("schema"));
    parameter
        .path("content")
        .properties()
        .forEach(
            content -> {
              at(parameter.path("content"), content.getKey());
              say(place, "content type", content.getKey());
              schema(place, content.getValue().path("schema"));
            });
    at(parameter, "example");
    leaves(place, "example", parameter.path("example"));
    others(place, parameter, "in", "name", "required", "schema", "content", "example");
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
    JsonNode scheme = object("/components/securitySchemes/" + YamlLines.escaped(name));
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

  private void body(String place, JsonNode reference) {
    JsonNode body = resolve(place, reference, "requestBodies");
    at(body, "required");
    say(place, "mandatory", yesOrNo(body.path("required").asBoolean()));
    describe(place, body);
    content(place, place, body);
    others(place, body, "required", "content");
  }

  private void responses(String operation, JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.path("responses").properties()) {
      String place = operation + ".response " + entry.getKey();
      JsonNode response = resolve(place, entry.getValue(), "responses");
      describe(place, response);
      content(place, operation + "." + entry.getKey(), response);
      for (Map.Entry<String, JsonNode> named : response.path("headers").properties()) {
        String headerPlace = place + " header " + named.getKey();
        JsonNode header = resolve(headerPlace, named.getValue(), "headers");
        describe(headerPlace, header);
        at(header, "required");
        say(headerPlace, "mandatory", yesOrNo(header.path("required").asBoolean()));
        schema(headerPlace, header.path("schema"));
        at(header, "example");
        leaves(headerPlace, "example", header.path("example"));
        others(headerPlace, header, "required", "schema", "example");
      }
      others(place, response, "content", "headers");
    }
  }

  private void content(String place, String root, JsonNode body) {
    if (body.path("content").isEmpty()) {
      at(body, "content");
      say(place, "content type", "none");
    }
    for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
      at(body.path("content"), content.getKey());
      say(place, "content type", content.getKey());
      schema(root, content.getValue().path("schema"));
      for (Map.Entry<String, JsonNode> entry : content.getValue().path("examples").properties()) {
        String examplePlace = place + " example " + entry.getKey();
        JsonNode example = resolve(examplePlace, entry.getValue(), "examples");
        at(example, "value");
        leaves(examplePlace, "", example.path("value"));
        Statement where = new Statement("", example, "value");
        part.examples.add(new Example(examplePlace, root, example.path("value"), where));
        others(examplePlace, example, "value");
      }
      Set<String> types = strings(content.getValue().path(KNOWN_TYPES));
      if (!types.isEmpty()) {
        at(content.getValue(), KNOWN_TYPES);
        say(place, "known content types", String.join(", ", types));
      }
      others(place, content.getValue(), "schema", "examples", KNOWN_TYPES);
    }
  }

  private void schema(String place, JsonNode reference) {
    JsonNode schema = resolve(place, reference, "schemas");
    part.schemas.putIfAbsent(place, schema);
    at(reference, "$ref");
    String outer = schema.has("properties") ? around.putIfAbsent(schema, place) : null;
    if (outer != null) {
      say(place, "same as", outer);
      return;
    }
    describe(place, schema);
    if (++depth > DEEPEST) {
      say(place, "circular", "yes");
    } else {
      schema.properties().forEach(each -> keyword(place, schema, each.getKey()));
    }
    depth--;
    around.remove(schema);
  }

  private void keyword(String place, JsonNode schema, String name) {
    JsonNode value = schema.path(name);
    at(schema, name);
    switch (name) {
      case "properties" -> {
        Set<String> required = strings(schema.path("required"));
        for (Map.Entry<String, JsonNode> property : value.properties()) {
          String child = place + "." + property.getKey();
          at(value, property.getKey());
          say(child, "mandatory", yesOrNo(required.contains(property.getKey())));
          schema(child, property.getValue());
        }
      }
      case "required" ->
          strings(value).stream()
              .filter(each -> !schema.path("properties").has(each))
              .forEach(each -> say(place + "." + each, "mandatory", "yes"));
      case "items" -> schema(place + "[]", value);
      case "allOf" -> value.forEach(part -> schema(place, part));
      case "oneOf", "anyOf" -> union(place, schema, name);
      case "enum" -> say(place, "values", String.join(", ", strings(value)));
      case "additionalProperties" -> {
        if (value.isObject()) {
          schema(place + "[name]", value);
        } else if (!value.asText().equals("true")) {
          say(place, "other fields", "refused");
        }
      }
      case "example" -> leaves(place, "example", value);
      case "discriminator" -> {}
      case SENSITIVE -> {
        if (!around.containsKey(schema) || schema.has("properties")) {
          say(place, PERSONAL, value.isBoolean() ? yesOrNo(value.booleanValue()) : value.asText());
        }
      }
      default -> {
        if (!PROSE.contains(name)) {
          say(
              place,
              ASPECTS.getOrDefault(name, name),
              value.isBoolean() ? yesOrNo(value.booleanValue()) : text(value));
        }
      }
    }
  }

  private void union(String place, JsonNode union, String kind) {
    JsonNode alternatives = union.path(kind);
    JsonNode discriminator = union.path("discriminator");
    if (stream(alternatives)
        .allMatch(part -> part.size() == 1 && part.path("required").size() == 1)) {
      String names =
          stream(alternatives)
              .map(part -> part.path("required").path(0).asText())
              .sorted()
              .collect(joining(", "));
      say(place, kind.equals("anyOf") ? "needs one of" : "needs exactly one of", names);
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
      JsonNode schema = resolve(place, alternative, "schemas");
      if (mapped != null) {
        schema(place + "." + String.join(" or ", mapped), alternative);
      } else if (schema.has("properties")) {
        at(union, kind);
        say(place, "forms", kind.equals("oneOf") ? "exactly one" : "any");
        schema(place + "/" + number, alternative);
      } else {
        // What is personal in one form is not personal in all.
        personal += schema.path(SENSITIVE).asBoolean() ? 1 : 0;
        around.put(schema, place);
        schema(place, alternative);
        around.remove(schema);
      }
    }
    at(union, kind);
    if (number > 0 && personal == number) {
      say(place, PERSONAL, "yes");
    }
    names.forEach((reference, mapped) -> say(place, "selects " + mapped, reference));
  }

  /** Follows a reference to one of the components of a section, or to another place. */
  private JsonNode resolve(String place, JsonNode reference, String section) {
    JsonNode node = reference;
    for (int hops = 0; node.has("$ref") && hops < DEEPEST; hops++) {
      String target = node.path("$ref").asText();
      boolean isOther =
          COMPONENT.matcher(target).matches()
              && !target.startsWith("#/components/" + section + "/");
      node = isOther ? MissingNode.getInstance() : object(target.substring(1));
      if (node.isMissingNode()) {
        at(reference, "$ref");
        part.hasReferenceToNothing = true;
        say(
            place,
            "reference",
            target + ", which is not " + (isOther ? "one of the " + section : "there"));
      }
    }
    return node;
  }

  /** Records each value inside a value, with its path as the aspect. */
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
        at(node, entry.getKey());
        say(place, entry.getKey(), text(entry.getValue()));
      }
    }
  }

  private void describe(String place, JsonNode node) {
    if (node.has("description")) {
      part.descriptions.merge(
          place,
          new Statement(node.path("description").asText(), node, "description"),
          (one, other) ->
              one.value().contains(other.value())
                  ? one
                  : new Statement(
                      one.value() + "\n\n" + other.value(), one.object(), one.keyword()));
    }
  }

  /** Sets what the next statements are read from. */
  private void at(JsonNode node, String name) {
    object = node;
    keyword = name;
  }

  private void say(String place, String aspect, String value) {
    part.places
        .computeIfAbsent(place, name -> new TreeMap<>())
        .merge(aspect, new Statement(value, object, keyword), Statement::or);
  }

  static Set<String> strings(JsonNode array) {
    return stream(array).map(JsonNode::asText).collect(toCollection(TreeSet::new));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }
}
