package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.client.MessageRequest;
import io.github.bandwidthmessaging.client.NotFoundError;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what became of a message. */
final class Failures {
  private static final String OPERATION = "POST /users/{accountId}/messages -> ";
  private static final String MAYBE =
      "; the message may have been sent, so look for it before sending it again";

  private final JsonAdapter<NotFoundError> errors;

  Failures(JsonAdapter<NotFoundError> errors) {
    this.errors = errors;
  }

  /** No answer came. */
  static MessagingException unanswered(Exception cause, Attempt attempt) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return attempt.hasBegun()
        ? new UnknownOutcomeException(
            OPERATION + "no answer: " + why + MAYBE, cause, attempt, null, null)
        : new NotSentException(OPERATION + "not sent: " + why, cause, attempt);
  }

  /** A 2xx came, but not a receipt. */
  static MessagingException unreadable(
      Answer answer, @Nullable String why, MessageRequest request, Attempt attempt) {
    String words = OPERATION + answer.status() + ", but its receipt cannot be read";
    if (why != null) {
      words += " (" + Redaction.redact(why, request) + ")";
    }
    return new UnreadableReceiptException(
        words + "; the message is sent, so do not send it again",
        attempt,
        answer,
        Receipts.findId(answer.body()));
  }

  /** Anything but a 2xx came. */
  MessagingException unsuccessful(Answer answer, MessageRequest request, Attempt attempt) {
    @Nullable Reason reason = Reason.read(answer.body(), errors);
    String words = OPERATION + answer.status() + words(answer, reason, request);
    boolean refused =
        (answer.status() >= 300 && answer.status() < 500)
            || (reason != null && reason.isBandwidthError());
    return refused
        ? new RefusedException(words, attempt, answer, reason)
        : new UnknownOutcomeException(words + MAYBE, answer.broken(), attempt, answer, reason);
  }

  private static String words(Answer answer, @Nullable Reason reason, MessageRequest request) {
    if (reason == null) {
      return answer.status() / 100 == 3
          ? ": redirects are not followed; check baseUrl"
          : " without Bandwidth's explanation";
    }
    String words = joined(reason.type(), reason.description());
    if (!reason.fieldErrors().isEmpty()) {
      words +=
          reason.fieldErrors().stream()
              .map(error -> joined(error.fieldName(), error.description()))
              .collect(joining("; ", " (", ")"));
    }
    return " " + Redaction.redact(words, request);
  }

  private static String joined(@Nullable String what, @Nullable String why) {
    return Stream.of(Optional.ofNullable(what), Optional.ofNullable(why))
        .flatMap(Optional::stream)
        .collect(joining(": "));
  }
}
