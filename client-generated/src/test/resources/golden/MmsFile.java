// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

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

  // What is read from JSON may lack what the document requires.
  @SuppressWarnings("NullAway")
  MmsFile(Builder builder) {
    this.fileUrl = builder.fileUrl;
    this.additionalProperties = builder.additionalProperties;
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
   * The URL of the file, at most 1000 characters. The file can have 3.5 MB, though carriers can
   * take less.
   */
  public URI fileUrl() {
    return fileUrl;
  }

  /** The properties that the document does not name, in the order they came in. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
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
    return other instanceof MmsFile that
        && Objects.equals(this.fileUrl, that.fileUrl)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fileUrl, additionalProperties);
  }

  /** Returns the properties for people to read; personal ones are masked. */
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
     * The URL of the file, at most 1000 characters. The file can have 3.5 MB, though carriers can
     * take less.
     */
    public Builder fileUrl(URI fileUrl) {
      Objects.requireNonNull(fileUrl, "fileUrl == null");
      this.fileUrl = fileUrl;
      return this;
    }

    /**
     * Properties that the document does not name.
     *
     * @throws IllegalArgumentException if the document does name one of them
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(MmsFileJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns the object.
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
