package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.ResolverCache;
import io.swagger.v3.parser.extensions.JsonSchemaParserExtension;
import io.swagger.v3.parser.util.OpenAPIDeserializer.ParseResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps swagger-parser from refusing references to schemas within other components, such as {@code
 * #/components/parameters/Id/schema}. It finds this class by itself.
 */
@SuppressWarnings("rawtypes") // As swagger-parser declares it.
public final class PointerSchemas implements JsonSchemaParserExtension {

  /** Called by swagger-parser. */
  public PointerSchemas() {}

  @Override
  public @Nullable Schema getSchema(
      JsonNode schema,
      String place,
      ParseResult result,
      Map<String, Object> document,
      String location) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#/components/") && !reference.startsWith(Downgrade.SCHEMAS)
        ? new Schema<>().$ref(reference)
        : null;
  }

  @Override
  public boolean resolveSchema(
      Schema schema, ResolverCache cache, OpenAPI document, boolean openapi31) {
    return false;
  }
}
