package example;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.github.bandwidthmessaging.Lookup;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.UnknownMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for messages that might have been sent, on one machine at a time. It sends nothing. */
@Configuration
class LookUpTask {
  private static final Logger log = LoggerFactory.getLogger(LookUpTask.class);

  /** Bandwidth searches 14 days. */
  private static final Duration OLDEST = Duration.ofDays(13);

  /** After this, Bandwidth's list is complete, as far as is known. */
  private static final Duration COMPLETE = Duration.ofMinutes(17);

  /**
   * A similar message that another process begins while the list is read would be taken for the one
   * that is looked for. After this, the list has it too late for that: five seconds, and as many in
   * case the clocks differ.
   */
  private static final Duration OVER = Duration.ofSeconds(10);

  private final Messages messages;
  private final Outbox outbox;
  private final MessagingClient client;
  private final Sender sender;
  private final InstantSource clock;
  private final Duration every;

  LookUpTask(
      Messages messages,
      Outbox outbox,
      MessagingClient client,
      Sender sender,
      InstantSource clock,
      @Value("${reminders.look-up-every}") Duration every) {
    this.messages = messages;
    this.outbox = outbox;
    this.client = client;
    this.sender = sender;
    this.clock = clock;
    this.every = every;
  }

  @Bean
  Task<Void> lookUp() {
    return Tasks.recurring("look-up", FixedDelay.of(every)).execute((task, context) -> run());
  }

  private void run() {
    messages.withoutTask().forEach(outbox::schedule);

    Instant now = clock.instant();
    Instant oldest = now.minus(OLDEST);
    messages.tooOld(oldest);
    List<Messages.Row> rows = messages.unresolved(oldest);
    if (rows.stream().noneMatch(row -> row.state().equals("UNKNOWN"))) {
      return;
    }
    // All together, so that one message in the list is not taken for two.
    List<Lookup> lookups =
        client
            .messages()
            .find(
                rows.stream().map(row -> unknown(row, now)).toList(),
                messages::isKnown,
                Duration.ZERO);
    for (int i = 0; i < rows.size(); i++) {
      Messages.Row row = rows.get(i);
      if (row.state().equals("UNKNOWN")) {
        settle(row, lookups.get(i), now);
      }
    }
  }

  private void settle(Messages.Row row, Lookup lookup, Instant now) {
    Instant end = row.endedAt().toInstant();
    boolean isComplete = end.plus(COMPLETE).isBefore(now);
    if (end.plus(OVER).isAfter(now)) {
      return;
    }
    if (lookup.verdict() == Lookup.Verdict.FOUND) {
      messages.found(row.tag(), lookup.id());
    } else if (lookup.verdict() != Lookup.Verdict.NOT_YET && isComplete) {
      messages.forPerson(row.tag(), lookup.toString());
      log.warn("Message {} needs a person: {}", row.tag(), lookup);
    }
  }

  /** It was sent, if at all, between the attempt and its end, which is within a day. */
  private UnknownMessage unknown(Messages.Row row, Instant now) {
    Instant start = row.attemptedAt().toInstant();
    Instant limit = start.plus(Duration.ofDays(1));
    Instant end = row.endedAt() == null ? now : row.endedAt().toInstant();
    return UnknownMessage.of(
        sender.text(PhoneNumber.of(row.recipient()), row.body()).withTag(row.tag()),
        start,
        end.isBefore(start) ? start : end.isAfter(limit) ? limit : end);
  }
}
