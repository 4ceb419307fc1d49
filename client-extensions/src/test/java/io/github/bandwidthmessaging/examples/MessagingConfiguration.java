package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.RequestListener;
import io.github.bandwidthmessaging.RetryPolicy;
import io.github.bandwidthmessaging.Sender;
import java.time.Duration;
import java.util.Map;

/**
 * Makes an application's client from the environment, as a Spring configuration does whose methods
 * are {@code @Bean}s; Spring closes the client.
 */
final class MessagingConfiguration {
  /** The variables are {@code System.getenv()}; in a test, those of a {@code FakeBandwidth}. */
  MessagingClient messagingClient(Map<String, String> variables, RequestListener.Factory metrics) {
    return MessagingClient.fromEnvironment(variables)
        .listener(metrics)
        .retryPolicy(RetryPolicy.standard().withMaxTime(Duration.ofMinutes(5)))
        .build();
  }

  Sender sender(MessagingClient client, String number) {
    return client.sender(number);
  }
}
