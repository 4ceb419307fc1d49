// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Bandwidth keeps about a message, without its text, media, tag or application. */
@Generated
public final class MessageSummary {
  final @Nullable String messageId;
  final @Nullable String accountId;
  final @Nullable String sourceTn;
  final @Nullable String destinationTn;
  final @Nullable MessageStatus messageStatus;
  final @Nullable MessageDirection messageDirection;
  final @Nullable MessageType messageType;
  final @Nullable Integer segmentCount;
  final @Nullable Integer errorCode;
  final @Nullable OffsetDateTime receiveTime;
  final @Nullable String carrierName;
  final @Nullable Long messageSize;
  final @Nullable Integer messageLength;
  final @Nullable Integer attachmentCount;
  final @Nullable Integer recipientCount;
  final @Nullable String campaignClass;
  final @Nullable String campaignId;
  final @Nullable Integer bwLatency;
  final @Nullable Integer carrierLatency;
  final @Nullable String callingNumberCountryA3;
  final @Nullable String calledNumberCountryA3;
  final @Nullable String product;
  final @Nullable String location;
  final Map<String, @Nullable Object> additionalProperties;
  final Set<String> nullProperties;

  MessageSummary(Builder builder) {
    this.messageId = builder.messageId;
    this.accountId = builder.accountId;
    this.sourceTn = builder.sourceTn;
    this.destinationTn = builder.destinationTn;
    this.messageStatus = builder.messageStatus;
    this.messageDirection = builder.messageDirection;
    this.messageType = builder.messageType;
    this.segmentCount = builder.segmentCount;
    this.errorCode = builder.errorCode;
    this.receiveTime = builder.receiveTime;
    this.carrierName = builder.carrierName;
    this.messageSize = builder.messageSize;
    this.messageLength = builder.messageLength;
    this.attachmentCount = builder.attachmentCount;
    this.recipientCount = builder.recipientCount;
    this.campaignClass = builder.campaignClass;
    this.campaignId = builder.campaignId;
    this.bwLatency = builder.bwLatency;
    this.carrierLatency = builder.carrierLatency;
    this.callingNumberCountryA3 = builder.callingNumberCountryA3;
    this.calledNumberCountryA3 = builder.calledNumberCountryA3;
    this.product = builder.product;
    this.location = builder.location;
    this.additionalProperties = builder.additionalProperties;
    this.nullProperties = builder.nullProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessageSummary> jsonAdapter() {
    return MessageSummaryJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.messageId = this.messageId;
    builder.accountId = this.accountId;
    builder.sourceTn = this.sourceTn;
    builder.destinationTn = this.destinationTn;
    builder.messageStatus = this.messageStatus;
    builder.messageDirection = this.messageDirection;
    builder.messageType = this.messageType;
    builder.segmentCount = this.segmentCount;
    builder.errorCode = this.errorCode;
    builder.receiveTime = this.receiveTime;
    builder.carrierName = this.carrierName;
    builder.messageSize = this.messageSize;
    builder.messageLength = this.messageLength;
    builder.attachmentCount = this.attachmentCount;
    builder.recipientCount = this.recipientCount;
    builder.campaignClass = this.campaignClass;
    builder.campaignId = this.campaignId;
    builder.bwLatency = this.bwLatency;
    builder.carrierLatency = this.carrierLatency;
    builder.callingNumberCountryA3 = this.callingNumberCountryA3;
    builder.calledNumberCountryA3 = this.calledNumberCountryA3;
    builder.product = this.product;
    builder.location = this.location;
    builder.additionalProperties = this.additionalProperties;
    builder.nullProperties = this.nullProperties;
    return builder;
  }

  /** The id of the message, the same as in its receipt and its events. */
  public @Nullable String messageId() {
    return messageId;
  }

  /** The id of the account that the message belongs to. */
  public @Nullable String accountId() {
    return accountId;
  }

  /** The phone number that sent the message. */
  public @Nullable String sourceTn() {
    return sourceTn;
  }

  /** The phone number that received the message. */
  public @Nullable String destinationTn() {
    return destinationTn;
  }

  /**
   * The status of a message. An outbound message is first {@code RECEIVED}, then {@code QUEUED},
   * {@code SENDING} or {@code SENT} (accepted by the next carrier), and finally {@code DELIVERED}
   * or {@code FAILED}; an inbound one is {@code ACCEPTED} by the customer, or {@code UNDELIVERED}.
   * The list is open; some of Bandwidth's examples use {@code DLR_EXPIRED}. The search does not
   * confirm a delivery; rely on the events.
   */
  public @Nullable MessageStatus messageStatus() {
    return messageStatus;
  }

  /**
   * Whether Bandwidth sent the message ({@code OUTBOUND}) or one of your numbers received it
   * ({@code INBOUND}). Receipts and events use {@code out} and {@code in} instead.
   */
  public @Nullable MessageDirection messageDirection() {
    return messageDirection;
  }

  /**
   * The type of a message. Bandwidth lists {@code rcs}, but says that there are only SMS and MMS.
   */
  public @Nullable MessageType messageType() {
    return messageType;
  }

  /** The number of segments that the message is split into. */
  public @Nullable Integer segmentCount() {
    return segmentCount;
  }

  /** The error code; 0 means no error. */
  public @Nullable Integer errorCode() {
    return errorCode;
  }

  /** When Bandwidth received the message. */
  public @Nullable OffsetDateTime receiveTime() {
    return receiveTime;
  }

  /** The name of the carrier. Not yet available for MMS. */
  public @Nullable String carrierName() {
    return carrierName;
  }

  /** The size of the message in bytes, including headers. */
  public @Nullable Long messageSize() {
    return messageSize;
  }

  /** The length of the text in characters. Bandwidth does not document how it counts them. */
  public @Nullable Integer messageLength() {
    return messageLength;
  }

  /** The number of media files. */
  public @Nullable Integer attachmentCount() {
    return attachmentCount;
  }

  /** The number of recipients. */
  public @Nullable Integer recipientCount() {
    return recipientCount;
  }

  /** The class of the campaign. For A2P only; {@code unregistered} without a campaign. */
  public @Nullable String campaignClass() {
    return campaignClass;
  }

  /** The id of the campaign, if the message belongs to one. */
  public @Nullable String campaignId() {
    return campaignId;
  }

  /**
   * How long the message spent at Bandwidth, in seconds. Only for accounts with Advanced Quality
   * Metrics.
   */
  public @Nullable Integer bwLatency() {
    return bwLatency;
  }

  /**
   * How long the message spent at the carrier, in seconds. Only for accounts with Advanced Quality
   * Metrics, and only for outbound messages.
   */
  public @Nullable Integer carrierLatency() {
    return carrierLatency;
  }

  /** The three-letter country code of the calling number. */
  public @Nullable String callingNumberCountryA3() {
    return callingNumberCountryA3;
  }

  /** The three-letter country code of the called number. */
  public @Nullable String calledNumberCountryA3() {
    return calledNumberCountryA3;
  }

  /** The messaging product of the message. */
  public @Nullable String product() {
    return product;
  }

  /** The id of the location that the message belongs to. */
  public @Nullable String location() {
    return location;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /** Returns the JSON names of the properties that are null rather than absent. */
  public Set<String> nullProperties() {
    return nullProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MessageSummary that
        && Objects.equals(this.messageId, that.messageId)
        && Objects.equals(this.accountId, that.accountId)
        && Objects.equals(this.sourceTn, that.sourceTn)
        && Objects.equals(this.destinationTn, that.destinationTn)
        && Objects.equals(this.messageStatus, that.messageStatus)
        && Objects.equals(this.messageDirection, that.messageDirection)
        && Objects.equals(this.messageType, that.messageType)
        && Objects.equals(this.segmentCount, that.segmentCount)
        && Objects.equals(this.errorCode, that.errorCode)
        && Objects.equals(this.receiveTime, that.receiveTime)
        && Objects.equals(this.carrierName, that.carrierName)
        && Objects.equals(this.messageSize, that.messageSize)
        && Objects.equals(this.messageLength, that.messageLength)
        && Objects.equals(this.attachmentCount, that.attachmentCount)
        && Objects.equals(this.recipientCount, that.recipientCount)
        && Objects.equals(this.campaignClass, that.campaignClass)
        && Objects.equals(this.campaignId, that.campaignId)
        && Objects.equals(this.bwLatency, that.bwLatency)
        && Objects.equals(this.carrierLatency, that.carrierLatency)
        && Objects.equals(this.callingNumberCountryA3, that.callingNumberCountryA3)
        && Objects.equals(this.calledNumberCountryA3, that.calledNumberCountryA3)
        && Objects.equals(this.product, that.product)
        && Objects.equals(this.location, that.location)
        && additionalProperties.equals(that.additionalProperties)
        && nullProperties.equals(that.nullProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        messageId,
        accountId,
        sourceTn,
        destinationTn,
        messageStatus,
        messageDirection,
        messageType,
        segmentCount,
        errorCode,
        receiveTime,
        carrierName,
        messageSize,
        messageLength,
        attachmentCount,
        recipientCount,
        campaignClass,
        campaignId,
        bwLatency,
        carrierLatency,
        callingNumberCountryA3,
        calledNumberCountryA3,
        product,
        location,
        additionalProperties,
        nullProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MessageSummary{"
        + "messageId="
        + messageId
        + ", accountId="
        + accountId
        + ", sourceTn="
        + Json.masked(sourceTn)
        + ", destinationTn="
        + Json.masked(destinationTn)
        + ", messageStatus="
        + messageStatus
        + ", messageDirection="
        + messageDirection
        + ", messageType="
        + messageType
        + ", segmentCount="
        + segmentCount
        + ", errorCode="
        + errorCode
        + ", receiveTime="
        + receiveTime
        + ", carrierName="
        + carrierName
        + ", messageSize="
        + messageSize
        + ", messageLength="
        + messageLength
        + ", attachmentCount="
        + attachmentCount
        + ", recipientCount="
        + recipientCount
        + ", campaignClass="
        + campaignClass
        + ", campaignId="
        + campaignId
        + ", bwLatency="
        + bwLatency
        + ", carrierLatency="
        + carrierLatency
        + ", callingNumberCountryA3="
        + callingNumberCountryA3
        + ", calledNumberCountryA3="
        + calledNumberCountryA3
        + ", product="
        + product
        + ", location="
        + location
        + ", additionalProperties="
        + additionalProperties.keySet()
        + ", nullProperties="
        + nullProperties
        + "}";
  }

  /** Builds {@link MessageSummary}s. */
  public static final class Builder {
    @Nullable String messageId;
    @Nullable String accountId;
    @Nullable String sourceTn;
    @Nullable String destinationTn;
    @Nullable MessageStatus messageStatus;
    @Nullable MessageDirection messageDirection;
    @Nullable MessageType messageType;
    @Nullable Integer segmentCount;
    @Nullable Integer errorCode;
    @Nullable OffsetDateTime receiveTime;
    @Nullable String carrierName;
    @Nullable Long messageSize;
    @Nullable Integer messageLength;
    @Nullable Integer attachmentCount;
    @Nullable Integer recipientCount;
    @Nullable String campaignClass;
    @Nullable String campaignId;
    @Nullable Integer bwLatency;
    @Nullable Integer carrierLatency;
    @Nullable String callingNumberCountryA3;
    @Nullable String calledNumberCountryA3;
    @Nullable String product;
    @Nullable String location;
    Map<String, @Nullable Object> additionalProperties = Map.of();
    Set<String> nullProperties = Set.of();

    Builder() {}

    /** The id of the message, the same as in its receipt and its events. */
    public Builder messageId(@Nullable String messageId) {
      this.messageId = messageId;
      return this;
    }

    /** The id of the account that the message belongs to. */
    public Builder accountId(@Nullable String accountId) {
      this.accountId = accountId;
      return this;
    }

    /** The phone number that sent the message. */
    public Builder sourceTn(@Nullable String sourceTn) {
      this.sourceTn = sourceTn;
      return this;
    }

    /** The phone number that received the message. */
    public Builder destinationTn(@Nullable String destinationTn) {
      this.destinationTn = destinationTn;
      return this;
    }

    /**
     * The status of a message. An outbound message is first {@code RECEIVED}, then {@code QUEUED},
     * {@code SENDING} or {@code SENT} (accepted by the next carrier), and finally {@code DELIVERED}
     * or {@code FAILED}; an inbound one is {@code ACCEPTED} by the customer, or {@code
     * UNDELIVERED}. The list is open; some of Bandwidth's examples use {@code DLR_EXPIRED}. The
     * search does not confirm a delivery; rely on the events.
     */
    public Builder messageStatus(@Nullable MessageStatus messageStatus) {
      this.messageStatus = messageStatus;
      return this;
    }

    /**
     * Whether Bandwidth sent the message ({@code OUTBOUND}) or one of your numbers received it
     * ({@code INBOUND}). Receipts and events use {@code out} and {@code in} instead.
     */
    public Builder messageDirection(@Nullable MessageDirection messageDirection) {
      this.messageDirection = messageDirection;
      return this;
    }

    /**
     * The type of a message. Bandwidth lists {@code rcs}, but says that there are only SMS and MMS.
     */
    public Builder messageType(@Nullable MessageType messageType) {
      this.messageType = messageType;
      return this;
    }

    /** The number of segments that the message is split into. */
    public Builder segmentCount(@Nullable Integer segmentCount) {
      this.segmentCount = segmentCount;
      return this;
    }

    /** The error code; 0 means no error. */
    public Builder errorCode(@Nullable Integer errorCode) {
      this.errorCode = errorCode;
      return this;
    }

    /** When Bandwidth received the message. */
    public Builder receiveTime(@Nullable OffsetDateTime receiveTime) {
      this.receiveTime = receiveTime;
      return this;
    }

    /** The name of the carrier. Not yet available for MMS. */
    public Builder carrierName(@Nullable String carrierName) {
      this.carrierName = carrierName;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "carrierName", false);
      return this;
    }

    /** Sets {@code carrierName} to null, which is not the same as leaving it out. */
    public Builder carrierNameAsNull() {
      this.carrierName = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "carrierName", true);
      return this;
    }

    /** The size of the message in bytes, including headers. */
    public Builder messageSize(@Nullable Long messageSize) {
      this.messageSize = messageSize;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "messageSize", false);
      return this;
    }

    /** Sets {@code messageSize} to null, which is not the same as leaving it out. */
    public Builder messageSizeAsNull() {
      this.messageSize = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "messageSize", true);
      return this;
    }

    /** The length of the text in characters. Bandwidth does not document how it counts them. */
    public Builder messageLength(@Nullable Integer messageLength) {
      this.messageLength = messageLength;
      return this;
    }

    /** The number of media files. */
    public Builder attachmentCount(@Nullable Integer attachmentCount) {
      this.attachmentCount = attachmentCount;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "attachmentCount", false);
      return this;
    }

    /** Sets {@code attachmentCount} to null, which is not the same as leaving it out. */
    public Builder attachmentCountAsNull() {
      this.attachmentCount = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "attachmentCount", true);
      return this;
    }

    /** The number of recipients. */
    public Builder recipientCount(@Nullable Integer recipientCount) {
      this.recipientCount = recipientCount;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "recipientCount", false);
      return this;
    }

    /** Sets {@code recipientCount} to null, which is not the same as leaving it out. */
    public Builder recipientCountAsNull() {
      this.recipientCount = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "recipientCount", true);
      return this;
    }

    /** The class of the campaign. For A2P only; {@code unregistered} without a campaign. */
    public Builder campaignClass(@Nullable String campaignClass) {
      this.campaignClass = campaignClass;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "campaignClass", false);
      return this;
    }

    /** Sets {@code campaignClass} to null, which is not the same as leaving it out. */
    public Builder campaignClassAsNull() {
      this.campaignClass = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "campaignClass", true);
      return this;
    }

    /** The id of the campaign, if the message belongs to one. */
    public Builder campaignId(@Nullable String campaignId) {
      this.campaignId = campaignId;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "campaignId", false);
      return this;
    }

    /** Sets {@code campaignId} to null, which is not the same as leaving it out. */
    public Builder campaignIdAsNull() {
      this.campaignId = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "campaignId", true);
      return this;
    }

    /**
     * How long the message spent at Bandwidth, in seconds. Only for accounts with Advanced Quality
     * Metrics.
     */
    public Builder bwLatency(@Nullable Integer bwLatency) {
      this.bwLatency = bwLatency;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "bwLatency", false);
      return this;
    }

    /** Sets {@code bwLatency} to null, which is not the same as leaving it out. */
    public Builder bwLatencyAsNull() {
      this.bwLatency = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "bwLatency", true);
      return this;
    }

    /**
     * How long the message spent at the carrier, in seconds. Only for accounts with Advanced
     * Quality Metrics, and only for outbound messages.
     */
    public Builder carrierLatency(@Nullable Integer carrierLatency) {
      this.carrierLatency = carrierLatency;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "carrierLatency", false);
      return this;
    }

    /** Sets {@code carrierLatency} to null, which is not the same as leaving it out. */
    public Builder carrierLatencyAsNull() {
      this.carrierLatency = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "carrierLatency", true);
      return this;
    }

    /** The three-letter country code of the calling number. */
    public Builder callingNumberCountryA3(@Nullable String callingNumberCountryA3) {
      this.callingNumberCountryA3 = callingNumberCountryA3;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "callingNumberCountryA3", false);
      return this;
    }

    /** Sets {@code callingNumberCountryA3} to null, which is not the same as leaving it out. */
    public Builder callingNumberCountryA3AsNull() {
      this.callingNumberCountryA3 = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "callingNumberCountryA3", true);
      return this;
    }

    /** The three-letter country code of the called number. */
    public Builder calledNumberCountryA3(@Nullable String calledNumberCountryA3) {
      this.calledNumberCountryA3 = calledNumberCountryA3;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "calledNumberCountryA3", false);
      return this;
    }

    /** Sets {@code calledNumberCountryA3} to null, which is not the same as leaving it out. */
    public Builder calledNumberCountryA3AsNull() {
      this.calledNumberCountryA3 = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "calledNumberCountryA3", true);
      return this;
    }

    /** The messaging product of the message. */
    public Builder product(@Nullable String product) {
      this.product = product;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "product", false);
      return this;
    }

    /** Sets {@code product} to null, which is not the same as leaving it out. */
    public Builder productAsNull() {
      this.product = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "product", true);
      return this;
    }

    /** The id of the location that the message belongs to. */
    public Builder location(@Nullable String location) {
      this.location = location;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "location", false);
      return this;
    }

    /** Sets {@code location} to null, which is not the same as leaving it out. */
    public Builder locationAsNull() {
      this.location = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "location", true);
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
          Json.undeclared(MessageSummaryJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link MessageSummary}. */
    public MessageSummary build() {
      return new MessageSummary(this);
    }
  }
}
