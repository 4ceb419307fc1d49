package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.OpenAPI;
import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import org.openapitools.codegen.OpenAPINormalizer;

/**
 * Puts another document in the place of the one that OpenAPI Generator has parsed, before it gives
 * names to inline schemas.
 */
public final class Replacement extends OpenAPINormalizer {

  /** OpenAPI Generator's rules, with the other document. */
  static final class Rules extends HashMap<String, String> {
    @Serial private static final long serialVersionUID = 1;
    private final transient OpenAPI document;

    Rules(OpenAPI document) {
      this.document = document;
      put("NORMALIZER_CLASS", Replacement.class.getName());
      put("DISABLE_ALL", "true");
    }
  }

  /** Called by OpenAPI Generator, with {@link Rules}. */
  public Replacement(OpenAPI parsed, Map<String, String> rules) {
    super(parsed, rules);
    OpenAPI document = ((Rules) rules).document;
    parsed.setOpenapi(document.getOpenapi());
    parsed.setSpecVersion(document.getSpecVersion());
    parsed.setComponents(document.getComponents());
    parsed.setPaths(document.getPaths());
    parsed.setWebhooks(null);
  }
}
