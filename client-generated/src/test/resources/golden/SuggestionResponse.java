// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The recipient has chosen a suggested reply or action, which {@code message.suggestionResponse}
 * has. RBM only.
 */
@Generated
public final class SuggestionResponse implements MessageEvent {
  final String type;
  final @Nullable OffsetDateTime time;
  final @Nullable String description;
  final @Nullable String to;
  final Message message;
  final Map<String, @Nullable Object> additionalProperties;

  // What is read from JSON may lack what the document requires.
  @SuppressWarnings("NullAway")
  SuggestionResponse(Builder builder) {
    this.type = builder.type;
    this.time = builder.time;
    this.description = builder.description;
    this.to = builder.to;
    this.message = builder.message;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = this.type;
    builder.time = this.time;
    builder.description = this.description;
    builder.to = this.to;
    builder.message = this.message;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** What happened, {@code suggestion-response}. */
  @Override
  public String type() {
    return type;
  }

  /** When it happened. */
  @Override
  public @Nullable OffsetDateTime time() {
    return time;
  }

  /** A sentence for people. Do not compare it, its wording changes. */
  @Override
  public @Nullable String description() {
    return description;
  }

  /** The one number that this event is about. */
  @Override
  public @Nullable String to() {
    return to;
  }

  /**
   * A message as Bandwidth reports it: in the response to a message it accepted, or in an event.
   * Only {@code id} can be relied on; Bandwidth's later OpenAPI document calls no property
   * required, and one documented example lacks {@code applicationId}.
   */
  @Override
  public Message message() {
    return message;
  }

  /** The properties that the document does not name, in the order they came in. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SuggestionResponse that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.time, that.time)
        && Objects.equals(this.description, that.description)
        && Objects.equals(this.to, that.to)
        && Objects.equals(this.message, that.message)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, time, description, to, message, additionalProperties);
  }

  /** Returns the properties for people to read; personal ones are masked. */
  @Override
  public String toString() {
    return "SuggestionResponse{"
        + "type="
        + type
        + ", time="
        + time
        + ", description="
        + description
        + ", to="
        + Json.masked(to)
        + ", message="
        + message
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link SuggestionResponse}s. */
  public static final class Builder {
    @Nullable String type = "suggestion-response";
    @Nullable OffsetDateTime time;
    @Nullable String description;
    @Nullable String to;
    @Nullable Message message;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** What happened, {@code suggestion-response}. */
    public Builder type(String type) {
      Objects.requireNonNull(type, "type == null");
      this.type = type;
      return this;
    }

    /** When it happened. */
    public Builder time(@Nullable OffsetDateTime time) {
      this.time = time;
      return this;
    }

    /** A sentence for people. Do not compare it, its wording changes. */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /** The one number that this event is about. */
    public Builder to(@Nullable String to) {
      this.to = to;
      return this;
    }

    /**
     * A message as Bandwidth reports it: in the response to a message it accepted, or in an event.
     * Only {@code id} can be relied on; Bandwidth's later OpenAPI document calls no property
     * required, and one documented example lacks {@code applicationId}.
     */
    public Builder message(Message message) {
      Objects.requireNonNull(message, "message == null");
      this.message = message;
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
          Json.undeclared(SuggestionResponseJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns the object.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public SuggestionResponse build() {
      if (message == null) {
        throw new IllegalArgumentException("SuggestionResponse.message is required");
      }
      return new SuggestionResponse(this);
    }
  }
}
