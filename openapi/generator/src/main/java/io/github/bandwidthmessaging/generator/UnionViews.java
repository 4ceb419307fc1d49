package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.generator.ModelView.Branch;
import io.github.bandwidthmessaging.generator.ModelView.Candidate;
import io.github.bandwidthmessaging.generator.ModelView.Discriminator;
import io.github.bandwidthmessaging.generator.ModelView.Forced;
import io.github.bandwidthmessaging.generator.ModelView.Mapped;
import io.github.bandwidthmessaging.generator.ModelView.Property;
import io.github.bandwidthmessaging.generator.ModelView.UnionView;
import io.github.bandwidthmessaging.generator.ModelView.Wrapped;
import io.github.bandwidthmessaging.generator.ModelView.Written;
import io.github.bandwidthmessaging.generator.Type.Token;
import io.github.bandwidthmessaging.generator.Unions.Leaf;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the views of unions for the templates. */
final class UnionViews {
  /** The values of the records that have some, as expressions. */
  private static final Map<String, Code> VALUES =
      Map.of("One", Code.of("List.of(value)"), "Several", Code.of("value"));

  private final Schemas schemas;
  private final Unions unions;
  private final ObjectViews objects;
  private final TypeMapper types;

  UnionViews(Schemas schemas, TypeMapper types, Unions unions, ObjectViews objects) {
    this.schemas = schemas;
    this.types = types;
    this.unions = unions;
    this.objects = objects;
  }

  UnionView view(String name) {
    Schema<?> schema = schemas.component(name);
    List<Type> alternatives = unions.of(name);
    Schemas.refuseMoreThan(2000, name, alternatives.size(), "alternatives");
    List<Wrapped> wrapped = new ArrayList<>();
    Set<String> erasures = new HashSet<>();
    for (Type type : alternatives) {
      if (!type.isClass()) {
        String record = unions.wrapper(name, type);
        wrapped.add(
            new Wrapped(Code.name(record), type, erasures.add(type.erasure()), VALUES.get(record)));
      }
    }
    List<Leaf> leaves = unions.leaves(name);
    return new UnionView(
        Code.name(schemas.className(name)),
        Javadoc.of(schemas.description(schema, name)),
        schemas.isSensitive(schema)
            || alternatives.stream().anyMatch(t -> !t.isClass() && t.sensitive()),
        wrapped,
        alternatives.stream().filter(Type::isClass).map(type -> written(name, type)).toList(),
        unions.interfacesOf(name),
        branches(leaves),
        schema.getDiscriminator() == null ? shapes(leaves) : List.of(),
        discriminator(name),
        shared(name),
        unions.listed(name));
  }

  /** Whether an alternative must be written with a different discriminator than elsewhere. */
  private Written written(String union, Type type) {
    String name = Objects.requireNonNull(type.schema());
    io.swagger.v3.oas.models.media.Discriminator discriminator =
        schemas.component(union).getDiscriminator();
    if (discriminator == null || !schemas.isObject(name)) {
      return new Written(type.java(), null);
    }
    String property = discriminator.getPropertyName();
    List<String> values = unions.discriminatorValues(union, name);
    List<String> everywhere = unions.discriminatorValues(name).get(property);
    if (values.isEmpty() || everywhere == null || !everywhere.isEmpty()) {
      return new Written(type.java(), null);
    }
    ObjectViews.Member member =
        objects.members(name).stream()
            .filter(m -> m.jsonName().equals(property))
            .findFirst()
            .orElseThrow();
    List<Code> allowed =
        values.stream()
            .map(value -> objects.value(member.type(), value))
            .filter(Objects::nonNull)
            .toList();
    if (allowed.isEmpty()) {
      return new Written(type.java(), null);
    }
    Code field = Code.name(member.name());
    List<Code> others =
        allowed.stream().map(v -> Code.of("!%s.equals(alternative.%s)", v, field)).toList();
    return new Written(type.java(), new Forced(field, Code.join(" && ", others), allowed.get(0)));
  }

  /** The properties that all alternatives share, as the first has them. */
  private List<Property> shared(String union) {
    Set<String> shared = objects.shared(union);
    if (shared.isEmpty()) {
      return List.of();
    }
    List<List<Property>> alternatives =
        unions.objects(union).stream().map(name -> objects.view(name).properties()).toList();
    return alternatives.get(0).stream()
        .filter(property -> shared.contains(property.jsonName()))
        .map(
            property ->
                property.ofUnion(
                    alternatives.stream()
                            .flatMap(List::stream)
                            .allMatch(other -> alike(property, other))
                        ? property.javadoc()
                        : Javadoc.of(generalDescription(union, property)),
                    unions.with(union).stream()
                        .anyMatch(above -> objects.shared(above).contains(property.jsonName()))))
        .toList();
  }

  /** Whether the other is a different property or has the same description. */
  private static boolean alike(Property one, Property other) {
    return !one.jsonName().equals(other.jsonName()) || one.javadoc().equals(other.javadoc());
  }

  /** A description that fits every alternative, if each describes the property differently. */
  private String generalDescription(String union, Property property) {
    Schema<?> schema = schemas.component(union);
    if (!schema.getDiscriminator().getPropertyName().equals(property.jsonName())) {
      return schemas.description(new Schema<>(), property.jsonName());
    }
    String values =
        unions.targets(union).keySet().stream().map(Javadoc::span).collect(joining(", "));
    return "Which alternative this is: " + values + ", or an unknown value.";
  }

  private List<Branch> branches(List<Leaf> leaves) {
    List<Branch> branches = new ArrayList<>();
    for (Token token : Token.values()) {
      List<Leaf> fitting =
          leaves.stream()
              .filter(l -> l.type().token() == token)
              .filter(l -> token != Token.BEGIN_OBJECT || !l.type().isClass())
              // Known enum values first, then formats, then any string.
              .sorted(Comparator.comparingInt(l -> l.type().strictness()))
              .toList();
      boolean object =
          token == Token.BEGIN_OBJECT
              && leaves.stream().anyMatch(l -> l.type().token() == token && l.type().isClass());
      if (fitting.isEmpty() && !object) {
        continue;
      }
      List<Candidate> candidates = new ArrayList<>();
      List<Leaf> deep = fitting.stream().filter(leaf -> isDeep(leaf.type())).toList();
      if (deep.size() > 1) {
        deep.forEach(leaf -> candidates.add(candidate(leaf, false, true)));
      }
      boolean total = false;
      for (Leaf leaf : fitting) {
        boolean direct = fitsAll(leaf.type()) && leaf.equals(fitting.get(fitting.size() - 1));
        candidates.add(candidate(leaf, direct, false));
        total |= direct;
      }
      branches.add(new Branch(Code.name(token.name()), object, candidates, total));
    }
    return branches;
  }

  private Candidate candidate(Leaf leaf, boolean direct, boolean strict) {
    return new Candidate(
        Code.name(Names.member(leaf.type().label() + "Value")),
        leaf.type(),
        leaf.record(),
        direct,
        leaf.type().isClass() && !direct,
        isDeep(leaf.type()),
        strict);
  }

  /** Whether a type takes every value that begins with its token. */
  private boolean fitsAll(Type type) {
    String name = type.schema();
    return type.isText()
        || type.is(Scalar.BOOLEAN)
        || (name != null && types.ofEnumValues(name).isText());
  }

  private boolean isDeep(Type type) {
    return type.parts().map(Type::schema).anyMatch(name -> name != null && !schemas.isEnum(name));
  }

  private List<Code> shapes(List<Leaf> leaves) {
    List<Type> classes =
        leaves.stream()
            .map(Leaf::type)
            .filter(type -> type.schema() != null && !schemas.isEnum(type.schema()))
            .toList();
    return classes.stream().map(type -> shape(type, classes)).toList();
  }

  /** What distinguishes an object from others, as the arguments of a constructor. */
  private Code shape(Type type, List<Type> all) {
    String name = Objects.requireNonNull(type.schema());
    if (schemas.isUnion(name)) {
      Set<Code> known = new LinkedHashSet<>();
      for (String object : unions.objects(name)) {
        objects.members(object).forEach(member -> known.add(Code.literal(member.jsonName())));
      }
      String property = schemas.component(name).getDiscriminator().getPropertyName();
      return Code.of(
          "%s, Set.of(%s), List.of(%s), Map.of()",
          type.adapter(), Code.literal(property), Code.join(", ", known));
    }
    List<Code> required = new ArrayList<>();
    List<Code> fixed = new ArrayList<>();
    for (ObjectViews.Member member : objects.members(name)) {
      if (member.required()) {
        required.add(Code.literal(member.jsonName()));
      }
      Set<String> values = schemas.values(member.schema());
      if (isTelling(values, member.jsonName(), name, all)) {
        fixed.add(
            Code.of(
                "Map.entry(%s, Set.of(%s))",
                Code.literal(member.jsonName()),
                Code.join(", ", values.stream().map(Code::literal).toList())));
      }
    }
    return Code.of(
        "%s, Set.of(%s), %sJsonAdapter.NAMES.strings(), Map.%s(%s)",
        type.adapter(),
        Code.join(", ", required),
        type.java(),
        fixed.isEmpty() ? Code.of("of") : Code.of("ofEntries"),
        Code.join(", ", fixed));
  }

  /**
   * Whether the values of a property identify an alternative: one, or values that no other allows.
   */
  private boolean isTelling(Set<String> values, String property, String name, List<Type> all) {
    if (values.size() < 2) {
      return !values.isEmpty();
    }
    List<Set<String>> others =
        all.stream()
            .map(type -> Objects.requireNonNull(type.schema()))
            .filter(other -> !other.equals(name) && schemas.isObject(other))
            .flatMap(other -> objects.members(other).stream())
            .filter(member -> member.jsonName().equals(property))
            .map(member -> schemas.values(member.schema()))
            .toList();
    return !others.isEmpty()
        && others.stream()
            .noneMatch(other -> other.isEmpty() || !Collections.disjoint(values, other));
  }

  /** The classes that alternatives are tried of, or that those contain. */
  Set<String> tried() {
    Set<String> found = new HashSet<>();
    Deque<Type> left = new ArrayDeque<>();
    for (String name : schemas.names()) {
      if (schemas.isUnion(name) && tries(name)) {
        left.addAll(unions.of(name));
      }
    }
    while (!left.isEmpty()) {
      left.pop()
          .parts()
          .map(Type::schema)
          .filter(Objects::nonNull)
          .filter(found::add)
          .forEach(
              name -> {
                if (schemas.isUnion(name)) {
                  left.addAll(unions.of(name));
                } else if (schemas.isObject(name)) {
                  objects.members(name).forEach(member -> left.push(member.type()));
                  Type additional = types.ofAdditional(schemas.component(name), name);
                  if (additional != null) {
                    left.push(additional);
                  }
                }
              });
    }
    return found;
  }

  private boolean tries(String union) {
    boolean dispatches = schemas.component(union).getDiscriminator() != null;
    return unions.leaves(union).stream()
        .anyMatch(leaf -> isDeep(leaf.type()) && !(dispatches && leaf.type().isClass()));
  }

  private @Nullable Discriminator discriminator(String union) {
    Schema<?> schema = schemas.component(union);
    if (schema.getDiscriminator() == null) {
      return null;
    }
    String property = schema.getDiscriminator().getPropertyName();
    boolean text =
        unions.objects(union).stream()
            .flatMap(name -> objects.members(name).stream())
            .filter(member -> member.jsonName().equals(property))
            .allMatch(member -> member.type().token() == Token.STRING);
    return new Discriminator(
        Code.literal(property),
        text,
        unions.targets(union).entrySet().stream()
            .map(e -> new Mapped(Code.literal(e.getKey()), e.getValue().adapter()))
            .toList());
  }
}
