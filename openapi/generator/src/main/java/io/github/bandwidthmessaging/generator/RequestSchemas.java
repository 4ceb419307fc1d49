package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the schemas that are sent: those that JSON request bodies lead to and that are classes. */
final class RequestSchemas {
  private final Schemas schemas;
  private final Set<String> found = new LinkedHashSet<>();

  /** By identity: what a schema says is compared at any depth. */
  private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private RequestSchemas(Schemas schemas) {
    this.schemas = schemas;
  }

  static Set<String> of(OpenAPI document, Schemas schemas) {
    RequestSchemas requests = new RequestSchemas(schemas);
    if (document.getPaths() != null) {
      for (PathItem path : document.getPaths().values()) {
        path.readOperations().forEach(requests::addBodies);
      }
    }
    return requests.found;
  }

  private void addBodies(Operation operation) {
    if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
      return;
    }
    // Forms are sent as parameters and have no class.
    operation
        .getRequestBody()
        .getContent()
        .forEach(
            (type, content) -> {
              if (type.contains("json")) {
                reach(content.getSchema());
              }
            });
  }

  private void reach(@Nullable Schema<?> schema) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    if (schema.get$ref() != null) {
      String name = Schemas.refName(schema.get$ref(), "requestBody");
      if (schemas.hasClass(name)) {
        found.add(name);
      }
      reach(schemas.component(name));
    }
    for (Schema<?> part : Schemas.parts(schema)) {
      reach(part);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(p -> reach(p));
    }
    reach(schema.getItems());
  }
}
