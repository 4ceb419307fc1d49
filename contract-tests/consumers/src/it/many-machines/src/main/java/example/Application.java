package example;

import io.github.bandwidthmessaging.ApiException;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Pace;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;

/** Sends reminders of appointments from any number of machines. */
@SpringBootApplication
public class Application {
  private static final Logger log = LoggerFactory.getLogger(Application.class);

  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  MessagingClient client(InstantSource clock) {
    MessagingClient client = MessagingClient.fromEnvironment().clock(clock).build();
    try {
      client.checkCredentials(); // and connects, so that the first message is not late
    } catch (ApiException e) {
      log.warn("Cannot send yet: {}", e.getMessage());
    }
    return client;
  }

  @Bean
  Sender sender(MessagingClient client, @Value("${reminders.from}") String from) {
    return client.sender(from);
  }

  @Bean
  CallbackReceiver receiver(
      @Value("${reminders.callback-username}") String username,
      @Value("${reminders.callback-password}") String password) {
    return CallbackReceiver.of(username, password);
  }

  /**
   * The rate that all machines share; 0 means unlimited. They use 96 % of it and save nothing up,
   * so that messages which reach Bandwidth up to 40 ms early or late never exceed the rate.
   */
  @Bean
  Pace pace(DataSource database, @Value("${reminders.segments-per-second}") int limit) {
    if (limit == 0) {
      return Pace.unlimited();
    }
    BucketConfiguration rate =
        BucketConfiguration.builder()
            .addLimit(
                bandwidth ->
                    bandwidth.capacity(1).refillGreedy(limit * 96L, Duration.ofSeconds(100)))
            .build();
    Bucket bucket =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .build()
            .builder()
            .build(1L, () -> rate);
    return segments -> {
      try {
        bucket.asBlocking().consume(segments);
      } catch (BucketExceptions.BucketExecutionException e) {
        throw new DataAccessResourceFailureException("No turn in the pace", e);
      }
    };
  }
}
