package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.bandwidthmessaging.api.BandwidthError;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver.Reply;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.Recipient;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.State;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
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
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A message and its callbacks, there and back over HTTP. */
class WebhookRoundTripTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+12345678902");
  private static final PhoneNumber INVALID = PhoneNumber.of("+12345678903");
  private static final PhoneNumber LATE = PhoneNumber.of("+12345678904");

  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();

  @ParameterizedTest
  @MethodSource("seeds")
  void groupWithInvalidNumberEndsInTheRightState(long seed) throws IOException {
    try (Inbox inbox = Inbox.start("callbacks", "password")) {
      Message receipt =
          client()
              .send(
                  Examples.SENDER
                      .group(List.of(GOOD, INVALID, LATE), "Dinner at 8?")
                      .tag("dinner")
                      .build());
      inbox.expect(receipt);
      List<MessageEvent> events = new ArrayList<>();
      for (PhoneNumber to : List.of(GOOD, INVALID, LATE)) {
        events.add(FakeBandwidth.sending(receipt, to.value()));
        // Bandwidth reports the invalid number as delivered, too.
        events.add(FakeBandwidth.delivered(receipt, to.value()));
      }
      events.add(FakeBandwidth.failed(receipt, INVALID.value(), 4303));
      events.add(FakeBandwidth.failed(receipt, LATE.value(), 9902));
      List<MessageEvent> arriving = new ArrayList<>(events);
      arriving.addAll(events);
      Collections.shuffle(arriving, new Random(seed));

      List<Integer> statuses = FakeBandwidth.post(inbox.url(), "callbacks", "password", arriving);

      assertThat(statuses).hasSize(16).containsOnly(200);
      DeliveryStatus status = inbox.status(receipt.id());
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
      Message receipt = client().send(Examples.REQUEST);
      inbox.expect(receipt);

      List<Integer> statuses =
          FakeBandwidth.post(
              inbox.url(),
              "callbacks",
              "wrong",
              List.of(FakeBandwidth.delivered(receipt, GOOD.value())));

      assertThat(statuses).containsExactly(401);
      assertThat(inbox.status(receipt.id())).isEqualTo(DeliveryStatus.of(receipt));
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void everyFaultHasTheOutcomeItSays(Fault fault) {
    bandwidth.failNext(fault);
    SendOptions once = SendOptions.defaults().retryPolicy(RetryPolicy.none());
    Outcome outcome =
        switch (fault) {
          case UNREADABLE_RECEIPT -> Outcome.SENT;
          case BAD_GATEWAY, HANG_UP -> Outcome.UNKNOWN;
          default -> Outcome.NOT_SENT;
        };

    assertThatThrownBy(() -> client().send(Examples.REQUEST, once))
        .isInstanceOf(MessagingException.class)
        .extracting(e -> ((MessagingException) e).outcome())
        .isEqualTo(outcome);
    assertThat(bandwidth.sent()).hasSize(outcome == Outcome.NOT_SENT ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"from\":\"+12345678901\",\"to\":\"12345\",\"text\":\"a\",\"applicationId\":\"a\"} | to",
        "{\"from\":\"+12345678901\",\"to\":\"+12345678902\",\"applicationId\":\"a\"} | text",
        "{} | text from to applicationId"
      })
  void fakeRefusesWhatBreaksTheDocument(String json, String fields) throws IOException {
    MessagesApi unchecked =
        RetrofitClient.builder(new OkHttpClient())
            .baseUrl(bandwidth.url())
            .build()
            .create(MessagesApi.class);
    Moshi moshi = RetrofitClient.moshi();
    MessageRequest request =
        Objects.requireNonNull(moshi.adapter(MessageRequest.class).fromJson(json));
    okhttp3.Request call =
        unchecked
            .createMessage("9900000", request)
            .request()
            .newBuilder()
            .header("Authorization", "Bearer a")
            .build();

    try (okhttp3.Response response = new OkHttpClient().newCall(call).execute()) {
      BandwidthError error =
          Objects.requireNonNull(
              moshi.adapter(BandwidthError.class).fromJson(response.body().source()));
      assertThat(response.code()).isEqualTo(400);
      assertThat(error.fieldErrors())
          .extracting("fieldName")
          .containsExactly((Object[]) fields.split(" "));
    }
    assertThatThrownBy(bandwidth::onlySent).isInstanceOf(AssertionError.class);
  }

  @Test
  void fakeCountsSegments() {
    assertThat(client().send(Examples.SENDER.text(GOOD, "x".repeat(161)).build()).segmentCount())
        .isEqualTo(2);
  }

  @Test
  void fakeKeepsWhatWasSent() {
    Message receipt = client().send(Examples.REQUEST);

    assertThat(bandwidth.onlySent()).isEqualTo(Examples.REQUEST);
    assertThat(bandwidth.receipts()).containsExactly(receipt);
  }

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  private MessagingClient client() {
    return MessagingClient.builder()
        .accountId("9900000")
        .credentials(Credentials.basic("username", "password"))
        .baseUrl(bandwidth.url())
        .build();
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

    void expect(Message receipt) {
      statuses.put(receipt.id(), DeliveryStatus.of(receipt));
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
