// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether Bandwidth sent the message ({@code OUTBOUND}) or one of your numbers received it ({@code
 * INBOUND}). Receipts and events use {@code out} and {@code in} instead.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class MessageDirection {
  /** The value {@code INBOUND}. */
  public static final MessageDirection INBOUND = new MessageDirection("INBOUND");

  /** The value {@code OUTBOUND}. */
  public static final MessageDirection OUTBOUND = new MessageDirection("OUTBOUND");

  private static final List<MessageDirection> KNOWN = List.of(INBOUND, OUTBOUND);

  private final String value;

  private MessageDirection(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static MessageDirection of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (MessageDirection known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new MessageDirection(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessageDirection> jsonAdapter() {
    return MessageDirectionJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<MessageDirection> known() {
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
    return other instanceof MessageDirection that && value.equals(that.value);
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
