// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One error in a request. */
@Generated
public final class MultiChannelErrorDetail {
  final String type;
  final String description;
  final ErrorSource source;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  MultiChannelErrorDetail(Builder builder) {
    this.type = builder.type;
    this.description = builder.description;
    this.source = builder.source;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MultiChannelErrorDetail> jsonAdapter() {
    return MultiChannelErrorDetailJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = this.type;
    builder.description = this.description;
    builder.source = this.source;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The kind of error, for example {@code request-validation}. The list is open. */
  public String type() {
    return type;
  }

  /**
   * A human-readable description. Do not parse it; its wording changes. It can quote the value that
   * was sent.
   */
  public String description() {
    return description;
  }

  /** The part of the request that is wrong; empty if it is not a single part. */
  public ErrorSource source() {
    return source;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MultiChannelErrorDetail that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.description, that.description)
        && Objects.equals(this.source, that.source)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, description, source, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MultiChannelErrorDetail{"
        + "type="
        + type
        + ", description="
        + Json.masked(description)
        + ", source="
        + source
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link MultiChannelErrorDetail}s. */
  public static final class Builder {
    @Nullable String type;
    @Nullable String description;
    @Nullable ErrorSource source;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The kind of error, for example {@code request-validation}. The list is open. */
    public Builder type(String type) {
      Objects.requireNonNull(type, "type == null");
      this.type = type;
      return this;
    }

    /**
     * A human-readable description. Do not parse it; its wording changes. It can quote the value
     * that was sent.
     */
    public Builder description(String description) {
      Objects.requireNonNull(description, "description == null");
      this.description = description;
      return this;
    }

    /** The part of the request that is wrong; empty if it is not a single part. */
    public Builder source(ErrorSource source) {
      Objects.requireNonNull(source, "source == null");
      this.source = source;
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
          Json.undeclared(MultiChannelErrorDetailJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link MultiChannelErrorDetail}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public MultiChannelErrorDetail build() {
      if (type == null) {
        throw new IllegalArgumentException("MultiChannelErrorDetail.type is required");
      }
      if (description == null) {
        throw new IllegalArgumentException("MultiChannelErrorDetail.description is required");
      }
      if (source == null) {
        throw new IllegalArgumentException("MultiChannelErrorDetail.source is required");
      }
      return new MultiChannelErrorDetail(this);
    }
  }
}
