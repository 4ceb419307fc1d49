package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches one request from start to end, for metrics, traces, and logs: a message, a search, or an
 * operation on media. It gets no text, phone numbers, or credentials.
 *
 * <p>Its methods are called one after another, but not all on the same thread, and should return
 * quickly. What they throw is ignored, so a broken listener never stops a message. Set it with
 * {@link MessagingClient.Builder#listener}.
 *
 * <p>More methods may be added; they will have a default.
 */
public interface RequestListener {
  /** Creates a listener for each request. */
  @FunctionalInterface
  interface Factory {
    /**
     * Creates a listener, on the thread that calls {@code send} or {@code sendAsync}; in a batch,
     * on the thread that has just created the message from its item, after the wait for the pace.
     *
     * @param request the request, before it is checked
     * @return the listener for this request
     */
    RequestListener create(RequestInfo request);

    /**
     * Returns a factory of listeners that call one from this factory, and then one from another.
     *
     * @param other the other factory
     * @return a factory of both
     */
    default Factory and(Factory other) {
      requireNonNull(other, "other == null");
      return request ->
          new ListenerPair(QuietListener.of(this, request), QuietListener.of(other, request));
    }
  }

  /**
   * Returns a factory of listeners that log: a line for each attempt with its method, path, status
   * and duration, one for each retry, and one for the outcome of a message, with its ID. The lines
   * of one request begin with the same number.
   *
   * <pre>{@code
   * MessagingClient.builder().listener(RequestListener.logTo(log::debug))
   * }</pre>
   *
   * @param lines called with each line, on any thread
   * @return the factory
   */
  static Factory logTo(Consumer<? super String> lines) {
    requireNonNull(lines, "lines == null");
    AtomicLong number = new AtomicLong();
    return request -> new RequestLog(number.incrementAndGet(), request, lines);
  }

  /**
   * Called before each attempt.
   *
   * @param attempt the attempt; only its number is known
   */
  default void attemptStarted(AttemptInfo attempt) {}

  /**
   * Called after each attempt.
   *
   * @param attempt the attempt
   */
  default void attemptFinished(AttemptInfo attempt) {}

  /**
   * Called before the wait for the next attempt.
   *
   * @param failed the attempt that failed
   * @param wait the time until the next attempt
   */
  default void retryScheduled(AttemptInfo failed, Duration wait) {}

  /**
   * Called once, after everything else and before the caller gets the result; also for a message
   * that breaks a rule. If the caller cancels a future, it is called as soon as the outcome is
   * certain.
   *
   * @param completion how the request ended
   */
  default void finished(Completion completion) {}

  /** A request. */
  final class RequestInfo {
    private final String operation;
    private final String route;
    private final String accountId;

    RequestInfo(String operation, String route, String accountId) {
      this.operation = operation;
      this.route = route;
      this.accountId = accountId;
    }

    /**
     * Returns the name of the operation in the OpenAPI document.
     *
     * @return for example {@code createMessage}
     */
    public String operation() {
      return operation;
    }

    /** Returns the method and path that a failure's message begins with. */
    String route() {
      return route;
    }

    /**
     * Returns the account that is charged.
     *
     * @return the account's ID
     */
    public String accountId() {
      return accountId;
    }

    @Override
    public String toString() {
      return "RequestInfo[operation=" + operation + ", accountId=" + accountId + "]";
    }
  }

  /** One attempt of a request. */
  final class AttemptInfo {
    private final int number;
    private final Duration duration;
    private final int status;
    private final @Nullable Outcome outcome;
    private final @Nullable BandwidthException failure;

    AttemptInfo(
        int number,
        Duration duration,
        int status,
        @Nullable Outcome outcome,
        @Nullable BandwidthException failure) {
      this.number = number;
      this.duration = duration;
      this.status = status;
      this.outcome = outcome;
      this.failure = failure;
    }

    /**
     * Returns which attempt this is.
     *
     * @return 1 for the first
     */
    public int number() {
      return number;
    }

    /**
     * Returns how long the attempt took, without the wait before it.
     *
     * @return the duration; zero before it finished
     */
    public Duration duration() {
      return duration;
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status, or 0 if there was no response
     */
    public int status() {
      return status;
    }

    /**
     * Returns what became of the message in this attempt.
     *
     * @return the outcome; null before the attempt finished, and for an operation that sends no
     *     message
     */
    public @Nullable Outcome outcome() {
      return outcome;
    }

    /**
     * Returns why the attempt failed.
     *
     * @return the failure, or null if there is none
     */
    public @Nullable BandwidthException failure() {
      return failure;
    }

    @Override
    public String toString() {
      return "AttemptInfo[number=" + number + ", status=" + status + ", outcome=" + outcome + "]";
    }
  }

  /** How a request ended. */
  final class Completion {
    private final int attempts;
    private final Duration duration;
    private final int status;
    private final @Nullable Outcome outcome;
    private final @Nullable String id;
    private final @Nullable BandwidthException failure;

    Completion(
        int attempts,
        Duration duration,
        int status,
        @Nullable Outcome outcome,
        @Nullable String id,
        @Nullable BandwidthException failure) {
      this.attempts = attempts;
      this.duration = duration;
      this.status = status;
      this.outcome = outcome;
      this.id = id;
      this.failure = failure;
    }

    /**
     * Returns the number of attempts that were made.
     *
     * @return the attempts; 0 if there was none
     */
    public int attempts() {
      return attempts;
    }

    /**
     * Returns how long the request took, including the waits between attempts.
     *
     * @return the duration
     */
    public Duration duration() {
      return duration;
    }

    /**
     * Returns the HTTP status of the last attempt.
     *
     * @return the status, or 0 if there was no response
     */
    public int status() {
      return status;
    }

    /**
     * Returns what became of the message.
     *
     * @return the outcome, or null for an operation that sends no message
     */
    public @Nullable Outcome outcome() {
      return outcome;
    }

    /**
     * Returns the ID that Bandwidth gave to the message.
     *
     * @return the ID, or null if it is not known
     */
    public @Nullable String id() {
      return id;
    }

    /**
     * Returns why the request failed.
     *
     * @return the failure, or null if there is none
     */
    public @Nullable BandwidthException failure() {
      return failure;
    }

    @Override
    public String toString() {
      return "Completion[attempts="
          + attempts
          + ", status="
          + status
          + ", outcome="
          + outcome
          + ", id="
          + id
          + "]";
    }
  }
}
