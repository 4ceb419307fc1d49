package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The types, enums and defaults of a document as they are written. The parser converts them by YAML
 * 1.1 or to Java classes: {@code NO} is false, {@code 010} is 8, a large integer is null, and a
 * UUID loses its capital letters.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models declares schemas and values raw
final class WrittenValues {
  private static final Set<String> LITERALS =
      Set.of("const", "default", "enum", "example", "examples", "value");

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "object", "string");

  static final String ENUM = "x-enum-as-written";
  private static final String DEFAULT = "x-default-as-written";

  /** A part of the model beside the node that it was made of; the same object only once. */
  private record Visit(int model, Node node) {}

  private final YamlDocument document;
  private final Map<String, Schema> components;
  private final Map<Class<?>, Map<String, Method>> getters = new HashMap<>();
  private final Set<Visit> visited = new HashSet<>();

  private WrittenValues(YamlDocument document, Map<String, Schema> components) {
    this.document = document;
    this.components = components;
  }

  /** The values of an enum. */
  static List<?> enumOf(Schema<?> schema) {
    return extension(schema, ENUM) instanceof List<?> written
        ? written
        : Objects.requireNonNullElse(schema.getEnum(), List.of());
  }

  static @Nullable Object defaultOf(Schema<?> schema) {
    Object written = extension(schema, DEFAULT);
    return written == null ? schema.getDefault() : written;
  }

  private static @Nullable Object extension(Schema<?> schema, String name) {
    return schema.getExtensions() == null ? null : schema.getExtensions().get(name);
  }

  /** Puts them into the parsed model. */
  static void restore(OpenAPI model, String text) {
    YamlDocument document = new YamlDocument(Path.of(""));
    Node root = document.read(text);
    boolean schemas = model.getComponents() != null && model.getComponents().getSchemas() != null;
    new WrittenValues(document, schemas ? model.getComponents().getSchemas() : Map.of())
        .walk(model, root, "");
  }

  private void walk(@Nullable Object model, @Nullable Node node, String where) {
    if (model == null || node == null) {
      return;
    }
    Node ref = document.get(node, "$ref");
    if (model instanceof Schema<?> schema && schema.get$ref() != null) {
      if (ref == null) {
        walk(components.get(schema.get$ref().replace("#/components/schemas/", "")), node, where);
      }
      return;
    }
    if (!visited.add(new Visit(System.identityHashCode(model), node))) {
      return;
    }
    if (ref != null) {
      // The parser has inlined the target of the reference.
      walk(model, document.at(YamlDocument.text(ref)), where);
    } else if (model instanceof Map map) {
      restoreKeys(map, node);
      map.forEach(
          (key, value) ->
              walk(value, document.get(node, String.valueOf(key)), String.valueOf(key)));
    } else if (model instanceof List<?> list) {
      List<Node> nodes = YamlDocument.elements(node, false);
      for (int i = 0; i < Math.min(list.size(), nodes.size()); i++) {
        walk(list.get(i), nodes.get(i), where);
      }
    } else {
      if (model instanceof Schema schema) {
        restore(schema, node, where);
      }
      if (model instanceof PathItem item) {
        // The parser has moved the parameters to the operations.
        item.readOperations().forEach(o -> parameters(o.getParameters(), node));
      }
      document
          .entries(node)
          .forEach(
              (key, entry) -> {
                if (key.equals("parameters")) {
                  Object parameters = get(model, key);
                  if (parameters instanceof List) {
                    parameters((List<Parameter>) parameters, node);
                  } else {
                    walk(parameters, entry.getValueNode(), where);
                  }
                } else if (!LITERALS.contains(key)) {
                  walk(get(model, key), entry.getValueNode(), where);
                }
              });
    }
  }

  /** Gives a map the keys that are written, where the parser has others. */
  private void restoreKeys(Map<String, Object> map, Node node) {
    Map<String, String> written = new HashMap<>();
    for (NodeTuple entry : document.entries(node).values()) {
      if (YamlDocument.isReadAsAnother(entry.getKeyNode())) {
        String text = YamlDocument.text(entry.getKeyNode());
        written.put(String.valueOf(new Yaml().<Object>load(text)), text);
      }
    }
    if (!written.isEmpty()) {
      Map<String, Object> read = new LinkedHashMap<>(map);
      map.clear();
      read.forEach((key, value) -> map.put(written.getOrDefault(key, key), value));
    }
  }

  /** Parameters are in another order than in the document, and come from two places in it. */
  private void parameters(@Nullable List<Parameter> parameters, Node parent) {
    for (Node element : YamlDocument.elements(document.get(parent, "parameters"), false)) {
      Node ref = document.get(element, "$ref");
      Node node = ref == null ? element : document.at(YamlDocument.text(ref));
      String name = YamlDocument.text(document.get(node, "name"));
      for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
        if (name.equals(parameter.getName())) {
          walk(parameter, node, name);
        }
      }
    }
  }

  private @Nullable Object get(Object model, String key) {
    Method getter =
        getters
            .computeIfAbsent(
                model.getClass(),
                type -> {
                  Map<String, Method> methods = new HashMap<>();
                  for (Method method : type.getMethods()) {
                    if (method.getParameterCount() == 0 && method.getName().startsWith("get")) {
                      methods.put(method.getName().toLowerCase(Locale.ROOT), method);
                    }
                  }
                  return methods;
                })
            .get("get" + key.toLowerCase(Locale.ROOT));
    try {
      return getter == null ? null : getter.invoke(model);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void restore(Schema schema, Node node, String where) {
    Set<String> types = new HashSet<>();
    YamlDocument.elements(document.get(node, "type"), true)
        .forEach(type -> types.add(YamlDocument.text(type)));
    if (types.size() == 1) {
      restoreType(schema, types.iterator().next());
    }
    List<Node> required = YamlDocument.elements(document.get(node, "required"), false);
    if (schema.getRequired() != null && schema.getRequired().size() == required.size()) {
      schema.setRequired(required.stream().map(YamlDocument::text).toList());
    }
    List<Node> values = YamlDocument.elements(document.get(node, "enum"), false);
    if (!values.isEmpty()) {
      List<?> parsed = schema.getEnum() == null ? List.of() : schema.getEnum();
      List<@Nullable Object> written = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Object known = parsed.size() == values.size() ? parsed.get(i) : null;
        written.add(written(values.get(i), types, known, where));
      }
      schema.addExtension(ENUM, written);
      if (types.isEmpty()) {
        untyped(schema, values);
      }
    }
    Node preset = document.get(node, "default");
    if (preset != null && schema.getDefault() != null) {
      schema.addExtension(DEFAULT, written(preset, types, schema.getDefault(), where));
    }
  }

  /** The parser takes the type of an enum that has none from one of its values. */
  private static void untyped(Schema schema, List<Node> values) {
    Set<String> types = new HashSet<>();
    for (Node value : values) {
      types.add(YamlDocument.isReadAsAnother(value) ? "string" : YamlDocument.type(value));
    }
    if (types.remove("null") && !types.isEmpty()) {
      schema.setNullable(true);
    }
    if (types.contains("number")) {
      types.remove("integer");
    }
    if (types.equals(Set.of("string"))) {
      schema.setType("string");
    } else if (types.size() > 1 || types.contains("array") || types.contains("object")) {
      schema.setType(null);
      schema.setEnum(null); // Constants cannot be of several types, lists or objects.
      schema.getExtensions().remove(ENUM);
    }
  }

  /**
   * The parser takes a schema with {@code additionalProperties} for an object and one with {@code
   * items} for an array, whatever its type; for other types they have no meaning.
   */
  private static void restoreType(Schema schema, String type) {
    if (TYPES.contains(type)) {
      schema.setType(type);
      if (!type.equals("object")) {
        schema.setProperties(null);
        schema.setAdditionalProperties(null);
      }
    }
  }

  private static @Nullable Object written(
      Node value, Set<String> types, @Nullable Object parsed, String where) {
    String type = YamlDocument.type(value);
    String text = YamlDocument.text(value);
    if (!(value instanceof ScalarNode) || type.equals("null")) {
      return parsed;
    }
    boolean asAnother = YamlDocument.isReadAsAnother(value);
    if (types.contains("string")
        ? !types.contains(type) || type.equals("string")
        : asAnother && types.isEmpty()) {
      return text;
    }
    if (!types.contains("integer")) {
      return parsed;
    }
    try {
      if (!asAnother) {
        return new BigDecimal(text).toBigIntegerExact();
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Rejected like everything that is not an integer in every YAML version.
    }
    throw Schemas.inexpressible(
        where, "its enum has " + text + ", which is not an integer in JSON");
  }
}
