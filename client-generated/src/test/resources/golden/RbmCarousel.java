// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several cards by RBM, to swipe through. */
@Generated
public final class RbmCarousel implements RbmContent {
  final CardWidth cardWidth;
  final List<CardContent> cardContents;
  final @Nullable List<SuggestedAction> suggestions;
  final Map<String, @Nullable Object> additionalProperties;

  // What is read from JSON may lack what the document requires.
  @SuppressWarnings("NullAway")
  RbmCarousel(Builder builder) {
    this.cardWidth = builder.cardWidth;
    this.cardContents = builder.cardContents;
    this.suggestions = builder.suggestions;
    this.additionalProperties = builder.additionalProperties;
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

  /** How wide the cards are. */
  public CardWidth cardWidth() {
    return cardWidth;
  }

  /** The cards, 2 or more and at most 10. */
  public List<CardContent> cardContents() {
    return cardContents;
  }

  /** What the recipient can tap instead of writing, at most 11. */
  public @Nullable List<SuggestedAction> suggestions() {
    return suggestions;
  }

  /** The properties that the document does not name, in the order they came in. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code suggestions} replaced.
   *
   * @param suggestions what the recipient can tap instead of writing, at most 11; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a property that is required
   */
  public RbmCarousel withSuggestions(@Nullable List<SuggestedAction> suggestions) {
    return toBuilder().suggestions(suggestions).build();
  }

  /**
   * Returns what breaks a limit that the document sets; empty if nothing does. {@code build()} asks
   * for what is required only.
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

  /** Returns the properties for people to read; personal ones are masked. */
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

    /** How wide the cards are. */
    public Builder cardWidth(CardWidth cardWidth) {
      Objects.requireNonNull(cardWidth, "cardWidth == null");
      this.cardWidth = cardWidth;
      return this;
    }

    /** The cards, 2 or more and at most 10. */
    public Builder cardContents(List<CardContent> cardContents) {
      Objects.requireNonNull(cardContents, "cardContents == null");
      this.cardContents = Json.copyOf("cardContents", cardContents, false);
      return this;
    }

    /** What the recipient can tap instead of writing, at most 11. */
    public Builder suggestions(@Nullable List<SuggestedAction> suggestions) {
      this.suggestions =
          suggestions == null ? null : Json.copyOf("suggestions", suggestions, false);
      return this;
    }

    /**
     * Properties that the document does not name.
     *
     * @throws IllegalArgumentException if the document does name one of them
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties =
          Json.undeclared(RbmCarouselJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns the object.
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
