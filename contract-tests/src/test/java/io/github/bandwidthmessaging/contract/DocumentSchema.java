package io.github.bandwidthmessaging.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A schema of an OpenAPI document, as a validator of JSON that knows nothing of this project. */
final class DocumentSchema {
  private static final String DOCUMENT = "urn:document";

  private final JsonSchema schema;

  DocumentSchema(JsonNode document, String name) {
    schema =
        JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4,
                factory ->
                    factory
                        .metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                        .schemaLoaders(
                            loaders -> loaders.schemas(Map.of(DOCUMENT, document.toString()))))
            .getSchema(
                SchemaLocation.of(DOCUMENT + "#/components/schemas/" + name),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  /** Returns the project's document. */
  static JsonNode document() {
    try {
      return new YAMLMapper().readTree(Prism.DOCUMENT.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what is wrong with a value, empty if nothing is. */
  List<String> violations(JsonNode value) {
    return schema.validate(value).stream().map(ValidationMessage::getMessage).toList();
  }
}
