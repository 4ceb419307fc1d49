// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A message to send through the first of several channels that works. */
@Generated
public final class MultiChannelMessageRequest {
  final String to;
  final List<ChannelMessage> channelList;
  final @Nullable String tag;
  final @Nullable Priority priority;
  final @Nullable OffsetDateTime expiration;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  MultiChannelMessageRequest(Builder builder) {
    this.to = builder.to;
    this.channelList = builder.channelList;
    this.tag = builder.tag;
    this.priority = builder.priority;
    this.expiration = builder.expiration;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MultiChannelMessageRequest> jsonAdapter() {
    return MultiChannelMessageRequestJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.to = this.to;
    builder.channelList = this.channelList;
    builder.tag = this.tag;
    builder.priority = this.priority;
    builder.expiration = this.expiration;
    return builder;
  }

  /** A phone number in E.164 form: {@code +}, country code, number, at most 15 digits. */
  public String to() {
    return to;
  }

  /**
   * The message for each channel, at most 4, in the order in which they are tried. Once one is sent
   * successfully, the others are ignored.
   */
  public List<ChannelMessage> channelList() {
    return channelList;
  }

  /**
   * A string of at most 1024 characters that every callback of the message repeats, to correlate
   * them. Do not put personal data in it.
   */
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

  /**
   * The time (RFC 3339, with offset) after which the message is no longer sent. It must be in the
   * future.
   */
  public @Nullable OffsetDateTime expiration() {
    return expiration;
  }

  /**
   * Returns a copy with {@code tag} replaced.
   *
   * @param tag a string of at most 1024 characters that every callback of the message repeats, to
   *     correlate them; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MultiChannelMessageRequest withTag(@Nullable String tag) {
    return toBuilder().tag(tag).build();
  }

  /**
   * Returns a copy with {@code priority} replaced.
   *
   * @param priority the priority of the message among your own traffic; {@code default} if absent;
   *     null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MultiChannelMessageRequest withPriority(@Nullable Priority priority) {
    return toBuilder().priority(priority).build();
  }

  /**
   * Returns a copy with {@code expiration} replaced.
   *
   * @param expiration the time (RFC 3339, with offset) after which the message is no longer sent;
   *     null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MultiChannelMessageRequest withExpiration(@Nullable OffsetDateTime expiration) {
    return toBuilder().expiration(expiration).build();
  }

  /**
   * Returns every limit that this object exceeds; empty if there is none. {@code build()} checks
   * only what is required.
   */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    Rules.check("", this, found);
    return List.copyOf(found);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MultiChannelMessageRequest that
        && Objects.equals(this.to, that.to)
        && Objects.equals(this.channelList, that.channelList)
        && Objects.equals(this.tag, that.tag)
        && Objects.equals(this.priority, that.priority)
        && Objects.equals(this.expiration, that.expiration);
  }

  @Override
  public int hashCode() {
    return Objects.hash(to, channelList, tag, priority, expiration);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MultiChannelMessageRequest{"
        + "to="
        + Json.masked(to)
        + ", channelList="
        + Json.masked(channelList)
        + ", tag="
        + Json.masked(tag)
        + ", priority="
        + priority
        + ", expiration="
        + expiration
        + "}";
  }

  /** Builds {@link MultiChannelMessageRequest}s. */
  public static final class Builder {
    @Nullable String to;
    @Nullable List<ChannelMessage> channelList;
    @Nullable String tag;
    @Nullable Priority priority;
    @Nullable OffsetDateTime expiration;

    Builder() {}

    /** A phone number in E.164 form: {@code +}, country code, number, at most 15 digits. */
    public Builder to(String to) {
      Objects.requireNonNull(to, "to == null");
      this.to = to;
      return this;
    }

    /**
     * The message for each channel, at most 4, in the order in which they are tried. Once one is
     * sent successfully, the others are ignored.
     */
    public Builder channelList(List<ChannelMessage> channelList) {
      Objects.requireNonNull(channelList, "channelList == null");
      this.channelList = Json.copyOf("channelList", channelList, false);
      return this;
    }

    /**
     * A string of at most 1024 characters that every callback of the message repeats, to correlate
     * them. Do not put personal data in it.
     */
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

    /**
     * The time (RFC 3339, with offset) after which the message is no longer sent. It must be in the
     * future.
     */
    public Builder expiration(@Nullable OffsetDateTime expiration) {
      this.expiration = expiration;
      return this;
    }

    /**
     * Returns a new {@link MultiChannelMessageRequest}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public MultiChannelMessageRequest build() {
      if (to == null) {
        throw new IllegalArgumentException("MultiChannelMessageRequest.to is required");
      }
      if (channelList == null) {
        throw new IllegalArgumentException("MultiChannelMessageRequest.channelList is required");
      }
      return new MultiChannelMessageRequest(this);
    }
  }
}
