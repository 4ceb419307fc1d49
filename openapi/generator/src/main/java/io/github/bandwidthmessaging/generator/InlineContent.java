package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Gives names to the objects in the {@code content} of parameters, where OpenAPI Generator does
 * not.
 */
@SuppressWarnings("rawtypes") // swagger-models declares properties and items raw
final class InlineContent {
  private final OpenAPI document;

  private InlineContent(OpenAPI document) {
    this.document = document;
  }

  static void name(OpenAPI document) {
    InlineContent inline = new InlineContent(document);
    Map<String, Parameter> shared =
        document.getComponents() == null ? null : document.getComponents().getParameters();
    if (shared != null) {
      shared.forEach((name, parameter) -> inline.name(name, parameter));
    }
    if (document.getPaths() != null) {
      document.getPaths().forEach((path, item) -> inline.name(path, item));
    }
  }

  private void name(String path, PathItem item) {
    Stream.concat(
            Stream.of(item).map(PathItem::getParameters),
            item.readOperations().stream().map(Operation::getParameters))
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .forEach(parameter -> name(path + " " + parameter.getName(), parameter));
  }

  private void name(String name, Parameter parameter) {
    if (parameter.getContent() != null) {
      parameter
          .getContent()
          .values()
          .forEach(
              content -> {
                if (content.getSchema() != null) {
                  content.setSchema(named(name, content.getSchema()));
                }
              });
    }
  }

  private Schema<?> named(String name, Schema<?> schema) {
    if (schema.getItems() != null) {
      schema.setItems(named(name + " item", schema.getItems()));
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      schema.setAdditionalProperties(named(name + " value", values));
    }
    Map<String, Schema> properties = schema.getProperties();
    if (properties == null || properties.isEmpty()) {
      return schema;
    }
    properties.replaceAll((key, property) -> named(name + " " + key, property));
    return new Schema<>().$ref("#/components/schemas/" + add(document, Names.type(name), schema));
  }

  /** Adds a schema to a document, and returns the name that it got. */
  static String add(OpenAPI document, String name, Schema<?> schema) {
    if (document.getComponents() == null) {
      document.setComponents(new Components());
    }
    Components components = document.getComponents();
    String unique = name;
    while (components.getSchemas() != null && components.getSchemas().containsKey(unique)) {
      unique += "_";
    }
    components.addSchemas(unique, schema);
    return unique;
  }
}
