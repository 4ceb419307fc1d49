// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Objects;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What the recipient of an RBM message can tap.
 *
 * <p>Alternatives may be added: a {@code switch} over them needs a default. Do not implement this
 * interface; only its own alternatives can be written as JSON.
 */
@Generated
public interface SuggestedAction {
  /** Returns the adapter that reads and writes this type as JSON. */
  static JsonAdapter<SuggestedAction> jsonAdapter() {
    return SuggestedActionJsonAdapter.INSTANCE;
  }

  /**
   * Which alternative this is: {@code REPLY}, {@code REQUEST_LOCATION}, {@code DIAL_PHONE}, {@code
   * SHOW_LOCATION}, {@code CREATE_CALENDAR_EVENT}, {@code OPEN_URL}, or an unknown value.
   */
  @Nullable String type();

  /** The text to tap, at most 25 characters. */
  @Nullable String text();

  /** The data to send back on a tap, at most 2048 characters of base64. */
  @Nullable ByteString postbackData();

  /**
   * A form that this version does not know.
   *
   * @param json the JSON value as Java: maps, lists, strings, numbers and booleans
   */
  record Unknown(Object json) implements SuggestedAction {
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
    public @Nullable String text() {
      return Json.property(json, "text", Json.STRING);
    }

    @Override
    public @Nullable ByteString postbackData() {
      return Json.property(json, "postbackData", Json.BASE64);
    }

    /** Returns a string without the value, which may be personal. */
    @Override
    public String toString() {
      return "SuggestedAction.Unknown{" + Json.masked(json) + "}";
    }
  }
}
