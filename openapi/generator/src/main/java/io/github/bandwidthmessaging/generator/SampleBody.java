package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.generator.JsonDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request body in the media type that its operation's samples use. */
record SampleBody(JsonDocument document, String media, JsonNode content) {

  /** Returns null for an operation without body. */
  static @Nullable SampleBody of(JsonDocument document, Operation operation) {
    JsonNode body = document.resolved(operation.node().path("requestBody"));
    Map<String, JsonNode> contents = document.members(body.path("content"));
    for (String wanted : List.of("json", "multipart/form-data", "x-www-form-urlencoded", "")) {
      for (Map.Entry<String, JsonNode> content : contents.entrySet()) {
        if (content.getKey().toLowerCase(Locale.ROOT).contains(wanted)) {
          return new SampleBody(document, content.getKey(), content.getValue());
        }
      }
    }
    return null;
  }

  /** The named examples. */
  Map<String, JsonNode> examples() {
    return document.members(content.path("examples"));
  }

  /** A value where there are no named examples. */
  JsonNode value() {
    JsonNode schema = content.path("schema");
    return content.has("example")
        ? content.get("example")
        : PropertyExamples.valueOf(schema, document);
  }

  /** The arguments that make {@code curl} send a value. */
  List<String> arguments(JsonNode value) {
    List<String> arguments = new ArrayList<>();
    String type = media.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (type.equals("application/x-www-form-urlencoded") && value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  arguments.add(
                      "--data-urlencode "
                          + Curl.quoted(field.getKey() + "=" + Curl.text(field.getValue()))));
      return arguments;
    }
    if (type.startsWith("multipart/") && value.isObject()) {
      value.properties().forEach(field -> addPart(field.getKey(), field.getValue(), arguments));
      return arguments;
    }
    arguments.add(
        "-H "
            + Curl.quoted(
                "Content-Type: " + (media.contains("*") ? "application/octet-stream" : media)));
    if (type.contains("json")) {
      arguments.add("--data-raw " + Curl.quoted(value.toPrettyString()));
    } else if (type.startsWith("text/") || type.contains("xml")) {
      arguments.add("--data-raw " + Curl.quoted(Curl.text(value)));
    } else {
      arguments.add("--data-binary @file");
    }
    return arguments;
  }

  private void addPart(String name, JsonNode value, List<String> arguments) {
    JsonNode schema = document.resolved(content.path("schema"));
    JsonNode property = document.resolved(schema.path("properties").path(name));
    JsonNode items = document.resolved(property.path("items"));
    if ((property.has("items") ? items : property).path("format").asText().equals("binary")) {
      arguments.add("-F " + Curl.quoted(name + "=@file"));
    } else {
      arguments.add("--form-string " + Curl.quoted(name + "=" + Curl.text(value)));
    }
  }
}
