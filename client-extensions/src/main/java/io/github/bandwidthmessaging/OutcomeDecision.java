package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.api.ErrorBody;
import io.github.bandwidthmessaging.api.MultiChannelError;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Decides what became of a message that has no result. Nothing else does, whatever was thrown and
 * by whose code: a status line decides; without one, whether writing had begun.
 */
final class OutcomeDecision {
  private static final String MAYBE =
      "; the message might have been sent, so look for it before sending it again";

  /** Explains a 404 of a path that names only the account. */
  static final String NOT_FOUND = "; there is no such account, or baseUrl is wrong";

  private static final String SENT = "; the message is sent, so do not send it again";

  private final InstantSource clock;
  private final Credentials credentials;

  OutcomeDecision(InstantSource clock, Credentials credentials) {
    this.clock = clock;
    this.credentials = credentials;
  }

  /** Returns what hides the message and the credentials of an attempt. */
  Redaction redaction(Attempt attempt) {
    return Redaction.of(attempt.message(), attempt.authorization()).and(credentials);
  }

  /** Returns the failure of an attempt that ended by this, before its response was read. */
  SendException thrown(Throwable cause, Attempt attempt) {
    keepInterrupt(cause);
    // First, so that nothing can be written any more once the outcome says that nothing was.
    attempt.giveUp();
    Response head = attempt.head();
    try {
      return head != null
          ? responded(HttpResponse.head(head, cause, clock.instant()), null, attempt)
          : unanswered(cause, attempt);
    } catch (Throwable e) {
      // Even without the memory or the classes to describe it, the outcome has to be right.
      e.addSuppressed(cause);
      return undescribed(e, head == null ? 0 : head.code(), attempt);
    }
  }

  /** Returns the failure of an attempt whose response has no message in it. */
  SendException responded(HttpResponse response, @Nullable String why, Attempt attempt) {
    keepInterrupt(response.broken());
    attempt.giveUp();
    try {
      Redaction redaction = redaction(attempt);
      if (!attempt.hasBegun()) {
        return new NotSentException(
            attempt.message().route()
                + "not sent: an interceptor of the HTTP client gave the response "
                + response.status(),
            redaction.redact(response.broken()),
            attempt.number(),
            false);
      }
      if (attempt.head() == null) {
        return unanswered(
            new IllegalStateException("An interceptor of the HTTP client gave the response"),
            attempt);
      }
      return response.isSuccess() && !isContradicted(response, attempt.message())
          ? unreadable(response, why, redaction, attempt)
          : unsuccessful(response, redaction, attempt);
    } catch (Throwable e) {
      return undescribed(e, response.status(), attempt);
    }
  }

  /** Returns the failure of a message whose batch was stopped before its turn came. */
  static NotSentException stopped() {
    return new NotSentException(
        OutgoingMessage.ROUTE + "not sent: the batch was stopped before its turn", null, 0, true);
  }

  /** Returns the failure of a message that was not even tried, or not tried again. */
  static NotSentException untried(Throwable cause, int attempts) {
    return untried(OutgoingMessage.ROUTE, cause, attempts);
  }

  /** Returns the failure of a message of this route that was not even tried, or not again. */
  static NotSentException untried(String route, Throwable cause, int attempts) {
    keepInterrupt(cause);
    String why =
        cause instanceof InterruptedIOException
            ? "interrupted"
            : cause.getClass().getSimpleName() + "; see the cause";
    return new NotSentException(route + "not sent: " + why, cause, attempts, wasInterrupted(cause));
  }

  /** A thread that was interrupted stays so, even if the exception was not declared. */
  static void keepInterrupt(@Nullable Throwable cause) {
    @Nullable Throwable each = cause;
    for (int depth = 0; each != null && depth < 20; each = each.getCause(), depth++) {
      if (each instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private SendException unanswered(Throwable cause, Attempt attempt) {
    Redaction redaction = redaction(attempt);
    boolean hasBegun = attempt.hasBegun();
    String why = why(cause, hasBegun ? null : attempt.connecting(), redaction);
    @Nullable Throwable safe = redaction.redact(cause);
    return hasBegun
        ? new UnknownOutcomeException(
            attempt.message().route() + "no response: " + why + MAYBE, safe, attempt, null, null)
        : new NotSentException(
            attempt.message().route() + "not sent: " + why,
            safe,
            attempt.number(),
            attempt.isTransient() || wasInterrupted(cause));
  }

  /**
   * Returns why there is no response.
   *
   * @param connecting how far the call came, or null if the request began to be written
   */
  static String why(Throwable cause, @Nullable Connecting connecting, Redaction redaction) {
    String explained = connecting == null ? null : connecting.explain(cause, redaction);
    if (explained != null) {
      return explained;
    }
    String message = cause.getMessage();
    if (message == null) {
      return cause.getClass().getSimpleName();
    }
    // Ours, and made before anything of the message was read.
    return cause instanceof OAuth.TokenException ? message : redaction.redact(message);
  }

  /** Whether time ran out, or the thread was interrupted, which says nothing about the message. */
  private static boolean wasInterrupted(Throwable cause) {
    return cause instanceof InterruptedIOException || cause instanceof InterruptedException;
  }

  private static SendException unreadable(
      HttpResponse response, @Nullable String why, Redaction redaction, Attempt attempt) {
    String words =
        attempt.message().route() + response.status() + ", but the response cannot be read";
    if (why != null) {
      words += " (" + redaction.redact(why) + ")";
    }
    return new UnreadableResponseException(
        words + SENT,
        redaction.redact(response.broken()),
        attempt.number(),
        response,
        attempt.message().findId(response.json()));
  }

  private SendException unsuccessful(HttpResponse response, Redaction redaction, Attempt attempt) {
    @Nullable ErrorDetails own = ownDetails(response, attempt);
    // A gateway's explanation is worth showing, too.
    @Nullable ErrorDetails details = own == null ? details(response) : own;
    int status = response.status();
    String words =
        attempt.message().route()
            + status
            + words(status, details, redaction)
            + (status == 404 ? NOT_FOUND : "");
    @Nullable Throwable broken = redaction.redact(response.broken());
    boolean isBandwidths = own != null && own.isServerErrorOfBandwidth(status);
    return (status >= 300 && status < 500) || isBandwidths
        ? new RefusedException(
            words, broken, attempt.number(), status == 429 || isBandwidths, response, details)
        : new UnknownOutcomeException(words + MAYBE, broken, attempt, response, details);
  }

  private static SendException undescribed(Throwable cause, int status, Attempt attempt) {
    boolean answered = attempt.head() != null;
    if (!attempt.hasBegun() || (answered && status >= 300 && status < 500)) {
      return new NotSentException(
          attempt.message().route() + "not sent", cause, attempt.number(), false);
    }
    return answered && status / 100 == 2
        ? new UnreadableResponseException(
            attempt.message().route() + status + ", but the response cannot be read" + SENT,
            cause,
            attempt.number(),
            null,
            null)
        : new UnknownOutcomeException(
            attempt.message().route() + "no response" + MAYBE, cause, attempt, null, null);
  }

  /** Returns what an error body says in the shape that the document has for the operation. */
  private @Nullable ErrorDetails ownDetails(HttpResponse response, Attempt attempt) {
    return attempt.message().hasEnvelope()
        ? ErrorDetails.readEnvelope(response.json(), MultiChannelError.jsonAdapter())
        : details(response);
  }

  /** Whether a 2xx has errors in place of the message: it is not certain what became of that. */
  private static boolean isContradicted(HttpResponse response, Outgoing<?> message) {
    ByteString json = response.json();
    return message.hasEnvelope()
        && message.findId(json) == null
        && ResponseReader.hasElement(json, "errors");
  }

  /** Returns what an error body says, or null if it is not Bandwidth's. */
  @Nullable ErrorDetails details(HttpResponse response) {
    return ErrorDetails.read(response.json(), ErrorBody.jsonAdapter());
  }

  /** Returns what follows the status of an unsuccessful response. */
  static String words(int status, @Nullable ErrorDetails details, Redaction redaction) {
    if (details == null) {
      return status / 100 == 3
          ? ": redirects are not followed; check baseUrl"
          : " without Bandwidth's explanation";
    }
    String words = joined(details.type(), details.description());
    if (!details.fieldErrors().isEmpty()) {
      words +=
          details.fieldErrors().stream()
              .map(error -> joined(error.fieldName(), error.description()))
              .collect(joining("; ", " (", ")"));
    }
    return " " + redaction.redact(words);
  }

  private static String joined(@Nullable String what, @Nullable String why) {
    return Stream.of(Optional.ofNullable(what), Optional.ofNullable(why))
        .flatMap(Optional::stream)
        .collect(joining(": "));
  }
}
