// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message to send. It needs {@code text}, {@code media} or both. With {@code media} it is an MMS;
 * with more than one recipient it is a group message, which is an MMS too.
 */
@Generated
public final class MessageRequest {
  final String from;
  final Recipients to;
  final @Nullable String text;
  final String applicationId;
  final @Nullable List<URI> media;
  final @Nullable String tag;
  final @Nullable Priority priority;
  final @Nullable OffsetDateTime expiration;

  // JSON that was read may lack required properties.
  @SuppressWarnings("NullAway")
  MessageRequest(Builder builder) {
    this.from = builder.from;
    this.to = builder.to;
    this.text = builder.text;
    this.applicationId = builder.applicationId;
    this.media = builder.media;
    this.tag = builder.tag;
    this.priority = builder.priority;
    this.expiration = builder.expiration;
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessageRequest> jsonAdapter() {
    return MessageRequestJsonAdapter.INSTANCE;
  }

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the properties of this object. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.from = this.from;
    builder.to = this.to;
    builder.text = this.text;
    builder.applicationId = this.applicationId;
    builder.media = this.media;
    builder.tag = this.tag;
    builder.priority = this.priority;
    builder.expiration = this.expiration;
    return builder;
  }

  /**
   * One of your phone numbers, in E.164 form: {@code +}, country code, number, at most 15 digits.
   * Short codes (3 to 8 digits) and alphanumeric senders (at most 11 letters, digits, spaces or
   * {@code -+_&}, at least one letter) are accepted where Bandwidth has enabled them. A name that
   * begins with {@code +} is rejected as a mistyped number.
   */
  public String from() {
    return from;
  }

  /**
   * The phone number or numbers to send to, in E.164 form. More than one makes it a group message,
   * in which all recipients see each other; at most 10.
   */
  public Recipients to() {
    return to;
  }

  /** The text of the message, at most 2048 characters. Required if there is no {@code media}. */
  public @Nullable String text() {
    return text;
  }

  /**
   * The id of the application in the Bandwidth Dashboard that your {@code from} number belongs to.
   */
  public String applicationId() {
    return applicationId;
  }

  /**
   * URLs of the files to attach, each at most 4096 characters; Bandwidth fetches them. Required if
   * there is no {@code text}. Makes the message an MMS, whatever the number of recipients. At most
   * 10 files of at most 3.5 MB each; many carriers accept less.
   */
  public @Nullable List<URI> media() {
    return media;
  }

  /**
   * A string of at most 1024 characters that the receipt and every callback of the message repeat,
   * to correlate them. Do not put personal data in it.
   */
  public @Nullable String tag() {
    return tag;
  }

  /**
   * The priority of the message among your own traffic; {@code default} if absent. A {@code high}
   * message still counts against the rate limit and is rejected when the queue is full. For
   * toll-free and short code SMS only.
   */
  public @Nullable Priority priority() {
    return priority;
  }

  /**
   * The time (RFC 3339, with offset) after which the message is no longer sent. An expired message
   * is reported as failed with error code 4360. For toll-free and short code SMS only.
   */
  public @Nullable OffsetDateTime expiration() {
    return expiration;
  }

  /**
   * Returns the value or values of {@link #to()}; an empty list if it is absent or of another form.
   */
  public List<String> recipients() {
    return to == null ? List.of() : to.values();
  }

  /**
   * Returns a copy with {@code text} replaced.
   *
   * @param text the text of the message, at most 2048 characters; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MessageRequest withText(@Nullable String text) {
    return toBuilder().text(text).build();
  }

  /**
   * Returns a copy with {@code media} replaced.
   *
   * @param media URLs of the files to attach, each at most 4096 characters; Bandwidth fetches them;
   *     null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MessageRequest withMedia(@Nullable List<URI> media) {
    return toBuilder().media(media).build();
  }

  /**
   * Returns a copy with {@code tag} replaced.
   *
   * @param tag a string of at most 1024 characters that the receipt and every callback of the
   *     message repeat, to correlate them; null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MessageRequest withTag(@Nullable String tag) {
    return toBuilder().tag(tag).build();
  }

  /**
   * Returns a copy with {@code priority} replaced.
   *
   * @param priority the priority of the message among your own traffic; {@code default} if absent;
   *     null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MessageRequest withPriority(@Nullable Priority priority) {
    return toBuilder().priority(priority).build();
  }

  /**
   * Returns a copy with {@code expiration} replaced.
   *
   * @param expiration the time (RFC 3339, with offset) after which the message is no longer sent;
   *     null for none
   * @return the copy
   * @throws IllegalArgumentException if the copy lacks a required property
   */
  public MessageRequest withExpiration(@Nullable OffsetDateTime expiration) {
    return toBuilder().expiration(expiration).build();
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
    return other instanceof MessageRequest that
        && Objects.equals(this.from, that.from)
        && Objects.equals(this.to, that.to)
        && Objects.equals(this.text, that.text)
        && Objects.equals(this.applicationId, that.applicationId)
        && Objects.equals(this.media, that.media)
        && Objects.equals(this.tag, that.tag)
        && Objects.equals(this.priority, that.priority)
        && Objects.equals(this.expiration, that.expiration);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to, text, applicationId, media, tag, priority, expiration);
  }

  /** Returns a string for logs; personal data is masked. */
  @Override
  public String toString() {
    return "MessageRequest{"
        + "from="
        + Json.masked(from)
        + ", to="
        + Json.masked(to)
        + ", text="
        + Json.masked(text)
        + ", applicationId="
        + applicationId
        + ", media="
        + Json.masked(media)
        + ", tag="
        + Json.masked(tag)
        + ", priority="
        + priority
        + ", expiration="
        + expiration
        + "}";
  }

  /** Builds {@link MessageRequest}s. */
  public static final class Builder {
    @Nullable String from;
    @Nullable Recipients to;
    @Nullable String text;
    @Nullable String applicationId;
    @Nullable List<URI> media;
    @Nullable String tag;
    @Nullable Priority priority;
    @Nullable OffsetDateTime expiration;

    Builder() {}

    /**
     * One of your phone numbers, in E.164 form: {@code +}, country code, number, at most 15 digits.
     * Short codes (3 to 8 digits) and alphanumeric senders (at most 11 letters, digits, spaces or
     * {@code -+_&}, at least one letter) are accepted where Bandwidth has enabled them. A name that
     * begins with {@code +} is rejected as a mistyped number.
     */
    public Builder from(String from) {
      Objects.requireNonNull(from, "from == null");
      this.from = from;
      return this;
    }

    /**
     * The phone number or numbers to send to, in E.164 form. More than one makes it a group
     * message, in which all recipients see each other; at most 10.
     */
    public Builder to(Recipients to) {
      Objects.requireNonNull(to, "to == null");
      this.to = to;
      return this;
    }

    /** Like {@link #to(Recipients)}, with one value. */
    public Builder to(String to) {
      return to(new Recipients.One(Objects.requireNonNull(to, "to == null")));
    }

    /** Like {@link #to(Recipients)}, with a list of values. */
    public Builder to(List<String> to) {
      return to(new Recipients.Several(Objects.requireNonNull(to, "to == null")));
    }

    /** The text of the message, at most 2048 characters. Required if there is no {@code media}. */
    public Builder text(@Nullable String text) {
      this.text = text;
      return this;
    }

    /**
     * The id of the application in the Bandwidth Dashboard that your {@code from} number belongs
     * to.
     */
    public Builder applicationId(String applicationId) {
      Objects.requireNonNull(applicationId, "applicationId == null");
      this.applicationId = applicationId;
      return this;
    }

    /**
     * URLs of the files to attach, each at most 4096 characters; Bandwidth fetches them. Required
     * if there is no {@code text}. Makes the message an MMS, whatever the number of recipients. At
     * most 10 files of at most 3.5 MB each; many carriers accept less.
     */
    public Builder media(@Nullable List<URI> media) {
      this.media = media == null ? null : Json.copyOf("media", media, false);
      return this;
    }

    /**
     * A string of at most 1024 characters that the receipt and every callback of the message
     * repeat, to correlate them. Do not put personal data in it.
     */
    public Builder tag(@Nullable String tag) {
      this.tag = tag;
      return this;
    }

    /**
     * The priority of the message among your own traffic; {@code default} if absent. A {@code high}
     * message still counts against the rate limit and is rejected when the queue is full. For
     * toll-free and short code SMS only.
     */
    public Builder priority(@Nullable Priority priority) {
      this.priority = priority;
      return this;
    }

    /**
     * The time (RFC 3339, with offset) after which the message is no longer sent. An expired
     * message is reported as failed with error code 4360. For toll-free and short code SMS only.
     */
    public Builder expiration(@Nullable OffsetDateTime expiration) {
      this.expiration = expiration;
      return this;
    }

    /**
     * Returns a new {@link MessageRequest}.
     *
     * @throws IllegalArgumentException if a required property is missing
     */
    public MessageRequest build() {
      if (from == null) {
        throw new IllegalArgumentException("MessageRequest.from is required");
      }
      if (to == null) {
        throw new IllegalArgumentException("MessageRequest.to is required");
      }
      if (applicationId == null) {
        throw new IllegalArgumentException("MessageRequest.applicationId is required");
      }
      if (text == null && media == null) {
        throw new IllegalArgumentException("MessageRequest needs text or media");
      }
      return new MessageRequest(this);
    }
  }
}
