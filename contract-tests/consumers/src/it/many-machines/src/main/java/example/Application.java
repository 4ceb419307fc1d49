package example;

import io.github.bandwidthmessaging.ApiException;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

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
}
