// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

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

  // What is read from JSON may lack what the document requires.
  @SuppressWarnings("NullAway")
  MultiChannelMessageResponse(Builder builder) {
    this.links = builder.links;
    this.data = builder.data;
    this.errors = builder.errors;
    this.additionalProperties = builder.additionalProperties;
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

  /** Links to more. */
  public @Nullable List<Link> links() {
    return links;
  }

  /** A multi-channel message that Bandwidth has accepted. */
  public MultiChannelMessage data() {
    return data;
  }

  /** Errors; empty if the message is accepted. */
  public @Nullable List<MultiChannelErrorDetail> errors() {
    return errors;
  }

  /** The properties that the document does not name, in the order they came in. */
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

  /** Returns the properties for people to read. */
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

    /** Links to more. */
    public Builder links(@Nullable List<Link> links) {
      this.links = links == null ? null : Json.copyOf("links", links, false);
      return this;
    }

    /** A multi-channel message that Bandwidth has accepted. */
    public Builder data(MultiChannelMessage data) {
      Objects.requireNonNull(data, "data == null");
      this.data = data;
      return this;
    }

    /** Errors; empty if the message is accepted. */
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
          Json.undeclared(MultiChannelMessageResponseJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns the object.
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
