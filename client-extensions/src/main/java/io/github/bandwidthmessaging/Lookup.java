package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.MessageSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Bandwidth's list of messages says about a message that might have been sent; see {@link
 * MessageHistory#find}. Only a callback with the message's tag is certain.
 */
public final class Lookup {
  /** What the list says. More constants may be added, so give a {@code switch} a default. */
  public enum Verdict {
    /**
     * Bandwidth has accepted the message: do not send it again. For each message that was looked
     * for, the list has one that matches it in sender, recipients, time, and whatever the list has
     * about kind and length. If several match in all of these, it is one of {@link #candidates()}.
     */
    FOUND,

    /**
     * The list has messages that could be this one or others: more than were looked for, fewer, or
     * ones that match only in part. Decide by {@link #candidates()}; do not send the message again
     * automatically.
     */
    AMBIGUOUS,

    /**
     * The message is not in the list, or cannot be told apart from others there, and less than 16
     * minutes have passed: the list can be 15 minutes late. Ask again later.
     */
    NOT_YET,

    /**
     * The message is not in the list, 16 minutes or more after the attempt. Most likely it was not
     * sent, but that proves nothing: Bandwidth promises no limit on how late the list can be.
     */
    NOT_FOUND
  }

  private final Verdict verdict;
  private final List<MessageSummary> candidates;

  Lookup(Verdict verdict, List<MessageSummary> candidates) {
    this.verdict = verdict;
    this.candidates = List.copyOf(candidates);
  }

  /**
   * Returns what the list says.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * Returns the message's ID, which its callbacks also have.
   *
   * @return the ID if the verdict is {@link Verdict#FOUND} and only one message can be it, else
   *     null
   */
  public @Nullable String id() {
    List<String> ids = candidates.stream().map(MessageSummary::messageId).distinct().toList();
    return verdict == Verdict.FOUND && ids.size() == 1 ? ids.get(0) : null;
  }

  /**
   * Returns the messages in the list that could be this one.
   *
   * @return what the list has about each; at least one if the verdict is {@link Verdict#FOUND} or
   *     {@link Verdict#AMBIGUOUS}, none if it is {@link Verdict#NOT_FOUND}. If Bandwidth lists a
   *     group message once for each recipient, so does this.
   */
  public List<MessageSummary> candidates() {
    return candidates;
  }

  /** Returns the verdict and what it means, without the message's content. */
  @Override
  public String toString() {
    long messages = candidates.stream().map(MessageSummary::messageId).distinct().count();
    return verdict
        + switch (verdict) {
          case FOUND ->
              id() != null
                  ? ": Bandwidth has accepted the message, with the ID " + id()
                  : ": Bandwidth has accepted the message, as one of "
                      + messages
                      + " that cannot be told apart";
          case AMBIGUOUS ->
              ": "
                  + messages
                  + " in Bandwidth's list could be the message, or others; do not send it again"
                  + " automatically";
          case NOT_YET -> ": the list can be 15 minutes late, so ask again later";
          case NOT_FOUND ->
              ": not in Bandwidth's list, later than the list normally is, which does not prove that"
                  + " the message was not sent";
        };
  }
}
