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

/** Calls a phone number. */
@Generated
public final class DialPhoneAction implements SuggestedAction {
  final String type;
  final String text;
  final ByteString postbackData;
  final String phoneNumber;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  DialPhoneAction(Builder builder) {
    this.type = builder.type;
    this.text = builder.text;
    this.postbackData = builder.postbackData;
    this.phoneNumber = builder.phoneNumber;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<DialPhoneAction> jsonAdapter() {
    return DialPhoneActionJsonAdapter.INSTANCE;
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
    builder.phoneNumber = this.phoneNumber;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The kind of action, {@code DIAL_PHONE}. */
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

  /** The phone number to call, in E.164 form. */
  public String phoneNumber() {
    return phoneNumber;
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
    return other instanceof DialPhoneAction that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.postbackData, that.postbackData)
        && Objects.equals(this.phoneNumber, that.phoneNumber)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, text, postbackData, phoneNumber, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "DialPhoneAction{"
        + "type="
        + type
        + ", text="
        + Json.masked(text)
        + ", postbackData="
        + Json.masked(postbackData)
        + ", phoneNumber="
        + Json.masked(phoneNumber)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link DialPhoneAction}s. */
  public static final class Builder {
    @Nullable String type = "DIAL_PHONE";
    @Nullable String text;
    @Nullable ByteString postbackData;
    @Nullable String phoneNumber;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The kind of action, {@code DIAL_PHONE}. */
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

    /** The phone number to call, in E.164 form. */
    public Builder phoneNumber(String phoneNumber) {
      Objects.requireNonNull(phoneNumber, "phoneNumber == null");
      this.phoneNumber = phoneNumber;
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
          Json.undeclared(DialPhoneActionJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link DialPhoneAction}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public DialPhoneAction build() {
      if (text == null) {
        throw new IllegalArgumentException("DialPhoneAction.text is required");
      }
      if (postbackData == null) {
        throw new IllegalArgumentException("DialPhoneAction.postbackData is required");
      }
      if (phoneNumber == null) {
        throw new IllegalArgumentException("DialPhoneAction.phoneNumber is required");
      }
      return new DialPhoneAction(this);
    }
  }
}
