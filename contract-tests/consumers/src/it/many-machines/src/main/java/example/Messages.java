package example;

import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.callbacks.DeliveryErrorCode;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.Recipient;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.State;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The states of the messages. Each change is one statement, which names the state that it leaves:
 * of two processes that want to change a message, one changes nothing.
 */
@Repository
class Messages {
  /** A message, at most once sent under each attempt's number. */
  record Row(
      String tag,
      String recipient,
      String body,
      String state,
      int attempt,
      String owner,
      OffsetDateTime attemptedAt,
      OffsetDateTime endedAt,
      String reason) {}

  private static final Logger log = LoggerFactory.getLogger(Messages.class);

  /** This process, for instance {@code 4711@machine-1}. */
  static final String OWNER = ManagementFactory.getRuntimeMXBean().getName();

  /** What only the process with this attempt can know holds even after it was taken for dead. */
  private static final String MINE =
      " where tag = :tag and attempt = :attempt and state in ('SENDING', 'UNKNOWN', 'REVIEW')";

  private final JdbcClient database;

  Messages(JdbcClient database) {
    this.database = database;
  }

  Row get(String tag) {
    return database.sql("select * from message where tag = ?").param(tag).query(Row.class).single();
  }

  /**
   * Takes the right to send a message in this attempt, and returns whether this process has it. It
   * can be repeated if the response of the database is lost.
   */
  boolean aboutToSend(String tag, int attempt, Instant now) {
    return database
            .sql(
                """
                update message
                set state = 'SENDING', attempt = :attempt, owner = :owner, attempted_at = :now,
                  ended_at = null, reason = null
                where tag = :tag and (state = 'QUEUED' and attempt = :attempt - 1
                  or state = 'SENDING' and attempt = :attempt and owner = :owner)
                """)
            .param("tag", tag)
            .param("attempt", attempt)
            .param("owner", OWNER)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean sent(String tag, int attempt, String messageId) {
    try {
      return isSent(tag, attempt, messageId);
    } catch (DuplicateKeyException e) {
      takeId(messageId, tag);
      return isSent(tag, attempt, messageId);
    }
  }

  private boolean isSent(String tag, int attempt, String messageId) {
    return database
            .sql("update message set state = 'SENT', message_id = :id, reason = null" + MINE)
            .param("id", messageId)
            .param("tag", tag)
            .param("attempt", attempt)
            .update()
        == 1;
  }

  /**
   * Puts a message back that was certainly not sent, gives it up, or says that nobody knows. One
   * that a person has seen is not put back, because the person may have sent it by other means.
   */
  boolean ended(String tag, int attempt, String state, String reason, Instant now) {
    return database
            .sql(
                "update message set reason = :reason, ended_at = :now, state ="
                    + " case when state = 'REVIEW' and :state = 'QUEUED' then state else :state end"
                    + MINE)
            .param("state", state)
            .param("reason", reason)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("tag", tag)
            .param("attempt", attempt)
            .update()
        == 1;
  }

  /** Records that the process that was about to send a message has not said what became of it. */
  void abandoned(Row row, Instant now) {
    String reason =
        "The process " + row.owner() + " was about to send it, and reported nothing more";
    int updated =
        database
            .sql(
                """
                update message set state = 'UNKNOWN', reason = :reason, ended_at = :now
                where tag = :tag and attempt = :attempt and state = 'SENDING'
                """)
            .param("reason", reason)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("tag", row.tag())
            .param("attempt", row.attempt())
            .update();
    if (updated == 1) {
      log.warn("Message {} is not sent again: {}", row.tag(), reason);
    }
  }

  /** Returns messages that nobody works on: their task ended with a process or a lost response. */
  List<String> withoutTask() {
    return database
        .sql(
            """
            select tag from message where state in ('QUEUED', 'SENDING') and not exists
              (select from scheduled_tasks where task_name = 'send' and task_instance = tag)
            """)
        .query(String.class)
        .list();
  }

  /** Returns all messages that can be in Bandwidth's list and whose ID there is not known. */
  List<Row> unresolved(Instant since) {
    return database
        .sql(
            """
            select * from message
            where message_id is null and state in ('SENDING', 'UNKNOWN', 'REVIEW', 'SENT')
              and attempted_at > ?
            """)
        .param(since.atOffset(ZoneOffset.UTC))
        .query(Row.class)
        .list();
  }

  boolean isKnown(String messageId) {
    return database
        .sql("select exists (select from message where message_id = ?)")
        .param(messageId)
        .query(Boolean.class)
        .single();
  }

  void found(String tag, String messageId) {
    database
        .sql(
            """
            update message set state = 'SENT', message_id = ?, reason = null
            where tag = ? and state = 'UNKNOWN'
            """)
        .params(messageId, tag)
        .update();
  }

  void forPerson(String tag, String why) {
    database
        .sql(
            """
            update message set state = 'REVIEW', reason = concat(reason, '; ', ?)
            where tag = ? and state = 'UNKNOWN'
            """)
        .params(why, tag)
        .update();
  }

  /** Lists for a person what is too old to be looked for. */
  void tooOld(Instant since) {
    database
        .sql(
            """
            update message set state = 'REVIEW',
              reason = concat(reason, '; it is too old to be looked for')
            where state = 'UNKNOWN' and attempted_at <= ?
            """)
        .param(since.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Stores an event, and returns false if it came before. */
  boolean add(String key, String type, Message message) {
    return database
            .sql(
                """
                insert into event (key, type, tag, message_id) values (?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(key, type, message.tag(), message.id())
            .update()
        == 1;
  }

  /** Merges the news of an event, which proves that the message was sent, whatever its state. */
  void reported(Message message, Recipient news) {
    takeId(message.id(), message.tag());
    record Delivery(String delivery, Integer errorCode, OffsetDateTime deliveryTime) {
      static Delivery of(Recipient recipient) {
        DeliveryErrorCode error = recipient.error();
        return new Delivery(
            recipient.state().name(), error == null ? null : error.code(), recipient.time());
      }

      Recipient merge(Recipient news) {
        return delivery == null
            ? news
            : news.merge(
                Recipient.of(
                    State.valueOf(delivery),
                    errorCode == null ? null : DeliveryErrorCode.of(errorCode),
                    deliveryTime));
      }
    }
    database
        .sql(
            """
            select delivery, error_code, delivery_time from message where tag = ? for update
            """)
        .param(message.tag())
        .query(Delivery.class)
        .optional()
        .map(stored -> Delivery.of(stored.merge(news)))
        .ifPresent(
            merged ->
                database
                    .sql(
                        """
                        update message set state = 'SENT', message_id = ?, reason = null,
                          delivery = ?, error_code = ?, delivery_time = ?
                        where tag = ?
                        """)
                    .params(
                        message.id(),
                        merged.delivery(),
                        merged.errorCode(),
                        merged.deliveryTime(),
                        message.tag())
                    .update());
  }

  /** A look-up can take a similar message for the one it looks for; responses and tags cannot. */
  private void takeId(String messageId, String tag) {
    database
        .sql(
            """
            update message set state = 'UNKNOWN', message_id = null,
              reason = 'The ID that was found turned out to be another message''s'
            where message_id = ? and tag <> ?
            """)
        .params(messageId, tag)
        .update();
  }
}
