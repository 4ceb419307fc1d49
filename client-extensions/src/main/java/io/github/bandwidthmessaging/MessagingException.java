package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A message for which there is no receipt. {@link #outcome()} says whether it was sent; the
 * subclass says how it came to that.
 *
 * <p>The exception's message can be logged: it has no phone number, content or credentials in it.
 * {@link #description()}, {@link #fieldErrors()}, {@link #headers()} and {@link #body()} are as
 * they came and can quote the message.
 */
// Serialized, as test runners and remote calls do, it loses the answer and Bandwidth's details.
@SuppressWarnings("serial")
public abstract sealed class MessagingException extends RuntimeException
    permits InvalidMessageException,
        NotSentException,
        RefusedException,
        UnknownOutcomeException,
        UnreadableReceiptException {
  private final int attempts;
  private final boolean retryable;
  private final transient @Nullable HttpResponse response;
  private final transient @Nullable ErrorDetails details;

  MessagingException(
      String message,
      @Nullable Throwable cause,
      int attempts,
      boolean retryable,
      @Nullable HttpResponse response,
      @Nullable ErrorDetails details) {
    super(message, cause);
    this.attempts = attempts;
    this.retryable = retryable;
    this.response = response;
    this.details = details;
  }

  /**
   * Returns what became of the message.
   *
   * @return whether it was sent, was not, or perhaps was
   */
  public abstract Outcome outcome();

  /**
   * Returns how often sending was tried. All tries but the last certainly did not send the message.
   *
   * @return the number of attempts; 0 if there was not even one
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or null if no answer came
   */
  public @Nullable Integer status() {
    return response == null ? null : response.status();
  }

  /**
   * Returns Bandwidth's name for the kind of error.
   *
   * @return for example {@code request-validation}, or null if the answer has none
   */
  public @Nullable String type() {
    return details == null ? null : details.type();
  }

  /**
   * Returns Bandwidth's explanation for people. Its wording changes, so it is not for comparing.
   *
   * @return the explanation, or null if the answer has none
   */
  public @Nullable String description() {
    return details == null ? null : details.description();
  }

  /**
   * Returns what is wrong with which field of the request.
   *
   * @return the errors in Bandwidth's order, empty if the answer has none
   */
  public List<FieldError> fieldErrors() {
    return details == null ? List.of() : details.fieldErrors();
  }

  /**
   * Returns the headers of the answer.
   *
   * @return the headers, empty if no answer came
   */
  public Headers headers() {
    return response == null ? Headers.of() : response.headers();
  }

  /**
   * Returns the body of the answer as it came, whether it could be understood or not.
   *
   * @return the first 256 KiB of the body, or null if no answer came
   */
  public @Nullable String body() {
    return response == null ? null : response.body();
  }

  /** Whether the message was not sent for a reason that can be expected to pass. */
  boolean isRetryable() {
    return retryable;
  }

  @Nullable Duration retryAfter(Instant now) {
    return response == null ? null : response.retryAfter(now);
  }
}
