package io.github.bandwidthmessaging.callbacks;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageFailed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message you sent, for each of its recipients.
 *
 * <pre>{@code
 * DeliveryStatus status = DeliveryStatus.of(message);
 * for (MessageEvent event : events) {
 *   status = status.with(event);
 * }
 * }</pre>
 *
 * <p>Events can arrive in any order and more than once. For each recipient, the state that comes
 * last in {@link State} wins: a number that failed stays failed even if Bandwidth also reports it
 * as delivered, as it does for an invalid number in a group, and a message whose delivery receipt
 * arrives after Bandwidth stopped waiting for it is delivered.
 *
 * <p>In a database, store one row for each message ID and number, and {@linkplain Recipient#merge
 * merge} what arrives into it, in a transaction that locks the row. Do the same with the status of
 * the message that {@code send} returned: an event can arrive before it.
 *
 * <pre>{@code
 * DeliveryStatus.byMessage(events).forEach((id, status) ->
 *     status.recipients().forEach((number, recipient) ->
 *         rows.update(id, number, stored -> stored == null ? recipient : stored.merge(recipient))));
 * }</pre>
 *
 * <p>A status is immutable.
 */
public final class DeliveryStatus {
  /**
   * How far a message has come; a later constant replaces an earlier one.
   *
   * <p>More constants may be added, also between these. Give a {@code switch} a default, and store
   * the name of a constant, never its ordinal.
   */
  public enum State {
    /** Bandwidth accepted the message. */
    QUEUED,
    /** Bandwidth handed the message on and waits for a delivery receipt. */
    SENDING,
    /** The message left Bandwidth's network. */
    SENT,
    /** The message failed with a code that does not say whether it arrived, such as 9902. */
    UNCONFIRMED,
    /** The message was delivered. */
    DELIVERED,
    /** The recipient read the message. */
    READ,
    /** The message was not delivered. */
    FAILED;

    /**
     * Returns whether Bandwidth normally reports nothing after this state.
     *
     * @return true from {@link #UNCONFIRMED} on
     */
    public boolean isFinal() {
      return compareTo(UNCONFIRMED) >= 0;
    }
  }

  /** The state of a message for one recipient. Immutable. */
  public static final class Recipient {
    /** A total order, so that merging gives the same result in any order. */
    private static final Comparator<Recipient> FURTHEST =
        comparing(Recipient::state)
            .reversed()
            .thenComparing(Recipient::instant, nullsLast(naturalOrder()))
            .thenComparing(Recipient::code, nullsLast(naturalOrder()))
            .thenComparing(Recipient::time, nullsLast(naturalOrder()));

    private final State state;
    private final @Nullable DeliveryErrorCode error;
    private final @Nullable OffsetDateTime time;

    private Recipient(
        State state, @Nullable DeliveryErrorCode error, @Nullable OffsetDateTime time) {
      this.state = state;
      this.error = error;
      this.time = time;
    }

    /**
     * Returns a stored state.
     *
     * @param state how far the message has come
     * @param error why it failed, or null
     * @param time when Bandwidth says this happened, or null
     * @return the state
     */
    public static Recipient of(
        State state, @Nullable DeliveryErrorCode error, @Nullable OffsetDateTime time) {
      return new Recipient(requireNonNull(state, "state == null"), error, time);
    }

    /**
     * Returns the state that an event reports.
     *
     * @param event an event of a message you sent
     * @return the state, or null if the event says nothing about delivery
     */
    public static @Nullable Recipient of(MessageEvent event) {
      String type = requireNonNull(event, "event == null").type();
      if ("message-failed".equals(type)) {
        DeliveryErrorCode error = DeliveryStatus.error(event);
        boolean ambiguous = error != null && error.retry() == DeliveryErrorCode.Retry.UNKNOWN;
        return new Recipient(ambiguous ? State.UNCONFIRMED : State.FAILED, error, event.time());
      }
      State state =
          switch (type == null ? "" : type) {
            case "message-sending" -> State.SENDING;
            case "message-sent" -> State.SENT;
            case "message-delivered" -> State.DELIVERED;
            case "message-read" -> State.READ;
            default -> null;
          };
      return state == null ? null : new Recipient(state, null, event.time());
    }

    /**
     * Returns whichever of two states has come further: the one that is later in {@link State}; if
     * both are the same, the one with the earlier time. The result does not depend on the order in
     * which states are merged, or on how often.
     *
     * @param other a state of the same message and recipient
     * @return this state or the other
     */
    public Recipient merge(Recipient other) {
      return FURTHEST.compare(this, requireNonNull(other, "other == null")) <= 0 ? this : other;
    }

    /**
     * Returns how far the message has come.
     *
     * @return the state
     */
    public State state() {
      return state;
    }

    /**
     * Returns why the message failed.
     *
     * @return the code; null if Bandwidth gave none, as it does for every state but {@link
     *     State#FAILED} and {@link State#UNCONFIRMED}
     */
    public @Nullable DeliveryErrorCode error() {
      return error;
    }

    /**
     * Returns when the message came to this state.
     *
     * @return the time according to Bandwidth, or null if it gave none
     */
    public @Nullable OffsetDateTime time() {
      return time;
    }

    /** Compares state, code, and instant; the offset of the time does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Recipient that
          && state == that.state
          && Objects.equals(error, that.error)
          && Objects.equals(instant(), that.instant());
    }

    @Override
    public int hashCode() {
      return Objects.hash(state, error, instant());
    }

    /** Returns state, code, and time; the number is not part of this object. */
    @Override
    public String toString() {
      return "Recipient[state=" + state + ", error=" + error + ", time=" + time + "]";
    }

    private @Nullable Integer code() {
      return error == null ? null : error.code();
    }

    private @Nullable Instant instant() {
      return time == null ? null : time.toInstant();
    }
  }

  private final String id;
  private final @Nullable String tag;
  private final Map<String, Recipient> recipients;

  private DeliveryStatus(String id, @Nullable String tag, Map<String, Recipient> recipients) {
    this.id = id;
    this.tag = tag == null || tag.isEmpty() ? null : tag;
    this.recipients = Collections.unmodifiableMap(recipients);
  }

  /**
   * Returns the status of a message that Bandwidth just accepted.
   *
   * @param message the message in Bandwidth's response
   * @return a status in which the message is queued for all its recipients
   */
  public static DeliveryStatus of(Message message) {
    requireNonNull(message, "message == null");
    Map<String, Recipient> recipients = new LinkedHashMap<>();
    for (String number : message.to() == null ? List.<String>of() : message.to()) {
      // Undocumented JSON can hold a null.
      if (number != null) {
        recipients.put(number, new Recipient(State.QUEUED, null, null));
      }
    }
    return new DeliveryStatus(
        requireNonNull(message.id(), "id == null"), message.tag(), recipients);
  }

  /**
   * Returns a stored status.
   *
   * @param id the ID of the message
   * @param tag its tag; null and empty mean that it has none
   * @param recipients the state for each number, which is copied
   * @return the status
   */
  public static DeliveryStatus of(
      String id, @Nullable String tag, Map<String, Recipient> recipients) {
    requireNonNull(id, "id == null");
    Map<String, Recipient> copy = new LinkedHashMap<>();
    recipients.forEach(
        (number, recipient) ->
            copy.put(
                requireNonNull(number, "number == null"),
                requireNonNull(recipient, "recipient == null")));
    return new DeliveryStatus(id, tag, copy);
  }

  /**
   * Returns what events say about messages you sent, without the responses to sending them.
   *
   * @param events events of any messages; those of messages you received are left out
   * @return the statuses by message ID
   */
  public static Map<String, DeliveryStatus> byMessage(Collection<? extends MessageEvent> events) {
    Map<String, DeliveryStatus> statuses = new LinkedHashMap<>();
    for (MessageEvent event : events) {
      Message message = event.message();
      if (message != null && message.id() != null && isOutbound(event, message)) {
        DeliveryStatus before = statuses.get(message.id());
        statuses.put(
            message.id(), (before == null ? DeliveryStatus.of(message) : before).with(event));
      }
    }
    return statuses;
  }

  /**
   * Returns the status after an event.
   *
   * @param event an event of this message; one that says nothing about delivery changes nothing
   * @return the new status
   * @throws IllegalArgumentException if the event is about another message
   */
  public DeliveryStatus with(MessageEvent event) {
    Message message = requireNonNull(event, "event == null").message();
    if (message == null || message.id() == null || !isOutbound(event, message)) {
      return this;
    }
    if (!message.id().equals(id)) {
      throw new IllegalArgumentException(
          "The event is about message " + message.id() + ", the status about " + id);
    }
    Map<String, Recipient> changed = new LinkedHashMap<>(recipients);
    DeliveryStatus.of(message).recipients.forEach(changed::putIfAbsent);
    Recipient reported = Recipient.of(event);
    String number = number(event, message);
    if (reported != null && number != null) {
      changed.merge(number, reported, Recipient::merge);
    }
    return new DeliveryStatus(id, tag == null ? message.tag() : tag, changed);
  }

  /**
   * Returns the ID of the message.
   *
   * @return the ID in Bandwidth's response and in all events
   */
  public String id() {
    return id;
  }

  /**
   * Returns the tag of the message.
   *
   * @return the tag you gave it, or null if it has none
   */
  public @Nullable String tag() {
    return tag;
  }

  /**
   * Returns the state for each recipient.
   *
   * @return the states by number, in the order of the message; unmodifiable
   */
  public Map<String, Recipient> recipients() {
    return recipients;
  }

  /**
   * Returns whether Bandwidth normally reports nothing more.
   *
   * @return true if the state is {@linkplain State#isFinal() final} for every recipient, false if
   *     no recipient is known
   */
  public boolean isFinal() {
    return !recipients.isEmpty()
        && recipients.values().stream().allMatch(recipient -> recipient.state().isFinal());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DeliveryStatus that
        && id.equals(that.id)
        && Objects.equals(tag, that.tag)
        && recipients.equals(that.recipients);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns ID and states, without numbers and tag. */
  @Override
  public String toString() {
    return "DeliveryStatus[id=" + id + ", recipients=" + recipients.values() + "]";
  }

  private static boolean isOutbound(MessageEvent event, Message message) {
    // One documented example gives a sent message the direction "in": the type is more reliable.
    return Recipient.of(event) != null || Direction.OUT.equals(message.direction());
  }

  static @Nullable DeliveryErrorCode error(MessageEvent event) {
    if (event instanceof MessageFailed failed) {
      return DeliveryErrorCode.of(failed);
    }
    // An event in an undocumented form can still say why.
    return event instanceof MessageEvent.Unknown unknown
            && unknown.json() instanceof Map<?, ?> properties
            && properties.get("errorCode") instanceof Number number
            && number.doubleValue() == number.intValue()
        ? DeliveryErrorCode.of(number.intValue())
        : null;
  }

  /** One documented example lacks the event's own {@code to}: then it is the only recipient. */
  static @Nullable String number(MessageEvent event, Message message) {
    if (event.to() != null) {
      return event.to();
    }
    List<String> to = message.to();
    return to != null && to.size() == 1 ? to.get(0) : null;
  }
}
