package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.callbacks.Callback;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Simplifies the schemas of a document without changing their meaning. */
@SuppressWarnings({"rawtypes", "unchecked"}) // swagger-models declares its schemas raw
final class SchemaSimplifier {

  /** A statement of a schema. */
  private record Keyword(
      Function<Schema, @Nullable Object> get, BiConsumer<Schema, @Nullable Object> set) {
    static <T> Keyword of(Function<Schema, T> get, BiConsumer<Schema, T> set) {
      return new Keyword((Function) get, (BiConsumer) set);
    }

    boolean isIn(Schema schema) {
      return get.apply(schema) != null;
    }

    void copy(Schema from, Schema to) {
      if (isIn(from)) {
        set.accept(to, get.apply(from));
      }
    }
  }

  /** What describes a value of any type; the schema itself takes precedence. */
  private static final List<Keyword> ANNOTATIONS =
      List.of(
          Keyword.of(Schema::getTitle, Schema::setTitle),
          Keyword.of(Schema::getDescription, Schema::setDescription),
          Keyword.of(Schema::getDefault, Schema::setDefault),
          Keyword.of(Schema::getExample, Schema::setExample),
          Keyword.of(Schema::getExamples, Schema::setExamples),
          Keyword.of(Schema::getNullable, Schema::setNullable),
          Keyword.of(Schema::getReadOnly, Schema::setReadOnly),
          Keyword.of(Schema::getWriteOnly, Schema::setWriteOnly),
          Keyword.of(Schema::getDeprecated, Schema::setDeprecated),
          Keyword.of(Schema::getExternalDocs, Schema::setExternalDocs),
          Keyword.of(Schema::getXml, Schema::setXml));

  private static final List<Keyword> TYPE =
      List.of(
          Keyword.of(Schema::getType, Schema::setType),
          Keyword.of(Schema::getTypes, Schema::setTypes));

  /** What else limits the values. */
  private static final List<Keyword> ASSERTIONS =
      List.of(
          Keyword.of(Schema::getFormat, Schema::setFormat),
          Keyword.of(Schema::getEnum, Schema::setEnum),
          Keyword.of(Schema::getConst, Schema::setConst),
          Keyword.of(Schema::getOneOf, Schema::setOneOf),
          Keyword.of(Schema::getAnyOf, Schema::setAnyOf),
          Keyword.of(Schema::getNot, Schema::setNot),
          Keyword.of(Schema::getDiscriminator, Schema::setDiscriminator),
          Keyword.of(Schema::getProperties, Schema::setProperties),
          Keyword.of(Schema::getRequired, Schema::setRequired),
          Keyword.of(Schema::getAdditionalProperties, Schema::setAdditionalProperties),
          Keyword.of(Schema::getMaxProperties, Schema::setMaxProperties),
          Keyword.of(Schema::getMinProperties, Schema::setMinProperties),
          Keyword.of(Schema::getItems, Schema::setItems),
          Keyword.of(Schema::getMaxItems, Schema::setMaxItems),
          Keyword.of(Schema::getMinItems, Schema::setMinItems),
          Keyword.of(Schema::getUniqueItems, Schema::setUniqueItems),
          Keyword.of(Schema::getMaxLength, Schema::setMaxLength),
          Keyword.of(Schema::getMinLength, Schema::setMinLength),
          Keyword.of(Schema::getPattern, Schema::setPattern),
          Keyword.of(Schema::getMaximum, Schema::setMaximum),
          Keyword.of(Schema::getExclusiveMaximum, Schema::setExclusiveMaximum),
          Keyword.of(Schema::getExclusiveMaximumValue, Schema::setExclusiveMaximumValue),
          Keyword.of(Schema::getMinimum, Schema::setMinimum),
          Keyword.of(Schema::getExclusiveMinimum, Schema::setExclusiveMinimum),
          Keyword.of(Schema::getExclusiveMinimumValue, Schema::setExclusiveMinimumValue),
          Keyword.of(Schema::getMultipleOf, Schema::setMultipleOf));

  private final OpenAPI document;
  private final Set<Schema> schemas = Collections.newSetFromMap(new IdentityHashMap<>());

  SchemaSimplifier(OpenAPI document) {
    this.document = document;
  }

  void simplify() {
    Components components = document.getComponents();
    if (components != null) {
      orEmpty(components.getSchemas()).values().forEach(this::add);
      orEmpty(components.getParameters()).values().forEach(this::add);
      orEmpty(components.getHeaders()).values().forEach(this::add);
      orEmpty(components.getRequestBodies()).values().forEach(body -> add(body.getContent()));
      orEmpty(components.getResponses()).values().forEach(this::add);
      orEmpty(components.getCallbacks()).values().forEach(this::add);
      orEmpty(components.getPathItems()).values().forEach(this::add);
    }
    orEmpty(document.getPaths()).values().forEach(this::add);
    orEmpty(document.getWebhooks()).values().forEach(this::add);
    dropAmbiguousTitles();
  }

  private void add(PathItem path) {
    orEmpty(path.getParameters()).forEach(this::add);
    for (Operation operation : path.readOperations()) {
      orEmpty(operation.getParameters()).forEach(this::add);
      if (operation.getRequestBody() != null) {
        add(operation.getRequestBody().getContent());
      }
      orEmpty(operation.getResponses()).values().forEach(this::add);
      orEmpty(operation.getCallbacks()).values().forEach(this::add);
    }
  }

  private void add(Callback callback) {
    callback.values().forEach(this::add);
  }

  private void add(ApiResponse response) {
    orEmpty(response.getHeaders()).values().forEach(this::add);
    add(response.getContent());
  }

  private void add(Header header) {
    add(header.getSchema());
    add(header.getContent());
  }

  private void add(Parameter parameter) {
    add(parameter.getSchema());
    add(parameter.getContent());
  }

  private void add(@Nullable Content content) {
    orEmpty(content).values().forEach(type -> add(type.getSchema()));
  }

  private void add(@Nullable Schema schema) {
    if (schema == null || !schemas.add(schema)) {
      return;
    }
    simplify(schema);
    orEmpty(schema.getProperties()).values().forEach(property -> add((Schema) property));
    Stream.of(schema.getAllOf(), schema.getOneOf(), schema.getAnyOf())
        .filter(Objects::nonNull)
        .forEach(parts -> parts.forEach(part -> add((Schema) part)));
    add(schema.getItems());
    add(schema.getNot());
    if (schema.getAdditionalProperties() instanceof Schema values) {
      add(values);
    }
  }

  private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : map;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /**
   * A part of an {@code allOf} that only describes the value describes it in the schema itself, and
   * a part that is then alone becomes the schema. What is left of {@code allOf: [{$ref: ...},
   * {description: ...}]} is a reference with a description.
   */
  private static void simplify(Schema schema) {
    if (schema.getAllOf() == null) {
      return;
    }
    List<Schema> parts = new ArrayList<>(schema.getAllOf());
    for (Schema part : List.copyOf(parts)) {
      if (isInline(part) && assertsNothingButObject(part)) {
        annotate(schema, part);
        TYPE.forEach(keyword -> keyword.copy(part, schema));
        parts.remove(part);
      }
    }
    if (parts.size() == 1 && isInline(parts.get(0)) && assertsNothingButObject(schema)) {
      Schema part = parts.remove(0);
      annotate(schema, part);
      Stream.of(TYPE, ASSERTIONS)
          .flatMap(List::stream)
          .forEach(keyword -> keyword.copy(part, schema));
      if (part.getEnum() != null) {
        schema.addExtension(WrittenValues.ENUM, WrittenValues.enumOf(part));
      }
    }
    schema.setAllOf(parts.isEmpty() ? null : parts);
  }

  private static boolean isInline(Schema schema) {
    return schema.get$ref() == null && schema.getAllOf() == null;
  }

  private static boolean assertsNothingButObject(Schema schema) {
    return List.of("", "object").contains(Schemas.jsonType(schema))
        && !Schemas.isNull(schema)
        && ASSERTIONS.stream().noneMatch(keyword -> keyword.isIn(schema));
  }

  /** Describes a schema as a part of it is described, where it does not say otherwise itself. */
  static void annotate(Schema schema, Schema part) {
    for (Keyword annotation : ANNOTATIONS) {
      if (!annotation.isIn(schema)) {
        annotation.copy(part, schema);
      }
    }
    Map<String, Object> extensions = new LinkedHashMap<>(orEmpty(part.getExtensions()));
    extensions.remove(WrittenValues.ENUM);
    extensions.putAll(orEmpty(schema.getExtensions()));
    schema.setExtensions(extensions.isEmpty() ? null : extensions);
  }

  /**
   * OpenAPI Generator names an inline schema after its title, and takes two with one title for the
   * same if they differ in nothing but types. A title of several schemas is their description.
   */
  private void dropAmbiguousTitles() {
    Map<String, Schema> titled = new HashMap<>();
    if (document.getComponents() != null) {
      orEmpty(document.getComponents().getSchemas())
          .forEach((name, schema) -> titled.put(name, schema));
    }
    Set<String> ambiguous = new HashSet<>();
    for (Schema schema : schemas) {
      if (schema.getTitle() != null && isNamed(schema)) {
        String name = nameOf(schema);
        Schema other = titled.putIfAbsent(name, schema);
        if (other != null && !other.equals(schema)) {
          ambiguous.add(name);
        }
      }
    }
    for (Schema schema : schemas) {
      if (schema.getTitle() != null && isNamed(schema) && ambiguous.contains(nameOf(schema))) {
        if (schema.getDescription() == null) {
          schema.setDescription(schema.getTitle());
        }
        schema.setTitle(null);
      }
    }
  }

  /** Whether OpenAPI Generator gives an inline schema like this a name. */
  private static boolean isNamed(Schema schema) {
    return Stream.of(
            schema.getProperties(),
            schema.getEnum(),
            schema.getAllOf(),
            schema.getOneOf(),
            schema.getAnyOf())
        .anyMatch(Objects::nonNull);
  }

  private static String nameOf(Schema schema) {
    return schema.getTitle().replaceAll("[^A-Za-z0-9]", "_");
  }
}
