package io.github.bandwidthmessaging.callbacks;

import static io.github.bandwidthmessaging.testing.FakeBandwidth.delivered;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.failed;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.received;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.sending;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.sent;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageFailed;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.Recipient;
import io.github.bandwidthmessaging.callbacks.DeliveryStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryStatusTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+12345678902");
  private static final PhoneNumber BAD = PhoneNumber.of("+12345678903");
  private static final PhoneNumber LATE = PhoneNumber.of("+12345678904");
  private static final Message MESSAGE =
      Message.builder()
          .id("id-1")
          .to(List.of(GOOD.value(), BAD.value(), LATE.value()))
          .tag("order 7")
          .direction(Direction.OUT)
          .build();

  @Test
  void isQueuedForAllOnceAccepted() {
    DeliveryStatus status = DeliveryStatus.of(MESSAGE);

    assertThat(status.id()).isEqualTo("id-1");
    assertThat(status.tag()).isEqualTo("order 7");
    assertThat(status.recipients().keySet())
        .containsExactly(GOOD.value(), BAD.value(), LATE.value());
    assertThat(status.recipients().values())
        .extracting(Recipient::state)
        .containsOnly(State.QUEUED);
    assertThat(status.isFinal()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endsInTheSameStateInAnyOrderAndWithDuplicates(long seed) {
    List<MessageEvent> events =
        List.of(
            sending(MESSAGE, GOOD),
            sent(MESSAGE, GOOD),
            delivered(MESSAGE, GOOD),
            failed(MESSAGE, BAD, 4303),
            delivered(MESSAGE, BAD),
            failed(MESSAGE, LATE, 9902),
            sent(MESSAGE, LATE));
    Random random = new Random(seed);
    List<MessageEvent> arriving = new ArrayList<>(events);
    for (int i = 0; i < 10; i++) {
      arriving.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(arriving, random);

    DeliveryStatus status = DeliveryStatus.of(MESSAGE);
    for (MessageEvent event : arriving) {
      status = status.with(event);
    }

    assertThat(status.recipients())
        .extractingByKeys(GOOD.value(), BAD.value(), LATE.value())
        .extracting(Recipient::state, Recipient::error)
        .containsExactly(
            tuple(State.DELIVERED, null),
            tuple(State.FAILED, DeliveryErrorCode.of(4303)),
            tuple(State.UNCONFIRMED, DeliveryErrorCode.of(9902)));
    assertThat(status.isFinal()).isTrue();
    assertThat(DeliveryStatus.byMessage(arriving)).containsExactly(Map.entry("id-1", status));
  }

  @Test
  void believesDeliveryReceiptThatComesTooLate() {
    DeliveryStatus status =
        DeliveryStatus.of(MESSAGE).with(failed(MESSAGE, GOOD, 9902)).with(delivered(MESSAGE, GOOD));

    assertThat(status.recipients().get(GOOD.value()))
        .extracting("state")
        .isEqualTo(State.DELIVERED);
  }

  @Test
  void keepsInvalidNumberFailedAfterDelivery() throws IOException {
    String sequence =
        Files.readString(
            Path.of(
                "src/test/resources/payloads/synthetic-group-invalid-number-callback-sequence.json"));
    // Three bodies of one event each.
    List<MessageEvent> events =
        Events.read(
            sequence
                .replaceAll("\\]\\s*,\\s*\\[", ",")
                .replaceAll("^\\[\\s*\\[|\\]\\s*\\]\\s*$", "")
                .transform(s -> "[" + s + "]"));

    assertThat(DeliveryStatus.byMessage(events).values())
        .singleElement()
        .satisfies(
            status ->
                assertThat(status.recipients())
                    .extractingByKeys("+12345678902", "+12345678903")
                    .extracting(Recipient::state)
                    .containsExactly(State.DELIVERED, State.FAILED));
  }

  @Test
  void keepsMessagesApartAndLeavesOutThoseThatCameIn() {
    Message other = MESSAGE.toBuilder().id("id-2").tag("").build();

    Map<String, DeliveryStatus> statuses =
        DeliveryStatus.byMessage(
            List.of(
                delivered(MESSAGE, GOOD),
                received(PhoneNumber.of("+12345678909"), PhoneNumber.of("+12345678901"), "hi"),
                failed(other, GOOD, 4432)));

    assertThat(statuses.keySet()).containsExactly("id-1", "id-2");
    assertThat(statuses.get("id-2")).extracting(DeliveryStatus::tag).isNull();
  }

  @Test
  void takesEventOfUnknownTypeAndWithoutRecipient() {
    List<MessageEvent> events =
        Events.read(
            """
            [{"type": "message-pondered", "message": {"id": "id-1", "direction": "out"}},
             {"type": "message-sent", "message": {"id": "id-1", "direction": "in", "to": ["+12345678902"]}},
             {"type": "message-sent", "message": 7}]
            """);

    DeliveryStatus status = DeliveryStatus.of(MESSAGE);
    for (MessageEvent event : events) {
      status = status.with(event);
    }

    assertThat(status.recipients().values())
        .extracting(Recipient::state)
        .containsExactly(State.SENT, State.QUEUED, State.QUEUED);
  }

  @Test
  void readsCodeOfFailureInUndocumentedForm() {
    MessageEvent event =
        Events.read(
                """
                {"type": "message-failed", "time": "late", "to": "+12345678902", "errorCode": 9902,
                 "message": {"id": "id-1"}}
                """)
            .get(0);

    assertThat(event).isInstanceOf(MessageEvent.Unknown.class);
    assertThat(DeliveryStatus.of(MESSAGE).with(event).recipients().get(GOOD.value()))
        .isEqualTo(Recipient.of(State.UNCONFIRMED, DeliveryErrorCode.of(9902), null));
  }

  @Test
  void refusesEventOfAnotherMessage() {
    Message other = MESSAGE.toBuilder().id("id-2").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeliveryStatus.of(MESSAGE).with(delivered(other, GOOD)))
        .withMessage("The event is about message id-2, the status about id-1");
  }

  @Test
  void leavesNumbersOutOfToString() {
    assertThat(DeliveryStatus.of(MESSAGE).with(failed(MESSAGE, GOOD, 4432)).toString())
        .contains("FAILED", "4432")
        .doesNotContain(GOOD.value(), "order 7");
  }

  @Test
  void keepsTheEarliestOfEqualStates() {
    OffsetDateTime noon = OffsetDateTime.parse("2026-11-24T12:00:00Z");
    MessageEvent first = failedAt(noon, 4720);
    MessageEvent second = failedAt(noon.plusSeconds(1), 4303);
    MessageEvent undated = failedAt(null, 4001);

    for (List<MessageEvent> events :
        List.of(List.of(first, second, undated), List.of(undated, second, first))) {
      assertThat(after(events).recipients().get(GOOD.value()))
          .isEqualTo(Recipient.of(State.FAILED, DeliveryErrorCode.of(4720), noon));
    }
  }

  @Test
  void keepsTheLowestCodeOfStatesOfTheSameInstant() {
    MessageEvent low = failedAt(null, 4303);
    MessageEvent high = failedAt(null, 4720);

    assertThat(after(List.of(low, high))).isEqualTo(after(List.of(high, low)));
    assertThat(after(List.of(high, low)).recipients())
        .containsEntry(GOOD.value(), Recipient.of(State.FAILED, DeliveryErrorCode.of(4303), null));
  }

  @Test
  void takesFurtherRecipientsAndTagFromEvents() {
    Message bare = Message.builder().id("id-1").to(List.of(GOOD.value())).build();
    DeliveryStatus status = DeliveryStatus.of(bare).with(delivered(MESSAGE, GOOD));

    assertThat(status.recipients().keySet())
        .containsExactly(GOOD.value(), BAD.value(), LATE.value());
    assertThat(status.recipients())
        .containsEntry(LATE.value(), Recipient.of(State.QUEUED, null, null));
    assertThat(status.isFinal()).isFalse();
    assertThat(status.tag()).isEqualTo("order 7");
  }

  @Test
  void keepsFirstTag() {
    Message other = MESSAGE.toBuilder().tag("another").build();

    assertThat(DeliveryStatus.of(MESSAGE).with(delivered(other, GOOD)).tag()).isEqualTo("order 7");
  }

  @Test
  void isEqualOnlyInTheSameState() {
    DeliveryStatus queued = DeliveryStatus.of(MESSAGE);

    assertThat(queued)
        .isEqualTo(DeliveryStatus.of(MESSAGE))
        .hasSameHashCodeAs(DeliveryStatus.of(MESSAGE))
        .isNotEqualTo(queued.with(delivered(MESSAGE, GOOD)))
        .isNotEqualTo(DeliveryStatus.of(MESSAGE.toBuilder().id("id-2").build()))
        .doesNotHaveSameHashCodeAs(DeliveryStatus.of(MESSAGE.toBuilder().id("id-2").build()))
        .isNotEqualTo(DeliveryStatus.of(MESSAGE.toBuilder().tag("another").build()));
  }

  @Test
  void isRebuiltFromColumns() {
    DeliveryStatus status =
        after(
            List.of(failed(MESSAGE, BAD, 4303), failed(MESSAGE, LATE, 9902), sent(MESSAGE, GOOD)));

    record Row(String number, String state, @Nullable Integer error, @Nullable Timestamp time) {}
    List<Row> rows = new ArrayList<>();
    status
        .recipients()
        .forEach(
            (number, recipient) ->
                rows.add(
                    new Row(
                        number,
                        recipient.state().name(),
                        recipient.error() == null ? null : recipient.error().code(),
                        recipient.time() == null
                            ? null
                            : Timestamp.from(recipient.time().toInstant()))));
    Map<String, Recipient> stored = new LinkedHashMap<>();
    for (Row row : rows) {
      stored.put(
          row.number,
          Recipient.of(
              State.valueOf(row.state),
              row.error == null ? null : DeliveryErrorCode.of(row.error),
              row.time == null ? null : row.time.toInstant().atOffset(ZoneOffset.ofHours(-5))));
    }

    DeliveryStatus rebuilt = DeliveryStatus.of(status.id(), status.tag(), stored);
    assertThat(rebuilt).isEqualTo(status).hasSameHashCodeAs(status);
    assertThat(rebuilt.recipients()).containsExactlyEntriesOf(status.recipients());
    assertThat(rebuilt.with(delivered(MESSAGE, GOOD)))
        .isEqualTo(status.with(delivered(MESSAGE, GOOD)));
  }

  @Test
  void keepsCopyOfRecipients() {
    Map<String, Recipient> given =
        new HashMap<>(Map.of(GOOD.value(), Recipient.of(State.SENT, null, null)));
    DeliveryStatus status = DeliveryStatus.of("id-1", "", given);
    given.clear();

    assertThat(status.recipients()).containsOnlyKeys(GOOD.value());
    assertThat(status.tag()).isNull();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> status.recipients().clear());
  }

  @Test
  void isNotFinalWithoutRecipients() {
    assertThat(DeliveryStatus.of("id-1", null, Map.of()).isFinal()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void mergesRecipientsInAnyOrderAndNumber(long seed) {
    Random random = new Random(seed);
    List<Recipient> all = Stream.generate(() -> recipient(random)).limit(6).toList();
    Recipient merged = all.stream().reduce(Recipient::merge).orElseThrow();

    for (int i = 0; i < 20; i++) {
      List<Recipient> shuffled = new ArrayList<>(all);
      shuffled.addAll(all.subList(0, random.nextInt(all.size())));
      Collections.shuffle(shuffled, random);
      assertThat(shuffled.stream().reduce(Recipient::merge)).contains(merged);
      // Grouped in another way.
      int cut = 1 + random.nextInt(shuffled.size() - 1);
      Recipient left = shuffled.subList(0, cut).stream().reduce(Recipient::merge).orElseThrow();
      Recipient right =
          shuffled.subList(cut, shuffled.size()).stream().reduce(Recipient::merge).orElseThrow();
      assertThat(left.merge(right)).isEqualTo(merged).hasToString(merged.toString());
    }
    assertThat(merged.merge(merged)).isEqualTo(merged);
    assertThat(all).contains(merged);
  }

  @Test
  void readsRecipientFromEvent() {
    MessageEvent failed = failed(MESSAGE, GOOD, 4432);

    assertThat(Recipient.of(failed))
        .isEqualTo(
            Recipient.of(State.FAILED, DeliveryErrorCode.of(4432), requireNonNull(failed.time())));
    assertThat(
            Recipient.of(
                received(PhoneNumber.of("+12345678909"), PhoneNumber.of("+12345678901"), "hi")))
        .isNull();
  }

  @Test
  void comparesRecipientsByStateCodeAndInstant() {
    OffsetDateTime noon = OffsetDateTime.parse("2026-11-24T12:00:00Z");
    Recipient failed = Recipient.of(State.FAILED, DeliveryErrorCode.of(4432), noon);

    assertThat(failed)
        .isEqualTo(
            Recipient.of(
                State.FAILED,
                DeliveryErrorCode.of(4432),
                OffsetDateTime.parse("2026-11-24T07:00:00-05:00")))
        .hasSameHashCodeAs(Recipient.of(State.FAILED, DeliveryErrorCode.of(4432), noon))
        .doesNotHaveSameHashCodeAs(Recipient.of(State.FAILED, DeliveryErrorCode.of(4433), noon))
        .isNotEqualTo(Recipient.of(State.UNCONFIRMED, DeliveryErrorCode.of(4432), noon))
        .isNotEqualTo(Recipient.of(State.FAILED, DeliveryErrorCode.of(4433), noon))
        .isNotEqualTo(Recipient.of(State.FAILED, DeliveryErrorCode.of(4432), null))
        .hasToString(
            "Recipient[state=FAILED, error=4432 rejected-forbidden-country, time=" + noon + "]");
  }

  @Test
  void keepsRecipientThatIsReportedTwice() {
    Recipient first = Recipient.of(State.SENT, null, null);
    Recipient again = Recipient.of(State.SENT, null, null);

    assertThat(first.merge(again)).isSameAs(first);
  }

  @Test
  void leavesOutRecipientThatIsNull() {
    List<MessageEvent> events =
        Events.read(
            """
            {"type": "message-sent", "message": {"id": "id-1", "to": [null, "+12345678902"]}}
            """);

    assertThat(DeliveryStatus.byMessage(events).get("id-1"))
        .extracting(DeliveryStatus::recipients)
        .isEqualTo(Map.of(GOOD.value(), Recipient.of(State.QUEUED, null, null)));
  }

  private static Recipient recipient(Random random) {
    OffsetDateTime noon = OffsetDateTime.parse("2026-11-24T12:00:00Z");
    OffsetDateTime time = noon.plusSeconds(random.nextInt(2));
    State[] states = State.values();
    return Recipient.of(
        states[states.length - 1 - random.nextInt(3)],
        random.nextInt(3) == 0 ? null : DeliveryErrorCode.of(4300 + random.nextInt(3)),
        random.nextInt(3) == 0
            ? null
            : time.withOffsetSameInstant(ZoneOffset.ofHours(random.nextInt(3))));
  }

  private static DeliveryStatus after(List<MessageEvent> events) {
    DeliveryStatus status = DeliveryStatus.of(MESSAGE);
    for (MessageEvent event : events) {
      status = status.with(event);
    }
    return status;
  }

  private static MessageEvent failedAt(@Nullable OffsetDateTime time, int errorCode) {
    return MessageFailed.builder()
        .time(time)
        .to(GOOD.value())
        .errorCode(errorCode)
        .message(MESSAGE)
        .build();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }
}
