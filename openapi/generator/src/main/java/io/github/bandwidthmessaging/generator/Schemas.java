package io.github.bandwidthmessaging.generator;

import static java.util.Comparator.comparing;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The component schemas of a document, and which of them become classes. */
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

  /** The names of all classes in lower case, because some file systems ignore case. */
  private final Set<String> files;

  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** The schemas that extend each through {@code allOf} themselves. */
  private final Map<String, List<String>> extensions = new HashMap<>();

  /**
   * @param taken the names of other classes, in lower case: the classes become files
   * @param given the names of classes that are settled already
   */
  Schemas(
      Map<String, Schema> components,
      Set<String> taken,
      Options options,
      Map<String, String> given) {
    this.options = options;
    this.components = new LinkedHashMap<>(components);
    files = new HashSet<>(taken);
    // A valid name is kept, whatever precedes it in the document.
    List<String> names = new ArrayList<>(components.keySet());
    names.sort(comparing(name -> !options.className(name).equals(name)));
    names.removeAll(given.keySet());
    given.forEach((name, className) -> classNames.put(name, claim(className)));
    names.forEach(name -> classNames.put(name, claim(options.className(name))));
    components.forEach(
        (name, schema) ->
            parents(schema, name)
                .forEach(p -> extensions.computeIfAbsent(p, k -> new ArrayList<>()).add(name)));
    components.forEach((name, schema) -> kinds.put(name, kind(name, schema)));
    components.forEach(
        (name, schema) -> {
          if (hasClass(name) && isPart(name, schema, new HashSet<>())) {
            throw inexpressible(name, "its allOf refers back to it");
          }
        });
    components.keySet().forEach(this::giveClassToRecursive);
    options.refuseUnknownSchemas(components.keySet());
  }

  Options options() {
    return options;
  }

  /** Whether a schema has all that another has. */
  private boolean isPart(String name, Schema<?> schema, Set<String> seen) {
    if (schema.get$ref() != null) {
      String target = refName(schema.get$ref(), name);
      return target.equals(name) || (seen.add(target) && isPart(name, component(target), seen));
    }
    return schema.getAllOf() != null
        && schema.getAllOf().stream().anyMatch(part -> isPart(name, part, seen));
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

  /** Returns the name of a class, changed if it is taken, and takes it. */
  String claim(String className) {
    String unique = className;
    for (int i = 2; isTaken(unique); i++) {
      unique = className + i;
    }
    files.add(unique.toLowerCase(Locale.ROOT));
    files.add(adapterFile(unique));
    return unique;
  }

  private static List<String> parents(Schema<?> schema, String name) {
    return schema.getAllOf() == null
        ? List.of()
        : schema.getAllOf().stream()
            .filter(part -> part.get$ref() != null)
            .map(part -> refName(part.get$ref(), name))
            .toList();
  }

  private boolean isTaken(String className) {
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

  boolean isClassName(String name) {
    return files.contains(name.toLowerCase(Locale.ROOT));
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
      if ((properties || allOf) && !isExtendedByAlternative(name, schema)) {
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
      return !isAnotherName(name, schema) && isObjectLike(schema, new HashSet<>())
          ? Kind.OBJECT
          : Kind.ALIAS;
    }
    return Kind.ALIAS;
  }

  /** Whether a schema's type is only a reference. */
  private boolean isAnotherName(String name, Schema<?> schema) {
    List<Schema> parts = schema.getAllOf().stream().filter(part -> !saysNothing(part)).toList();
    if (parts.size() != 1 || parts.get(0).get$ref() == null || isAlternativeOfParent(name)) {
      return false;
    }
    boolean requires =
        schema.getRequired() != null
            || schema.getAllOf().stream().anyMatch(part -> part.getRequired() != null);
    return !requires || !hasOwnProperties(parts.get(0));
  }

  private boolean hasOwnProperties(Schema<?> schema) {
    Schema<?> target = target(schema);
    return alternativeSchemas(target).isEmpty() && isObjectLike(target, new HashSet<>());
  }

  /** The schema that a schema refers to, or itself. */
  private Schema<?> target(Schema<?> schema) {
    Schema<?> target = schema;
    Set<String> seen = new HashSet<>();
    while (target.get$ref() != null && seen.add(target.get$ref())) {
      target = component(refName(target.get$ref(), ""));
    }
    return target;
  }

  /** Whether one of the alternatives of a schema extends it: they have its properties already. */
  private boolean isExtendedByAlternative(String name, Schema<?> schema) {
    return alternativeSchemas(schema).stream()
        .anyMatch(
            alternative ->
                alternative.get$ref() != null
                    && isExtended(name, refName(alternative.get$ref(), name)));
  }

  /** Whether a schema that this one extends is a union that it is an alternative of. */
  private boolean isAlternativeOfParent(String name) {
    return ancestors(name, new LinkedHashSet<>()).stream()
        .anyMatch(
            parent -> {
              List<Schema> alternatives = alternativeSchemas(component(parent));
              return alternatives.isEmpty()
                  ? component(parent).getDiscriminator() != null
                  : alternatives.stream()
                      .anyMatch(
                          a -> a.get$ref() != null && refName(a.get$ref(), parent).equals(name));
            });
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

  /** Null as in OpenAPI 3.0, and as in 3.1, which many 3.0 documents use. */
  static boolean isNull(Schema<?> s) {
    return "null".equals(s.getType())
        || (s.getEnum() != null && WrittenValues.enumOf(s).stream().allMatch(Objects::isNull));
  }

  /**
   * The schemas that extend a discriminated one through {@code allOf}, at any distance, but not
   * those that extend another discriminated one in between.
   */
  List<String> children(String parent) {
    Set<String> children = new HashSet<>();
    descend(parent, children);
    // In the document's order.
    return components.keySet().stream().filter(children::contains).toList();
  }

  private void descend(String parent, Set<String> found) {
    for (String child : extensions.getOrDefault(parent, List.of())) {
      if (found.add(child)
          && (component(child).getDiscriminator() == null || !extensions.containsKey(child))) {
        descend(child, found);
      }
    }
  }

  boolean isExtended(String parent, String child) {
    return ancestors(child, new LinkedHashSet<>()).contains(parent);
  }

  private Set<String> ancestors(String name, Set<String> found) {
    for (String parent : parents(component(name), name)) {
      if (found.add(parent)) {
        ancestors(parent, found);
      }
    }
    return found;
  }

  /**
   * The properties of an object, with all that it extends; adds to {@code required} what it
   * requires.
   */
  Map<String, Schema<?>> properties(Schema<?> schema, String where, Set<String> required) {
    Map<String, Schema> properties = new LinkedHashMap<>();
    collect(where, schema, properties, required, new HashSet<>());
    Map<String, Schema<?>> typed = new LinkedHashMap<>();
    properties.forEach(typed::put);
    return typed;
  }

  /** Collects the properties of a schema, of what it extends and of its alternatives. */
  private void collect(
      String name,
      Schema<?> schema,
      Map<String, Schema> properties,
      Set<String> required,
      Set<String> seen) {
    if (schema.get$ref() != null) {
      String target = refName(schema.get$ref(), name);
      if (seen.add(target)) {
        collect(target, component(target), properties, required, seen);
      }
      return;
    }
    if (schema.getAllOf() != null) {
      for (Schema<?> part : schema.getAllOf()) {
        collect(name, part, properties, required, seen);
      }
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((n, property) -> properties.merge(n, property, Schemas::both));
    }
    if (schema.getRequired() != null) {
      required.addAll(schema.getRequired());
    }
    List<Schema> alternatives = alternativeSchemas(schema);
    if (alternatives.isEmpty() || isExtendedByAlternative(name, schema)) {
      return;
    }
    List<Map<String, Schema>> optional = new ArrayList<>();
    for (Schema<?> alternative : alternatives) {
      Map<String, Schema> its = new LinkedHashMap<>();
      if (isObjectLike(alternative, new HashSet<>())) {
        collect(name, alternative, its, new HashSet<>(), new HashSet<>(seen));
      } else if (!jsonType(target(alternative)).equals("object")) {
        throw inexpressible(name, "it has properties and an alternative that is not an object");
      }
      optional.add(its);
    }
    merge(optional, properties);
  }

  /** Adds what the alternatives of an object have: all that each says of a property may hold. */
  private static void merge(
      List<Map<String, Schema>> alternatives, Map<String, Schema> properties) {
    Map<String, List<Schema>> all = new LinkedHashMap<>();
    for (Map<String, Schema> its : alternatives) {
      its.forEach((n, property) -> all.computeIfAbsent(n, k -> new ArrayList<>()).add(property));
    }
    all.forEach(
        (n, schemas) -> {
          // Where an alternative does not say more, what all have in common is what there is.
          if (schemas.size() == alternatives.size() || !properties.containsKey(n)) {
            properties.merge(n, either(schemas), Schemas::both);
          }
        });
  }

  /** The intersection of two schemas of one property, with the description of the second. */
  private static Schema both(Schema first, Schema second) {
    if (first.equals(second)) {
      return second;
    }
    Schema both = new Merged().allOf(List.of(first, second));
    SchemaSimplifier.annotate(both, second);
    SchemaSimplifier.annotate(both, first);
    // Null must be allowed by both.
    both.setNullable(null);
    return both;
  }

  private static Schema either(List<Schema> schemas) {
    List<Schema> distinct = schemas.stream().distinct().toList();
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    Schema either = new Merged().anyOf(distinct);
    distinct.forEach(schema -> SchemaSimplifier.annotate(either, schema));
    return either;
  }

  /** The intersection of several schemas of one property. */
  private static final class Merged extends Schema<Object> {}

  static List<?> enumValues(Schema<?> schema) {
    return WrittenValues.enumOf(schema).stream().filter(Objects::nonNull).distinct().toList();
  }

  /** A value as in JSON; the parser may have converted it to a Java object. */
  static String text(Object value) {
    if (value instanceof Date date) {
      // The parser uses the start of the day here.
      return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault()).toString();
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : value.toString();
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

  /**
   * The only values that a schema allows, as strings; empty if it does not list them. Numbers have
   * no trailing zeros.
   */
  Set<String> values(Schema<?> schema) {
    return values(schema, Set.of());
  }

  private Set<String> values(Schema<?> schema, Set<String> path) {
    if (schema.get$ref() != null) {
      String name = refName(schema.get$ref(), "");
      Set<String> longer = new HashSet<>(path);
      return longer.add(name) ? values(component(name), longer) : Set.of();
    }
    Set<String> values = new LinkedHashSet<>();
    for (Object value : enumValues(schema)) {
      values.add(
          value instanceof Number number
              ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
              : text(value));
    }
    if (schema.getAllOf() != null) {
      for (Schema<?> part : schema.getAllOf()) {
        Set<String> its = values(part, path);
        if (values.isEmpty()) {
          values.addAll(its);
        } else if (!its.isEmpty()) {
          values.retainAll(its);
        }
      }
    }
    List<Set<String>> alternatives =
        alternativeSchemas(schema).stream().map(alternative -> values(alternative, path)).toList();
    if (values.isEmpty() && alternatives.stream().noneMatch(Set::isEmpty)) {
      alternatives.forEach(values::addAll);
    }
    return values;
  }

  /**
   * The schema that a discriminator's mapping leads to: a reference, the name of a schema, or that
   * of a file that was named after it.
   */
  private String mapped(String mapped) {
    if (mapped.startsWith(REF)) {
      return refName(mapped, "discriminator");
    }
    if (components.containsKey(mapped)) {
      return mapped;
    }
    String last = mapped.substring(Math.max(mapped.lastIndexOf('/'), mapped.lastIndexOf('#')) + 1);
    return components.containsKey(last) ? last : last.replaceFirst("\\.(ya?ml|json)$", "");
  }

  /** The values that the mapping of a discriminator has, with the schemas they lead to. */
  Map<String, String> mapping(Discriminator discriminator) {
    Map<String, String> mapping = new LinkedHashMap<>();
    if (discriminator.getMapping() != null) {
      discriminator.getMapping().forEach((value, to) -> mapping.put(value, mapped(to)));
    }
    return mapping;
  }

  /** The {@code type}, even if only the keywords imply it. */
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
    return isNullable(schema, Set.of());
  }

  private boolean isNullable(Schema<?> schema, Set<String> path) {
    if (Boolean.TRUE.equals(schema.getNullable())
        || (schema.getTypes() != null && schema.getTypes().contains("null"))) {
      return true;
    }
    if (schema.get$ref() != null && schema.get$ref().startsWith(REF)) {
      String name = refName(schema.get$ref(), "");
      Set<String> longer = new HashSet<>(path);
      return longer.add(name) && isNullable(component(name), longer);
    }
    if (schema.getAllOf() != null) {
      List<Schema> parts = schema.getAllOf();
      List<Schema> telling = parts.stream().filter(part -> !saysNothing(part)).toList();
      return parts.stream()
              .anyMatch(part -> Boolean.TRUE.equals(part.getNullable()) && !telling.contains(part))
          || (!telling.isEmpty() && telling.stream().allMatch(part -> isNullable(part, path)));
    }
    return nonNull(schema.getAnyOf(), schema.getOneOf()).stream()
        .flatMap(List::stream)
        .anyMatch(alternative -> isNull(alternative) || isNullable(alternative, path));
  }

  /** Whether a schema, or one that it refers to, is of responses only. */
  boolean isReadOnly(Schema<?> schema) {
    if (Boolean.TRUE.equals(schema.getReadOnly())) {
      return true;
    }
    if (schema.get$ref() != null) {
      return isReadOnly(component(refName(schema.get$ref(), "")));
    }
    return nonNull(schema.getAllOf(), null).stream()
        .flatMap(List::stream)
        .anyMatch(part -> isReadOnly(part));
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
    Schema<?> described = schema;
    for (Schema<?> s = schema; s != null; s = describing(s, name)) {
      described = s;
      if (isDescribed(s)) {
        break;
      }
    }
    if (isDescribed(described)) {
      text.append(described.getDescription().strip());
    } else {
      text.append(described.getTitle() == null ? "The " + words(name) + "." : described.getTitle());
    }
    Object preset = WrittenValues.defaultOf(schema);
    if (preset != null) {
      text.append(" Absent means ").append(Javadoc.span(text(preset))).append('.');
    }
    if (Boolean.TRUE.equals(schema.getReadOnly())) {
      text.append(" Only in responses.");
    }
    if (Boolean.TRUE.equals(schema.getWriteOnly())) {
      text.append(" Only in requests.");
    }
    return text.toString();
  }

  private static boolean isDescribed(Schema<?> schema) {
    return schema.getDescription() != null && !schema.getDescription().isBlank();
  }

  /** The schema that describes one without a description, null if none does. */
  private @Nullable Schema<?> describing(Schema<?> schema, String name) {
    if (schema.get$ref() != null) {
      return component(refName(schema.get$ref(), name));
    }
    List<Schema> parts = schema.getAllOf();
    boolean oneThing = parts != null && (parts.size() == 1 || schema instanceof Merged);
    return oneThing ? parts.get(parts.size() - 1) : null;
  }

  private static String words(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** A class has at most 65,535 constants, and a method 64 KiB of code. */
  static void refuseMoreThan(int most, String schema, int size, String things) {
    if (size > most) {
      throw inexpressible(
          schema,
          "it has %d %s, but a Java class can have at most %d".formatted(size, things, most));
    }
  }

  static IllegalArgumentException inexpressible(String schema, String reason) {
    return new IllegalArgumentException(
        "Schema " + schema + " cannot be generated: " + reason + ".");
  }
}
