package io.github.bandwidthmessaging;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import io.github.bandwidthmessaging.Lookup.Verdict;
import io.github.bandwidthmessaging.MessageHistory.Fetched;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Searches as often as it takes to decide about the messages that are looked for. */
final class MessageFinder {
  /** When to ask again, after the failure: soon at first, and once more when the lag is over. */
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          LookupDecision.LAG);

  /** So that many messages that failed one after another are asked for together. */
  private static final Duration MIN_WAIT = Duration.ofSeconds(10);

  /** Messages with a longer pause in between are not asked for together. */
  private static final Duration MAX_PAUSE = Duration.ofMinutes(5);

  private static final Duration MAX_SPAN = Duration.ofHours(1);

  /** A clock that is further off needs another search; the margins cover the rest. */
  private static final Duration MAX_OFFSET = Duration.ofSeconds(30);

  /** With more, a search for either clock is longer than Bandwidth allows. */
  private static final Duration MAX_DIFFERENCE = Duration.ofDays(7);

  private static final int MAX_RECIPIENTS = 10;

  private static final Comparator<UnknownMessage> ORDER =
      comparing(UnknownMessage::accountId, nullsFirst(Comparator.naturalOrder()))
          .thenComparing(message -> message.request().from())
          .thenComparing(UnknownMessage::isGroup)
          .thenComparing(UnknownMessage::notBefore);

  private final MessagingClient client;
  private final MessageHistory history;
  private final List<UnknownMessage> messages;

  /** What was listed in any round, by message and recipient. */
  private final Map<List<String>, MessageSummary> rows = new LinkedHashMap<>();

  /** How far the server's clock is ahead. */
  private Duration offset = Duration.ZERO;

  MessageFinder(MessagingClient client, MessageHistory history, List<UnknownMessage> messages) {
    this.client = client;
    this.history = history;
    this.messages = messages;
    Instant oldest = client.clock.instant().minus(MessageQuery.MAX_AGE);
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).notBefore().isBefore(oldest)) {
        throw new IllegalArgumentException(
            "messages[" + i + "] is older than the 14 days that Bandwidth searches");
      }
    }
  }

  List<Lookup> find(Predicate<? super String> isOther, Duration patience) {
    Instant deadline = client.clock.instant().plus(patience);
    List<UnknownMessage> undecided = messages;
    while (true) {
      Instant asked = client.clock.instant();
      for (List<UnknownMessage> similar : together(undecided)) {
        search(similar);
      }
      // By whichever clock is behind, so that the lag is certainly over.
      Duration behind = offset.plus(MAX_OFFSET).isNegative() ? offset : Duration.ZERO;
      List<Lookup> lookups =
          new LookupDecision(messages, client.recent, offset, asked.plus(behind))
              .decide(rows.values(), isOther);
      undecided =
          IntStream.range(0, messages.size())
              .filter(i -> lookups.get(i).verdict() == Verdict.NOT_YET)
              .mapToObj(messages::get)
              .toList();
      Instant now = client.clock.instant();
      Duration wait = Duration.between(now.plus(behind), next(undecided, asked.plus(behind)));
      wait = wait.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : wait;
      if (undecided.isEmpty() || now.plus(wait).isAfter(deadline)) {
        return lookups;
      }
      try {
        client.sleepWhileOpen(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return lookups;
      }
    }
  }

  /** Returns when one of the messages is to be asked for again. */
  private static Instant next(List<UnknownMessage> undecided, Instant asked) {
    return undecided.stream()
        .flatMap(message -> TIMES.stream().map(message.notAfter()::plus))
        .filter(time -> time.isAfter(asked))
        .min(Comparator.naturalOrder())
        .orElse(asked);
  }

  /** Returns the messages in lists, one for each search. */
  private static List<List<UnknownMessage>> together(Collection<UnknownMessage> messages) {
    List<List<UnknownMessage>> searches = new ArrayList<>();
    @Nullable UnknownMessage first = null;
    @Nullable UnknownMessage last = null;
    List<UnknownMessage> search = List.of();
    Set<String> recipients = new HashSet<>();
    for (UnknownMessage message : messages.stream().sorted(ORDER).toList()) {
      recipients.addAll(message.request().recipients());
      if (first == null
          || last == null
          || !Objects.equals(first.accountId(), message.accountId())
          || !first.request().from().equals(message.request().from())
          || first.isGroup() != message.isGroup()
          || last.notAfter().plus(MAX_PAUSE).isBefore(message.notBefore())
          || first.notBefore().plus(MAX_SPAN).isBefore(message.notAfter())
          || (!message.isGroup() && recipients.size() > MAX_RECIPIENTS)) {
        search = new ArrayList<>();
        searches.add(search);
        first = message;
        recipients.clear();
        recipients.addAll(message.request().recipients());
      }
      search.add(message);
      last = message;
    }
    return searches;
  }

  private void search(List<UnknownMessage> similar) {
    Duration assumed = offset;
    request(similar);
    if (offset.minus(assumed).abs().compareTo(MAX_OFFSET) > 0) {
      // The time that was searched is not the one of the server.
      request(similar);
    }
  }

  private void request(List<UnknownMessage> similar) {
    Duration ahead = offset;
    UnknownMessage any = similar.get(0);
    Instant first =
        similar.stream()
            .map(message -> LookupDecision.first(message, ahead))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant last =
        similar.stream()
            .map(message -> LookupDecision.last(message, ahead))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    MessageQuery query =
        MessageQuery.between(first, last)
            .withDirection(MessageDirection.OUTBOUND)
            .withNumbers(
                any.request().from(),
                // By which number a group is listed is not documented, so search without.
                any.isGroup()
                    ? List.of()
                    : similar.stream()
                        .flatMap(message -> message.request().recipients().stream())
                        .distinct()
                        .toList());
    RequestOptions options =
        any.accountId() == null
            ? RequestOptions.none()
            : RequestOptions.none().withAccountId(any.accountId());
    history
        .search(query, options, this::learn)
        .forEach(
            row ->
                rows.put(
                    List.of(String.valueOf(row.messageId()), String.valueOf(row.destinationTn())),
                    row));
  }

  private void learn(Fetched fetched) {
    Duration ahead = fetched.offset();
    if (ahead == null) {
      return;
    }
    if (ahead.abs().compareTo(MAX_DIFFERENCE) > 0) {
      throw MessageHistory.LIST.failure(
          "200, but by its Date this machine's clock is more than a week off; set it");
    }
    offset = ahead;
  }
}
