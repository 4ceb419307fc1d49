package io.github.bandwidthmessaging.generator;

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
        wrapped.add(new Wrapped(Unions.wrapper(type), type, erasures.add(type.erasure())));
      }
    }
    List<Leaf> leaves = unions.leaves(name);
    return new UnionView(
        schemas.className(name),
        Javadoc.of(schemas.description(schema, name)),
        schemas.isSensitive(schema)
            || alternatives.stream().anyMatch(t -> !t.isClass() && t.sensitive()),
        wrapped,
        alternatives.stream().filter(Type::isClass).map(Type::java).toList(),
        unions.interfacesOf(name),
        branches(leaves),
        schema.getDiscriminator() == null ? shapes(leaves) : List.of(),
        discriminator(schema, leaves),
        shared(name));
  }

  /** As the first alternative describes them. */
  private List<Property> shared(String union) {
    Set<String> shared = objects.shared(union);
    if (shared.isEmpty()) {
      return List.of();
    }
    String first = Objects.requireNonNull(unions.of(union).get(0).schema());
    return objects.view(first).properties().stream()
        .filter(property -> shared.contains(property.jsonName()))
        .toList();
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
            new Candidate(candidates.size(), leaf.type(), leaf.record(), direct, open && !direct));
        total |= direct;
      }
      branches.add(new Branch(token.name(), object, candidates, total));
    }
    return branches;
  }

  private List<Shape> shapes(List<Leaf> leaves) {
    List<Shape> shapes = new ArrayList<>();
    for (Leaf leaf : leaves) {
      String name = leaf.type().schema();
      if (name != null && !schemas.isEnum(name)) {
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
    if (schemas.isUnion(name)) {
      for (Leaf leaf : unions.leaves(name)) {
        if (leaf.type().schema() != null) {
          names(leaf.type().schema(), new HashSet<>(), known);
        }
      }
      required.add(Literal.of(schemas.component(name).getDiscriminator().getPropertyName()));
      return;
    }
    for (ObjectViews.Member member : objects.members(name)) {
      known.add(Literal.of(member.jsonName()));
      if (member.required()) {
        required.add(Literal.of(member.jsonName()));
      }
    }
  }

  private @Nullable Discriminator discriminator(Schema<?> schema, List<Leaf> leaves) {
    if (schema.getDiscriminator() == null) {
      return null;
    }
    Map<String, String> mapped = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      String name = leaf.type().schema();
      if (name != null && schemas.isObject(name)) {
        Unions.discriminatorValues(schema, name)
            .forEach(value -> mapped.put(Literal.of(value), leaf.type().adapter()));
      }
    }
    return new Discriminator(
        Literal.of(schema.getDiscriminator().getPropertyName()),
        mapped.entrySet().stream().map(e -> new Mapped(e.getKey(), e.getValue())).toList());
  }
}
