package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.LOGO;
import static io.github.bandwidthmessaging.Examples.SECOND;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static io.github.bandwidthmessaging.Examples.TEXT;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Recipients;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
  private static final String APPLICATION = "93de2206-9669-4e07-948d-329f4b722ee2";

  @ParameterizedTest
  @ValueSource(strings = {"+12345678901", "123", "12345678", "Bandwidth", "A-1_b+C & d", "7Eleven"})
  void takesNumberShortCodeOrName(String from) {
    assertThat(Sender.of(from, APPLICATION).text(FIRST, TEXT).build().from()).isEqualTo(from);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "123456789",
        "+1",
        "+1invalid",
        "+02345678901",
        "Bandwidth Inc",
        "Bänd",
        "a\n"
      })
  void rejectsOtherFrom(String from) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sender.of(from, APPLICATION))
        .withMessageStartingWith("from is no E.164 number");
  }

  @Test
  void rejectsBlankApplicationId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sender.of("+12345678901", " "))
        .withMessage("applicationId is blank");
  }

  @Test
  void rejectsPictureMessageWithoutPicture() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.picture(FIRST, TEXT))
        .withMessageContaining("needs a picture");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupPicture(List.of(FIRST, SECOND), TEXT))
        .withMessageContaining("needs a picture");
  }

  @Test
  void writesPictureWithoutText() {
    assertThat(SENDER.picture(FIRST, null, LOGO).build().text()).isNull();
    assertThat(SENDER.groupPicture(List.of(FIRST, SECOND), null, LOGO).build().text()).isNull();
    assertThatJson(
            RetrofitClient.moshi()
                .adapter(MessageRequest.class)
                .toJson(SENDER.picture(FIRST, null, LOGO).build()))
        .isObject()
        .doesNotContainKey("text")
        .containsEntry("media", List.of(LOGO.toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void rejectsGroupOfFewerThanTwo(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.group(numbers(size), TEXT))
        .withMessage("A group has at least 2 recipients, not " + size + "; use text or picture");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupPicture(numbers(size), TEXT, LOGO));
  }

  @Test
  void rejectsGroupOfMoreThanTheDocumentAllows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.group(numbers(11), TEXT))
        .withMessage("to: maxItems is 10, given 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupPicture(numbers(11), TEXT, LOGO));
  }

  @Test
  void writesToEachIndividually() {
    assertThat(SENDER.individually(numbers(11), TEXT))
        .extracting(MessageRequest::to, MessageRequest::text, MessageRequest::media)
        .containsExactlyElementsOf(
            numbers(11).stream()
                .map(n -> tuple(Recipients.of(List.of(n.value())), TEXT, null))
                .toList());
    assertThat(SENDER.individually(List.of(FIRST), null, LOGO))
        .containsExactly(SENDER.picture(FIRST, null, LOGO).build());
    assertThat(SENDER.individually(List.of(), TEXT)).isEmpty();
  }

  @Test
  void rejectsHalfASurrogatePair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.text(FIRST, "Hi \ud83d"))
        .withMessage("text has an unpaired surrogate at index 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupPicture(List.of(FIRST, SECOND), "\ude00\ud83d", LOGO))
        .withMessage("text has an unpaired surrogate at index 0");
    assertThat(SENDER.text(FIRST, "Hi \ud83d\ude00").build().text()).isEqualTo("Hi 😀");
  }

  @Test
  void rejectsBlankTextWithoutPicture() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.text(FIRST, " "))
        .withMessage("text is blank, and there is no picture");
    assertThatIllegalArgumentException().isThrownBy(() -> SENDER.group(List.of(FIRST, SECOND), ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.individually(List.of(FIRST), "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "logo.png, a relative one",
    "//example.com/logo.png, a relative one",
    "file:///tmp/logo.png, another scheme",
    "data:image/png;base64;AA, another scheme",
    "https:///logo.png, no host",
    "https://:443/logo.png, no host",
    "https://example.com:port/logo.png, no host",
    "https://example.com/logó.png, a character to be escaped"
  })
  void rejectsPictureThatCannotBeFetched(URI picture, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.picture(FIRST, TEXT, LOGO, picture))
        .withMessage("pictures[1] must be an absolute http or https URL, not " + why);
  }

  @Test
  void takesPictureOfHostWithUnderscore() {
    URI picture = URI.create("https://my_bucket.example.com:443/logo.png");
    assertThat(SENDER.picture(FIRST, TEXT, picture).build().media()).containsExactly(picture);
  }

  @Test
  void rejectsSenderAmongRecipients() {
    PhoneNumber own = PhoneNumber.of("+12345678901");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.text(own, TEXT))
        .withMessage("to is the sender's own number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.group(List.of(FIRST, own), TEXT))
        .withMessage("to[1] is the sender's own number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.individually(List.of(own), TEXT))
        .withMessage("to[0] is the sender's own number");
  }

  @Test
  void takesGroupOfTenInOrder() {
    assertThat(SENDER.group(numbers(10), TEXT).build().to())
        .isEqualTo(Recipients.of(numbers(10).stream().map(PhoneNumber::value).toList()));
  }

  @Test
  void rejectsRecipientThatComesTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.group(List.of(FIRST, SECOND, FIRST), TEXT))
        .withMessage("to[2] is the same recipient as to[0]: +1234•••8902");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.individually(List.of(FIRST, FIRST), TEXT))
        .withMessage("to[1] is the same recipient as to[0]: +1234•••8902");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.text(null, TEXT))
        .withMessage("to == null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.text(FIRST, null))
        .withMessage("text == null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.group(Arrays.asList(FIRST, null), TEXT))
        .withMessage("to[1] == null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.picture(FIRST, TEXT, LOGO, null))
        .withMessage("pictures[1] == null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.individually(List.of(FIRST), null))
        .withMessage("text == null");
    assertThatNullPointerException()
        .isThrownBy(() -> Sender.of(null, APPLICATION))
        .withMessage("from == null");
  }

  @Test
  void leavesNumberOutOfToString() {
    assertThat(SENDER).hasToString("Sender[from=+1234•••8901, applicationId=" + APPLICATION + "]");
  }

  private static List<PhoneNumber> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> PhoneNumber.of("+1234567891" + i)).toList();
  }
}
