// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A media file of the account, uploaded or received with a message. Neither its type nor its age is
 * listed.
 */
@Generated
public final class MediaItem {
  final @Nullable String content;
  final @Nullable Long contentLength;
  final @Nullable String mediaName;
  final Map<String, @Nullable Object> additionalProperties;

  MediaItem(Builder builder) {
    this.content = builder.content;
    this.contentLength = builder.contentLength;
    this.mediaName = builder.mediaName;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MediaItem> jsonAdapter() {
    return MediaItemJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.content = this.content;
    builder.contentLength = this.contentLength;
    builder.mediaName = this.mediaName;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The URL to download the file from, with your credentials. */
  public @Nullable String content() {
    return content;
  }

  /** The size of the file in bytes. */
  public @Nullable Long contentLength() {
    return contentLength;
  }

  /** The name of the file, unique in the account. */
  public @Nullable String mediaName() {
    return mediaName;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaItem that
        && Objects.equals(this.content, that.content)
        && Objects.equals(this.contentLength, that.contentLength)
        && Objects.equals(this.mediaName, that.mediaName)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(content, contentLength, mediaName, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MediaItem{"
        + "content="
        + Json.masked(content)
        + ", contentLength="
        + contentLength
        + ", mediaName="
        + mediaName
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link MediaItem}s. */
  public static final class Builder {
    @Nullable String content;
    @Nullable Long contentLength;
    @Nullable String mediaName;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The URL to download the file from, with your credentials. */
    public Builder content(@Nullable String content) {
      this.content = content;
      return this;
    }

    /** The size of the file in bytes. */
    public Builder contentLength(@Nullable Long contentLength) {
      this.contentLength = contentLength;
      return this;
    }

    /** The name of the file, unique in the account. */
    public Builder mediaName(@Nullable String mediaName) {
      this.mediaName = mediaName;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(MediaItemJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link MediaItem}. */
    public MediaItem build() {
      return new MediaItem(this);
    }
  }
}
