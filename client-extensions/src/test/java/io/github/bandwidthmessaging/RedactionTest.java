package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.client.MessageRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedactionTest {
  private static final MessageRequest REQUEST =
      Examples.SENDER.text(Examples.FIRST, "Dear Ann,\nyour code is xyz\u2028Bye").tag("a").build();

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
    assertThat(Redaction.redact(words, REQUEST)).isEqualTo(redacted);
  }

  @Test
  void takesOutTextOfSeveralLines() {
    assertThat(Redaction.redact("no: Dear Ann,\nyour code is xyz\u2028Bye!", REQUEST))
        .isEqualTo("no: •••!");
  }

  @Test
  void copesWithEndlessNumberOrQuote() {
    assertThat(Redaction.redact("1".repeat(250_000), REQUEST)).isEqualTo("•••");
    assertThat(Redaction.redact("1" + " ".repeat(250_000) + "x", REQUEST)).hasSizeLessThan(600);
    assertThat(Redaction.redact("'" + "x ".repeat(125_000), REQUEST)).isEqualTo("'•••'");
    assertThat(Redaction.redact("'' \"".repeat(60_000), REQUEST)).hasSizeLessThan(600);
    assertThat(Redaction.redact("a".repeat(250_000), REQUEST)).hasSizeLessThan(600);
  }

  @Test
  void takesOutPictureInEveryForm() {
    MessageRequest request =
        REQUEST.toBuilder().media(List.of(URI.create("ftp:secret"))).text(" ").build();

    assertThat(Redaction.redact("no ftp:secret, it has no host", request))
        .isEqualTo("no •••, it has no host");
  }

  @Test
  void shortensOnlyWhatIsLong() {
    String words = "ab ".repeat(200);

    assertThat(Redaction.redact(words.substring(0, 500), REQUEST))
        .isEqualTo(words.substring(0, 500));
    assertThat(Redaction.redact(words.substring(0, 501), REQUEST))
        .isEqualTo(words.substring(0, 500) + "…");
  }
}
