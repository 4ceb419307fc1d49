// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The picture or video of a card. */
@Generated
public final class CardMedia {
  final URI fileUrl;
  final @Nullable URI thumbnailUrl;
  final CardMediaHeight height;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  CardMedia(Builder builder) {
    this.fileUrl = builder.fileUrl;
    this.thumbnailUrl = builder.thumbnailUrl;
    this.height = builder.height;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<CardMedia> jsonAdapter() {
    return CardMediaJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.fileUrl = this.fileUrl;
    builder.thumbnailUrl = this.thumbnailUrl;
    builder.height = this.height;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The URL of the file, at most 1000 characters. The file can have up to 100 MB. */
  public URI fileUrl() {
    return fileUrl;
  }

  /** The URL of the thumbnail, at most 1000 characters. For a video only. */
  public @Nullable URI thumbnailUrl() {
    return thumbnailUrl;
  }

  /** The height of the media of a card. */
  public CardMediaHeight height() {
    return height;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code thumbnailUrl} replaced.
   *
   * @param thumbnailUrl the URL of the thumbnail, at most 1000 characters; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public CardMedia withThumbnailUrl(@Nullable URI thumbnailUrl) {
    return toBuilder().thumbnailUrl(thumbnailUrl).build();
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
    return other instanceof CardMedia that
        && Objects.equals(this.fileUrl, that.fileUrl)
        && Objects.equals(this.thumbnailUrl, that.thumbnailUrl)
        && Objects.equals(this.height, that.height)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileUrl, thumbnailUrl, height, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "CardMedia{"
        + "fileUrl="
        + Json.masked(fileUrl)
        + ", thumbnailUrl="
        + Json.masked(thumbnailUrl)
        + ", height="
        + height
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link CardMedia}s. */
  public static final class Builder {
    @Nullable URI fileUrl;
    @Nullable URI thumbnailUrl;
    @Nullable CardMediaHeight height;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The URL of the file, at most 1000 characters. The file can have up to 100 MB. */
    public Builder fileUrl(URI fileUrl) {
      Objects.requireNonNull(fileUrl, "fileUrl == null");
      this.fileUrl = fileUrl;
      return this;
    }

    /** The URL of the thumbnail, at most 1000 characters. For a video only. */
    public Builder thumbnailUrl(@Nullable URI thumbnailUrl) {
      this.thumbnailUrl = thumbnailUrl;
      return this;
    }

    /** The height of the media of a card. */
    public Builder height(CardMediaHeight height) {
      Objects.requireNonNull(height, "height == null");
      this.height = height;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(CardMediaJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link CardMedia}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public CardMedia build() {
      if (fileUrl == null) {
        throw new IllegalArgumentException("CardMedia.fileUrl is required");
      }
      if (height == null) {
        throw new IllegalArgumentException("CardMedia.height is required");
      }
      return new CardMedia(this);
    }
  }
}
