package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.LOGO;
import static io.github.bandwidthmessaging.Examples.SECOND;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static io.github.bandwidthmessaging.Examples.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bandwidthmessaging.client.Recipients;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 11})
  void rejectsGroupOfFewerThanTwoOrMoreThanTen(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.group(numbers(size), TEXT))
        .withMessage("A group has 2 to 10 recipients, not " + size);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupPicture(numbers(size), TEXT, LOGO));
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
        .withMessage("A recipient comes twice in the group: +1234•••8902");
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
        .isThrownBy(() -> Sender.of(null, APPLICATION))
        .withMessage("from == null");
  }

  @Test
  void leavesNumberOutOfToString() {
    assertThat(SENDER).hasToString("Sender[from=+1234•••8901, applicationId=" + APPLICATION + "]");
  }

  private static List<PhoneNumber> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> PhoneNumber.of("+1234567890" + i)).toList();
  }
}
