// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to get the previous and the next page; empty if there is only one. The URLs of the two can be
 * swapped, so use the tokens. Bandwidth does not document what marks the last page; treat one
 * without {@code nextPageToken} or without messages as the last.
 */
@Generated
public final class PageInfo {
  final @Nullable String prevPage;
  final @Nullable String nextPage;
  final @Nullable String prevPageToken;
  final @Nullable String nextPageToken;
  final Map<String, @Nullable Object> additionalProperties;

  PageInfo(Builder builder) {
    this.prevPage = builder.prevPage;
    this.nextPage = builder.nextPage;
    this.prevPageToken = builder.prevPageToken;
    this.nextPageToken = builder.nextPageToken;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<PageInfo> jsonAdapter() {
    return PageInfoJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.prevPage = this.prevPage;
    builder.nextPage = this.nextPage;
    builder.prevPageToken = this.prevPageToken;
    builder.nextPageToken = this.nextPageToken;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The URL of the previous page. */
  public @Nullable String prevPage() {
    return prevPage;
  }

  /** The URL of the next page. */
  public @Nullable String nextPage() {
    return nextPage;
  }

  /** The {@code pageToken} of the previous page. */
  public @Nullable String prevPageToken() {
    return prevPageToken;
  }

  /** The {@code pageToken} of the next page. */
  public @Nullable String nextPageToken() {
    return nextPageToken;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageInfo that
        && Objects.equals(this.prevPage, that.prevPage)
        && Objects.equals(this.nextPage, that.nextPage)
        && Objects.equals(this.prevPageToken, that.prevPageToken)
        && Objects.equals(this.nextPageToken, that.nextPageToken)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(prevPage, nextPage, prevPageToken, nextPageToken, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "PageInfo{"
        + "prevPage="
        + Json.masked(prevPage)
        + ", nextPage="
        + Json.masked(nextPage)
        + ", prevPageToken="
        + prevPageToken
        + ", nextPageToken="
        + nextPageToken
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link PageInfo}s. */
  public static final class Builder {
    @Nullable String prevPage;
    @Nullable String nextPage;
    @Nullable String prevPageToken;
    @Nullable String nextPageToken;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The URL of the previous page. */
    public Builder prevPage(@Nullable String prevPage) {
      this.prevPage = prevPage;
      return this;
    }

    /** The URL of the next page. */
    public Builder nextPage(@Nullable String nextPage) {
      this.nextPage = nextPage;
      return this;
    }

    /** The {@code pageToken} of the previous page. */
    public Builder prevPageToken(@Nullable String prevPageToken) {
      this.prevPageToken = prevPageToken;
      return this;
    }

    /** The {@code pageToken} of the next page. */
    public Builder nextPageToken(@Nullable String nextPageToken) {
      this.nextPageToken = nextPageToken;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(PageInfoJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link PageInfo}. */
    public PageInfo build() {
      return new PageInfo(this);
    }
  }
}
