// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The location that the recipient shared. */
@Generated
public final class SharedLocation {
  final @Nullable String latitude;
  final @Nullable String longitude;
  final Map<String, @Nullable Object> additionalProperties;

  SharedLocation(Builder builder) {
    this.latitude = builder.latitude;
    this.longitude = builder.longitude;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<SharedLocation> jsonAdapter() {
    return SharedLocationJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.latitude = this.latitude;
    builder.longitude = this.longitude;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The latitude, in degrees. */
  public @Nullable String latitude() {
    return latitude;
  }

  /** The longitude, in degrees. */
  public @Nullable String longitude() {
    return longitude;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SharedLocation that
        && Objects.equals(this.latitude, that.latitude)
        && Objects.equals(this.longitude, that.longitude)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(latitude, longitude, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "SharedLocation{"
        + "latitude="
        + Json.masked(latitude)
        + ", longitude="
        + Json.masked(longitude)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link SharedLocation}s. */
  public static final class Builder {
    @Nullable String latitude;
    @Nullable String longitude;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The latitude, in degrees. */
    public Builder latitude(@Nullable String latitude) {
      this.latitude = latitude;
      return this;
    }

    /** The longitude, in degrees. */
    public Builder longitude(@Nullable String longitude) {
      this.longitude = longitude;
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
          Json.undeclared(SharedLocationJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link SharedLocation}. */
    public SharedLocation build() {
      return new SharedLocation(this);
    }
  }
}
