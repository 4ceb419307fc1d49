package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.Batch;
import io.github.bandwidthmessaging.BatchOptions;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Outcome;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends each customer a coupon of their own as a picture (MMS). */
final class Coupons {
  private final MessagingClient client;
  private final Sender sender;

  Coupons(MessagingClient client, Sender sender) {
    this.client = client;
    this.sender = sender;
  }

  /** Sends the coupons, and returns who got none. */
  List<PhoneNumber> send(Map<PhoneNumber, URI> coupons) {
    List<PhoneNumber> missed = new ArrayList<>();
    try (Batch<Map.Entry<PhoneNumber, URI>> batch =
        client.sendAll(
            coupons.entrySet(),
            coupon -> sender.media(coupon.getKey(), "20% off, today only", coupon.getValue()),
            BatchOptions.defaults())) {
      for (Batch.Result<Map.Entry<PhoneNumber, URI>> result : batch) {
        if (result.outcome() == Outcome.NOT_SENT) {
          missed.add(result.item().getKey());
        }
      }
    }
    return missed;
  }
}
