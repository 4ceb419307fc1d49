// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of a card: a title, a description, media, or several of these. */
@Generated
public final class CardContent {
  final @Nullable String title;
  final @Nullable String description;
  final @Nullable CardMedia media;
  final @Nullable List<SuggestedAction> suggestions;
  final Map<String, @Nullable Object> additionalProperties;

  CardContent(Builder builder) {
    this.title = builder.title;
    this.description = builder.description;
    this.media = builder.media;
    this.suggestions = builder.suggestions;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<CardContent> jsonAdapter() {
    return CardContentJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.title = this.title;
    builder.description = this.description;
    builder.media = this.media;
    builder.suggestions = this.suggestions;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The title of the card, at most 200 characters. */
  public @Nullable String title() {
    return title;
  }

  /** The description of the card, at most 2000 characters. */
  public @Nullable String description() {
    return description;
  }

  /** The picture or video of a card. */
  public @Nullable CardMedia media() {
    return media;
  }

  /** What the recipient can tap on the card, at most 4. */
  public @Nullable List<SuggestedAction> suggestions() {
    return suggestions;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code title} replaced.
   *
   * @param title the title of the card, at most 200 characters; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public CardContent withTitle(@Nullable String title) {
    return toBuilder().title(title).build();
  }

  /**
   * Returns a copy with {@code description} replaced.
   *
   * @param description the description of the card, at most 2000 characters; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public CardContent withDescription(@Nullable String description) {
    return toBuilder().description(description).build();
  }

  /**
   * Returns a copy with {@code media} replaced.
   *
   * @param media the picture or video of a card; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public CardContent withMedia(@Nullable CardMedia media) {
    return toBuilder().media(media).build();
  }

  /**
   * Returns a copy with {@code suggestions} replaced.
   *
   * @param suggestions what the recipient can tap on the card, at most 4; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public CardContent withSuggestions(@Nullable List<SuggestedAction> suggestions) {
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
    return other instanceof CardContent that
        && Objects.equals(this.title, that.title)
        && Objects.equals(this.description, that.description)
        && Objects.equals(this.media, that.media)
        && Objects.equals(this.suggestions, that.suggestions)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(title, description, media, suggestions, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "CardContent{"
        + "title="
        + Json.masked(title)
        + ", description="
        + Json.masked(description)
        + ", media="
        + Json.masked(media)
        + ", suggestions="
        + Json.masked(suggestions)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link CardContent}s. */
  public static final class Builder {
    @Nullable String title;
    @Nullable String description;
    @Nullable CardMedia media;
    @Nullable List<SuggestedAction> suggestions;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The title of the card, at most 200 characters. */
    public Builder title(@Nullable String title) {
      this.title = title;
      return this;
    }

    /** The description of the card, at most 2000 characters. */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /** The picture or video of a card. */
    public Builder media(@Nullable CardMedia media) {
      this.media = media;
      return this;
    }

    /** What the recipient can tap on the card, at most 4. */
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
          Json.undeclared(CardContentJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link CardContent}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public CardContent build() {
      if (title == null && description == null && media == null) {
        throw new IllegalArgumentException("CardContent needs title or description or media");
      }
      return new CardContent(this);
    }
  }
}
