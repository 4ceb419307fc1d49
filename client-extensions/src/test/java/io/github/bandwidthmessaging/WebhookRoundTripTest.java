package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver.Reply;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.Recipient;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.State;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A message and its callbacks, there and back over HTTP. */
class WebhookRoundTripTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+12345678902");
  private static final PhoneNumber INVALID = PhoneNumber.of("+12345678903");
  private static final PhoneNumber LATE = PhoneNumber.of("+12345678904");

  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();
  @AutoClose private final MessagingClient client = bandwidth.clientBuilder().build();

  @ParameterizedTest
  @MethodSource("seeds")
  void groupWithInvalidNumberEndsInTheRightState(long seed) throws IOException {
    try (Inbox inbox = Inbox.start("callbacks", "password")) {
      Message message =
          client
              .send(
                  Examples.SENDER
                      .groupText(List.of(GOOD, INVALID, LATE), "Dinner at 8?")
                      .withTag("dinner"))
              .message();
      inbox.expect(message);
      List<MessageEvent> events = new ArrayList<>();
      for (PhoneNumber to : List.of(GOOD, INVALID, LATE)) {
        events.add(FakeBandwidth.sending(message, to));
        // Bandwidth reports the invalid number as delivered, too.
        events.add(FakeBandwidth.delivered(message, to));
      }
      events.add(FakeBandwidth.failed(message, INVALID, 4303));
      events.add(FakeBandwidth.failed(message, LATE, 9902));
      List<MessageEvent> arriving = new ArrayList<>(events);
      arriving.addAll(events);
      Collections.shuffle(arriving, new Random(seed));

      List<Integer> statuses = FakeBandwidth.post(inbox.url(), "callbacks", "password", arriving);

      assertThat(statuses).hasSize(16).containsOnly(200);
      DeliveryStatus status = inbox.status(message.id());
      assertThat(status.isFinal()).isTrue();
      assertThat(status.tag()).isEqualTo("dinner");
      assertThat(status.recipients())
          .extractingByKeys(GOOD.value(), INVALID.value(), LATE.value())
          .extracting(Recipient::state)
          .containsExactly(State.DELIVERED, State.FAILED, State.DELIVERED);
      assertThat(inbox.keys).hasSize(8);
    }
  }

  @Test
  void wrongPasswordLeavesEverythingAsItWas() throws IOException {
    try (Inbox inbox = Inbox.start("callbacks", "password")) {
      Message message = client.send(Examples.REQUEST).message();
      inbox.expect(message);

      List<Integer> statuses =
          FakeBandwidth.post(
              inbox.url(), "callbacks", "wrong", List.of(FakeBandwidth.delivered(message, GOOD)));

      assertThat(statuses).containsExactly(401);
      assertThat(inbox.status(message.id())).isEqualTo(DeliveryStatus.of(message));
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  /** The complete example: callbacks on the JDK's own server. */
  private static final class Inbox implements AutoCloseable {
    private final HttpServer server;
    private final CallbackReceiver receiver;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Map<String, DeliveryStatus> statuses = new ConcurrentHashMap<>();

    private Inbox(HttpServer server, CallbackReceiver receiver) {
      this.server = server;
      this.receiver = receiver;
    }

    static Inbox start(String username, String password) throws IOException {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Inbox inbox = new Inbox(server, CallbackReceiver.of(username, password));
      server.createContext("/callbacks", inbox::handle);
      server.start();
      return inbox;
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks");
    }

    void expect(Message message) {
      statuses.put(message.id(), DeliveryStatus.of(message));
    }

    DeliveryStatus status(String id) {
      return Objects.requireNonNull(statuses.get(id));
    }

    private void handle(HttpExchange exchange) throws IOException {
      try (exchange) {
        Reply reply =
            receiver.receive(
                exchange.getRequestHeaders().getFirst("Authorization"), exchange.getRequestBody());
        for (MessageEvent event : reply.events()) {
          String key = CallbackReceiver.key(event);
          if ((key == null || keys.add(key)) && event.message() != null) {
            statuses.computeIfPresent(event.message().id(), (id, status) -> status.with(event));
          }
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), -1);
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
