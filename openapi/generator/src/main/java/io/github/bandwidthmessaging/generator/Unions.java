package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.Schemas.Kind;
import io.github.bandwidthmessaging.generator.Type.Container;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which schemas are alternatives of which. */
@SuppressWarnings("rawtypes") // swagger-models declares alternatives raw
final class Unions {

  /**
   * An alternative that is not told apart any further within a union.
   *
   * @param record the record that wraps it, null for a class of ours
   */
  record Leaf(Type type, @Nullable Code record) {}

  private final Schemas schemas;

  private final Map<String, List<Type>> alternatives = new LinkedHashMap<>();

  /** The unions that each class belongs to. */
  private final Map<String, List<String>> unions = new LinkedHashMap<>();

  Unions(Schemas schemas, TypeMapper types) {
    this.schemas = schemas;
    for (String union : schemas.names()) {
      if (schemas.isUnion(union)) {
        alternatives.put(union, alternatives(union, types));
        for (Type alternative : of(union)) {
          if (alternative.schema() != null) {
            unions.computeIfAbsent(alternative.schema(), k -> new ArrayList<>()).add(union);
          }
        }
      }
    }
    alternatives.keySet().forEach(union -> refuseCycle(union, new LinkedHashSet<>()));
  }

  /** The types of a union's alternatives. */
  List<Type> of(String union) {
    return Objects.requireNonNull(alternatives.get(union), union);
  }

  /** The unions that a class belongs to. */
  List<String> with(String name) {
    return unions.getOrDefault(name, List.of());
  }

  /** The interfaces of the unions that a class belongs to. */
  List<Code> interfacesOf(String name) {
    return with(name).stream().map(schemas::className).map(Code::name).toList();
  }

  List<Leaf> leaves(String union) {
    List<Leaf> leaves = new ArrayList<>();
    for (Type type : of(union)) {
      String name = type.schema();
      // A union with a discriminator finds its own alternative.
      if (name != null
          && schemas.isUnion(name)
          && schemas.component(name).getDiscriminator() == null) {
        leaves.addAll(leaves(name));
      } else {
        leaves.add(new Leaf(type, type.isClass() ? null : javaOf(union, type)));
      }
    }
    return leaves;
  }

  /** The values that discriminators expect of an alternative, as literals by property. */
  Map<String, Code> discriminatorValues(String name) {
    Map<String, Code> values = new LinkedHashMap<>();
    for (String union : with(name)) {
      Schema<?> schema = schemas.component(union);
      if (schema.getDiscriminator() != null) {
        values.put(
            schema.getDiscriminator().getPropertyName(),
            Code.literal(discriminatorValues(schema, name).get(0)));
      }
    }
    return values;
  }

  /** The values of a union's discriminator that mean an alternative: its name if no other is. */
  static List<String> discriminatorValues(Schema<?> union, String name) {
    Map<String, String> mapping = union.getDiscriminator().getMapping();
    List<String> values =
        mapping == null
            ? List.of()
            : mapping.entrySet().stream()
                .filter(entry -> Schemas.mappedName(entry.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .toList();
    return values.isEmpty() ? List.of(name) : values;
  }

  /** The class of an alternative: its own, or the record that wraps it. */
  Code javaOf(String union, Type type) {
    return type.isClass()
        ? type.java()
        : Code.name(schemas.className(union) + "." + wrapper(union, type));
  }

  /** The record for an alternative that is no class of ours. */
  String wrapper(String union, Type type) {
    Type one = listed(union);
    if (one != null && type.sameJavaAs(one)) {
      return "One";
    }
    return one != null && type.sameJavaAs(listOf(one)) ? "Several" : "Of" + type.label();
  }

  /**
   * T, where the first two alternatives are T and List of T; null otherwise. The order lets others
   * be added. A class of ours is no such T, as its names are its own, nor is a list, as Java would
   * not tell it from the other.
   */
  @Nullable Type listed(String union) {
    List<Type> types = of(union);
    List<Type> firstTwo = types.subList(0, Math.min(2, types.size()));
    for (Type one : firstTwo) {
      if (!one.isClass()
          && !one.erasure().equals("List")
          && firstTwo.stream().anyMatch(listOf(one)::sameJavaAs)
          && types.stream().noneMatch(this::hasValues)) {
        return one;
      }
    }
    return null;
  }

  private static Type listOf(Type type) {
    return new Container(Container.Shape.LIST, type, false);
  }

  /** Whether a class has, or may have, a method of the name that lists a union's values. */
  private boolean hasValues(Type type) {
    String name = type.schema();
    return name != null
        && (schemas.isUnion(name)
            || (schemas.isObject(name)
                && Names.members(
                        schemas.properties(schemas.component(name), name, new HashSet<>()).keySet(),
                        schemas.options()::property)
                    .containsValue("values")));
  }

  private List<Type> alternatives(String union, TypeMapper types) {
    List<Type> found = new ArrayList<>();
    List<Schema> declared = Schemas.alternativeSchemas(schemas.component(union));
    if (declared.isEmpty()) {
      schemas.children(union).forEach(child -> found.add(types.ofComponent(child)));
    }
    for (Schema<?> alternative : declared) {
      Type type = types.of(alternative, union);
      // What may be anything is read and written as the unknown alternative.
      if (!type.isAny() && found.stream().noneMatch(type::sameJavaAs)) {
        found.add(type);
      }
    }
    return found;
  }

  private void refuseCycle(String name, Set<String> path) {
    if (!path.add(name)) {
      throw Schemas.inexpressible(
          name, "it is an alternative of itself: " + String.join(" -> ", path));
    }
    for (Type alternative : of(name)) {
      if (alternative.schema() != null && schemas.kind(alternative.schema()) == Kind.UNION) {
        refuseCycle(alternative.schema(), path);
      }
    }
    path.remove(name);
  }
}
