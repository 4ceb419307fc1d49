// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as Bandwidth reports it: in the response to a message it accepted, or in an event. Only
 * {@code id} can be relied on.
 */
@Generated
public final class Message {
  final String id;
  final @Nullable String owner;
  final @Nullable OffsetDateTime time;
  final @Nullable Direction direction;
  final @Nullable List<String> to;
  final @Nullable String from;
  final @Nullable String text;
  final @Nullable String applicationId;
  final @Nullable List<String> media;
  final @Nullable String tag;
  final @Nullable Integer segmentCount;
  final @Nullable Priority priority;
  final @Nullable OffsetDateTime expiration;
  final @Nullable String channel;
  final @Nullable ChosenSuggestion suggestionResponse;
  final @Nullable SharedLocation locationResponse;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  Message(Builder builder) {
    this.id = builder.id;
    this.owner = builder.owner;
    this.time = builder.time;
    this.direction = builder.direction;
    this.to = builder.to;
    this.from = builder.from;
    this.text = builder.text;
    this.applicationId = builder.applicationId;
    this.media = builder.media;
    this.tag = builder.tag;
    this.segmentCount = builder.segmentCount;
    this.priority = builder.priority;
    this.expiration = builder.expiration;
    this.channel = builder.channel;
    this.suggestionResponse = builder.suggestionResponse;
    this.locationResponse = builder.locationResponse;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<Message> jsonAdapter() {
    return MessageJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = this.id;
    builder.owner = this.owner;
    builder.time = this.time;
    builder.direction = this.direction;
    builder.to = this.to;
    builder.from = this.from;
    builder.text = this.text;
    builder.applicationId = this.applicationId;
    builder.media = this.media;
    builder.tag = this.tag;
    builder.segmentCount = this.segmentCount;
    builder.priority = this.priority;
    builder.expiration = this.expiration;
    builder.channel = this.channel;
    builder.suggestionResponse = this.suggestionResponse;
    builder.locationResponse = this.locationResponse;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The unique id of the message, also in every callback. */
  public String id() {
    return id;
  }

  /**
   * Your phone number that this message belongs to; for a sent message, the {@code from} number.
   */
  public @Nullable String owner() {
    return owner;
  }

  /** When Bandwidth created the message, in UTC with any number of fractional digits. */
  public @Nullable OffsetDateTime time() {
    return time;
  }

  /**
   * Whether Bandwidth sent the message ({@code out}) or one of your numbers received it ({@code
   * in}).
   */
  public @Nullable Direction direction() {
    return direction;
  }

  /** The phone numbers the message is sent to, as a list even if the request had only one. */
  public @Nullable List<String> to() {
    return to;
  }

  /** The phone number the message is sent from. */
  public @Nullable String from() {
    return from;
  }

  /** The text as it was sent; empty in events. */
  public @Nullable String text() {
    return text;
  }

  /** The id of the application the {@code from} number belongs to. */
  public @Nullable String applicationId() {
    return applicationId;
  }

  /** The URLs of the attached files; absent if there are none. */
  public @Nullable List<String> media() {
    return media;
  }

  /** The tag of the request. */
  public @Nullable String tag() {
    return tag;
  }

  /**
   * The number of segments that the text is split into; rate limits and prices count segments. An
   * MMS, and so every group message, is one segment.
   */
  public @Nullable Integer segmentCount() {
    return segmentCount;
  }

  /**
   * The priority of the message among your own traffic; {@code default} if absent. A {@code high}
   * message still counts against the rate limit and is rejected when the queue is full. For
   * toll-free and short code SMS only.
   */
  public @Nullable Priority priority() {
    return priority;
  }

  /** The expiration of the request; the same instant, possibly with another offset. */
  public @Nullable OffsetDateTime expiration() {
    return expiration;
  }

  /**
   * The channel of the message, {@code RBM}, {@code SMS} or {@code MMS}. Only in events of
   * multi-channel messages.
   */
  public @Nullable String channel() {
    return channel;
  }

  /** The suggestion that the recipient chose. */
  public @Nullable ChosenSuggestion suggestionResponse() {
    return suggestionResponse;
  }

  /** The location that the recipient shared. */
  public @Nullable SharedLocation locationResponse() {
    return locationResponse;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Message that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.owner, that.owner)
        && Objects.equals(this.time, that.time)
        && Objects.equals(this.direction, that.direction)
        && Objects.equals(this.to, that.to)
        && Objects.equals(this.from, that.from)
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.applicationId, that.applicationId)
        && Objects.equals(this.media, that.media)
        && Objects.equals(this.tag, that.tag)
        && Objects.equals(this.segmentCount, that.segmentCount)
        && Objects.equals(this.priority, that.priority)
        && Objects.equals(this.expiration, that.expiration)
        && Objects.equals(this.channel, that.channel)
        && Objects.equals(this.suggestionResponse, that.suggestionResponse)
        && Objects.equals(this.locationResponse, that.locationResponse)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        id,
        owner,
        time,
        direction,
        to,
        from,
        text,
        applicationId,
        media,
        tag,
        segmentCount,
        priority,
        expiration,
        channel,
        suggestionResponse,
        locationResponse,
        additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "Message{"
        + "id="
        + id
        + ", owner="
        + Json.masked(owner)
        + ", time="
        + time
        + ", direction="
        + direction
        + ", to="
        + Json.masked(to)
        + ", from="
        + Json.masked(from)
        + ", text="
        + Json.masked(text)
        + ", applicationId="
        + applicationId
        + ", media="
        + Json.masked(media)
        + ", tag="
        + Json.masked(tag)
        + ", segmentCount="
        + segmentCount
        + ", priority="
        + priority
        + ", expiration="
        + expiration
        + ", channel="
        + channel
        + ", suggestionResponse="
        + suggestionResponse
        + ", locationResponse="
        + locationResponse
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link Message}s. */
  public static final class Builder {
    @Nullable String id;
    @Nullable String owner;
    @Nullable OffsetDateTime time;
    @Nullable Direction direction;
    @Nullable List<String> to;
    @Nullable String from;
    @Nullable String text;
    @Nullable String applicationId;
    @Nullable List<String> media;
    @Nullable String tag;
    @Nullable Integer segmentCount;
    @Nullable Priority priority;
    @Nullable OffsetDateTime expiration;
    @Nullable String channel;
    @Nullable ChosenSuggestion suggestionResponse;
    @Nullable SharedLocation locationResponse;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The unique id of the message, also in every callback. */
    public Builder id(String id) {
      Objects.requireNonNull(id, "id == null");
      this.id = id;
      return this;
    }

    /**
     * Your phone number that this message belongs to; for a sent message, the {@code from} number.
     */
    public Builder owner(@Nullable String owner) {
      this.owner = owner;
      return this;
    }

    /** When Bandwidth created the message, in UTC with any number of fractional digits. */
    public Builder time(@Nullable OffsetDateTime time) {
      this.time = time;
      return this;
    }

    /**
     * Whether Bandwidth sent the message ({@code out}) or one of your numbers received it ({@code
     * in}).
     */
    public Builder direction(@Nullable Direction direction) {
      this.direction = direction;
      return this;
    }

    /** The phone numbers the message is sent to, as a list even if the request had only one. */
    public Builder to(@Nullable List<String> to) {
      this.to = to == null ? null : Json.copyOf("to", to, false);
      return this;
    }

    /** The phone number the message is sent from. */
    public Builder from(@Nullable String from) {
      this.from = from;
      return this;
    }

    /** The text as it was sent; empty in events. */
    public Builder text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /** The id of the application the {@code from} number belongs to. */
    public Builder applicationId(@Nullable String applicationId) {
      this.applicationId = applicationId;
      return this;
    }

    /** The URLs of the attached files; absent if there are none. */
    public Builder media(@Nullable List<String> media) {
      this.media = media == null ? null : Json.copyOf("media", media, false);
      return this;
    }

    /** The tag of the request. */
    public Builder tag(@Nullable String tag) {
      this.tag = tag;
      return this;
    }

    /**
     * The number of segments that the text is split into; rate limits and prices count segments. An
     * MMS, and so every group message, is one segment.
     */
    public Builder segmentCount(@Nullable Integer segmentCount) {
      this.segmentCount = segmentCount;
      return this;
    }

    /**
     * The priority of the message among your own traffic; {@code default} if absent. A {@code high}
     * message still counts against the rate limit and is rejected when the queue is full. For
     * toll-free and short code SMS only.
     */
    public Builder priority(@Nullable Priority priority) {
      this.priority = priority;
      return this;
    }

    /** The expiration of the request; the same instant, possibly with another offset. */
    public Builder expiration(@Nullable OffsetDateTime expiration) {
      this.expiration = expiration;
      return this;
    }

    /**
     * The channel of the message, {@code RBM}, {@code SMS} or {@code MMS}. Only in events of
     * multi-channel messages.
     */
    public Builder channel(@Nullable String channel) {
      this.channel = channel;
      return this;
    }

    /** The suggestion that the recipient chose. */
    public Builder suggestionResponse(@Nullable ChosenSuggestion suggestionResponse) {
      this.suggestionResponse = suggestionResponse;
      return this;
    }

    /** The location that the recipient shared. */
    public Builder locationResponse(@Nullable SharedLocation locationResponse) {
      this.locationResponse = locationResponse;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(MessageJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link Message}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public Message build() {
      if (id == null) {
        throw new IllegalArgumentException("Message.id is required");
      }
      return new Message(this);
    }
  }
}
