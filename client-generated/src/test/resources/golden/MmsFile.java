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

/** A file of an MMS. */
@Generated
public final class MmsFile {
  final URI fileUrl;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  MmsFile(Builder builder) {
    this.fileUrl = builder.fileUrl;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MmsFile> jsonAdapter() {
    return MmsFileJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.fileUrl = this.fileUrl;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /**
   * The URL of the file, at most 1000 characters. The file can have up to 3.5 MB, but carriers can
   * accept less.
   */
  public URI fileUrl() {
    return fileUrl;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
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
    return other instanceof MmsFile that
        && Objects.equals(this.fileUrl, that.fileUrl)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileUrl, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MmsFile{"
        + "fileUrl="
        + Json.masked(fileUrl)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link MmsFile}s. */
  public static final class Builder {
    @Nullable URI fileUrl;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /**
     * The URL of the file, at most 1000 characters. The file can have up to 3.5 MB, but carriers
     * can accept less.
     */
    public Builder fileUrl(URI fileUrl) {
      Objects.requireNonNull(fileUrl, "fileUrl == null");
      this.fileUrl = fileUrl;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(MmsFileJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link MmsFile}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public MmsFile build() {
      if (fileUrl == null) {
        throw new IllegalArgumentException("MmsFile.fileUrl is required");
      }
      return new MmsFile(this);
    }
  }
}
