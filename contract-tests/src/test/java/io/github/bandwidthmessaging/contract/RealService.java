package io.github.bandwidthmessaging.contract;

import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.client.MessageRequest;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Bandwidth itself, with an account and numbers of one's own: the account in the environment, the
 * numbers as {@code -Dfrom} and {@code -Dto}.
 */
record RealService(Map<String, String> environment, Properties properties) {
  private static final String ACCOUNT_ID = "BW_ACCOUNT_ID";
  private static final String USERNAME = "BW_USERNAME";
  private static final String PASSWORD = "BW_PASSWORD";
  private static final String CLIENT_ID = "BW_CLIENT_ID";
  private static final String CLIENT_SECRET = "BW_CLIENT_SECRET";
  private static final String APPLICATION_ID = "BW_MESSAGING_APPLICATION_ID";

  /** Whether someone has asked to send for real, which costs money. */
  boolean isWanted() {
    return !properties.getProperty("real", "false").equals("false");
  }

  /**
   * Returns a builder of clients of one's own account.
   *
   * @throws SetupException if something is missing; it names all of it
   */
  MessagingClient.Builder client() {
    requireSettings();
    return MessagingClient.builder()
        .accountId(variable(ACCOUNT_ID))
        .credentials(
            hasUser()
                ? Credentials.basic(variable(USERNAME), variable(PASSWORD))
                : Credentials.oauth(variable(CLIENT_ID), variable(CLIENT_SECRET)));
  }

  PhoneNumber to() {
    return PhoneNumber.of(properties.getProperty("to"));
  }

  /** Returns a text to {@link #to()}. */
  MessageRequest.Builder text() {
    return Sender.of(properties.getProperty("from"), variable(APPLICATION_ID))
        .text(to(), "Hello from Java");
  }

  private void requireSettings() {
    List<String> missing =
        Stream.concat(
                Stream.of(
                        ACCOUNT_ID,
                        hasUser() ? USERNAME : CLIENT_ID,
                        hasUser() ? PASSWORD : CLIENT_SECRET,
                        APPLICATION_ID)
                    .filter(name -> variable(name).isBlank()),
                Stream.of("from", "to")
                    .filter(name -> properties.getProperty(name, "").isBlank())
                    .map(name -> "-D" + name))
            .toList();
    if (!missing.isEmpty()) {
      throw new SetupException(
          "To send to the real service, set " + String.join(", ", missing) + ".");
    }
  }

  /** A user name and password, which Bandwidth takes until 2026-12-02, only where there is one. */
  private boolean hasUser() {
    return !variable(USERNAME).isBlank() && variable(CLIENT_ID).isBlank();
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
