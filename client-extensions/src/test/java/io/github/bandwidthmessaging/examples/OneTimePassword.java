package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.RequestOptions;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.Sender;
import java.time.Duration;

/** Sends a one-time password, and gives up in time because the user is waiting. */
final class OneTimePassword {
  private final MessagingClient client;
  private final Sender sender;
  private final RequestOptions options;

  OneTimePassword(MessagingClient client, Sender sender, Duration limit) {
    this.client = client;
    this.sender = sender;
    this.options = RequestOptions.none().withTimeout(limit);
  }

  /** Sends a code, and returns what to tell the user. */
  String send(PhoneNumber user, String code) {
    try {
      client.send(sender.text(user, code + " is your code. Tell it to nobody."), options);
      return "Enter the code that we texted to you.";
    } catch (SendException e) {
      return switch (e.outcome()) {
        case SENT -> "Enter the code that we texted to you.";
        case UNKNOWN -> "Enter the code, or ask for a new one if none comes within a minute.";
        case NOT_SENT -> "We could not text you a code. Please try again.";
      };
    }
  }
}
