package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedactionTest {
  private static final MessageRequest REQUEST =
      Examples.SENDER.text(Examples.FIRST, "Dear Ann,\nyour code is xyz\u2028Bye").withTag("a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "to +12345678902 | to •••",
        "to 12345678902 | to •••",
        "to +1 (234) 567-8902. | to •••.",
        "'to' takes '+1invalid' | 'to' takes '•••'",
        "'Dear Ann, your code | '•••'",
        "\"it's Ann's\" is 'bad' | \"•••\" is '•••'",
        "see https://example.com/x?y=z now | see ••• now",
        "a media tag | ••• media tag",
        "900 messages (15 minutes), 60 per minute | 900 messages (15 minutes), 60 per minute",
        "text has 2049 of 2048 characters | text has 2049 of 2048 characters"
      })
  void takesOutWhatIsQuotedOfTheMessage(String words, String redacted) {
    assertThat(redact(words)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to +1\u00a0234\u00a0567\u00a08902 | to •••",
        "to +1\u2011234\u2011567\u20118902 | to •••",
        "to 234/567/8902 | to •••",
        "to 1,234,567,8902 | to •••",
        "to \uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff10\uff12 | to •••",
        "code:48213 | code:•••",
        "text=Dear%20Ann%2C%0Ayour%20code%20is%20 | text=•••",
        "text=Dear+Ann%2C%0Ayour+code+is+ | text=•••",
        "no Dear  Ann,\u00a0 your  code | no •••"
      })
  void takesOutWhatIsWrittenInAnotherWay(String words, String redacted) {
    assertThat(redact(words)).isEqualTo(redacted);
  }

  @Test
  @SuppressWarnings("OverrideThrowableToString")
  void masksWhatAnExceptionSaysOnlyWhenPrinted() {
    IOException speaking =
        new IOException() {
          private static final long serialVersionUID = 1;

          @Override
          public String toString() {
            return "Failed with Bearer secret-token";
          }
        };

    assertThat(Redaction.of(new OutgoingMessage(REQUEST), "Bearer secret-token").redact(speaking))
        .isNotSameAs(speaking)
        .asString()
        .doesNotContain("secret-token");
  }

  @Test
  void masksTextOfSeveralLines() {
    assertThat(redact("no: Dear Ann,\nyour code is xyz\u2028Bye!")).isEqualTo("no: •••!");
  }

  @Test
  void copesWithEndlessNumberOrQuote() {
    assertThat(redact("1".repeat(250_000))).isEqualTo("•••");
    assertThat(redact("1" + " ".repeat(250_000) + "x")).hasSizeLessThan(600);
    assertThat(redact("'" + "x ".repeat(125_000))).isEqualTo("'•••'");
    assertThat(redact("'' \"".repeat(60_000))).hasSizeLessThan(600);
    assertThat(redact("a".repeat(250_000))).hasSizeLessThan(600);
  }

  @Test
  void masksPictureInEveryForm() {
    MessageRequest request =
        REQUEST.toBuilder().media(List.of(URI.create("ftp:secret"))).text(" ").build();

    assertThat(
            Redaction.of(new OutgoingMessage(request), null)
                .redact("no ftp:secret, it has no host"))
        .isEqualTo("no •••, it has no host");
  }

  @Test
  void shortensOnlyWhatIsLong() {
    String words = "ab ".repeat(200);

    assertThat(redact(words.substring(0, 500))).isEqualTo(words.substring(0, 500));
    assertThat(redact(words.substring(0, 501))).isEqualTo(words.substring(0, 500) + "…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the text xDear Ann, your code is xyzx is bad | the text x•••x is bad",
        "the text dear ann, YOUR code i.. is bad | the text •••.. is bad",
        "...code is xyz Bye is bad | ...••• is bad",
        "Dear | Dear"
      })
  void takesOutTextThatIsGluedOrCutOff(String words, String redacted) {
    assertThat(redact(words)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order-4711-tag",
        "xorder-4711-tagx",
        "order-4711",
        "er-4711-tag",
        "ORDER-4711-TA"
      })
  void takesOutTagThatIsGluedOrCutOff(String words) {
    Redaction redaction =
        Redaction.of(new OutgoingMessage(REQUEST.withTag("order-4711-tag")), null);

    assertThat(redaction.redact("see " + words + ".")).doesNotContain("4711", "rder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic YW4gaWQ6cyYgcGFzcz13w7ZyZA==",
        "basic yw4gawq6cyygcgfzcz13w7zyza==",
        "xYW4gaWQ6cyYgcGFzcz13w7ZyZA==x",
        "YW4gaWQ6cyYgcG",
        "cGFzcz13w7ZyZA",
        "an id:s& pass=wörd",
        "s& pass=wörd",
        "password=s& pass=wörd.",
        "s%26+pass%3Dw%C3%B6rd",
        "pass=wörd",
        "xan idx",
      })
  void takesOutCredentialsInEveryForm(String words) {
    String authorization = okhttp3.Credentials.basic("an id", "s& pass=wörd", UTF_8);
    assertThat(authorization).isEqualTo("Basic YW4gaWQ6cyYgcGFzcz13w7ZyZA==");
    String redacted =
        Redaction.of(new OutgoingMessage(REQUEST), authorization).redact("No: " + words + "!");

    assertThat(redacted)
        .startsWith("No: ")
        .contains("•••")
        .doesNotContainIgnoringCase("pass=w", "an id", "cGFz", "YW4g", "pass%3D");
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer abcdefghijklmnop, abcdefghijk",
    "abcdefghijklmnop, bcdefghijklmnop",
    "Bearer ab, ab"
  })
  void masksToken(String authorization, String words) {
    assertThat(Redaction.of(null, authorization).redact("No " + words + " here"))
        .isEqualTo("No ••• here");
  }

  @Test
  void masksShortPasswordAsWholeWord() {
    Redaction redaction = Redaction.of(null, okhttp3.Credentials.basic("u", "pw", UTF_8));

    assertThat(redaction.redact("u with pw upwards")).isEqualTo("••• with ••• upwards");
  }

  @Test
  void leavesAddressesReadable() {
    String words = "Failed to connect to localhost/127.0.0.1:54321 or host.example:8080";

    assertThat(redact(words)).isEqualTo(words);
  }

  @Test
  void leavesNoPartAtTheEndOfLongText() {
    String authorization = "Bearer " + "0123456789abcdef".repeat(10);
    Redaction redaction = Redaction.of(null, authorization);
    for (int i = 1980; i < 2000; i++) {
      String words = "x".repeat(100) + "0123456789".repeat(i / 10 - 10) + " ".repeat(i % 10);
      assertThat(redaction.redact(words + authorization)).doesNotContain("Bearer", "0123", "abcd");
    }
  }

  @Test
  void keepsExceptionThatRevealsNothing() {
    IOException harmless = new IOException("Failed", new IOException("closed"));

    assertThat(Redaction.of(new OutgoingMessage(REQUEST), "Bearer secret-token").redact(harmless))
        .isSameAs(harmless);
  }

  @Test
  void replacesExceptionThatRevealsSomethingSomewhere() {
    IOException root = new IOException("Unexpected status line: Bearer secret-token");
    IOException circle = new IOException("again", root);
    root.addSuppressed(circle);
    Throwable replaced =
        Redaction.of(new OutgoingMessage(REQUEST), "Bearer secret-token")
            .redact(new IllegalStateException("x", circle));

    assertThat(replaced)
        .hasMessage("java.lang.IllegalStateException: x")
        .hasRootCauseMessage("java.io.IOException: Unexpected status line: •••");
    StringWriter trace = new StringWriter();
    requireNonNull(replaced).printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("secret").contains("RedactionTest");
  }

  @Test
  void masksPairOfShortCredentialsEvenIfJoined() {
    Redaction redaction = Redaction.of(null, okhttp3.Credentials.basic("u", "pw", UTF_8));

    assertThat(redaction.redact("xu:pwx")).isEqualTo("x•••x");
  }

  /** A part of ten characters, two thirds of what is shorter, but never fewer than four. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abcdefghijk | no bcdefghijk here | no ••• here",
        "abcdefghijk | no bcdefghij here | no bcdefghij here",
        "abcdefghij | no efghij here | no ••• here",
        "abcdefghij | no fghij here | no fghij here",
        "abcdef | no cdef here | no ••• here",
        "abcde | no bcde here | no bcde here",
        "abcde | nothing but abcde here | nothing but ••• here",
        "abcd | no xabcdx here | no x•••x here",
        "abc | no xabcx here | no xabcx here"
      })
  void findsPartsByLengthOfWhole(String tag, String words, String redacted) {
    Redaction redaction = Redaction.of(new OutgoingMessage(REQUEST.withTag(tag)), null);

    assertThat(redaction.redact(words)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`xx your code is zz` | `xx ••• zz`",
        "`zAnn, your zz` | `z••• zz`",
        "` your code is zz ` | ` ••• zz `",
        "`zDear Ann, ` | `z••• `"
      })
  void keepsSpacesAroundWhatItTakesOut(String words, String redacted) {
    assertThat(redact(words)).isEqualTo(redacted);
  }

  @Test
  void examinesTwoThousandCharacters() {
    String number = "1".repeat(1990);

    assertThat(redact(number + " is wrong.")).isEqualTo("••• is wrong.");
    assertThat(redact(number + "1 is wrong.")).isEqualTo("•••…");
  }

  @ParameterizedTest
  @CsvSource({"no 12-34 here, no ••• here", "no 1-2-3 here, no 1-2-3 here"})
  void masksNumbersOfFourDigitsOrMore(String words, String redacted) {
    assertThat(redact(words)).isEqualTo(redacted);
  }

  @Test
  void keepsExceptionWhoseCausesGoInCircles() {
    IOException harmless = new IOException("Failed");
    harmless.addSuppressed(new IOException("again", harmless));

    assertThat(Redaction.of(new OutgoingMessage(REQUEST), "Bearer secret-token").redact(harmless))
        .isSameAs(harmless);
  }

  @Test
  void replacesExceptionWhoseSuppressedOneRevealsSomething() {
    IOException failure = new IOException("Failed");
    failure.addSuppressed(new IOException("Bearer secret-token"));
    Throwable replaced =
        Redaction.of(new OutgoingMessage(REQUEST), "Bearer secret-token").redact(failure);

    assertThat(requireNonNull(replaced)).hasMessage("java.io.IOException: Failed");
    assertThat(replaced.getSuppressed()).isEmpty();
    assertThat(replaced.getStackTrace()).isEqualTo(failure.getStackTrace());
  }

  @Test
  void replacesNoMoreThanTwentyCauses() {
    Throwable chain = new IOException("Bearer secret-token");
    for (int i = 0; i < 30; i++) {
      chain = new IOException("Bearer secret-token", chain);
    }
    int causes = -1;
    for (Throwable each = Redaction.of(null, "Bearer secret-token").redact(chain);
        each != null;
        each = each.getCause()) {
      causes++;
    }

    assertThat(causes).isEqualTo(20);
  }

  private static String redact(String words) {
    return Redaction.of(new OutgoingMessage(REQUEST), null).redact(words);
  }
}
