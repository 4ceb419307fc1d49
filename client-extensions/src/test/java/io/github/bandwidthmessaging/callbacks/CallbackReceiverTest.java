package io.github.bandwidthmessaging.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bandwidthmessaging.api.MessageDelivered;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver.EventKey;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver.Reply;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
  void answersOkWithEventsOfArray() throws IOException {
    Reply reply = RECEIVER.receive(basic("callbacks:pässword"), body("[" + EVENT + "]"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).isEmpty();
    assertThat(reply.events())
        .singleElement()
        .isInstanceOf(MessageDelivered.class)
        .extracting(CallbackReceiver::key)
        .isEqualTo(new EventKey("id-1", "message-delivered", "+12345678902"));
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
  void answersBadRequestToWhatIsNoJsonOfEvents(String json) throws IOException {
    Reply reply = RECEIVER.receive(basic("callbacks:pässword"), body(json));

    assertThat(reply).isEqualTo(new Reply(400, Map.of(), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallbackReceiver.read(json))
        .withNoCause();
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
  void keepsEventOfUnknownTypeOrOtherForm() {
    List<MessageEvent> events =
        CallbackReceiver.read(
            """
            [{"type": "message-pondered", "to": "+12345678902", "message": {"id": "id-1"}, "depth": 3},
             {"type": "message-failed", "time": "yesterday", "message": {"id": "id-2"}},
             {"description": "no type"}]
            """);

    assertThat(events).allMatch(MessageEvent.Unknown.class::isInstance);
    assertThat(events)
        .extracting(e -> CallbackReceiver.key(e))
        .containsExactly(
            new EventKey("id-1", "message-pondered", "+12345678902"),
            new EventKey("id-2", "message-failed", null),
            new EventKey(null, null, null));
    assertThat(events.get(0).toString()).doesNotContain("+12345678902");
  }

  @Test
  void readsWhatTheTestKitWrites() {
    MessageEvent event = FakeBandwidth.received("+12345678901", "+12345678902", "hi");

    assertThat(CallbackReceiver.read(FakeBandwidth.json(event, event)))
        .containsExactly(event, event);
  }

  @Test
  void keepsNumberOutOfKey() {
    assertThat(new EventKey("id-1", "message-sent", "+12345678902"))
        .hasToString("EventKey[messageId=id-1, type=message-sent]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", ":b"})
  void rejectsNameThatBasicCannotSay(String username) {
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

  private static String basic(String credentials) {
    return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
  }

  private static InputStream body(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }
}
