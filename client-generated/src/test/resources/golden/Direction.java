// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether Bandwidth sent the message ({@code out}) or one of your numbers received it ({@code in}).
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class Direction {
  /** The value {@code in}. */
  public static final Direction IN = new Direction("in");

  /** The value {@code out}. */
  public static final Direction OUT = new Direction("out");

  private static final List<Direction> KNOWN = List.of(IN, OUT);

  private final String value;

  private Direction(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static Direction of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (Direction known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new Direction(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<Direction> jsonAdapter() {
    return DirectionJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<Direction> known() {
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
    return other instanceof Direction that && value.equals(that.value);
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
