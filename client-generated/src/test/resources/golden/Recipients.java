// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;

/**
 * The phone number or numbers to send to, in E.164 form. More than one makes it a group message, in
 * which all recipients see each other; at most 10.
 *
 * <p>Alternatives may be added: a {@code switch} over them needs a default. Do not implement this
 * interface; only its own alternatives can be written as JSON.
 */
@Generated
public interface Recipients {
  /** Returns the adapter that reads and writes this type as JSON. */
  static JsonAdapter<Recipients> jsonAdapter() {
    return RecipientsJsonAdapter.INSTANCE;
  }

  /** Returns the value or values; an empty list for any other alternative. */
  default List<String> values() {
    return List.of();
  }

  /** Returns the alternative {@link One}. */
  static Recipients of(String value) {
    return new One(value);
  }

  /** Returns the alternative {@link Several}. */
  static Recipients of(List<String> value) {
    return new Several(value);
  }

  /**
   * An alternative of {@link Recipients}: {@code String}.
   *
   * @param value the value
   */
  record One(String value) implements Recipients {
    /** Refuses null. */
    public One {
      Objects.requireNonNull(value, "value == null");
    }

    @Override
    public List<String> values() {
      return List.of(value);
    }

    /** Returns a string without the value, which is personal. */
    @Override
    public String toString() {
      return "Recipients.One{" + Json.masked(value) + "}";
    }
  }

  /**
   * An alternative of {@link Recipients}: {@code List<String>}.
   *
   * @param value the value
   */
  record Several(List<String> value) implements Recipients {
    /** Keeps a copy of the value. */
    public Several {
      Objects.requireNonNull(value, "value == null");
      value = Json.copyOf("value", value, false);
    }

    @Override
    public List<String> values() {
      return value;
    }

    /** Returns a string without the value, which is personal. */
    @Override
    public String toString() {
      return "Recipients.Several{" + Json.masked(value) + "}";
    }
  }

  /**
   * A form that this version does not know.
   *
   * @param json the JSON value as Java: maps, lists, strings, numbers and booleans
   */
  record Unknown(Object json) implements Recipients {
    /** Keeps a copy of the value. */
    public Unknown {
      Objects.requireNonNull(json, "json == null");
      json = Json.copyOf("json", json, true);
    }

    /** Returns a string without the value, which may be personal. */
    @Override
    public String toString() {
      return "Recipients.Unknown{" + Json.masked(json) + "}";
    }
  }
}
