package io.github.bandwidthmessaging.contract.service;

import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.SendResult;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.check.node.SetupException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import okhttp3.OkHttpClient;

/**
 * Sends the five documented messages to Prism, or one text of one's own to the real service, and
 * prints the result of each.
 */
public final class SendDocumentedMessages {
  private static final int ACCEPTED = 202;

  private final RealService real;
  private final Properties properties;
  private final PrintStream out;
  private final PrintStream err;
  private final SentTable table = new SentTable();
  private final List<String> failures = new ArrayList<>();

  SendDocumentedMessages(RealService real, PrintStream out, PrintStream err) {
    this.real = real;
    this.properties = real.properties();
    this.out = out;
    this.err = err;
  }

  /**
   * Sends and, unless every message was accepted, ends the JVM with exit code 1.
   *
   * @param args none
   */
  public static void main(String[] args) {
    RealService real = new RealService(MessagingClient::fromEnvironment, System.getProperties());
    int exitCode = new SendDocumentedMessages(real, System.out, System.err).run();
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Returns the exit code. */
  int run() {
    try {
      if (real.isWanted()) {
        sendText();
      } else {
        sendDocumentedMessages();
      }
    } catch (SetupException e) {
      err.println(e.getMessage());
      return 1;
    }
    out.println();
    out.print(table);
    out.printf("%n%d of %d accepted%n", table.size() - failures.size(), table.size());
    failures.forEach(err::println);
    return failures.isEmpty() ? 0 : 1;
  }

  private void sendDocumentedMessages() {
    if (properties.containsKey("from") || properties.containsKey("to")) {
      throw new SetupException("-Dfrom and -Dto are for the real service: add -Dreal.");
    }
    Wire wire = new Wire();
    OkHttpClient httpClient = new OkHttpClient.Builder().addNetworkInterceptor(wire).build();
    try (Prism prism = Prism.start(port())) {
      MessagingClient client =
          MessagingClient.builder()
              .accountId(DocumentedMessage.ACCOUNT_ID)
              .credentials(Credentials.basic("username", "password"))
              .baseUrl(prism.url().toString())
              .httpClient(httpClient)
              .build();
      for (DocumentedMessage example : DocumentedMessage.values()) {
        wire.prefer("example=" + example.documented().key());
        send(client, example.kind(), String.join(", ", example.recipients()), example.request());
      }
    } finally {
      httpClient.connectionPool().evictAll();
    }
  }

  private void sendText() {
    try (MessagingClient client = real.client()) {
      send(client, "Text", real.to().toString(), real.text(client));
    } catch (IllegalArgumentException e) {
      throw new SetupException(String.valueOf(e.getMessage()));
    }
  }

  private void send(MessagingClient client, String kind, String to, MessageRequest request) {
    int status;
    String id = null;
    Integer segments = null;
    try {
      SendResult sent = client.send(request);
      status = sent.status();
      id = sent.id();
      segments = sent.message().segmentCount();
      if (status != ACCEPTED) {
        failures.add("%s: status %d instead of %d.".formatted(kind, status, ACCEPTED));
      }
    } catch (SendException e) {
      status = e.status();
      failures.add("%s: %s, %s".formatted(kind, e.outcome(), e.getMessage()));
    }
    int media = request.media() == null ? 0 : request.media().size();
    table.add(new SentTable.Row(kind, to, request.text(), media, status, id, segments));
  }

  private int port() {
    String port = properties.getProperty("prism.port", String.valueOf(Prism.ANY_PORT));
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw new SetupException("-Dprism.port is %s, which is not a port.".formatted(port));
    }
    return Integer.parseInt(port);
  }
}
