// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The message as SMS, as Bandwidth accepted it. */
@Generated
public final class SmsChannelReceipt implements ChannelReceipt {
  final String from;
  final String applicationId;
  final String channel;
  final SmsContent content;
  final String owner;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  SmsChannelReceipt(Builder builder) {
    this.from = builder.from;
    this.applicationId = builder.applicationId;
    this.channel = builder.channel;
    this.content = builder.content;
    this.owner = builder.owner;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<SmsChannelReceipt> jsonAdapter() {
    return SmsChannelReceiptJsonAdapter.INSTANCE;
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
    builder.owner = this.owner;
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

  /** The sender, the same as {@code from}. */
  @Override
  public String owner() {
    return owner;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SmsChannelReceipt that
        && Objects.equals(this.from, that.from)
        && Objects.equals(this.applicationId, that.applicationId)
        && Objects.equals(this.channel, that.channel)
        && Objects.equals(this.content, that.content)
        && Objects.equals(this.owner, that.owner)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, applicationId, channel, content, owner, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "SmsChannelReceipt{"
        + "from="
        + Json.masked(from)
        + ", applicationId="
        + applicationId
        + ", channel="
        + channel
        + ", content="
        + content
        + ", owner="
        + Json.masked(owner)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link SmsChannelReceipt}s. */
  public static final class Builder {
    @Nullable String from;
    @Nullable String applicationId;
    @Nullable String channel = "SMS";
    @Nullable SmsContent content;
    @Nullable String owner;
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

    /** The sender, the same as {@code from}. */
    public Builder owner(String owner) {
      Objects.requireNonNull(owner, "owner == null");
      this.owner = owner;
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
          Json.undeclared(SmsChannelReceiptJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link SmsChannelReceipt}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public SmsChannelReceipt build() {
      if (from == null) {
        throw new IllegalArgumentException("SmsChannelReceipt.from is required");
      }
      if (applicationId == null) {
        throw new IllegalArgumentException("SmsChannelReceipt.applicationId is required");
      }
      if (content == null) {
        throw new IllegalArgumentException("SmsChannelReceipt.content is required");
      }
      if (owner == null) {
        throw new IllegalArgumentException("SmsChannelReceipt.owner is required");
      }
      return new SmsChannelReceipt(this);
    }
  }
}
