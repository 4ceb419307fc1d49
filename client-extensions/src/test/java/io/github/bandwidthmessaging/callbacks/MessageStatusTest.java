package io.github.bandwidthmessaging.callbacks;

import static io.github.bandwidthmessaging.testing.FakeBandwidth.delivered;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.failed;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.received;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.sending;
import static io.github.bandwidthmessaging.testing.FakeBandwidth.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageFailed;
import io.github.bandwidthmessaging.callbacks.MessageStatus.Delivery;
import io.github.bandwidthmessaging.callbacks.MessageStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageStatusTest {
  private static final String GOOD = "+12345678902";
  private static final String BAD = "+12345678903";
  private static final String LATE = "+12345678904";
  private static final Message RECEIPT =
      Message.builder()
          .id("id-1")
          .to(List.of(GOOD, BAD, LATE))
          .tag("order 7")
          .direction(Direction.OUT)
          .build();

  @Test
  void isQueuedForAllAfterReceipt() {
    MessageStatus status = MessageStatus.of(RECEIPT);

    assertThat(status.id()).isEqualTo("id-1");
    assertThat(status.tag()).contains("order 7");
    assertThat(status.deliveries().keySet()).containsExactly(GOOD, BAD, LATE);
    assertThat(status.deliveries().values()).extracting(Delivery::state).containsOnly(State.QUEUED);
    assertThat(status.isFinal()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endsInTheSameStateInAnyOrderAndWithDuplicates(long seed) {
    List<MessageEvent> events =
        List.of(
            sending(RECEIPT, GOOD),
            sent(RECEIPT, GOOD),
            delivered(RECEIPT, GOOD),
            failed(RECEIPT, BAD, 4303),
            delivered(RECEIPT, BAD),
            failed(RECEIPT, LATE, 9902),
            sent(RECEIPT, LATE));
    Random random = new Random(seed);
    List<MessageEvent> arriving = new ArrayList<>(events);
    for (int i = 0; i < 10; i++) {
      arriving.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(arriving, random);

    MessageStatus status = MessageStatus.of(RECEIPT);
    for (MessageEvent event : arriving) {
      status = status.with(event);
    }

    assertThat(status.deliveries())
        .extractingByKeys(GOOD, BAD, LATE)
        .extracting(Delivery::state, Delivery::error)
        .containsExactly(
            tuple(State.DELIVERED, null),
            tuple(State.FAILED, DeliveryErrorCode.of(4303)),
            tuple(State.UNCONFIRMED, DeliveryErrorCode.of(9902)));
    assertThat(status.isFinal()).isTrue();
    assertThat(MessageStatus.of(arriving)).containsExactly(Map.entry("id-1", status));
  }

  @Test
  void believesDeliveryAfterReceiptThatWasTooLate() {
    MessageStatus status =
        MessageStatus.of(RECEIPT).with(failed(RECEIPT, GOOD, 9902)).with(delivered(RECEIPT, GOOD));

    assertThat(status.deliveries().get(GOOD)).extracting("state").isEqualTo(State.DELIVERED);
  }

  @Test
  void keepsInvalidNumberFailedAfterDelivery() throws IOException {
    String sequence =
        Files.readString(
            Path.of(
                "src/test/resources/payloads/synthetic-group-invalid-number-callback-sequence.json"));
    // Three bodies of one event each.
    List<MessageEvent> events =
        CallbackReceiver.read(
            sequence
                .replaceAll("\\]\\s*,\\s*\\[", ",")
                .replaceAll("^\\[\\s*\\[|\\]\\s*\\]\\s*$", "")
                .transform(s -> "[" + s + "]"));

    assertThat(MessageStatus.of(events).values())
        .singleElement()
        .satisfies(
            status ->
                assertThat(status.deliveries())
                    .extractingByKeys("+12345678902", "+12345678903")
                    .extracting(Delivery::state)
                    .containsExactly(State.DELIVERED, State.FAILED));
  }

  @Test
  void keepsMessagesApartAndLeavesOutThoseThatCameIn() {
    Message other = RECEIPT.toBuilder().id("id-2").tag("").build();

    Map<String, MessageStatus> statuses =
        MessageStatus.of(
            List.of(
                delivered(RECEIPT, GOOD),
                received("+12345678909", "+12345678901", "hi"),
                failed(other, GOOD, 4432)));

    assertThat(statuses.keySet()).containsExactly("id-1", "id-2");
    assertThat(statuses.get("id-2")).extracting(MessageStatus::tag).asString().contains("empty");
  }

  @Test
  void takesEventOfUnknownTypeAndWithoutRecipient() {
    List<MessageEvent> events =
        CallbackReceiver.read(
            """
            [{"type": "message-pondered", "message": {"id": "id-1", "direction": "out"}},
             {"type": "message-sent", "message": {"id": "id-1", "direction": "in", "to": ["+12345678902"]}},
             {"type": "message-sent", "message": 7}]
            """);

    MessageStatus status = MessageStatus.of(RECEIPT);
    for (MessageEvent event : events) {
      status = status.with(event);
    }

    assertThat(status.deliveries().values())
        .extracting(Delivery::state)
        .containsExactly(State.SENT, State.QUEUED, State.QUEUED);
  }

  @Test
  void knowsCodeOfFailureInAnotherForm() {
    MessageEvent event =
        CallbackReceiver.read(
                """
                {"type": "message-failed", "time": "late", "to": "+12345678902", "errorCode": 9902,
                 "message": {"id": "id-1"}}
                """)
            .get(0);

    assertThat(event).isInstanceOf(MessageEvent.Unknown.class);
    assertThat(MessageStatus.of(RECEIPT).with(event).deliveries().get(GOOD))
        .isEqualTo(new Delivery(State.UNCONFIRMED, DeliveryErrorCode.of(9902), null));
  }

  @Test
  void refusesEventOfAnotherMessage() {
    Message other = RECEIPT.toBuilder().id("id-2").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageStatus.of(RECEIPT).with(delivered(other, GOOD)))
        .withMessage("The event is of message id-2, the status of id-1");
  }

  @Test
  void leavesNumbersOutOfToString() {
    assertThat(MessageStatus.of(RECEIPT).with(failed(RECEIPT, GOOD, 4432)).toString())
        .contains("FAILED", "4432")
        .doesNotContain(GOOD, "order 7");
  }

  @Test
  void keepsTheEarliestOfEqualStates() {
    OffsetDateTime noon = OffsetDateTime.parse("2026-11-24T12:00:00Z");
    MessageEvent first = failedAt(noon, 4720);
    MessageEvent second = failedAt(noon.plusSeconds(1), 4303);
    MessageEvent undated = failedAt(null, 4001);

    for (List<MessageEvent> events :
        List.of(List.of(first, second, undated), List.of(undated, second, first))) {
      assertThat(after(events).deliveries().get(GOOD))
          .isEqualTo(new Delivery(State.FAILED, DeliveryErrorCode.of(4720), noon));
    }
  }

  @Test
  void keepsTheLowestCodeOfStatesOfTheSameMoment() {
    MessageEvent low = failedAt(null, 4303);
    MessageEvent high = failedAt(null, 4720);

    assertThat(after(List.of(low, high))).isEqualTo(after(List.of(high, low)));
    assertThat(after(List.of(high, low)).deliveries())
        .containsEntry(GOOD, new Delivery(State.FAILED, DeliveryErrorCode.of(4303), null));
  }

  @Test
  void learnsOfFurtherRecipientsAndTagFromEvents() {
    Message bare = Message.builder().id("id-1").to(List.of(GOOD)).build();
    MessageStatus status = MessageStatus.of(bare).with(delivered(RECEIPT, GOOD));

    assertThat(status.deliveries().keySet()).containsExactly(GOOD, BAD, LATE);
    assertThat(status.deliveries()).containsEntry(LATE, new Delivery(State.QUEUED, null, null));
    assertThat(status.isFinal()).isFalse();
    assertThat(status.tag()).contains("order 7");
  }

  @Test
  void keepsTagOfReceipt() {
    Message other = RECEIPT.toBuilder().tag("another").build();

    assertThat(MessageStatus.of(RECEIPT).with(delivered(other, GOOD)).tag()).contains("order 7");
  }

  @Test
  void isEqualOnlyInTheSameState() {
    MessageStatus queued = MessageStatus.of(RECEIPT);

    assertThat(queued)
        .isEqualTo(MessageStatus.of(RECEIPT))
        .hasSameHashCodeAs(MessageStatus.of(RECEIPT))
        .isNotEqualTo(queued.with(delivered(RECEIPT, GOOD)))
        .isNotEqualTo(MessageStatus.of(RECEIPT.toBuilder().id("id-2").build()))
        .isNotEqualTo(MessageStatus.of(RECEIPT.toBuilder().tag("another").build()));
  }

  private static MessageStatus after(List<MessageEvent> events) {
    MessageStatus status = MessageStatus.of(RECEIPT);
    for (MessageEvent event : events) {
      status = status.with(event);
    }
    return status;
  }

  private static MessageEvent failedAt(@Nullable OffsetDateTime time, int errorCode) {
    return MessageFailed.builder()
        .time(time)
        .to(GOOD)
        .errorCode(errorCode)
        .message(RECEIPT)
        .build();
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }
}
