package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Lookup.Verdict.AMBIGUOUS;
import static io.github.bandwidthmessaging.Lookup.Verdict.FOUND;
import static io.github.bandwidthmessaging.Lookup.Verdict.NOT_FOUND;
import static io.github.bandwidthmessaging.Lookup.Verdict.NOT_YET;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.Lookup.Verdict;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.testing.ClockedBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Responses are lost at random, and every verdict is compared with what the fake really has: with
 * messages that are alike, groups listed either way, clocks that differ, a list that is late, and
 * searches that fail. {@code -Dlookup.scenarios} makes it longer.
 */
@Timeout(600)
class LookupPropertyTest {
  private static final int SCENARIOS = Integer.getInteger("lookup.scenarios", 150);

  /** The facts that the client does not have. */
  private record Truth(UnknownMessage message, @Nullable String id, Instant failed) {}

  /** What happens in one scenario, by its seed. */
  private static final class Scenario {
    final Random random;
    final boolean withForeign;
    final VirtualTime time = new VirtualTime();
    final boolean isTogether;
    final Duration ahead;
    final Duration lag;
    final List<Truth> truths = new ArrayList<>();
    final Set<String> known = new HashSet<>();

    /** How many were sent, but their ID was lost. */
    int unreadable;

    /** The messages that another program sent, and that look like one of ours. */
    final Set<String> foreign = new HashSet<>();

    Scenario(long seed, boolean withForeign) {
      this.withForeign = withForeign;
      random = new Random(seed);
      ahead = Duration.ofSeconds(List.of(0, 2, -3, 40, -50, 600, -600).get(random.nextInt(7)));
      isTogether = random.nextBoolean();
      lag = Duration.ofSeconds(random.nextInt(3) == 0 ? 0 : random.nextInt(15 * 60 + 1));
    }

    private static final List<PhoneNumber> PEOPLE =
        List.of(
            Examples.FIRST,
            Examples.SECOND,
            PhoneNumber.of("+12345678904"),
            PhoneNumber.of("+12345678905"));

    private MessageRequest request() {
      PhoneNumber to = PEOPLE.get(random.nextInt(2));
      return switch (random.nextInt(6)) {
        case 0 -> Examples.SENDER.text(to, "Your code is 1234");
        case 1, 2 -> Examples.SENDER.text(to, "Your code is 5678");
        case 3 -> Examples.SENDER.text(to, "Your table is ready, " + "x".repeat(200));
        case 4 -> Examples.SENDER.media(to, "Look", Examples.LOGO);
        default -> Examples.SENDER.groupText(PEOPLE.subList(0, 2 + random.nextInt(3)), "Dinner?");
      };
    }

    private void send(FakeBandwidth bandwidth, MessagingClient client) {
      time.pass(Duration.ofMillis(random.nextInt(random.nextInt(3) == 0 ? 100 : 40_000)));
      Fault fault =
          switch (random.nextInt(7)) {
            case 0, 1 -> Fault.HANG_UP;
            case 2, 3 -> Fault.LOST;
            case 4 -> Fault.BAD_GATEWAY;
            case 5 -> Fault.UNREADABLE_RESPONSE;
            default -> null;
          };
      if (fault != null) {
        bandwidth.failNext(fault);
      }
      int before = bandwidth.listed().size();
      MessageRequest request = request();
      try {
        known.add(client.send(request).id());
      } catch (UnreadableResponseException e) {
        unreadable++;
      } catch (UnknownOutcomeException e) {
        List<MessageSummary> listed = bandwidth.listed();
        String id = listed.size() > before ? listed.get(before).messageId() : null;
        truths.add(new Truth(UnknownMessage.of(e), id, time.instant()));
      }
    }

    /** Another program sends what looks the same as one of ours, at any time. */
    private void sendForeign(FakeBandwidth bandwidth) {
      try (MessagingClient others = time.client(bandwidth.clientBuilder(), ahead).build()) {
        foreign.add(others.send(request()).id());
      }
    }

    private List<Lookup> find(MessagingClient client, Duration patience) {
      MessageHistory messages = client.messages();
      return isTogether
          ? messages.find(truths.stream().map(Truth::message).toList(), id -> false, patience)
          : truths.stream()
              .map(truth -> messages.find(List.of(truth.message()), id -> false, patience).get(0))
              .toList();
    }

    void run(Map<Verdict, Integer> verdicts) {
      try (FakeBandwidth bandwidth = ClockedBandwidth.start(time);
          MessagingClient client = time.client(bandwidth.clientBuilder(), ahead).build()) {
        bandwidth.setListLag(lag);
        if (random.nextBoolean()) {
          bandwidth.listGroupsByRecipient();
        }
        int messages = 1 + random.nextInt(12);
        for (int i = 0; i < messages; i++) {
          send(bandwidth, client);
          if (withForeign && random.nextInt(3) == 0) {
            sendForeign(bandwidth);
          }
        }
        if (random.nextInt(4) == 0) {
          bandwidth.failNextSearch(Fault.HANG_UP, Fault.BAD_GATEWAY);
        }
        if (random.nextInt(4) == 0) {
          bandwidth.limitSearches(2, Duration.ofSeconds(30));
        }
        for (int i = 0; i < 3; i++) {
          time.pass(Duration.ofSeconds(random.nextInt(400)));
          check(find(client, Duration.ofSeconds(random.nextInt(300))), false);
        }
        List<Lookup> last = find(client, Duration.ofMinutes(30));
        check(last, true);
        last.forEach(lookup -> verdicts.merge(lookup.verdict(), 1, Integer::sum));
        assertThat(bandwidth.sent())
            .hasSize(known.size() + unreadable + foreign.size() + accepted());
      }
    }

    private int accepted() {
      return (int) truths.stream().filter(truth -> truth.id() != null).count();
    }

    private void check(List<Lookup> lookups, boolean isLast) {
      for (int i = 0; i < lookups.size(); i++) {
        Truth truth = truths.get(i);
        Lookup lookup = lookups.get(i);
        List<String> ids =
            lookup.candidates().stream().map(row -> String.valueOf(row.messageId())).toList();
        Duration passed = Duration.between(truth.failed(), time.instant());
        assertThat(ids).noneMatch(known::contains);
        switch (lookup.verdict()) {
          case FOUND -> {
            // An attempt takes no time here; the clocks differ by what can be measured.
            assertThat(lookup.candidates())
                .allMatch(
                    row ->
                        Duration.between(
                                    truth.failed(), requireNonNull(row.receiveTime()).toInstant())
                                .abs()
                                .compareTo(Duration.ofSeconds(7))
                            < 0);
            if (foreign.stream().noneMatch(ids::contains)) {
              // What was found is what was accepted.
              assertThat(truth.id()).as("found of %s", lookup).isNotNull();
              assertThat(ids).contains(truth.id());
              assertThat(lookup.id()).isIn(null, truth.id());
            } else {
              // Nothing in the list tells it from that of another program.
              assertThat(withForeign).isTrue();
            }
          }
          case AMBIGUOUS -> {
            assertThat(ids).isNotEmpty();
            if (passed.compareTo(Duration.ofMinutes(15)) > 0 && truth.id() != null) {
              assertThat(ids).contains(truth.id());
            }
          }
          case NOT_FOUND -> {
            assertThat(passed).isGreaterThan(Duration.ofMinutes(15));
            assertThat(truth.id()).as("not found of %s", lookup).isNull();
            assertThat(ids).isEmpty();
          }
          case NOT_YET -> assertThat(isLast).as("verdict after %s", passed).isFalse();
        }
      }
    }
  }

  @Test
  void everyVerdictIsTrue() {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (long seed = 0; seed < SCENARIOS; seed++) {
      run(seed, false, verdicts);
    }
    System.out.println("Verdicts of " + SCENARIOS + " scenarios: " + verdicts);

    assertThat(verdicts).containsKeys(FOUND, NOT_FOUND, AMBIGUOUS).doesNotContainKey(NOT_YET);
    int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
    // Who never decides is never wrong.
    assertThat(verdicts.get(AMBIGUOUS)).isLessThan(all / 2);
  }

  @Test
  void everyVerdictIsTrueAlsoIfOthersSendTheSame() {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (long seed = 0; seed < SCENARIOS; seed++) {
      run(seed, true, verdicts);
    }
    System.out.println("Verdicts of " + SCENARIOS + " scenarios with others: " + verdicts);

    assertThat(verdicts).containsKeys(FOUND, NOT_FOUND, AMBIGUOUS).doesNotContainKey(NOT_YET);
  }

  private static void run(long seed, boolean withForeign, Map<Verdict, Integer> verdicts) {
    try {
      new Scenario(seed, withForeign).run(verdicts);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("With seed " + seed + ": " + e.getMessage(), e);
    }
  }
}
