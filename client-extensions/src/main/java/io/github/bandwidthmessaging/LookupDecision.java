package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.Lookup.Verdict;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides which messages of Bandwidth's list are the ones that might have been sent. The list has
 * neither their text nor their tag, so similar messages cannot be told apart: a message is found
 * only if the messages that are looked for leave no other explanation. What the list does not say,
 * or says differently from what we count ourselves, rules nothing out and proves nothing.
 */
final class LookupDecision {
  /** How late the list can be by Bandwidth's article, and a minute more. */
  static final Duration LAG = Duration.ofMinutes(16);

  /** How far from the attempt a message is still considered, but not certain. */
  static final Duration MARGIN = Duration.ofMinutes(1);

  /** How far from it a message is certain: a second of the Date header, and latency. */
  private static final Duration CERTAIN = Duration.ofSeconds(5);

  /** More similar messages than anyone looks for; they would take long to match. */
  private static final int MAX_SIMILAR = 100;

  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

  private enum Fit {
    NO,
    PARTLY,
    WHOLLY
  }

  /** What the list has of one message: a row, or one for each recipient of a group. */
  private static final class Listed {
    final boolean isKnown;
    final List<MessageSummary> rows = new ArrayList<>();
    final Set<String> destinations = new TreeSet<>();

    Listed(boolean isKnown) {
      this.isKnown = isKnown;
    }

    void add(MessageSummary row) {
      rows.add(row);
      String destination = row.destinationTn();
      if (destination != null) {
        SEPARATOR
            .splitAsStream(destination)
            .filter(number -> !number.isEmpty())
            .map(LookupDecision::normal)
            .forEach(destinations::add);
      }
    }
  }

  private final List<UnknownMessage> unknown;
  private final RecentMessages recent;
  private final Duration offset;
  private final Instant asked;

  /** By ID. */
  private final Map<String, Listed> listed = new LinkedHashMap<>();

  /**
   * @param unknown the messages to look for
   * @param recent what the client has sent itself: a message of an attempt is none whose ID is
   *     known, and others whose ID is not known could be what is listed
   * @param offset how far the server's clock is ahead of this machine's
   * @param asked a time before which the list was asked for, by whichever clock is behind
   */
  LookupDecision(
      List<UnknownMessage> unknown, RecentMessages recent, Duration offset, Instant asked) {
    this.unknown = unknown;
    this.recent = recent;
    this.offset = offset;
    this.asked = asked;
  }

  /** Returns the beginning of the time in which Bandwidth can have received a message. */
  static Instant first(UnknownMessage message, Duration offset) {
    // Whether the clocks differ now or then or both: they can have been set in between.
    return message.notBefore().plus(offset.isNegative() ? offset : Duration.ZERO).minus(MARGIN);
  }

  /** Returns the end of the time in which Bandwidth can have received a message. */
  static Instant last(UnknownMessage message, Duration offset) {
    return message.notAfter().plus(offset.isNegative() ? Duration.ZERO : offset).plus(MARGIN);
  }

  /**
   * Returns what the list says about each message, in their order.
   *
   * @param rows all that the list has of the time, once each
   * @param isOther whether an ID is certainly that of another message
   */
  List<Lookup> decide(Collection<MessageSummary> rows, Predicate<? super String> isOther) {
    // Before the IDs: one in flight that gets its ID in between must not be missed in both.
    List<UnknownMessage> all = new ArrayList<>(unknown);
    all.addAll(recent.unidentifiedExcept(unknown));
    for (MessageSummary row : rows) {
      String id = requireNonNull(row.messageId());
      if (!isOther.test(id)) {
        listed.computeIfAbsent(id, unused -> new Listed(recent.isKnown(id))).add(row);
      }
    }
    List<Set<Listed>> wholly = new ArrayList<>();
    List<Set<Listed>> partly = new ArrayList<>();
    Map<String, List<Listed>> byDestination = new HashMap<>();
    for (Listed each : listed.values()) {
      for (String destination : each.destinations.isEmpty() ? Set.of("") : each.destinations) {
        byDestination.computeIfAbsent(destination, unused -> new ArrayList<>()).add(each);
      }
    }
    for (UnknownMessage message : all) {
      Set<Listed> near = new LinkedHashSet<>(byDestination.getOrDefault("", List.of()));
      message.request().recipients().stream()
          .map(LookupDecision::normal)
          .forEach(number -> near.addAll(byDestination.getOrDefault(number, List.of())));
      Set<Listed> whole = new LinkedHashSet<>();
      Set<Listed> part = new LinkedHashSet<>();
      for (Listed each : near) {
        switch (fit(message, each)) {
          case WHOLLY -> whole.add(each);
          case PARTLY -> part.add(each);
          case NO -> {}
        }
      }
      wholly.add(whole);
      partly.add(part);
    }
    return verdicts(wholly, partly);
  }

  private List<Lookup> verdicts(List<Set<Listed>> wholly, List<Set<Listed>> partly) {
    @Nullable Verdict[] verdicts = new Verdict[wholly.size()];
    Set<Listed> explained = new HashSet<>();
    for (List<Integer> similar : similar(wholly)) {
      Set<Listed> theirs = new LinkedHashSet<>();
      similar.forEach(each -> theirs.addAll(wholly.get(each)));
      Verdict verdict =
          theirs.size() == similar.size() && isEachMatched(similar, wholly)
              ? Verdict.FOUND
              // More will not become fewer.
              : theirs.size() > similar.size() ? Verdict.AMBIGUOUS : null;
      similar.forEach(each -> verdicts[each] = verdict);
      if (verdict == Verdict.FOUND) {
        explained.addAll(theirs);
      }
    }
    List<Lookup> lookups = new ArrayList<>();
    for (int i = 0; i < unknown.size(); i++) {
      Set<Listed> candidates = new LinkedHashSet<>(wholly.get(i));
      Verdict verdict = verdicts[i];
      if (verdict != Verdict.FOUND) {
        partly.get(i).stream().filter(each -> !explained.contains(each)).forEach(candidates::add);
      }
      if (verdict == null) {
        verdict =
            asked.isBefore(unknown.get(i).notAfter().plus(LAG))
                ? Verdict.NOT_YET
                : candidates.isEmpty() ? Verdict.NOT_FOUND : Verdict.AMBIGUOUS;
      }
      lookups.add(
          new Lookup(verdict, candidates.stream().flatMap(each -> each.rows.stream()).toList()));
    }
    return lookups;
  }

  /**
   * Returns the messages, by index, in groups that have a listed one in common, directly or not.
   */
  private static List<List<Integer>> similar(List<Set<Listed>> wholly) {
    Map<Listed, List<Integer>> messages = new HashMap<>();
    for (int i = 0; i < wholly.size(); i++) {
      for (Listed each : wholly.get(i)) {
        messages.computeIfAbsent(each, unused -> new ArrayList<>()).add(i);
      }
    }
    List<List<Integer>> groups = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    Set<Listed> followed = new HashSet<>();
    for (int i = 0; i < wholly.size(); i++) {
      if (!wholly.get(i).isEmpty() && seen.add(i)) {
        List<Integer> group = new ArrayList<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(i));
        while (!next.isEmpty()) {
          int message = next.remove();
          group.add(message);
          for (Listed each : wholly.get(message)) {
            if (followed.add(each)) {
              messages.getOrDefault(each, List.of()).stream().filter(seen::add).forEach(next::add);
            }
          }
        }
        groups.add(group);
      }
    }
    return groups;
  }

  /** Whether each of the messages can have a listed one of its own. */
  private static boolean isEachMatched(List<Integer> similar, List<Set<Listed>> wholly) {
    Map<Listed, Integer> taken = new HashMap<>();
    return similar.size() <= MAX_SIMILAR
        && similar.stream().allMatch(each -> isMatched(each, wholly, taken, new HashSet<>()));
  }

  private static boolean isMatched(
      int message, List<Set<Listed>> wholly, Map<Listed, Integer> taken, Set<Listed> tried) {
    for (Listed each : wholly.get(message)) {
      if (tried.add(each)) {
        Integer other = taken.get(each);
        if (other == null || isMatched(other, wholly, taken, tried)) {
          taken.put(each, message);
          return true;
        }
      }
    }
    return false;
  }

  private Fit fit(UnknownMessage message, Listed listed) {
    MessageRequest request = message.request();
    Set<String> recipients = new TreeSet<>();
    request.recipients().forEach(number -> recipients.add(normal(number)));
    if ((message.isOfAttempt() && listed.isKnown) || !recipients.containsAll(listed.destinations)) {
      return Fit.NO;
    }
    boolean isWhole =
        listed.destinations.equals(recipients)
            || listed.rows.stream()
                .allMatch(row -> !listed.destinations.isEmpty() && counts(row, recipients.size()));
    for (MessageSummary row : listed.rows) {
      Instant received = row.receiveTime() == null ? null : row.receiveTime().toInstant();
      if ((row.messageDirection() != null
              && !row.messageDirection().equals(MessageDirection.OUTBOUND))
          || (row.sourceTn() != null && !normal(row.sourceTn()).equals(normal(request.from())))
          || (received != null
              && !isWithin(received, first(message, offset), last(message, offset)))) {
        return Fit.NO;
      }
      isWhole &=
          row.sourceTn() != null
              && received != null
              && isWithin(
                  received,
                  message.notBefore().plus(offset).minus(CERTAIN),
                  message.notAfter().plus(offset).plus(CERTAIN))
              && isAlike(row, request, recipients.size());
    }
    return isWhole ? Fit.WHOLLY : Fit.PARTLY;
  }

  private static boolean isWithin(Instant time, Instant first, Instant last) {
    return !time.isBefore(first) && !time.isAfter(last);
  }

  /** Whether a row says itself that it is one of a message to so many. */
  private static boolean counts(MessageSummary row, int recipients) {
    return row.recipientCount() != null && row.recipientCount() == recipients;
  }

  /** Whether nothing in a row contradicts what we count ourselves. */
  private static boolean isAlike(MessageSummary row, MessageRequest request, int recipients) {
    boolean isMms = MessageCheck.of(request).isMms();
    String text = request.text() == null ? "" : request.text();
    MessageType type = row.messageType();
    Integer length = row.messageLength();
    // Bandwidth does not say what it counts.
    boolean isLength =
        length == null
            || length == text.length()
            || length == text.codePointCount(0, text.length())
            || (isMms && length == 0);
    return (type == null || type.equals(isMms ? MessageType.MMS : MessageType.SMS))
        && isLength
        && (row.recipientCount() == null || row.recipientCount() == recipients)
        && (isMms
            ? request.media() == null
                || row.attachmentCount() == null
                || row.attachmentCount() == request.media().size()
            : row.segmentCount() == null || row.segmentCount() == SegmentCount.of(text).segments());
  }

  /** The list could leave out the plus. */
  private static String normal(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }
}
