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
import java.util.stream.Stream;
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
    /** In time and kind, but not in what is counted: characters, segments, and recipients. */
    CLOSELY,
    WHOLLY
  }

  /** What the list has of one message: a row, or one for each recipient of a group. */
  private static final class Listed {
    final boolean isKnown;
    final List<MessageSummary> rows = new ArrayList<>();
    final Set<String> destinations = new TreeSet<>();

    /** The messages of which this is one, if those are found. */
    List<Wanted> found = List.of();

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

    boolean isFound() {
      return found.stream().anyMatch(message -> message.verdict == Verdict.FOUND);
    }
  }

  /** A message, and what the list has that could be it. */
  private static final class Wanted {
    final UnknownMessage message;
    final Set<String> recipients = new TreeSet<>();
    final boolean isMms;
    final String text;
    final int segments;

    final Set<Listed> wholly = new LinkedHashSet<>();
    final Set<Listed> closely = new LinkedHashSet<>();
    final Set<Listed> partly = new LinkedHashSet<>();
    @Nullable Verdict verdict;

    Wanted(UnknownMessage message) {
      this.message = message;
      MessageRequest request = message.request();
      request.recipients().forEach(number -> recipients.add(normal(number)));
      isMms = MessageCheck.of(request).isMms();
      text = request.text() == null ? "" : request.text();
      segments = SegmentCount.of(text).segments();
    }

    void add(Listed listed, Fit fit) {
      switch (fit) {
        case WHOLLY -> wholly.add(listed);
        case CLOSELY -> closely.add(listed);
        case PARTLY -> partly.add(listed);
        case NO -> {}
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
   * @param recent what the client has sent itself. Its known IDs are not those of the messages of
   *     attempts, and its other messages without an ID could be what is listed
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
    List<UnknownMessage> others = recent.unidentifiedExcept(unknown);
    for (MessageSummary row : rows) {
      String id = requireNonNull(row.messageId());
      if (!isOther.test(id)) {
        listed.computeIfAbsent(id, unused -> new Listed(recent.isKnown(id))).add(row);
      }
    }
    Map<String, List<Listed>> byDestination = new HashMap<>();
    for (Listed each : listed.values()) {
      for (String destination : each.destinations.isEmpty() ? Set.of("") : each.destinations) {
        byDestination.computeIfAbsent(destination, unused -> new ArrayList<>()).add(each);
      }
    }
    List<Wanted> all = Stream.concat(unknown.stream(), others.stream()).map(Wanted::new).toList();
    for (Wanted each : all) {
      Set<Listed> near = new LinkedHashSet<>(byDestination.getOrDefault("", List.of()));
      each.recipients.forEach(number -> near.addAll(byDestination.getOrDefault(number, List.of())));
      near.forEach(listed -> each.add(listed, fit(each, listed)));
    }
    similar(all).forEach(LookupDecision::match);
    doubt(all);
    return all.stream().limit(unknown.size()).map(this::lookup).toList();
  }

  /** Finds messages that have a listed one in common, directly or not, all or none. */
  private static void match(List<Wanted> similar) {
    Set<Listed> theirs = new LinkedHashSet<>();
    similar.forEach(each -> theirs.addAll(each.wholly));
    @Nullable Verdict verdict =
        theirs.size() == similar.size() && isEachMatched(similar)
            ? Verdict.FOUND
            // More will not become fewer.
            : theirs.size() > similar.size() ? Verdict.AMBIGUOUS : null;
    similar.forEach(each -> each.verdict = verdict);
    if (verdict == Verdict.FOUND) {
      theirs.forEach(each -> each.found = similar);
    }
  }

  /** Takes back what was found if it can be that of a message for which nothing was. */
  private static void doubt(List<Wanted> all) {
    Deque<Wanted> without = new ArrayDeque<>();
    all.stream().filter(each -> each.verdict != Verdict.FOUND).forEach(without::add);
    while (!without.isEmpty()) {
      for (Listed each : without.remove().closely) {
        for (Wanted other : each.found) {
          if (other.verdict == Verdict.FOUND) {
            other.verdict = null;
            without.add(other);
          }
        }
      }
    }
  }

  private Lookup lookup(Wanted wanted) {
    Set<Listed> candidates = new LinkedHashSet<>(wanted.wholly);
    Verdict verdict = wanted.verdict;
    if (verdict != Verdict.FOUND) {
      Stream.concat(wanted.closely.stream(), wanted.partly.stream())
          .filter(each -> !each.isFound())
          .forEach(candidates::add);
    }
    if (verdict == null) {
      verdict =
          asked.isBefore(wanted.message.notAfter().plus(LAG))
              ? Verdict.NOT_YET
              : candidates.isEmpty() ? Verdict.NOT_FOUND : Verdict.AMBIGUOUS;
    }
    return new Lookup(verdict, candidates.stream().flatMap(each -> each.rows.stream()).toList());
  }

  /** Returns the messages in groups that have a listed one in common, directly or not. */
  private static List<List<Wanted>> similar(List<Wanted> all) {
    Map<Listed, List<Wanted>> messages = new HashMap<>();
    for (Wanted message : all) {
      for (Listed each : message.wholly) {
        messages.computeIfAbsent(each, unused -> new ArrayList<>()).add(message);
      }
    }
    List<List<Wanted>> groups = new ArrayList<>();
    Set<Wanted> seen = new HashSet<>();
    Set<Listed> followed = new HashSet<>();
    for (Wanted first : all) {
      if (!first.wholly.isEmpty() && seen.add(first)) {
        List<Wanted> group = new ArrayList<>();
        Deque<Wanted> next = new ArrayDeque<>(List.of(first));
        while (!next.isEmpty()) {
          Wanted message = next.remove();
          group.add(message);
          for (Listed each : message.wholly) {
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
  private static boolean isEachMatched(List<Wanted> similar) {
    Map<Listed, Wanted> taken = new HashMap<>();
    return similar.size() <= MAX_SIMILAR
        && similar.stream().allMatch(each -> isMatched(each, taken, new HashSet<>()));
  }

  private static boolean isMatched(Wanted message, Map<Listed, Wanted> taken, Set<Listed> tried) {
    for (Listed each : message.wholly) {
      if (tried.add(each)) {
        Wanted other = taken.get(each);
        if (other == null || isMatched(other, taken, tried)) {
          taken.put(each, message);
          return true;
        }
      }
    }
    return false;
  }

  private Fit fit(Wanted wanted, Listed listed) {
    UnknownMessage message = wanted.message;
    Set<String> recipients = wanted.recipients;
    if ((message.isOfAttempt() && listed.isKnown) || !recipients.containsAll(listed.destinations)) {
      return Fit.NO;
    }
    String from = normal(message.request().from());
    MessageType kind = wanted.isMms ? MessageType.MMS : MessageType.SMS;
    boolean isClose = true;
    boolean isWhole =
        listed.destinations.equals(recipients)
            || listed.rows.stream()
                .allMatch(row -> !listed.destinations.isEmpty() && counts(row, recipients.size()));
    for (MessageSummary row : listed.rows) {
      Instant received = row.receiveTime() == null ? null : row.receiveTime().toInstant();
      if ((row.messageDirection() != null
              && !row.messageDirection().equals(MessageDirection.OUTBOUND))
          || (row.sourceTn() != null && !normal(row.sourceTn()).equals(from))
          || (received != null
              && !isWithin(received, first(message, offset), last(message, offset)))) {
        return Fit.NO;
      }
      isClose &=
          received != null
              && isWithin(
                  received,
                  message.notBefore().plus(offset).minus(CERTAIN),
                  message.notAfter().plus(offset).plus(CERTAIN))
              && (row.messageType() == null || row.messageType().equals(kind));
      isWhole &= row.sourceTn() != null && isCountedAlike(row, wanted);
    }
    return !isClose ? Fit.PARTLY : isWhole ? Fit.WHOLLY : Fit.CLOSELY;
  }

  private static boolean isWithin(Instant time, Instant first, Instant last) {
    return !time.isBefore(first) && !time.isAfter(last);
  }

  /** Whether a row says itself that it is one of a message to so many. */
  private static boolean counts(MessageSummary row, int recipients) {
    return row.recipientCount() != null && row.recipientCount() == recipients;
  }

  /** Whether nothing in a row contradicts what we count ourselves. */
  private static boolean isCountedAlike(MessageSummary row, Wanted wanted) {
    String text = wanted.text;
    List<?> media = wanted.message.request().media();
    Integer length = row.messageLength();
    // Bandwidth does not say what it counts.
    boolean isLength =
        length == null
            || length == text.length()
            || length == text.codePointCount(0, text.length())
            || (wanted.isMms && length == 0);
    return isLength
        && (row.recipientCount() == null || counts(row, wanted.recipients.size()))
        && (wanted.isMms
            ? media == null
                || row.attachmentCount() == null
                || row.attachmentCount() == media.size()
            : row.segmentCount() == null || row.segmentCount() == wanted.segments);
  }

  /** The list could leave out the plus. */
  private static String normal(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }
}
