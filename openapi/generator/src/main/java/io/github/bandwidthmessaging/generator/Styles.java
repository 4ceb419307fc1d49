package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.Type.Container;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How values are written outside JSON: what {@code style}, {@code explode}, {@code allowReserved},
 * {@code content} and {@code encoding} mean for a value of some type.
 */
@SuppressWarnings("rawtypes") // swagger-models declares alternatives raw
final class Styles {

  /**
   * A value that is written.
   *
   * @param annotation what Retrofit needs to write it by itself, null if Retrofit cannot
   * @param call the method of the generated RequestWriter that writes it, and its first arguments
   */
  record Written(Type type, @Nullable String annotation, String call) {}

  private enum Shape {
    SCALAR,
    LIST,
    OBJECT,
    /** It depends on the value. */
    ANY
  }

  private final Schemas schemas;
  private final TypeMapper types;

  Styles(Schemas schemas, TypeMapper types) {
    this.schemas = schemas;
    this.types = types;
  }

  Written query(Parameter p, String place) {
    String name = Literal.of(p.getName());
    Type type = type(p, place);
    if (isJson(p)) {
      return new Written(type, null, "query(" + name + ", RequestWriter.Style.JSON, false");
    }
    boolean reserved = Boolean.TRUE.equals(p.getAllowReserved());
    String style = Objects.toString(p.getStyle(), "form");
    String constant = constant(style, p.getExplode(), shape(type, place), place);
    if (constant.equals("EXPLODED") && !reserved) {
      return new Written(
          type,
          isScalar(type) || hasScalarItems(type) ? "@Query(" + name + ")" : null,
          "query(" + name);
    }
    return new Written(
        type, null, "query(" + name + ", RequestWriter.Style." + constant + ", " + reserved);
  }

  Written header(Parameter p, String place) {
    if (!p.getName().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw Operations.inexpressible(place, "this is not the name of a header");
    }
    String name = Literal.of(p.getName());
    Type type = type(p, place);
    if (isJson(p)) {
      return new Written(type, null, "jsonHeader(" + name);
    }
    only("simple", p, place);
    shape(type, place);
    return new Written(
        type,
        isScalar(type) ? "@Header(" + name + ")" : null,
        "header(" + name + ", " + Boolean.TRUE.equals(p.getExplode()));
  }

  Written cookie(Parameter p, String place) {
    String name = Literal.of(p.getName());
    Type type = type(p, place);
    if (isJson(p)) {
      return new Written(type, null, "cookie(" + name + ", RequestWriter.Style.JSON");
    }
    only("form", p, place);
    Shape shape = shape(type, place);
    if (!Boolean.FALSE.equals(p.getExplode()) && shape != Shape.SCALAR) {
      throw Operations.inexpressible(
          place, "a cookie holds one value, so an array or object needs explode: false");
    }
    return new Written(type, null, "cookie(" + name + ", RequestWriter.Style.COMMAS");
  }

  /**
   * @param name the name that Retrofit accepts
   * @param first whether it stands in the first segment of a path below the base URL, where a colon
   *     would end a scheme, and an empty value would begin another path
   */
  Written path(Parameter p, String name, boolean first, String place) {
    Type type = type(p, place);
    String style = Objects.toString(p.getStyle(), "simple");
    boolean slashes = isMarked(p.getExtensions(), "x-keep-slashes");
    boolean json = isJson(p);
    if (json) {
      style = "json";
    } else if (!List.of("simple", "label", "matrix").contains(style)) {
      throw Operations.inexpressible(place, "a path has no style " + style);
    } else if (slashes) {
      if (!isScalar(type) || !style.equals("simple")) {
        throw Operations.inexpressible(place, "only a text in style simple can keep its slashes");
      }
      style = "slashes";
    } else {
      shape(type, place);
      if (isScalar(type) && style.equals("simple") && !first) {
        return new Written(type, "@Path(" + Literal.of(name) + ")", "");
      }
    }
    StringBuilder annotation = new StringBuilder("@Path(value = ").append(Literal.of(name));
    annotation.append(", encoded = true) @RequestWriter.InPath(name = ");
    annotation.append(Literal.of(p.getName())).append(", style = RequestWriter.PathStyle.");
    annotation.append(style.toUpperCase(Locale.ROOT));
    if (Boolean.TRUE.equals(p.getExplode())) {
      annotation.append(", explode = true");
    }
    return new Written(type, annotation.append(')').toString(), "");
  }

  /** A field of an URL-encoded form: as in a query if a style is given, else an object is JSON. */
  Written field(String jsonName, Schema<?> schema, @Nullable Encoding encoding, String place) {
    String name = Literal.of(jsonName);
    Type type = types.of(schema, place);
    boolean styled =
        encoding != null
            && (encoding.getStyle() != null
                || encoding.getExplode() != null
                || encoding.getAllowReserved() != null);
    if (styled) {
      String constant =
          constant(
              Objects.toString(encoding.getStyle(), "form"),
              encoding.getExplode(),
              shape(type, place),
              place);
      boolean reserved = Boolean.TRUE.equals(encoding.getAllowReserved());
      return new Written(
          type, null, "field(" + name + ", RequestWriter.Style." + constant + ", " + reserved);
    }
    String media = encoding == null ? null : encoding.getContentType();
    if (media != null && !Operations.isJson(media)) {
      if (!media.startsWith("text/") || !isScalar(type)) {
        throw Operations.inexpressible(place, "it cannot be written as " + media);
      }
    } else if (media != null) {
      return new Written(type, null, "field(" + name + ", RequestWriter.Style.JSON, false");
    }
    return new Written(type, null, "field(" + name);
  }

  /** A part of a multipart form. */
  Written part(String jsonName, Schema<?> schema, @Nullable Encoding encoding, String place) {
    String media = encoding == null ? null : encoding.getContentType();
    boolean headers = encoding != null && encoding.getHeaders() != null;
    boolean several = media != null && (media.contains(",") || media.contains("*"));
    boolean binary = "binary".equals(schemas.format(schema));
    if (schemas.hasBinaryItems(schema)) {
      return new Written(
          new Container(Container.Shape.LIST, Type.of(Scalar.PART), false), null, "parts(");
    }
    if (binary || several || headers) {
      return new Written(Type.of(Scalar.PART), null, "part(");
    }
    Type type = types.of(schema, place);
    String name = Literal.of(jsonName);
    if (media == null) {
      return new Written(type, null, "part(" + name);
    }
    if (Operations.isJson(media)) {
      return new Written(type, null, "jsonPart(" + name + ", " + Literal.of(media));
    }
    if (!isScalar(type) && !hasScalarItems(type)) {
      throw Operations.inexpressible(place, "it cannot be written as " + media);
    }
    return new Written(type, null, "textPart(" + name + ", " + Literal.of(media));
  }

  private static String constant(
      String style, @Nullable Boolean explode, Shape shape, String place) {
    boolean exploded = explode == null ? style.equals("form") : explode;
    switch (style) {
      case "form":
        return exploded || shape == Shape.SCALAR ? "EXPLODED" : "COMMAS";
      case "spaceDelimited", "pipeDelimited":
        if (shape == Shape.SCALAR || (exploded && shape == Shape.LIST)) {
          return "EXPLODED";
        }
        if (!exploded) {
          return style.equals("spaceDelimited") ? "SPACES" : "BARS";
        }
        break;
      case "deepObject":
        if (shape == Shape.OBJECT || shape == Shape.ANY) {
          return "DEEP_OBJECT";
        }
        break;
      default:
        break;
    }
    throw Operations.inexpressible(
        place,
        "OpenAPI does not say how to write "
            + (shape == Shape.SCALAR
                ? "a single value"
                : shape == Shape.LIST ? "an array" : "an object")
            + " in style "
            + style
            + (exploded ? " with explode" : ""));
  }

  private static void only(String style, Parameter p, String place) {
    if (p.getStyle() != null && !p.getStyle().toString().equals(style)) {
      throw Operations.inexpressible(place, "a " + p.getIn() + " has no style " + p.getStyle());
    }
  }

  private Type type(Parameter p, String place) {
    Map.Entry<String, MediaType> content = content(p, place);
    return types.of(content == null ? p.getSchema() : content.getValue().getSchema(), place);
  }

  /** The schema of a parameter, which may stand under a media type. */
  static @Nullable Schema<?> schema(Parameter p) {
    Content content = p.getContent();
    return content == null || content.isEmpty()
        ? p.getSchema()
        : content.values().iterator().next().getSchema();
  }

  private Map.@Nullable Entry<String, MediaType> content(Parameter p, String place) {
    if (p.getContent() == null || p.getContent().isEmpty()) {
      return null;
    }
    Map.Entry<String, MediaType> content = p.getContent().entrySet().iterator().next();
    String media = content.getKey();
    if (!Operations.isJson(media)
        && !(media.startsWith("text/") && isScalar(types.of(content.getValue().getSchema(), place)))) {
      throw Operations.inexpressible(place, "it cannot be written as " + media);
    }
    return content;
  }

  private static boolean isJson(Parameter p) {
    return p.getContent() != null
        && !p.getContent().isEmpty()
        && Operations.isJson(p.getContent().keySet().iterator().next());
  }

  static boolean isMarked(@Nullable Map<String, Object> extensions, String name) {
    return extensions != null && Boolean.TRUE.equals(extensions.get(name));
  }

  private boolean isScalar(Type type) {
    return isScalar(type, new HashSet<>());
  }

  private boolean hasScalarItems(Type type) {
    return type instanceof Container container
        && container.token() == Type.Token.BEGIN_ARRAY
        && isScalar(container.items());
  }

  private boolean isScalar(Type type, Set<String> seen) {
    String name = type.schema();
    if (name == null) {
      return type instanceof Type.Plain;
    }
    return schemas.isEnum(name)
        || (schemas.isUnion(name)
            && seen.add(name)
            && alternatives(name).stream().allMatch(a -> isScalar(a, seen)));
  }

  private List<Type> alternatives(String union) {
    List<Type> alternatives = new ArrayList<>();
    for (Schema<?> alternative : Schemas.alternativeSchemas(schemas.component(union))) {
      alternatives.add(types.of(alternative, union));
    }
    if (alternatives.isEmpty()) {
      schemas.children(union).forEach(child -> alternatives.add(types.ofComponent(child)));
    }
    return alternatives;
  }

  private Shape shape(Type type, String place) {
    return shape(type, place, new HashSet<>());
  }

  /** Refuses arrays and objects within others. */
  private Shape shape(Type type, String place, Set<String> seen) {
    if (type.isAny()) {
      return Shape.ANY;
    }
    if (isScalar(type)) {
      return Shape.SCALAR;
    }
    if (type instanceof Container container) {
      flat(container.items(), place);
      return container.token() == Type.Token.BEGIN_ARRAY ? Shape.LIST : Shape.OBJECT;
    }
    String name = Objects.requireNonNull(type.schema());
    if (schemas.isUnion(name)) {
      Set<Shape> shapes = new HashSet<>();
      if (seen.add(name)) {
        alternatives(name).forEach(a -> shapes.add(shape(a, place, seen)));
      }
      return shapes.size() == 1 ? shapes.iterator().next() : Shape.ANY;
    }
    Schema<?> object = schemas.component(name);
    schemas
        .properties(object, name, new HashSet<>())
        .forEach((property, schema) -> flat(types.of(schema, name + "." + property), place));
    Type additional = types.ofAdditional(object, name);
    if (additional != null) {
      flat(additional, place);
    }
    return Shape.OBJECT;
  }

  private void flat(Type type, String place) {
    // What may be anything is looked at when it is sent.
    if (!type.isAny() && !isScalar(type)) {
      throw Operations.inexpressible(
          place,
          "OpenAPI does not say how to write an array or object within another, outside JSON");
    }
  }
}
