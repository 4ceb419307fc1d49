package io.github.bandwidthmessaging.contract.operation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body that a request can have in one media type.
 *
 * @param declared the media type as the document has it, such as {@code image/*}
 * @param content what the document says about it
 */
public record Body(JsonNode document, String declared, JsonNode content) {
  private static final String BOUNDARY = "boundary-of-parts";
  private static final byte[] LINE = Operation.utf8("\r\n");

  /**
   * A field of a form, or a part of a body of several parts.
   *
   * @param mediaType that of a part, if it matters
   */
  public record Field(String name, @Nullable String mediaType, ByteString value) {}

  /** Returns a media type that can be sent. */
  public String mediaType() {
    String type = schema().path("type").asText(schema().has("properties") ? "object" : "");
    return switch (declared) {
      case "*/*", "application/*" ->
          List.of("", "string").contains(type) ? "application/octet-stream" : "application/json";
      case "text/*" -> "text/plain";
      default -> declared.replace("*", "png");
    };
  }

  /** Returns the schema, with all its parts in one object. */
  public JsonNode schema() {
    return SchemaValues.resolved(document, content.path("schema"));
  }

  public boolean isJson() {
    return Operation.isJson(mediaType());
  }

  public boolean isForm() {
    return declared.startsWith("application/x-www-form-urlencoded");
  }

  public boolean isMultipart() {
    return declared.startsWith("multipart/");
  }

  /** Returns whether it consists of the properties of an object. */
  public boolean hasFields() {
    return (isForm() || isMultipart()) && schema().has("properties");
  }

  /** Returns the value of the header of a body that these classes write. */
  public String contentType() {
    return isMultipart() ? mediaType() + "; boundary=" + BOUNDARY : mediaType();
  }

  /** Returns the bytes of a value. */
  public byte[] bytes(JsonNode value) {
    try {
      if (isJson() || (value.isContainerNode() && !hasFields())) {
        return Operation.utf8(value.toString());
      }
      return hasFields()
          ? isForm() ? form(fields(value)) : parts(fields(value))
          : value.isBinary() ? value.binaryValue() : Operation.utf8(value.asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the fields or the parts of a value, in its order. */
  public List<Field> fields(JsonNode value) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      if (!property.getValue().isNull()) {
        addOf(property.getKey(), property.getValue(), fields);
      }
    }
    return fields;
  }

  private JsonNode field(String name) {
    return SchemaValues.resolved(document, schema().path("properties").path(name));
  }

  /** Returns the documented encoding of a field; a missing node if there is none. */
  public JsonNode encoding(String name) {
    return content.path("encoding").path(name);
  }

  private void addOf(String name, JsonNode value, List<Field> fields) {
    JsonNode encoding = encoding(name);
    boolean isStyled = encoding.has("style") || encoding.has("explode");
    if (isForm() && (isStyled || !isComplex(value))) {
      Style.of(encoding, "form")
          .pairs(name, value)
          .forEach(pair -> fields.add(field(pair.name(), null, pair.value())));
    } else if (value.isArray()) {
      value.forEach(item -> addOf(name, item, fields));
    } else {
      String usual =
          value.isObject() ? "application/json" : isBinary(name) ? "application/octet-stream" : "";
      String mediaType = encoding.path("contentType").asText(usual);
      boolean isOne = isMultipart() && !mediaType.isEmpty() && !mediaType.matches(".*[,*].*");
      fields.add(field(name, isOne ? mediaType : null, Style.text(value)));
    }
  }

  private boolean isBinary(String name) {
    JsonNode schema = field(name);
    JsonNode one =
        schema.has("items") ? SchemaValues.resolved(document, schema.get("items")) : schema;
    return one.path("format").asText().equals("binary");
  }

  /** Objects, and lists of them, have no text form. */
  private static boolean isComplex(JsonNode value) {
    return value.isArray() ? value.valueStream().anyMatch(Body::isComplex) : value.isObject();
  }

  private static Field field(String name, @Nullable String mediaType, String value) {
    return new Field(name, mediaType, ByteString.encodeUtf8(value));
  }

  private static byte[] form(List<Field> fields) {
    return Operation.utf8(
        fields.stream()
            .map(
                field ->
                    OperationRequest.encoded(field.name())
                        + "="
                        + OperationRequest.encoded(field.value().utf8()))
            .collect(joining("&")));
  }

  private byte[] parts(List<Field> fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Field field : fields) {
      String file = isBinary(field.name()) ? "; filename=\"f\"" : "";
      String type = field.mediaType() == null ? "" : "\r\nContent-Type: " + field.mediaType();
      bytes.write(
          Operation.utf8(
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s%s\r\n\r\n"
                  .formatted(BOUNDARY, field.name(), file, type)));
      field.value().write(bytes);
      bytes.write(LINE);
    }
    bytes.write(Operation.utf8("--" + BOUNDARY + "--\r\n"));
    return bytes.toByteArray();
  }
}
