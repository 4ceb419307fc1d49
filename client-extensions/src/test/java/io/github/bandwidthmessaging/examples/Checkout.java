package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Outcome;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.RequestOptions;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.Sender;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Confirms a purchase in whatever time is left for it, without blocking a thread. */
final class Checkout {
  private final MessagingClient client;
  private final Sender sender;

  Checkout(MessagingClient client, Sender sender) {
    this.client = client;
    this.sender = sender;
  }

  CompletableFuture<Outcome> confirm(PhoneNumber customer, String order, Duration timeLeft) {
    return client
        .sendAsync(
            sender.text(customer, "Thank you for order " + order + "."),
            RequestOptions.none().withTimeout(timeLeft))
        .thenApply(sent -> Outcome.SENT)
        .exceptionally(
            e -> e.getCause() instanceof SendException s ? s.outcome() : Outcome.UNKNOWN);
  }
}
