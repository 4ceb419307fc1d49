// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An RBM card. */
@Generated
public final class RbmCard implements RbmContent {
  final CardOrientation orientation;
  final @Nullable ThumbnailAlignment thumbnailImageAlignment;
  final CardContent cardContent;
  final @Nullable List<SuggestedAction> suggestions;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  RbmCard(Builder builder) {
    this.orientation = builder.orientation;
    this.thumbnailImageAlignment = builder.thumbnailImageAlignment;
    this.cardContent = builder.cardContent;
    this.suggestions = builder.suggestions;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<RbmCard> jsonAdapter() {
    return RbmCardJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.orientation = this.orientation;
    builder.thumbnailImageAlignment = this.thumbnailImageAlignment;
    builder.cardContent = this.cardContent;
    builder.suggestions = this.suggestions;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /**
   * Whether the picture of a card is beside ({@code HORIZONTAL}) or above ({@code VERTICAL}) its
   * text.
   */
  public CardOrientation orientation() {
    return orientation;
  }

  /** The side of the thumbnail of a card; required if the orientation is {@code HORIZONTAL}. */
  public @Nullable ThumbnailAlignment thumbnailImageAlignment() {
    return thumbnailImageAlignment;
  }

  /** The content of a card: a title, a description, media, or several of these. */
  public CardContent cardContent() {
    return cardContent;
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
   * Returns a copy with {@code thumbnailImageAlignment} replaced.
   *
   * @param thumbnailImageAlignment the side of the thumbnail of a card; required if the orientation
   *     is {@code HORIZONTAL}; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public RbmCard withThumbnailImageAlignment(@Nullable ThumbnailAlignment thumbnailImageAlignment) {
    return toBuilder().thumbnailImageAlignment(thumbnailImageAlignment).build();
  }

  /**
   * Returns a copy with {@code suggestions} replaced.
   *
   * @param suggestions what the recipient can tap instead of typing, at most 11; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public RbmCard withSuggestions(@Nullable List<SuggestedAction> suggestions) {
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
    return other instanceof RbmCard that
        && Objects.equals(this.orientation, that.orientation)
        && Objects.equals(this.thumbnailImageAlignment, that.thumbnailImageAlignment)
        && Objects.equals(this.cardContent, that.cardContent)
        && Objects.equals(this.suggestions, that.suggestions)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        orientation, thumbnailImageAlignment, cardContent, suggestions, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "RbmCard{"
        + "orientation="
        + orientation
        + ", thumbnailImageAlignment="
        + thumbnailImageAlignment
        + ", cardContent="
        + cardContent
        + ", suggestions="
        + Json.masked(suggestions)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link RbmCard}s. */
  public static final class Builder {
    @Nullable CardOrientation orientation;
    @Nullable ThumbnailAlignment thumbnailImageAlignment;
    @Nullable CardContent cardContent;
    @Nullable List<SuggestedAction> suggestions;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /**
     * Whether the picture of a card is beside ({@code HORIZONTAL}) or above ({@code VERTICAL}) its
     * text.
     */
    public Builder orientation(CardOrientation orientation) {
      Objects.requireNonNull(orientation, "orientation == null");
      this.orientation = orientation;
      return this;
    }

    /** The side of the thumbnail of a card; required if the orientation is {@code HORIZONTAL}. */
    public Builder thumbnailImageAlignment(@Nullable ThumbnailAlignment thumbnailImageAlignment) {
      this.thumbnailImageAlignment = thumbnailImageAlignment;
      return this;
    }

    /** The content of a card: a title, a description, media, or several of these. */
    public Builder cardContent(CardContent cardContent) {
      Objects.requireNonNull(cardContent, "cardContent == null");
      this.cardContent = cardContent;
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
      this.additionalProperties = Json.undeclared(RbmCardJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link RbmCard}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public RbmCard build() {
      if (orientation == null) {
        throw new IllegalArgumentException("RbmCard.orientation is required");
      }
      if (cardContent == null) {
        throw new IllegalArgumentException("RbmCard.cardContent is required");
      }
      return new RbmCard(this);
    }
  }
}
