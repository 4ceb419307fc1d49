package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.SendResult;
import io.github.bandwidthmessaging.Sender;
import java.net.URI;

/** Sends what the example of Bandwidth's own SDK sends, and prints what it prints. */
final class VendorExample {
  private VendorExample() {}

  static void run(MessagingClient client) {
    Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
    PhoneNumber to = PhoneNumber.of("+12345678902");
    URI logo = URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png");
    try {
      SendResult sent =
          client.send(sender.media(to, "Hey, check this out!", logo).withTag("test tag"));
      System.out.println(sent.id());
    } catch (SendException e) {
      System.out.println(e.status() + " " + e.body());
    }
  }
}
