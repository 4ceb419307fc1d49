// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of the request that is wrong; empty if it is not a single part. */
@Generated
public final class ErrorSource {
  final @Nullable String parameter;
  final @Nullable String field;
  final @Nullable String header;
  final @Nullable String reference;
  final Map<String, @Nullable Object> additionalProperties;

  ErrorSource(Builder builder) {
    this.parameter = builder.parameter;
    this.field = builder.field;
    this.header = builder.header;
    this.reference = builder.reference;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<ErrorSource> jsonAdapter() {
    return ErrorSourceJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.parameter = this.parameter;
    builder.field = this.field;
    builder.header = this.header;
    builder.reference = this.reference;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The query parameter. */
  public @Nullable String parameter() {
    return parameter;
  }

  /** The field of the body, as a path. */
  public @Nullable String field() {
    return field;
  }

  /** The header. */
  public @Nullable String header() {
    return header;
  }

  /** The id or path that is wrong. */
  public @Nullable String reference() {
    return reference;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorSource that
        && Objects.equals(this.parameter, that.parameter)
        && Objects.equals(this.field, that.field)
        && Objects.equals(this.header, that.header)
        && Objects.equals(this.reference, that.reference)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parameter, field, header, reference, additionalProperties);
  }

  /** Returns a string for logs. */
  @Override
  public String toString() {
    return "ErrorSource{"
        + "parameter="
        + parameter
        + ", field="
        + field
        + ", header="
        + header
        + ", reference="
        + reference
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link ErrorSource}s. */
  public static final class Builder {
    @Nullable String parameter;
    @Nullable String field;
    @Nullable String header;
    @Nullable String reference;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The query parameter. */
    public Builder parameter(@Nullable String parameter) {
      this.parameter = parameter;
      return this;
    }

    /** The field of the body, as a path. */
    public Builder field(@Nullable String field) {
      this.field = field;
      return this;
    }

    /** The header. */
    public Builder header(@Nullable String header) {
      this.header = header;
      return this;
    }

    /** The id or path that is wrong. */
    public Builder reference(@Nullable String reference) {
      this.reference = reference;
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
          Json.undeclared(ErrorSourceJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link ErrorSource}. */
    public ErrorSource build() {
      return new ErrorSource(this);
    }
  }
}
