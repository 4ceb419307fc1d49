package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "^{[a-z]+}$ {ab} ab",
        "^a{2}$ aa a{2}",
        "^a{2,}$ aaa a",
        "^a{,2}$ a{,2} a",
        "^{$ { a",
        "^a}b]$ a}b] ab",
        "^[^]$ x xx",
        "^(a|[])$ a b",
        "^[[&&]$ [ a",
        "^[a&&b]$ & c",
        "^[\\w&&[^_]+$ a_ -",
        "^[\\]]$ ] [",
        "^[\\b]$ \b b",
        "^\\0$ \u0000 0",
        "^\\v$ \u000b \f",
        "^\\s$ \u00a0 a",
        "^\\S$ a \ufeff",
        "^[\\sx]$ \u2028 a",
        "^\\u0041\\x42$ AB ab",
        "^\\u{1F600}$ \ud83d\ude00 a",
        "^\\ud83d\\ude00$ \ud83d\ude00 a",
        "^(?<first_name>a|b)\\k<first_name>$ aa ab",
        "^(a|b)\\1$ aa ab",
        "^(?<!b)a(?=c) ac ab",
        "^\\p{Lu}$ A a",
        "^\\/\\-\\.\\{\\}\\$$ /-.{}$ a",
        "a$ a 'a\n'",
        "^.{1,3}$ abc abcd",
      })
  void matchesWhatEcmaScriptDoes(String pattern, String match, String other) {
    Pattern java = Pattern.compile(Objects.requireNonNull(EcmaPattern.toJava(pattern)));

    assertThat(match).containsPattern(java);
    assertThat(other).doesNotContainPattern(java);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\Aa\\z", "\\Qa\\E", "\\h", "[", "(", "\\p{Letter}", "[z-a]", "\\"})
  void returnsNullWithoutAnEquivalentInJava(String pattern) {
    assertThat(EcmaPattern.toJava(pattern)).isNull();
  }

  @Test
  void leavesWhatMeansTheSameInJava() {
    String pattern = "^\\+[1-9]\\d{1,14}|[^\\w@.-]+?(?:x|y)*";

    assertThat(EcmaPattern.toJava(pattern)).isEqualTo(pattern);
  }
}
