// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page of the messages that a search found. */
@Generated
public final class MessagePage {
  final @Nullable Long totalCount;
  final @Nullable PageInfo pageInfo;
  final @Nullable List<MessageSummary> messages;
  final Map<String, @Nullable Object> additionalProperties;

  MessagePage(Builder builder) {
    this.totalCount = builder.totalCount;
    this.pageInfo = builder.pageInfo;
    this.messages = builder.messages;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessagePage> jsonAdapter() {
    return MessagePageJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.totalCount = this.totalCount;
    builder.pageInfo = this.pageInfo;
    builder.messages = this.messages;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /**
   * The number of messages found on all pages; stops at 10,000 if {@code limitTotalCount} is true.
   */
  public @Nullable Long totalCount() {
    return totalCount;
  }

  /**
   * How to get the previous and the next page; empty if there is only one. The URLs of the two can
   * be swapped, so use the tokens. Bandwidth does not document what marks the last page; treat one
   * without {@code nextPageToken} or without messages as the last.
   */
  public @Nullable PageInfo pageInfo() {
    return pageInfo;
  }

  /** The messages of this page. */
  public @Nullable List<MessageSummary> messages() {
    return messages;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MessagePage that
        && Objects.equals(this.totalCount, that.totalCount)
        && Objects.equals(this.pageInfo, that.pageInfo)
        && Objects.equals(this.messages, that.messages)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(totalCount, pageInfo, messages, additionalProperties);
  }

  /** Returns a string for logs. */
  @Override
  public String toString() {
    return "MessagePage{"
        + "totalCount="
        + totalCount
        + ", pageInfo="
        + pageInfo
        + ", messages="
        + messages
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link MessagePage}s. */
  public static final class Builder {
    @Nullable Long totalCount;
    @Nullable PageInfo pageInfo;
    @Nullable List<MessageSummary> messages;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /**
     * The number of messages found on all pages; stops at 10,000 if {@code limitTotalCount} is
     * true.
     */
    public Builder totalCount(@Nullable Long totalCount) {
      this.totalCount = totalCount;
      return this;
    }

    /**
     * How to get the previous and the next page; empty if there is only one. The URLs of the two
     * can be swapped, so use the tokens. Bandwidth does not document what marks the last page;
     * treat one without {@code nextPageToken} or without messages as the last.
     */
    public Builder pageInfo(@Nullable PageInfo pageInfo) {
      this.pageInfo = pageInfo;
      return this;
    }

    /** The messages of this page. */
    public Builder messages(@Nullable List<MessageSummary> messages) {
      this.messages = messages == null ? null : Json.copyOf("messages", messages, false);
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
          Json.undeclared(MessagePageJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link MessagePage}. */
    public MessagePage build() {
      return new MessagePage(this);
    }
  }
}
