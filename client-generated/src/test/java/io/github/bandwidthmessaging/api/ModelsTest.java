package io.github.bandwidthmessaging.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class ModelsTest {
  private static final Moshi MOSHI = RetrofitClient.moshi();
  private static final JsonAdapter<Message> MESSAGE = MOSHI.adapter(Message.class);
  private static final JsonAdapter<MessageRequest> REQUEST = MOSHI.adapter(MessageRequest.class);

  private static MessageRequest.Builder request() {
    return MessageRequest.builder()
        .from("+12345678901")
        .to(List.of("+12345678902"))
        .text("Hey, check this out!")
        .applicationId("93de2206-9669-4e07-948d-329f4b722ee2");
  }

  @Test
  void leaveOutAbsentProperties() {
    assertThatJson(REQUEST.toJson(request().build()))
        .isEqualTo(
            """
            {"from": "+12345678901", "to": ["+12345678902"], "text": "Hey, check this out!",
             "applicationId": "93de2206-9669-4e07-948d-329f4b722ee2"}
            """);
  }

  @Test
  void writeWhatIsSet() {
    MessageRequest request =
        request()
            .to("+12345678902")
            .media(List.of(URI.create("https://example.com/a.png")))
            .tag("test message")
            .priority(Priority.HIGH)
            .expiration(OffsetDateTime.parse("2021-02-01T11:29:00-05:00"))
            .build();

    assertThatJson(REQUEST.toJson(request))
        .isEqualTo(
            """
            {"from": "+12345678901", "to": "+12345678902", "text": "Hey, check this out!",
             "applicationId": "93de2206-9669-4e07-948d-329f4b722ee2",
             "media": ["https://example.com/a.png"], "tag": "test message", "priority": "high",
             "expiration": "2021-02-01T11:29:00-05:00"}
            """);
  }

  @Test
  void keepUnknownPropertiesAndValues() throws IOException {
    String json =
        """
        {"id": "1", "direction": "sideways", "unheardOf": "sms", "unheardOfToo": [1, 2.50, null, true],
         "unheardOfAsWell": {"amount": 12345678901234567890, "currency": null}}
        """;

    Message message = MESSAGE.fromJson(json);

    assertThat(message.direction()).isEqualTo(Direction.of("sideways"));
    assertThat(message.direction().isKnown()).isFalse();
    assertThat(message.additionalProperties())
        .containsOnlyKeys("unheardOf", "unheardOfToo", "unheardOfAsWell");
    assertThatJson(MESSAGE.toJson(message)).isEqualTo(json);
    assertThatJson(MESSAGE.toJson(message.toBuilder().text("added").build()))
        .isEqualTo(json.replaceFirst("\\{", "{\"text\": \"added\","));
  }

  @Test
  void areReadWithoutWhatTheyRequire() throws IOException {
    assertThat(MESSAGE.fromJson("{}").id()).isNull();
    assertThat(MESSAGE.fromJson("{\"id\": null, \"to\": null}").to()).isNull();
    assertThat(MESSAGE.fromJson("null")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"media\": [\"a\", {}]} | $.media[1]",
        "{\"time\": \"yesterday\"} | $.time",
        "{\"time\": \"2016-09-14T18:2a:16Z\"} | $.time",
        "{\"to\": \"+12345678902\"} | $.to",
        "[] | $",
      })
  void nameThePlaceOfAWrongType(String json, String path) {
    assertThatThrownBy(() -> MESSAGE.fromJson(json))
        .isInstanceOf(JsonDataException.class)
        .hasMessageEndingWith("path " + path);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-09-14T18:20:16Z, 2016-09-14T18:20:16Z",
    "2016-09-14t18:20:16Z, 2016-09-14T18:20:16Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "2021-07-21T21:00:45.179Z, 2021-07-21T21:00:45.179Z",
    "2024-06-25T18:42:36.704450Z, 2024-06-25T18:42:36.704450Z",
    "2021-02-01t11:29:18.1234567891-05:00, 2021-02-01T11:29:18.123456789-05:00",
    "2019-09-09T19:02:19.253+0000, 2019-09-09T19:02:19.253Z",
    "2019-09-09 19:02:19Z, 2019-09-09T19:02:19Z",
  })
  void readEveryFormOfTime(String text, OffsetDateTime time) throws IOException {
    assertThat(MESSAGE.fromJson("{\"time\": \"" + text + "\"}").time()).isEqualTo(time);
  }

  @Test
  void nameThePropertyThatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageRequest.builder().build())
        .withMessage("MessageRequest.from is required");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request().text(null).build())
        .withMessage("MessageRequest needs text or media");
    assertThatNullPointerException()
        .isThrownBy(() -> request().from(null))
        .withMessage("from == null");
    assertThatNullPointerException()
        .isThrownBy(() -> request().media(Arrays.asList(URI.create("https://a"), null)))
        .withMessage("media[1] == null");
  }

  @Test
  void changeInACopy() {
    MessageRequest request = request().build();

    assertThat(request.withTag("t").withPriority(Priority.HIGH))
        .isEqualTo(request().tag("t").priority(Priority.HIGH).build());
    assertThat(request.tag()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.withText(null))
        .withMessage("MessageRequest needs text or media");
  }

  @Test
  void maskWhatIsPersonal() {
    MessageRequest request = request().tag("Bob").build();

    assertThat(request.toString())
        .startsWith("MessageRequest{")
        .contains(
            "from=***",
            "to=***",
            "text=***",
            "applicationId=93de2206-9669-4e07-948d-329f4b722ee2",
            "media=null",
            "tag=***")
        .doesNotContain("+1", "Hey", "Bob");
    assertThat(request.to().toString()).isEqualTo("Recipients.Several{***}");
    assertThat(
            Message.builder()
                .id("1")
                .additionalProperties(Map.of("k", "secret"))
                .build()
                .toString())
        .contains("id=1", "additionalProperties=[k]")
        .doesNotContain("secret");
  }

  @Test
  void doNotChangeWithTheListsTheyWereMadeFrom() {
    List<String> numbers = new ArrayList<>(List.of("+12345678902"));
    List<URI> media = new ArrayList<>(List.of(URI.create("https://example.com/a.png")));
    MessageRequest request = request().to(numbers).media(media).build();

    numbers.add("+12345678903");
    media.clear();

    assertThat(request.to()).isEqualTo(Recipients.of(List.of("+12345678902")));
    assertThat(request.media()).hasSize(1);
    assertThatThrownBy(() -> request.media().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refuseADeclaredNameAmongTheUndeclared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Message.builder().additionalProperties(Map.of("id", "2")))
        .withMessage("additionalProperties.id is a declared property");
  }

  @Test
  void readRecipientsInEveryForm() throws IOException {
    JsonAdapter<Recipients> adapter = MOSHI.adapter(Recipients.class);

    assertThat(adapter.fromJson("\"+12345678902\"")).isEqualTo(Recipients.of("+12345678902"));
    assertThat(adapter.fromJson("[\"+12345678902\"]"))
        .isEqualTo(Recipients.of(List.of("+12345678902")));
    for (String unknown :
        List.of("{\"group\":\"friends\"}", "[{\"n\":1}]", "[null]", "7", "true")) {
      Recipients recipients = adapter.fromJson(unknown);
      assertThat(recipients).isInstanceOf(Recipients.Unknown.class);
      assertThatJson(adapter.toJson(recipients)).isEqualTo(unknown);
    }
  }

  @Test
  void listRecipientsInEveryForm() throws IOException {
    assertThat(Recipients.of("+12345678902").values()).containsExactly("+12345678902");
    assertThat(Recipients.of(List.of("+12345678902", "+12345678903")).values())
        .containsExactly("+12345678902", "+12345678903");
    assertThat(MOSHI.adapter(Recipients.class).fromJson("{\"group\":\"friends\"}").values())
        .isEmpty();
    assertThat(request().to("+12345678902").build().recipients()).containsExactly("+12345678902");
    assertThat(request().to(List.of("+12345678902", "+12345678903")).build().recipients())
        .containsExactly("+12345678902", "+12345678903");
    assertThat(REQUEST.fromJson("{}").recipients()).isEmpty();
  }

  @Test
  void areReadByAdaptersThatSayWhatTheyRead() {
    assertThat(MESSAGE).hasToString("JsonAdapter(Message)");
    assertThat(MOSHI.adapter(Recipients.class)).hasToString("JsonAdapter(Recipients)");
    assertThat(MOSHI.adapter(Priority.class)).hasToString("JsonAdapter(Priority)");
    assertThat(MOSHI.adapter(OffsetDateTime.class)).hasToString("JsonAdapter(DateTime)");
  }

  @Test
  void tellTheTwoErrorShapesApart() throws IOException {
    JsonAdapter<ErrorBody> adapter = MOSHI.adapter(ErrorBody.class);

    assertThat(adapter.fromJson("{\"type\":\"not-found\",\"description\":\"d\"}"))
        .isEqualTo(BandwidthError.builder().type("not-found").description("d").build());
    assertThat(adapter.fromJson("{\"status\":404,\"error\":\"Not Found\",\"path\":\"/x\"}"))
        .isEqualTo(PathError.builder().status(404).error("Not Found").path("/x").build());
    assertThat(adapter.fromJson("{\"oops\":1}")).isInstanceOf(ErrorBody.Unknown.class);
  }
}
