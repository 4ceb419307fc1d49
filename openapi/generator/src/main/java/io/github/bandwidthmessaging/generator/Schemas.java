package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The component schemas of a document: which of them become classes, and what they say. */
@SuppressWarnings("rawtypes") // swagger-models declares properties, items and alternatives raw
final class Schemas {

  enum Kind {
    OBJECT,
    ENUM,
    UNION,
    /** No class of its own: an array, a map, a scalar or another name for a schema. */
    ALIAS
  }

  private static final String REF = "#/components/schemas/";

  private final Options options;
  private final Map<String, Schema> components;
  private final Map<String, String> classNames = new LinkedHashMap<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /**
   * @param taken the names of other classes, in lower case: the classes become files
   */
  Schemas(Map<String, Schema> components, Set<String> taken, Options options) {
    this.options = options;
    this.components = components;
    Set<String> files = new HashSet<>(taken);
    for (String name : components.keySet()) {
      String className = options.className(name);
      String unique = className;
      for (int i = 2; isTaken(unique, files); i++) {
        unique = className + i;
      }
      files.add(unique.toLowerCase(Locale.ROOT));
      files.add(adapterFile(unique));
      classNames.put(name, unique);
    }
    components.forEach((name, schema) -> kinds.put(name, kind(name, schema)));
    components.keySet().forEach(this::giveClassToRecursive);
    options.refuseUnknownSchemas(components.keySet());
  }

  Options options() {
    return options;
  }

  /**
   * A list or map that contains itself has no type in Java, so it becomes a class: an object
   * without properties of its own, or a union with the list as its only alternative.
   */
  private void giveClassToRecursive(String name) {
    Schema<?> schema = component(name);
    boolean list = schema.getItems() != null;
    boolean map = schema.getAdditionalProperties() instanceof Schema<?>;
    if (kinds.get(name) != Kind.ALIAS
        || !(list || map)
        || !aliasesIn(schema, new HashSet<>()).contains(name)) {
      return;
    }
    if (map) {
      kinds.put(name, Kind.OBJECT);
      schema.addAllOfItem(new Schema<>().type("object")); // OpenAPI Generator skips plain maps.
      return;
    }
    kinds.put(name, Kind.UNION);
    Schema<?> union = new Schema<>();
    union.setTitle(schema.getTitle());
    union.setDescription(schema.getDescription());
    union.setNullable(schema.getNullable());
    union.setExtensions(schema.getExtensions());
    union.addOneOfItem(schema);
    components.put(name, union);
  }

  /** The components without a class that a value of a schema contains, or is. */
  private Set<String> aliasesIn(@Nullable Schema<?> schema, Set<String> found) {
    if (schema == null) {
      return found;
    }
    if (schema.get$ref() != null) {
      String name = refName(schema.get$ref(), "");
      if (kinds.get(name) == Kind.ALIAS && found.add(name)) {
        aliasesIn(component(name), found);
      }
    }
    parts(schema).forEach(part -> aliasesIn(part, found));
    aliasesIn(schema.getItems(), found);
    return schema.getAdditionalProperties() instanceof Schema<?> values
        ? aliasesIn(values, found)
        : found;
  }

  private static boolean isTaken(String className, Set<String> files) {
    return files.contains(className.toLowerCase(Locale.ROOT))
        || files.contains(adapterFile(className));
  }

  private static String adapterFile(String className) {
    return (className + "JsonAdapter").toLowerCase(Locale.ROOT);
  }

  /** The names of all, in the document's order. */
  Set<String> names() {
    return components.keySet();
  }

  boolean hasClass(String name) {
    return kinds.containsKey(name) && kinds.get(name) != Kind.ALIAS;
  }

  boolean isObject(String name) {
    return kinds.get(name) == Kind.OBJECT;
  }

  boolean isEnum(String name) {
    return kinds.get(name) == Kind.ENUM;
  }

  boolean isUnion(String name) {
    return kinds.get(name) == Kind.UNION;
  }

  Kind kind(String name) {
    return Objects.requireNonNull(kinds.get(name), name);
  }

  String className(String name) {
    String className = classNames.get(name);
    return className == null ? Names.type(name) : className;
  }

  Schema<?> component(String name) {
    Schema<?> schema = components.get(name);
    if (schema == null) {
      throw inexpressible(name, "the document refers to it but does not define it");
    }
    return schema;
  }

  static String refName(String ref, String where) {
    if (!ref.startsWith(REF)) {
      throw inexpressible(where, "it refers to " + ref + ", which does not exist");
    }
    return ref.substring(REF.length()).replace("~1", "/").replace("~0", "~");
  }

  private Kind kind(String name, Schema<?> schema) {
    if (schema.get$ref() != null || options.schema(name) != null) {
      return Kind.ALIAS;
    }
    if (isEnum(schema)) {
      return Kind.ENUM;
    }
    boolean properties = schema.getProperties() != null && !schema.getProperties().isEmpty();
    boolean allOf = schema.getAllOf() != null && !schema.getAllOf().isEmpty();
    List<Schema> alternatives = alternativeSchemas(schema);
    if (!alternatives.isEmpty()) {
      if (properties || allOf) {
        return Kind.OBJECT;
      }
      return alternatives.size() == 1 ? Kind.ALIAS : Kind.UNION;
    }
    if (schema.getDiscriminator() != null && !children(name).isEmpty()) {
      return Kind.UNION;
    }
    if (properties) {
      return Kind.OBJECT;
    }
    if (allOf) {
      boolean another =
          schema.getAllOf().size() == 1
              && schema.getAllOf().get(0).get$ref() != null
              && discriminatedParents(name).isEmpty();
      return !another && isObjectLike(schema, new HashSet<>()) ? Kind.OBJECT : Kind.ALIAS;
    }
    return Kind.ALIAS;
  }

  private static boolean isEnum(Schema<?> schema) {
    List<?> values = enumValues(schema);
    if (values.isEmpty()) {
      return false;
    }
    String type = jsonType(schema);
    return type.equals("string")
        || type.equals("integer")
        || (type.isEmpty() && values.stream().allMatch(v -> v instanceof String));
  }

  private boolean isObjectLike(Schema<?> schema, Set<String> seen) {
    if (schema.get$ref() != null) {
      String name = refName(schema.get$ref(), "allOf");
      return seen.add(name) && isObjectLike(component(name), seen);
    }
    if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
      return true;
    }
    for (Schema<?> part : parts(schema)) {
      if (isObjectLike(part, seen)) {
        return true;
      }
    }
    return false;
  }

  static List<Schema> parts(Schema<?> schema) {
    List<Schema> parts = new ArrayList<>();
    if (schema.getAllOf() != null) {
      parts.addAll(schema.getAllOf());
    }
    parts.addAll(alternativeSchemas(schema));
    return parts;
  }

  /**
   * The alternatives of {@code oneOf} or {@code anyOf} without those that only restrict and without
   * null.
   */
  static List<Schema> alternativeSchemas(Schema<?> schema) {
    List<Schema> all = new ArrayList<>();
    if (schema.getOneOf() != null) {
      all.addAll(schema.getOneOf());
    }
    if (schema.getAnyOf() != null) {
      all.addAll(schema.getAnyOf());
    }
    all.removeIf(s -> saysNothing(s));
    return all;
  }

  static boolean saysNothing(Schema<?> s) {
    return isNull(s)
        || (s.get$ref() == null
            && s.getType() == null
            && s.getTypes() == null
            && s.getProperties() == null
            && s.getItems() == null
            && s.getEnum() == null
            && s.getAllOf() == null
            && s.getOneOf() == null
            && s.getAnyOf() == null
            && s.getAdditionalProperties() == null);
  }

  /** Null as OpenAPI 3.0 can say it, and as 3.1 does, which many a document of 3.0 has. */
  private static boolean isNull(Schema<?> s) {
    return "null".equals(s.getType())
        || (s.getEnum() != null && s.getEnum().stream().allMatch(Objects::isNull));
  }

  /** The schemas that extend a discriminated one through {@code allOf}, at any distance. */
  List<String> children(String parent) {
    List<String> children = new ArrayList<>();
    components.forEach(
        (name, schema) -> {
          if (!name.equals(parent) && ancestors(name, new LinkedHashSet<>()).contains(parent)) {
            children.add(name);
          }
        });
    return children;
  }

  private Set<String> ancestors(String name, Set<String> found) {
    Schema<?> schema = component(name);
    if (schema.getAllOf() != null) {
      for (Schema<?> part : schema.getAllOf()) {
        if (part.get$ref() != null) {
          String parent = refName(part.get$ref(), name);
          if (found.add(parent)) {
            ancestors(parent, found);
          }
        }
      }
    }
    return found;
  }

  private List<String> discriminatedParents(String name) {
    return ancestors(name, new LinkedHashSet<>()).stream()
        .filter(parent -> component(parent).getDiscriminator() != null)
        .toList();
  }

  /**
   * The properties of an object, with all that it extends; adds to {@code required} what it
   * requires.
   */
  Map<String, Schema<?>> properties(Schema<?> schema, String where, Set<String> required) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    collect(where, schema, false, properties, required, new HashSet<>());
    Map<String, Schema<?>> typed = new LinkedHashMap<>();
    properties.forEach(typed::put);
    return typed;
  }

  /** Puts together the properties of a schema, of what it extends and of what it may be. */
  private void collect(
      String name,
      Schema<?> schema,
      boolean optional,
      Map<String, Schema> properties,
      Set<String> required,
      Set<String> seen) {
    if (schema.get$ref() != null) {
      String target = refName(schema.get$ref(), name);
      if (seen.add(target)) {
        collect(target, component(target), optional, properties, required, seen);
      }
      return;
    }
    if (schema.getAllOf() != null) {
      for (Schema<?> part : schema.getAllOf()) {
        collect(name, part, optional, properties, required, seen);
      }
    }
    if (schema.getProperties() != null) {
      properties.putAll(schema.getProperties());
    }
    if (schema.getRequired() != null && !optional) {
      required.addAll(schema.getRequired());
    }
    for (Schema<?> alternative : alternativeSchemas(schema)) {
      if (!isObjectLike(alternative, new HashSet<>())) {
        throw inexpressible(
            name,
            "it has properties and also an alternative that is not an object with properties");
      }
      collect(name, alternative, true, properties, required, seen);
    }
  }

  static List<?> enumValues(Schema<?> schema) {
    return schema.getEnum() == null
        ? List.of()
        : schema.getEnum().stream().filter(Objects::nonNull).distinct().toList();
  }

  String format(Schema<?> schema) {
    Schema<?> target = schema;
    while (target.get$ref() != null) {
      target = component(refName(target.get$ref(), ""));
    }
    return Objects.toString(target.getFormat(), "");
  }

  boolean hasBinaryItems(Schema<?> schema) {
    return schema.getItems() != null && format(schema.getItems()).equals("binary");
  }

  /** The schema that a discriminator's mapping leads to. */
  static String mappedName(String mapped) {
    return mapped.replace(REF, "");
  }

  /** The {@code type}, also where only the keywords imply it. */
  static String jsonType(Schema<?> schema) {
    String type = schema.getType();
    if (type == null && schema.getTypes() != null) {
      type = schema.getTypes().stream().filter(t -> !t.equals("null")).findFirst().orElse(null);
    }
    if (type != null) {
      return type;
    }
    if (schema.getItems() != null) {
      return "array";
    }
    boolean object = schema.getProperties() != null || schema.getAdditionalProperties() != null;
    return object ? "object" : "";
  }

  boolean isNullable(Schema<?> schema) {
    if (Boolean.TRUE.equals(schema.getNullable())
        || (schema.getTypes() != null && schema.getTypes().contains("null"))) {
      return true;
    }
    if (schema.get$ref() != null && schema.get$ref().startsWith(REF)) {
      return isNullable(component(refName(schema.get$ref(), "")));
    }
    return nonNull(schema.getAnyOf(), schema.getOneOf()).stream()
        .anyMatch(alternatives -> alternatives.stream().anyMatch(Schemas::isNull));
  }

  boolean isSensitive(Schema<?> schema) {
    if (schema.getExtensions() != null
        && Boolean.TRUE.equals(schema.getExtensions().get("x-sensitive"))) {
      return true;
    }
    return schema.get$ref() != null && isSensitive(component(refName(schema.get$ref(), "")));
  }

  static List<List<Schema>> nonNull(@Nullable List<Schema> first, @Nullable List<Schema> second) {
    List<List<Schema>> lists = new ArrayList<>();
    if (first != null) {
      lists.add(first);
    }
    if (second != null) {
      lists.add(second);
    }
    return lists;
  }

  String description(Schema<?> schema, String name) {
    StringBuilder text = new StringBuilder();
    for (Schema<?> s = schema; ; s = component(refName(s.get$ref(), name))) {
      if (s.getDescription() != null && !s.getDescription().isBlank()) {
        text.append(s.getDescription().strip());
        break;
      }
      if (s.get$ref() == null) {
        text.append(s.getTitle() == null ? "The " + words(name) + "." : s.getTitle());
        break;
      }
    }
    if (schema.getDefault() != null) {
      text.append(" Absent means ")
          .append(Javadoc.span(String.valueOf(schema.getDefault())))
          .append('.');
    }
    if (Boolean.TRUE.equals(schema.getReadOnly())) {
      text.append(" Only in responses.");
    }
    if (Boolean.TRUE.equals(schema.getWriteOnly())) {
      text.append(" Only in requests.");
    }
    return text.toString();
  }

  private static String words(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  static IllegalArgumentException inexpressible(String schema, String reason) {
    return new IllegalArgumentException(
        "Schema " + schema + " cannot be generated: " + reason + ".");
  }
}
