package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.ModelView.AtLeastOne;
import io.github.bandwidthmessaging.generator.ModelView.Listing;
import io.github.bandwidthmessaging.generator.ModelView.ObjectView;
import io.github.bandwidthmessaging.generator.ModelView.Property;
import io.github.bandwidthmessaging.generator.ModelView.Wither;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the views of objects for the templates. */
@SuppressWarnings("rawtypes") // swagger-models declares alternatives raw
final class ObjectViews {

  /**
   * A property, before the names it shares with others are known.
   *
   * @param name what it is called in Java
   * @param preset the expression for the value that discriminators expect of it, null if none do
   */
  record Member(
      String jsonName,
      String name,
      Schema<?> schema,
      Type type,
      boolean required,
      @Nullable Code preset) {}

  private final Schemas schemas;
  private final TypeMapper types;
  private final Unions unions;
  private final Set<String> sent;
  private final Map<String, ObjectView> views = new HashMap<>();
  private final Map<String, List<Member>> members = new HashMap<>();
  private final Map<String, Set<String>> shared = new HashMap<>();

  /**
   * @param sent the schemas that request bodies lead to
   */
  ObjectViews(Schemas schemas, TypeMapper types, Unions unions, Set<String> sent) {
    this.schemas = schemas;
    this.types = types;
    this.unions = unions;
    this.sent = sent;
  }

  ObjectView view(String name) {
    return views.computeIfAbsent(name, this::findView);
  }

  private ObjectView findView(String name) {
    Schema<?> schema = schemas.component(name);
    List<Member> declared = members(name);
    Schemas.refuseMoreThan(3000, name, declared.size(), "properties");
    Map<String, Property> properties = new LinkedHashMap<>();
    List<Property> required = new ArrayList<>();
    List<Wither> withers = new ArrayList<>();
    for (Member member : declared) {
      boolean readOnly = schemas.isReadOnly(member.schema());
      boolean nullable = schemas.isNullable(member.schema());
      Property property =
          new Property(
              member.jsonName(),
              Code.name(member.name()),
              properties.size(),
              properties.size() == declared.size() - 1,
              member.type(),
              member.required() && !(readOnly && nullable), // A request has no null for it.
              nullable,
              Boolean.TRUE.equals(member.schema().getDeprecated()),
              unions.with(name).stream().anyMatch(u -> shared(u).contains(member.jsonName())),
              Javadoc.of(schemas.description(member.schema(), member.jsonName())),
              member.preset(),
              listed(member.type()));
      properties.put(member.jsonName(), property);
      if (readOnly) {
        continue;
      }
      if (property.optional() && sent.contains(name)) {
        withers.add(new Wither(Code.name(Names.wither(member.name())), property, summary(member)));
      }
      if (!property.optional() && property.preset() == null) {
        required.add(property);
      }
    }
    return new ObjectView(
        Code.name(schemas.className(name)),
        Javadoc.of(schemas.description(schema, name)),
        List.copyOf(properties.values()),
        listings(properties.values()),
        required,
        withers,
        atLeastOne(schema, properties),
        types.ofAdditional(schema, name),
        unions.interfacesOf(name));
  }

  /**
   * The properties of an object, with all that it extends, and with what discriminators ask for.
   */
  List<Member> members(String name) {
    return members.computeIfAbsent(name, this::findMembers);
  }

  /**
   * The properties that all alternatives of a union with a discriminator have, with the same type:
   * they are accessible without knowing which alternative it is.
   */
  Set<String> shared(String union) {
    Set<String> known = shared.get(union);
    if (known == null) {
      known = findShared(union);
      shared.put(union, known);
    }
    return known;
  }

  private List<Member> findMembers(String name) {
    Set<String> required = new LinkedHashSet<>();
    Map<String, Schema<?>> declared = schemas.properties(schemas.component(name), name, required);
    Map<String, List<String>> presets = unions.discriminatorValues(name);
    presets.keySet().forEach(p -> declared.putIfAbsent(p, new Schema<String>().type("string")));
    Map<String, String> names = Names.members(declared.keySet(), schemas.options()::property);
    List<Member> found = new ArrayList<>();
    declared.forEach(
        (jsonName, schema) -> {
          Type type = types.of(schema, name + "." + jsonName);
          List<String> values = presets.getOrDefault(jsonName, List.of());
          found.add(
              new Member(
                  jsonName,
                  Objects.requireNonNull(names.get(jsonName)),
                  schema,
                  type,
                  required.contains(jsonName),
                  values.isEmpty() ? null : value(type, values.get(0))));
        });
    return found;
  }

  private Set<String> findShared(String union) {
    if (schemas.component(union).getDiscriminator() == null) {
      return Set.of();
    }
    Map<String, String> common = new LinkedHashMap<>();
    boolean first = true;
    for (Type alternative : unions.of(union)) {
      if (alternative.schema() == null || schemas.isEnum(alternative.schema())) {
        return Set.of();
      }
      Map<String, String> accessors = accessors(alternative.schema());
      if (first) {
        common.putAll(accessors);
        first = false;
      }
      common.entrySet().removeIf(e -> !e.getValue().equals(accessors.get(e.getKey())));
    }
    return common.keySet();
  }

  /** The name and type of each accessor, by JSON name. */
  private Map<String, String> accessors(String name) {
    Map<String, String> accessors = new LinkedHashMap<>();
    if (schemas.isUnion(name)) {
      Set<String> shared = shared(name);
      if (!shared.isEmpty()) {
        accessors.putAll(accessors(Objects.requireNonNull(unions.of(name).get(0).schema())));
        accessors.keySet().retainAll(shared);
      }
      return accessors;
    }
    for (Member member : members(name)) {
      // The unknown alternative has an accessor of this name.
      if (!member.name().equals("json")) {
        accessors.put(member.jsonName(), member.type().java() + " " + member.name());
      }
    }
    return accessors;
  }

  private @Nullable Type listed(Type type) {
    String name = type.schema();
    return name != null && schemas.isUnion(name) ? unions.listed(name) : null;
  }

  /**
   * Methods named after the type of a property: none where a property has that name, or another one
   * the same type.
   */
  private static List<Listing> listings(Collection<Property> properties) {
    return properties.stream()
        .filter(property -> property.listed() != null)
        .filter(p -> properties.stream().filter(q -> q.type().sameJavaAs(p.type())).count() == 1)
        .map(property -> new Listing(Code.name(Names.member(property.type().label())), property))
        .filter(listing -> properties.stream().noneMatch(p -> p.name().equals(listing.method())))
        .toList();
  }

  /** The first sentence of a property's description, as a phrase. */
  private Javadoc summary(Member member) {
    String description = schemas.description(member.schema(), member.jsonName());
    String sentence = description.split("[.!?]\\s+(?=\\p{Lu})|[.!?]\\s*$|\n\\s*\n", 2)[0];
    boolean word = sentence.matches("(?s)\\p{Lu}(\\p{Ll}|\\s).*");
    return Javadoc.phrase(
        word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence);
  }

  /** The expression for a value of a type, by its text in JSON; null if there is none. */
  @Nullable Code value(Type type, String text) {
    String name = type.schema();
    if (name == null) {
      return type instanceof Type.Plain plain ? plain.scalar().literal(text) : null;
    }
    if (schemas.isEnum(name)) {
      Code value = value(types.ofEnumValues(name), text);
      return value == null ? null : Code.of("%s.of(%s)", type.java(), value);
    }
    return schemas.isUnion(name) ? valueOfUnion(name, text) : null;
  }

  private @Nullable Code valueOfUnion(String union, String text) {
    for (Type type : unions.of(union)) {
      String name = type.schema();
      if (name != null
          && (schemas.isUnion(name) || schemas.values(schemas.component(name)).contains(text))) {
        Code value = value(type, text);
        if (value != null) {
          return value;
        }
      }
    }
    for (Type type : unions.of(union)) {
      Code value = type.isClass() ? null : value(type, text);
      if (value != null) {
        return Code.of("new %s(%s)", unions.javaOf(union, type), value);
      }
    }
    return null;
  }

  /**
   * {@code anyOf: [{required: [a]}, {required: [b]}]}: at least one of the properties is required.
   */
  private static List<AtLeastOne> atLeastOne(Schema<?> schema, Map<String, Property> properties) {
    List<AtLeastOne> groups = new ArrayList<>();
    for (List<Schema> alternatives : Schemas.nonNull(schema.getAnyOf(), schema.getOneOf())) {
      List<Property> group = new ArrayList<>();
      for (Schema<?> alternative : alternatives) {
        List<String> names = alternative.getRequired();
        if (!Schemas.saysNothing(alternative) || names == null || names.size() != 1) {
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
}
