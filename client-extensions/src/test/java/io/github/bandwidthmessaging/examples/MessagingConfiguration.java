package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.RequestListener;
import io.github.bandwidthmessaging.RetryPolicy;
import io.github.bandwidthmessaging.Sender;
import java.time.Duration;

/**
 * Makes an application's client from the environment, as a Spring configuration does whose methods
 * are {@code @Bean}s; Spring closes the client.
 */
final class MessagingConfiguration {
  MessagingClient messagingClient(String baseUrl, RequestListener.Factory metrics) {
    return MessagingClient.fromEnvironment()
        .baseUrl(baseUrl)
        .listener(metrics)
        .retryPolicy(RetryPolicy.standard().withMaxTime(Duration.ofMinutes(5)))
        .build();
  }

  Sender sender(MessagingClient client, String number) {
    return client.sender(number);
  }
}
