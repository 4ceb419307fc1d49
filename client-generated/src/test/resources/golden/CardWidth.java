// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The width of the cards.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class CardWidth {
  /** The value {@code SMALL}. */
  public static final CardWidth SMALL = new CardWidth("SMALL");

  /** The value {@code MEDIUM}. */
  public static final CardWidth MEDIUM = new CardWidth("MEDIUM");

  private static final List<CardWidth> KNOWN = List.of(SMALL, MEDIUM);

  private final String value;

  private CardWidth(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static CardWidth of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (CardWidth known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new CardWidth(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<CardWidth> jsonAdapter() {
    return CardWidthJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<CardWidth> known() {
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
    return other instanceof CardWidth that && value.equals(that.value);
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
