// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code listMessages}. */
@Generated
public final class ListMessagesParameters extends RequestWriter.Parameters {
  final @Nullable String messageId;
  final @Nullable String sourceTn;
  final @Nullable String destinationTn;
  final @Nullable MessageStatus messageStatus;
  final @Nullable MessageDirection messageDirection;
  final @Nullable String carrierName;
  final @Nullable MessageType messageType;
  final @Nullable Integer errorCode;
  final @Nullable String fromDateTime;
  final @Nullable String toDateTime;
  final @Nullable String campaignId;
  final @Nullable Integer fromBwLatency;
  final @Nullable Boolean bwQueued;
  final @Nullable MessageProduct product;
  final @Nullable String location;
  final @Nullable Boolean carrierQueued;
  final @Nullable Integer fromCarrierLatency;
  final @Nullable String callingNumberCountryA3;
  final @Nullable String calledNumberCountryA3;
  final @Nullable Integer fromSegmentCount;
  final @Nullable Integer toSegmentCount;
  final @Nullable Long fromMessageSize;
  final @Nullable Long toMessageSize;
  final @Nullable String sort;
  final @Nullable String pageToken;
  final @Nullable Integer limit;
  final @Nullable Boolean limitTotalCount;

  ListMessagesParameters(Builder builder) {
    this.messageId = builder.messageId;
    this.sourceTn = builder.sourceTn;
    this.destinationTn = builder.destinationTn;
    this.messageStatus = builder.messageStatus;
    this.messageDirection = builder.messageDirection;
    this.carrierName = builder.carrierName;
    this.messageType = builder.messageType;
    this.errorCode = builder.errorCode;
    this.fromDateTime = builder.fromDateTime;
    this.toDateTime = builder.toDateTime;
    this.campaignId = builder.campaignId;
    this.fromBwLatency = builder.fromBwLatency;
    this.bwQueued = builder.bwQueued;
    this.product = builder.product;
    this.location = builder.location;
    this.carrierQueued = builder.carrierQueued;
    this.fromCarrierLatency = builder.fromCarrierLatency;
    this.callingNumberCountryA3 = builder.callingNumberCountryA3;
    this.calledNumberCountryA3 = builder.calledNumberCountryA3;
    this.fromSegmentCount = builder.fromSegmentCount;
    this.toSegmentCount = builder.toSegmentCount;
    this.fromMessageSize = builder.fromMessageSize;
    this.toMessageSize = builder.toMessageSize;
    this.sort = builder.sort;
    this.pageToken = builder.pageToken;
    this.limit = builder.limit;
    this.limitTotalCount = builder.limitTotalCount;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.messageId = this.messageId;
    builder.sourceTn = this.sourceTn;
    builder.destinationTn = this.destinationTn;
    builder.messageStatus = this.messageStatus;
    builder.messageDirection = this.messageDirection;
    builder.carrierName = this.carrierName;
    builder.messageType = this.messageType;
    builder.errorCode = this.errorCode;
    builder.fromDateTime = this.fromDateTime;
    builder.toDateTime = this.toDateTime;
    builder.campaignId = this.campaignId;
    builder.fromBwLatency = this.fromBwLatency;
    builder.bwQueued = this.bwQueued;
    builder.product = this.product;
    builder.location = this.location;
    builder.carrierQueued = this.carrierQueued;
    builder.fromCarrierLatency = this.fromCarrierLatency;
    builder.callingNumberCountryA3 = this.callingNumberCountryA3;
    builder.calledNumberCountryA3 = this.calledNumberCountryA3;
    builder.fromSegmentCount = this.fromSegmentCount;
    builder.toSegmentCount = this.toSegmentCount;
    builder.fromMessageSize = this.fromMessageSize;
    builder.toMessageSize = this.toMessageSize;
    builder.sort = this.sort;
    builder.pageToken = this.pageToken;
    builder.limit = this.limit;
    builder.limitTotalCount = this.limitTotalCount;
    return builder;
  }

  /**
   * The id of the message to find. There are two forms, {@code
   * 9e0df4ca-b18d-40d7-a59f-82fcdf5ae8e6} and {@code 1589228074636lm4k2je7j7jklbn2}.
   */
  public @Nullable String messageId() {
    return messageId;
  }

  /**
   * The phone number that sent the message: a full number, up to 10 full numbers separated by
   * commas, or the beginning of a number with at least 5 characters ({@code +1919}).
   */
  public @Nullable String sourceTn() {
    return sourceTn;
  }

  /**
   * The phone number that received the message: a full number, up to 10 full numbers separated by
   * commas, or the beginning of a number with at least 5 characters ({@code +1919}).
   */
  public @Nullable String destinationTn() {
    return destinationTn;
  }

  /** The status of the messages. */
  public @Nullable MessageStatus messageStatus() {
    return messageStatus;
  }

  /** The direction of the messages. */
  public @Nullable MessageDirection messageDirection() {
    return messageDirection;
  }

  /**
   * The name of the carrier, such as {@code Verizon}, {@code TMobile} or {@code AT&T}. The list is
   * open.
   */
  public @Nullable String carrierName() {
    return carrierName;
  }

  /** The type of the messages. */
  public @Nullable MessageType messageType() {
    return messageType;
  }

  /** The error code of the messages; 0 means no error. */
  public @Nullable Integer errorCode() {
    return errorCode;
  }

  /**
   * The start of the period in which Bandwidth received the messages, in ISO 8601 with exactly
   * three digits of milliseconds; without them the response is {@code 400}. Bandwidth searches the
   * last 14 days. Matches <code>
   * ^&#92;d{4}-&#92;d{2}-&#92;d{2}T&#92;d{2}:&#92;d{2}:&#92;d{2}&#92;.&#92;d{3}(Z|[+-]&#92;d{2}:&#92;d{2})$
   * </code>.
   */
  public @Nullable String fromDateTime() {
    return fromDateTime;
  }

  /**
   * The end of the period in which Bandwidth received the messages, in ISO 8601 with exactly three
   * digits of milliseconds; without them the response is {@code 400}. Bandwidth searches the last
   * 14 days. Matches <code>
   * ^&#92;d{4}-&#92;d{2}-&#92;d{2}T&#92;d{2}:&#92;d{2}:&#92;d{2}&#92;.&#92;d{3}(Z|[+-]&#92;d{2}:&#92;d{2})$
   * </code>.
   */
  public @Nullable String toDateTime() {
    return toDateTime;
  }

  /** The id of the campaign that the messages belong to. */
  public @Nullable String campaignId() {
    return campaignId;
  }

  /**
   * The minimum time that the messages spent at Bandwidth, in seconds. Only for accounts with
   * Advanced Quality Metrics.
   */
  public @Nullable Integer fromBwLatency() {
    return fromBwLatency;
  }

  /** Whether the messages are queued in Bandwidth's network. */
  public @Nullable Boolean bwQueued() {
    return bwQueued;
  }

  /** The messaging product of the messages. */
  public @Nullable MessageProduct product() {
    return product;
  }

  /** The id of the location that the messages belong to. */
  public @Nullable String location() {
    return location;
  }

  /**
   * Whether the messages are queued in the carrier's network. Only for accounts with Advanced
   * Quality Metrics, and only for outbound messages.
   */
  public @Nullable Boolean carrierQueued() {
    return carrierQueued;
  }

  /**
   * The minimum time that the messages spent at the carrier, in seconds. Only for accounts with
   * Advanced Quality Metrics, and only for outbound messages.
   */
  public @Nullable Integer fromCarrierLatency() {
    return fromCarrierLatency;
  }

  /** The country of the calling number, as an ISO 3166-1 alpha-3 code. */
  public @Nullable String callingNumberCountryA3() {
    return callingNumberCountryA3;
  }

  /** The country of the called number, as an ISO 3166-1 alpha-3 code. */
  public @Nullable String calledNumberCountryA3() {
    return calledNumberCountryA3;
  }

  /** The minimum number of segments. */
  public @Nullable Integer fromSegmentCount() {
    return fromSegmentCount;
  }

  /** The maximum number of segments. */
  public @Nullable Integer toSegmentCount() {
    return toSegmentCount;
  }

  /** The minimum size of a message in bytes, including headers. */
  public @Nullable Long fromMessageSize() {
    return fromMessageSize;
  }

  /** The maximum size of a message in bytes, including headers. */
  public @Nullable Long toMessageSize() {
    return toMessageSize;
  }

  /**
   * The sort order: a field, a colon, and {@code asc} or {@code desc}. Bandwidth does not document
   * which fields can be used. By default, the most recently received messages probably come first.
   * Matches {@code ^[A-Za-z0-9]+:(asc|desc)$}.
   */
  public @Nullable String sort() {
    return sort;
  }

  /**
   * The {@code nextPageToken} or {@code prevPageToken} of a page; absent for the first page.
   * Bandwidth does not document how long a token is valid.
   */
  public @Nullable String pageToken() {
    return pageToken;
  }

  /**
   * The number of messages per page. Only the first 10,000 messages of a search can be paged
   * through; narrow the search to get the others. At most 10000. Absent means {@code 100}.
   */
  public @Nullable Integer limit() {
    return limit;
  }

  /**
   * Whether {@code totalCount} stops at 10,000, which speeds up slow searches. If it is false or
   * absent, all messages are counted.
   */
  public @Nullable Boolean limitTotalCount() {
    return limitTotalCount;
  }

  /**
   * Returns a copy with {@code messageId} replaced.
   *
   * @param messageId the id of the message to find; null for none
   * @return the copy
   */
  public ListMessagesParameters withMessageId(@Nullable String messageId) {
    return toBuilder().messageId(messageId).build();
  }

  /**
   * Returns a copy with {@code sourceTn} replaced.
   *
   * @param sourceTn the phone number that sent the message: a full number, up to 10 full numbers
   *     separated by commas, or the beginning of a number with at least 5 characters ({@code
   *     +1919}); null for none
   * @return the copy
   */
  public ListMessagesParameters withSourceTn(@Nullable String sourceTn) {
    return toBuilder().sourceTn(sourceTn).build();
  }

  /**
   * Returns a copy with {@code destinationTn} replaced.
   *
   * @param destinationTn the phone number that received the message: a full number, up to 10 full
   *     numbers separated by commas, or the beginning of a number with at least 5 characters
   *     ({@code +1919}); null for none
   * @return the copy
   */
  public ListMessagesParameters withDestinationTn(@Nullable String destinationTn) {
    return toBuilder().destinationTn(destinationTn).build();
  }

  /**
   * Returns a copy with {@code messageStatus} replaced.
   *
   * @param messageStatus the status of the messages; null for none
   * @return the copy
   */
  public ListMessagesParameters withMessageStatus(@Nullable MessageStatus messageStatus) {
    return toBuilder().messageStatus(messageStatus).build();
  }

  /**
   * Returns a copy with {@code messageDirection} replaced.
   *
   * @param messageDirection the direction of the messages; null for none
   * @return the copy
   */
  public ListMessagesParameters withMessageDirection(@Nullable MessageDirection messageDirection) {
    return toBuilder().messageDirection(messageDirection).build();
  }

  /**
   * Returns a copy with {@code carrierName} replaced.
   *
   * @param carrierName the name of the carrier, such as {@code Verizon}, {@code TMobile} or {@code
   *     AT&T}; null for none
   * @return the copy
   */
  public ListMessagesParameters withCarrierName(@Nullable String carrierName) {
    return toBuilder().carrierName(carrierName).build();
  }

  /**
   * Returns a copy with {@code messageType} replaced.
   *
   * @param messageType the type of the messages; null for none
   * @return the copy
   */
  public ListMessagesParameters withMessageType(@Nullable MessageType messageType) {
    return toBuilder().messageType(messageType).build();
  }

  /**
   * Returns a copy with {@code errorCode} replaced.
   *
   * @param errorCode the error code of the messages; 0 means no error; null for none
   * @return the copy
   */
  public ListMessagesParameters withErrorCode(@Nullable Integer errorCode) {
    return toBuilder().errorCode(errorCode).build();
  }

  /**
   * Returns a copy with {@code fromDateTime} replaced.
   *
   * @param fromDateTime the start of the period in which Bandwidth received the messages, in ISO
   *     8601 with exactly three digits of milliseconds; without them the response is {@code 400};
   *     null for none
   * @return the copy
   */
  public ListMessagesParameters withFromDateTime(@Nullable String fromDateTime) {
    return toBuilder().fromDateTime(fromDateTime).build();
  }

  /**
   * Returns a copy with {@code toDateTime} replaced.
   *
   * @param toDateTime the end of the period in which Bandwidth received the messages, in ISO 8601
   *     with exactly three digits of milliseconds; without them the response is {@code 400}; null
   *     for none
   * @return the copy
   */
  public ListMessagesParameters withToDateTime(@Nullable String toDateTime) {
    return toBuilder().toDateTime(toDateTime).build();
  }

  /**
   * Returns a copy with {@code campaignId} replaced.
   *
   * @param campaignId the id of the campaign that the messages belong to; null for none
   * @return the copy
   */
  public ListMessagesParameters withCampaignId(@Nullable String campaignId) {
    return toBuilder().campaignId(campaignId).build();
  }

  /**
   * Returns a copy with {@code fromBwLatency} replaced.
   *
   * @param fromBwLatency the minimum time that the messages spent at Bandwidth, in seconds; null
   *     for none
   * @return the copy
   */
  public ListMessagesParameters withFromBwLatency(@Nullable Integer fromBwLatency) {
    return toBuilder().fromBwLatency(fromBwLatency).build();
  }

  /**
   * Returns a copy with {@code bwQueued} replaced.
   *
   * @param bwQueued whether the messages are queued in Bandwidth's network; null for none
   * @return the copy
   */
  public ListMessagesParameters withBwQueued(@Nullable Boolean bwQueued) {
    return toBuilder().bwQueued(bwQueued).build();
  }

  /**
   * Returns a copy with {@code product} replaced.
   *
   * @param product the messaging product of the messages; null for none
   * @return the copy
   */
  public ListMessagesParameters withProduct(@Nullable MessageProduct product) {
    return toBuilder().product(product).build();
  }

  /**
   * Returns a copy with {@code location} replaced.
   *
   * @param location the id of the location that the messages belong to; null for none
   * @return the copy
   */
  public ListMessagesParameters withLocation(@Nullable String location) {
    return toBuilder().location(location).build();
  }

  /**
   * Returns a copy with {@code carrierQueued} replaced.
   *
   * @param carrierQueued whether the messages are queued in the carrier's network; null for none
   * @return the copy
   */
  public ListMessagesParameters withCarrierQueued(@Nullable Boolean carrierQueued) {
    return toBuilder().carrierQueued(carrierQueued).build();
  }

  /**
   * Returns a copy with {@code fromCarrierLatency} replaced.
   *
   * @param fromCarrierLatency the minimum time that the messages spent at the carrier, in seconds;
   *     null for none
   * @return the copy
   */
  public ListMessagesParameters withFromCarrierLatency(@Nullable Integer fromCarrierLatency) {
    return toBuilder().fromCarrierLatency(fromCarrierLatency).build();
  }

  /**
   * Returns a copy with {@code callingNumberCountryA3} replaced.
   *
   * @param callingNumberCountryA3 the country of the calling number, as an ISO 3166-1 alpha-3 code;
   *     null for none
   * @return the copy
   */
  public ListMessagesParameters withCallingNumberCountryA3(
      @Nullable String callingNumberCountryA3) {
    return toBuilder().callingNumberCountryA3(callingNumberCountryA3).build();
  }

  /**
   * Returns a copy with {@code calledNumberCountryA3} replaced.
   *
   * @param calledNumberCountryA3 the country of the called number, as an ISO 3166-1 alpha-3 code;
   *     null for none
   * @return the copy
   */
  public ListMessagesParameters withCalledNumberCountryA3(@Nullable String calledNumberCountryA3) {
    return toBuilder().calledNumberCountryA3(calledNumberCountryA3).build();
  }

  /**
   * Returns a copy with {@code fromSegmentCount} replaced.
   *
   * @param fromSegmentCount the minimum number of segments; null for none
   * @return the copy
   */
  public ListMessagesParameters withFromSegmentCount(@Nullable Integer fromSegmentCount) {
    return toBuilder().fromSegmentCount(fromSegmentCount).build();
  }

  /**
   * Returns a copy with {@code toSegmentCount} replaced.
   *
   * @param toSegmentCount the maximum number of segments; null for none
   * @return the copy
   */
  public ListMessagesParameters withToSegmentCount(@Nullable Integer toSegmentCount) {
    return toBuilder().toSegmentCount(toSegmentCount).build();
  }

  /**
   * Returns a copy with {@code fromMessageSize} replaced.
   *
   * @param fromMessageSize the minimum size of a message in bytes, including headers; null for none
   * @return the copy
   */
  public ListMessagesParameters withFromMessageSize(@Nullable Long fromMessageSize) {
    return toBuilder().fromMessageSize(fromMessageSize).build();
  }

  /**
   * Returns a copy with {@code toMessageSize} replaced.
   *
   * @param toMessageSize the maximum size of a message in bytes, including headers; null for none
   * @return the copy
   */
  public ListMessagesParameters withToMessageSize(@Nullable Long toMessageSize) {
    return toBuilder().toMessageSize(toMessageSize).build();
  }

  /**
   * Returns a copy with {@code sort} replaced.
   *
   * @param sort the sort order: a field, a colon, and {@code asc} or {@code desc}; null for none
   * @return the copy
   */
  public ListMessagesParameters withSort(@Nullable String sort) {
    return toBuilder().sort(sort).build();
  }

  /**
   * Returns a copy with {@code pageToken} replaced.
   *
   * @param pageToken the {@code nextPageToken} or {@code prevPageToken} of a page; absent for the
   *     first page; null for none
   * @return the copy
   */
  public ListMessagesParameters withPageToken(@Nullable String pageToken) {
    return toBuilder().pageToken(pageToken).build();
  }

  /**
   * Returns a copy with {@code limit} replaced.
   *
   * @param limit the number of messages per page; null for none
   * @return the copy
   */
  public ListMessagesParameters withLimit(@Nullable Integer limit) {
    return toBuilder().limit(limit).build();
  }

  /**
   * Returns a copy with {@code limitTotalCount} replaced.
   *
   * @param limitTotalCount whether {@code totalCount} stops at 10,000, which speeds up slow
   *     searches; null for none
   * @return the copy
   */
  public ListMessagesParameters withLimitTotalCount(@Nullable Boolean limitTotalCount) {
    return toBuilder().limitTotalCount(limitTotalCount).build();
  }

  /** Returns the request with these parameters added, as the Retrofit interface adds them. */
  public Request addTo(Request request) {
    return RequestWriter.with(this, request);
  }

  @Override
  void write(RequestWriter writer) {
    writer.query("messageId", Json.STRING, this.messageId);
    writer.query("sourceTn", Json.STRING, this.sourceTn);
    writer.query("destinationTn", Json.STRING, this.destinationTn);
    writer.query("messageStatus", MessageStatusJsonAdapter.INSTANCE, this.messageStatus);
    writer.query("messageDirection", MessageDirectionJsonAdapter.INSTANCE, this.messageDirection);
    writer.query("carrierName", Json.STRING, this.carrierName);
    writer.query("messageType", MessageTypeJsonAdapter.INSTANCE, this.messageType);
    writer.query("errorCode", Json.INTEGER, this.errorCode);
    writer.query("fromDateTime", Json.STRING, this.fromDateTime);
    writer.query("toDateTime", Json.STRING, this.toDateTime);
    writer.query("campaignId", Json.STRING, this.campaignId);
    writer.query("fromBwLatency", Json.INTEGER, this.fromBwLatency);
    writer.query("bwQueued", Json.BOOLEAN, this.bwQueued);
    writer.query("product", MessageProductJsonAdapter.INSTANCE, this.product);
    writer.query("location", Json.STRING, this.location);
    writer.query("carrierQueued", Json.BOOLEAN, this.carrierQueued);
    writer.query("fromCarrierLatency", Json.INTEGER, this.fromCarrierLatency);
    writer.query("callingNumberCountryA3", Json.STRING, this.callingNumberCountryA3);
    writer.query("calledNumberCountryA3", Json.STRING, this.calledNumberCountryA3);
    writer.query("fromSegmentCount", Json.INTEGER, this.fromSegmentCount);
    writer.query("toSegmentCount", Json.INTEGER, this.toSegmentCount);
    writer.query("fromMessageSize", Json.LONG, this.fromMessageSize);
    writer.query("toMessageSize", Json.LONG, this.toMessageSize);
    writer.query("sort", Json.STRING, this.sort);
    writer.query("pageToken", Json.STRING, this.pageToken);
    writer.query("limit", Json.INTEGER, this.limit);
    writer.query("limitTotalCount", Json.BOOLEAN, this.limitTotalCount);
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
    return other instanceof ListMessagesParameters that
        && Objects.equals(this.messageId, that.messageId)
        && Objects.equals(this.sourceTn, that.sourceTn)
        && Objects.equals(this.destinationTn, that.destinationTn)
        && Objects.equals(this.messageStatus, that.messageStatus)
        && Objects.equals(this.messageDirection, that.messageDirection)
        && Objects.equals(this.carrierName, that.carrierName)
        && Objects.equals(this.messageType, that.messageType)
        && Objects.equals(this.errorCode, that.errorCode)
        && Objects.equals(this.fromDateTime, that.fromDateTime)
        && Objects.equals(this.toDateTime, that.toDateTime)
        && Objects.equals(this.campaignId, that.campaignId)
        && Objects.equals(this.fromBwLatency, that.fromBwLatency)
        && Objects.equals(this.bwQueued, that.bwQueued)
        && Objects.equals(this.product, that.product)
        && Objects.equals(this.location, that.location)
        && Objects.equals(this.carrierQueued, that.carrierQueued)
        && Objects.equals(this.fromCarrierLatency, that.fromCarrierLatency)
        && Objects.equals(this.callingNumberCountryA3, that.callingNumberCountryA3)
        && Objects.equals(this.calledNumberCountryA3, that.calledNumberCountryA3)
        && Objects.equals(this.fromSegmentCount, that.fromSegmentCount)
        && Objects.equals(this.toSegmentCount, that.toSegmentCount)
        && Objects.equals(this.fromMessageSize, that.fromMessageSize)
        && Objects.equals(this.toMessageSize, that.toMessageSize)
        && Objects.equals(this.sort, that.sort)
        && Objects.equals(this.pageToken, that.pageToken)
        && Objects.equals(this.limit, that.limit)
        && Objects.equals(this.limitTotalCount, that.limitTotalCount);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        messageId,
        sourceTn,
        destinationTn,
        messageStatus,
        messageDirection,
        carrierName,
        messageType,
        errorCode,
        fromDateTime,
        toDateTime,
        campaignId,
        fromBwLatency,
        bwQueued,
        product,
        location,
        carrierQueued,
        fromCarrierLatency,
        callingNumberCountryA3,
        calledNumberCountryA3,
        fromSegmentCount,
        toSegmentCount,
        fromMessageSize,
        toMessageSize,
        sort,
        pageToken,
        limit,
        limitTotalCount);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "ListMessagesParameters{"
        + "messageId="
        + messageId
        + ", sourceTn="
        + Json.masked(sourceTn)
        + ", destinationTn="
        + Json.masked(destinationTn)
        + ", messageStatus="
        + messageStatus
        + ", messageDirection="
        + messageDirection
        + ", carrierName="
        + carrierName
        + ", messageType="
        + messageType
        + ", errorCode="
        + errorCode
        + ", fromDateTime="
        + fromDateTime
        + ", toDateTime="
        + toDateTime
        + ", campaignId="
        + campaignId
        + ", fromBwLatency="
        + fromBwLatency
        + ", bwQueued="
        + bwQueued
        + ", product="
        + product
        + ", location="
        + location
        + ", carrierQueued="
        + carrierQueued
        + ", fromCarrierLatency="
        + fromCarrierLatency
        + ", callingNumberCountryA3="
        + callingNumberCountryA3
        + ", calledNumberCountryA3="
        + calledNumberCountryA3
        + ", fromSegmentCount="
        + fromSegmentCount
        + ", toSegmentCount="
        + toSegmentCount
        + ", fromMessageSize="
        + fromMessageSize
        + ", toMessageSize="
        + toMessageSize
        + ", sort="
        + sort
        + ", pageToken="
        + pageToken
        + ", limit="
        + limit
        + ", limitTotalCount="
        + limitTotalCount
        + "}";
  }

  /** Builds {@link ListMessagesParameters}s. */
  public static final class Builder {
    @Nullable String messageId;
    @Nullable String sourceTn;
    @Nullable String destinationTn;
    @Nullable MessageStatus messageStatus;
    @Nullable MessageDirection messageDirection;
    @Nullable String carrierName;
    @Nullable MessageType messageType;
    @Nullable Integer errorCode;
    @Nullable String fromDateTime;
    @Nullable String toDateTime;
    @Nullable String campaignId;
    @Nullable Integer fromBwLatency;
    @Nullable Boolean bwQueued;
    @Nullable MessageProduct product;
    @Nullable String location;
    @Nullable Boolean carrierQueued;
    @Nullable Integer fromCarrierLatency;
    @Nullable String callingNumberCountryA3;
    @Nullable String calledNumberCountryA3;
    @Nullable Integer fromSegmentCount;
    @Nullable Integer toSegmentCount;
    @Nullable Long fromMessageSize;
    @Nullable Long toMessageSize;
    @Nullable String sort;
    @Nullable String pageToken;
    @Nullable Integer limit;
    @Nullable Boolean limitTotalCount;

    Builder() {}

    /**
     * The id of the message to find. There are two forms, {@code
     * 9e0df4ca-b18d-40d7-a59f-82fcdf5ae8e6} and {@code 1589228074636lm4k2je7j7jklbn2}.
     */
    public Builder messageId(@Nullable String messageId) {
      this.messageId = messageId;
      return this;
    }

    /**
     * The phone number that sent the message: a full number, up to 10 full numbers separated by
     * commas, or the beginning of a number with at least 5 characters ({@code +1919}).
     */
    public Builder sourceTn(@Nullable String sourceTn) {
      this.sourceTn = sourceTn;
      return this;
    }

    /**
     * The phone number that received the message: a full number, up to 10 full numbers separated by
     * commas, or the beginning of a number with at least 5 characters ({@code +1919}).
     */
    public Builder destinationTn(@Nullable String destinationTn) {
      this.destinationTn = destinationTn;
      return this;
    }

    /** The status of the messages. */
    public Builder messageStatus(@Nullable MessageStatus messageStatus) {
      this.messageStatus = messageStatus;
      return this;
    }

    /** The direction of the messages. */
    public Builder messageDirection(@Nullable MessageDirection messageDirection) {
      this.messageDirection = messageDirection;
      return this;
    }

    /**
     * The name of the carrier, such as {@code Verizon}, {@code TMobile} or {@code AT&T}. The list
     * is open.
     */
    public Builder carrierName(@Nullable String carrierName) {
      this.carrierName = carrierName;
      return this;
    }

    /** The type of the messages. */
    public Builder messageType(@Nullable MessageType messageType) {
      this.messageType = messageType;
      return this;
    }

    /** The error code of the messages; 0 means no error. */
    public Builder errorCode(@Nullable Integer errorCode) {
      this.errorCode = errorCode;
      return this;
    }

    /**
     * The start of the period in which Bandwidth received the messages, in ISO 8601 with exactly
     * three digits of milliseconds; without them the response is {@code 400}. Bandwidth searches
     * the last 14 days. Matches <code>
     * ^&#92;d{4}-&#92;d{2}-&#92;d{2}T&#92;d{2}:&#92;d{2}:&#92;d{2}&#92;.&#92;d{3}(Z|[+-]&#92;d{2}:&#92;d{2})$
     * </code>.
     */
    public Builder fromDateTime(@Nullable String fromDateTime) {
      this.fromDateTime = fromDateTime;
      return this;
    }

    /**
     * The end of the period in which Bandwidth received the messages, in ISO 8601 with exactly
     * three digits of milliseconds; without them the response is {@code 400}. Bandwidth searches
     * the last 14 days. Matches <code>
     * ^&#92;d{4}-&#92;d{2}-&#92;d{2}T&#92;d{2}:&#92;d{2}:&#92;d{2}&#92;.&#92;d{3}(Z|[+-]&#92;d{2}:&#92;d{2})$
     * </code>.
     */
    public Builder toDateTime(@Nullable String toDateTime) {
      this.toDateTime = toDateTime;
      return this;
    }

    /** The id of the campaign that the messages belong to. */
    public Builder campaignId(@Nullable String campaignId) {
      this.campaignId = campaignId;
      return this;
    }

    /**
     * The minimum time that the messages spent at Bandwidth, in seconds. Only for accounts with
     * Advanced Quality Metrics.
     */
    public Builder fromBwLatency(@Nullable Integer fromBwLatency) {
      this.fromBwLatency = fromBwLatency;
      return this;
    }

    /** Whether the messages are queued in Bandwidth's network. */
    public Builder bwQueued(@Nullable Boolean bwQueued) {
      this.bwQueued = bwQueued;
      return this;
    }

    /** The messaging product of the messages. */
    public Builder product(@Nullable MessageProduct product) {
      this.product = product;
      return this;
    }

    /** The id of the location that the messages belong to. */
    public Builder location(@Nullable String location) {
      this.location = location;
      return this;
    }

    /**
     * Whether the messages are queued in the carrier's network. Only for accounts with Advanced
     * Quality Metrics, and only for outbound messages.
     */
    public Builder carrierQueued(@Nullable Boolean carrierQueued) {
      this.carrierQueued = carrierQueued;
      return this;
    }

    /**
     * The minimum time that the messages spent at the carrier, in seconds. Only for accounts with
     * Advanced Quality Metrics, and only for outbound messages.
     */
    public Builder fromCarrierLatency(@Nullable Integer fromCarrierLatency) {
      this.fromCarrierLatency = fromCarrierLatency;
      return this;
    }

    /** The country of the calling number, as an ISO 3166-1 alpha-3 code. */
    public Builder callingNumberCountryA3(@Nullable String callingNumberCountryA3) {
      this.callingNumberCountryA3 = callingNumberCountryA3;
      return this;
    }

    /** The country of the called number, as an ISO 3166-1 alpha-3 code. */
    public Builder calledNumberCountryA3(@Nullable String calledNumberCountryA3) {
      this.calledNumberCountryA3 = calledNumberCountryA3;
      return this;
    }

    /** The minimum number of segments. */
    public Builder fromSegmentCount(@Nullable Integer fromSegmentCount) {
      this.fromSegmentCount = fromSegmentCount;
      return this;
    }

    /** The maximum number of segments. */
    public Builder toSegmentCount(@Nullable Integer toSegmentCount) {
      this.toSegmentCount = toSegmentCount;
      return this;
    }

    /** The minimum size of a message in bytes, including headers. */
    public Builder fromMessageSize(@Nullable Long fromMessageSize) {
      this.fromMessageSize = fromMessageSize;
      return this;
    }

    /** The maximum size of a message in bytes, including headers. */
    public Builder toMessageSize(@Nullable Long toMessageSize) {
      this.toMessageSize = toMessageSize;
      return this;
    }

    /**
     * The sort order: a field, a colon, and {@code asc} or {@code desc}. Bandwidth does not
     * document which fields can be used. By default, the most recently received messages probably
     * come first. Matches {@code ^[A-Za-z0-9]+:(asc|desc)$}.
     */
    public Builder sort(@Nullable String sort) {
      this.sort = sort;
      return this;
    }

    /**
     * The {@code nextPageToken} or {@code prevPageToken} of a page; absent for the first page.
     * Bandwidth does not document how long a token is valid.
     */
    public Builder pageToken(@Nullable String pageToken) {
      this.pageToken = pageToken;
      return this;
    }

    /**
     * The number of messages per page. Only the first 10,000 messages of a search can be paged
     * through; narrow the search to get the others. At most 10000. Absent means {@code 100}.
     */
    public Builder limit(@Nullable Integer limit) {
      this.limit = limit;
      return this;
    }

    /**
     * Whether {@code totalCount} stops at 10,000, which speeds up slow searches. If it is false or
     * absent, all messages are counted.
     */
    public Builder limitTotalCount(@Nullable Boolean limitTotalCount) {
      this.limitTotalCount = limitTotalCount;
      return this;
    }

    /** Returns a new {@link ListMessagesParameters}. */
    public ListMessagesParameters build() {
      return new ListMessagesParameters(this);
    }
  }
}
