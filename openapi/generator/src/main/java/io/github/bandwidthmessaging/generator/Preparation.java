package io.github.bandwidthmessaging.generator;

import io.swagger.v3.oas.models.OpenAPI;
import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.OpenAPINormalizer;

/**
 * Prepares the parsed document before OpenAPI Generator names inline schemas: it can be replaced,
 * its values become those that are written, and its schemas are simplified. OpenAPI Generator's own
 * rules are not applied: they rewrite schemas before {@link Schemas} can tell what they said.
 */
public final class Preparation extends OpenAPINormalizer {

  /** OpenAPI Generator's rules, with the other document. */
  static final class Rules extends HashMap<String, String> {
    @Serial private static final long serialVersionUID = 1;
    private final String text;
    private final transient @Nullable OpenAPI document;
    private transient @Nullable RuntimeException failure;

    /**
     * @param text the document as it is written
     * @param document the other document, null if there is none
     */
    Rules(String text, @Nullable OpenAPI document) {
      this.text = text;
      this.document = document;
      put("NORMALIZER_CLASS", Preparation.class.getName());
    }

    /** Throws what OpenAPI Generator would only log. */
    void throwFailure() {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private final OpenAPI parsed;
  private final Rules rules;

  /** Called by OpenAPI Generator, with {@link Rules}. */
  public Preparation(OpenAPI parsed, Map<String, String> rules) {
    super(parsed, rules);
    this.parsed = parsed;
    this.rules = (Rules) rules;
    OpenAPI document = this.rules.document;
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
    try {
      WrittenValues.restore(parsed, rules.text);
      new SchemaSimplifier(parsed).simplify();
    } catch (RuntimeException e) {
      rules.failure = e;
    }
  }
}
