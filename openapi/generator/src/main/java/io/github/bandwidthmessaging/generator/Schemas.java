package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.ModelView.AtLeastOne;
import io.github.bandwidthmessaging.generator.ModelView.Branch;
import io.github.bandwidthmessaging.generator.ModelView.Candidate;
import io.github.bandwidthmessaging.generator.ModelView.Discriminator;
import io.github.bandwidthmessaging.generator.ModelView.EnumValue;
import io.github.bandwidthmessaging.generator.ModelView.EnumView;
import io.github.bandwidthmessaging.generator.ModelView.Mapped;
import io.github.bandwidthmessaging.generator.ModelView.ObjectView;
import io.github.bandwidthmessaging.generator.ModelView.Property;
import io.github.bandwidthmessaging.generator.ModelView.Shape;
import io.github.bandwidthmessaging.generator.ModelView.UnionView;
import io.github.bandwidthmessaging.generator.ModelView.Wrapped;
import io.github.bandwidthmessaging.generator.Type.Token;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The component schemas of a document, and what each becomes in Java. */
@SuppressWarnings("rawtypes") // swagger-models declares properties, items and alternatives raw
final class Schemas {

  private enum Kind {
    OBJECT,
    ENUM,
    UNION,
    /** No class of its own: an array, a map, a scalar or another name for a schema. */
    ALIAS
  }

  private static final Pattern PART = Pattern.compile("(?<=Json\\.)\\w+");

  private static final String REF = "#/components/schemas/";

  private final Map<String, Schema> components;
  private final Map<String, String> classNames = new LinkedHashMap<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** The unions that each class belongs to. */
  private final Map<String, List<String>> unionsOf = new LinkedHashMap<>();

  private final Map<String, Boolean> uses = new LinkedHashMap<>();
  private final Deque<String> aliases = new ArrayDeque<>();

  /**
   * @param taken the names of other classes, in lower case: the classes become files
   */
  Schemas(Map<String, Schema> components, Set<String> taken) {
    this.components = components;
    Set<String> files = new HashSet<>(taken);
    for (String name : components.keySet()) {
      String className = Names.type(name);
      String unique = className;
      for (int i = 2; isTaken(unique, files); i++) {
        unique = className + i;
      }
      files.add(unique.toLowerCase(Locale.ROOT));
      files.add(adapterFile(unique));
      classNames.put(name, unique);
    }
    components.forEach((name, schema) -> kinds.put(name, kind(name, schema)));
    for (String union : components.keySet()) {
      if (kinds.get(union) == Kind.UNION) {
        for (Type alternative : alternatives(union)) {
          if (alternative.isClass()) {
            unionsOf
                .computeIfAbsent(
                    Objects.requireNonNull(alternative.schema()), k -> new ArrayList<>())
                .add(union);
          }
        }
      }
    }
    components.keySet().forEach(name -> refuseCycle(name, new LinkedHashSet<>()));
    // Whatever cannot be expressed is refused, used or not, before the first file is written.
    components.keySet().forEach(this::refType);
    uses.clear();
  }

  private static boolean isTaken(String className, Set<String> files) {
    return files.contains(className.toLowerCase(Locale.ROOT))
        || files.contains(adapterFile(className));
  }

  private static String adapterFile(String className) {
    return (className + "JsonAdapter").toLowerCase(Locale.ROOT);
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

  String className(String name) {
    String className = classNames.get(name);
    return className == null ? Names.type(name) : className;
  }

  ModelView view(String name) {
    Schema schema = component(name);
    return switch (kind(name)) {
      case OBJECT -> new ModelView(objectView(name, schema), null, null);
      case ENUM -> new ModelView(null, enumView(name, schema), null);
      case UNION -> new ModelView(null, null, unionView(name, schema));
      case ALIAS -> throw new IllegalStateException(name + " has no class");
    };
  }

  /** The Java type of a schema; {@code where} names the place in messages. */
  Type type(@Nullable Schema<?> schema, String where) {
    if (schema == null) {
      return Type.any();
    }
    Type type = unmarkedType(schema, where);
    // Only what a document needs is generated; "ANY" is what unknown properties are read with.
    for (Matcher part = PART.matcher(type.adapter()); part.find(); ) {
      uses.put(part.group(), true);
    }
    return type.markedSensitive(isSensitive(schema));
  }

  /** The parts of the generated class {@code Json} that the document needs. */
  Map<String, Boolean> uses() {
    return uses;
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

  private Type unmarkedType(Schema<?> schema, String where) {
    String ref = schema.get$ref();
    if (ref != null) {
      return refType(refName(ref, where));
    }
    if (schema.getAllOf() != null && !schema.getAllOf().isEmpty()) {
      return merged(schema.getAllOf(), where);
    }
    List<Schema> alternatives = alternativeSchemas(schema);
    if (alternatives.size() == 1) {
      return type(alternatives.get(0), where);
    }
    if (!alternatives.isEmpty()) {
      Type first = type(alternatives.get(0), where);
      return alternatives.stream().allMatch(a -> type(a, where).sameJavaAs(first))
          ? first
          : Type.any();
    }
    String format = schema.getFormat() == null ? "" : schema.getFormat();
    return switch (jsonType(schema)) {
      case "string" ->
          switch (format) {
            case "date" -> Type.scalar("LocalDate", "DATE", Token.STRING);
            case "date-time" -> Type.scalar("OffsetDateTime", "DATE_TIME", Token.STRING);
            case "uri" -> Type.scalar("URI", "LINK", Token.STRING);
            case "uuid" -> Type.scalar("UUID", "ID", Token.STRING);
            case "byte" -> Type.scalar("ByteString", "BASE64", Token.STRING);
            case "password" -> Type.scalar("String", "STRING", Token.STRING).markedSensitive(true);
            default -> Type.scalar("String", "STRING", Token.STRING);
          };
      case "integer" ->
          switch (format) {
            case "int32" -> Type.scalar("Integer", "INTEGER", Token.NUMBER);
            case "int64" -> Type.scalar("Long", "LONG", Token.NUMBER);
            default -> Type.scalar("BigInteger", "BIG_INTEGER", Token.NUMBER);
          };
      case "number" ->
          switch (format) {
            case "float" -> Type.scalar("Float", "FLOAT", Token.NUMBER);
            case "double" -> Type.scalar("Double", "DOUBLE", Token.NUMBER);
            default -> Type.scalar("BigDecimal", "BIG_DECIMAL", Token.NUMBER);
          };
      case "boolean" -> Type.scalar("Boolean", "BOOLEAN", Token.BOOLEAN);
      case "array" -> {
        Schema<?> items = schema.getItems();
        Type item = type(items, where + "[]");
        boolean nullable = items != null && !item.java().equals("Object") && isNullable(items);
        yield Boolean.TRUE.equals(schema.getUniqueItems())
            ? item.set(nullable)
            : item.list(nullable);
      }
      case "object" -> {
        if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
          throw inexpressible(
              where, "an object with properties needs a name under components/schemas");
        }
        Type value = additional(schema, where);
        Schema<?> values = schema.getAdditionalProperties() instanceof Schema<?> s ? s : null;
        yield (value == null ? Type.any() : value)
            .map(
                values != null
                    && value != null
                    && !value.java().equals("Object")
                    && isNullable(values));
      }
      case "", "null" -> Type.any();
      default ->
          throw inexpressible(
              where, "it has the type " + jsonType(schema) + ", which OpenAPI does not know");
    };
  }

  private Type refType(String name) {
    Schema<?> target = component(name);
    if (kind(name) != Kind.ALIAS) {
      Token token = Token.BEGIN_OBJECT;
      if (kind(name) == Kind.ENUM) {
        token = Objects.requireNonNull(enumBase(name, target).token());
      }
      return Type.ofClass(className(name), token, name).markedSensitive(isSensitive(target));
    }
    if (aliases.contains(name)) {
      throw inexpressible(
          name, "it contains itself without an object in between, which no Java type can say");
    }
    aliases.push(name);
    try {
      return type(target, name);
    } finally {
      aliases.pop();
    }
  }

  /** The type of an {@code allOf} that has no class: its parts agree, or only one says anything. */
  private Type merged(List<Schema> parts, String where) {
    Type result = Type.any();
    for (Schema<?> part : parts) {
      Type type = type(part, where);
      if (type.java().equals("Object")) {
        continue;
      }
      Type stricter = result.java().equals("Object") ? type : stricter(result, type);
      if (stricter == null) {
        throw inexpressible(
            where, "its allOf asks for " + result.java() + " and " + type.java() + " at once");
      }
      result = stricter;
    }
    return result;
  }

  /** A date is a text, too, and an integer a number; null if no value can be both. */
  private static @Nullable Type stricter(Type first, Type second) {
    if (first.sameJavaAs(second)) {
      return second;
    }
    boolean scalars = first.token() == second.token() && !first.copied() && !second.copied();
    int order = Integer.compare(strictness(first), strictness(second));
    if (!scalars || first.token() == Token.BEGIN_OBJECT || order == 0) {
      return null;
    }
    return order < 0 ? first : second;
  }

  private Kind kind(String name) {
    return Objects.requireNonNull(kinds.get(name), name);
  }

  private Kind kind(String name, Schema<?> schema) {
    if (schema.get$ref() != null) {
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

  private static boolean saysNothing(Schema<?> s) {
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

  private List<Type> alternatives(String union) {
    Schema<?> schema = component(union);
    List<Schema> schemas = alternativeSchemas(schema);
    List<Type> types = new ArrayList<>();
    if (schemas.isEmpty()) {
      for (String child : children(union)) {
        types.add(refType(child));
      }
    }
    for (Schema<?> alternative : schemas) {
      Type type = type(alternative, union);
      // What may be anything is read and written as the unknown alternative.
      if (!type.java().equals("Object") && types.stream().noneMatch(type::sameJavaAs)) {
        types.add(type);
      }
    }
    return types;
  }

  /** The schemas that extend a discriminated one through {@code allOf}, at any distance. */
  private List<String> children(String parent) {
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

  private void refuseCycle(String name, Set<String> path) {
    if (!path.add(name)) {
      throw inexpressible(name, "it is an alternative of itself: " + String.join(" -> ", path));
    }
    if (kind(name) == Kind.UNION) {
      for (Type alternative : alternatives(name)) {
        if (alternative.schema() != null && kind(alternative.schema()) == Kind.UNION) {
          refuseCycle(alternative.schema(), path);
        }
      }
    }
    path.remove(name);
  }

  // Objects

  ObjectView objectView(String name, Schema<?> schema) {
    Map<String, Schema> declared = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    collect(name, schema, false, declared, required, new HashSet<>());
    Map<String, String> presets = presets(name);
    presets.keySet().forEach(p -> declared.putIfAbsent(p, new Schema<String>().type("string")));
    Map<String, String> names = uniqueNames(declared.keySet());
    Map<String, Property> properties = new LinkedHashMap<>();
    for (Map.Entry<String, Schema> entry : declared.entrySet()) {
      String jsonName = entry.getKey();
      Schema<?> property = entry.getValue();
      Type type = type(property, name + "." + jsonName);
      String preset = presets.get(jsonName);
      if (preset != null) {
        preset =
            type.isText() ? preset : type.isClass() ? type.java() + ".of(" + preset + ")" : null;
      }
      properties.put(
          jsonName,
          new Property(
              Names.literal(jsonName),
              Objects.requireNonNull(names.get(jsonName)),
              properties.size(),
              properties.size() == declared.size() - 1,
              type,
              required.contains(jsonName),
              isNullable(property),
              Boolean.TRUE.equals(property.getDeprecated()),
              unionsOf.getOrDefault(name, List.of()).stream()
                  .anyMatch(union -> shared(union).contains(jsonName)),
              Names.javadoc(description(property, jsonName)),
              preset));
    }
    Type additional =
        Boolean.FALSE.equals(schema.getAdditionalProperties()) ? null : additional(schema, name);
    return new ObjectView(
        className(name),
        Names.javadoc(description(schema, name)),
        List.copyOf(properties.values()),
        properties.values().stream()
            .filter(
                p ->
                    p.required() && !p.nullable() && p.preset() == null && !isReadOnly(declared, p))
            .toList(),
        oneOfRequired(schema, properties),
        additional,
        unions(name));
  }

  private static boolean isReadOnly(Map<String, Schema> declared, Property property) {
    return declared.entrySet().stream()
        .filter(e -> Names.literal(e.getKey()).equals(property.literal()))
        .anyMatch(e -> Boolean.TRUE.equals(e.getValue().getReadOnly()));
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

  /**
   * {@code anyOf: [{required: [a]}, {required: [b]}]}: at least one of the properties must be
   * there.
   */
  private static List<AtLeastOne> oneOfRequired(
      Schema<?> schema, Map<String, Property> properties) {
    List<AtLeastOne> groups = new ArrayList<>();
    for (List<Schema> alternatives : nonNull(schema.getAnyOf(), schema.getOneOf())) {
      List<Property> group = new ArrayList<>();
      for (Schema<?> alternative : alternatives) {
        List<String> names = alternative.getRequired();
        if (!saysNothing(alternative) || names == null || names.size() != 1) {
          group.clear();
          break;
        }
        Property property = properties.get(names.get(0));
        if (property != null) {
          group.add(property);
        }
      }
      if (group.size() > 1) {
        groups.add(new AtLeastOne(group));
      }
    }
    return groups;
  }

  private static List<List<Schema>> nonNull(
      @Nullable List<Schema> first, @Nullable List<Schema> second) {
    List<List<Schema>> lists = new ArrayList<>();
    if (first != null) {
      lists.add(first);
    }
    if (second != null) {
      lists.add(second);
    }
    return lists;
  }

  private @Nullable Type additional(Schema<?> schema, String where) {
    Object additional = schema.getAdditionalProperties();
    if (Boolean.FALSE.equals(additional)) {
      return null;
    }
    return additional instanceof Schema<?> values ? type(values, where + ".*") : Type.any();
  }

  /** The values that discriminators expect of an alternative, by property. */
  private Map<String, String> presets(String name) {
    Map<String, String> presets = new LinkedHashMap<>();
    for (Map.Entry<String, Schema> entry : components.entrySet()) {
      Schema<?> union = entry.getValue();
      if (kinds.get(entry.getKey()) != Kind.UNION || union.getDiscriminator() == null) {
        continue;
      }
      if (alternatives(entry.getKey()).stream().anyMatch(t -> name.equals(t.schema()))) {
        presets.put(
            union.getDiscriminator().getPropertyName(),
            Names.literal(discriminatorValue(union, name)));
      }
    }
    return presets;
  }

  private static String discriminatorValue(Schema<?> union, String name) {
    Map<String, String> mapping = union.getDiscriminator().getMapping();
    if (mapping != null) {
      for (Map.Entry<String, String> entry : mapping.entrySet()) {
        if (entry.getValue().replace(REF, "").equals(name)) {
          return entry.getKey();
        }
      }
    }
    return name;
  }

  static Map<String, String> uniqueNames(Collection<String> jsonNames) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    // A name that needs no change keeps it, whatever stands before it in the document.
    for (String jsonName : jsonNames) {
      if (Names.member(jsonName).equals(jsonName)) {
        names.put(jsonName, jsonName);
        taken.add(jsonName);
      }
    }
    for (String jsonName : jsonNames) {
      if (!names.containsKey(jsonName)) {
        String name = Names.member(jsonName);
        while (!taken.add(name)) {
          name += "_";
        }
        names.put(jsonName, name);
      }
    }
    return names;
  }

  // Enums

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

  private static List<?> enumValues(Schema<?> schema) {
    return schema.getEnum() == null
        ? List.of()
        : schema.getEnum().stream().filter(Objects::nonNull).distinct().toList();
  }

  private Type enumBase(String name, Schema<?> schema) {
    if (jsonType(schema).equals("integer")) {
      Schema<?> base = new Schema<>().type("integer").format(schema.getFormat());
      return schema.getFormat() == null
          ? Type.scalar("Integer", "INTEGER", Token.NUMBER)
          : type(base, name);
    }
    return Type.scalar("String", "STRING", Token.STRING);
  }

  private EnumView enumView(String name, Schema<?> schema) {
    Type base = enumBase(name, schema);
    List<EnumValue> values = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of("KNOWN"));
    List<?> raw = enumValues(schema);
    for (Object value : raw) {
      String text = String.valueOf(value);
      String constant = Names.constant(text);
      while (!taken.add(constant)) {
        constant += "_";
      }
      String literal =
          switch (base.java()) {
            case "String" -> Names.literal(text);
            case "Integer" -> text;
            case "Long" -> text + "L";
            default -> "new " + base.java() + "(\"" + text + "\")";
          };
      values.add(
          new EnumValue(
              constant,
              literal,
              Names.javadoc("`" + (text.isBlank() ? literal : text) + "`"),
              values.size(),
              values.size() == raw.size() - 1));
    }
    return new EnumView(
        className(name), Names.javadoc(description(schema, name)), base, values, unions(name));
  }

  // Unions

  private UnionView unionView(String name, Schema<?> schema) {
    List<Type> alternatives = alternatives(name);
    List<Wrapped> wrapped = new ArrayList<>();
    Set<String> erasures = new HashSet<>();
    for (Type type : alternatives) {
      if (!type.isClass()) {
        wrapped.add(new Wrapped(wrapper(type), type, erasures.add(erasure(type))));
      }
    }
    List<Leaf> leaves = leaves(name);
    return new UnionView(
        className(name),
        Names.javadoc(description(schema, name)),
        isSensitive(schema) || alternatives.stream().anyMatch(t -> !t.isClass() && t.sensitive()),
        wrapped,
        alternatives.stream().filter(Type::isClass).map(Type::java).toList(),
        unions(name),
        branches(leaves),
        schema.getDiscriminator() == null ? shapes(leaves) : List.of(),
        discriminator(schema, leaves),
        sharedProperties(name));
  }

  private List<String> unions(String name) {
    return unionsOf.getOrDefault(name, List.of()).stream().map(this::className).toList();
  }

  /** As the first alternative describes them. */
  private List<Property> sharedProperties(String union) {
    Set<String> shared = new LinkedHashSet<>();
    shared(union).forEach(jsonName -> shared.add(Names.literal(jsonName)));
    if (shared.isEmpty()) {
      return List.of();
    }
    String first = Objects.requireNonNull(alternatives(union).get(0).schema());
    return objectView(first, component(first)).properties().stream()
        .filter(p -> shared.contains(p.literal()))
        .toList();
  }

  /**
   * The properties that all alternatives of a union with a discriminator have, with the same type:
   * they can be asked for without knowing which it is.
   */
  private Set<String> shared(String union) {
    Set<String> shared = new LinkedHashSet<>();
    if (component(union).getDiscriminator() == null) {
      return shared;
    }
    Map<String, String> common = new LinkedHashMap<>();
    boolean first = true;
    for (Type alternative : alternatives(union)) {
      if (alternative.schema() == null || kind(alternative.schema()) != Kind.OBJECT) {
        return shared;
      }
      Map<String, String> signatures = signatures(alternative.schema());
      if (first) {
        common.putAll(signatures);
        first = false;
      }
      common.entrySet().removeIf(e -> !e.getValue().equals(signatures.get(e.getKey())));
    }
    return common.keySet();
  }

  /** Name and type of each accessor by the JSON's name. */
  private Map<String, String> signatures(String name) {
    Map<String, Schema> declared = new LinkedHashMap<>();
    collect(name, component(name), false, declared, new HashSet<>(), new HashSet<>());
    presets(name)
        .keySet()
        .forEach(p -> declared.putIfAbsent(p, new Schema<String>().type("string")));
    Map<String, String> signatures = new LinkedHashMap<>();
    uniqueNames(declared.keySet())
        .forEach(
            (jsonName, member) -> {
              // The unknown alternative has an accessor of this name.
              if (!member.equals("json")) {
                Type type = type(declared.get(jsonName), name + "." + jsonName);
                signatures.put(jsonName, type.java() + " " + member);
              }
            });
    return signatures;
  }

  /** An alternative that is not told apart any further here. */
  private record Leaf(Type type, @Nullable String record) {}

  private List<Leaf> leaves(String union) {
    List<Leaf> leaves = new ArrayList<>();
    for (Type type : alternatives(union)) {
      // A union with a discriminator finds its own alternative.
      if (type.schema() != null
          && kind(type.schema()) == Kind.UNION
          && component(type.schema()).getDiscriminator() == null) {
        leaves.addAll(leaves(type.schema()));
      } else {
        leaves.add(new Leaf(type, type.isClass() ? null : className(union) + "." + wrapper(type)));
      }
    }
    return leaves;
  }

  private static List<Branch> branches(List<Leaf> leaves) {
    List<Branch> branches = new ArrayList<>();
    for (Token token : Token.values()) {
      List<Leaf> fitting =
          leaves.stream()
              .filter(l -> l.type().token() == token)
              .filter(l -> token != Token.BEGIN_OBJECT || !l.type().isClass())
              // The strictest first: known enum values, then formats, then any text.
              .sorted(Comparator.comparingInt(l -> strictness(l.type())))
              .toList();
      boolean object =
          token == Token.BEGIN_OBJECT
              && leaves.stream().anyMatch(l -> l.type().token() == token && l.type().isClass());
      if (fitting.isEmpty() && !object) {
        continue;
      }
      List<Candidate> candidates = new ArrayList<>();
      boolean total = false;
      for (Leaf leaf : fitting) {
        boolean last = candidates.size() == fitting.size() - 1;
        boolean open = leaf.type().isClass();
        boolean direct =
            last && (leaf.type().isText() || open || leaf.type().java().equals("Boolean"));
        candidates.add(
            new Candidate(candidates.size(), leaf.type(), leaf.record(), direct, open && !direct));
        total |= direct;
      }
      branches.add(new Branch(token.name(), object, candidates, total));
    }
    return branches;
  }

  private static int strictness(Type type) {
    if (type.isClass()) {
      return 0;
    }
    return switch (type.java()) {
      case "Integer" -> 1;
      case "Long" -> 2;
      case "BigInteger" -> 3;
      case "UUID", "OffsetDateTime", "LocalDate" -> 4;
      case "Float" -> 5;
      case "Double" -> 6;
      case "BigDecimal" -> 7;
      case "URI", "ByteString" -> 8;
      case "String" -> 10;
      default -> 9;
    };
  }

  private List<Shape> shapes(List<Leaf> leaves) {
    List<Shape> shapes = new ArrayList<>();
    for (Leaf leaf : leaves) {
      String name = leaf.type().schema();
      if (name != null && kind(name) != Kind.ENUM) {
        Set<String> required = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        names(name, required, known);
        shapes.add(
            new Shape(
                shapes.size(), leaf.type().adapter(), List.copyOf(required), List.copyOf(known)));
      }
    }
    return shapes;
  }

  /**
   * Collects, as literals, the names of the properties that an object has; a discriminator is
   * required.
   */
  private void names(String name, Set<String> required, Set<String> known) {
    if (kind(name) == Kind.UNION) {
      for (Leaf leaf : leaves(name)) {
        if (leaf.type().schema() != null) {
          names(leaf.type().schema(), new HashSet<>(), known);
        }
      }
      required.add(Names.literal(component(name).getDiscriminator().getPropertyName()));
      return;
    }
    for (Property property : objectView(name, component(name)).properties()) {
      known.add(property.literal());
      if (property.required()) {
        required.add(property.literal());
      }
    }
  }

  private @Nullable Discriminator discriminator(Schema<?> schema, List<Leaf> leaves) {
    if (schema.getDiscriminator() == null) {
      return null;
    }
    Map<String, String> mapped = new LinkedHashMap<>();
    Map<String, String> mapping = schema.getDiscriminator().getMapping();
    for (Leaf leaf : leaves) {
      String name = leaf.type().schema();
      if (name == null || kind(name) != Kind.OBJECT) {
        continue;
      }
      boolean explicit = false;
      if (mapping != null) {
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
          if (entry.getValue().replace(REF, "").equals(name)) {
            mapped.put(Names.literal(entry.getKey()), leaf.type().adapter());
            explicit = true;
          }
        }
      }
      if (!explicit) {
        mapped.put(Names.literal(name), leaf.type().adapter());
      }
    }
    return new Discriminator(
        Names.literal(schema.getDiscriminator().getPropertyName()),
        mapped.entrySet().stream().map(e -> new Mapped(e.getKey(), e.getValue())).toList());
  }

  private static String erasure(Type type) {
    return type.java().replaceAll("<.*", "");
  }

  static String wrapper(Type type) {
    return "Of" + label(type.java().replace("@Nullable ", ""));
  }

  private static String label(String java) {
    if (java.startsWith("Map<String, ")) {
      return label(java.substring("Map<String, ".length(), java.length() - 1)) + "Map";
    }
    int generic = java.indexOf('<');
    return generic < 0
        ? java
        : label(java.substring(generic + 1, java.length() - 1)) + java.substring(0, generic);
  }

  // What schemas say

  Schema<?> component(String name) {
    Schema<?> schema = components.get(name);
    if (schema == null) {
      throw inexpressible(name, "the document refers to it but does not define it");
    }
    return schema;
  }

  static String refName(String ref, String where) {
    if (!ref.startsWith(REF)) {
      throw inexpressible(where, "it refers to " + ref + ", which is not under " + REF);
    }
    return ref.substring(REF.length()).replace("~1", "/").replace("~0", "~");
  }

  /** The {@code type}, also where only the keywords imply it. */
  private static String jsonType(Schema<?> schema) {
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

  private boolean isSensitive(Schema<?> schema) {
    if (schema.getExtensions() != null
        && Boolean.TRUE.equals(schema.getExtensions().get("x-sensitive"))) {
      return true;
    }
    return schema.get$ref() != null && isSensitive(component(refName(schema.get$ref(), "")));
  }

  private String description(Schema<?> schema, String name) {
    StringBuilder text = new StringBuilder();
    for (Schema<?> s = schema; ; s = component(refName(s.get$ref(), name))) {
      if (s.getDescription() != null) {
        text.append(s.getDescription().strip());
        break;
      }
      if (s.get$ref() == null) {
        text.append(s.getTitle() == null ? "The " + words(name) + "." : s.getTitle());
        break;
      }
    }
    if (schema.getDefault() != null) {
      text.append(" Absent means `").append(schema.getDefault()).append("`.");
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
