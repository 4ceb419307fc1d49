// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of an MMS. Bandwidth requires neither text nor media. */
@Generated
public final class MmsContent {
  final @Nullable String text;
  final @Nullable List<MmsFile> media;
  final Map<String, @Nullable Object> additionalProperties;

  MmsContent(Builder builder) {
    this.text = builder.text;
    this.media = builder.media;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MmsContent> jsonAdapter() {
    return MmsContentJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.text = this.text;
    builder.media = this.media;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The text, at most 2048 characters. */
  public @Nullable String text() {
    return text;
  }

  /** The files to attach. */
  public @Nullable List<MmsFile> media() {
    return media;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code text} replaced.
   *
   * @param text the text, at most 2048 characters; null for none
   * @return the copy
   */
  public MmsContent withText(@Nullable String text) {
    return toBuilder().text(text).build();
  }

  /**
   * Returns a copy with {@code media} replaced.
   *
   * @param media the files to attach; null for none
   * @return the copy
   */
  public MmsContent withMedia(@Nullable List<MmsFile> media) {
    return toBuilder().media(media).build();
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
    return other instanceof MmsContent that
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.media, that.media)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, media, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MmsContent{"
        + "text="
        + Json.masked(text)
        + ", media="
        + Json.masked(media)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link MmsContent}s. */
  public static final class Builder {
    @Nullable String text;
    @Nullable List<MmsFile> media;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The text, at most 2048 characters. */
    public Builder text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /** The files to attach. */
    public Builder media(@Nullable List<MmsFile> media) {
      this.media = media == null ? null : Json.copyOf("media", media, false);
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
          Json.undeclared(MmsContentJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link MmsContent}. */
    public MmsContent build() {
      return new MmsContent(this);
    }
  }
}
