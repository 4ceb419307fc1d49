// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The receipt of a multi-channel message, in an envelope. */
@Generated
public final class MultiChannelMessageResponse {
  final @Nullable List<Link> links;
  final MultiChannelMessage data;
  final @Nullable List<MultiChannelErrorDetail> errors;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  MultiChannelMessageResponse(Builder builder) {
    this.links = builder.links;
    this.data = builder.data;
    this.errors = builder.errors;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MultiChannelMessageResponse> jsonAdapter() {
    return MultiChannelMessageResponseJsonAdapter.INSTANCE;
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
    return builder;
  }

  /** Related links. */
  public @Nullable List<Link> links() {
    return links;
  }

  /** A multi-channel message that Bandwidth accepted. */
  public MultiChannelMessage data() {
    return data;
  }

  /** The errors; empty if the message was accepted. */
  public @Nullable List<MultiChannelErrorDetail> errors() {
    return errors;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MultiChannelMessageResponse that
        && Objects.equals(this.links, that.links)
        && Objects.equals(this.data, that.data)
        && Objects.equals(this.errors, that.errors)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(links, data, errors, additionalProperties);
  }

  /** Returns a string for logs. */
  @Override
  public String toString() {
    return "MultiChannelMessageResponse{"
        + "links="
        + links
        + ", data="
        + data
        + ", errors="
        + errors
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link MultiChannelMessageResponse}s. */
  public static final class Builder {
    @Nullable List<Link> links;
    @Nullable MultiChannelMessage data;
    @Nullable List<MultiChannelErrorDetail> errors;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** Related links. */
    public Builder links(@Nullable List<Link> links) {
      this.links = links == null ? null : Json.copyOf("links", links, false);
      return this;
    }

    /** A multi-channel message that Bandwidth accepted. */
    public Builder data(MultiChannelMessage data) {
      Objects.requireNonNull(data, "data == null");
      this.data = data;
      return this;
    }

    /** The errors; empty if the message was accepted. */
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
          Json.undeclared(MultiChannelMessageResponseJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link MultiChannelMessageResponse}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public MultiChannelMessageResponse build() {
      if (data == null) {
        throw new IllegalArgumentException("MultiChannelMessageResponse.data is required");
      }
      return new MultiChannelMessageResponse(this);
    }
  }
}
