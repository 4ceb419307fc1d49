package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.RequestListener;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;

/**
 * Traces each message with Micrometer: a span within the caller's, with an event for each retry.
 */
final class Tracing implements RequestListener {
  private final Observation span;

  private Tracing(Observation span) {
    this.span = span;
  }

  static RequestListener.Factory in(ObservationRegistry registry) {
    return request ->
        new Tracing(
            Observation.start("bandwidth." + request.operation(), registry)
                .lowCardinalityKeyValue("account", request.accountId()));
  }

  @Override
  public void retryScheduled(AttemptInfo failed, Duration wait) {
    span.event(Observation.Event.of("retry after " + failed.status()));
  }

  @Override
  public void finished(Completion completion) {
    span.lowCardinalityKeyValue("outcome", String.valueOf(completion.outcome()));
    span.highCardinalityKeyValue("message", String.valueOf(completion.id()));
    if (completion.failure() != null) {
      span.error(completion.failure());
    }
    span.stop();
  }
}
