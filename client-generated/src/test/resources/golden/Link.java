// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A link to something else. */
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

  /** What is there. */
  public @Nullable String rel() {
    return rel;
  }

  /** The URL. */
  public @Nullable String href() {
    return href;
  }

  /** The properties that the document does not name, in the order they came in. */
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

  /** Returns the properties for people to read. */
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

    /** What is there. */
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
     * Properties that the document does not name.
     *
     * @throws IllegalArgumentException if the document does name one of them
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(LinkJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns the object. */
    public Link build() {
      return new Link(this);
    }
  }
}
