package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"+12345678901", "+12", "+123456789012345"})
  void takesE164(String value) {
    assertThat(PhoneNumber.of(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+1",
        "+02345678901",
        "+1234567890123456",
        "+1 234 567 8901",
        "+1-234-567-8901",
        "+1(234)5678901",
        " +12345678901",
        "+12345678901\n",
        "+12345678901,+12345678902",
        "++12345678901",
        "+1234567890\u0661",
        "\uFF0B12345678901",
        "0012345678901"
      })
  void rejectsWhatIsNotE164(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> PhoneNumber.of(value));
  }

  @Test
  void rejectsNumberWithoutPlusAndDoesNotRepeatIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.of("12345678901"))
        .withMessage(
            "Not an E.164 number: write + and 2 to 15 digits, the first not 0, and nothing between"
                + " them (11 characters given)");
  }

  @Test
  @SuppressWarnings("NullAway")
  void rejectsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> PhoneNumber.of(null))
        .withMessage("value == null");
  }

  @ParameterizedTest
  @CsvSource({
    "+12345678901, +1234•••8901",
    "+123456789012345, +1234•••2345",
    "+4912345678, +491•••678",
    "+12345, +1•••5",
    "+123, +•••",
    "+12, +•••"
  })
  void leavesMiddleOutOfToString(String value, String masked) {
    assertThat(PhoneNumber.of(value)).hasToString(masked);
  }

  @Test
  void equalsNumberWithSameValue() {
    assertThat(PhoneNumber.of("+12345678901"))
        .isEqualTo(PhoneNumber.of("+12345678901"))
        .hasSameHashCodeAs(PhoneNumber.of("+12345678901"))
        .isNotEqualTo(PhoneNumber.of("+12345678902"));
  }
}
