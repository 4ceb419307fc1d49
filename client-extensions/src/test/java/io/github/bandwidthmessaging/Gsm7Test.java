package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm7Test {
  @ParameterizedTest
  @CsvSource({"200b, 200f", "202a, 202e", "2060, 206f", "fe00, fe0f", "feff, feff", "ad, ad"})
  void takesFormattingCharactersForInvisible(String first, String last) {
    int from = Integer.parseInt(first, 16);
    int to = Integer.parseInt(last, 16);

    assertThat(Gsm7.isInvisible(from)).isTrue();
    assertThat(Gsm7.isInvisible(to)).isTrue();
    assertThat(Gsm7.isInvisible(from - 1)).isFalse();
    assertThat(Gsm7.isInvisible(to + 1)).isFalse();
  }

  /** More letters than the marks that are composed at once. */
  @Test
  void composesLetterAndAccentWhereverTheyStand() {
    for (int length = 0; length < 70; length++) {
      String letters = "x".repeat(length);

      assertThat(Gsm7.replaced(letters + "e\u0301")).isEqualTo(letters + "é");
    }
  }
}
