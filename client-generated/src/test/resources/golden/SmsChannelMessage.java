// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The message as SMS. */
@Generated
public final class SmsChannelMessage implements ChannelMessage {
  final String from;
  final String applicationId;
  final String channel;
  final SmsContent content;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  SmsChannelMessage(Builder builder) {
    this.from = builder.from;
    this.applicationId = builder.applicationId;
    this.channel = builder.channel;
    this.content = builder.content;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<SmsChannelMessage> jsonAdapter() {
    return SmsChannelMessageJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.from = this.from;
    builder.applicationId = this.applicationId;
    builder.channel = this.channel;
    builder.content = this.content;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The sender: one of your phone numbers, or an id such as that of an RBM agent. */
  @Override
  public String from() {
    return from;
  }

  /** The id of the application in the Bandwidth App that the sender belongs to. */
  @Override
  public String applicationId() {
    return applicationId;
  }

  /** The channel, {@code SMS}. */
  @Override
  public String channel() {
    return channel;
  }

  /** The content of an SMS. */
  public SmsContent content() {
    return content;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
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
    return other instanceof SmsChannelMessage that
        && Objects.equals(this.from, that.from)
        && Objects.equals(this.applicationId, that.applicationId)
        && Objects.equals(this.channel, that.channel)
        && Objects.equals(this.content, that.content)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, applicationId, channel, content, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "SmsChannelMessage{"
        + "from="
        + Json.masked(from)
        + ", applicationId="
        + applicationId
        + ", channel="
        + channel
        + ", content="
        + content
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link SmsChannelMessage}s. */
  public static final class Builder {
    @Nullable String from;
    @Nullable String applicationId;
    @Nullable String channel = "SMS";
    @Nullable SmsContent content;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The sender: one of your phone numbers, or an id such as that of an RBM agent. */
    public Builder from(String from) {
      Objects.requireNonNull(from, "from == null");
      this.from = from;
      return this;
    }

    /** The id of the application in the Bandwidth App that the sender belongs to. */
    public Builder applicationId(String applicationId) {
      Objects.requireNonNull(applicationId, "applicationId == null");
      this.applicationId = applicationId;
      return this;
    }

    /** The channel, {@code SMS}. */
    public Builder channel(String channel) {
      Objects.requireNonNull(channel, "channel == null");
      this.channel = channel;
      return this;
    }

    /** The content of an SMS. */
    public Builder content(SmsContent content) {
      Objects.requireNonNull(content, "content == null");
      this.content = content;
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
          Json.undeclared(SmsChannelMessageJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link SmsChannelMessage}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public SmsChannelMessage build() {
      if (from == null) {
        throw new IllegalArgumentException("SmsChannelMessage.from is required");
      }
      if (applicationId == null) {
        throw new IllegalArgumentException("SmsChannelMessage.applicationId is required");
      }
      if (content == null) {
        throw new IllegalArgumentException("SmsChannelMessage.content is required");
      }
      return new SmsChannelMessage(this);
    }
  }
}
