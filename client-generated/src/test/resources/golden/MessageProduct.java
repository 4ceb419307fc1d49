// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The messaging product that a message is sent or received with.
 *
 * <p>The list is open: unknown values are kept as they are.
 */
@Generated
public final class MessageProduct {
  /** The value {@code LOCAL_A2P}. */
  public static final MessageProduct LOCAL_A2P = new MessageProduct("LOCAL_A2P");

  /** The value {@code P2P}. */
  public static final MessageProduct P2P = new MessageProduct("P2P");

  /** The value {@code SHORT_CODE_REACH}. */
  public static final MessageProduct SHORT_CODE_REACH = new MessageProduct("SHORT_CODE_REACH");

  /** The value {@code TOLL_FREE}. */
  public static final MessageProduct TOLL_FREE = new MessageProduct("TOLL_FREE");

  /** The value {@code HOSTED_SHORT_CODE}. */
  public static final MessageProduct HOSTED_SHORT_CODE = new MessageProduct("HOSTED_SHORT_CODE");

  /** The value {@code ALPHA_NUMERIC}. */
  public static final MessageProduct ALPHA_NUMERIC = new MessageProduct("ALPHA_NUMERIC");

  /** The value {@code RBM_MEDIA}. */
  public static final MessageProduct RBM_MEDIA = new MessageProduct("RBM_MEDIA");

  /** The value {@code RBM_RICH}. */
  public static final MessageProduct RBM_RICH = new MessageProduct("RBM_RICH");

  /** The value {@code RBM_CONVERSATIONAL}. */
  public static final MessageProduct RBM_CONVERSATIONAL = new MessageProduct("RBM_CONVERSATIONAL");

  private static final List<MessageProduct> KNOWN =
      List.of(
          LOCAL_A2P,
          P2P,
          SHORT_CODE_REACH,
          TOLL_FREE,
          HOSTED_SHORT_CODE,
          ALPHA_NUMERIC,
          RBM_MEDIA,
          RBM_RICH,
          RBM_CONVERSATIONAL);

  private final String value;

  private MessageProduct(String value) {
    this.value = value;
  }

  /** Returns the constant for a value, or an instance that keeps an unknown value. */
  public static MessageProduct of(String value) {
    Objects.requireNonNull(value, "value == null");
    for (MessageProduct known : KNOWN) {
      if (known.value.equals(value)) {
        return known;
      }
    }
    return new MessageProduct(value);
  }

  /** Returns the adapter that reads and writes this type as JSON. */
  public static JsonAdapter<MessageProduct> jsonAdapter() {
    return MessageProductJsonAdapter.INSTANCE;
  }

  /** Returns the known values, in the order of the OpenAPI document. */
  public static List<MessageProduct> known() {
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
    return other instanceof MessageProduct that && value.equals(that.value);
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
