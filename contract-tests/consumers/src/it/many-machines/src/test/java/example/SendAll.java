package example;

import io.github.bandwidthmessaging.BatchOptions;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Outcome;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import java.util.UUID;
import java.util.stream.IntStream;

/** Sends messages from one process without an outbox, to compare. */
final class SendAll {
  public static void main(String[] args) {
    try (MessagingClient client = MessagingClient.fromEnvironment().build()) {
      Sender sender = client.sender("+12345678901");
      var messages =
          IntStream.range(0, Integer.parseInt(args[0]))
              .mapToObj(
                  i ->
                      sender
                          .text(PhoneNumber.of("+1919" + (5_550_000 + i)), "See you at noon.")
                          .withTag(UUID.randomUUID().toString()));
      try (var batch = client.sendAll(messages.iterator(), BatchOptions.defaults())) {
        for (var result : batch) {
          if (result.outcome() != Outcome.SENT) {
            throw new AssertionError(result.toString());
          }
        }
      }
    }
  }
}
