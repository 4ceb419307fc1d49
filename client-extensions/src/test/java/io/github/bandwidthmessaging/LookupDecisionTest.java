package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Lookup.Verdict.AMBIGUOUS;
import static io.github.bandwidthmessaging.Lookup.Verdict.FOUND;
import static io.github.bandwidthmessaging.Lookup.Verdict.NOT_FOUND;
import static io.github.bandwidthmessaging.Lookup.Verdict.NOT_YET;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.Lookup.Verdict;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupDecisionTest {
  private static final Instant BEGAN = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant FAILED = BEGAN.plusSeconds(10);
  private static final Instant SOON = FAILED.plusSeconds(60);
  private static final Instant LATE = FAILED.plus(LookupDecision.LAG);
  private static final PhoneNumber THIRD = PhoneNumber.of("+12345678904");
  private static final UnknownMessage TEXT = unknown(Examples.REQUEST);
  private static final MessageRequest PICTURE =
      Examples.SENDER.media(Examples.FIRST, "Look", Examples.LOGO, Examples.OTHER_LOGO);
  private static final UnknownMessage GROUP =
      unknown(
          Examples.SENDER.groupText(List.of(Examples.FIRST, Examples.SECOND, THIRD), "Dinner?"));

  private static UnknownMessage unknown(MessageRequest request) {
    return UnknownMessage.of(request, BEGAN, FAILED);
  }

  private static MessageSummary.Builder row(String id) {
    return MessageSummary.builder()
        .messageId(id)
        .sourceTn("+12345678901")
        .destinationTn("+12345678902")
        .messageDirection(MessageDirection.OUTBOUND)
        .messageType(MessageType.SMS)
        .segmentCount(1)
        .messageLength(20)
        .recipientCount(1)
        .receiveTime(BEGAN.plusSeconds(5).atOffset(UTC));
  }

  private static MessageSummary groupRow(
      String id, @Nullable String to, @Nullable Integer recipients) {
    return row(id)
        .destinationTn(to)
        .recipientCount(recipients)
        .messageType(MessageType.MMS)
        .messageLength(null)
        .build();
  }

  private static List<Lookup> decide(
      Instant asked, List<UnknownMessage> unknown, MessageSummary... rows) {
    return new LookupDecision(unknown, new RecentMessages(), Duration.ZERO, asked)
        .decide(Arrays.asList(rows), Set.of()::contains);
  }

  private static Lookup decide(Instant asked, UnknownMessage unknown, MessageSummary... rows) {
    return decide(asked, List.of(unknown), rows).get(0);
  }

  private static List<Verdict> verdicts(List<Lookup> lookups) {
    return lookups.stream().map(Lookup::verdict).toList();
  }

  @Test
  void onlyMessageThatFitsIsFound() {
    MessageSummary row = row("a").build();

    Lookup lookup = decide(SOON, TEXT, row);

    assertThat(lookup.verdict()).isEqualTo(FOUND);
    assertThat(lookup.id()).isEqualTo("a");
    assertThat(lookup.candidates()).containsExactly(row);
    assertThat(lookup).hasToString("FOUND: Bandwidth has accepted the message, with the ID a");
  }

  @Test
  void nothingIsNotYetUntilLagIsOver() {
    assertThat(decide(LATE.minusNanos(1), TEXT).verdict()).isEqualTo(NOT_YET);
    assertThat(decide(LATE.minusNanos(1), TEXT).toString()).contains("ask again later");
    assertThat(decide(LATE, TEXT).verdict()).isEqualTo(NOT_FOUND);
    assertThat(decide(LATE, TEXT).toString())
        .contains("does not prove that the message was not sent");
  }

  /** Rows that cannot be the message at all. */
  static Stream<MessageSummary> others() {
    return Stream.of(
        row("a").sourceTn("+12345678909").build(),
        row("a").destinationTn("+12345678909").build(),
        row("a").destinationTn("+12345678902,+12345678903").build(),
        row("a").messageDirection(MessageDirection.INBOUND).build(),
        row("a").receiveTime(BEGAN.minusSeconds(60).minusMillis(1).atOffset(UTC)).build(),
        row("a").receiveTime(FAILED.plusSeconds(60).plusMillis(1).atOffset(UTC)).build());
  }

  @ParameterizedTest
  @MethodSource("others")
  void whatCannotBeTheMessageIsNoCandidate(MessageSummary other) {
    assertThat(decide(LATE, TEXT, other).verdict()).isEqualTo(NOT_FOUND);
    assertThat(decide(SOON, TEXT, other, row("b").build()).id()).isEqualTo("b");
  }

  /** Rows that could be the message, if we count otherwise than Bandwidth, or they lack much. */
  static Stream<MessageSummary> unlike() {
    return Stream.of(
        row("a").segmentCount(2).build(),
        row("a").messageLength(19).build(),
        row("a").messageType(MessageType.MMS).build(),
        row("a").recipientCount(2).build(),
        row("a").sourceTn(null).build(),
        row("a").destinationTn(null).build(),
        row("a").receiveTime(null).build(),
        row("a").receiveTime(BEGAN.minusSeconds(6).atOffset(UTC)).build(),
        row("a").receiveTime(FAILED.plusSeconds(6).atOffset(UTC)).build(),
        MessageSummary.builder().messageId("a").build());
  }

  @ParameterizedTest
  @MethodSource("unlike")
  void whatFitsInPartOnlyIsNeverFoundAndNeverRuledOut(MessageSummary row) {
    assertThat(decide(SOON, TEXT, row).verdict()).isEqualTo(NOT_YET);
    assertThat(decide(LATE, TEXT, row).verdict()).isEqualTo(AMBIGUOUS);
    assertThat(decide(LATE, TEXT, row).candidates()).containsExactly(row);
    assertThat(decide(LATE, TEXT, row).id()).isNull();
  }

  @Test
  void whatFitsWhollyIsPreferredToWhatFitsInPart() {
    assertThat(decide(SOON, TEXT, row("a").segmentCount(2).build(), row("b").build()).id())
        .isEqualTo("b");
  }

  @Test
  void absentCountsRuleNothingOut() {
    MessageSummary bare =
        MessageSummary.builder()
            .messageId("a")
            .sourceTn("12345678901")
            .destinationTn("12345678902")
            .receiveTime(BEGAN.atOffset(UTC))
            .build();

    assertThat(decide(SOON, TEXT, bare).id()).isEqualTo("a");
  }

  @Test
  void lengthCanBeInCharactersOrUnits() {
    UnknownMessage emoji = unknown(Examples.SENDER.text(Examples.FIRST, "Hi 👋"));
    MessageSummary.Builder row = row("a");

    assertThat(decide(SOON, emoji, row.messageLength(4).build()).verdict()).isEqualTo(FOUND);
    assertThat(decide(SOON, emoji, row.messageLength(5).build()).verdict()).isEqualTo(FOUND);
    assertThat(decide(SOON, emoji, row.messageLength(6).build()).verdict()).isEqualTo(NOT_YET);
  }

  @Test
  void pictureFitsByItsFiles() {
    MessageSummary.Builder row =
        row("a").messageType(MessageType.MMS).messageLength(4).segmentCount(7);

    assertThat(decide(SOON, unknown(PICTURE), row.attachmentCount(2).build()).id()).isEqualTo("a");
    assertThat(decide(SOON, unknown(PICTURE), row.messageLength(0).build()).id()).isEqualTo("a");
    assertThat(decide(SOON, unknown(PICTURE), row.attachmentCount(1).build()).verdict())
        .isEqualTo(NOT_YET);
  }

  @Test
  void moreThanWereLookedForAreAmbiguousAtOnce() {
    Lookup lookup = decide(SOON, TEXT, row("a").build(), row("b").build());

    assertThat(lookup.verdict()).isEqualTo(AMBIGUOUS);
    assertThat(lookup.candidates()).extracting(MessageSummary::messageId).containsExactly("a", "b");
    assertThat(lookup.toString())
        .isEqualTo(
            "AMBIGUOUS: 2 in Bandwidth's list could be the message, or others; do not send it"
                + " again automatically");
  }

  @Test
  void messagesThatAreKnownAreNoCandidates() {
    List<MessageSummary> rows = List.of(row("a").build(), row("b").build());

    assertThat(
            new LookupDecision(List.of(TEXT), new RecentMessages(), Duration.ZERO, SOON)
                .decide(rows, "a"::equals)
                .get(0)
                .id())
        .isEqualTo("b");
    assertThat(
            new LookupDecision(List.of(TEXT), new RecentMessages(), Duration.ZERO, LATE)
                .decide(rows, id -> true)
                .get(0)
                .verdict())
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void asManyAsWereLookedForAreAllFound() {
    List<Lookup> lookups = decide(SOON, List.of(TEXT, TEXT), row("a").build(), row("b").build());

    assertThat(verdicts(lookups)).containsExactly(FOUND, FOUND);
    assertThat(lookups.get(0).id()).isNull();
    assertThat(lookups.get(0).toString()).contains("as one of 2 that cannot be told apart");
  }

  @Test
  void fewerThanWereLookedForAreNeverFoundForBoth() {
    List<UnknownMessage> twins = List.of(TEXT, TEXT);

    assertThat(verdicts(decide(SOON, twins, row("a").build()))).containsExactly(NOT_YET, NOT_YET);
    assertThat(verdicts(decide(LATE, twins, row("a").build())))
        .containsExactly(AMBIGUOUS, AMBIGUOUS);
  }

  @Test
  void similarMessagesAreToldApartByKindAndTime() {
    UnknownMessage other =
        unknown(Examples.SENDER.media(Examples.FIRST, "Another text", Examples.LOGO));
    UnknownMessage later =
        UnknownMessage.of(Examples.REQUEST, BEGAN.plusSeconds(40), FAILED.plusSeconds(40));

    List<Lookup> lookups =
        decide(
            LATE.plusSeconds(60),
            List.of(TEXT, other, later),
            row("a").build(),
            row("b").receiveTime(FAILED.plusSeconds(40).atOffset(UTC)).build());

    assertThat(verdicts(lookups)).containsExactly(FOUND, NOT_FOUND, FOUND);
    assertThat(lookups).extracting(Lookup::id).containsExactly("a", null, "b");
  }

  @Test
  void similarMessagesAreNotToldApartByWhatIsCounted() {
    // Of the same length, and perhaps of the same number of segments.
    UnknownMessage accepted =
        unknown(Examples.SENDER.text(Examples.FIRST, "It’s 7 " + "x".repeat(153)));
    UnknownMessage lost =
        unknown(Examples.SENDER.text(Examples.FIRST, "It's 7 " + "x".repeat(153)));
    MessageSummary row = row("a").messageLength(160).segmentCount(1).build();

    assertThat(verdicts(decide(SOON, List.of(accepted, lost), row)))
        .containsExactly(NOT_YET, NOT_YET);
    assertThat(verdicts(decide(LATE, List.of(accepted, lost), row)))
        .containsExactly(AMBIGUOUS, AMBIGUOUS);
    assertThat(decide(SOON, lost, row).verdict()).isEqualTo(FOUND);
  }

  @Test
  void messageThatIsNotFoundCastsDoubtOnAllThatCanBeIt() {
    UnknownMessage shorter = unknown(Examples.SENDER.text(Examples.FIRST, "Hi"));
    UnknownMessage twin = unknown(Examples.SENDER.text(Examples.FIRST, "Hi!"));
    MessageSummary[] rows = {row("a").messageLength(3).build(), row("b").messageLength(3).build()};

    assertThat(verdicts(decide(LATE, List.of(twin, twin), rows))).containsExactly(FOUND, FOUND);
    assertThat(verdicts(decide(LATE, List.of(twin, twin, shorter), rows)))
        .containsExactly(AMBIGUOUS, AMBIGUOUS, AMBIGUOUS);
  }

  @Test
  void messagesThatOverlapAreFoundOnlyIfEachCanHaveItsOwn() {
    UnknownMessage later =
        UnknownMessage.of(Examples.REQUEST, BEGAN.plusSeconds(8), FAILED.plusSeconds(20));
    MessageSummary first = row("a").receiveTime(BEGAN.minusSeconds(3).atOffset(UTC)).build();
    MessageSummary second = row("b").receiveTime(BEGAN.minusSeconds(2).atOffset(UTC)).build();
    MessageSummary shared = row("c").receiveTime(BEGAN.plusSeconds(9).atOffset(UTC)).build();

    assertThat(verdicts(decide(SOON, List.of(TEXT, later), first, shared)))
        .containsExactly(FOUND, FOUND);
    // Two that only the first can have.
    assertThat(verdicts(decide(SOON, List.of(TEXT, later), first, second)))
        .containsExactly(AMBIGUOUS, NOT_YET);
  }

  @Test
  void hugeNumbersOfTwinsAreAmbiguousInsteadOfSlow() {
    List<UnknownMessage> twins = Collections.nCopies(500, TEXT);
    MessageSummary[] rows =
        IntStream.range(0, 500).mapToObj(i -> row("m" + i).build()).toArray(MessageSummary[]::new);

    assertThat(verdicts(decide(LATE, twins, rows))).containsOnly(AMBIGUOUS);
  }

  @Test
  void groupIsFoundHoweverItIsListed() {
    // Once, with the first recipient and the number of all.
    assertThat(decide(SOON, GROUP, groupRow("a", "+12345678902", 3)).id()).isEqualTo("a");
    // Once, with all recipients.
    assertThat(
            decide(SOON, GROUP, groupRow("a", "+12345678902, +12345678903, +12345678904", null))
                .id())
        .isEqualTo("a");
    // Once for each recipient.
    Lookup lookup =
        decide(
            SOON,
            GROUP,
            groupRow("a", "+12345678902", null),
            groupRow("a", "+12345678903", null),
            groupRow("a", "+12345678904", null));
    assertThat(lookup.id()).isEqualTo("a");
    assertThat(lookup.candidates()).hasSize(3);
    assertThat(lookup.toString()).contains("with the ID a");
  }

  @Test
  void messageToOneMemberIsNotTakenForTheGroup() {
    MessageSummary toMember = groupRow("a", "+12345678902", 1);

    assertThat(decide(LATE, GROUP, toMember).verdict()).isEqualTo(AMBIGUOUS);
    assertThat(decide(LATE, GROUP, groupRow("a", "+12345678902", null)).verdict())
        .isEqualTo(AMBIGUOUS);
    assertThat(decide(LATE, GROUP, groupRow("a", null, 3)).verdict()).isEqualTo(AMBIGUOUS);
  }

  @Test
  void messageToLargerGroupIsNotTakenForTheGroup() {
    MessageSummary larger = groupRow("a", "+12345678902,+12345678903,+12345678904,+12345678905", 4);

    assertThat(decide(LATE, GROUP, larger).verdict()).isEqualTo(NOT_FOUND);
  }

  @Test
  void groupIsNotTakenForMessageToOneMember() {
    assertThat(decide(LATE, TEXT, groupRow("a", "+12345678902", 3)).verdict()).isEqualTo(AMBIGUOUS);
  }

  @ParameterizedTest
  @ValueSource(ints = {-7200, -50, 0, 50, 7200})
  void clockOfServerIsAllowedFor(int ahead) {
    Duration offset = Duration.ofSeconds(ahead);
    MessageSummary row = row("a").receiveTime(BEGAN.plus(offset).atOffset(UTC)).build();

    List<Lookup> lookups =
        new LookupDecision(List.of(TEXT), new RecentMessages(), offset, LATE)
            .decide(List.of(row), id -> false);

    assertThat(lookups.get(0).id()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({"7200, 0", "7200, 7200", "-7200, 0", "-7200, -7200"})
  void whatFitsEitherClockIsLookedAt(int ahead, int received) {
    Duration offset = Duration.ofSeconds(ahead);
    Instant time = BEGAN.plusSeconds(received);

    assertThat(time)
        .isBetween(LookupDecision.first(TEXT, offset), LookupDecision.last(TEXT, offset));
    assertThat(
            new LookupDecision(List.of(TEXT), new RecentMessages(), offset, LATE)
                .decide(List.of(row("a").receiveTime(time.atOffset(UTC)).build()), id -> false)
                .get(0)
                .verdict())
        .isNotEqualTo(NOT_FOUND);
  }

  @Test
  void messageHidesItsContent() {
    assertThat(TEXT.toString() + GROUP + decide(SOON, TEXT, row("a").build()))
        .doesNotContain("1234567890")
        .doesNotContain("Hey");
  }
}
