// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why Bandwidth rejected a request. */
@Generated
public final class BandwidthError implements ErrorBody {
  final String type;
  final String description;
  final @Nullable List<FieldError> fieldErrors;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  BandwidthError(Builder builder) {
    this.type = builder.type;
    this.description = builder.description;
    this.fieldErrors = builder.fieldErrors;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<BandwidthError> jsonAdapter() {
    return BandwidthErrorJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = this.type;
    builder.description = this.description;
    builder.fieldErrors = this.fieldErrors;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The kind of error, for example {@code request-validation}. The list is open. */
  public String type() {
    return type;
  }

  /** A human-readable description. Do not parse it; its wording changes. */
  public String description() {
    return description;
  }

  /** The errors by field; often absent. */
  public @Nullable List<FieldError> fieldErrors() {
    return fieldErrors;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BandwidthError that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.description, that.description)
        && Objects.equals(this.fieldErrors, that.fieldErrors)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, description, fieldErrors, additionalProperties);
  }

  /** Returns a string for logs. */
  @Override
  public String toString() {
    return "BandwidthError{"
        + "type="
        + type
        + ", description="
        + description
        + ", fieldErrors="
        + fieldErrors
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link BandwidthError}s. */
  public static final class Builder {
    @Nullable String type;
    @Nullable String description;
    @Nullable List<FieldError> fieldErrors;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The kind of error, for example {@code request-validation}. The list is open. */
    public Builder type(String type) {
      Objects.requireNonNull(type, "type == null");
      this.type = type;
      return this;
    }

    /** A human-readable description. Do not parse it; its wording changes. */
    public Builder description(String description) {
      Objects.requireNonNull(description, "description == null");
      this.description = description;
      return this;
    }

    /** The errors by field; often absent. */
    public Builder fieldErrors(@Nullable List<FieldError> fieldErrors) {
      this.fieldErrors =
          fieldErrors == null ? null : Json.copyOf("fieldErrors", fieldErrors, false);
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
          Json.undeclared(BandwidthErrorJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link BandwidthError}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public BandwidthError build() {
      if (type == null) {
        throw new IllegalArgumentException("BandwidthError.type is required");
      }
      if (description == null) {
        throw new IllegalArgumentException("BandwidthError.description is required");
      }
      return new BandwidthError(this);
    }
  }
}
