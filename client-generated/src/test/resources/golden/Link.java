// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A related link. */
@Generated
public final class Link {
  final @Nullable String rel;
  final @Nullable String href;
  final Map<String, @Nullable Object> additionalProperties;

  Link(Builder builder) {
    this.rel = builder.rel;
    this.href = builder.href;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<Link> jsonAdapter() {
    return LinkJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.rel = this.rel;
    builder.href = this.href;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The relation. */
  public @Nullable String rel() {
    return rel;
  }

  /** The URL. */
  public @Nullable String href() {
    return href;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Link that
        && Objects.equals(this.rel, that.rel)
        && Objects.equals(this.href, that.href)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rel, href, additionalProperties);
  }

  /** Returns a string for logs. */
  @Override
  public String toString() {
    return "Link{"
        + "rel="
        + rel
        + ", href="
        + href
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link Link}s. */
  public static final class Builder {
    @Nullable String rel;
    @Nullable String href;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The relation. */
    public Builder rel(@Nullable String rel) {
      this.rel = rel;
      return this;
    }

    /** The URL. */
    public Builder href(@Nullable String href) {
      this.href = href;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(LinkJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link Link}. */
    public Link build() {
      return new Link(this);
    }
  }
}
