package example;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.bandwidthmessaging.MessageCheck;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.NotSentException;
import io.github.bandwidthmessaging.Pace;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.SendResult;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.UnknownOutcomeException;
import io.github.bandwidthmessaging.UnreadableResponseException;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/** Sends one message. db-scheduler runs it on one machine, and again if that machine dies. */
@Configuration
class SendTask {
  private interface Change {
    boolean make() throws InterruptedException;
  }

  private static final Logger log = LoggerFactory.getLogger(SendTask.class);
  private static final int MAX_ATTEMPTS = 20;

  /**
   * How late a message may use its turn in the pace, in nanoseconds, before it waits for another.
   */
  private static final long LATE = 20_000_000;

  private static final CompletionHandler<Void> DONE = new OnCompleteRemove<>();

  private final Messages messages;
  private final MessagingClient client;
  private final Sender sender;
  private final Pace pace;
  private final InstantSource clock;
  private final Duration longestDelay;

  SendTask(
      Messages messages,
      MessagingClient client,
      Sender sender,
      Pace pace,
      InstantSource clock,
      @Value("${reminders.longest-retry-delay}") Duration longestDelay) {
    this.messages = messages;
    this.client = client;
    this.sender = sender;
    this.pace = pace;
    this.clock = clock;
    this.longestDelay = longestDelay;
  }

  @Bean
  Task<Void> send() {
    return Tasks.custom(Outbox.SEND)
        .onFailure(new OnFailureRetryLater<>(Duration.ofSeconds(5)))
        .execute(
            (task, context) -> {
              try {
                return send(task.getId());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("This process is being stopped", e);
              }
            });
  }

  private CompletionHandler<Void> send(String tag) throws InterruptedException {
    Messages.Row row = messages.get(tag);
    if (row.state().equals("SENDING")) {
      messages.abandoned(row, clock.instant());
      return DONE;
    }
    if (!row.state().equals("QUEUED")) {
      return DONE;
    }
    MessageRequest request = sender.text(PhoneNumber.of(row.recipient()), row.body()).withTag(tag);
    int segments = MessageCheck.of(request).segments();
    int attempt = row.attempt() + 1;

    stored(() -> isTurn(segments));
    long turn = System.nanoTime();
    if (!stored(() -> messages.aboutToSend(tag, attempt, clock.instant()))) {
      return DONE; // another process has it, or a callback came
    }
    if (System.nanoTime() - turn > LATE) {
      stored(() -> isTurn(segments));
    }
    try {
      SendResult sent = client.send(request);
      stored(() -> messages.sent(tag, attempt, sent.id()));
    } catch (UnreadableResponseException e) {
      stored(() -> messages.sent(tag, attempt, e.id()));
    } catch (UnknownOutcomeException e) {
      ended(tag, attempt, "UNKNOWN", e);
    } catch (NotSentException e) {
      if (e.isRetryable() && attempt < MAX_ATTEMPTS) {
        ended(tag, attempt, "QUEUED", e);
        Instant next = Instant.now().plus(delay(attempt, e.retryAfter()));
        return (complete, task) -> task.reschedule(complete, next);
      }
      ended(tag, attempt, "FAILED", e);
    }
    return DONE;
  }

  private boolean isTurn(int segments) throws InterruptedException {
    pace.acquire(segments);
    return true;
  }

  private void ended(String tag, int attempt, String state, RuntimeException e)
      throws InterruptedException {
    log.info("Message {} is {}: {}", tag, state, e.getMessage());
    stored(() -> messages.ended(tag, attempt, state, e.getMessage(), clock.instant()));
  }

  /** Doubles from a second; longer if Bandwidth asks for it. */
  private Duration delay(int attempt, Duration retryAfter) {
    Duration delay = Duration.ofSeconds(1L << Math.min(attempt - 1, 20));
    delay = delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
    return retryAfter == null || retryAfter.compareTo(delay) < 0 ? delay : retryAfter;
  }

  /** Repeats a change until the database has made it: what it says is known here only. */
  private static boolean stored(Change change) throws InterruptedException {
    while (true) {
      try {
        return change.make();
      } catch (DataAccessResourceFailureException | TransientDataAccessException e) {
        log.warn("The database is not there, waiting for it: {}", e.getMessage());
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  }
}
