package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.LOGO;
import static io.github.bandwidthmessaging.Examples.OTHER_LOGO;
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
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {
  private static final String APPLICATION = "93de2206-9669-4e07-948d-329f4b722ee2";

  @ParameterizedTest
  @ValueSource(strings = {"+12345678901", "123", "12345678", "Bandwidth", "A-1_b+C & d", "7Eleven"})
  void takesNumberShortCodeOrName(String from) {
    assertThat(Sender.of(from, APPLICATION).text(FIRST, TEXT).from()).isEqualTo(from);
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
        .withMessageStartingWith("from is not an E.164 number");
  }

  @Test
  void rejectsBlankApplicationId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sender.of("+12345678901", " "))
        .withMessage("applicationId is blank");
  }

  @Test
  void rejectsMediaMessageWithoutMedia() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.media(FIRST, TEXT, List.of()))
        .withMessage("media is empty; use text or groupText");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupMedia(List.of(FIRST, SECOND), TEXT, List.of()))
        .withMessage("media is empty; use text or groupText");
  }

  @Test
  void takesMediaOneByOneOrAsAList() {
    assertThat(SENDER.media(FIRST, TEXT, LOGO, OTHER_LOGO))
        .isEqualTo(SENDER.media(FIRST, TEXT, List.of(LOGO, OTHER_LOGO)));
    assertThat(SENDER.groupMedia(List.of(FIRST, SECOND), TEXT, LOGO, OTHER_LOGO))
        .isEqualTo(SENDER.groupMedia(List.of(FIRST, SECOND), TEXT, List.of(LOGO, OTHER_LOGO)))
        .extracting(MessageRequest::media)
        .isEqualTo(List.of(LOGO, OTHER_LOGO));
  }

  @ParameterizedTest
  @CsvSource({"'FIRST, TEXT, LOGO', true", "'FIRST, TEXT', false"})
  void compilesMediaMessageOnlyWithMedia(String arguments, boolean compiles, @TempDir Path output)
      throws Exception {
    assertThat(compiles("Examples.SENDER.media(" + arguments + ")", output)).isEqualTo(compiles);
    assertThat(
            compiles(
                "Examples.SENDER.groupMedia("
                    + arguments.replace("FIRST", "java.util.Set.of(FIRST)")
                    + ")",
                output))
        .isEqualTo(compiles);
  }

  @Test
  void writesMediaWithoutText() {
    assertThat(SENDER.media(FIRST, null, LOGO).text()).isNull();
    assertThat(SENDER.groupMedia(List.of(FIRST, SECOND), null, LOGO).text()).isNull();
    assertThatJson(
            RetrofitClient.moshi()
                .adapter(MessageRequest.class)
                .toJson(SENDER.media(FIRST, null, LOGO)))
        .isObject()
        .doesNotContainKey("text")
        .containsEntry("media", List.of(LOGO.toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void rejectsGroupOfFewerThanTwo(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupText(numbers(size), TEXT))
        .withMessage("A group has at least 2 recipients, not " + size + "; use text or media");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupMedia(numbers(size), TEXT, LOGO));
  }

  @Test
  void rejectsGroupOfMoreThanTheDocumentAllows() {
    List<PhoneNumber> many = numbers(1000);
    List<Violation> violations =
        Examples.REQUEST.toBuilder()
            .to(many.stream().map(PhoneNumber::value).toList())
            .build()
            .violations();
    assertThat(violations).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupText(many, TEXT))
        .withMessage(violations.get(0).message());
    assertThatIllegalArgumentException().isThrownBy(() -> SENDER.groupMedia(many, TEXT, LOGO));
  }

  @Test
  void writesToEachIndividually() {
    assertThat(SENDER.individually(numbers(11), TEXT))
        .extracting(MessageRequest::to, MessageRequest::text, MessageRequest::media)
        .containsExactlyElementsOf(
            numbers(11).stream()
                .map(n -> tuple(Recipients.of(List.of(n.value())), TEXT, null))
                .toList());
    assertThat(SENDER.individually(List.of(), TEXT)).isEmpty();
  }

  @Test
  void writesDifferentMessageToEach() {
    assertThat(
            SENDER.individually(
                new LinkedHashSet<>(List.of(FIRST, SECOND)),
                to -> SENDER.media(to, null, LOGO).withTag("for " + to.value())))
        .containsExactly(
            SENDER.media(FIRST, null, LOGO).withTag("for " + FIRST.value()),
            SENDER.media(SECOND, null, LOGO).withTag("for " + SECOND.value()));
  }

  @Test
  void rejectsIndividualMessageToAnyoneElse() {
    MessageRequest group = SENDER.groupText(List.of(FIRST, SECOND), TEXT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.individually(List.of(FIRST, SECOND), to -> group))
        .withMessage("The message for to[0] is not to that recipient only: +1234•••8902");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SENDER.individually(List.of(FIRST, SECOND), to -> SENDER.text(FIRST, TEXT)))
        .withMessage("The message for to[1] is not to that recipient only: +1234•••8903");
    assertThat(
            SENDER.individually(List.of(FIRST), to -> group.toBuilder().to(FIRST.value()).build()))
        .hasSize(1);
  }

  @Test
  void rejectsHalfASurrogatePair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.text(FIRST, "Hi \ud83d"))
        .withMessage("text has an unpaired surrogate at index 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupMedia(List.of(FIRST, SECOND), "\ude00\ud83d", LOGO))
        .withMessage("text has an unpaired surrogate at index 0");
    assertThat(SENDER.text(FIRST, "Hi \ud83d\ude00").text()).isEqualTo("Hi 😀");
  }

  @Test
  void rejectsBlankTextWithoutMedia() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.text(FIRST, " "))
        .withMessage("text is blank, and there is no media");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupText(List.of(FIRST, SECOND), ""));
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
  void rejectsMediaThatCannotBeFetched(URI file, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.media(FIRST, TEXT, LOGO, file))
        .withMessage("media[1] must be an absolute http or https URL, not " + why);
  }

  @Test
  void takesMediaOfHostWithUnderscore() {
    URI file = URI.create("https://my_bucket.example.com:443/logo.png");
    assertThat(SENDER.media(FIRST, TEXT, file).media()).containsExactly(file);
  }

  @Test
  void rejectsSenderAmongRecipients() {
    PhoneNumber own = PhoneNumber.of("+12345678901");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.text(own, TEXT))
        .withMessage("to is the sender's own number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupText(List.of(FIRST, own), TEXT))
        .withMessage("to[1] is the sender's own number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.individually(List.of(own), TEXT))
        .withMessage("to[0] is the sender's own number");
  }

  @Test
  void takesGroupOfTenInOrder() {
    assertThat(SENDER.groupText(numbers(10), TEXT).recipients())
        .isEqualTo(numbers(10).stream().map(PhoneNumber::value).toList());
  }

  @Test
  void rejectsDuplicateRecipient() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SENDER.groupText(List.of(FIRST, SECOND, FIRST), TEXT))
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
        .isThrownBy(() -> SENDER.groupText(Arrays.asList(FIRST, null), TEXT))
        .withMessage("to[1] == null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.media(FIRST, TEXT, LOGO, (URI) null))
        .withMessage("media[1] == null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.media(FIRST, TEXT, (URI) null))
        .withMessage("media[0] == null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.individually(List.of(FIRST, SECOND), to -> null))
        .withMessage("The message for to[0] is null");
    assertThatNullPointerException()
        .isThrownBy(() -> SENDER.individually(List.of(), (String) null))
        .withMessage("text == null");
    assertThatNullPointerException()
        .isThrownBy(() -> Sender.of(null, APPLICATION))
        .withMessage("from == null");
  }

  @Test
  void leavesNumberOutOfToString() {
    assertThat(SENDER).hasToString("Sender[from=+1234•••8901, applicationId=" + APPLICATION + "]");
  }

  private static boolean compiles(String expression, Path output) throws IOException {
    Path source =
        Files.writeString(
            output.resolve("Caller.java"),
            """
            package io.github.bandwidthmessaging;
            import static io.github.bandwidthmessaging.Examples.*;
            class Caller { Object made = %s; }
            """
                .formatted(expression));
    return ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                OutputStream.nullOutputStream(),
                "-d",
                output.toString(),
                source.toString())
        == 0;
  }

  private static List<PhoneNumber> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> PhoneNumber.of("+1234567891" + i)).toList();
  }
}
