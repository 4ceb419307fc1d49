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
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A document as a page for people: Scalar's API reference with the document inside.
 *
 * @param policy lets the browser run these two scripts only, and fetch nothing
 */
record ReferencePage(Html title, Html policy, Html style, Html document, Html library, Html start) {

  static ReferencePage of(OpenAPI openApi) {
    ObjectNode document =
        (openApi.getSpecVersion() == SpecVersion.V31 ? Json31.mapper() : Json.mapper())
            .valueToTree(openApi);
    JsonDocument json = new JsonDocument(document);
    if (openApi.getSpecVersion() == SpecVersion.V30) {
      upgrade(json);
    }
    dropConditions(json);
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

  /** Makes OpenAPI 3.1 of 3.0. Scalar's own upgrade loses which example a code sample is for. */
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
   * Drops alternatives that only require one property or another. Scalar would show all properties
   * again for each of them; the description has to say it.
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
