package example;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.github.bandwidthmessaging.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Takes messages in the caller's transaction; a {@link SendTask} for each sends it later. */
@Component
class Outbox {
  static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send", Void.class);

  private final JdbcClient database;
  private final SchedulerClient tasks;

  Outbox(JdbcClient database, DataSource dataSource) {
    this.database = database;
    this.tasks =
        SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource)).build();
  }

  /** Returns the tag, which no other message has. */
  String add(String phone, String body) {
    String recipient = PhoneNumber.of(phone).value();
    String tag = UUID.randomUUID().toString();
    database
        .sql("insert into message (tag, recipient, body) values (?, ?, ?)")
        .params(tag, recipient, body)
        .update();
    schedule(tag);
    return tag;
  }

  void schedule(String tag) {
    tasks.scheduleIfNotExists(SEND.instance(tag).scheduledTo(Instant.now()));
  }
}
