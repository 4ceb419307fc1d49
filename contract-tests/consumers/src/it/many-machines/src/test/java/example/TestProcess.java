package example;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application, on a machine whose clock can be later, so that nobody waits 17 minutes. */
@Configuration
public class TestProcess {
  public static void main(String[] args) {
    new Thread(TestProcess::endWithParent).start();
    new SpringApplication(Application.class, TestProcess.class).run(args);
  }

  /** The parent holds the other end of the standard input, even if it is killed. */
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // It writes nothing.
      }
    } catch (IOException alsoTheEnd) {
      // Nothing is left to read.
    }
    Runtime.getRuntime().halt(1);
  }

  @Bean
  @Primary
  InstantSource laterClock(@Value("${test.later:0s}") Duration later) {
    return () -> Instant.now().plus(later);
  }

  /** Does what must not be done: sends a message again that a dead process was about to send. */
  @Bean
  @Primary
  @ConditionalOnProperty("test.broken")
  Messages broken(JdbcClient database) {
    return new Messages(database) {
      @Override
      void abandoned(Row row, Instant now) {
        database
            .sql("update message set state = 'QUEUED' where tag = ? and state = 'SENDING'")
            .param(row.tag())
            .update();
      }
    };
  }
}
