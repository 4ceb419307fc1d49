// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why Bandwidth refused a multi-channel message, in an envelope. */
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

  /** Links to more. */
  public @Nullable List<Link> links() {
    return links;
  }

  /** Nothing, always null. */
  public @Nullable Map<String, Object> data() {
    return data;
  }

  /** What is wrong. */
  public @Nullable List<MultiChannelErrorDetail> errors() {
    return errors;
  }

  /** The properties that the document does not name, in the order they came in. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /** Returns the names of the properties that are null and not just absent, as they are in JSON. */
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

  /** Returns the properties for people to read. */
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

    /** Links to more. */
    public Builder links(@Nullable List<Link> links) {
      this.links = links == null ? null : Json.copyOf("links", links, false);
      return this;
    }

    /** Nothing, always null. */
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

    /** What is wrong. */
    public Builder errors(@Nullable List<MultiChannelErrorDetail> errors) {
      this.errors = errors == null ? null : Json.copyOf("errors", errors, false);
      return this;
    }

    /**
     * Properties that the document does not name.
     *
     * @throws IllegalArgumentException if the document does name one of them
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties =
          Json.undeclared(MultiChannelErrorJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns the object. */
    public MultiChannelError build() {
      return new MultiChannelError(this);
    }
  }
}
