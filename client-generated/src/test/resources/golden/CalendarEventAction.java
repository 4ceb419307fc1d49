// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Adds an event to a calendar. */
@Generated
public final class CalendarEventAction implements SuggestedAction {
  final String type;
  final String text;
  final ByteString postbackData;
  final String title;
  final OffsetDateTime startTime;
  final OffsetDateTime endTime;
  final @Nullable String description;
  final Map<String, @Nullable Object> additionalProperties;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  CalendarEventAction(Builder builder) {
    this.type = builder.type;
    this.text = builder.text;
    this.postbackData = builder.postbackData;
    this.title = builder.title;
    this.startTime = builder.startTime;
    this.endTime = builder.endTime;
    this.description = builder.description;
    this.additionalProperties = builder.additionalProperties;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<CalendarEventAction> jsonAdapter() {
    return CalendarEventActionJsonAdapter.INSTANCE;
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
    builder.title = this.title;
    builder.startTime = this.startTime;
    builder.endTime = this.endTime;
    builder.description = this.description;
    builder.additionalProperties = this.additionalProperties;
    return builder;
  }

  /** The kind of action, {@code CREATE_CALENDAR_EVENT}. */
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

  /** The title of the event, at most 100 characters. */
  public String title() {
    return title;
  }

  /** When the event begins. */
  public OffsetDateTime startTime() {
    return startTime;
  }

  /** When the event ends. */
  public OffsetDateTime endTime() {
    return endTime;
  }

  /** The description of the event, at most 500 characters. */
  public @Nullable String description() {
    return description;
  }

  /** Returns the unknown properties, in the order of the JSON. */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Returns a copy with {@code description} replaced.
   *
   * @param description the description of the event, at most 500 characters; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public CalendarEventAction withDescription(@Nullable String description) {
    return toBuilder().description(description).build();
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
    return other instanceof CalendarEventAction that
        && Objects.equals(this.type, that.type)
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.postbackData, that.postbackData)
        && Objects.equals(this.title, that.title)
        && Objects.equals(this.startTime, that.startTime)
        && Objects.equals(this.endTime, that.endTime)
        && Objects.equals(this.description, that.description)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        type, text, postbackData, title, startTime, endTime, description, additionalProperties);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "CalendarEventAction{"
        + "type="
        + type
        + ", text="
        + Json.masked(text)
        + ", postbackData="
        + Json.masked(postbackData)
        + ", title="
        + Json.masked(title)
        + ", startTime="
        + startTime
        + ", endTime="
        + endTime
        + ", description="
        + Json.masked(description)
        + ", additionalProperties="
        + additionalProperties.keySet()
        + "}";
  }

  /** Builds {@link CalendarEventAction}s. */
  public static final class Builder {
    @Nullable String type = "CREATE_CALENDAR_EVENT";
    @Nullable String text;
    @Nullable ByteString postbackData;
    @Nullable String title;
    @Nullable OffsetDateTime startTime;
    @Nullable OffsetDateTime endTime;
    @Nullable String description;
    Map<String, @Nullable Object> additionalProperties = Map.of();

    Builder() {}

    /** The kind of action, {@code CREATE_CALENDAR_EVENT}. */
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

    /** The title of the event, at most 100 characters. */
    public Builder title(String title) {
      Objects.requireNonNull(title, "title == null");
      this.title = title;
      return this;
    }

    /** When the event begins. */
    public Builder startTime(OffsetDateTime startTime) {
      Objects.requireNonNull(startTime, "startTime == null");
      this.startTime = startTime;
      return this;
    }

    /** When the event ends. */
    public Builder endTime(OffsetDateTime endTime) {
      Objects.requireNonNull(endTime, "endTime == null");
      this.endTime = endTime;
      return this;
    }

    /** The description of the event, at most 500 characters. */
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
          Json.undeclared(CalendarEventActionJsonAdapter.NAMES, additionalProperties);
      return this;
    }

    /**
     * Returns a new {@link CalendarEventAction}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public CalendarEventAction build() {
      if (text == null) {
        throw new IllegalArgumentException("CalendarEventAction.text is required");
      }
      if (postbackData == null) {
        throw new IllegalArgumentException("CalendarEventAction.postbackData is required");
      }
      if (title == null) {
        throw new IllegalArgumentException("CalendarEventAction.title is required");
      }
      if (startTime == null) {
        throw new IllegalArgumentException("CalendarEventAction.startTime is required");
      }
      if (endTime == null) {
        throw new IllegalArgumentException("CalendarEventAction.endTime is required");
      }
      return new CalendarEventAction(this);
    }
  }
}
