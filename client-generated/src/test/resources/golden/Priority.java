// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The priority of the message among your own traffic; {@code default} if absent. A {@code high}
 * message still counts against the rate limit and is rejected when the queue is full. For toll-free
 * and short code SMS only.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class Priority {
  /** The value {@code default}. */
  public static final Priority DEFAULT = new Priority("default");

  /** The value {@code high}. */
  public static final Priority HIGH = new Priority("high");

  private static final List<Priority> KNOWN = List.of(DEFAULT, HIGH);

  private final String value;

  private Priority(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static Priority of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (Priority known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new Priority(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<Priority> jsonAdapter() {
    return PriorityJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<Priority> known() {
    return KNOWN;
  }

  /** Returns the value as it is in JSON. */
  public String value() {
    return value;
  }

  /** Returns whether this is a known value. */
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Priority that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
