package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.generator.References.Resource;
import io.github.bandwidthmessaging.generator.References.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Converts a schema of OpenAPI 3.1, which is JSON Schema 2020-12, to OpenAPI 3.0. */
final class SchemaDowngrade {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Keywords that only limit values, in a way that is not checked. */
  private static final Set<String> UNCHECKED =
      Set.of(
          "contains",
          "dependentRequired",
          "else",
          "if",
          "maxContains",
          "minContains",
          "not",
          "propertyNames",
          "then");

  /** Keywords for documentation or references, or with their own method here. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "$anchor",
          "$comment",
          "$defs",
          "$dynamicAnchor",
          "$dynamicRef",
          "$id",
          "$ref",
          "$schema",
          "$vocabulary",
          "allOf",
          "anyOf",
          "const",
          "contentEncoding",
          "contentMediaType",
          "contentSchema",
          "definitions",
          "dependentSchemas",
          "examples",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "items",
          "additionalProperties",
          "oneOf",
          "patternProperties",
          "prefixItems",
          "properties",
          "type",
          "unevaluatedItems",
          "unevaluatedProperties");

  /** Keywords about the place or for documentation, not about the value. */
  private static final Set<String> NOTES =
      Set.of(
          "title",
          "description",
          "default",
          "example",
          "deprecated",
          "readOnly",
          "writeOnly",
          "externalDocs",
          "xml",
          "nullable");

  /** The keywords that do not apply to a value of another type. */
  private static final Map<String, Set<String>> OF_TYPE = new HashMap<>();

  static {
    OF_TYPE.put("string", Set.of("minLength", "maxLength", "pattern"));
    Set<String> numbers =
        Set.of("minimum", "maximum", "multipleOf", "exclusiveMinimum", "exclusiveMaximum");
    OF_TYPE.put("integer", numbers);
    OF_TYPE.put("number", numbers);
    OF_TYPE.put("boolean", Set.of());
    OF_TYPE.put("array", Set.of("items", "minItems", "maxItems", "uniqueItems"));
    OF_TYPE.put(
        "object",
        Set.of(
            "properties",
            "required",
            "additionalProperties",
            "minProperties",
            "maxProperties",
            "discriminator"));
  }

  private static final Set<String> NUMBER_FORMATS = Set.of("int32", "int64", "float", "double");

  private static final Set<String> DIALECTS =
      Set.of(
          "https://json-schema.org/draft/2020-12/schema",
          "https://spec.openapis.org/oas/3.1/dialect/base");

  private final Downgrade downgrade;

  /** The schemas that are being repeated because they depend on what leads to them. */
  private final Set<JsonNode> generics = identities();

  SchemaDowngrade(Downgrade downgrade) {
    this.downgrade = downgrade;
  }

  /** Returns the schema, null if it allows no value. */
  @Nullable ObjectNode of(JsonNode schema, String where, Resource resource) {
    return of(schema, where, resource, Set.of(), Map.of());
  }

  /**
   * @param declared the properties that are declared elsewhere for the same value
   * @param dynamic what dynamic references lead to, because of the schemas that lead here
   */
  private @Nullable ObjectNode of(
      JsonNode schema,
      String where,
      Resource around,
      Set<String> declared,
      Map<String, Target> dynamic) {
    if (isNever(schema)) {
      return null;
    }
    if (!schema.isObject()) {
      return JSON.objectNode();
    }
    Resource resource = downgrade.within(schema, around);
    return new Draft((ObjectNode) schema, where, resource, declared, dynamic).schema();
  }

  /** A schema without what belongs to its place. */
  static JsonNode bare(JsonNode schema) {
    boolean reference =
        schema.path("allOf").size() == 1
            && schema.at("/allOf/0/$ref").isTextual()
            && schema.properties().stream()
                .allMatch(e -> e.getKey().equals("allOf") || NOTES.contains(e.getKey()));
    return reference && !schema.has("nullable") ? schema.at("/allOf/0") : schema;
  }

  /** Collects the parts of one schema. */
  private final class Draft {
    private final ObjectNode in;
    private final String where;
    private final Resource resource;
    private final Set<String> declared;
    private final Map<String, Target> dynamic;
    private final ObjectNode out = JSON.objectNode();
    private final Set<String> unchecked = new LinkedHashSet<>();
    private boolean never;

    Draft(
        ObjectNode in,
        String where,
        Resource resource,
        Set<String> declared,
        Map<String, Target> dynamic) {
      this.in = in;
      this.where = where;
      this.resource = resource;
      this.declared = new HashSet<>(declared);
      names(in, resource, this.declared, identities());
      this.dynamic = new HashMap<>();
      for (JsonNode definition : in.path("$defs")) {
        if (definition.has("$dynamicAnchor")) {
          this.dynamic.put(
              definition.get("$dynamicAnchor").asText(), new Target(definition, resource));
        }
      }
      this.dynamic.putAll(dynamic); // The outermost counts.
    }

    @Nullable ObjectNode schema() {
      dialect();
      for (Map.Entry<String, JsonNode> field : in.properties()) {
        String key = field.getKey();
        if (UNCHECKED.contains(key)) {
          unchecked.add(key);
        } else if (!LEFT_OUT.contains(key)) {
          if (Downgrade.keyword("schema", key) == null && !key.startsWith("x-")) {
            downgrade.warn(where, "\"" + key + "\" is not a keyword of JSON Schema");
          } else {
            out.set(key, field.getValue().deepCopy());
          }
        }
      }
      downgrade.mapping(out, where, resource);
      properties();
      parts();
      items();
      additional();
      conditions();
      bounds();
      content();
      if (in.path("examples").has(0)) {
        out.putIfAbsent("example", in.get("examples").get(0));
      }
      typed();
      reference();
      if (!unchecked.isEmpty()) {
        downgrade.warn(where, String.join(", ", unchecked) + " cannot be checked");
      }
      return never ? null : out;
    }

    private void dialect() {
      String dialect = in.path("$schema").asText(DIALECTS.iterator().next()).replaceAll("#$", "");
      if (!DIALECTS.contains(dialect)) {
        downgrade.warn(where, "it is read as JSON Schema 2020-12, not as " + dialect);
      }
    }

    private @Nullable ObjectNode child(JsonNode schema, String place) {
      return child(schema, place, Set.of());
    }

    private @Nullable ObjectNode child(JsonNode schema, String place, Set<String> known) {
      String moved = schema.isObject() ? downgrade.movedTo(schema) : null;
      return moved == null
          ? of(schema, place, resource, known, dynamic)
          : JSON.objectNode().put("$ref", Downgrade.SCHEMAS + moved);
    }

    private void properties() {
      if (!in.has("properties")) {
        return;
      }
      ObjectNode properties = out.putObject("properties");
      in.get("properties")
          .properties()
          .forEach(
              property -> {
                ObjectNode lowered = child(property.getValue(), where + "." + property.getKey());
                if (lowered != null) {
                  properties.set(property.getKey(), lowered);
                }
              });
    }

    private void parts() {
      if (in.path("allOf").isArray()) {
        ArrayNode list = JSON.arrayNode();
        for (JsonNode part : in.get("allOf")) {
          ObjectNode lowered = child(part, where, declared);
          never |= lowered == null;
          if (lowered != null && !lowered.isEmpty()) {
            list.add(bare(lowered));
          }
        }
        if (!list.isEmpty()) {
          out.set("allOf", list);
        }
      }
      alternatives("oneOf");
      alternatives("anyOf");
    }

    private void alternatives(String keyword) {
      if (!in.path(keyword).isArray()) {
        return;
      }
      ArrayNode list = JSON.arrayNode();
      boolean allowed = false;
      for (JsonNode alternative : in.get(keyword)) {
        boolean isNull = types(alternative, resource).equals(Set.of("null"));
        if (types(alternative, resource).contains("null")) {
          out.put("nullable", true);
        }
        ObjectNode lowered = isNull ? JSON.objectNode() : child(alternative, where, declared);
        allowed |= lowered != null;
        if (lowered != null && !isNull) {
          list.add(bare(lowered));
        }
      }
      never |= !allowed;
      if (!list.isEmpty()) {
        out.set(keyword, list);
      } else if (allowed) {
        nothingButNull();
      }
    }

    private void nothingButNull() {
      out.put("nullable", true);
      out.remove(List.of("type", "enum"));
    }

    /** A tuple is a list of its item types; the order is not checked. */
    private void items() {
      JsonNode items = in.get("items");
      JsonNode tuple = in.path("prefixItems");
      if (items == null) {
        items = in.get("unevaluatedItems");
      }
      ObjectNode others = items == null ? JSON.objectNode() : child(items, where + "[]");
      if (others == null) {
        out.put("maxItems", Math.min(tuple.size(), out.path("maxItems").asInt(Integer.MAX_VALUE)));
      }
      Set<JsonNode> all = new LinkedHashSet<>();
      for (JsonNode item : tuple) {
        ObjectNode lowered = child(item, where + "[]");
        if (lowered != null) {
          all.add(bare(lowered));
        }
      }
      boolean open = others != null && others.isEmpty();
      if (others != null && !open) {
        all.add(bare(others));
      }
      if (items == null && tuple.isEmpty()) {
        return;
      }
      out.set("items", all.size() > 1 || !open ? oneOf(all) : JSON.objectNode());
    }

    private static ObjectNode oneOf(Set<JsonNode> schemas) {
      if (schemas.isEmpty()) {
        return JSON.objectNode();
      }
      ObjectNode first = (ObjectNode) schemas.iterator().next();
      if (schemas.size() == 1) {
        return first;
      }
      ObjectNode union = JSON.objectNode();
      schemas.forEach(schema -> union.withArrayProperty("anyOf").add(schema));
      if (schemas.stream().anyMatch(s -> s.path("nullable").asBoolean())) {
        union.put("nullable", true);
      }
      return union;
    }

    /** All undeclared properties have one type in Java. */
    private void additional() {
      JsonNode others = in.get("additionalProperties");
      if (others == null) {
        others = in.get("unevaluatedProperties");
      }
      JsonNode patterns = in.path("patternProperties");
      if (others == null && patterns.isEmpty()) {
        return;
      }
      Set<JsonNode> all = new LinkedHashSet<>();
      for (Map.Entry<String, JsonNode> pattern : patterns.properties()) {
        ObjectNode lowered = child(pattern.getValue(), where + ".*");
        if (lowered != null) {
          all.add(bare(lowered));
        }
      }
      if (!patterns.isEmpty()) {
        unchecked.add("patternProperties");
      }
      ObjectNode rest = others == null ? JSON.objectNode() : child(others, where + ".*");
      if (rest == null && all.isEmpty()) {
        out.put("additionalProperties", false);
      } else if ((rest != null && rest.isEmpty()) || all.contains(JSON.objectNode())) {
        out.put("additionalProperties", true);
      } else {
        if (rest != null) {
          all.add(bare(rest));
        }
        out.set("additionalProperties", oneOf(all));
      }
    }

    /** The properties that a condition requires are optional; the condition is not checked. */
    private void conditions() {
      condition("then", in.get("then"));
      condition("else", in.get("else"));
      for (Map.Entry<String, JsonNode> schema : in.path("dependentSchemas").properties()) {
        unchecked.add("dependentSchemas");
        condition("dependentSchemas", schema.getValue());
      }
      Map<String, Set<JsonNode>> asked = new HashMap<>();
      asked(in, asked);
      asked.forEach(
          (name, schemas) -> {
            if (schemas.size() > 1 && !declared.contains(name)) {
              generalize(name, schemas);
            }
          });
    }

    /** Adds what conditions ask of the properties of a value. */
    private static void asked(JsonNode schema, Map<String, Set<JsonNode>> asked) {
      List<JsonNode> conditions =
          new ArrayList<>(List.of(schema.path("then"), schema.path("else")));
      schema.path("dependentSchemas").forEach(conditions::add);
      for (JsonNode condition : conditions) {
        for (Map.Entry<String, JsonNode> property : condition.path("properties").properties()) {
          asked.computeIfAbsent(property.getKey(), k -> new HashSet<>()).add(property.getValue());
        }
      }
      schema.path("allOf").forEach(part -> asked(part, asked));
    }

    /** A property that several conditions ask for has only what they all say, its type. */
    private void generalize(String name, Set<JsonNode> schemas) {
      Set<String> types = new HashSet<>();
      schemas.forEach(schema -> types.addAll(types(schema, resource)));
      ObjectNode general = JSON.objectNode();
      if (types.size() == 1 && schemas.stream().noneMatch(s -> types(s, resource).isEmpty())) {
        String type = types.iterator().next();
        if (OF_TYPE.containsKey(type) && !type.equals("array") && !type.equals("object")) {
          general.put("type", type);
        }
      }
      List<JsonNode> parts = new ArrayList<>(List.of(out));
      out.path("allOf").forEach(parts::add);
      for (JsonNode part : parts) {
        if (part.path("properties").has(name)) {
          ((ObjectNode) part.get("properties")).set(name, general);
        }
      }
    }

    private void condition(String keyword, @Nullable JsonNode schema) {
      if (schema == null || !schema.isObject()) {
        return;
      }
      for (String part : List.of("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if")) {
        if (schema.has(part)) {
          throw Schemas.inexpressible(
              where, "its \"" + keyword + "\" has \"" + part + "\", which has no Java type");
        }
      }
      for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
        String name = property.getKey();
        ObjectNode lowered = child(property.getValue(), where + "." + name);
        boolean known = declared.contains(name) || out.path("properties").has(name);
        if (!known && lowered != null && !lowered.isEmpty()) {
          out.withObjectProperty("properties").set(name, lowered);
        }
      }
    }

    private void bounds() {
      bound("minimum", "exclusiveMinimum", 1);
      bound("maximum", "exclusiveMaximum", -1);
    }

    private void bound(String keyword, String exclusive, int sign) {
      JsonNode limit = in.path(exclusive);
      if (limit.isBoolean()) {
        out.set(exclusive, limit); // As in OpenAPI 3.0.
      } else if (limit.isNumber()
          && (!out.path(keyword).isNumber()
              || limit.decimalValue().compareTo(out.get(keyword).decimalValue()) * sign >= 0)) {
        out.set(keyword, limit);
        out.put(exclusive, true);
      }
    }

    private void content() {
      String encoding = in.path("contentEncoding").asText();
      String media = in.path("contentMediaType").asText();
      if (out.has("format")) {
        return;
      }
      if (encoding.equals("base64")) {
        out.put("format", "byte");
      } else if (encoding.isEmpty() && !media.isEmpty() && !media.matches("text/.*|.*(json|xml)")) {
        out.put("format", "binary");
      }
    }

    private void typed() {
      if (in.path("type").isObject()) {
        throw Schemas.inexpressible(where, "its \"type\" is an object, not a string or a list");
      }
      Set<String> types = own(in);
      JsonNode values = in.has("const") ? JSON.arrayNode().add(in.get("const")) : in.path("enum");
      if (values.isArray()) {
        Set<String> ofValues = new LinkedHashSet<>();
        values.forEach(value -> ofValues.add(typeOf(value)));
        if (types.isEmpty()) {
          types = ofValues;
        } else if (!ofValues.contains("null")) {
          types.remove("null");
        }
        out.set("enum", values);
      }
      if (types.contains("number")) {
        types.remove("integer");
      }
      if (types.remove("null")) {
        out.put("nullable", true);
        if (types.isEmpty()) {
          nothingButNull();
        }
      }
      if (types.size() == 1) {
        out.put("type", types.iterator().next());
      } else if (types.size() > 1) {
        boolean structured =
            List.of("allOf", "oneOf", "anyOf").stream().anyMatch(out::has)
                || in.has("$ref")
                || in.has("$dynamicRef");
        if (!structured && types.size() < 5) {
          split(types);
        }
      }
      if (!out.path("type").asText().matches("string|integer|number|boolean")) {
        out.remove("enum"); // Constants cannot be lists or objects.
      }
      if (out.path("type").asText().equals("array") && !out.has("items")) {
        out.putObject("items");
      }
    }

    /** Several types are alternatives; each has those keywords that are about it. */
    private void split(Set<String> types) {
      ArrayNode alternatives = JSON.arrayNode();
      Set<String> moved = new LinkedHashSet<>(List.of("format", "enum"));
      for (String type : types) {
        ObjectNode alternative = alternatives.addObject().put("type", type);
        if (type.equals("array")) {
          alternative.putObject("items");
        }
        for (String keyword : OF_TYPE.getOrDefault(type, Set.of())) {
          moved.add(keyword);
          if (out.has(keyword)) {
            alternative.set(keyword, out.get(keyword));
          }
        }
        String format = out.path("format").asText();
        boolean number = type.equals("integer") || type.equals("number");
        if (!format.isEmpty()
            && (number
                ? NUMBER_FORMATS.contains(format)
                : type.equals("string") && !NUMBER_FORMATS.contains(format))) {
          alternative.put("format", format);
        }
        for (JsonNode value : out.path("enum")) {
          if (typeOf(value).equals(type) || (typeOf(value).equals("integer") && number)) {
            alternative.withArrayProperty("enum").add(value);
          }
        }
      }
      out.remove(moved);
      out.set("anyOf", alternatives);
    }

    private void reference() {
      String reference = in.path("$ref").asText(in.path("$dynamicRef").asText());
      if (reference.isEmpty()) {
        return;
      }
      Target bound = in.has("$ref") ? null : dynamic.get(reference.replaceAll(".*#", ""));
      Target target = bound == null ? downgrade.target(reference, resource) : bound;
      if (target != null && (isNever(target.node()) || target.node().isBoolean())) {
        never |= isNever(target.node());
        return;
      }
      if (target != null && (bound != null || isGeneric(target, identities()))) {
        special(target);
        return;
      }
      String component = downgrade.reference(reference, where, resource);
      ObjectNode own = JSON.objectNode();
      for (Map.Entry<String, JsonNode> field : List.copyOf(out.properties())) {
        if (!NOTES.contains(field.getKey()) && !field.getKey().startsWith("x-")) {
          own.set(field.getKey(), field.getValue());
          out.remove(field.getKey());
        }
      }
      if (own.has("enum") && target != null && isScalar(target)) {
        out.setAll(own); // Narrower than what it refers to.
        return;
      }
      own.remove("type");
      boolean nullable = target != null && types(target.node(), target.resource()).contains("null");
      if (own.isEmpty() && out.isEmpty()) {
        out.put("$ref", component);
        return;
      }
      ArrayNode parts = JSON.arrayNode();
      parts.addObject().put("$ref", component);
      own.path("allOf").forEach(parts::add);
      own.remove("allOf");
      if (!own.isEmpty()) {
        parts.add(own);
      }
      out.set("allOf", parts);
      if (nullable) {
        out.put("nullable", true);
      } else {
        out.remove("nullable");
      }
    }

    /** Whether something in a schema depends on what refers to it. */
    private boolean isGeneric(Target target, Set<JsonNode> seen) {
      if (dynamic.isEmpty() || !seen.add(target.node())) {
        return false;
      }
      return target.node().findValuesAsText("$dynamicRef").stream()
              .anyMatch(ref -> dynamic.containsKey(ref.replaceAll(".*#", "")))
          || target.node().findValuesAsText("$ref").stream()
              .map(ref -> downgrade.target(ref, target.resource()))
              .anyMatch(next -> next != null && isGeneric(next, seen));
    }

    /** Repeats the target, with what is specific here. */
    private void special(Target target) {
      if (!generics.add(target.node())) {
        throw Schemas.inexpressible(where, "its $dynamicRef leads to itself");
      }
      ObjectNode lowered = of(target.node(), where, target.resource(), declared, dynamic);
      generics.remove(target.node());
      if (lowered == null) {
        never = true;
      } else {
        lowered.setAll(out);
        out.setAll(lowered);
      }
    }

    private boolean isScalar(Target target) {
      Set<String> types = types(target.node(), target.resource());
      return !types.isEmpty() && !types.contains("object") && !types.contains("array");
    }
  }

  /** Whether a schema allows no value: {@code false}, or not anything. */
  static boolean isNever(JsonNode schema) {
    JsonNode not = schema.path("not");
    return (schema.isBoolean() && !schema.booleanValue())
        || (not.isBoolean() && not.booleanValue())
        || (not.isObject() && not.isEmpty());
  }

  /** The types that a schema names. */
  private static Set<String> own(JsonNode schema) {
    Set<String> types = new LinkedHashSet<>();
    JsonNode type = schema.path("type");
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    if (type.isArray()) {
      type.forEach(t -> types.add(t.asText()));
    }
    if (schema.path("nullable").asBoolean() && !types.isEmpty()) {
      types.add("null"); // OpenAPI 3.0's; harmless here.
    }
    return types;
  }

  /** The types that a value can have, with null only where it is named; empty if any. */
  private Set<String> types(JsonNode schema, Resource around) {
    return types(schema, around, identities());
  }

  private Set<String> types(JsonNode schema, Resource around, Set<JsonNode> seen) {
    if (!schema.isObject() || !seen.add(schema)) {
      return Set.of();
    }
    Resource resource = downgrade.within(schema, around);
    Set<String> types = own(schema);
    JsonNode values =
        schema.has("const") ? JSON.arrayNode().add(schema.get("const")) : schema.path("enum");
    if (values.isArray()) {
      Set<String> ofValues = new LinkedHashSet<>();
      values.forEach(value -> ofValues.add(typeOf(value)));
      if (types.isEmpty()) {
        types.addAll(ofValues);
      } else if (!ofValues.contains("null")) {
        types.remove("null");
      }
    }
    if (!types.isEmpty()) {
      return types;
    }
    if (schema.path("$ref").isTextual()) {
      Target target = downgrade.target(schema.get("$ref").asText(), resource);
      return target == null ? types : types(target.node(), target.resource(), seen);
    }
    for (JsonNode alternatives : List.of(schema.path("oneOf"), schema.path("anyOf"))) {
      for (JsonNode alternative : alternatives) {
        types.addAll(types(alternative, resource, seen));
      }
    }
    return types;
  }

  private static Set<JsonNode> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "string";
    };
  }

  /** Adds the properties that a schema declares for its value, with what it refers to. */
  private void names(JsonNode schema, Resource around, Set<String> names, Set<JsonNode> seen) {
    if (!schema.isObject() || !seen.add(schema)) {
      return;
    }
    Resource resource = downgrade.within(schema, around);
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    if (schema.path("$ref").isTextual()) {
      Target target = downgrade.target(schema.get("$ref").asText(), resource);
      if (target != null) {
        names(target.node(), target.resource(), names, seen);
      }
    }
    for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
      schema.path(keyword).forEach(part -> names(part, resource, names, seen));
    }
  }
}
