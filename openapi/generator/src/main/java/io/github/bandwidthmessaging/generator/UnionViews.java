package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.generator.ModelView.Branch;
import io.github.bandwidthmessaging.generator.ModelView.Candidate;
import io.github.bandwidthmessaging.generator.ModelView.Discriminator;
import io.github.bandwidthmessaging.generator.ModelView.Mapped;
import io.github.bandwidthmessaging.generator.ModelView.Property;
import io.github.bandwidthmessaging.generator.ModelView.Shape;
import io.github.bandwidthmessaging.generator.ModelView.UnionView;
import io.github.bandwidthmessaging.generator.ModelView.Wrapped;
import io.github.bandwidthmessaging.generator.Type.Token;
import io.github.bandwidthmessaging.generator.Unions.Leaf;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the templates read of unions. */
final class UnionViews {
  /** The values of the records that have some, as expressions. */
  private static final Map<String, Code> VALUES =
      Map.of("One", Code.of("List.of(value)"), "Several", Code.of("value"));

  private final Schemas schemas;
  private final Unions unions;
  private final ObjectViews objects;

  UnionViews(Schemas schemas, Unions unions, ObjectViews objects) {
    this.schemas = schemas;
    this.unions = unions;
    this.objects = objects;
  }

  UnionView view(String name) {
    Schema<?> schema = schemas.component(name);
    List<Type> alternatives = unions.of(name);
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
        alternatives.stream().filter(Type::isClass).map(Type::java).toList(),
        unions.interfacesOf(name),
        branches(leaves),
        schema.getDiscriminator() == null ? shapes(leaves) : List.of(),
        discriminator(schema, leaves),
        shared(name),
        unions.listed(name));
  }

  /** The properties that all alternatives share, as the first has them. */
  private List<Property> shared(String union) {
    Set<String> shared = objects.shared(union);
    if (shared.isEmpty()) {
      return List.of();
    }
    List<List<Property>> alternatives =
        unions.of(union).stream()
            .map(type -> objects.view(Objects.requireNonNull(type.schema())).properties())
            .toList();
    return alternatives.get(0).stream()
        .filter(property -> shared.contains(property.jsonName()))
        .map(
            property ->
                alternatives.stream()
                        .flatMap(List::stream)
                        .allMatch(other -> alike(property, other))
                    ? property
                    : property.withJavadoc(Javadoc.of(generalDescription(union, property))))
        .toList();
  }

  /** Whether the other is another property, or is described in the same way. */
  private static boolean alike(Property one, Property other) {
    return !one.jsonName().equals(other.jsonName()) || one.javadoc().equals(other.javadoc());
  }

  /** What is true of a property in every alternative, where each describes it in its own way. */
  private String generalDescription(String union, Property property) {
    Schema<?> schema = schemas.component(union);
    if (!schema.getDiscriminator().getPropertyName().equals(property.jsonName())) {
      return schemas.description(new Schema<>(), property.jsonName());
    }
    String values =
        unions.of(union).stream()
            .map(type -> Objects.requireNonNull(type.schema()))
            .flatMap(name -> Unions.discriminatorValues(schema, name).stream())
            .map(Javadoc::span)
            .collect(joining(", "));
    return "Which alternative this is: " + values + ", or a value that the document does not name.";
  }

  private static List<Branch> branches(List<Leaf> leaves) {
    List<Branch> branches = new ArrayList<>();
    for (Token token : Token.values()) {
      List<Leaf> fitting =
          leaves.stream()
              .filter(l -> l.type().token() == token)
              .filter(l -> token != Token.BEGIN_OBJECT || !l.type().isClass())
              // Known enum values first, then formats, then any text.
              .sorted(Comparator.comparingInt(l -> l.type().strictness()))
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
        boolean direct = last && (leaf.type().isText() || open || leaf.type().is(Scalar.BOOLEAN));
        candidates.add(
            new Candidate(
                Code.name(Names.member(leaf.type().label() + "Value")),
                leaf.type(),
                leaf.record(),
                direct,
                open && !direct));
        total |= direct;
      }
      branches.add(new Branch(Code.name(token.name()), object, candidates, total));
    }
    return branches;
  }

  private List<Shape> shapes(List<Leaf> leaves) {
    List<Shape> shapes = new ArrayList<>();
    for (Leaf leaf : leaves) {
      String name = leaf.type().schema();
      if (name != null && !schemas.isEnum(name)) {
        Set<Code> required = new LinkedHashSet<>();
        Set<Code> known = new LinkedHashSet<>();
        names(name, required, known);
        shapes.add(
            new Shape(
                leaf.type().label(),
                leaf.type().adapter(),
                List.copyOf(required),
                List.copyOf(known)));
      }
    }
    return shapes;
  }

  /**
   * Collects, as literals, the names of the properties that an object has; a discriminator is
   * required.
   */
  private void names(String name, Set<Code> required, Set<Code> known) {
    if (schemas.isUnion(name)) {
      for (Leaf leaf : unions.leaves(name)) {
        if (leaf.type().schema() != null) {
          names(leaf.type().schema(), new HashSet<>(), known);
        }
      }
      required.add(Code.literal(schemas.component(name).getDiscriminator().getPropertyName()));
      return;
    }
    for (ObjectViews.Member member : objects.members(name)) {
      known.add(Code.literal(member.jsonName()));
      if (member.required()) {
        required.add(Code.literal(member.jsonName()));
      }
    }
  }

  private @Nullable Discriminator discriminator(Schema<?> schema, List<Leaf> leaves) {
    if (schema.getDiscriminator() == null) {
      return null;
    }
    Map<Code, Code> mapped = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      String name = leaf.type().schema();
      if (name != null && schemas.isObject(name)) {
        Unions.discriminatorValues(schema, name)
            .forEach(value -> mapped.put(Code.literal(value), leaf.type().adapter()));
      }
    }
    return new Discriminator(
        Code.literal(schema.getDiscriminator().getPropertyName()),
        mapped.entrySet().stream().map(e -> new Mapped(e.getKey(), e.getValue())).toList());
  }
}
