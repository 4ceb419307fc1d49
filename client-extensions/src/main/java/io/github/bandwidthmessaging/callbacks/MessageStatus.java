package io.github.bandwidthmessaging.callbacks;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageFailed;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message that was sent, for each recipient.
 *
 * <pre>{@code
 * MessageStatus status = MessageStatus.of(receipt);
 * for (MessageEvent event : events) {
 *   status = status.with(event);
 * }
 * }</pre>
 *
 * <p>The order of the events and how often each comes make no difference: for each recipient the
 * state that is the furthest in the order of {@link State} remains. So a number that failed stays
 * failed if a delivery is reported too, as Bandwidth does for an invalid number in a group; and
 * where the receipt was too late and came after all, the message is delivered. A status is
 * immutable.
 */
public final class MessageStatus {
  /** How far a message has come; a later constant replaces an earlier one. */
  public enum State {
    /** Bandwidth has accepted the message. */
    QUEUED,
    /** It was handed on, and a receipt is awaited. */
    SENDING,
    /** It has left Bandwidth's network. */
    SENT,
    /** It failed with a code that does not tell whether it arrived, such as 9902. */
    UNCONFIRMED,
    /** It was delivered. */
    DELIVERED,
    /** The recipient has read it. */
    READ,
    /** It was not delivered. */
    FAILED;

    /**
     * Returns whether Bandwidth reports no more after this.
     *
     * @return false while the message is on its way
     */
    public boolean isFinal() {
      return compareTo(UNCONFIRMED) >= 0;
    }
  }

  /**
   * The state of the message for one recipient.
   *
   * @param state how far it has come
   * @param error why it failed; null unless it is failed or unconfirmed
   * @param time when Bandwidth says that this happened; null if it does not
   */
  public record Delivery(
      State state, @Nullable DeliveryErrorCode error, @Nullable OffsetDateTime time) {
    /** Refuses a missing state. */
    public Delivery {
      requireNonNull(state, "state == null");
    }
  }

  /**
   * Among equals the earliest and then the lowest code, so that the order of arrival is nothing.
   */
  private static final Comparator<Delivery> FURTHEST =
      comparing(Delivery::state)
          .reversed()
          .thenComparing(
              delivery -> delivery.time() == null ? null : delivery.time().toInstant(),
              nullsLast(naturalOrder()))
          .thenComparing(
              delivery -> delivery.error() == null ? null : delivery.error().code(),
              nullsLast(naturalOrder()));

  private final String id;
  private final @Nullable String tag;
  private final Map<String, Delivery> deliveries;

  private MessageStatus(String id, @Nullable String tag, Map<String, Delivery> deliveries) {
    this.id = id;
    this.tag = tag;
    this.deliveries = Collections.unmodifiableMap(deliveries);
  }

  /**
   * Returns the status of a message that was accepted just now.
   *
   * @param message Bandwidth's receipt
   * @return a status in which the message is queued for all its recipients
   */
  public static MessageStatus of(Message message) {
    requireNonNull(message, "message == null");
    Map<String, Delivery> deliveries = new LinkedHashMap<>();
    for (String number : message.to() == null ? List.<String>of() : message.to()) {
      deliveries.put(number, new Delivery(State.QUEUED, null, null));
    }
    return new MessageStatus(requireNonNull(message.id(), "id == null"), message.tag(), deliveries);
  }

  /**
   * Returns the status of each message that was sent and that events speak of, without its receipt.
   *
   * @param events events of any messages; those of messages that came in are left out
   * @return the statuses by the id of the message
   */
  public static Map<String, MessageStatus> of(Collection<? extends MessageEvent> events) {
    Map<String, MessageStatus> statuses = new LinkedHashMap<>();
    for (MessageEvent event : events) {
      Message message = event.message();
      if (message != null && message.id() != null && isOutbound(event, message)) {
        MessageStatus before = statuses.get(message.id());
        statuses.put(
            message.id(), (before == null ? MessageStatus.of(message) : before).with(event));
      }
    }
    return statuses;
  }

  /**
   * Returns the status after an event.
   *
   * @param event an event of this message; one that says nothing of its delivery changes nothing
   * @return the new status
   * @throws IllegalArgumentException if the event is of another message
   */
  public MessageStatus with(MessageEvent event) {
    Message message = requireNonNull(event, "event == null").message();
    if (message == null || message.id() == null || !isOutbound(event, message)) {
      return this;
    }
    if (!message.id().equals(id)) {
      throw new IllegalArgumentException(
          "The event is of message " + message.id() + ", the status of " + id);
    }
    Map<String, Delivery> changed = new LinkedHashMap<>(deliveries);
    MessageStatus.of(message).deliveries.forEach(changed::putIfAbsent);
    Delivery told = told(event);
    String recipient = recipient(event, message);
    if (told != null && recipient != null) {
      changed.merge(recipient, told, (a, b) -> FURTHEST.compare(a, b) <= 0 ? a : b);
    }
    return new MessageStatus(id, tag == null || tag.isEmpty() ? message.tag() : tag, changed);
  }

  /**
   * Returns the id of the message.
   *
   * @return the id of the receipt and of all events
   */
  public String id() {
    return id;
  }

  /**
   * Returns the tag of the message, for what the sender knows it by.
   *
   * @return the tag; empty if it has none
   */
  public Optional<String> tag() {
    return Optional.ofNullable(tag).filter(t -> !t.isEmpty());
  }

  /**
   * Returns the state for each recipient.
   *
   * @return the states by number, in the order of the message
   */
  public Map<String, Delivery> deliveries() {
    return deliveries;
  }

  /**
   * Returns whether Bandwidth reports no more.
   *
   * @return true if the state is {@linkplain State#isFinal() final} for every recipient
   */
  public boolean isFinal() {
    return deliveries.values().stream().allMatch(delivery -> delivery.state().isFinal());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MessageStatus that
        && id.equals(that.id)
        && tag().equals(that.tag())
        && deliveries.equals(that.deliveries);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns id and states, without numbers and tag. */
  @Override
  public String toString() {
    return "MessageStatus[id=" + id + ", deliveries=" + deliveries.values() + "]";
  }

  private static boolean isOutbound(MessageEvent event, Message message) {
    // One documented example calls a sent message's direction "in": the type is surer.
    return told(event) != null || Direction.OUT.equals(message.direction());
  }

  private static @Nullable Delivery told(MessageEvent event) {
    if ("message-failed".equals(event.type())) {
      Integer code = errorCode(event);
      DeliveryErrorCode error = code == null ? null : DeliveryErrorCode.of(code);
      boolean ambiguous = error != null && error.retry() == DeliveryErrorCode.Retry.UNKNOWN;
      return new Delivery(ambiguous ? State.UNCONFIRMED : State.FAILED, error, event.time());
    }
    State state =
        switch (event.type() == null ? "" : event.type()) {
          case "message-sending" -> State.SENDING;
          case "message-sent" -> State.SENT;
          case "message-delivered" -> State.DELIVERED;
          case "message-read" -> State.READ;
          default -> null;
        };
    return state == null ? null : new Delivery(state, null, event.time());
  }

  private static @Nullable Integer errorCode(MessageEvent event) {
    if (event instanceof MessageFailed failed) {
      return failed.errorCode();
    }
    // An event of another form than documented can still say why.
    return event instanceof MessageEvent.Unknown unknown
            && unknown.json() instanceof Map<?, ?> properties
            && properties.get("errorCode") instanceof Number number
        ? (Integer) number.intValue()
        : null;
  }

  /** One documented example lacks the event's own {@code to}: then the only recipient is meant. */
  private static @Nullable String recipient(MessageEvent event, Message message) {
    if (event.to() != null) {
      return event.to();
    }
    List<String> to = message.to();
    return to != null && to.size() == 1 ? to.get(0) : null;
  }
}
