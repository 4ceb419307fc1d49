// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A multi-channel message that Bandwidth accepted. */
@Generated
public final class MultiChannelMessage {
  final String id;
  final OffsetDateTime time;
  final Direction direction;
  final Set<String> to;
  final List<ChannelReceipt> channelList;
  final @Nullable String tag;
  final @Nullable Priority priority;
  final @Nullable OffsetDateTime expiration;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  MultiChannelMessage(Builder builder) {
    this.id = builder.id;
    this.time = builder.time;
    this.direction = builder.direction;
    this.to = builder.to;
    this.channelList = builder.channelList;
    this.tag = builder.tag;
    this.priority = builder.priority;
    this.expiration = builder.expiration;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MultiChannelMessage> jsonAdapter() {
    return MultiChannelMessageJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = this.id;
    builder.time = this.time;
    builder.direction = this.direction;
    builder.to = this.to;
    builder.channelList = this.channelList;
    builder.tag = this.tag;
    builder.priority = this.priority;
    builder.expiration = this.expiration;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The unique id of the message, also in every callback. */
  public String id() {
    return id;
  }

  /** When Bandwidth received the message. */
  public OffsetDateTime time() {
    return time;
  }

  /**
   * Whether Bandwidth sent the message ({@code out}) or one of your numbers received it ({@code
   * in}).
   */
  public Direction direction() {
    return direction;
  }

  /** The phone numbers the message is sent to. */
  public Set<String> to() {
    return to;
  }

  /** The message for each channel, at most 4, in the order in which they are tried. */
  public List<ChannelReceipt> channelList() {
    return channelList;
  }

  /** The tag of the request. */
  public @Nullable String tag() {
    return tag;
  }

  /**
   * The priority of the message among your own traffic; {@code default} if absent. A {@code high}
   * message still counts against the rate limit and is rejected when the queue is full. For
   * toll-free and short code SMS only.
   */
  public @Nullable Priority priority() {
    return priority;
  }

  /** The expiration of the request. */
  public @Nullable OffsetDateTime expiration() {
    return expiration;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MultiChannelMessage that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.time, that.time)
        && Objects.equals(this.direction, that.direction)
        && Objects.equals(this.to, that.to)
        && Objects.equals(this.channelList, that.channelList)
        && Objects.equals(this.tag, that.tag)
        && Objects.equals(this.priority, that.priority)
        && Objects.equals(this.expiration, that.expiration)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        id, time, direction, to, channelList, tag, priority, expiration, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MultiChannelMessage{"
        + "id="
        + id
        + ", time="
        + time
        + ", direction="
        + direction
        + ", to="
        + Json.masked(to)
        + ", channelList="
        + Json.masked(channelList)
        + ", tag="
        + Json.masked(tag)
        + ", priority="
        + priority
        + ", expiration="
        + expiration
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link MultiChannelMessage}s. */
  public static final class Builder {
    @Nullable String id;
    @Nullable OffsetDateTime time;
    @Nullable Direction direction;
    @Nullable Set<String> to;
    @Nullable List<ChannelReceipt> channelList;
    @Nullable String tag;
    @Nullable Priority priority;
    @Nullable OffsetDateTime expiration;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The unique id of the message, also in every callback. */
    public Builder id(String id) {
      Objects.requireNonNull(id, "id == null");
      this.id = id;
      return this;
    }

    /** When Bandwidth received the message. */
    public Builder time(OffsetDateTime time) {
      Objects.requireNonNull(time, "time == null");
      this.time = time;
      return this;
    }

    /**
     * Whether Bandwidth sent the message ({@code out}) or one of your numbers received it ({@code
     * in}).
     */
    public Builder direction(Direction direction) {
      Objects.requireNonNull(direction, "direction == null");
      this.direction = direction;
      return this;
    }

    /** The phone numbers the message is sent to. */
    public Builder to(Set<String> to) {
      Objects.requireNonNull(to, "to == null");
      this.to = Json.copyOf("to", to, false);
      return this;
    }

    /** The message for each channel, at most 4, in the order in which they are tried. */
    public Builder channelList(List<ChannelReceipt> channelList) {
      Objects.requireNonNull(channelList, "channelList == null");
      this.channelList = Json.copyOf("channelList", channelList, false);
      return this;
    }

    /** The tag of the request. */
    public Builder tag(@Nullable String tag) {
      this.tag = tag;
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

    /** The expiration of the request. */
    public Builder expiration(@Nullable OffsetDateTime expiration) {
      this.expiration = expiration;
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
          Json.undeclared(MultiChannelMessageJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link MultiChannelMessage}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public MultiChannelMessage build() {
      if (id == null) {
        throw new IllegalArgumentException("MultiChannelMessage.id is required");
      }
      if (time == null) {
        throw new IllegalArgumentException("MultiChannelMessage.time is required");
      }
      if (direction == null) {
        throw new IllegalArgumentException("MultiChannelMessage.direction is required");
      }
      if (to == null) {
        throw new IllegalArgumentException("MultiChannelMessage.to is required");
      }
      if (channelList == null) {
        throw new IllegalArgumentException("MultiChannelMessage.channelList is required");
      }
      return new MultiChannelMessage(this);
    }
  }
}
