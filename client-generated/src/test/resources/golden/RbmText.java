// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An RBM text. */
@Generated
public final class RbmText implements RbmContent {
  final String text;
  final @Nullable List<SuggestedAction> suggestions;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  RbmText(Builder builder) {
    this.text = builder.text;
    this.suggestions = builder.suggestions;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<RbmText> jsonAdapter() {
    return RbmTextJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.text = this.text;
    builder.suggestions = this.suggestions;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The text, at most 3270 characters. */
  public String text() {
    return text;
  }

  /** What the recipient can tap instead of typing, at most 11. */
  public @Nullable List<SuggestedAction> suggestions() {
    return suggestions;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code suggestions} replaced.
   *
   * @param suggestions what the recipient can tap instead of typing, at most 11; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public RbmText withSuggestions(@Nullable List<SuggestedAction> suggestions) {
    return toBuilder().suggestions(suggestions).build();
  }

  /**
   * Returns every limit that this object exceeds; empty if there is none. {@code build()} checks
   * only what is required.
   */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    Rules.check("", this, found);
    return List.copyOf(found);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RbmText that
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.suggestions, that.suggestions)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, suggestions, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "RbmText{"
        + "text="
        + Json.masked(text)
        + ", suggestions="
        + Json.masked(suggestions)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link RbmText}s. */
  public static final class Builder {
    @Nullable String text;
    @Nullable List<SuggestedAction> suggestions;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The text, at most 3270 characters. */
    public Builder text(String text) {
      Objects.requireNonNull(text, "text == null");
      this.text = text;
      return this;
    }

    /** What the recipient can tap instead of typing, at most 11. */
    public Builder suggestions(@Nullable List<SuggestedAction> suggestions) {
      this.suggestions =
          suggestions == null ? null : Json.copyOf("suggestions", suggestions, false);
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(RbmTextJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link RbmText}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public RbmText build() {
      if (text == null) {
        throw new IllegalArgumentException("RbmText.text is required");
      }
      return new RbmText(this);
    }
  }
}
