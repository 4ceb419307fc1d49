package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.NotSentException;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.Sender;
import java.util.function.BiConsumer;

/** Tells customers by text that their order has shipped, or by email if the text was not sent. */
final class NotificationService {
  private final MessagingClient client;
  private final Sender sender;
  private final BiConsumer<String, String> email;

  NotificationService(MessagingClient client, Sender sender, BiConsumer<String, String> email) {
    this.client = client;
    this.sender = sender;
    this.email = email;
  }

  void orderShipped(String order, PhoneNumber customer) {
    String text = "Your order " + order + " has shipped.";
    try {
      client.send(sender.text(customer, text).withTag(order));
    } catch (NotSentException e) {
      email.accept(order, text);
    } catch (SendException e) {
      // The text was sent, or might have been: its callbacks, which have the tag, will tell.
      System.getLogger("orders").log(System.Logger.Level.WARNING, e.getMessage());
    }
  }
}
