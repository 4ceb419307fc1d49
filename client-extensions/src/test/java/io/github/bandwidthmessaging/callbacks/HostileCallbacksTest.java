package io.github.bandwidthmessaging.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageDelivered;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.random.MutatedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is posted, the receiver quickly returns 200 or 400, and throws nothing. */
@Timeout(60)
class HostileCallbacksTest {
  private static final int SEEDS = 150;
  private static final int MEBIBYTE = 1 << 20;
  private static final CallbackReceiver RECEIVER = CallbackReceiver.of("callbacks", "password");
  private static final String AUTHORIZATION =
      "Basic " + Base64.getEncoder().encodeToString("callbacks:password".getBytes(UTF_8));
  private static final JsonAdapter<MessageEvent> EVENTS =
      RetrofitClient.moshi().adapter(MessageEvent.class);

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "7",
          "1.5",
          "1e400",
          "1e1000",
          "1e9999999999",
          "1e10000000",
          "12345678901234567890",
          "9".repeat(20_000),
          "[]",
          "{}",
          "[null]",
          "[\"s3cret\"]",
          "{\"id\":\"s3cret\",\"id\":7,\"id\":{}}",
          "{\"type\":\"s3cret\"}",
          "[".repeat(300) + "]".repeat(300),
          "{\"s3cret\":".repeat(252) + "1" + "}".repeat(252),
          "\"s3cret\"",
          "\"message-failed\"",
          "\"+999999999-12-31T23:59:59.999999999-18:00\"",
          "\"99999-12-31T24:00:00Z\"",
          "\"2024-02-30T25:61:61Z\"",
          "\"http://s3cret[\"",
          "\"\\ud83d\"",
          "\"\\ude00\\ud83d\"",
          "\"\u0000\ufeff\u202e\u2028\ud83d\ude00e\u0301\"");

  private static final List<String> JUNK =
      List.of(
          "NaN",
          "-",
          "[".repeat(300),
          "\"s3cret",
          "\"\\u00\"",
          "\ufeff",
          "\u0000",
          "'s3cret'",
          "// s3cret",
          ":",
          ",",
          "}");

  private static final MutatedJson JSON = new MutatedJson(VALUES, JUNK);

  @Test
  void respondsToEveryHostileBody() throws IOException {
    int bodies = 0;
    int accepted = 0;
    for (String file : PayloadsTest.callbacks().toList()) {
      String callback = Files.readString(Path.of("src/test/resources/payloads").resolve(file));
      for (int seed = 0; seed < SEEDS; seed++) {
        Random random = new Random(seed);
        byte[] body = JSON.bytes(callback, 1 + random.nextInt(3), random);
        String name = file + " with seed " + seed;

        CallbackReceiver.Reply reply =
            RECEIVER.receive(AUTHORIZATION, new ByteArrayInputStream(body));

        if (reply.status() == 200) {
          assertThat(reply.events()).as(name).allSatisfy(e -> use(e));
          accepted++;
        } else {
          assertThat(reply.status()).as(name).isEqualTo(400);
          assertThat(reply.headers()).as(name).isEmpty();
          assertThat(reply.events()).as(name).isEmpty();
        }
        bodies++;
      }
    }

    assertThat(bodies).isGreaterThan(3_000);
    assertThat(accepted).isBetween(bodies / 4, 3 * bodies / 4);
  }

  /** What is kept can be asked for and be written again. */
  private static void use(MessageEvent event) {
    String key = CallbackReceiver.key(event);
    assertThat(key == null ? "0".repeat(64) : key).matches("[0-9a-f]{64}");
    assertThat(EVENTS.toJson(event)).startsWith("{");
  }

  @ParameterizedTest
  @MethodSource("mebibytes")
  void readsAnyMebibyteCheaply(String begin, String piece, String end, int status)
      throws IOException {
    int pieces = (MEBIBYTE - begin.length() - end.length()) / piece.length();
    String body = begin + piece.repeat(pieces) + end;

    CallbackReceiver.Reply reply =
        RECEIVER.receive(AUTHORIZATION, new ByteArrayInputStream(body.getBytes(UTF_8)));

    assertThat(reply.status()).isEqualTo(status);
  }

  static List<Object[]> mebibytes() {
    String longKey = "{\"" + "k".repeat(MEBIBYTE / 2) + "\":[[]";
    return List.of(
        new Object[] {"{\"x\":", "9", "}", 400},
        new Object[] {"{\"type\":\"message-failed\",\"errorCode\":", "9", "}", 400},
        new Object[] {"{\"x\":[0", ",1e10000000", "]}", 400},
        new Object[] {"{\"x\":[0", ",1e999", "]}", 200},
        new Object[] {"{\"x\":[0", "," + "9".repeat(1_000), "]}", 200},
        new Object[] {"{\"type\":\"message-failed\",\"x\":[0", ",1e-1000", "]}", 200},
        new Object[] {"{\"x\":[0", ",[[]]", "]}", 200},
        new Object[] {"{\"x\":[0", ",{}", "]}", 200},
        new Object[] {"{\"x\":[0", "," + "[".repeat(100) + "]".repeat(100), "]}", 200},
        new Object[] {longKey, ",[]", "]}", 200},
        new Object[] {"{\"time\":\"2024-01-01T00:00:00.", "1", "Z\"}", 200},
        new Object[] {
          "{\"type\":\"message-read\",\"time\":\"2024-01-01T00:00:00.", "1", "\"}", 200
        },
        new Object[] {"[{}", ",{}", "]", 400},
        new Object[] {"[", "[", "", 400},
        new Object[] {"{\"x\":", "{\"x\":", "", 400},
        new Object[] {"", " ", "{}", 200},
        new Object[] {"{\"x\":\"", "\\ud83d", "\"}", 200});
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 250})
  void keepsDeepEventsOfAnyType(int levels) throws IOException {
    for (String type : List.of("message-delivered", "message-pondered")) {
      String json =
          "{\"type\":\"" + type + "\",\"x\":" + "[".repeat(levels) + "]".repeat(levels) + "}";

      List<MessageEvent> events = Events.read("[" + json + "]");

      assertThat(events).singleElement().extracting(MessageEvent::type).isEqualTo(type);
      assertThat(EVENTS.toJson(events.get(0))).isEqualTo(json);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 10_000})
  void rejectsBodyNestedTooDeeply(int levels) {
    for (String type : List.of("message-delivered", "message-pondered")) {
      String nested = "[".repeat(levels) + "]".repeat(levels);

      assertThat(Events.receive("{\"type\":\"" + type + "\",\"x\":" + nested + "}").status())
          .isEqualTo(400);
    }
  }

  @Test
  void readsUpToAThousandEvents() {
    String events = "[{}" + ",{}".repeat(999);

    assertThat(Events.read(events + "]")).hasSize(1_000);
    assertThat(Events.receive(events + ",{}]").status()).isEqualTo(400);
  }

  @Test
  void keepsExactNumbersOfUnknownEvents() {
    String json =
        "{\"type\":\"message-pondered\",\"n\":[12345678901234567890,0.10,1E+999,3,-0.0000001]}";

    MessageEvent event = Events.read(json).get(0);

    assertThat(event)
        .isEqualTo(
            new MessageEvent.Unknown(
                Map.of(
                    "type",
                    "message-pondered",
                    "n",
                    List.of(
                        new BigDecimal("12345678901234567890"),
                        new BigDecimal("0.10"),
                        new BigDecimal("1e999"),
                        3L,
                        new BigDecimal("-1E-7")))));
    assertThat(EVENTS.toJson(event)).isEqualTo(json.replace("-0.0000001", "-1E-7"));
  }

  @Test
  void keepsExactNumbersInUndocumentedForm() {
    String json = "{\"type\":\"message-failed\",\"errorCode\":12345678901234567890,\"n\":0.10}";

    assertThat(Events.read(json))
        .singleElement()
        .isInstanceOf(MessageEvent.Unknown.class)
        .extracting(EVENTS::toJson)
        .isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"errorCode\":4720.5",
        "\"errorCode\":99999999999",
        "\"errorCode\":\"4720\"",
        "\"message\":[]",
        "\"message\":{\"segmentCount\":1e99}",
        "\"time\":\"+999999999-12-31T23:59:59-19:00\"",
        "\"time\":{},\"to\":[]",
      })
  void areUnknownInAnotherFormThanDocumented(String property) {
    String json = "{\"type\":\"message-failed\",\"type\":\"message-failed\"," + property + "}";

    assertThat(Events.read(json))
        .singleElement()
        .isInstanceOf(MessageEvent.Unknown.class)
        .satisfies(event -> assertThat(event.type()).isEqualTo("message-failed"))
        .extracting(CallbackReceiver::key)
        .isNull();
  }

  @Test
  void readsTheLastOfTwoPropertiesWithOneName() {
    assertThat(
            Events.read(
                """
                [{"type": "message-pondered", "to": "+12345678901", "to": "+12345678902", "x": 1, "x": 2},
                 {"type": "message-sent", "type": "message-delivered", "to": 7, "to": "+12345678902",
                  "message": {"id": "1"}}]
                """))
        .containsExactly(
            new MessageEvent.Unknown(
                Map.of("type", "message-pondered", "to", "+12345678902", "x", 2L)),
            MessageDelivered.builder()
                .to("+12345678902")
                .message(Message.builder().id("1").build())
                .build());
  }

  @Test
  void acceptsByteOrderMark() throws IOException {
    String json = "\ufeff[{\"type\":\"message-pondered\"}]";

    assertThat(Events.read(json)).hasSize(1);
    assertThat(
            RECEIVER
                .receive(AUTHORIZATION, new ByteArrayInputStream(json.getBytes(UTF_8)))
                .events())
        .hasSize(1);
    assertThat(Events.receive("\ufeff" + json).status()).isEqualTo(400);
  }
}
