package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.ModelView.ObjectView;
import io.github.bandwidthmessaging.generator.RulesView.Expression;
import io.github.bandwidthmessaging.generator.RulesView.Model;
import io.github.bandwidthmessaging.generator.RulesView.Step;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The limits that a document sets to what is sent: {@code required}, {@code maxLength}, {@code
 * minLength}, {@code pattern}, {@code maxItems}, {@code minItems}, {@code minimum}, {@code maximum}
 * and {@code enum}. The Java types see to all others, or nobody does.
 */
final class Rules {
  private final Schemas schemas;

  /** Constants of patterns by regular expression. */
  private final Map<String, String> expressions = new LinkedHashMap<>();

  private final Map<String, List<Step>> checks = new LinkedHashMap<>();

  Rules(OpenAPI document, Schemas schemas) {
    this.schemas = schemas;
    Set<String> sent = new LinkedHashSet<>();
    if (document.getPaths() != null) {
      for (PathItem path : document.getPaths().values()) {
        path.readOperations().forEach(operation -> bodies(operation, sent));
      }
    }
    // A class has a check if it has a rule of its own or contains one that has: grown until stable.
    int size;
    do {
      size = checks.size();
      for (String name : sent) {
        List<Step> steps = steps(name);
        if (!steps.isEmpty()) {
          checks.put(name, steps);
        }
      }
    } while (checks.size() > size);
    sent.forEach(name -> checks.computeIfPresent(name, (n, steps) -> steps(n)));
  }

  boolean isEmpty() {
    return checks.isEmpty();
  }

  /** Whether a class has rules. */
  boolean has(String name) {
    return checks.containsKey(name);
  }

  RulesView view() {
    return new RulesView(
        checks.entrySet().stream()
            .map(e -> new Model(schemas.className(e.getKey()), e.getValue()))
            .toList(),
        expressions.entrySet().stream()
            .map(e -> new Expression(e.getValue(), Names.literal(e.getKey())))
            .toList());
  }

  private void bodies(Operation operation, Set<String> sent) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return;
    }
    // Forms are sent as parameters and have no class.
    operation
        .getRequestBody()
        .getContent()
        .forEach(
            (type, content) -> {
              if (type.contains("json")) {
                reach(content.getSchema(), sent, new HashSet<>());
              }
            });
  }

  /** Collects the classes that a schema leads to. */
  private void reach(@Nullable Schema<?> schema, Set<String> sent, Set<Schema<?>> seen) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    if (schema.get$ref() != null) {
      String name = Schemas.refName(schema.get$ref(), "requestBody");
      if (schemas.hasClass(name)) {
        sent.add(name);
      }
      reach(schemas.component(name), sent, seen);
    }
    for (Schema<?> part : Schemas.parts(schema)) {
      reach(part, sent, seen);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(p -> reach(p, sent, seen));
    }
    reach(schema.getItems(), sent, seen);
  }

  private List<Step> steps(String name) {
    Schema<?> schema = schemas.component(name);
    Type type = schemas.type(new Schema<>().$ref(name), name);
    if (schemas.isUnion(name)) {
      List<Step> steps = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      for (Schema<?> alternative : Schemas.alternativeSchemas(schema)) {
        Type javaType = schemas.type(alternative, name);
        if (javaType.java().equals("Object") || !taken.add(javaType.java())) {
          continue;
        }
        String variable = "alternative" + taken.size();
        String value = javaType.isClass() ? variable : variable + ".value()";
        String test =
            javaType.isClass() ? javaType.java() : type.java() + "." + Schemas.wrapper(javaType);
        List<Step> inner = rules(alternative, javaType, value, "at", 1);
        if (!inner.isEmpty()) {
          steps.add(new Step(Step.Kind.ALTERNATIVE, variable, test, "", "", "", null));
          steps.addAll(inner);
          steps.add(end(Step.Kind.END));
        }
      }
      String unknown = "value instanceof " + type.java() + ".Unknown";
      steps.add(broken(unknown, "at", "oneOf", "one of its alternatives", "another"));
      return steps;
    }
    if (!schemas.isObject(name)) {
      return List.of();
    }
    ObjectView view = schemas.objectView(name, schema);
    List<Step> steps = new ArrayList<>();
    view.oneOfRequired()
        .forEach(
            group -> {
              String place = member(group.properties().get(0).literal());
              steps.add(absent(group.missingIn("value."), place, group.names()));
            });
    Map<String, Schema<?>> properties = schemas.properties(schema, name, new HashSet<>());
    Map<String, String> names = Schemas.uniqueNames(properties.keySet());
    properties.forEach(
        (jsonName, property) -> {
          Type propertyType = schemas.type(property, name + "." + jsonName);
          String member = Objects.requireNonNull(names.get(jsonName));
          // Not the property's own name, which can be one of the check's.
          String variable = member + "Value";
          String path = member(Names.literal(jsonName));
          if (view.required().stream().anyMatch(p -> p.name().equals(member))) {
            steps.add(absent("value." + member + " == null", path, "present"));
          }
          List<Step> inner = rules(property, propertyType, variable, path, 0);
          if (!inner.isEmpty()) {
            steps.add(
                new Step(
                    Step.Kind.VALUE,
                    variable,
                    propertyType.java(),
                    "value." + member,
                    path,
                    "",
                    null));
            steps.addAll(inner);
            steps.add(end(Step.Kind.END));
          }
        });
    return steps;
  }

  private static String member(String literal) {
    return "member(at, " + literal + ")";
  }

  /** What was read from JSON may lack what {@code build()} asks for. */
  private static Step absent(String condition, String path, String wanted) {
    return broken(condition, path, "required", wanted, "absent");
  }

  private static Step broken(
      String condition, String path, String rule, String wanted, String actual) {
    return new Step(Step.Kind.BROKEN, "", "", condition, path, rule, Names.literal(wanted), actual);
  }

  private List<Step> rules(Schema<?> schema, Type type, String value, String path, int depth) {
    List<Step> steps = new ArrayList<>();
    if (type.schema() != null) {
      if (schemas.isEnum(type.schema())) {
        steps.add(
            new Step(
                Step.Kind.KNOWN, "", type.java(), value, path, "enum", null, shown(type, value)));
      } else if (checks.containsKey(type.schema())) {
        steps.add(new Step(Step.Kind.NESTED, "", type.java(), value, path, "", null));
      }
      return steps;
    }
    Schema<?> items = null;
    for (Schema<?> layer : layers(schema, new ArrayList<>())) {
      own(layer, type, value, path, steps);
      items = layer.getItems() == null ? items : layer.getItems();
    }
    if (items != null && type.token() == Type.Token.BEGIN_ARRAY) {
      Type itemType = schemas.type(items, path).markedSensitive(type.sensitive());
      String item = "item" + depth;
      String index = "index" + depth;
      List<Step> inner =
          rules(items, itemType, item, path + " + \"[\" + " + index + " + \"]\"", depth + 1);
      if (!inner.isEmpty()) {
        String wanted = Boolean.TRUE.equals(items.getNullable()) ? null : Names.literal("not null");
        steps.add(new Step(Step.Kind.ITEMS, item, itemType.java(), value, path, index, wanted));
        steps.addAll(inner);
        steps.add(new Step(Step.Kind.END_ITEMS, item, "", "", "", index, null));
      }
    }
    return steps;
  }

  private void own(Schema<?> schema, Type type, String value, String path, List<Step> steps) {
    if (type.isText() || type.java().equals("URI")) {
      String text = type.isText() ? value : value + ".toString()";
      String length = "length(" + text + ")";
      measure(Step.Kind.AT_LEAST, length, path, "minLength", schema.getMinLength(), steps);
      measure(Step.Kind.AT_MOST, length, path, "maxLength", schema.getMaxLength(), steps);
      if (schema.getPattern() != null) {
        // The value is not repeated in what is found, it can be personal.
        String constant =
            expressions.computeIfAbsent(
                expression(schema.getPattern(), path), p -> "PATTERN_" + expressions.size());
        steps.add(
            new Step(
                Step.Kind.MATCH,
                constant,
                "",
                text,
                path,
                "pattern",
                Names.literal(schema.getPattern())));
      }
    } else if (type.token() == Type.Token.BEGIN_ARRAY) {
      String size = value + ".size()";
      measure(Step.Kind.AT_LEAST, size, path, "minItems", schema.getMinItems(), steps);
      measure(Step.Kind.AT_MOST, size, path, "maxItems", schema.getMaxItems(), steps);
    } else if (type.token() == Type.Token.NUMBER) {
      boolean above = Boolean.TRUE.equals(schema.getExclusiveMinimum());
      boolean below = Boolean.TRUE.equals(schema.getExclusiveMaximum());
      String shown = shown(type, value);
      range(above ? ">" : ">=", value, path, "minimum", schema.getMinimum(), shown, steps);
      range(below ? "<" : "<=", value, path, "maximum", schema.getMaximum(), shown, steps);
    }
  }

  private static void measure(
      Step.Kind kind,
      String size,
      String path,
      String rule,
      @Nullable Integer limit,
      List<Step> steps) {
    if (limit != null) {
      steps.add(new Step(kind, "", "", size, path, rule, limit.toString()));
    }
  }

  private static void range(
      String comparison,
      String value,
      String path,
      String rule,
      @Nullable BigDecimal limit,
      String shown,
      List<Step> steps) {
    if (limit != null) {
      steps.add(
          new Step(
              Step.Kind.RANGE,
              comparison,
              "",
              value,
              path,
              rule,
              Names.literal(limit.toPlainString()),
              shown));
    }
  }

  /** A value that the document marks as personal is not repeated. */
  private static String shown(Type type, String value) {
    return type.sensitive() ? Names.literal("***") : value + ".toString()";
  }

  private static Step end(Step.Kind kind) {
    return new Step(kind, "", "", "", "", "", null);
  }

  /** The schema with all that it refers to and is put together from, where that has no class. */
  private List<Schema<?>> layers(Schema<?> schema, List<Schema<?>> layers) {
    layers.add(schema);
    if (schema.get$ref() != null) {
      layers(schemas.component(Schemas.refName(schema.get$ref(), "")), layers);
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> layers(part, layers));
    }
    return layers;
  }

  /**
   * An ECMAScript expression for java.util.regex: {@code $} is the very end there, not also the
   * place before a last line break, and brackets and ampersands within a class mean themselves.
   */
  private static String expression(String pattern, String where) {
    Map<Character, String> inClass = new HashMap<>();
    inClass.put('[', "\\[");
    inClass.put('&', "\\&");
    StringBuilder java = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        java.append(c).append(pattern.charAt(++i));
      } else if (inside) {
        inside = c != ']';
        java.append(inClass.getOrDefault(c, String.valueOf(c)));
      } else if (c == '$') {
        java.append("\\z");
      } else {
        inside = c == '[';
        java.append(c);
      }
    }
    try {
      return Pattern.compile(java.toString()).pattern();
    } catch (PatternSyntaxException e) {
      throw Schemas.inexpressible(
          where, "Java does not understand its pattern, " + e.getDescription());
    }
  }
}
