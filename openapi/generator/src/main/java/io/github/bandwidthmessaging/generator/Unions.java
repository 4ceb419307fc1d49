package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.Schemas.Kind;
import io.github.bandwidthmessaging.generator.Type.Container;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which schemas are alternatives of which unions. */
@SuppressWarnings("rawtypes") // swagger-models declares alternatives raw
final class Unions {

  /**
   * An alternative that is not divided any further within a union.
   *
   * @param record the record that wraps it, null for a class of ours
   */
  record Leaf(Type type, @Nullable Code record) {}

  private final Schemas schemas;
  private final TypeMapper types;

  private final Map<String, List<Type>> alternatives = new LinkedHashMap<>();

  /** The unions that each class belongs to. */
  private final Map<String, List<String>> unions = new LinkedHashMap<>();

  /** The alternatives by the values of each union's discriminator. */
  private final Map<String, Map<String, String>> targets = new HashMap<>();

  private final Map<String, Map<String, List<String>>> discriminatorValues = new HashMap<>();

  /** The only values of properties, by class and name. */
  private final Map<List<String>, Set<String>> values = new HashMap<>();

  Unions(Schemas schemas, TypeMapper types) {
    this.schemas = schemas;
    this.types = types;
    for (String union : schemas.names()) {
      if (schemas.isUnion(union)) {
        alternatives.put(union, alternatives(union));
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

  /** The unions that a class belongs to, and those that they belong to. */
  Set<String> above(String name) {
    Set<String> above = new LinkedHashSet<>();
    for (String union : with(name)) {
      if (above.add(union)) {
        above.addAll(above(union));
      }
    }
    return above;
  }

  /** The classes of objects that a union leads to. */
  List<String> objects(String union) {
    return of(union).stream()
        .map(Type::schema)
        .filter(Objects::nonNull)
        .flatMap(
            name ->
                schemas.isUnion(name)
                    ? objects(name).stream()
                    : schemas.isObject(name) ? Stream.of(name) : Stream.of())
        .distinct()
        .toList();
  }

  /**
   * The alternatives that the values of a union's discriminator mean, by value.
   *
   * <p>They come from the mapping, otherwise from the only values that an alternative allows, if no
   * other allows them, otherwise from its name. An alternative that is a union may have values of
   * its own.
   */
  Map<String, Type> targets(String union) {
    Map<String, Type> found = new LinkedHashMap<>();
    names(union).forEach((value, name) -> found.put(value, types.ofComponent(name)));
    return found;
  }

  private Map<String, String> names(String union) {
    Map<String, String> known = targets.get(union);
    if (known == null) {
      known = new LinkedHashMap<>();
      Discriminator discriminator = schemas.component(union).getDiscriminator();
      Map<String, String> mapping = schemas.mapping(discriminator);
      collect(union, discriminator.getPropertyName(), mapping, known);
      targets.put(union, known);
    }
    return known;
  }

  private void collect(
      String union, String property, Map<String, String> mapping, Map<String, String> found) {
    for (Type alternative : of(union)) {
      String name = alternative.schema();
      if (name == null || schemas.isEnum(name)) {
        continue;
      }
      Discriminator own = schemas.component(name).getDiscriminator();
      List<String> mapped = keys(mapping, name);
      if (!mapped.isEmpty()) {
        mapped.forEach(value -> found.put(value, name));
      } else if (schemas.isUnion(name) && own == null) {
        collect(name, property, mapping, found);
      } else if (schemas.isUnion(name) && own.getPropertyName().equals(property)) {
        names(name).forEach(found::putIfAbsent);
      } else {
        implied(union, property, name).forEach(value -> found.putIfAbsent(value, name));
      }
    }
  }

  private Collection<String> implied(String union, String property, String name) {
    Set<String> values = values(name, property);
    boolean others =
        of(union).stream()
            .map(Type::schema)
            .filter(other -> other != null && !other.equals(name))
            .anyMatch(other -> !Collections.disjoint(values, values(other, property)));
    return values.isEmpty() || others ? List.of(name) : values;
  }

  /** The only values that a property of an object, or of all objects of a union, can have. */
  private Set<String> values(String name, String property) {
    return values.computeIfAbsent(List.of(name, property), k -> findValues(name, property));
  }

  private Set<String> findValues(String name, String property) {
    Set<String> values = new LinkedHashSet<>();
    for (String object : schemas.isUnion(name) ? objects(name) : List.of(name)) {
      Schema<?> schema =
          schemas.properties(schemas.component(object), object, new HashSet<>()).get(property);
      Set<String> its = schema == null ? Set.of() : schemas.values(schema);
      if (its.isEmpty()) {
        return Set.of();
      }
      values.addAll(its);
    }
    return values;
  }

  private static List<String> keys(Map<String, String> map, String value) {
    return map.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The values by which discriminators know a class, by property. There are none if the class has
   * to have another value in each of several unions.
   */
  Map<String, List<String>> discriminatorValues(String name) {
    return discriminatorValues.computeIfAbsent(name, this::findDiscriminatorValues);
  }

  private Map<String, List<String>> findDiscriminatorValues(String name) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String union : above(name)) {
      Discriminator discriminator = schemas.component(union).getDiscriminator();
      if (discriminator != null) {
        List<String> values = discriminatorValues(union, name);
        found.merge(
            discriminator.getPropertyName(),
            values,
            (some, others) -> some.stream().filter(others::contains).toList());
      }
    }
    return found;
  }

  /** The values of a union's discriminator that mean a class, or a union that it belongs to. */
  List<String> discriminatorValues(String union, String name) {
    List<String> own = keys(names(union), name);
    if (!own.isEmpty()) {
      return own;
    }
    Set<String> above = above(name);
    return names(union).entrySet().stream()
        .filter(entry -> above.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The class of an alternative: its own, or the record that wraps it. */
  Code javaOf(String union, Type type) {
    return type.isClass()
        ? type.java()
        : Code.name(schemas.className(union) + "." + wrapper(union, type));
  }

  /** The record for an alternative without a generated class. */
  String wrapper(String union, Type type) {
    Type one = listed(union);
    if (one != null && type.sameJavaAs(one)) {
      return "One";
    }
    if (one != null && type.sameJavaAs(listOf(one))) {
      return "Several";
    }
    String name = "Of" + type.label();
    return schemas.isClassName(name) ? name + "_" : name;
  }

  /**
   * T, where the first two alternatives are T and List of T; null otherwise. The order lets others
   * be added. A generated class is not such a T, as its names are its own, nor is a list, as Java
   * would not tell it from the other.
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

  private List<Type> alternatives(String union) {
    List<Type> found = new ArrayList<>();
    List<Schema> declared = Schemas.alternativeSchemas(schemas.component(union));
    if (declared.isEmpty()) {
      Set<String> children = new LinkedHashSet<>(schemas.children(union));
      // One that extends a union in between can have a value of its own.
      schemas.mapping(schemas.component(union).getDiscriminator()).values().stream()
          .filter(name -> schemas.isExtended(union, name))
          .forEach(children::add);
      children.forEach(child -> found.add(types.ofComponent(child)));
    }
    for (Schema<?> alternative : declared) {
      Type type = types.of(alternative, union);
      // A value of any type is read and written as the unknown alternative.
      if (type.isAny()) {
        continue;
      }
      int known = found.stream().map(Type::label).toList().indexOf(type.label());
      if (known < 0) {
        found.add(type);
      } else if (type.holdsNulls()) {
        found.set(known, type); // Lists with and without null would be one class.
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
