package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.OpenAPI;
import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.OpenAPINormalizer;

/**
 * What is done to the document that OpenAPI Generator has parsed, before it gives names to inline
 * schemas: another can take its place, and its schemas become simpler. OpenAPI Generator's own
 * rules are not applied: they rewrite schemas before {@link Schemas} can tell what they said.
 */
public final class Preparation extends OpenAPINormalizer {

  /** OpenAPI Generator's rules, with the other document. */
  static final class Rules extends HashMap<String, String> {
    @Serial private static final long serialVersionUID = 1;
    private final transient @Nullable OpenAPI document;

    Rules(@Nullable OpenAPI document) {
      this.document = document;
      put("NORMALIZER_CLASS", Preparation.class.getName());
    }
  }

  private final OpenAPI parsed;

  /** Called by OpenAPI Generator, with {@link Rules}. */
  public Preparation(OpenAPI parsed, Map<String, String> rules) {
    super(parsed, rules);
    this.parsed = parsed;
    OpenAPI document = ((Rules) rules).document;
    if (document != null) {
      parsed.setOpenapi(document.getOpenapi());
      parsed.setSpecVersion(document.getSpecVersion());
      parsed.setComponents(document.getComponents());
      parsed.setPaths(document.getPaths());
      parsed.setWebhooks(null);
    }
  }

  @Override
  protected void normalize() {
    new SchemaSimplifier(parsed).simplify();
  }
}
