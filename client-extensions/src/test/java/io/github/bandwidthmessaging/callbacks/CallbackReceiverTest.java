package io.github.bandwidthmessaging.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.api.LocationResponse;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageDelivered;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.SuggestionResponse;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver.Reply;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackReceiverTest {
  private static final CallbackReceiver RECEIVER = CallbackReceiver.of("callbacks", "pässword");
  private static final String EVENT =
      """
      {"type": "message-delivered", "to": "+12345678902", "message": {"id": "id-1"}}\
      """;

  @Test
  void returnsEventsOfArray() throws IOException {
    Reply reply = RECEIVER.receive(basic("callbacks:pässword"), body("[" + EVENT + "]"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).isEmpty();
    assertThat(reply.events())
        .singleElement()
        .isEqualTo(
            MessageDelivered.builder()
                .to("+12345678902")
                .message(Message.builder().id("id-1").build())
                .build());
    assertThat(reply).hasToString("Reply[status=200, events=1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"requested-location-response", "request-location-response"})
  void readsBothSpellingsOfLocation(String type) throws IOException {
    String json = EVENT.replace("message-delivered", type);

    assertThat(RECEIVER.receive(basic("callbacks:pässword"), body(json)).events())
        .singleElement()
        .isInstanceOfSatisfying(
            LocationResponse.class,
            event -> {
              assertThat(event.type()).isEqualTo(type);
              assertThat(event.message().id()).isEqualTo("id-1");
            });
  }

  @Test
  void readsWhatRecipientOfRbmChoseAndShared() throws IOException {
    String json =
        """
        [{"type": "suggestion-response", "message": {"id": "1", "channel": "RBM",
          "suggestionResponse": {"text": "Yes", "postbackData": "eWVz", "pairedMessageId": null}}},
         {"type": "requested-location-response", "message": {"id": "2", "channel": "RBM",
          "locationResponse": {"latitude": "37.7749", "longitude": "-122.4194"}}}]
        """;

    List<MessageEvent> events = RECEIVER.receive(basic("callbacks:pässword"), body(json)).events();

    SuggestionResponse chosen = (SuggestionResponse) events.get(0);
    assertThat(chosen.message().channel()).isEqualTo("RBM");
    assertThat(requireNonNull(chosen.message().suggestionResponse()).text()).isEqualTo("Yes");
    assertThat(requireNonNull(chosen.message().suggestionResponse()).postbackData())
        .isEqualTo("eWVz");
    LocationResponse shared = (LocationResponse) events.get(1);
    assertThat(requireNonNull(shared.message().locationResponse()).latitude()).isEqualTo("37.7749");
    assertThat(requireNonNull(shared.message().locationResponse()).longitude())
        .isEqualTo("-122.4194");
    assertThat(events.toString()).doesNotContain("Yes").doesNotContain("37.77");
  }

  @Test
  void takesBareObjectAndAnyCaseOfTheScheme() throws IOException {
    String header = basic("callbacks:pässword").replace("Basic", "bAsIc");

    assertThat(RECEIVER.receive(header, body(EVENT)).events()).hasSize(1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Basic",
        "Basic ",
        "Basic !!!",
        "Bearer Y2FsbGJhY2tzOnDDpHNzd29yZA==",
        "Basic Y2FsbGJhY2tzOnBhc3N3b3Jk",
        "Basic Y2FsbGJhY2tzOg==",
        "Basic Y2FsbGJhY2tzOnDDpHNzd29yZA==x"
      })
  void asksForCredentialsWithoutReadingTheBody(@Nullable String authorization) throws IOException {
    InputStream unread =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("The body must not be read");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
          }
        };

    Reply reply = RECEIVER.receive(authorization, unread);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.headers())
        .isEqualTo(
            Map.of("WWW-Authenticate", "Basic realm=\"Bandwidth callbacks\", charset=\"UTF-8\""));
    assertThat(reply.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "7", "[7]", "[[]]", "{", "[{}", "[] []", "not json", "[null]"})
  void rejectsBodyThatIsNotEventsInJson(String json) throws IOException {
    Reply reply = RECEIVER.receive(basic("callbacks:pässword"), body(json));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.headers()).isEmpty();
    assertThat(reply.events()).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer a", "Basic Y2FsbGJhY2tzOg=="})
  void ignoresAuthorizationWithoutCredentials(@Nullable String authorization) throws IOException {
    CallbackReceiver receiver = CallbackReceiver.withoutCredentials();

    assertThat(receiver.receive(authorization, body(EVENT)).events()).hasSize(1);
    assertThat(receiver.receive(authorization, body("{")).status()).isEqualTo(400);
    assertThat(receiver.receive(authorization, body(" ".repeat((1 << 20) + 1))).status())
        .isEqualTo(400);
  }

  @Test
  void readsNoMoreThanOneMebibyte() throws IOException {
    class Endless extends InputStream {
      private long read;

      @Override
      public int read() {
        read++;
        return ' ';
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        Arrays.fill(bytes, offset, offset + length, (byte) ' ');
        read += length;
        return length;
      }
    }

    Endless endless = new Endless();

    assertThat(RECEIVER.receive(basic("callbacks:pässword"), endless).status()).isEqualTo(400);
    assertThat(endless.read).isLessThan(2 << 20);
  }

  @Test
  void keepsEventOfUnknownTypeOrInUndocumentedForm() {
    List<MessageEvent> events =
        Events.read(
            """
            [{"type": "message-pondered", "to": "+12345678902", "message": {"id": "id-1"}, "depth": 3},
             {"type": "message-failed", "time": "yesterday", "message": {"id": "id-2"}},
             {"description": "no type"}]
            """);

    assertThat(events).allMatch(MessageEvent.Unknown.class::isInstance);
    assertThat(events.get(0).toString()).doesNotContain("+12345678902");
  }

  @Test
  void readsWhatTheTestKitWrites() {
    MessageEvent event =
        FakeBandwidth.received(
            PhoneNumber.of("+12345678901"), PhoneNumber.of("+12345678902"), "hi");

    assertThat(Events.read(FakeBandwidth.json(event, event))).containsExactly(event, event);
  }

  /** The value must never change: it is stored in the databases of users. */
  @Test
  void hasTheSameKeyInEveryVersion() {
    assertThat(key("id-1", "message-delivered", "+12345678902"))
        .isEqualTo("c2a81322a6f79c2208a54f65432aa9540997d517931d42cd96c762b242b3b18d");
  }

  @Test
  void hasOneKeyForAnEventAndItsRepetition() {
    String time = "{'time': '2026-11-24T12:00:00Z', 'description': 'ok', ";

    assertThat(key(time + "'type': 'a', 'to': '+1', 'message': {'id': 'id-1', 'text': 'a'}}"))
        .isEqualTo(key("{'type': 'a', 'to': '+1', 'message': {'id': 'id-1'}}"))
        .isNotNull();
  }

  @Test
  void hasOneKeyForEachMessageTypeAndRecipient() {
    // The last ones are hostile: parts that would be equal one after the other, or in UTF-8.
    assertThat(
            Stream.of(
                key("id-1", "message-sent", "+12345678902"),
                key("id-2", "message-sent", "+12345678902"),
                key("id-1", "message-delivered", "+12345678902"),
                key("id-1", "message-sent", "+12345678903"),
                key("id", "-1message-sent", "+12345678902"),
                key("id-1m", "essage-sent", "+12345678902"),
                key("id-1", "message-sent+1", "2345678902"),
                key("\ud83d", "message-sent", "+12345678902"),
                key("?", "message-sent", "+12345678902")))
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(key).matches("[0-9a-f]{64}"));
  }

  @Test
  void takesOnlyRecipientOfMessageForKey() {
    assertThat(key("{'type': 'message-sent', 'message': {'id': 'id-1', 'to': ['+12345678902']}}"))
        .isEqualTo(key("id-1", "message-sent", "+12345678902"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type': 'message-sent', 'to': '+12345678902'}",
        "{'type': 'message-sent', 'to': '+12345678902', 'message': {}}",
        "{'type': 'message-sent', 'to': '+12345678902', 'message': {'id': ''}}",
        "{'type': 'message-sent', 'to': '+12345678902', 'message': {'id': 7}}",
        "{'to': '+12345678902', 'message': {'id': 'id-1'}}",
        "{'type': 'message-sent', 'message': {'id': 'id-1'}}",
        "{'type': 'message-sent', 'message': {'id': 'id-1', 'to': []}}",
        "{'type': 'message-sent', 'message': {'id': 'id-1', 'to': [null]}}",
        "{'type': 'message-sent', 'message': {'id': 'id-1', 'to': ['+12345678902', '+12345678903']}}"
      })
  void hasNoKeyForEventThatNothingIdentifies(String json) {
    assertThat(key(json)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", ":b"})
  void rejectsUsernameThatBasicCannotCarry(String username) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallbackReceiver.of(username, "password"));
  }

  @Test
  void readsBodyOfOneMebibyte() throws IOException {
    String json = "[" + EVENT + "]";
    String body = json + " ".repeat((1 << 20) - json.length());

    assertThat(RECEIVER.receive(basic("callbacks:pässword"), body(body)).events()).hasSize(1);
    assertThat(RECEIVER.receive(basic("callbacks:pässword"), body(body + " ")).status())
        .isEqualTo(400);
  }

  private static @Nullable String key(String id, String type, String to) {
    return CallbackReceiver.key(
        new MessageEvent.Unknown(Map.of("type", type, "to", to, "message", Map.of("id", id))));
  }

  private static @Nullable String key(String json) {
    return CallbackReceiver.key(Events.read(json.replace('\'', '"')).get(0));
  }

  private static String basic(String credentials) {
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
  }

  private static InputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }
}
