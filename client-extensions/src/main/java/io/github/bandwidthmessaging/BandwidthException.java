package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.FieldError;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when an operation failed. Sending throws a {@link SendException}, which also says what
 * became of the message; everything else throws an {@link ApiException}.
 *
 * <p>{@link #getMessage()} can be logged: it contains no phone number, content, or credentials.
 * {@link #description()}, {@link #fieldErrors()}, {@link #headers()} and {@link #body()} are as
 * received and can quote the request.
 *
 * <p>More subclasses may be added.
 */
// A serialized copy, as test runners and remote calls make, lacks the response and its details.
@SuppressWarnings("serial")
public abstract class BandwidthException extends RuntimeException {
  private final int attempts;
  private final boolean retryable;
  final transient @Nullable HttpResponse response;
  final transient @Nullable ErrorDetails details;

  BandwidthException(
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
   * Returns what failed, where and why, in a form that can be logged.
   *
   * @return for example {@code POST /users/{accountId}/messages -> 429 ...}
   */
  @Override
  public String getMessage() {
    return requireNonNull(super.getMessage());
  }

  /**
   * Returns the number of attempts that were made.
   *
   * @return the attempts, including the failed one; 0 if there was none
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns whether to send the same request again later. For a message, it is true only if the
   * message was certainly not sent, for a reason that is likely to pass: a full queue (429), a
   * failure to connect or to obtain credentials, a timeout, or an interrupt before anything was
   * written. For an {@link ApiException}, whose request is always safe to repeat, it is true if the
   * reason is likely to pass.
   *
   * <p>If it is false, change the request first; after a 401 or 403, the credentials or the
   * account; after an {@link UnknownOutcomeException}, look for the message first.
   *
   * @return whether to try again, after {@link #retryAfter()} or, if that is null, a delay of your
   *     own
   */
  public boolean isRetryable() {
    return retryable;
  }

  /**
   * Returns how long the server asked to wait, counted from when its response arrived.
   *
   * @return the {@code Retry-After} of the response, never negative, or null if it has none
   */
  public @Nullable Duration retryAfter() {
    return response == null ? null : response.retryAfter();
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or 0 if there was no response
   */
  public int status() {
    return response == null ? 0 : response.status();
  }

  /**
   * Returns Bandwidth's name for the kind of error.
   *
   * @return for example {@code request-validation}, or null if the response has none
   */
  public @Nullable String type() {
    return details == null ? null : details.type();
  }

  /**
   * Returns Bandwidth's explanation, for people to read; its wording can change.
   *
   * @return the explanation, or null if the response has none
   */
  public @Nullable String description() {
    return details == null ? null : details.description();
  }

  /**
   * Returns which fields of the request Bandwidth rejected, and why.
   *
   * @return the errors in Bandwidth's order, empty if the response has none
   */
  public List<FieldError> fieldErrors() {
    return details == null ? List.of() : details.fieldErrors();
  }

  /**
   * Returns the headers of the response.
   *
   * @return the values by name (not case-sensitive); empty if there was no response
   */
  public Map<String, List<String>> headers() {
    return response == null ? Collections.emptyMap() : response.headersByName();
  }

  /**
   * Returns the body of the response as received, whether or not it could be parsed.
   *
   * @return the first 256 KiB of the body, or null if there was no response
   */
  public @Nullable String body() {
    return response == null ? null : response.body();
  }
}
