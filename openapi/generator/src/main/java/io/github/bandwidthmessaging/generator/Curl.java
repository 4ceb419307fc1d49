package io.github.bandwidthmessaging.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.generator.JsonDocument.Operation;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code curl} command of an operation, for one of the ways to authenticate. */
final class Curl {
  private final JsonDocument document;
  private final Operation operation;
  private final List<String> before = new ArrayList<>();
  private final List<String> schemes = new ArrayList<>();
  private final List<String> query = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private String path;

  private Curl(JsonDocument document, Operation operation, JsonNode requirement) {
    this.document = document;
    this.operation = operation;
    this.path = operation.path();
    requirement.properties().forEach(e -> authenticate(e.getKey(), e.getValue()));
    document.elements(operation.node().path("parameters")).forEach(this::add);
  }

  /** The commands, OAuth first and Basic last. */
  static List<Curl> of(JsonDocument document, Operation operation) {
    JsonNode required = operation.node().path("security");
    List<JsonNode> alternatives = new ArrayList<>();
    (required.isMissingNode() ? document.root().path("security") : required)
        .forEach(alternatives::add);
    if (alternatives.stream().anyMatch(alternative -> !alternative.isEmpty())) {
      alternatives.removeIf(JsonNode::isEmpty);
    } else {
      alternatives = List.of(document.root().objectNode());
    }
    return alternatives.stream()
        .map(alternative -> new Curl(document, operation, alternative))
        .sorted(Comparator.comparingInt(Curl::rank))
        .toList();
  }

  String label() {
    return schemes.isEmpty() ? "curl" : "curl, " + String.join(" and ", schemes);
  }

  private int rank() {
    return schemes.contains("OAuth 2.0") ? 0 : schemes.contains("Basic") ? 2 : 1;
  }

  /** The command that sends a body. */
  String command(@Nullable SampleBody body, JsonNode value) {
    String method = operation.method().toUpperCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    words.add(method.equals("HEAD") ? "curl --head" : "curl -X " + method);
    String url = server() + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    words.add("--url " + quoted(url));
    words.addAll(arguments);
    if (!cookies.isEmpty()) {
      words.add("-b " + quoted(String.join("; ", cookies)));
    }
    if (body != null) {
      words.addAll(body.arguments(value));
    }
    List<String> lines = new ArrayList<>(before);
    lines.add(String.join(" \\\n  ", words));
    return String.join("\n", lines);
  }

  private void authenticate(String name, JsonNode scopes) {
    JsonNode scheme =
        document.resolved(document.root().path("components").path("securitySchemes").path(name));
    scheme.path("description").asText().strip().lines().forEach(line -> before.add("# " + line));
    String tokenUrl = scheme.at("/flows/clientCredentials/tokenUrl").asText();
    String http = scheme.path("scheme").asText().toLowerCase(Locale.ROOT);
    String key = scheme.path("name").asText();
    switch (scheme.path("type").asText()) {
      case "oauth2", "openIdConnect" -> {
        schemes.add("OAuth 2.0");
        if (!tokenUrl.isEmpty()) {
          before.add(token(tokenUrl, scopes));
        }
        arguments.add("-H \"Authorization: Bearer $token\"");
      }
      case "http" -> {
        schemes.add(http.equals("basic") ? "Basic" : name);
        switch (http) {
          case "basic" -> arguments.add("-u 'username:password'");
          case "bearer" -> arguments.add("-H \"Authorization: Bearer $token\"");
          default ->
              arguments.add(
                  "-H "
                      + quoted(
                          "Authorization: " + scheme.path("scheme").asText() + " credentials"));
        }
      }
      case "apiKey" -> {
        schemes.add(name);
        switch (scheme.path("in").asText()) {
          case "query" -> query.add(encoded(key) + "=key");
          case "cookie" -> cookies.add(key + "=key");
          default -> arguments.add("-H " + quoted(key + ": key"));
        }
      }
      default -> schemes.add(name);
    }
  }

  /** What sets the variable {@code token}. */
  private static String token(String url, JsonNode scopes) {
    List<String> names = new ArrayList<>();
    scopes.forEach(scope -> names.add(scope.asText()));
    List<String> words = new ArrayList<>();
    words.add("token=$(curl -sS " + quoted(url));
    words.add("-u 'client id:client secret'");
    words.add("-d grant_type=client_credentials");
    if (!names.isEmpty()) {
      words.add("--data-urlencode " + quoted("scope=" + String.join(" ", names)));
    }
    words.add("| sed -n 's/.*\"access_token\" *: *\"\\([^\"]*\\)\".*/\\1/p')");
    return String.join(" \\\n  ", words);
  }

  /** Adds a parameter if it is required or has an example. */
  private void add(JsonNode parameter) {
    JsonNode schema = document.resolved(parameter.path("schema"));
    Map<String, JsonNode> examples = document.examples(parameter);
    if (examples.isEmpty() && !schema.has("example") && !parameter.path("required").asBoolean()) {
      return;
    }
    JsonNode value =
        examples.isEmpty()
            ? PropertyExamples.valueOf(schema, document)
            : examples.values().iterator().next();
    String name = parameter.path("name").asText();
    switch (parameter.path("in").asText()) {
      case "path" -> {
        String written = encoded(text(value));
        boolean keepsSlashes = parameter.path("x-keep-slashes").asBoolean();
        path = path.replace("{" + name + "}", keepsSlashes ? written.replace("%2F", "/") : written);
      }
      case "query" -> addQuery(name, value, parameter);
      case "header" -> arguments.add("-H " + quoted(name + ": " + text(value)));
      case "cookie" -> cookies.add(name + "=" + encoded(text(value)));
      default -> {}
    }
  }

  private void addQuery(String name, JsonNode value, JsonNode parameter) {
    String style = parameter.path("style").asText("form");
    boolean exploded = parameter.path("explode").asBoolean(style.equals("form"));
    if (parameter.has("content")) {
      query.add(
          encoded(name) + "=" + encoded(value.isTextual() ? value.asText() : value.toString()));
    } else if (value.isObject() && (exploded || style.equals("deepObject"))) {
      value
          .properties()
          .forEach(
              field -> {
                String key =
                    style.equals("deepObject") ? name + "[" + field.getKey() + "]" : field.getKey();
                query.add(encoded(key) + "=" + encoded(text(field.getValue())));
              });
    } else if (value.isArray() && exploded) {
      value.forEach(element -> query.add(encoded(name) + "=" + encoded(text(element))));
    } else {
      String separator =
          Map.of("pipeDelimited", "|", "spaceDelimited", " ").getOrDefault(style, ",");
      query.add(encoded(name) + "=" + encoded(text(value, separator)));
    }
  }

  private String server() {
    JsonNode server = operation.node().path("servers").path(0);
    for (JsonNode next : List.of(operation.item(), document.root())) {
      server = server.isMissingNode() ? next.path("servers").path(0) : server;
    }
    String url = server.path("url").asText();
    for (Map.Entry<String, JsonNode> variable :
        document.members(server.path("variables")).entrySet()) {
      url =
          url.replace("{" + variable.getKey() + "}", variable.getValue().path("default").asText());
    }
    url = url.replaceAll("/$", "");
    return url.contains("://") ? url : "https://example.com" + url;
  }

  /** A value outside JSON: lists and objects as comma-separated values. */
  static String text(JsonNode value) {
    return text(value, ",");
  }

  private static String text(JsonNode value, String separator) {
    List<String> parts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(
          element -> parts.add(element.isValueNode() ? element.asText() : element.toString()));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              field -> {
                parts.add(field.getKey());
                parts.add(text(field.getValue()));
              });
    } else {
      return value.asText();
    }
    return String.join(separator, parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%2C", ",");
  }

  /** A word that the shell does not interpret. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
