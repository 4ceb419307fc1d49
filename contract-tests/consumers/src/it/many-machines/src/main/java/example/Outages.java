package example;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * While the database is away, there is a line in the log every ten seconds instead of a stack trace
 * for everything that needs it, and a 503, after which Bandwidth repeats a callback.
 */
@RestControllerAdvice
class Outages extends TurboFilter {
  private static final org.slf4j.Logger log = LoggerFactory.getLogger(Outages.class);
  private static final long EVERY = 10_000_000_000L;

  private final AtomicLong next = new AtomicLong(System.nanoTime());

  @EventListener(ApplicationStartedEvent.class)
  void install() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(this);
  }

  @ExceptionHandler({DataAccessResourceFailureException.class, TransactionException.class})
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  void refuse(Exception e) {
    log.warn("Refused a request", e);
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] params, Throwable thrown) {
    boolean isArgument = thrown == null && params != null && params.length > 0;
    Object last = isArgument ? params[params.length - 1] : thrown;
    if (!(last instanceof Throwable failure) || !isAway(failure)) {
      return FilterReply.NEUTRAL;
    }
    long now = System.nanoTime();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + EVERY)) {
      log.warn(
          "The database is not there, waiting for it: {}",
          NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }
    return FilterReply.DENY;
  }

  /** By PostgreSQL's codes for connections and shutdowns; what the pool says has none. */
  private static boolean isAway(Throwable failure) {
    return failure instanceof SQLException e
            && (e.getSQLState() == null || e.getSQLState().matches("(08|57P).*"))
        || failure.getCause() != null && isAway(failure.getCause())
        || Arrays.stream(failure.getSuppressed()).anyMatch(Outages::isAway);
  }
}
