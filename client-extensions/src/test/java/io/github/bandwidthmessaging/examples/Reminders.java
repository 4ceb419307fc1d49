package io.github.bandwidthmessaging.examples;

import io.github.bandwidthmessaging.Batch;
import io.github.bandwidthmessaging.BatchOptions;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Outcome;
import io.github.bandwidthmessaging.Pace;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Sends a reminder for each row of a table, no faster than agreed, and reports row by row. */
final class Reminders {
  record Appointment(long id, String phone, String time) {}

  /** Where the results go, for example into columns of the table. */
  interface Results {
    void store(long id, Outcome outcome, @Nullable String messageId);
  }

  private final MessagingClient client;
  private final Sender sender;
  private final BatchOptions options;

  Reminders(MessagingClient client, Sender sender, double segmentsPerSecond) {
    this.client = client;
    this.sender = sender;
    this.options = BatchOptions.defaults().withPace(Pace.segmentsPerSecond(segmentsPerSecond));
  }

  /**
   * Sends until there are no more rows or the thread is interrupted, for example when the program
   * ends. Each row that was taken has its result in either case: without it, nobody would know that
   * its reminder was sent.
   */
  void send(Iterator<Appointment> rows, Results results) {
    boolean interrupted = false;
    try (Batch<Appointment> batch = client.sendAll(rows, this::reminder, options)) {
      Iterator<Batch.Result<Appointment>> each = batch.iterator();
      while (true) {
        try {
          if (!each.hasNext()) {
            break;
          }
        } catch (IllegalStateException e) {
          if (!(e.getCause() instanceof InterruptedException)) {
            throw e;
          }
          // Without the interrupt, the results of the rows that were taken can be read.
          interrupted = Thread.interrupted();
          batch.stop();
          continue;
        }
        Batch.Result<Appointment> result = each.next();
        results.store(result.item().id(), result.outcome(), result.id());
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Writes one reminder; a number that cannot be parsed is the result of its row only. */
  private MessageRequest reminder(Appointment row) {
    return sender.text(PhoneNumber.parse(row.phone(), "US"), "See you at " + row.time() + ".");
  }
}
