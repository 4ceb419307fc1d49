package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.Priority;
import java.time.Instant;
import java.time.ZoneOffset;

/** Announces a sale with a message that Bandwidth drops if it could not deliver it in time. */
final class FlashSale {
  private final MessagingClient client;
  private final Sender tollFree;

  FlashSale(MessagingClient client, Sender tollFree) {
    this.client = client;
    this.tollFree = tollFree;
  }

  void announce(PhoneNumber customer, Instant end) {
    client.send(
        tollFree
            .text(customer, "Half price on everything, for the next hour only")
            .withPriority(Priority.HIGH)
            .withExpiration(end.atOffset(ZoneOffset.UTC)));
  }
}
