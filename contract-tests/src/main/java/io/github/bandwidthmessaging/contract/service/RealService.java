package io.github.bandwidthmessaging.contract.service;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.check.node.SetupException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Bandwidth itself, with an account and numbers of your own: the account in the environment, the
 * numbers as {@code -Dfrom} and {@code -Dto}.
 *
 * @param environment {@link MessagingClient#fromEnvironment()}, or what a test puts in its place
 */
record RealService(Supplier<MessagingClient.Builder> environment, Properties properties) {
  /** Whether someone has asked to send for real, which costs money. */
  boolean isWanted() {
    return !properties.getProperty("real", "false").equals("false");
  }

  /**
   * Returns a client of your own account.
   *
   * @throws SetupException if something is missing; it names all of it
   */
  MessagingClient client() {
    List<String> missing = new ArrayList<>();
    MessagingClient client = null;
    try {
      client = environment.get().build();
    } catch (IllegalStateException e) {
      missing.add(e.getMessage());
    }
    String options =
        Stream.of("from", "to")
            .filter(name -> properties.getProperty(name, "").isBlank())
            .map(name -> "-D" + name)
            .collect(joining(", "));
    if (!options.isEmpty()) {
      missing.add("Missing options: " + options);
    }
    if (client == null || !missing.isEmpty()) {
      throw new SetupException(String.join(". ", missing) + ".");
    }
    return client;
  }

  PhoneNumber to() {
    return PhoneNumber.of(properties.getProperty("to"));
  }

  /** Returns a text to {@link #to()}. */
  MessageRequest text(MessagingClient client) {
    return client.sender(properties.getProperty("from")).text(to(), "Hello from Java");
  }
}
