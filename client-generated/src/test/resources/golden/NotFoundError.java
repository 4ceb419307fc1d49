// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.client;

import java.util.Objects;

/** The body of a 404, in one of two shapes. */
public sealed interface NotFoundError permits PathError, BandwidthError, NotFoundError.Unknown {
  /**
   * An alternative that the document does not name.
   *
   * @param json the JSON value as Java: maps, lists, texts, numbers and booleans
   */
  record Unknown(Object json) implements NotFoundError {
    /** Keeps a copy of the value. */
    public Unknown {
      Objects.requireNonNull(json, "json == null");
      json = Json.copyOf("json", json, true);
    }
  }
}
