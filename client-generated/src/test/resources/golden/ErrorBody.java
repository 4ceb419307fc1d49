// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Objects;

/**
 * An error body, in one of two forms.
 *
 * <p>Alternatives may be added: a {@code switch} over them needs a default. Do not implement this
 * interface; only its own alternatives can be written as JSON.
 */
@Generated
public interface ErrorBody {
  /** Returns the adapter that reads and writes this type as JSON. */
  static JsonAdapter<ErrorBody> jsonAdapter() {
    return ErrorBodyJsonAdapter.INSTANCE;
  }

  /**
   * A form that this version does not know.
   *
   * @param json the JSON value as Java: maps, lists, strings, numbers and booleans
   */
  record Unknown(Object json) implements ErrorBody {
    /** Keeps a copy of the value. */
    public Unknown {
      Objects.requireNonNull(json, "json == null");
      json = Json.copyOf("json", json, true);
    }
  }
}
