package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.BufferedReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  private static final Pattern LOADED = Pattern.compile("([\\w.$]+) source: ");

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
        .isNotEqualTo(PhoneNumber.of("+12345678902"))
        .doesNotHaveSameHashCodeAs(PhoneNumber.of("+12345678902"));
  }

  @ParameterizedTest
  @CsvSource({
    "(919) 555-1212, US, +19195551212",
    "919.555.1212, us, +19195551212",
    "1-919-555-1212, US, +19195551212",
    "' +1 (919) 555 1212 ', GB, +19195551212",
    "011 44 20 7946 0018, US, +442079460018",
    "00 44 20 7946 0018, GB, +442079460018",
    "00 44 20 7946 0018, US, +442079460018",
    "(0044) 20 7946 0018, US, +442079460018",
    "００４４ ２０ ７９４６ ００１８, US, +442079460018",
    "٠٠٤٤ ٢٠ ٧٩٤٦ ٠٠١٨, US, +442079460018",
    "+44 (0)20 7946 0018, US, +442079460018",
    "020 7946 0018, GB, +442079460018",
    "030/123456, DE, +4930123456",
    "+39 06 6982, IT, +39066982",
    "（９１９）５５５－１２１２, US, +19195551212",
    "＋１９１９５５５１２１２, DE, +19195551212",
    "\u0669\u0661\u0669\u0665\u0665\u0665\u0661\u0662\u0661\u0662, US, +19195551212",
    "919\u2011555\u00a01212, US, +19195551212",
    "+1 800 555 0199, US, +18005550199"
  })
  void parsesWhatPeopleType(String text, String region, String expected) {
    assertThat(PhoneNumber.parse(text, region).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " - ",
        "hello",
        "555-1212",
        "(919) 555-1212 ext. 3",
        "(919) 555-1212 x3",
        "tel:+19195551212;ext=3",
        "919-555-121",
        "919-555-12123",
        "(119) 555-1212",
        "1-800-FLOWERS",
        "call (919) 555-1212",
        "919-555-1212 or 919-555-1213",
        "919-555-1212,,3",
        "+999 12345678",
        "911"
      })
  void refusesToGuess(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.parse(text, "US"))
        .withNoCause()
        .withMessageNotContaining(text);
  }

  @Test
  void saysThatExtensionCannotBeReached() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.parse("(919) 555-1212 ext. 3", "US"))
        .withMessage("The number has an extension, which a message cannot reach: leave it out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u202a+1 (919) 555-1212\u202c",
        "\u202d+19195551212\u202e",
        "\u2066+1 919 555 1212\u2069",
        "\u2068919\u2069\u2067555\u20691212",
        "\u200e(919)\u200f 555\u200b-1212\ufeff",
        "919\u00ad555\u20601212\u061c",
        "919-555-1212\n",
        "\r\n\t919-555-1212 \r\n",
        "\u2028919-555-1212\u2029",
        "\u0085919-555-1212\u0085",
        "+1\u202f919\u2003555\u20071212",
        "+1\u205f919\u1680555\u00a01212",
        "(+1) 919 555 1212",
        " [+1] (919) 555-1212",
        "（＋1）919 555 1212"
      })
  void parsesWhatPeoplePaste(String text) {
    assertThat(PhoneNumber.parse(text, "US").value()).isEqualTo("+19195551212");
  }

  @Test
  void doesNotRepeatNumberThatIsGivenAsRegion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.parse("US", "+12345678902"))
        .withMessage("region must be two letters of ISO 3166-1, such as US");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "USA", "001", "ZZ"})
  void rejectsUnknownRegion(String region) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.parse("(919) 555-1212", region))
        .withMessage("region must be two letters of ISO 3166-1, such as US, not " + region);
  }

  @ParameterizedTest
  @CsvSource({
    "+19195551212, (919) 555-1212, +1 919-555-1212, US",
    "+442079460018, 020 7946 0018, +44 20 7946 0018, GB",
    "+18005550199, (800) 555-0199, +1 800-555-0199, US",
    "+80012345678, 1234 5678, +800 1234 5678, ",
    "+99912345678, +99912345678, +99912345678, "
  })
  void writesNumberForPeople(String value, String national, String international, String region) {
    PhoneNumber number = PhoneNumber.of(value);

    assertThat(number.national()).isEqualTo(national);
    assertThat(number.international()).isEqualTo(international);
    assertThat(number.region()).isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource({
    "+18005551212, true",
    "+18335551212, true",
    "+18885551212, true",
    "+18225551212, false",
    "+19195551212, false",
    "+448005551212, false",
    "+180055512120, false"
  })
  void knowsTollFreeNumbers(String value, boolean tollFree) {
    assertThat(PhoneNumber.of(value).isTollFree()).isEqualTo(tollFree);
  }

  /** In a JVM of its own, because another test may have loaded the numbering plans. */
  @Test
  void strictPathLoadsNoNumberingPlans() throws Exception {
    List<String> strict = loadedClasses("strict");
    List<String> parsing = loadedClasses("parsing");

    assertThat(strict)
        .contains("io.github.bandwidthmessaging.PhoneNumber")
        .noneMatch(name -> name.startsWith("com.google.i18n"))
        .doesNotContain("io.github.bandwidthmessaging.NumberingPlan");
    assertThat(parsing).anyMatch(name -> name.startsWith("com.google.i18n"));
    assertThat(strict).hasSizeLessThan(parsing.size());
  }

  private static List<String> loadedClasses(String path) throws Exception {
    Process process = Jvm.of(List.of("-Xlog:class+load:stdout"), Start.class, path).start();
    try (BufferedReader lines = process.inputReader()) {
      List<String> classes =
          lines.lines().map(LOADED::matcher).filter(Matcher::find).map(m -> m.group(1)).toList();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      return classes;
    } finally {
      process.destroyForcibly();
    }
  }

  /** What the JVM that is looked at does. */
  static final class Start {
    private Start() {}

    public static void main(String[] args) {
      PhoneNumber number = PhoneNumber.of("+19195551212");
      if (number.isTollFree() || number.toString().equals(number.value())) {
        throw new AssertionError(number);
      }
      if (args[0].equals("parsing")) {
        PhoneNumber.parse("(919) 555-1212", "US");
      }
    }
  }
}
