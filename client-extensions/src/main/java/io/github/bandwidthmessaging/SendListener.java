package io.github.bandwidthmessaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What watches the sending, for metrics and traces. It is told nothing of the messages: no text, no
 * number, no credentials.
 *
 * <p>It is called on the thread that sends, or on one of OkHttp's, by several at once, and should
 * return soon. What it throws is ignored, because the message is on its way whether counted or not.
 */
public interface SendListener {
  /**
   * Is called before an attempt.
   *
   * @param attempt the number of the attempt for this message, from 1
   */
  default void attemptStarted(int attempt) {}

  /**
   * Is called when an attempt has ended.
   *
   * @param attempt the number of the attempt for this message, from 1
   * @param duration how long the attempt took, without waits before it
   * @param status the HTTP status, or null if no answer came
   * @param outcome what became of the message in this attempt
   */
  default void attemptFinished(
      int attempt, Duration duration, @Nullable Integer status, Outcome outcome) {}

  /**
   * Is called before the wait for another attempt.
   *
   * @param attempt the number of the attempt that has failed, from 1
   * @param wait how long is waited
   * @param reason the status of the answer, or the simple name of the exception that came instead
   */
  default void retryScheduled(int attempt, Duration wait, String reason) {}
}
