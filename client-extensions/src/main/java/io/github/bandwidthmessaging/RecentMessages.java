package io.github.bandwidthmessaging;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of a client and those built from it. A lookup must not take one of them for
 * the message that it looks for.
 */
final class RecentMessages {
  private static final int MAX_IDS = 10_000;
  private static final int MAX_UNIDENTIFIED = 2_000;

  private final Set<String> ids = newest(MAX_IDS);
  private final Set<Attempt> inFlight = new HashSet<>();

  /** Those that were or might have been sent, and whose ID never arrived. */
  private final Set<UnknownMessage> unidentified = newest(MAX_UNIDENTIFIED);

  synchronized void began(Attempt attempt) {
    inFlight.add(attempt);
  }

  synchronized void sent(Attempt attempt, String id) {
    inFlight.remove(attempt);
    ids.add(id);
  }

  synchronized void failed(Attempt attempt, SendException failure) {
    inFlight.remove(attempt);
    @Nullable UnknownMessage message = null;
    if (failure instanceof UnknownOutcomeException unknown) {
      message = unknown.message();
    } else if (failure instanceof UnreadableResponseException unreadable) {
      if (unreadable.id() != null) {
        ids.add(unreadable.id());
      } else {
        message = UnknownMessage.of(attempt, attempt.now());
      }
    }
    if (message != null) {
      unidentified.add(message);
    }
  }

  /** Whether the ID is that of a message that was sent. */
  synchronized boolean isKnown(String id) {
    return ids.contains(id);
  }

  /** Returns the messages whose ID is not known, without any that can be one of these. */
  synchronized List<UnknownMessage> unidentifiedExcept(Collection<UnknownMessage> messages) {
    Set<UnknownMessage> same = Set.copyOf(messages);
    List<UnknownMessage> kept =
        messages.stream().filter(message -> !message.isOfAttempt()).toList();
    Stream<@Nullable UnknownMessage> begun =
        inFlight.stream().map(attempt -> UnknownMessage.of(attempt, attempt.now()));
    return Stream.concat(unidentified.stream(), begun.flatMap(Stream::ofNullable))
        .filter(other -> !same.contains(other) && kept.stream().noneMatch(other::canBe))
        .toList();
  }

  private static <T> Set<T> newest(int max) {
    return Collections.newSetFromMap(
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<T, Boolean> eldest) {
            return size() > max;
          }
        });
  }
}
