// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The suggestion that the recipient chose. */
@Generated
public final class ChosenSuggestion {
  final @Nullable String text;
  final @Nullable String postbackData;
  final @Nullable String pairedMessageId;
  final Map<String, @Nullable Object> additionalProperties;
  final Set<String> nullProperties;

  ChosenSuggestion(Builder builder) {
    this.text = builder.text;
    this.postbackData = builder.postbackData;
    this.pairedMessageId = builder.pairedMessageId;
    this.additionalProperties = builder.additionalProperties;
    this.nullProperties = builder.nullProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<ChosenSuggestion> jsonAdapter() {
    return ChosenSuggestionJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.text = this.text;
    builder.postbackData = this.postbackData;
    builder.pairedMessageId = this.pairedMessageId;
    builder.additionalProperties = this.additionalProperties;
    builder.nullProperties = this.nullProperties;
    return builder;
  }

  /** The text of the suggestion. */
  public @Nullable String text() {
    return text;
  }

  /** The data of the suggestion, in Base64. */
  public @Nullable String postbackData() {
    return postbackData;
  }

  /** The id of the message with the suggestion. */
  public @Nullable String pairedMessageId() {
    return pairedMessageId;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /** Returns the JSON names of the properties that are null rather than absent. */
  public Set<String> nullProperties() {
    return nullProperties;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ChosenSuggestion that
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.postbackData, that.postbackData)
        && Objects.equals(this.pairedMessageId, that.pairedMessageId)
        && additionalProperties.equals(that.additionalProperties)
        && nullProperties.equals(that.nullProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, postbackData, pairedMessageId, additionalProperties, nullProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "ChosenSuggestion{"
        + "text="
        + Json.masked(text)
        + ", postbackData="
        + Json.masked(postbackData)
        + ", pairedMessageId="
        + pairedMessageId
        + ", additionalProperties="
        + additionalProperties.keySet()
        + ", nullProperties="
        + nullProperties
        + "}";
  }

  /** Builds {@link ChosenSuggestion}s. */
  public static final class Builder {
    @Nullable String text;
    @Nullable String postbackData;
    @Nullable String pairedMessageId;
    Map<String, @Nullable Object> additionalProperties = Map.of();
    Set<String> nullProperties = Set.of();

    Builder() {}

    /** The text of the suggestion. */
    public Builder text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /** The data of the suggestion, in Base64. */
    public Builder postbackData(@Nullable String postbackData) {
      this.postbackData = postbackData;
      return this;
    }

    /** The id of the message with the suggestion. */
    public Builder pairedMessageId(@Nullable String pairedMessageId) {
      this.pairedMessageId = pairedMessageId;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "pairedMessageId", false);
      return this;
    }

    /** Sets {@code pairedMessageId} to null, which is not the same as leaving it out. */
    public Builder pairedMessageIdAsNull() {
      this.pairedMessageId = null;
      this.nullProperties = Json.nullOrNot(this.nullProperties, "pairedMessageId", true);
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
          Json.undeclared(ChosenSuggestionJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /** Returns a new {@link ChosenSuggestion}. */
    public ChosenSuggestion build() {
      return new ChosenSuggestion(this);
    }
  }
}
