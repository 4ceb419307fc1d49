package io.github.bandwidthmessaging.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The limits of the document are checked, and no limit is written in Java by hand. */
@NullUnmarked
class LimitsTest {
  @Test
  void takesWhatTheDocumentAllows() {
    assertThat(request("+12345678901", List.of("+12345678902"), "x".repeat(2048), "y".repeat(1024)))
        .isEmpty();
    assertThat(request("12345", List.of("+12345678902"), "", "")).isEmpty();
  }

  @Test
  void namesEveryLimitThatIsBroken() {
    List<String> eleven = Stream.generate(() -> "+12345678902").limit(10).toList();
    eleven = Stream.concat(eleven.stream(), Stream.of("12345678902\n")).toList();

    assertThat(request("+1invalid", eleven, "x".repeat(2049), "y".repeat(1025)))
        .extracting(Violation::field, Violation::rule, Violation::actual)
        .containsExactly(
            tuple("from", "pattern", "9 characters"),
            tuple("to", "maxItems", "11"),
            tuple("to[10]", "pattern", "12 characters"),
            tuple("text", "maxLength", "2049"),
            tuple("tag", "maxLength", "1025"));
  }

  @Test
  void countsCodePointsAsJsonSchemaDoes() {
    assertThat(request("12345", List.of("+12345678902"), "😀".repeat(2048), "")).isEmpty();
    assertThat(request("12345", List.of("+12345678902"), "😀".repeat(2049), ""))
        .containsExactly(new Violation("text", "maxLength", "2048", "2049"));
  }

  @Test
  void takesLineBreakAtTheEndForNoPartOfANumber() {
    assertThat(request("+12345678901\n", List.of("+12345678902"), "a", ""))
        .extracting(Violation::field)
        .containsExactly("from");
  }

  @Test
  void namesValueThatIsNoneOfTheAlternatives() throws Exception {
    MessageRequest request =
        RetrofitClient.moshi()
            .adapter(MessageRequest.class)
            .fromJson(
                "{\"from\": \"12345\", \"to\": 1, \"text\": \"a\", \"applicationId\": \"a\"}");

    assertThat(request.violations())
        .containsExactly(new Violation("to", "oneOf", "one of its alternatives", "another"));
  }

  @Test
  void namesAlternativeOfSomebodyElse() {
    assertThat(
            MessageRequest.builder()
                .from("12345")
                .to(new Recipients() {})
                .text("a")
                .applicationId("a")
                .build()
                .violations())
        .containsExactly(new Violation("to", "oneOf", "one of its alternatives", "another"));
  }

  @Test
  void namesNullInAList() throws Exception {
    MessageRequest request =
        RetrofitClient.moshi()
            .adapter(MessageRequest.class)
            .fromJson(
                "{\"from\": \"12345\", \"to\": [null], \"media\": [\"a\", null],"
                    + " \"applicationId\": \"a\"}");

    assertThat(request.violations())
        .containsExactly(
            new Violation("to", "oneOf", "one of its alternatives", "another"),
            new Violation("media[1]", "type", "not null", "null"));
  }

  @Test
  void saysWhatIsBrokenInASentence() {
    Violation violation = new Violation("text", "maxLength", "2048", "2049");

    assertThat(violation.message()).isEqualTo("text: maxLength is 2048, given 2049");
    assertThat(violation)
        .hasToString("Violation{field=text, rule=maxLength, limit=2048, actual=2049}")
        .isEqualTo(new Violation("text", "maxLength", "2048", "2049"))
        .hasSameHashCodeAs(new Violation("text", "maxLength", "2048", "2049"))
        .isNotEqualTo(new Violation("tag", "maxLength", "2048", "2049"))
        .isNotEqualTo(new Violation("text", "minLength", "2048", "2049"))
        .isNotEqualTo(new Violation("text", "maxLength", "2047", "2049"))
        .isNotEqualTo(new Violation("text", "maxLength", "2048", "2050"));
  }

  @Test
  void leavesWhatIsOnlyReceivedUnchecked() {
    assertThat(Message.class.getMethods()).extracting("name").doesNotContain("violations");
  }

  private static List<Violation> request(String from, List<String> to, String text, String tag) {
    return MessageRequest.builder()
        .from(from)
        .to(to)
        .text(text)
        .applicationId("a")
        .tag(tag)
        .build()
        .violations();
  }
}
