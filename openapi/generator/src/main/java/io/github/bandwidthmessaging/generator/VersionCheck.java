package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.AuthorizationValue;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;

/**
 * Names the version of a document that swagger-parser's parser of OpenAPI 3 has refused. It finds
 * this class by itself.
 */
public final class VersionCheck implements SwaggerParserExtension {

  /** Called by swagger-parser. */
  public VersionCheck() {}

  @Override
  public SwaggerParseResult readLocation(
      String location, List<AuthorizationValue> auth, ParseOptions options) {
    check(References.text(location));
    return new OpenAPIV3Parser().readLocation(location, auth, options);
  }

  @Override
  public SwaggerParseResult readContents(
      String document, List<AuthorizationValue> auth, ParseOptions options) {
    check(document);
    return new OpenAPIV3Parser().readContents(document, auth, options);
  }

  private static void check(String document) {
    JsonNode version;
    try {
      version = References.tree(document).path("openapi");
    } catch (RuntimeException e) {
      return; // Not YAML, which the parser says.
    }
    if (version.isValueNode() && !version.asText().matches("3\\.[01](\\..*)?")) {
      throw new IllegalArgumentException(
          "OpenAPI "
              + version.asText()
              + " is not supported; use 3.0 or 3.1, whose documents say \"openapi: 3.0.3\" or"
              + " \"openapi: 3.1.0\".");
    }
  }
}
