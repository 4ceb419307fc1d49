package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often to retry a message that was certainly not sent, or an operation that is safe to repeat,
 * and how long to wait before each retry.
 *
 * <p>A message is retried only after failures that can pass: a failure to connect, a 429, a 500
 * with Bandwidth's own error, and an HTTP/2 stream that the server refused without processing it;
 * {@link BandwidthException#isRetryable()} is true for these. A message whose outcome is {@link
 * Outcome#UNKNOWN} is never sent again, whatever the policy.
 *
 * <p>Operations that send no message, such as those on media, are safe to repeat. They are also
 * retried after a lost response, a broken connection, and a 500, 502, 503, or 504 of any kind. With
 * {@link RequestOptions#withTimeout}, that time limits the wait for a {@code Retry-After}, instead
 * of {@code maxTime}.
 *
 * <p>The wait before the n-th retry is a random time between 0 and {@code firstDelay * 2^(n-1)},
 * but at most {@code maxDelay}, so that many clients do not all retry at once. A {@code
 * Retry-After} in the response is added to it. If the wait would not end within {@code maxTime} of
 * the start of the first attempt, the failure is reported at once instead.
 *
 * <p>A policy is immutable: each {@code with} method returns a changed policy and leaves this one
 * unchanged.
 */
public final class RetryPolicy {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final RetryPolicy STANDARD =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(1));
  private static final RetryPolicy NONE = STANDARD.withMaxAttempts(1);

  private final int maxAttempts;
  private final Duration firstDelay;
  private final Duration maxDelay;
  private final Duration maxTime;

  private RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay, Duration maxTime) {
    this.maxAttempts = maxAttempts;
    this.firstDelay = firstDelay;
    this.maxDelay = maxDelay;
    this.maxTime = maxTime;
  }

  /**
   * Returns the default policy of a client.
   *
   * @return 4 attempts within a minute, waits of up to 0.5, 1, and 2 seconds
   */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /**
   * Returns the policy that never retries.
   *
   * @return a single attempt
   */
  public static RetryPolicy none() {
    return NONE;
  }

  /**
   * Returns this policy with another number of attempts.
   *
   * @param maxAttempts the number of attempts, including the first
   * @return the policy
   * @throws IllegalArgumentException if it is less than 1
   */
  public RetryPolicy withMaxAttempts(int maxAttempts) {
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts < 1");
    }
    return new RetryPolicy(maxAttempts, firstDelay, maxDelay, maxTime);
  }

  /**
   * Returns this policy with another upper bound for the first wait, which doubles for each retry.
   * In a batch, it is also how long the first 429 holds the other messages back.
   *
   * @param firstDelay from 0 to 1 day
   * @return the policy
   * @throws IllegalArgumentException if it is negative or longer
   */
  public RetryPolicy withFirstDelay(Duration firstDelay) {
    return new RetryPolicy(maxAttempts, checked(firstDelay, "firstDelay"), maxDelay, maxTime);
  }

  /**
   * Returns this policy with another upper bound for each wait, not counting a {@code Retry-After}.
   *
   * @param maxDelay from 0 to 1 day
   * @return the policy
   * @throws IllegalArgumentException if it is negative or longer
   */
  public RetryPolicy withMaxDelay(Duration maxDelay) {
    return new RetryPolicy(maxAttempts, firstDelay, checked(maxDelay, "maxDelay"), maxTime);
  }

  /**
   * Returns this policy with another time within which the last attempt must begin. {@link
   * RequestOptions#withTimeout} limits the whole call instead.
   *
   * @param maxTime from 0 to 1 day, counted from the start of the first attempt
   * @return the policy
   * @throws IllegalArgumentException if it is negative or longer
   */
  public RetryPolicy withMaxTime(Duration maxTime) {
    return new RetryPolicy(maxAttempts, firstDelay, maxDelay, checked(maxTime, "maxTime"));
  }

  Duration firstDelay() {
    return firstDelay;
  }

  Duration maxDelay() {
    return maxDelay;
  }

  Duration maxTime() {
    return maxTime;
  }

  /**
   * Decides what follows a failed attempt.
   *
   * @param attempts how many have failed
   * @param elapsed since the first one began
   * @param retryAfter what the server asked for
   * @param random from 0 to 1
   * @return the wait before the next attempt, or null if there is none
   */
  @Nullable Duration waitAfter(
      int attempts, Duration elapsed, @Nullable Duration retryAfter, double random) {
    return waitAfter(attempts, elapsed, maxTime, retryAfter, random);
  }

  /** Decides as the other method does, with another limit in place of {@code maxTime}. */
  @Nullable Duration waitAfter(
      int attempts,
      Duration elapsed,
      Duration limit,
      @Nullable Duration retryAfter,
      double random) {
    if (attempts >= maxAttempts) {
      return null;
    }
    double doubled = (double) firstDelay.toNanos() * Math.pow(2, Math.min(attempts, 60) - 1);
    double bound = Math.min((double) maxDelay.toNanos(), doubled);
    Duration wait = Duration.ofNanos((long) (bound * random));
    if (retryAfter != null) {
      wait = wait.plus(retryAfter);
    }
    return elapsed.plus(wait).compareTo(limit) > 0 ? null : wait;
  }

  /** Returns the policy's numbers. */
  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts="
        + maxAttempts
        + ", firstDelay="
        + firstDelay
        + ", maxDelay="
        + maxDelay
        + ", maxTime="
        + maxTime
        + "]";
  }

  private static Duration checked(Duration duration, String name) {
    requireNonNull(duration, name + " == null");
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be from 0 to 1 day");
    }
    return duration;
  }
}
