// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why Bandwidth rejected a multi-channel message, in an envelope. */
@Generated
public final class MultiChannelError {
  final @Nullable List<Link> links;
  final @Nullable Map<String, Object> data;
  final @Nullable List<MultiChannelErrorDetail> errors;
  final Map<String, @Nullable Object> additionalProperties;
  final Set<String> nullProperties;

  MultiChannelError(Builder builder) {
    this.links = builder.links;
    this.data = builder.data;
    this.errors = builder.errors;
    this.additionalProperties = builder.additionalProperties;
    this.nullProperties = builder.nullProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MultiChannelError> jsonAdapter() {
    return MultiChannelErrorJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.links = this.links;
    builder.data = this.data;
    builder.errors = this.errors;
    builder.additionalProperties = this.additionalProperties;
    builder.nullProperties = this.nullProperties;
    return builder;
  }

  /** Related links. */
  public @Nullable List<Link> links() {
    return links;
  }

  /** Always null. */
  public @Nullable Map<String, Object> data() {
    return data;
  }

  /** The errors. */
  public @Nullable List<MultiChannelErrorDetail> errors() {
    return errors;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /** Returns the JSON names of the properties that are null rather than absent. */
  public Set<String> nullProperties() {
    return nullProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MultiChannelError that
        && Objects.equals(this.links, that.links)
        && Objects.equals(this.data, that.data)
        && Objects.equals(this.errors, that.errors)
        && additionalProperties.equals(that.additionalProperties)
        && nullProperties.equals(that.nullProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(links, data, errors, additionalProperties, nullProperties);
  }

  /** Returns a string for logs. */
  @Override
  public String toString() {
    return "MultiChannelError{"
        + "links="
        + links
        + ", data="
        + data
        + ", errors="
        + errors
        + ", additionalProperties="
        + additionalProperties.keySet()
        + ", nullProperties="
        + nullProperties
        + "}";
  }

  /** Builds {@link MultiChannelError}s. */
  public static final class Builder {
    @Nullable List<Link> links;
    @Nullable Map<String, Object> data;
    @Nullable List<MultiChannelErrorDetail> errors;
    Map<String, @Nullable Object> additionalProperties = Map.of();
    Set<String> nullProperties = Set.of();

    Builder() {}

    /** Related links. */
    public Builder links(@Nullable List<Link> links) {
      this.links = links == null ? null : Json.copyOf("links", links, false);
      return this;
    }

    /** Always null. */
    public Builder data(@Nullable Map<String, Object> data) {
      this.data = data == null ? null : Json.copyOf("data", data, true);
      this.nullProperties = Json.nullOrNot(this.nullProperties, "data", false);
      return this;
    }

    /** Sets {@code data} to null, which is not the same as leaving it out. */
    public Builder dataAsNull() {
      this.data = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "data", true);
      return this;
    }

    /** The errors. */
    public Builder errors(@Nullable List<MultiChannelErrorDetail> errors) {
      this.errors = errors == null ? null : Json.copyOf("errors", errors, false);
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
          Json.undeclared(MultiChannelErrorJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link MultiChannelError}. */
    public MultiChannelError build() {
      return new MultiChannelError(this);
    }
  }
}
