// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The content of an SMS. */
@Generated
public final class SmsContent {
  final String text;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  SmsContent(Builder builder) {
    this.text = builder.text;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<SmsContent> jsonAdapter() {
    return SmsContentJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.text = this.text;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The text, at most 2048 characters. */
  public String text() {
    return text;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
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
    return other instanceof SmsContent that
        && Objects.equals(this.text, that.text)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "SmsContent{"
        + "text="
        + Json.masked(text)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link SmsContent}s. */
  public static final class Builder {
    @Nullable String text;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The text, at most 2048 characters. */
    public Builder text(String text) {
      Objects.requireNonNull(text, "text == null");
      this.text = text;
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
          Json.undeclared(SmsContentJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link SmsContent}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public SmsContent build() {
      if (text == null) {
        throw new IllegalArgumentException("SmsContent.text is required");
      }
      return new SmsContent(this);
    }
  }
}
