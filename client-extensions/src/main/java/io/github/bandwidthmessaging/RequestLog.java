package io.github.bandwidthmessaging;

import java.time.Duration;
import java.util.function.Consumer;

/** Logs one request, in lines that contain nothing personal. */
final class RequestLog implements RequestListener {
  private final String prefix;
  private final RequestInfo request;
  private final Consumer<? super String> lines;

  /**
   * Creates a log.
   *
   * @param number what tells the lines of one request from those of others
   */
  RequestLog(long number, RequestInfo request, Consumer<? super String> lines) {
    this.prefix = "#" + number + " ";
    this.request = request;
    this.lines = lines;
  }

  @Override
  public void attemptFinished(AttemptInfo attempt) {
    log(
        "attempt "
            + attempt.number()
            + ", "
            + attempt.duration().toMillis()
            + " ms: "
            + (attempt.failure() == null
                ? request.route() + attempt.status()
                : attempt.failure().getMessage()));
  }

  @Override
  public void retryScheduled(AttemptInfo failed, Duration wait) {
    log("retrying in " + wait.toMillis() + " ms");
  }

  @Override
  public void finished(Completion completion) {
    if (completion.failure() != null && completion.attempts() == 0) {
      log(completion.failure().getMessage());
    }
    if (completion.outcome() != null) {
      log(completion.outcome() + (completion.id() == null ? "" : ", ID " + completion.id()));
    }
  }

  private void log(String line) {
    lines.accept(prefix + line);
  }
}
