// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is wrong with one field of a request. */
@Generated
public final class FieldError {
  final @Nullable String fieldName;
  final @Nullable String description;
  final Map<String, @Nullable Object> additionalProperties;

  FieldError(Builder builder) {
    this.fieldName = builder.fieldName;
    this.description = builder.description;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<FieldError> jsonAdapter() {
    return FieldErrorJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.fieldName = this.fieldName;
    builder.description = this.description;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The name of the field in the JSON of the request. */
  public @Nullable String fieldName() {
    return fieldName;
  }

  /** What is wrong with it. It can quote the value that was sent. */
  public @Nullable String description() {
    return description;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldError that
        && Objects.equals(this.fieldName, that.fieldName)
        && Objects.equals(this.description, that.description)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fieldName, description, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "FieldError{"
        + "fieldName="
        + fieldName
        + ", description="
        + Json.masked(description)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link FieldError}s. */
  public static final class Builder {
    @Nullable String fieldName;
    @Nullable String description;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The name of the field in the JSON of the request. */
    public Builder fieldName(@Nullable String fieldName) {
      this.fieldName = fieldName;
      return this;
    }

    /** What is wrong with it. It can quote the value that was sent. */
    public Builder description(@Nullable String description) {
      this.description = description;
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
          Json.undeclared(FieldErrorJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link FieldError}. */
    public FieldError build() {
      return new FieldError(this);
    }
  }
}
