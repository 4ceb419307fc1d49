package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.Schemas.Kind;
import io.github.bandwidthmessaging.generator.Type.Container;
import io.github.bandwidthmessaging.generator.Type.Container.Shape;
import io.github.bandwidthmessaging.generator.Type.Generated;
import io.github.bandwidthmessaging.generator.Type.Mapped;
import io.github.bandwidthmessaging.generator.Type.Token;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the Java type of a schema. */
@SuppressWarnings("rawtypes") // swagger-models declares alternatives raw
final class TypeMapper {
  /**
   * Marks the schema of a part that the caller creates; no document has an extension of this name.
   */
  static final String PART = "part";

  private final Schemas schemas;
  private final Deque<String> aliases = new ArrayDeque<>();

  /** Rejects what cannot be expressed, used or not, before the first file is written. */
  TypeMapper(Schemas schemas) {
    this.schemas = schemas;
    schemas.names().forEach(this::ofComponent);
  }

  /** The Java type of a schema; {@code where} names the place in messages. */
  Type of(@Nullable Schema<?> schema, String where) {
    return schema == null
        ? Type.any()
        : unmarked(schema, where).markedSensitive(schemas.isSensitive(schema));
  }

  Type ofComponent(String name) {
    Schema<?> target = schemas.component(name);
    String mapped = schemas.options().schema(name);
    if (mapped != null) {
      return new Mapped(mapped, token(Schemas.jsonType(target)), schemas.isSensitive(target));
    }
    if (schemas.kind(name) != Kind.ALIAS) {
      Token token =
          schemas.isEnum(name)
              ? Objects.requireNonNull(ofEnumValues(name).token())
              : Token.BEGIN_OBJECT;
      return new Generated(
          Code.name(schemas.className(name)), token, name, schemas.isSensitive(target));
    }
    if (aliases.contains(name)) {
      List<String> path = new ArrayList<>(aliases);
      Collections.reverse(path);
      path.add(name);
      path = path.subList(path.indexOf(name), path.size());
      throw Schemas.inexpressible(
          name, "it refers to itself, " + String.join(" -> ", path) + ", with no class between");
    }
    aliases.push(name);
    try {
      return of(target, name);
    } finally {
      aliases.pop();
    }
  }

  /** The type of the values of an enum. */
  Type ofEnumValues(String name) {
    Schema<?> schema = schemas.component(name);
    if (!Schemas.jsonType(schema).equals("integer")) {
      return Type.text();
    }
    Type declared =
        schema.getFormat() == null ? Type.of(Scalar.INTEGER) : ofInteger(schema.getFormat());
    int bits =
        Schemas.enumValues(schema).stream()
            .mapToInt(value -> new BigInteger(Schemas.text(value)).bitLength())
            .max()
            .orElse(0);
    Scalar needed = bits < 32 ? Scalar.INTEGER : bits < 64 ? Scalar.LONG : Scalar.BIG_INTEGER;
    // A value that does not fit the format must not be lost.
    return needed.strictness() > declared.strictness() ? Type.of(needed) : declared;
  }

  /** The type of the properties that an object does not declare, null if it allows none. */
  @Nullable Type ofAdditional(Schema<?> schema, String where) {
    Object additional = schema.getAdditionalProperties();
    if (Boolean.FALSE.equals(additional)) {
      return null;
    }
    return additional instanceof Schema<?> values ? of(values, where + ".*") : Type.any();
  }

  private Type unmarked(Schema<?> schema, String where) {
    String ref = schema.get$ref();
    if (ref != null) {
      return ofComponent(Schemas.refName(ref, where));
    }
    if (schema.getAllOf() != null && !schema.getAllOf().isEmpty()) {
      return merged(schema.getAllOf(), where);
    }
    List<Schema> alternatives = Schemas.alternativeSchemas(schema);
    if (alternatives.size() == 1) {
      return of(alternatives.get(0), where);
    }
    if (!alternatives.isEmpty()) {
      return common(alternatives.stream().map(a -> of(a, where)).toList());
    }
    if (Styles.isMarked(schema.getExtensions(), PART)) {
      // OkHttp parts have no useful {@code toString()}.
      return Type.of(Scalar.PART).masked();
    }
    String format = Objects.toString(schema.getFormat(), "");
    Type wanted = schemas.options().type(Schemas.jsonType(schema), format);
    if (wanted != null) {
      return wanted;
    }
    return switch (Schemas.jsonType(schema)) {
      case "string" -> ofString(format);
      case "integer" -> ofInteger(format);
      // For any format: an object that is read, changed and written back keeps its digits.
      case "number" -> Type.of(Scalar.BIG_DECIMAL);
      case "boolean" -> Type.of(Scalar.BOOLEAN);
      case "array" -> {
        Schema<?> items = schema.getItems();
        Shape shape = Boolean.TRUE.equals(schema.getUniqueItems()) ? Shape.SET : Shape.LIST;
        yield container(shape, of(items, where + "[]"), items);
      }
      case "object" -> {
        if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
          throw Schemas.inexpressible(
              where, "an object with properties needs a name under components/schemas");
        }
        Type values = Objects.requireNonNullElse(ofAdditional(schema, where), Type.any());
        yield container(
            Shape.MAP,
            values,
            schema.getAdditionalProperties() instanceof Schema<?> additional ? additional : null);
      }
      case "", "null" -> Type.any();
      default ->
          throw Schemas.inexpressible(
              where,
              "it has the type " + Schemas.jsonType(schema) + ", which does not exist in OpenAPI");
    };
  }

  private static @Nullable Token token(String jsonType) {
    return switch (jsonType) {
      case "string" -> Token.STRING;
      case "integer", "number" -> Token.NUMBER;
      case "boolean" -> Token.BOOLEAN;
      case "array" -> Token.BEGIN_ARRAY;
      case "object" -> Token.BEGIN_OBJECT;
      default -> null;
    };
  }

  private Type container(Shape shape, Type items, @Nullable Schema<?> schema) {
    return new Container(
        shape, items, schema != null && !items.isAny() && schemas.isNullable(schema));
  }

  private static Type ofString(String format) {
    return switch (format) {
      case "date" -> Type.of(Scalar.DATE);
      case "date-time" -> Type.of(Scalar.DATE_TIME);
      case "uri" -> Type.of(Scalar.LINK);
      case "uuid" -> Type.of(Scalar.ID);
      case "byte" -> Type.of(Scalar.BASE64);
      case "password" -> Type.text().masked();
      default -> Type.text();
    };
  }

  private static Type ofInteger(String format) {
    return switch (format) {
      case "int32" -> Type.of(Scalar.INTEGER);
      case "int64" -> Type.of(Scalar.LONG);
      default -> Type.of(Scalar.BIG_INTEGER);
    };
  }

  /** The type of an {@code allOf} that has no class: its parts agree, or only one says anything. */
  private Type merged(List<Schema> parts, String where) {
    Type result = Type.any();
    for (Schema<?> part : parts) {
      Type type = of(part, where);
      if (type.isAny()) {
        continue;
      }
      Type stricter = result.isAny() ? type : stricter(result, type);
      if (stricter == null) {
        throw Schemas.inexpressible(
            where, "its allOf asks for " + result.java() + " and " + type.java() + " at once");
      }
      result = stricter.markedSensitive(result.sensitive() || type.sensitive());
    }
    return result;
  }

  /** The type of a value of several types without a union class. */
  private static Type common(List<Type> types) {
    Type first = types.get(0);
    if (types.stream().allMatch(first::sameJavaAs)) {
      return first;
    }
    if (types.stream().allMatch(type -> type.token() == Token.STRING)) {
      return Type.text();
    }
    return types.stream().allMatch(type -> type.token() == Token.NUMBER)
        ? Type.of(Scalar.BIG_DECIMAL)
        : Type.any();
  }

  /**
   * The stricter type: a date is also a string, an integer a number, and a class an object; null if
   * no value can be both. Of two classes, and of two lists of them, it is the one that extends the
   * other, otherwise the second: it keeps unknown properties.
   */
  private @Nullable Type stricter(Type first, Type second) {
    if (first.sameJavaAs(second)) {
      return second;
    }
    if (isUnion(first) || isUnion(second)) {
      return isUnion(first) ? second : first;
    }
    if (first.token() != second.token()) {
      return null;
    }
    if (first instanceof Container one && second instanceof Container other) {
      Type items =
          one.items().isAny()
              ? other.items()
              : other.items().isAny() ? one.items() : stricter(one.items(), other.items());
      return items == null
          ? null
          : new Container(
              one.shape() == Shape.SET ? Shape.SET : other.shape(),
              items,
              one.nullableItems() && other.nullableItems());
    }
    if (first.isClass() && second.isClass()) {
      return isNarrower(first, second) ? first : second;
    }
    int order = Integer.compare(first.strictness(), second.strictness());
    return order == 0 ? null : order < 0 ? first : second;
  }

  private boolean isUnion(Type type) {
    return type.schema() != null && schemas.isUnion(type.schema());
  }

  /** Whether every value of one class is a value of another as well. */
  private boolean isNarrower(Type one, Type other) {
    String name = Objects.requireNonNull(one.schema());
    String of = Objects.requireNonNull(other.schema());
    return schemas.isEnum(name)
        ? Schemas.enumValues(schemas.component(of))
            .containsAll(Schemas.enumValues(schemas.component(name)))
        : schemas.isExtended(of, name);
  }
}
