package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the schemas that are sent: those that JSON request bodies, parameters and forms lead to and
 * that are classes.
 */
final class RequestSchemas {
  private final OpenAPI document;
  private final Schemas schemas;
  private final Set<String> found = new LinkedHashSet<>();
  private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Queue<Schema<?>> reached = new ArrayDeque<>();

  private RequestSchemas(OpenAPI document, Schemas schemas) {
    this.document = document;
    this.schemas = schemas;
  }

  static Set<String> of(OpenAPI document, Schemas schemas, Operations operations) {
    RequestSchemas requests = new RequestSchemas(document, schemas);
    if (document.getPaths() != null) {
      for (PathItem path : document.getPaths().values()) {
        path.readOperations().forEach(requests::addBodies);
        requests.follow();
      }
    }
    operations.inputs().keySet().forEach(requests::reach);
    operations.all().flatMap(o -> o.parameters().stream()).forEach(p -> requests.reach(p.schema()));
    requests.follow();
    return requests.found;
  }

  private void addBodies(Operation operation) {
    RequestBody body = Operations.requestBody(document, operation);
    if (body != null && body.getContent() != null) {
      // Forms have schemas of their own.
      body.getContent()
          .forEach(
              (type, content) -> {
                if (Operations.isJson(type) || type.equals("*/*")) {
                  reach(content.getSchema());
                }
              });
    }
  }

  private void reach(String name) {
    Schema<?> schema = schemas.component(name);
    if (schemas.hasClass(name)) {
      found.add(name);
      if (schemas.isUnion(name) && Schemas.alternativeSchemas(schema).isEmpty()) {
        schemas.children(name).stream()
            .filter(child -> !found.contains(child))
            .forEach(this::reach);
      }
    }
    reach(schema);
  }

  private void reach(@Nullable Schema<?> schema) {
    if (schema != null && seen.add(schema)) {
      reached.add(schema);
    }
  }

  /** Continues from what was reached; without recursion, because schemas can form a long chain. */
  private void follow() {
    while (!reached.isEmpty()) {
      Schema<?> schema = reached.remove();
      if (schema.get$ref() != null) {
        reach(Schemas.refName(schema.get$ref(), "requestBody"));
      }
      Schemas.parts(schema).forEach(this::reach);
      if (schema.getProperties() != null) {
        schema.getProperties().values().forEach(this::reach);
      }
      reach(schema.getItems());
      if (schema.getAdditionalProperties() instanceof Schema<?> values) {
        reach(values);
      }
    }
  }
}
