package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that might have been sent, to look for with {@link MessageHistory#find}: from an {@link
 * UnknownOutcomeException}, or from what you kept of one.
 */
public final class UnknownMessage {
  /** The longest time that an attempt may be given. */
  private static final Duration MAX_DURATION = Duration.ofDays(1);

  private final MessageRequest request;
  private final Instant notBefore;
  private final Instant notAfter;
  private final @Nullable String accountId;
  private final boolean isOfAttempt;

  private UnknownMessage(
      MessageRequest request,
      Instant notBefore,
      Instant notAfter,
      @Nullable String accountId,
      boolean isOfAttempt) {
    this.request = request;
    this.notBefore = notBefore;
    this.notAfter = notAfter;
    this.accountId = accountId;
    this.isOfAttempt = isOfAttempt;
  }

  /**
   * Returns the message of an attempt until this time, or null if it is a multi-channel message.
   */
  static @Nullable UnknownMessage of(Attempt attempt, Instant notAfter) {
    return attempt.message() instanceof OutgoingMessage message
        ? new UnknownMessage(
            message.request(), attempt.startedAt(), notAfter, attempt.accountId(), true)
        : null;
  }

  /**
   * Returns the message that a failure is about.
   *
   * @param failure the failure
   * @return its message, the time of its last attempt, and its account
   * @throws IllegalArgumentException if the failure was serialized (which loses its message), or is
   *     about a multi-channel message, whose sender is not known; the failure is its cause
   */
  public static UnknownMessage of(UnknownOutcomeException failure) {
    if (failure.multiChannelRequest() != null) {
      throw new IllegalArgumentException(
          "A multi-channel message cannot be looked up; wait for a callback with its tag", failure);
    }
    UnknownMessage message = failure.message();
    if (message == null) {
      throw new IllegalArgumentException(
          "A serialized failure has no message; keep the request and its time instead", failure);
    }
    return message;
  }

  /**
   * Returns a message of the client's account that might have been sent in a period of time.
   *
   * @param request the message
   * @param notBefore when the attempt began, by the clock of the machine that sent it: {@link
   *     UnknownOutcomeException#attemptedAt()}
   * @param notAfter when the attempt failed, by the same clock: {@link
   *     UnknownOutcomeException#failedAt()}
   * @return the message
   * @throws IllegalArgumentException if the request has no sender or no recipient, or {@code
   *     notAfter} is before {@code notBefore} or more than a day after it
   */
  public static UnknownMessage of(MessageRequest request, Instant notBefore, Instant notAfter) {
    requireNonNull(notBefore, "notBefore == null");
    requireNonNull(notAfter, "notAfter == null");
    if (requireNonNull(request, "request == null").from() == null
        || request.to() == null
        || request.recipients().isEmpty()) {
      throw new IllegalArgumentException("The request has no sender or no recipient");
    }
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("notAfter is before notBefore");
    }
    if (Duration.between(notBefore, notAfter).compareTo(MAX_DURATION) > 0) {
      throw new IllegalArgumentException("notAfter is more than a day after notBefore");
    }
    return new UnknownMessage(request, notBefore, notAfter, null, false);
  }

  /**
   * Returns this message as one of an account other than the client's, as with {@link
   * RequestOptions#withAccountId}.
   *
   * @param accountId the account that sent it
   * @return the message
   * @throws IllegalArgumentException if it cannot be an account's ID
   */
  public UnknownMessage withAccountId(String accountId) {
    return new UnknownMessage(
        request, notBefore, notAfter, MessagingClient.checkedAccount(accountId), isOfAttempt);
  }

  MessageRequest request() {
    return request;
  }

  Instant notBefore() {
    return notBefore;
  }

  Instant notAfter() {
    return notAfter;
  }

  @Nullable String accountId() {
    return accountId;
  }

  /**
   * Whether the client certainly does not have this message's ID. It can have that of a message
   * that a user kept.
   */
  boolean isOfAttempt() {
    return isOfAttempt;
  }

  /**
   * Whether one that a user kept can be this one, if its times were kept to the second at least.
   */
  boolean canBe(UnknownMessage kept) {
    return !notBefore.isAfter(kept.notAfter.plusSeconds(1))
        && !notAfter.plusSeconds(1).isBefore(kept.notBefore)
        && request.from().equals(kept.request.from())
        && request.recipients().equals(kept.request.recipients());
  }

  boolean isGroup() {
    return request.recipients().size() > 1;
  }

  /** Returns the time, without the message. */
  @Override
  public String toString() {
    return "UnknownMessage[notBefore=" + notBefore + ", notAfter=" + notAfter + "]";
  }
}
