// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The height of the media of a card.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class CardMediaHeight {
  /** The value {@code SHORT}. */
  public static final CardMediaHeight SHORT = new CardMediaHeight("SHORT");

  /** The value {@code MEDIUM}. */
  public static final CardMediaHeight MEDIUM = new CardMediaHeight("MEDIUM");

  /** The value {@code TALL}. */
  public static final CardMediaHeight TALL = new CardMediaHeight("TALL");

  private static final List<CardMediaHeight> KNOWN = List.of(SHORT, MEDIUM, TALL);

  private final String value;

  private CardMediaHeight(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static CardMediaHeight of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (CardMediaHeight known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new CardMediaHeight(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<CardMediaHeight> jsonAdapter() {
    return CardMediaHeightJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<CardMediaHeight> known() {
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
    return other instanceof CardMediaHeight that && value.equals(that.value);
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
