package example;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business: what it writes and the message that follows from it are one transaction. */
@RestController
public class Appointments {
  private final JdbcClient database;
  private final Outbox outbox;

  Appointments(JdbcClient database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @PostMapping("/appointments")
  @Transactional
  public String book(String phone, String startsAt) {
    String tag = outbox.add(phone, "See you at " + startsAt + ".");
    database
        .sql("insert into appointment (phone, starts_at, reminder_tag) values (?, ?, ?)")
        .params(phone, startsAt, tag)
        .update();
    return tag;
  }
}
