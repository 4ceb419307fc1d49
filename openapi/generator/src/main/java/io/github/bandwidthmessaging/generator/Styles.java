package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.Type.Container;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How values that are not JSON are written: what {@code style}, {@code explode}, {@code
 * allowReserved}, {@code content} and {@code encoding} mean for a value of some type.
 */
@SuppressWarnings("rawtypes") // swagger-models declares alternatives raw
final class Styles {

  /**
   * A value that is written.
   *
   * @param annotation what Retrofit needs to write it by itself, null if Retrofit cannot
   * @param call the method of the generated RequestWriter that writes it, and its first arguments
   */
  record Written(Type type, @Nullable Code annotation, Code call) {}

  private enum Shape {
    SCALAR,
    LIST,
    OBJECT,
    /** It depends on the value. */
    ANY
  }

  private static final Set<Type.@Nullable Token> SCALARS =
      EnumSet.of(Type.Token.STRING, Type.Token.NUMBER, Type.Token.BOOLEAN);

  private final Schemas schemas;
  private final TypeMapper types;

  Styles(Schemas schemas, TypeMapper types) {
    this.schemas = schemas;
    this.types = types;
  }

  Written query(Parameter p, String place) {
    Code name = Code.literal(p.getName());
    Type type = type(p, place);
    if (isJson(p)) {
      return new Written(type, null, Code.of("query(%s, RequestWriter.Style.JSON, false", name));
    }
    boolean reserved = Boolean.TRUE.equals(p.getAllowReserved());
    String style = Objects.toString(p.getStyle(), "form");
    String constant = constant(style, p.getExplode(), shape(type, place), place);
    if (constant.equals("EXPLODED") && !reserved) {
      return new Written(
          type,
          isScalar(type) || hasScalarItems(type) ? Code.of("@Query(%s)", name) : null,
          Code.of("query(%s", name));
    }
    return new Written(type, null, styled("query", name, constant, reserved));
  }

  Written header(Parameter p, String place) {
    if (!p.getName().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw Operations.inexpressible(place, "this is not the name of a header");
    }
    Code name = Code.literal(p.getName());
    Type type = type(p, place);
    if (isJson(p)) {
      return new Written(type, null, Code.of("jsonHeader(%s", name));
    }
    only("simple", p, place);
    shape(type, place);
    return new Written(
        type,
        isScalar(type) ? Code.of("@Header(%s)", name) : null,
        Code.of("header(%s, %s", name, Code.of(Boolean.TRUE.equals(p.getExplode()))));
  }

  Written cookie(Parameter p, String place) {
    Code name = Code.literal(p.getName());
    Type type = type(p, place);
    if (isJson(p)) {
      return new Written(type, null, Code.of("cookie(%s, RequestWriter.Style.JSON", name));
    }
    only("form", p, place);
    Shape shape = shape(type, place);
    if (!Boolean.FALSE.equals(p.getExplode()) && shape != Shape.SCALAR) {
      throw Operations.inexpressible(
          place, "a cookie holds one value, so an array or object needs explode: false");
    }
    return new Written(type, null, Code.of("cookie(%s, RequestWriter.Style.COMMAS", name));
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
        return new Written(type, Code.of("@Path(%s)", Code.literal(name)), Code.of(""));
      }
    }
    return new Written(
        type,
        Code.of(
            "@Path(value = %s, encoded = true) @RequestWriter.InPath(name = %s, style = RequestWriter.PathStyle.%s%s)",
            Code.literal(name),
            Code.literal(p.getName()),
            Code.name(style.toUpperCase(Locale.ROOT)),
            Boolean.TRUE.equals(p.getExplode()) ? Code.of(", explode = true") : Code.of("")),
        Code.of(""));
  }

  /** A field of an URL-encoded form: as in a query if a style is given, else an object is JSON. */
  Written field(String jsonName, Schema<?> schema, @Nullable Encoding encoding, String place) {
    Code name = Code.literal(jsonName);
    Type type = types.of(schema, place);
    if (encoding != null && isStyled(encoding)) {
      String constant =
          constant(
              Objects.toString(encoding.getStyle(), "form"),
              encoding.getExplode(),
              shape(type, place),
              place);
      boolean reserved = Boolean.TRUE.equals(encoding.getAllowReserved());
      return new Written(type, null, styled("field", name, constant, reserved));
    }
    String media = encoding == null ? null : encoding.getContentType();
    if (media != null && !Operations.isJson(media)) {
      if (!media.startsWith("text/") || !isScalar(type)) {
        throw Operations.inexpressible(place, "it cannot be written as " + media);
      }
    } else if (media != null) {
      return new Written(type, null, styled("field", name, "JSON", false));
    }
    return new Written(type, null, Code.of("field(%s", name));
  }

  /**
   * Whether a style counts, and no content type; the parser sets the style form where there is
   * none.
   */
  private static boolean isStyled(Encoding encoding) {
    return encoding.getExplode() != null
        || encoding.getAllowReserved() != null
        || (encoding.getStyle() != null
            && (encoding.getStyle() != Encoding.StyleEnum.FORM
                || encoding.getContentType() == null));
  }

  /** A part of a multipart form. */
  Written part(String jsonName, Schema<?> schema, @Nullable Encoding encoding, String place) {
    String media = encoding == null ? null : encoding.getContentType();
    boolean headers = encoding != null && encoding.getHeaders() != null;
    boolean several = media != null && (media.contains(",") || media.contains("*"));
    boolean binary = "binary".equals(schemas.format(schema));
    if (schemas.hasBinaryItems(schema)) {
      return new Written(
          new Container(Container.Shape.LIST, Type.of(Scalar.PART), false),
          null,
          Code.of("parts("));
    }
    if (binary || several || headers) {
      return new Written(Type.of(Scalar.PART), null, Code.of("part("));
    }
    Type type = types.of(schema, place);
    Code name = Code.literal(jsonName);
    if (media == null) {
      return new Written(type, null, Code.of("part(%s", name));
    }
    if (Operations.isJson(media)) {
      return new Written(type, null, Code.of("jsonPart(%s, %s", name, Code.literal(media)));
    }
    if (!isScalar(type) && !hasScalarItems(type)) {
      throw Operations.inexpressible(place, "it cannot be written as " + media);
    }
    return new Written(type, null, Code.of("textPart(%s, %s", name, Code.literal(media)));
  }

  private static Code styled(String method, Code name, String style, boolean reserved) {
    return Code.of(
        "%s(%s, RequestWriter.Style.%s, %s",
        Code.name(method), name, Code.name(style), Code.of(reserved));
  }

  private static String constant(
      String style, @Nullable Boolean explode, Shape shape, String place) {
    boolean exploded = explode == null ? style.equals("form") : explode;
    boolean plain = shape == Shape.SCALAR || (exploded && shape == Shape.LIST);
    String constant =
        switch (style) {
          case "form" -> exploded || plain ? "EXPLODED" : "COMMAS";
          case "spaceDelimited" -> plain ? "EXPLODED" : exploded ? "" : "SPACES";
          case "pipeDelimited" -> plain ? "EXPLODED" : exploded ? "" : "BARS";
          case "deepObject" -> shape == Shape.OBJECT || shape == Shape.ANY ? "DEEP_OBJECT" : "";
          default -> "";
        };
    if (!constant.isEmpty()) {
      return constant;
    }
    throw new Operations.UndefinedStyleException(
        place,
        (shape == Shape.SCALAR ? "a single value" : shape == Shape.LIST ? "an array" : "an object")
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

  /** The schema of a parameter, which may be under a media type. */
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
        && !(media.startsWith("text/")
            && isScalar(types.of(content.getValue().getSchema(), place)))) {
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
      return SCALARS.contains(type.token());
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

  /** Rejects nested arrays and objects. */
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
    // A value of any type is checked when it is sent.
    if (!type.isAny() && !isScalar(type)) {
      throw new Operations.UndefinedStyleException(
          place, "an array or object within another, outside JSON");
    }
  }
}
