package example;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rate that all machines share: one row for each segment a second. A message holds a row for
 * each of its segments from before it is sent until a second after the response. Bandwidth received
 * it in between, so it never receives more in any second, however late a message is.
 */
@Component
class Turns {
  private static final long LOCK = 4_711;

  private final JdbcClient database;
  private final int limit;

  /** A limit of 0 means that there is none. */
  Turns(JdbcClient database, @Value("${reminders.segments-per-second}") int limit) {
    this.database = database;
    this.limit = limit;
    database
        .sql(
            """
            insert into turn (number, free_at)
            select number, clock_timestamp() + number * interval '1 second' / :limit
            from generate_series(1, :limit) number
            on conflict do nothing
            """)
        .param("limit", limit)
        .update();
  }

  /**
   * Waits for a turn for each segment, and takes them if the caller's transaction is committed. A
   * process that dies before it {@linkplain #end ends} them loses them for two minutes.
   */
  void take(String tag, int segments) {
    if (limit == 0) {
      return;
    }
    // One message after another, so that many short ones do not keep a long one waiting. PostgreSQL
    // ends the transaction of a process that was stopped here.
    database
        .sql(
            """
            select set_config('idle_in_transaction_session_timeout', '5s', true),
              pg_advisory_xact_lock(?)
            """)
        .param(LOCK)
        .query()
        .singleRow();
    int needed = Math.min(segments, limit);
    while (!isTaken(tag, needed)) {
      // No turn that is in use now is free in less than a second.
      database
          .sql(
              """
              select pg_sleep(least(1, extract(epoch from max(free_at) - clock_timestamp())))
              from (select free_at from turn where number <= ? order by free_at limit ?) soonest
              """)
          .params(limit, needed)
          .query()
          .singleRow();
    }
  }

  private boolean isTaken(String tag, int needed) {
    return database
            .sql(
                """
                with free as (
                  select number from turn where number <= :limit and free_at <= clock_timestamp()
                  order by free_at limit :needed)
                update turn set tag = :tag, free_at = clock_timestamp() + interval '2 minutes'
                where number in (select number from free)
                  and :needed = (select count(*) from free)
                """)
            .param("limit", limit)
            .param("needed", needed)
            .param("tag", tag)
            .update()
        > 0;
  }

  /** Lets others have the turns of a message in a second; called after its response. */
  boolean end(String tag) {
    return limit == 0
        || database
                .sql(
                    """
                    update turn set tag = null, free_at = clock_timestamp() + interval '1 second'
                    where tag = ?
                    """)
                .param(tag)
                .update()
            > 0;
  }
}
