// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The web server's own error for a path that does not exist. */
@Generated
public final class PathError implements ErrorBody {
  final @Nullable String timestamp;
  final Integer status;
  final String error;
  final @Nullable String message;
  final @Nullable String path;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  PathError(Builder builder) {
    this.timestamp = builder.timestamp;
    this.status = builder.status;
    this.error = builder.error;
    this.message = builder.message;
    this.path = builder.path;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<PathError> jsonAdapter() {
    return PathErrorJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.timestamp = this.timestamp;
    builder.status = this.status;
    builder.error = this.error;
    builder.message = this.message;
    builder.path = this.path;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** When it happened. Not RFC 3339, because the offset has no colon. */
  public @Nullable String timestamp() {
    return timestamp;
  }

  /** The HTTP status. */
  public Integer status() {
    return status;
  }

  /** The name of the HTTP status. */
  public String error() {
    return error;
  }

  /** A human-readable description. */
  public @Nullable String message() {
    return message;
  }

  /** The requested path. */
  public @Nullable String path() {
    return path;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PathError that
        && Objects.equals(this.timestamp, that.timestamp)
        && Objects.equals(this.status, that.status)
        && Objects.equals(this.error, that.error)
        && Objects.equals(this.message, that.message)
        && Objects.equals(this.path, that.path)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(timestamp, status, error, message, path, additionalProperties);
  }

  /** Returns a string for logs. */
  @Override
  public String toString() {
    return "PathError{"
        + "timestamp="
        + timestamp
        + ", status="
        + status
        + ", error="
        + error
        + ", message="
        + message
        + ", path="
        + path
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link PathError}s. */
  public static final class Builder {
    @Nullable String timestamp;
    @Nullable Integer status;
    @Nullable String error;
    @Nullable String message;
    @Nullable String path;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** When it happened. Not RFC 3339, because the offset has no colon. */
    public Builder timestamp(@Nullable String timestamp) {
      this.timestamp = timestamp;
      return this;
    }

    /** The HTTP status. */
    public Builder status(Integer status) {
      Objects.requireNonNull(status, "status == null");
      this.status = status;
      return this;
    }

    /** The name of the HTTP status. */
    public Builder error(String error) {
      Objects.requireNonNull(error, "error == null");
      this.error = error;
      return this;
    }

    /** A human-readable description. */
    public Builder message(@Nullable String message) {
      this.message = message;
      return this;
    }

    /** The requested path. */
    public Builder path(@Nullable String path) {
      this.path = path;
      return this;
    }

    /**
     * Sets properties that this version does not know.
     *
     * @throws IllegalArgumentException if one of them is a declared property
     */
    public Builder additionalProperties(
        Map<String, ? extends @Nullable Object> additionalProperties) {
      this.additionalProperties = Json.undeclared(PathErrorJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link PathError}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public PathError build() {
      if (status == null) {
        throw new IllegalArgumentException("PathError.status is required");
      }
      if (error == null) {
        throw new IllegalArgumentException("PathError.error is required");
      }
      return new PathError(this);
    }
  }
}
