package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageStatus;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessageType;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lists 100,000 messages in a JVM that could not hold them, with a 429 in the middle. */
@Timeout(120)
class LongListTest {
  private static final int MESSAGES = 100_000;
  private static final int PARTS = 20;

  /** So that their rows are 50 MB of JSON and several times the heap as objects. */
  private static final String HEAP = "-Xmx20m";

  @Test
  void hundredThousandMessagesNeedTheMemoryOfOnePage(@TempDir Path folder) throws Exception {
    Instant last = Instant.now().minusSeconds(1);
    try (FakeBandwidth bandwidth = FakeBandwidth.start()) {
      for (int i = 0; i < MESSAGES; i++) {
        bandwidth.addToList(message(i, last.minusMillis(i)));
      }
      // Two pauses of a second; 100 requests and some.
      bandwidth.limitSearches(50, Duration.ofSeconds(1));

      assertThat(run(folder, "all", bandwidth.url(), last.toString()))
          .isEqualTo("listed " + MESSAGES);
    }
  }

  /** The heap is really too small. */
  @Test
  void sameHeapCannotHoldAllMessages(@TempDir Path folder) throws Exception {
    Instant last = Instant.now().minusSeconds(1);
    try (FakeBandwidth bandwidth = FakeBandwidth.start()) {
      for (int i = 0; i < MESSAGES; i++) {
        bandwidth.addToList(message(i, last.minusMillis(i)));
      }

      assertThat(run(folder, "kept", bandwidth.url(), last.toString()))
          .contains("OutOfMemoryError");
    }
  }

  private static MessageSummary message(int number, Instant time) {
    return MessageSummary.builder()
        .messageId("1589228074636lm4k2je7j7j" + number)
        .accountId("9900000")
        .sourceTn("+12345678901")
        .destinationTn("+1234" + (5_000_000 + number))
        .messageStatus(MessageStatus.DELIVERED)
        .messageDirection(MessageDirection.OUTBOUND)
        .messageType(MessageType.SMS)
        .segmentCount(1)
        .errorCode(0)
        .receiveTime(time.atOffset(UTC))
        .carrierName("Verizon")
        .messageSize(27L)
        .messageLength(18)
        .recipientCount(1)
        .callingNumberCountryA3("USA")
        .calledNumberCountryA3("USA")
        .product("LOCAL_A2P")
        .build();
  }

  private static String run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process java =
        Jvm.of(List.of(HEAP, "-XX:+UseSerialGC"), LongListTest.class)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    try {
      try (var in = java.getOutputStream()) {
        in.write(String.join("\n", arguments).getBytes(UTF_8));
      }
      assertThat(java.waitFor(100, SECONDS)).isTrue();
      return Files.readString(output).trim();
    } finally {
      java.destroyForcibly();
    }
  }

  /** What runs in the small JVM. */
  public static void main(String[] unused) throws IOException {
    List<String> arguments = new String(System.in.readAllBytes(), UTF_8).lines().toList();
    Instant last = Instant.parse(arguments.get(2));
    long step = MESSAGES / PARTS;
    List<MessageSummary> kept = new ArrayList<>();
    long listed = 0;
    try (MessagingClient client =
        Examples.client(arguments.get(1)).retryPolicy(RetryPolicy.standard()).build()) {
      for (int part = 0; part < PARTS; part++) {
        Instant end = last.minusMillis(part * step);
        MessageQuery query = MessageQuery.between(end.minusMillis(step - 1), end);
        for (MessageSummary message : client.messages().search(query)) {
          listed++;
          if (arguments.get(0).equals("kept")) {
            kept.add(message);
          }
        }
      }
    }
    System.out.println("listed " + listed);
    System.exit(kept.isEmpty() ? 0 : 1);
  }
}
