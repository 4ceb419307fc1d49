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

/** A file of an RBM message. */
@Generated
public final class RbmFile {
  final URI fileUrl;
  final @Nullable URI thumbnailUrl;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  RbmFile(Builder builder) {
    this.fileUrl = builder.fileUrl;
    this.thumbnailUrl = builder.thumbnailUrl;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<RbmFile> jsonAdapter() {
    return RbmFileJsonAdapter.INSTANCE;
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
  public RbmFile withThumbnailUrl(@Nullable URI thumbnailUrl) {
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
    return other instanceof RbmFile that
        && Objects.equals(this.fileUrl, that.fileUrl)
        && Objects.equals(this.thumbnailUrl, that.thumbnailUrl)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileUrl, thumbnailUrl, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "RbmFile{"
        + "fileUrl="
        + Json.masked(fileUrl)
        + ", thumbnailUrl="
        + Json.masked(thumbnailUrl)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link RbmFile}s. */
  public static final class Builder {
    @Nullable URI fileUrl;
    @Nullable URI thumbnailUrl;
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

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(RbmFileJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link RbmFile}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public RbmFile build() {
      if (fileUrl == null) {
        throw new IllegalArgumentException("RbmFile.fileUrl is required");
      }
      return new RbmFile(this);
    }
  }
}
