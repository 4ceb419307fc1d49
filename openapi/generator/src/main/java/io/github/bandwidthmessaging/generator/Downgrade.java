package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.generator.DocumentCheck.Keyword;
import io.github.bandwidthmessaging.generator.References.Resource;
import io.github.bandwidthmessaging.generator.References.Target;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts a document to OpenAPI 3.0, with every schema that a reference leads to under {@code
 * components/schemas}.
 *
 * <p>OpenAPI Generator and its parser lose much of OpenAPI 3.1, and follow references to components
 * only.
 */
final class Downgrade {
  static final String SCHEMAS = "#/components/schemas/";

  /** What a schema does not have in common with its place. */
  private static final Set<String> OF_PLACE =
      Set.of("default", "deprecated", "nullable", "readOnly", "writeOnly");

  private static final Pattern COMPONENT = Pattern.compile("#/components/(\\w+)/[\\w.-]+");

  private static final Pattern NEWER = Pattern.compile("openapi[\"']?\\s*:\\s*[\"']?3\\.1");
  private static final Pattern POINTER =
      Pattern.compile("\\$ref[\"']?\\s*:\\s*[\"']?(#[^\"'\\s,}]*)");

  /** The parts of a pointer that are in no name. */
  private static final Pattern STRUCTURE =
      Pattern.compile(
          "|components|schemas|properties|paths|responses|content|schema|definitions|\\$defs"
              + "|\\w+/[\\w.+-]+");

  private record Import(String name, Target target) {}

  private final References references;
  private final boolean newer;
  private final SchemaDowngrade schemas = new SchemaDowngrade(this);

  /** The names under {@code components/schemas} of what references lead to. */
  private final IdentityHashMap<JsonNode, String> names = new IdentityHashMap<>();

  private final Map<String, JsonNode> taken = new HashMap<>();
  private final List<Import> imports = new ArrayList<>();
  private final Set<JsonNode> surveyed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> warnings = new LinkedHashSet<>();

  private Downgrade(References references, boolean newer) {
    this.references = references;
    this.newer = newer;
  }

  /** A document of OpenAPI 3.0, and what is lost in it. */
  record Result(ObjectNode document, Set<String> warnings) {

    OpenAPI parsed(String location) {
      ParseOptions options = new ParseOptions();
      options.setResolve(true);
      options.setResolveResponses(true);
      return new OpenAPIV3Parser()
          .readContents(document.toString(), List.of(), options, location)
          .getOpenAPI();
    }
  }

  /** Returns null if OpenAPI Generator can read the document as it is. */
  static @Nullable Result of(String location) {
    String text = References.text(location);
    if (!NEWER.matcher(text).find()
        && POINTER.matcher(text).results().allMatch(m -> isComponent(m.group(1)))) {
      return null; // Reading a large document again takes seconds.
    }
    JsonNode document = References.tree(text);
    boolean newer = document.path("openapi").asText().startsWith("3.1");
    Downgrade downgrade = new Downgrade(new References(location, document), newer);
    return downgrade.needed() ? new Result(downgrade.document(), downgrade.warnings) : null;
  }

  private boolean needed() {
    Resource resource = references.document();
    if (newer) {
      references.index(resource.root(), resource);
    }
    for (Map.Entry<String, JsonNode> schema :
        resource.root().path("components").path("schemas").properties()) {
      taken.put(schema.getKey().toLowerCase(Locale.ROOT), schema.getValue());
      if (schema.getValue().isObject()) {
        names.put(schema.getValue(), schema.getKey());
      }
    }
    survey(resource.root(), "root", resource);
    return newer || !imports.isEmpty() || hasPointers(resource.root());
  }

  /** Whether a reference to something other than a schema leads elsewhere than to a component. */
  private static boolean hasPointers(JsonNode document) {
    return document.findValuesAsText("$ref").stream()
        .anyMatch(ref -> ref.startsWith("#") && !isComponent(ref));
  }

  private ObjectNode document() {
    Resource resource = references.document();
    JsonNode root = resource.root();
    ObjectNode copy = (ObjectNode) copy(root, "root", "", resource);
    ObjectNode components = copy.withObjectProperty("components");
    if (newer) {
      imports.removeIf(imported -> SchemaDowngrade.isNever(imported.target().node()));
      names.keySet().removeIf(SchemaDowngrade::isNever);
    }
    for (Import imported : imports) {
      components
          .withObjectProperty("schemas")
          .set(
              imported.name(),
              schema(
                  imported.target().node(), imported.name(), imported.target().resource(), true));
    }
    if (newer) {
      copy.put("openapi", "3.0.3");
      copy.withObjectProperty("paths");
      components.remove("pathItems");
      // OpenAPI 3.0 has no mutual TLS, and sockets are up to the HTTP client.
      components
          .withObjectProperty("securitySchemes")
          .removeIf(scheme -> scheme.path("type").asText().equals("mutualTLS"));
      webhooks(copy.remove("webhooks"), components);
    }
    return copy;
  }

  /** Creates classes for what webhooks receive, and a union of them. */
  private void webhooks(@Nullable JsonNode webhooks, ObjectNode components) {
    Set<String> events = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> webhook :
        webhooks == null ? Set.<Map.Entry<String, JsonNode>>of() : webhooks.properties()) {
      for (Map.Entry<String, JsonNode> operation : webhook.getValue().properties()) {
        JsonNode body = operation.getValue().path("requestBody");
        if (body.has("$ref")) {
          String name = body.get("$ref").asText().replaceAll(".*/", "");
          body = components.path("requestBodies").path(name);
        }
        String id = operation.getValue().path("operationId").asText(webhook.getKey());
        for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
          JsonNode schema = content.getValue().path("schema");
          if (!content.getKey().contains("json") || schema.isMissingNode()) {
            warn("Webhook " + webhook.getKey(), content.getKey() + " has no class");
          } else if (schema.has("$ref")) {
            events.add(schema.get("$ref").asText());
          } else {
            String name = fresh(schema.path("title").asText(id + "_event"), schema);
            components.withObjectProperty("schemas").set(name, schema);
            events.add(SCHEMAS + name);
          }
        }
      }
    }
    if (events.size() > 1) {
      ObjectNode union = JsonNodeFactory.instance.objectNode();
      union.put("description", "What webhooks receive.");
      events.forEach(event -> union.withArrayProperty("oneOf").addObject().put("$ref", event));
      components.withObjectProperty("schemas").set(fresh("WebhookEvent", union), union);
    }
  }

  static boolean isComponent(String reference) {
    return COMPONENT.matcher(reference).matches();
  }

  /** Gives a name to each schema that a reference leads to. */
  private void survey(JsonNode node, String kind, Resource around) {
    if (!node.isObject() || !surveyed.add(node)) {
      return;
    }
    Resource resource = newer && kind.equals("schema") ? references.within(node, around) : around;
    for (String keyword : List.of("$ref", "$dynamicRef")) {
      if (node.path(keyword).isTextual()) {
        reach(node.get(keyword).textValue(), kind, resource);
      }
    }
    node.path("discriminator")
        .path("mapping")
        .forEach(
            mapped -> {
              if (isPointer(mapped.asText())) {
                reach(mapped.asText(), kind, resource);
              }
            });
    children(node, kind).forEach(child -> survey(child.node(), child.kind(), resource));
  }

  private boolean isPointer(String mapped) {
    return mapped.contains("#") || mapped.matches(".*\\.(json|ya?ml)");
  }

  private void reach(String reference, String kind, Resource resource) {
    Target target = find(reference, resource);
    if (target == null) {
      return;
    }
    if (kind.equals("schema") && target.node().isObject() && !names.containsKey(target.node())) {
      String name = fresh(wanted(reference, target.node()), target.node());
      names.put(target.node(), name);
      imports.add(new Import(name, target));
    }
    survey(target.node(), kind, target.resource());
  }

  /** What a reference leads to; other files are left to the parser of OpenAPI 3.0. */
  private @Nullable Target find(String reference, Resource resource) {
    return newer || reference.startsWith("#") ? references.find(reference, resource) : null;
  }

  private static String wanted(String reference, JsonNode schema) {
    if (schema.path("title").isTextual()) {
      return schema.get("title").textValue();
    }
    String file = reference.replaceAll("#.*", "").replaceAll(".*/|\\.\\w+$", "");
    String pointer = reference.contains("#") ? reference.replaceAll(".*#", "") : "";
    pointer = References.decoded(pointer);
    String name =
        Stream.of(pointer.split("/", -1))
            .map(part -> part.replace("~1", "/").replace("~0", "~"))
            .filter(part -> !STRUCTURE.matcher(part).matches())
            .map(part -> part.replaceAll("[^\\w.-]+", "_").replaceAll("^_|_$", ""))
            .collect(Collectors.joining("_"));
    return name.isEmpty() ? file.isEmpty() ? "Document" : file : name;
  }

  private String fresh(String wanted, JsonNode schema) {
    String name = wanted.replaceAll("[^\\w.-]+", "_");
    for (int i = 2; taken.putIfAbsent(name.toLowerCase(Locale.ROOT), schema) != null; i++) {
      name = wanted.replaceAll("[^\\w.-]+", "_") + "_" + i;
    }
    return name;
  }

  /** A part of an object, under the keyword, and in a map also the key, that lead to it. */
  private record Child(JsonNode node, String kind) {}

  private static List<Child> children(JsonNode node, String kind) {
    List<Child> children = new ArrayList<>();
    node.properties()
        .forEach(
            field -> {
              Keyword keyword = keyword(kind, field.getKey());
              if (keyword != null) {
                if (keyword.shape().isEmpty()) {
                  children.add(new Child(field.getValue(), keyword.kind()));
                } else {
                  field.getValue().forEach(e -> children.add(new Child(e, keyword.kind())));
                }
              }
            });
    return children;
  }

  static @Nullable Keyword keyword(String kind, String key) {
    return DocumentCheck.KEYED.containsKey(kind) && !key.startsWith("x-")
        ? new Keyword(Objects.requireNonNull(DocumentCheck.KEYED.get(kind)), "", false, false)
        : DocumentCheck.keywords(kind).get(key);
  }

  /** Copies an object that is not a schema, or a literal. */
  private JsonNode copy(JsonNode node, String kind, String where, Resource resource) {
    if (kind.equals("schema")) {
      return schema(node, where, resource, false);
    }
    boolean literal =
        DocumentCheck.keywords(kind).isEmpty() && !DocumentCheck.KEYED.containsKey(kind);
    if (!node.isObject() || literal) {
      return node.deepCopy();
    }
    if (node.path("$ref").isTextual()) {
      JsonNode referred = referred(node, kind, where, resource);
      if (referred != null) {
        return referred;
      }
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(
            field -> {
              String key = field.getKey();
              JsonNode value = field.getValue();
              Keyword keyword = keyword(kind, key);
              String place = place(kind, key, node, where);
              if (keyword == null) {
                copy.set(key, value.deepCopy());
              } else if (keyword.shape().isEmpty()) {
                copy.set(key, copy(value, keyword.kind(), place, resource));
              } else if (value.isArray()) {
                ArrayNode list = copy.putArray(key);
                value.forEach(e -> list.add(copy(e, keyword.kind(), place, resource)));
              } else {
                ObjectNode map = copy.putObject(key);
                value
                    .properties()
                    .forEach(
                        e -> {
                          if (!key.equals("schemas")) {
                            map.set(
                                e.getKey(), copy(e.getValue(), keyword.kind(), place, resource));
                          } else if (!newer || !SchemaDowngrade.isNever(e.getValue())) {
                            map.set(e.getKey(), schema(e.getValue(), e.getKey(), resource, true));
                          }
                        });
              }
            });
    return copy;
  }

  /** The place of a part, for messages. */
  private static String place(String kind, String key, JsonNode node, String where) {
    return switch (kind) {
      case "paths", "callback" -> key;
      case "pathItem" ->
          DocumentCheck.METHODS.contains(key) ? key.toUpperCase(Locale.ROOT) + " " + where : where;
      case "parameter" -> where + " parameter " + node.path("name").asText();
      case "responses" -> where + " " + key;
      case "requestBody" -> where + " body";
      default -> where;
    };
  }

  /** A copy of what is referred to, null where the reference can stay. */
  private @Nullable JsonNode referred(JsonNode node, String kind, String where, Resource resource) {
    String reference = node.get("$ref").textValue();
    boolean plain = isComponent(reference) && !kind.equals("pathItem");
    boolean changes = newer && node.size() > 1;
    if (plain && !changes && resource.base().equals(references.document().base())) {
      return null;
    }
    Target target = find(reference, resource);
    if (target == null) {
      if (newer || reference.startsWith("#")) {
        throw new IllegalArgumentException(
            (where.isEmpty() ? "The document" : where)
                + " cannot be generated: "
                + nowhere(reference)
                + ".");
      }
      return null;
    }
    JsonNode copy = copy(target.node(), kind, where, target.resource());
    if (copy instanceof ObjectNode object && (newer || kind.equals("pathItem"))) {
      node.properties().stream()
          .filter(field -> !field.getKey().equals("$ref"))
          .filter(field -> keyword(kind, field.getKey()) != null)
          .forEach(
              field -> {
                Keyword keyword = Objects.requireNonNull(keyword(kind, field.getKey()));
                String place = place(kind, field.getKey(), node, where);
                object.set(field.getKey(), copy(field.getValue(), keyword.kind(), place, resource));
              });
    }
    return copy;
  }

  /**
   * Copies a schema.
   *
   * @param named whether this is where it gets its name, so that a class of it is not elsewhere
   */
  private JsonNode schema(JsonNode schema, String where, Resource around, boolean named) {
    String name = names.get(schema);
    if (name != null && !named && isMoved(schema)) {
      return JsonNodeFactory.instance.objectNode().put("$ref", SCHEMAS + name);
    }
    if (!newer) {
      return older(schema, where, around);
    }
    JsonNode copy = schemas.of(schema, where, references.within(schema, around));
    if (copy == null) {
      throw Schemas.inexpressible(where, "it allows no value");
    }
    return named ? copy : SchemaDowngrade.bare(copy);
  }

  /** Copies a schema of OpenAPI 3.0. */
  private JsonNode older(JsonNode schema, String where, Resource resource) {
    if (!schema.isObject()) {
      return schema.deepCopy();
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    schema
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              Keyword keyword = keyword("schema", field.getKey());
              if (field.getKey().equals("$ref") && value.isTextual()) {
                copy.put("$ref", reference(value.textValue(), where, resource));
              } else if (keyword == null || !keyword.kind().equals("schema")) {
                copy.set(field.getKey(), value.deepCopy());
              } else if (keyword.shape().isEmpty()) {
                copy.set(field.getKey(), schema(value, where, resource, false));
              } else if (value.isArray()) {
                ArrayNode list = copy.putArray(field.getKey());
                value.forEach(e -> list.add(schema(e, where, resource, false)));
              } else {
                ObjectNode map = copy.putObject(field.getKey());
                value
                    .properties()
                    .forEach(
                        e ->
                            map.set(
                                e.getKey(),
                                schema(e.getValue(), where + "." + e.getKey(), resource, false)));
              }
            });
    mapping(copy, where, resource);
    return copy;
  }

  /** Makes a discriminator refer to components. */
  void mapping(ObjectNode schema, String where, Resource resource) {
    if (schema.path("discriminator").path("mapping") instanceof ObjectNode mapping) {
      for (Map.Entry<String, JsonNode> entry : List.copyOf(mapping.properties())) {
        if (isPointer(entry.getValue().asText())) {
          mapping.put(entry.getKey(), reference(entry.getValue().asText(), where, resource));
        }
      }
    }
  }

  /** A reference to a component for any reference. */
  String reference(String reference, String where, Resource resource) {
    Target target = find(reference, resource);
    String name = target == null ? null : names.get(target.node());
    if (name != null) {
      return SCHEMAS + name;
    }
    if (newer || (reference.startsWith("#") && target == null)) {
      throw Schemas.inexpressible(where, nowhere(reference));
    }
    return reference;
  }

  private static String nowhere(String reference) {
    return "it refers to "
        + reference
        + (reference.contains("://") ? ", which is not fetched" : ", which does not exist");
  }

  /** Only what is a class must not be there twice, and a place can add to what it refers to. */
  private static boolean isMoved(JsonNode schema) {
    boolean isClass =
        Stream.of("properties", "enum", "allOf", "oneOf", "anyOf").anyMatch(schema::has);
    return isClass && OF_PLACE.stream().noneMatch(schema::has);
  }

  Resource within(JsonNode schema, Resource around) {
    return references.within(schema, around);
  }

  @Nullable Target target(String reference, Resource resource) {
    return find(reference, resource);
  }

  @Nullable String movedTo(JsonNode schema) {
    return isMoved(schema) ? names.get(schema) : null;
  }

  void warn(String where, String sentence) {
    warnings.add(where + ": " + sentence + ".");
  }
}
