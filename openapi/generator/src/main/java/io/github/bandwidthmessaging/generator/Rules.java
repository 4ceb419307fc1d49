package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.ModelView.AtLeastOne;
import io.github.bandwidthmessaging.generator.ModelView.ObjectView;
import io.github.bandwidthmessaging.generator.ModelView.Property;
import io.github.bandwidthmessaging.generator.RulesView.Alternative;
import io.github.bandwidthmessaging.generator.RulesView.Arguments;
import io.github.bandwidthmessaging.generator.RulesView.Check;
import io.github.bandwidthmessaging.generator.RulesView.Delegate;
import io.github.bandwidthmessaging.generator.RulesView.Expression;
import io.github.bandwidthmessaging.generator.RulesView.Items;
import io.github.bandwidthmessaging.generator.RulesView.Local;
import io.github.bandwidthmessaging.generator.RulesView.Model;
import io.github.bandwidthmessaging.generator.RulesView.Step;
import io.github.bandwidthmessaging.generator.RulesView.Values;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits that a document sets to what is sent: {@code required}, {@code maxLength}, {@code
 * minLength}, {@code pattern}, {@code maxItems}, {@code minItems}, {@code minimum}, {@code maximum}
 * and {@code enum}. The Java types enforce the others, or they are not enforced.
 */
final class Rules {
  static final String PATTERN_DESCRIPTION = "x-pattern-description";

  private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

  private final Schemas schemas;
  private final TypeMapper types;
  private final Unions unions;
  private final ObjectViews objects;

  /**
   * A value to check.
   *
   * @param owner the class that it is in
   * @param name what its variables are called after, and its constants
   * @param expression the expression for it
   * @param path the expression for where it is
   */
  private record Place(String owner, String name, Code expression, Code path) {
    Place item() {
      String item = name + "Item";
      return new Place(
          owner, item, Code.name(item), Code.of("%s + \"[\" + %s + \"]\"", path, index()));
    }

    Place value() {
      String item = name + "Item";
      return new Place(owner, item, Code.name(item), Code.of("member(%s, %s)", path, key()));
    }

    Code index() {
      return Code.name(name + "Index");
    }

    Code key() {
      return Code.name(name + "Key");
    }
  }

  /** A schema that limits a value, under its own name if it has one. */
  private record Layer(@Nullable String name, Schema<?> schema) {}

  /** Constants of patterns by regular expression. */
  private final Map<String, Code> expressions = new LinkedHashMap<>();

  /** What was already reported. */
  private final Set<String> unchecked = new HashSet<>();

  private final Map<String, List<Step>> checks = new LinkedHashMap<>();

  /** The checks of the arguments of operations, by the name of the checking method. */
  private final Map<Code, Arguments> arguments = new LinkedHashMap<>();

  Rules(
      Set<String> sent,
      List<OperationView> operations,
      Schemas schemas,
      TypeMapper types,
      Unions unions,
      ObjectViews objects) {
    this.schemas = schemas;
    this.types = types;
    this.unions = unions;
    this.objects = objects;
    // First as if each class had a check, to see which have rules or refer to one that does.
    sent.forEach(name -> checks.put(name, List.of()));
    Map<String, List<String>> asking = new HashMap<>();
    Deque<String> found = new ArrayDeque<>();
    for (String name : sent) {
      steps(name).stream()
          .flatMap(RulesView::withInner)
          .forEach(
              step -> {
                if (step instanceof Check) {
                  found.add(name);
                } else if (step instanceof Delegate delegate) {
                  asking.computeIfAbsent(delegate.schema(), k -> new ArrayList<>()).add(name);
                }
              });
    }
    Set<String> ruled = new HashSet<>();
    while (!found.isEmpty()) {
      String name = found.remove();
      if (ruled.add(name)) {
        found.addAll(asking.getOrDefault(name, List.of()));
      }
    }
    checks.keySet().retainAll(ruled);
    checks.replaceAll((name, steps) -> steps(name));
    operations.forEach(this::addArguments);
  }

  boolean isEmpty() {
    return checks.isEmpty() && arguments.isEmpty();
  }

  /** Whether a class has rules. */
  boolean has(String name) {
    return checks.containsKey(name);
  }

  RulesView view() {
    return RulesView.of(
        checks.entrySet().stream()
            .map(
                e ->
                    new Model(
                        Code.name(schemas.className(e.getKey())),
                        schemas.isObject(e.getKey()),
                        e.getValue()))
            .toList(),
        List.copyOf(arguments.values()),
        expressions.entrySet().stream()
            .map(e -> new Expression(e.getValue(), Code.literal(e.getKey())))
            .toList());
  }

  /** The method that checks the arguments of an operation, null if they have no limits. */
  @Nullable Arguments arguments(OperationView operation) {
    return arguments.get(operation.checks());
  }

  private void addArguments(OperationView operation) {
    List<OperationView.Parameter> all =
        operation.parameters().stream().filter(p -> p.schema() != null).toList();
    List<Step> steps = new ArrayList<>();
    for (OperationView.Parameter parameter : all) {
      Schema<?> schema = Objects.requireNonNull(parameter.schema());
      String name = parameter.name().toString();
      Code variable = Code.name(name + "Value");
      String owner = operation.name().toString();
      Place place = new Place(owner, name, variable, Code.literal(parameter.wireName()));
      List<Step> inner = rules(schema, types.of(schema, owner + "." + name), place);
      if (!inner.isEmpty()) {
        Code argument = Code.name(name + "Argument");
        steps.add(new Local(parameter.type().orNull(), variable, argument, inner));
      }
    }
    if (!steps.isEmpty()) {
      List<OperationView.Parameter> parameters = new ArrayList<>();
      all.forEach(p -> parameters.add(p.named(p.name(), parameters.size() == all.size() - 1)));
      arguments.put(operation.checks(), new Arguments(operation.checks(), parameters, steps));
    }
  }

  private List<Step> steps(String name) {
    return switch (schemas.kind(name)) {
      case OBJECT -> ofObject(name);
      case UNION -> ofUnion(name);
      case ENUM, ALIAS -> List.of();
    };
  }

  private List<Step> ofObject(String name) {
    ObjectView view = objects.view(name);
    Map<String, Property> required = new HashMap<>();
    view.required().forEach(property -> required.put(property.jsonName(), property));
    List<Step> steps = new ArrayList<>();
    for (AtLeastOne group : view.oneOfRequired()) {
      steps.add(
          absent(
              group.missing(Code.of("value.")),
              group.properties().get(0),
              group.names().toString()));
    }
    for (ObjectViews.Member member : objects.members(name)) {
      Property property = required.get(member.jsonName());
      if (property != null) {
        steps.add(absent(Code.of("%s == null", value(property.name())), property, "present"));
      }
      // Not the property's own name, which can be one of the check's.
      Code variable = Code.name(member.name() + "Value");
      Place place =
          new Place(schemas.className(name), member.name(), variable, path(member.jsonName()));
      List<Step> inner = rules(member.schema(), member.type(), place);
      if (!inner.isEmpty()) {
        steps.add(
            new Local(member.type().java(), variable, value(Code.name(member.name())), inner));
      }
    }
    if (schemas.component(name).getAdditionalProperties() instanceof Schema<?> additional
        && view.additional() != null) {
      String all = "additionalProperties";
      Place place = new Place(schemas.className(name), all, value(Code.name(all)), Code.of("at"));
      addValues(additional, view.additional(), place, steps);
    }
    return steps;
  }

  /** Whether one of the conditions is met; in groups, because javac cannot parse a long chain. */
  private static Code any(List<Code> conditions) {
    List<Code> groups = new ArrayList<>();
    for (int start = 0; start < conditions.size(); start += 100) {
      int end = Math.min(conditions.size(), start + 100);
      groups.add(Code.join(" || ", conditions.subList(start, end)));
    }
    return groups.size() == 1
        ? groups.get(0)
        : Code.join(" || ", groups.stream().map(group -> Code.of("(%s)", group)).toList());
  }

  private List<Step> ofUnion(String name) {
    List<Step> steps = new ArrayList<>();
    Set<Code> taken = new HashSet<>();
    for (Schema<?> alternative : Schemas.alternativeSchemas(schemas.component(name))) {
      Type type = types.of(alternative, name);
      if (!type.isAny() && taken.add(type.java())) {
        ofAlternative(name, alternative, type, steps);
      }
    }
    for (Type child : unions.of(name)) {
      if (child.isClass() && taken.add(child.java())) {
        ofAlternative(name, new Schema<>(), child, steps);
      }
    }
    if (!unions.of(name).isEmpty()) {
      steps.add(
          new Check(
              Code.of(
                  "!(%s)",
                  any(
                      unions.of(name).stream()
                          .map(t -> Code.of("value instanceof %s", unions.javaOf(name, t)))
                          .toList())),
              Code.of("at"),
              Code.literal("oneOf"),
              Code.literal("one of its alternatives"),
              Code.literal("another")));
    }
    return steps;
  }

  private void ofAlternative(String union, Schema<?> schema, Type type, List<Step> steps) {
    Code java = unions.javaOf(union, type);
    Code variable =
        Code.name(Names.member(type.isClass() ? java + "Value" : unions.wrapper(union, type)));
    Code value = type.isClass() ? variable : Code.of("%s.value()", variable);
    List<Step> inner =
        rules(
            schema,
            type,
            new Place(schemas.className(union), Names.member(type.label()), value, Code.of("at")));
    if (!inner.isEmpty()) {
      steps.add(new Alternative(java, variable, inner));
    }
  }

  private static Code value(Code member) {
    return Code.of("value.%s", member);
  }

  private static Code path(String jsonName) {
    return Code.of("member(at, %s)", Code.literal(jsonName));
  }

  /** JSON that was read may lack what {@code build()} requires. */
  private static Check absent(Code condition, Property property, String wanted) {
    return new Check(
        condition,
        path(property.jsonName()),
        Code.literal("required"),
        Code.literal(wanted),
        Code.literal("absent"));
  }

  private List<Step> rules(Schema<?> schema, Type type, Place place) {
    String name = type.schema();
    if (name != null) {
      if (schemas.isEnum(name)) {
        Code value = place.expression();
        Code known = Code.of("%s.known().toString()", type.java());
        return List.of(
            new Check(
                Code.of("!%s.isKnown()", value),
                place.path(),
                Code.literal("enum"),
                known,
                shown(type, value)));
      }
      return checks.containsKey(name)
          ? List.of(new Delegate(place.path(), place.expression(), name))
          : List.of();
    }
    List<Step> own = new ArrayList<>();
    Schema<?> items = null;
    Schema<?> values = null;
    for (Layer layer : layers(new Layer(null, schema), new ArrayList<>())) {
      own(layer, type, place, own);
      items = both(items, layer.schema().getItems());
      if (layer.schema().getAdditionalProperties() instanceof Schema<?> additional) {
        values = both(values, additional);
      }
    }
    List<Step> steps = new ArrayList<>(new LinkedHashSet<>(own));
    if (values != null && type.token() == Type.Token.BEGIN_OBJECT) {
      addValues(values, type, place, steps);
    }
    if (items != null && type.token() == Type.Token.BEGIN_ARRAY) {
      Place item = place.item();
      Type itemType = types.of(items, place.path().toString()).markedSensitive(type.sensitive());
      List<Step> inner = rules(items, itemType, item);
      if (!inner.isEmpty()) {
        steps.add(
            new Items(
                itemType.java(),
                item.expression(),
                place.index(),
                place.expression(),
                item.path(),
                schemas.isNullable(items),
                inner));
      }
    }
    return steps;
  }

  private static @Nullable Schema<?> both(@Nullable Schema<?> first, @Nullable Schema<?> second) {
    if (first == null || second == null || first.equals(second)) {
      return first == null ? second : first;
    }
    return new Schema<>().allOf(List.of(first, second));
  }

  /** Checks the values of a map. */
  private void addValues(Schema<?> values, Type type, Place place, List<Step> steps) {
    Place value = place.value();
    Type valueType = types.of(values, place.path().toString()).markedSensitive(type.sensitive());
    List<Step> inner = rules(values, valueType, value);
    if (!inner.isEmpty()) {
      steps.add(
          new Values(
              valueType.java(),
              value.expression(),
              place.key(),
              place.expression(),
              value.path(),
              schemas.isNullable(values),
              inner));
    }
  }

  private void own(Layer layer, Type type, Place place, List<Step> steps) {
    Schema<?> schema = layer.schema();
    Code value = place.expression();
    Code path = place.path();
    if (type.isText() || type.is(Scalar.LINK)) {
      Code text = type.isText() ? value : Code.of("%s.toString()", value);
      Code length = Code.of("length(%s)", text);
      measure(Code.of("%s < ", length), length, path, "minLength", schema.getMinLength(), steps);
      measure(Code.of("%s > ", length), length, path, "maxLength", schema.getMaxLength(), steps);
      String expression = expression(layer, place);
      if (expression != null) {
        // The violation does not repeat the value, which can be personal.
        steps.add(
            new Check(
                Code.of("!%s.matcher(%s).find()", constant(expression, layer, place), text),
                path,
                Code.literal("pattern"),
                Code.literal(wanted(schema)),
                Code.of("%s + \" characters\"", length)));
      }
    } else if (type.token() == Type.Token.BEGIN_ARRAY) {
      Code size = Code.of("%s.size()", value);
      measure(Code.of("%s < ", size), size, path, "minItems", schema.getMinItems(), steps);
      measure(Code.of("%s > ", size), size, path, "maxItems", schema.getMaxItems(), steps);
    } else if (type.token() == Type.Token.NUMBER) {
      boolean above = Boolean.TRUE.equals(schema.getExclusiveMinimum());
      boolean below = Boolean.TRUE.equals(schema.getExclusiveMaximum());
      Code shown = shown(type, value);
      range(
          above ? Code.of(">") : Code.of(">="),
          value,
          path,
          "minimum",
          schema.getMinimum(),
          shown,
          steps);
      range(
          below ? Code.of("<") : Code.of("<="),
          value,
          path,
          "maximum",
          schema.getMaximum(),
          shown,
          steps);
    }
  }

  /** What a value must be, in words where the document has them. */
  private static String wanted(Schema<?> schema) {
    Object words =
        schema.getExtensions() == null ? null : schema.getExtensions().get(PATTERN_DESCRIPTION);
    return words instanceof String text ? text : "text that matches " + schema.getPattern();
  }

  /** The pattern of a schema in Java, null if there is none. */
  private @Nullable String expression(Layer layer, Place place) {
    String pattern = layer.schema().getPattern();
    String expression = pattern == null ? null : EcmaPattern.toJava(pattern);
    if (pattern != null && expression == null) {
      String name = Objects.requireNonNullElse(layer.name(), place.owner() + "." + place.name());
      if (unchecked.add(name)) {
        LOG.warn(
            "Schema {}: the pattern {} is not checked because Java has no equivalent.",
            name,
            pattern);
      }
    }
    return expression;
  }

  /** The constant for the pattern of a schema, called after the schema or else the property. */
  private Code constant(String expression, Layer layer, Place place) {
    return expressions.computeIfAbsent(
        expression,
        regex -> {
          String name = Objects.requireNonNullElse(layer.name(), place.name());
          String constant = Names.constant(name + "_pattern");
          Set<String> taken = new HashSet<>();
          expressions.values().forEach(code -> taken.add(code.toString()));
          return Code.name(
              taken.contains(constant)
                  ? Names.unique(Names.constant(place.owner() + "_" + name + "_pattern"), taken)
                  : constant);
        });
  }

  private static void measure(
      Code comparison,
      Code size,
      Code path,
      String rule,
      @Nullable Integer limit,
      List<Step> steps) {
    if (limit != null) {
      steps.add(
          new Check(
              Code.of("%s%s", comparison, Code.of(limit)),
              path,
              Code.literal(rule),
              Code.literal(limit.toString()),
              Code.of("String.valueOf(%s)", size)));
    }
  }

  private static void range(
      Code comparison,
      Code value,
      Code path,
      String rule,
      @Nullable BigDecimal limit,
      Code shown,
      List<Step> steps) {
    if (limit != null) {
      Code literal = Code.literal(limit.toPlainString());
      Code condition =
          Code.of(
              "!(new BigDecimal(%s.toString()).compareTo(new BigDecimal(%s)) %s 0)",
              value, literal, comparison);
      steps.add(new Check(condition, path, Code.literal(rule), literal, shown));
    }
  }

  /** A personal value is not repeated. */
  private static Code shown(Type type, Code value) {
    return type.sensitive() ? Code.literal("***") : Code.of("%s.toString()", value);
  }

  /** The schema with all that it refers to and is put together from, where that has no class. */
  private List<Layer> layers(Layer layer, List<Layer> layers) {
    layers.add(layer);
    Schema<?> schema = layer.schema();
    if (schema.get$ref() != null) {
      String name = Schemas.refName(schema.get$ref(), "");
      layers(new Layer(name, schemas.component(name)), layers);
    }
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> layers(new Layer(layer.name(), part), layers));
    }
    return layers;
  }
}
