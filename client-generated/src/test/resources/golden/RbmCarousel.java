// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several RBM cards to swipe through. */
@Generated
public final class RbmCarousel implements RbmContent {
  final CardWidth cardWidth;
  final List<CardContent> cardContents;
  final @Nullable List<SuggestedAction> suggestions;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  RbmCarousel(Builder builder) {
    this.cardWidth = builder.cardWidth;
    this.cardContents = builder.cardContents;
    this.suggestions = builder.suggestions;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<RbmCarousel> jsonAdapter() {
    return RbmCarouselJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.cardWidth = this.cardWidth;
    builder.cardContents = this.cardContents;
    builder.suggestions = this.suggestions;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The width of the cards. */
  public CardWidth cardWidth() {
    return cardWidth;
  }

  /** The cards, at least 2 and at most 10. */
  public List<CardContent> cardContents() {
    return cardContents;
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
  public RbmCarousel withSuggestions(@Nullable List<SuggestedAction> suggestions) {
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
    return other instanceof RbmCarousel that
        && Objects.equals(this.cardWidth, that.cardWidth)
        && Objects.equals(this.cardContents, that.cardContents)
        && Objects.equals(this.suggestions, that.suggestions)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(cardWidth, cardContents, suggestions, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "RbmCarousel{"
        + "cardWidth="
        + cardWidth
        + ", cardContents="
        + cardContents
        + ", suggestions="
        + Json.masked(suggestions)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link RbmCarousel}s. */
  public static final class Builder {
    @Nullable CardWidth cardWidth;
    @Nullable List<CardContent> cardContents;
    @Nullable List<SuggestedAction> suggestions;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The width of the cards. */
    public Builder cardWidth(CardWidth cardWidth) {
      Objects.requireNonNull(cardWidth, "cardWidth == null");
      this.cardWidth = cardWidth;
      return this;
    }

    /** The cards, at least 2 and at most 10. */
    public Builder cardContents(List<CardContent> cardContents) {
      Objects.requireNonNull(cardContents, "cardContents == null");
      this.cardContents = Json.copyOf("cardContents", cardContents, false);
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
      this.additionalProperties =
          Json.undeclared(RbmCarouselJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link RbmCarousel}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public RbmCarousel build() {
      if (cardWidth == null) {
        throw new IllegalArgumentException("RbmCarousel.cardWidth is required");
      }
      if (cardContents == null) {
        throw new IllegalArgumentException("RbmCarousel.cardContents is required");
      }
      return new RbmCarousel(this);
    }
  }
}
