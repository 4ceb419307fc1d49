// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of your numbers received a message. Its media can be downloaded for 48 hours, with your
 * credentials.
 */
@Generated
public final class MessageReceived implements MessageEvent {
  final String type;
  final @Nullable OffsetDateTime time;
  final @Nullable String description;
  final @Nullable String to;
  final Message message;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  MessageReceived(Builder builder) {
    this.type = builder.type;
    this.time = builder.time;
    this.description = builder.description;
    this.to = builder.to;
    this.message = builder.message;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessageReceived> jsonAdapter() {
    return MessageReceivedJsonAdapter.INSTANCE;
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

  /** The event type, {@code message-received}. */
  @Override
  public String type() {
    return type;
  }

  /** When it happened. */
  @Override
  public @Nullable OffsetDateTime time() {
    return time;
  }

  /** A human-readable description. Do not parse it; its wording changes. */
  @Override
  public @Nullable String description() {
    return description;
  }

  /** The phone number that this event is about. */
  @Override
  public @Nullable String to() {
    return to;
  }

  /**
   * A message as Bandwidth reports it: in the response to a message it accepted, or in an event.
   * Only {@code id} can be relied on.
   */
  @Override
  public Message message() {
    return message;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MessageReceived that
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

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MessageReceived{"
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

  /** Builds {@link MessageReceived}s. */
  public static final class Builder {
    @Nullable String type = "message-received";
    @Nullable OffsetDateTime time;
    @Nullable String description;
    @Nullable String to;
    @Nullable Message message;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The event type, {@code message-received}. */
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

    /** A human-readable description. Do not parse it; its wording changes. */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /** The phone number that this event is about. */
    public Builder to(@Nullable String to) {
      this.to = to;
      return this;
    }

    /**
     * A message as Bandwidth reports it: in the response to a message it accepted, or in an event.
     * Only {@code id} can be relied on.
     */
    public Builder message(Message message) {
      Objects.requireNonNull(message, "message == null");
      this.message = message;
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
          Json.undeclared(MessageReceivedJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link MessageReceived}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public MessageReceived build() {
      if (message == null) {
        throw new IllegalArgumentException("MessageReceived.message is required");
      }
      return new MessageReceived(this);
    }
  }
}
