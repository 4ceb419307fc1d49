package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.FieldError;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when an operation failed. Sending throws a {@link SendException}, which also says what
 * became of the message.
 *
 * <p>{@link #getMessage()} can be logged: it contains no phone number, content or credentials.
 * {@link #description()}, {@link #fieldErrors()}, {@link #headers()} and {@link #body()} are as
 * received and can quote the request.
 *
 * <p>More subclasses may be added.
 */
// Serialized, as test runners and remote calls do, it loses the response and Bandwidth's details.
@SuppressWarnings("serial")
public abstract class BandwidthException extends RuntimeException {
  private final int attempts;
  private final boolean retryable;
  private final transient @Nullable HttpResponse response;
  private final transient @Nullable ErrorDetails details;

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
   * Returns the number of attempts that were made.
   *
   * @return the attempts, the failed one included; 0 if there was none
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns whether the same request can succeed later, and can be repeated without doing anything
   * twice: a message that was certainly not sent, for a reason that should pass, such as a full
   * queue (429) or a failure to connect. If it is false, change the request or the configuration
   * first; after an {@link UnknownOutcomeException}, look for the message first.
   *
   * @return whether to try again later, and not before {@link #retryAfter()} has passed
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
   * Returns Bandwidth's explanation, for people to read: its wording changes.
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
   * @return the values by name, in whichever case a name is asked for; empty if there was no
   *     response
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
