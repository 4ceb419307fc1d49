package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.LOGO;
import static io.github.bandwidthmessaging.Examples.REQUEST;
import static io.github.bandwidthmessaging.Examples.SECOND;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static io.github.bandwidthmessaging.Examples.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Priority;
import io.github.bandwidthmessaging.api.Recipients;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCheckTest {
  private static final Sender SENDER_TOLL_FREE = Sender.of("+18005551212", "a");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  @Test
  void letsTheDocumentedMessagesThrough() {
    List<MessageRequest> messages =
        List.of(
            REQUEST,
            SENDER.media(FIRST, TEXT, LOGO),
            SENDER.media(FIRST, null, LOGO),
            SENDER.groupText(List.of(FIRST, SECOND), TEXT),
            SENDER.groupMedia(List.of(FIRST, SECOND), TEXT, LOGO));

    assertThat(messages)
        .allSatisfy(
            message -> {
              assertThat(MessageCheck.of(message).errors()).isEmpty();
              assertThat(MessageCheck.of(message).warnings()).isEmpty();
            });
  }

  @Test
  void namesEveryBrokenRuleAtOnce() {
    MessageRequest message =
        MessageRequest.builder()
            .from("+12345678901")
            .to(List.of("+12345678902", "+12345678902", "+12345678901", "12345"))
            .text("x".repeat(100_000))
            .applicationId(" ")
            .media(
                List.of(
                    URI.create("/logo.png"),
                    URI.create("ftp://example.com/a"),
                    URI.create("https:a")))
            .tag("t".repeat(100_000))
            .priority(Priority.of("urgent"))
            .expiration(OffsetDateTime.parse("2026-11-23T14:00:00+02:00"))
            .build();

    List<Violation> errors = MessageCheck.of(message, NOON).errors();
    List<Violation> ofTheDocument = message.violations();

    assertThat(ofTheDocument).isNotEmpty().isEqualTo(errors.subList(0, ofTheDocument.size()));
    assertThat(errors.subList(ofTheDocument.size(), errors.size()))
        .extracting(Violation::field, Violation::rule, Violation::limit, Violation::actual)
        .containsExactly(
            tuple("applicationId", "required", "present", "blank"),
            tuple("media[0]", "URL", "an absolute http or https URL", "a relative one"),
            tuple("media[1]", "URL", "an absolute http or https URL", "another scheme"),
            tuple("media[2]", "URL", "an absolute http or https URL", "no host"),
            tuple("expiration", "future", "after 2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z"),
            tuple("to[1]", "distinct", "another recipient", "the same as to[0]"),
            tuple("to[2]", "recipient", "another number than from", "from"));
  }

  @Test
  void throwsThemTogetherWithoutTheirContent() {
    MessageRequest message = REQUEST.toBuilder().text("secret\ud83d").tag("private\ud83d").build();

    assertThatExceptionOfType(InvalidMessageException.class)
        .isThrownBy(() -> Examples.client("http://127.0.0.1").build().send(message))
        .withMessage(
            "The message breaks 2 rules: text: must be text without unpaired surrogates, given one at"
                + " index 6; tag: must be text without unpaired surrogates, given one at"
                + " index 7")
        .satisfies(e -> assertThat(e.violations()).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void asksForTextOrMedia(String text) {
    assertThat(MessageCheck.of(REQUEST.toBuilder().text(text).build()).errors())
        .containsExactly(new Violation("text", "content", "nonblank without media", "blank"));
    assertThat(MessageCheck.of(SENDER.media(FIRST, text, LOGO)).errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void countsRecipientsAndMediaByTheDocumentAlone(int count) {
    MessageRequest message =
        REQUEST.toBuilder().to(numbers(count)).media(Collections.nCopies(count, LOGO)).build();

    assertThat(MessageCheck.of(message).errors()).isEqualTo(message.violations());
  }

  @Test
  void takesExpirationAfterNow() {
    MessageRequest message =
        SENDER_TOLL_FREE
            .text(FIRST, TEXT)
            .withExpiration(OffsetDateTime.parse("2026-11-23T12:00:00.001Z"))
            .withPriority(Priority.HIGH);

    assertThat(MessageCheck.of(message, NOON).errors()).isEmpty();
    assertThat(MessageCheck.of(message, NOON).warnings()).isEmpty();
  }

  @Test
  void warnsOfWhatMayNotBeMeant() {
    MessageRequest sms =
        REQUEST.toBuilder()
            .text("x".repeat(1001))
            .priority(Priority.DEFAULT)
            .expiration(OffsetDateTime.parse("2026-11-24T00:00:00Z"))
            .tag("for ann@example.com")
            .build();
    MessageRequest mms =
        sms.toBuilder().from("+18005551212").media(List.of(LOGO)).tag("order 4711").build();

    assertThat(MessageCheck.of(sms, NOON).errors()).isEqualTo(sms.violations());
    assertThat(MessageCheck.of(sms, NOON).warnings())
        .containsExactly(
            new Violation("text", "segments", "1 segment", "7"),
            new Violation(
                "priority",
                "kind",
                "used in SMS from a toll-free number or short code",
                "SMS from another number"),
            new Violation(
                "expiration",
                "kind",
                "used in SMS from a toll-free number or short code",
                "SMS from another number"),
            new Violation(
                "tag", "personal data", "free of personal data", "a number or email address"));
    assertThat(MessageCheck.of(mms, NOON).warnings())
        .containsExactly(
            new Violation("text", "length in an MMS", "at most 1000 characters", "1001"),
            new Violation(
                "priority", "kind", "used in SMS from a toll-free number or short code", "MMS"),
            new Violation(
                "expiration", "kind", "used in SMS from a toll-free number or short code", "MMS"));
  }

  @ParameterizedTest
  @CsvSource({
    "order 4711, false",
    "93de2206-9669-4e07-948d-329f4b722ee2, false",
    "14762070468292kw2fuqty55yp2b2, false",
    "2026-11-23T12:00:00Z, false",
    "+442079460018, true",
    "call (919) 555-1212, true",
    "9195551212, true",
    "a.b+c@mail.example.org, true"
  })
  void warnsOfPersonalDataInTag(String tag, boolean warned) {
    List<Violation> warnings = MessageCheck.of(REQUEST.toBuilder().tag(tag).build()).warnings();

    assertThat(!warnings.isEmpty()).isEqualTo(warned);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void warnsOfBlankTag(String tag) {
    MessageCheck check = MessageCheck.of(REQUEST.withTag(tag));

    assertThat(check.errors()).isEmpty();
    assertThat(check.warnings())
        .containsExactly(
            new Violation("tag", "content", "nonblank, to tell messages apart", "blank"));
  }

  @Test
  void namesFieldAndIndexOfHalfASurrogatePair() {
    MessageRequest request =
        Examples.REQUEST.toBuilder()
            .from("A\ud83d")
            .to(List.of("+12345678902", "\udc00"))
            .text("Hi \ud83d")
            .applicationId("\ud83d\ude00\ud83d")
            .tag("\ud83dx")
            .build();

    assertThat(MessageCheck.of(request).errors())
        .filteredOn(error -> error.rule().equals("Unicode"))
        .extracting(error -> error.field() + ": " + error.actual())
        .containsExactlyInAnyOrder(
            "from: one at index 1",
            "to[1]: one at index 0",
            "text: one at index 3",
            "applicationId: one at index 2",
            "tag: one at index 0");
  }

  @Test
  @Timeout(10)
  void takesLinearTimeForManyRecipients() {
    MessageRequest request =
        Examples.REQUEST.toBuilder()
            .to(
                Recipients.of(
                    IntStream.range(0, 300_000)
                        .mapToObj(i -> "+1" + (2_000_000_000L + i))
                        .toList()))
            .build();

    assertThat(MessageCheck.of(request).errors()).isEqualTo(request.violations());
  }

  @Test
  void tellsKindAndPrice() {
    String twoSegments = "x".repeat(161);
    MessageCheck sms = MessageCheck.of(REQUEST.toBuilder().text(twoSegments).build());
    MessageCheck picture = MessageCheck.of(SENDER.media(FIRST, twoSegments, LOGO));
    MessageCheck group = MessageCheck.of(SENDER.groupText(List.of(FIRST, SECOND), twoSegments));
    MessageCheck single = MessageCheck.of(REQUEST.toBuilder().to("+12345678902").build());

    assertThat(List.of(sms, picture, group, single))
        .extracting(
            MessageCheck::isMms,
            MessageCheck::isGroup,
            MessageCheck::segments,
            MessageCheck::billedSegments)
        .containsExactly(
            tuple(false, false, 2, 2L),
            tuple(true, false, 1, 1L),
            tuple(true, true, 1, 2L),
            tuple(false, false, 1, 1L));
  }

  @Test
  void namesWhatIsRequiredAndMissingInMessageReadFromJson() throws IOException {
    MessageRequest message =
        Objects.requireNonNull(
            RetrofitClient.moshi()
                .adapter(MessageRequest.class)
                .fromJson("{\"priority\": \"high\"}"));

    assertThat(MessageCheck.of(message).errors())
        .extracting(Violation::field, Violation::rule, Violation::limit, Violation::actual)
        .containsExactly(
            tuple("text", "required", "text or media", "absent"),
            tuple("from", "required", "present", "absent"),
            tuple("to", "required", "present", "absent"),
            tuple("applicationId", "required", "present", "absent"));
    assertThat(MessageCheck.of(message).warnings()).hasSize(1);
  }

  @Test
  void countsRecipientsReadFromJsonOfAnotherForm() throws IOException {
    assertThat(isGroup("[\"+12345678902\", 5]")).isTrue();
    assertThat(isGroup("[5]")).isFalse();
    assertThat(isGroup("{\"number\": \"+12345678902\"}")).isFalse();
  }

  private static boolean isGroup(String to) throws IOException {
    return MessageCheck.of(
            Objects.requireNonNull(
                RetrofitClient.moshi()
                    .adapter(MessageRequest.class)
                    .fromJson("{\"to\": " + to + "}")))
        .isGroup();
  }

  @Test
  void warnsOfTextOfMmsFromAThousandAndOneCharactersOn() {
    assertThat(MessageCheck.of(SENDER.media(FIRST, "x".repeat(1000), LOGO)).warnings()).isEmpty();
    assertThat(MessageCheck.of(SENDER.media(FIRST, "x".repeat(1001), LOGO)).warnings()).hasSize(1);
  }

  @Test
  void leavesMessageOutOfToString() {
    assertThat(MessageCheck.of(REQUEST))
        .hasToString("MessageCheck[isMms=false, isGroup=false, errors=[], warnings=[]]");
  }

  @Test
  void namesNullAmongMediaReadFromJson() throws IOException {
    MessageRequest message =
        Objects.requireNonNull(
            RetrofitClient.moshi()
                .adapter(MessageRequest.class)
                .fromJson(
                    "{\"from\": \"+12345678901\", \"to\": \"+12345678902\","
                        + " \"applicationId\": \"a\", \"media\": [null]}"));

    assertThat(MessageCheck.of(message).errors())
        .containsExactly(new Violation("media[0]", "type", "a value", "null"));
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> "+1234567891" + i).toList();
  }
}
