// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The status of a message. An outbound message is first {@code RECEIVED}, then {@code QUEUED},
 * {@code SENDING} or {@code SENT} (accepted by the next carrier), and finally {@code DELIVERED} or
 * {@code FAILED}; an inbound one is {@code ACCEPTED} by the customer, or {@code UNDELIVERED}. The
 * list is open; some of Bandwidth's examples use {@code DLR_EXPIRED}. The search does not confirm a
 * delivery; rely on the events.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class MessageStatus {
  /** The value {@code RECEIVED}. */
  public static final MessageStatus RECEIVED = new MessageStatus("RECEIVED");

  /** The value {@code QUEUED}. */
  public static final MessageStatus QUEUED = new MessageStatus("QUEUED");

  /** The value {@code SENDING}. */
  public static final MessageStatus SENDING = new MessageStatus("SENDING");

  /** The value {@code SENT}. */
  public static final MessageStatus SENT = new MessageStatus("SENT");

  /** The value {@code FAILED}. */
  public static final MessageStatus FAILED = new MessageStatus("FAILED");

  /** The value {@code DELIVERED}. */
  public static final MessageStatus DELIVERED = new MessageStatus("DELIVERED");

  /** The value {@code ACCEPTED}. */
  public static final MessageStatus ACCEPTED = new MessageStatus("ACCEPTED");

  /** The value {@code UNDELIVERED}. */
  public static final MessageStatus UNDELIVERED = new MessageStatus("UNDELIVERED");

  private static final List<MessageStatus> KNOWN =
      List.of(RECEIVED, QUEUED, SENDING, SENT, FAILED, DELIVERED, ACCEPTED, UNDELIVERED);

  private final String value;

  private MessageStatus(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static MessageStatus of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (MessageStatus known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new MessageStatus(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessageStatus> jsonAdapter() {
    return MessageStatusJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<MessageStatus> known() {
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
    return other instanceof MessageStatus that && value.equals(that.value);
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
