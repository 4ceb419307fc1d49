// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The type of a message. Bandwidth lists {@code rcs}, but says that there are only SMS and MMS.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class MessageType {
  /** The value {@code sms}. */
  public static final MessageType SMS = new MessageType("sms");

  /** The value {@code mms}. */
  public static final MessageType MMS = new MessageType("mms");

  /** The value {@code rcs}. */
  public static final MessageType RCS = new MessageType("rcs");

  private static final List<MessageType> KNOWN = List.of(SMS, MMS, RCS);

  private final String value;

  private MessageType(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static MessageType of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (MessageType known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new MessageType(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessageType> jsonAdapter() {
    return MessageTypeJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<MessageType> known() {
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
    return other instanceof MessageType that && value.equals(that.value);
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
