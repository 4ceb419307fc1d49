// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The side of the thumbnail of a card; required if the orientation is {@code HORIZONTAL}.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class ThumbnailAlignment {
  /** The value {@code LEFT}. */
  public static final ThumbnailAlignment LEFT = new ThumbnailAlignment("LEFT");

  /** The value {@code RIGHT}. */
  public static final ThumbnailAlignment RIGHT = new ThumbnailAlignment("RIGHT");

  private static final List<ThumbnailAlignment> KNOWN = List.of(LEFT, RIGHT);

  private final String value;

  private ThumbnailAlignment(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static ThumbnailAlignment of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (ThumbnailAlignment known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new ThumbnailAlignment(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<ThumbnailAlignment> jsonAdapter() {
    return ThumbnailAlignmentJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<ThumbnailAlignment> known() {
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
    return other instanceof ThumbnailAlignment that && value.equals(that.value);
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
