package io.github.bandwidthmessaging.check.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.regex.RegularExpression;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Validates JSON by a schema of an OpenAPI document, independently of the client. */
public final class DocumentSchema {
  private static final String DOCUMENT = "urn:document";
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt](([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d|23:59:60)(\\.\\d+)?"
              + "([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");
  private static final JsonMetaSchema DIALECT =
      JsonMetaSchema.builder(OpenApi30.getInstance()).format(new DateTime()).build();

  private final JsonSchema schema;

  public DocumentSchema(JsonNode document, String name) {
    this("#/components/schemas/" + name, document);
  }

  /** Returns a validator of any schema of a document, such as that of a parameter. */
  public static DocumentSchema of(JsonNode document, JsonNode schema) {
    if (schema.has("$ref")) {
      return new DocumentSchema(schema.get("$ref").asText(), document);
    }
    JsonNode components = document.path("components");
    ObjectNode schemas = with(components.path("schemas"), "TheOneToCheck", schema);
    return new DocumentSchema(
        with(document, "components", with(components, "schemas", schemas)), "TheOneToCheck");
  }

  /** Returns an object with one more property; what is in it stays the same. */
  private static ObjectNode with(JsonNode object, String name, JsonNode value) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object.properties().forEach(property -> copy.set(property.getKey(), property.getValue()));
    return copy.set(name, value);
  }

  private DocumentSchema(String pointer, JsonNode document) {
    schema =
        JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4,
                factory ->
                    factory
                        .metaSchema(DIALECT)
                        .defaultMetaSchemaIri(DIALECT.getIri())
                        .schemaLoaders(
                            loaders ->
                                loaders.schemas(
                                    Map.of(
                                        DOCUMENT,
                                        Discriminators.asConditions(document).toString()))))
            .getSchema(
                SchemaLocation.of(DOCUMENT + pointer),
                SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(DocumentSchema::expression)
                    .build());
  }

  /**
   * Returns where a value breaks which keyword, for example {@code to[1]: pattern}; empty if it is
   * valid.
   */
  public List<String> violations(JsonNode value) {
    Set<ValidationMessage> messages = schema.validate(value);
    return messages.stream()
        // Unselected alternatives are reported only if the selected one fails.
        .filter(message -> messages.size() == 1 || !message.getType().equals("not"))
        .map(message -> path(message) + ": " + message.getType())
        .toList();
  }

  /** Returns whether a string is an RFC 3339 time. */
  public static boolean isDateTime(String text) {
    try {
      return RFC_3339.matcher(text).matches() && LocalDate.parse(text.substring(0, 10)) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** In Java, {@code $} also matches before a trailing line break; in JSON Schema it does not. */
  public static Pattern pattern(String ofDocument) {
    return Pattern.compile(ofDocument.replaceAll("\\$$", "\\\\z"));
  }

  private static RegularExpression expression(String ofDocument) {
    Pattern pattern = pattern(ofDocument);
    return value -> pattern.matcher(value).find();
  }

  /** The client's way to write a path. What is missing or unexpected counts as present. */
  private static String path(ValidationMessage message) {
    String path = message.getInstanceLocation().toString();
    if (message.getProperty() != null) {
      path += "/" + message.getProperty();
    }
    return path.replaceAll("/(\\d+)", "[$1]").replaceFirst("^/", "").replace('/', '.');
  }

  /** The validator's own format accepts anything after the {@code Z}, but no long fraction. */
  private static final class DateTime implements Format {
    @Override
    public String getName() {
      return "date-time";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      return isDateTime(value);
    }
  }
}
