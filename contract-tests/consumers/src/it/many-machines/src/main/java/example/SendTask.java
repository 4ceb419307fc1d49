package example;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.github.bandwidthmessaging.MessageCheck;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.NotSentException;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.RequestOptions;
import io.github.bandwidthmessaging.SendResult;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.UnknownOutcomeException;
import io.github.bandwidthmessaging.UnreadableResponseException;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one message. db-scheduler runs it on one machine, and again if that machine dies. */
@Configuration
class SendTask {
  private interface Change {
    boolean make() throws InterruptedException;
  }

  private static final Logger log = LoggerFactory.getLogger(SendTask.class);
  private static final int MAX_ATTEMPTS = 20;

  /** Shorter than a message can keep its turn. */
  private static final RequestOptions OPTIONS =
      RequestOptions.none().withTimeout(Duration.ofMinutes(1));

  private static final CompletionHandler<Void> DONE = new OnCompleteRemove<>();

  private final Messages messages;
  private final MessagingClient client;
  private final Sender sender;
  private final Turns turns;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final Duration longestDelay;
  private final AtomicBoolean isAway = new AtomicBoolean();

  SendTask(
      Messages messages,
      MessagingClient client,
      Sender sender,
      Turns turns,
      TransactionTemplate transaction,
      InstantSource clock,
      @Value("${reminders.longest-retry-delay}") Duration longestDelay) {
    this.messages = messages;
    this.client = client;
    this.sender = sender;
    this.turns = turns;
    this.transaction = transaction;
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

    if (!stored(() -> aboutToSend(tag, attempt, segments))) {
      return DONE; // another process has it, or a callback came
    }
    try {
      SendResult sent = client.send(request, OPTIONS);
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
    } finally {
      stored(() -> turns.end(tag));
    }
    return DONE;
  }

  /** Waits, and then takes a turn and the right to send in one transaction, or neither. */
  private boolean aboutToSend(String tag, int attempt, int segments) {
    return transaction.execute(
        status -> {
          turns.take(tag, segments);
          boolean isMine = messages.aboutToSend(tag, attempt, clock.instant());
          if (!isMine) {
            status.setRollbackOnly();
          }
          return isMine;
        });
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
  private boolean stored(Change change) throws InterruptedException {
    while (true) {
      try {
        boolean result = change.make();
        if (isAway.getAndSet(false)) {
          log.info("The database is back, and what became of the messages in flight is stored");
        }
        return result;
      } catch (DataAccessResourceFailureException
          | TransactionException
          | TransientDataAccessException e) {
        isAway.set(true);
        log.warn("A message in flight waits for the database", e);
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  }
}
