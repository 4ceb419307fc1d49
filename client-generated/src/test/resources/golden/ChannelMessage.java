// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message for one channel.
 *
 * <p>Alternatives may be added: a {@code switch} over them needs a default. Do not implement this
 * interface; only its own alternatives can be written as JSON.
 */
@Generated
public interface ChannelMessage {
  /** Returns the adapter that reads and writes this type as JSON. */
  static JsonAdapter<ChannelMessage> jsonAdapter() {
    return ChannelMessageJsonAdapter.INSTANCE;
  }

  /** The sender: one of your phone numbers, or an id such as that of an RBM agent. */
  @Nullable String from();

  /** The id of the application in the Bandwidth App that the sender belongs to. */
  @Nullable String applicationId();

  /** Which alternative this is: {@code RBM}, {@code SMS}, {@code MMS}, or an unknown value. */
  @Nullable String channel();

  /**
   * A form that this version does not know.
   *
   * @param json the JSON value as Java: maps, lists, strings, numbers and booleans
   */
  record Unknown(Object json) implements ChannelMessage {
    /** Keeps a copy of the value. */
    public Unknown {
      Objects.requireNonNull(json, "json == null");
      json = Json.copyOf("json", json, true);
    }

    @Override
    public @Nullable String from() {
      return Json.property(json, "from", Json.STRING);
    }

    @Override
    public @Nullable String applicationId() {
      return Json.property(json, "applicationId", Json.STRING);
    }

    @Override
    public @Nullable String channel() {
      return Json.property(json, "channel", Json.STRING);
    }

    /** Returns a string without the value, which may be personal. */
    @Override
    public String toString() {
      return "ChannelMessage.Unknown{" + Json.masked(json) + "}";
    }
  }
}
