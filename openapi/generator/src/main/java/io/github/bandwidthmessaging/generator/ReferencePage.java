package io.github.bandwidthmessaging.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A document as a page: Scalar's API reference with the document inside.
 *
 * @param policy lets the browser run these two scripts only, and fetch nothing
 */
record ReferencePage(Html title, Html policy, Html style, Html document, Html library, Html start) {

  private static final List<String> URLS =
      List.of(
          "authorizationUrl",
          "externalValue",
          "openIdConnectUrl",
          "refreshUrl",
          "termsOfService",
          "tokenUrl",
          "url");

  private static final List<String> COMMON_MARK = List.of("description", "summary", "title");

  static ReferencePage of(OpenAPI openApi) {
    ObjectNode document =
        (openApi.getSpecVersion() == SpecVersion.V31 ? Json31.mapper() : Json.mapper())
            .valueToTree(openApi);
    JsonDocument json = new JsonDocument(document);
    if (openApi.getSpecVersion() == SpecVersion.V30) {
      upgrade(json);
    }
    dropConditions(json);
    dropUnsafeLinks(json);
    PropertyExamples.addTo(json);
    CodeSamples.addTo(json);
    Html library = Html.resource("/reference/scalar.js");
    Html start = Html.resource("/reference/start.js");
    return new ReferencePage(
        Html.text(document.path("info").path("title").asText()),
        Html.text(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src "
                + hash(library)
                + " "
                + hash(start)),
        Html.resource("/reference/style.css"),
        Html.script(document),
        library,
        start);
  }

  /** Converts OpenAPI 3.0 to 3.1. Scalar's own upgrade loses which example a code sample is for. */
  private static void upgrade(JsonDocument document) {
    document.root().put("openapi", "3.1.0");
    for (JsonNode node : document.nodes()) {
      if (node instanceof ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (schema.path("nullable").asBoolean() && type.isTextual()) {
          schema.putArray("type").add(type).add("null");
        }
        schema.remove("nullable");
        for (String limit : List.of("Minimum", "Maximum")) {
          JsonNode exclusive = schema.get("exclusive" + limit);
          if (exclusive != null && exclusive.isBoolean()) {
            schema.remove("exclusive" + limit);
            if (exclusive.asBoolean()) {
              schema.set("exclusive" + limit, schema.remove(limit.toLowerCase(Locale.ROOT)));
            }
          }
        }
      }
    }
  }

  /**
   * Drops alternatives that only require a property. Scalar would repeat all properties for each;
   * the description must say it.
   */
  private static void dropConditions(JsonDocument document) {
    for (JsonNode node : document.nodes()) {
      for (String choice : List.of("anyOf", "oneOf")) {
        boolean conditions = node.path(choice).isArray();
        for (JsonNode alternative : node.path(choice)) {
          conditions &= alternative.size() == 1 && alternative.has("required");
        }
        if (conditions && node instanceof ObjectNode schema) {
          schema.remove(choice);
        }
      }
    }
  }

  /** Drops URLs that could run a script, and servers that have such a URL. */
  private static void dropUnsafeLinks(JsonDocument document) {
    for (JsonNode node : document.nodes()) {
      if (!(node instanceof ObjectNode object)) {
        continue;
      }
      for (String name : URLS) {
        if (object.path(name).isTextual() && !isSafe(object.path(name).asText(), object)) {
          object.remove(name);
        }
      }
      for (String name : COMMON_MARK) {
        if (object.path(name).isTextual()) {
          object.put(name, Links.inert(object.path(name).asText()));
        }
      }
      for (Iterator<JsonNode> server = object.path("servers").elements(); server.hasNext(); ) {
        JsonNode next = server.next();
        if (!isSafe(next.path("url").asText(), next)) {
          server.remove();
        }
      }
    }
  }

  /** Whether a URL is safe with any value of its variables. */
  private static boolean isSafe(String url, JsonNode server) {
    boolean safe = Links.isSafe(url);
    for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
      List<JsonNode> values = new ArrayList<>();
      variable.getValue().path("enum").forEach(values::add);
      values.add(variable.getValue().path("default"));
      for (JsonNode value : values) {
        safe &= Links.isSafe(url.replace("{" + variable.getKey() + "}", value.asText()));
      }
    }
    return safe;
  }

  private static String hash(Html script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.toString().getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
