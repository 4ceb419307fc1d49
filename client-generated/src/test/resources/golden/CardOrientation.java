// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the picture of a card is beside ({@code HORIZONTAL}) or above ({@code VERTICAL}) its
 * text.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class CardOrientation {
  /** The value {@code HORIZONTAL}. */
  public static final CardOrientation HORIZONTAL = new CardOrientation("HORIZONTAL");

  /** The value {@code VERTICAL}. */
  public static final CardOrientation VERTICAL = new CardOrientation("VERTICAL");

  private static final List<CardOrientation> KNOWN = List.of(HORIZONTAL, VERTICAL);

  private final String value;

  private CardOrientation(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static CardOrientation of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (CardOrientation known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new CardOrientation(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<CardOrientation> jsonAdapter() {
    return CardOrientationJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<CardOrientation> known() {
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
    return other instanceof CardOrientation that && value.equals(that.value);
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
