// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Shows a location. */
@Generated
public final class ShowLocationAction implements SuggestedAction {
  final String type;
  final String text;
  final ByteString postbackData;
  final String latitude;
  final String longitude;
  final @Nullable String label;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  ShowLocationAction(Builder builder) {
    this.type = builder.type;
    this.text = builder.text;
    this.postbackData = builder.postbackData;
    this.latitude = builder.latitude;
    this.longitude = builder.longitude;
    this.label = builder.label;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<ShowLocationAction> jsonAdapter() {
    return ShowLocationActionJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.type = this.type;
    builder.text = this.text;
    builder.postbackData = this.postbackData;
    builder.latitude = this.latitude;
    builder.longitude = this.longitude;
    builder.label = this.label;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The kind of action, {@code SHOW_LOCATION}. */
  @Override
  public String type() {
    return type;
  }

  /** The text to tap, at most 25 characters. */
  @Override
  public String text() {
    return text;
  }

  /** The data to send back on a tap, at most 2048 characters of base64. */
  @Override
  public ByteString postbackData() {
    return postbackData;
  }

  /** The latitude in degrees, from -90 to 90. */
  public String latitude() {
    return latitude;
  }

  /** The longitude in degrees, from -180 to 180. */
  public String longitude() {
    return longitude;
  }

  /** The name of the location, at most 100 characters. */
  public @Nullable String label() {
    return label;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code label} replaced.
   *
   * @param label the name of the location, at most 100 characters; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public ShowLocationAction withLabel(@Nullable String label) {
    return toBuilder().label(label).build();
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
    return other instanceof ShowLocationAction that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.postbackData, that.postbackData)
        && Objects.equals(this.latitude, that.latitude)
        && Objects.equals(this.longitude, that.longitude)
        && Objects.equals(this.label, that.label)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, text, postbackData, latitude, longitude, label, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "ShowLocationAction{"
        + "type="
        + type
        + ", text="
        + Json.masked(text)
        + ", postbackData="
        + Json.masked(postbackData)
        + ", latitude="
        + Json.masked(latitude)
        + ", longitude="
        + Json.masked(longitude)
        + ", label="
        + Json.masked(label)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link ShowLocationAction}s. */
  public static final class Builder {
    @Nullable String type = "SHOW_LOCATION";
    @Nullable String text;
    @Nullable ByteString postbackData;
    @Nullable String latitude;
    @Nullable String longitude;
    @Nullable String label;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The kind of action, {@code SHOW_LOCATION}. */
    public Builder type(String type) {
      Objects.requireNonNull(type, "type == null");
      this.type = type;
      return this;
    }

    /** The text to tap, at most 25 characters. */
    public Builder text(String text) {
      Objects.requireNonNull(text, "text == null");
      this.text = text;
      return this;
    }

    /** The data to send back on a tap, at most 2048 characters of base64. */
    public Builder postbackData(ByteString postbackData) {
      Objects.requireNonNull(postbackData, "postbackData == null");
      this.postbackData = postbackData;
      return this;
    }

    /** The latitude in degrees, from -90 to 90. */
    public Builder latitude(String latitude) {
      Objects.requireNonNull(latitude, "latitude == null");
      this.latitude = latitude;
      return this;
    }

    /** The longitude in degrees, from -180 to 180. */
    public Builder longitude(String longitude) {
      Objects.requireNonNull(longitude, "longitude == null");
      this.longitude = longitude;
      return this;
    }

    /** The name of the location, at most 100 characters. */
    public Builder label(@Nullable String label) {
      this.label = label;
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
          Json.undeclared(ShowLocationActionJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link ShowLocationAction}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public ShowLocationAction build() {
      if (text == null) {
        throw new IllegalArgumentException("ShowLocationAction.text is required");
      }
      if (postbackData == null) {
        throw new IllegalArgumentException("ShowLocationAction.postbackData is required");
      }
      if (latitude == null) {
        throw new IllegalArgumentException("ShowLocationAction.latitude is required");
      }
      if (longitude == null) {
        throw new IllegalArgumentException("ShowLocationAction.longitude is required");
      }
      return new ShowLocationAction(this);
    }
  }
}
