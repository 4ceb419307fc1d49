// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a message, or a received message. The list of types is open. To recognize a
 * duplicate, compare {@code message.id}, {@code type} and {@code to}.
 *
 * <p>Alternatives may be added: a {@code switch} over them needs a default. Do not implement this
 * interface; only its own alternatives can be written as JSON.
 */
@Generated
public interface MessageEvent {
  /** Returns the adapter that reads and writes this type as JSON. */
  static JsonAdapter<MessageEvent> jsonAdapter() {
    return MessageEventJsonAdapter.INSTANCE;
  }

  /**
   * Which alternative this is: {@code message-received}, {@code message-sending}, {@code
   * message-sent}, {@code message-delivered}, {@code message-failed}, {@code message-read}, {@code
   * suggestion-response}, {@code requested-location-response}, {@code request-location-response},
   * or an unknown value.
   */
  @Nullable String type();

  /** When it happened. */
  @Nullable OffsetDateTime time();

  /** A human-readable description. Do not parse it; its wording changes. */
  @Nullable String description();

  /** The phone number that this event is about. */
  @Nullable String to();

  /**
   * A message as Bandwidth reports it: in the response to a message it accepted, or in an event.
   * Only {@code id} can be relied on.
   */
  @Nullable Message message();

  /**
   * A form that this version does not know.
   *
   * @param json the JSON value as Java: maps, lists, strings, numbers and booleans
   */
  record Unknown(Object json) implements MessageEvent {
    /** Keeps a copy of the value. */
    public Unknown {
      Objects.requireNonNull(json, "json == null");
      json = Json.copyOf("json", json, true);
    }

    @Override
    public @Nullable String type() {
      return Json.property(json, "type", Json.STRING);
    }

    @Override
    public @Nullable OffsetDateTime time() {
      return Json.property(json, "time", Json.DATE_TIME);
    }

    @Override
    public @Nullable String description() {
      return Json.property(json, "description", Json.STRING);
    }

    @Override
    public @Nullable String to() {
      return Json.property(json, "to", Json.STRING);
    }

    @Override
    public @Nullable Message message() {
      return Json.property(json, "message", MessageJsonAdapter.INSTANCE);
    }

    /** Returns a string without the value, which may be personal. */
    @Override
    public String toString() {
      return "MessageEvent.Unknown{" + Json.masked(json) + "}";
    }
  }
}
