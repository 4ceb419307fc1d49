package io.github.bandwidthmessaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.stream.Collectors.toMap;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.MessageCheck;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessagePage;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageStatus;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessageType;
import io.github.bandwidthmessaging.api.PageInfo;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages that can be searched for, and the search itself. */
final class FakeMessages {
  /** The result of a search. */
  record Response(int status, String body, @Nullable Long retryAfter) {}

  /** What is wrong with a search. */
  private static final class BadSearch extends Exception {
    private static final long serialVersionUID = 1;
    private final String why;

    BadSearch(String why) {
      super(why);
      this.why = why;
    }
  }

  private static final JsonAdapter<MessagePage> PAGES =
      RetrofitClient.moshi().adapter(MessagePage.class);
  private static final int MAX_MESSAGES = 10_000;
  private static final Duration MAX_AGE = Duration.ofDays(14);
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}(Z|[+-]\\d{2}:\\d{2})");

  private static final Set<String> NO_CONDITION =
      Set.of("sort", "pageToken", "limit", "limitTotalCount");

  /** What can be sorted by; Bandwidth does not document it. */
  private static final Map<String, Function<MessageSummary, @Nullable Object>> PROPERTIES =
      Map.of(
          "messageId", MessageSummary::messageId,
          "sourceTn", MessageSummary::sourceTn,
          "destinationTn", MessageSummary::destinationTn,
          "receiveTime", MessageSummary::receiveTime,
          "segmentCount", MessageSummary::segmentCount,
          "errorCode", MessageSummary::errorCode,
          "messageSize", MessageSummary::messageSize);

  private final InstantSource clock;
  private final List<MessageSummary> rows = new ArrayList<>();
  private final Deque<Instant> searches = new ArrayDeque<>();
  private Duration lag = Duration.ZERO;
  private boolean groupsByRecipient;
  private int searchLimit = 3_500;
  private Duration searchPeriod = Duration.ofMinutes(5);
  private int expired;

  FakeMessages(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void setLag(Duration lag) {
    this.lag = lag;
  }

  synchronized void listGroupsByRecipient() {
    groupsByRecipient = true;
  }

  synchronized void limitSearches(int requests, Duration period) {
    searchLimit = requests;
    searchPeriod = period;
  }

  synchronized void expirePageTokens() {
    expired++;
  }

  synchronized void add(MessageSummary row) {
    rows.add(row);
  }

  /** Adds a message that was just accepted. */
  synchronized void add(String accountId, Message message, MessageRequest request) {
    MessageCheck check = MessageCheck.of(request);
    List<String> recipients = request.recipients();
    String text = request.text() == null ? "" : request.text();
    for (String to : groupsByRecipient ? recipients : recipients.subList(0, 1)) {
      rows.add(
          MessageSummary.builder()
              .messageId(message.id())
              .accountId(accountId)
              .sourceTn(request.from())
              .destinationTn(to)
              .messageStatus(MessageStatus.RECEIVED)
              .messageDirection(MessageDirection.OUTBOUND)
              .messageType(check.isMms() ? MessageType.MMS : MessageType.SMS)
              .segmentCount(check.segments())
              .errorCode(0)
              .receiveTime(clock.instant().truncatedTo(MILLIS).atOffset(ZoneOffset.UTC))
              .messageSize((long) text.getBytes(UTF_8).length)
              .messageLength(text.codePointCount(0, text.length()))
              .attachmentCount(request.media() == null ? 0 : request.media().size())
              .recipientCount(recipients.size())
              .build());
    }
  }

  synchronized List<MessageSummary> all() {
    return List.copyOf(rows);
  }

  /** Searches. */
  synchronized Response search(String accountId, @Nullable String rawQuery) {
    Instant now = clock.instant();
    while (!searches.isEmpty() && !searches.getFirst().plus(searchPeriod).isAfter(now)) {
      searches.removeFirst();
    }
    if (searches.size() >= searchLimit) {
      // The one that must expire before another is allowed: the first, if there is any.
      Duration wait =
          searches.isEmpty()
              ? searchPeriod
              : Duration.between(now, searches.getFirst().plus(searchPeriod));
      return new Response(
          429,
          FakeBandwidth.error(
              "rate_limit_exceeded",
              "Rate limit exceeded. Wait for Retry-After time before sending another request."),
          wait.plusNanos(999_999_999).toSeconds());
    }
    searches.add(now);
    try {
      return new Response(200, PAGES.toJson(page(accountId, parameters(rawQuery), now)), null);
    } catch (BadSearch e) {
      return new Response(400, FakeBandwidth.error("request-validation", e.why), null);
    }
  }

  private static Map<String, String> parameters(@Nullable String rawQuery) {
    return Stream.ofNullable(rawQuery)
        .flatMap(query -> Arrays.stream(query.split("&", -1)))
        .filter(each -> !each.isEmpty())
        .collect(
            toMap(
                each -> decoded(each.substring(0, Math.max(0, each.indexOf('=')))),
                each -> decoded(each.substring(each.indexOf('=') + 1)),
                (first, second) -> first,
                TreeMap::new));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private MessagePage page(String accountId, Map<String, String> parameters, Instant now)
      throws BadSearch {
    Map<String, String> conditions = new TreeMap<>(parameters);
    conditions.keySet().removeAll(NO_CONDITION);
    if (conditions.isEmpty()) {
      throw new BadSearch("At least one parameter is required");
    }
    // The time of the first page, so that later rows do not move the others.
    Instant asOf = now;
    long offset = 0;
    String search = conditions + " " + parameters.get("sort");
    String token = parameters.get("pageToken");
    if (token != null) {
      String[] parts = parts(token);
      if (parts.length < 4
          || !parts[0].equals(String.valueOf(expired))
          || !parts[3].equals(search)) {
        throw new BadSearch("pageToken is invalid");
      }
      asOf = Instant.parse(parts[1]);
      offset = Long.parseLong(parts[2]);
    }
    long limit = integer(parameters, "limit", 100);
    if (limit < 1 || offset + limit > MAX_MESSAGES) {
      throw new BadSearch("The sum of limit and after cannot be more than 10000");
    }
    Predicate<MessageSummary> isFound = condition(conditions);
    Instant latest = asOf.minus(lag);
    Instant earliest = asOf.minus(MAX_AGE);
    List<MessageSummary> found =
        rows.stream()
            .filter(row -> row.accountId() == null || accountId.equals(row.accountId()))
            .filter(
                row -> {
                  OffsetDateTime time = row.receiveTime();
                  return time == null
                      || !(time.toInstant().isAfter(latest) || time.toInstant().isBefore(earliest));
                })
            .filter(isFound)
            .sorted(order(parameters.get("sort")))
            .toList();
    long end = Math.min(found.size(), offset + limit);
    PageInfo.Builder info = PageInfo.builder();
    if (end < found.size()) {
      info.nextPageToken(token(asOf, end, search));
    }
    if (offset > 0) {
      info.prevPageToken(token(asOf, Math.max(0, offset - limit), search));
    }
    boolean isCapped = "true".equals(parameters.get("limitTotalCount"));
    return MessagePage.builder()
        .totalCount(isCapped ? Math.min(found.size(), MAX_MESSAGES) : (long) found.size())
        .pageInfo(info.build())
        .messages(found.subList((int) Math.min(offset, end), (int) end))
        .build();
  }

  private static String[] parts(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8).split(" ", 4);
    } catch (IllegalArgumentException e) {
      return new String[0];
    }
  }

  private String token(Instant asOf, long offset, String search) {
    String token = expired + " " + asOf + " " + offset + " " + search;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(UTF_8));
  }

  private static Comparator<MessageSummary> order(@Nullable String sort) throws BadSearch {
    String[] parts = (sort == null ? "receiveTime:desc" : sort).split(":", 2);
    Function<MessageSummary, @Nullable Object> property = PROPERTIES.get(parts[0]);
    if (property == null || parts.length < 2 || !Set.of("asc", "desc").contains(parts[1])) {
      throw new BadSearch("sort is invalid");
    }
    Comparator<MessageSummary> order =
        (first, second) -> compare(property.apply(first), property.apply(second));
    return parts[1].equals("asc") ? order : order.reversed();
  }

  @SuppressWarnings("unchecked")
  private static int compare(@Nullable Object first, @Nullable Object second) {
    if (first == null || second == null) {
      return Boolean.compare(first != null, second != null);
    }
    return ((Comparable<Object>) first).compareTo(second);
  }

  private static Predicate<MessageSummary> condition(Map<String, String> conditions)
      throws BadSearch {
    Predicate<MessageSummary> all = row -> true;
    for (String name : conditions.keySet()) {
      all = all.and(condition(name, conditions));
    }
    return all;
  }

  private static Predicate<MessageSummary> condition(String name, Map<String, String> conditions)
      throws BadSearch {
    String value = String.valueOf(conditions.get(name));
    return switch (name) {
      case "messageId" -> equal(MessageSummary::messageId, value);
      case "sourceTn" -> number(MessageSummary::sourceTn, name, value);
      case "destinationTn" -> number(MessageSummary::destinationTn, name, value);
      case "messageStatus" -> equal(MessageSummary::messageStatus, MessageStatus.of(value));
      case "messageDirection" ->
          equal(MessageSummary::messageDirection, MessageDirection.of(value));
      case "messageType" -> equal(MessageSummary::messageType, MessageType.of(value));
      case "carrierName" -> equal(MessageSummary::carrierName, value);
      case "errorCode" ->
          equal(MessageSummary::errorCode, Math.toIntExact(integer(conditions, name, 0)));
      case "campaignId" -> equal(MessageSummary::campaignId, value);
      case "location" -> equal(MessageSummary::location, value);
      case "product" -> equal(MessageSummary::product, value);
      case "callingNumberCountryA3" -> equal(MessageSummary::callingNumberCountryA3, value);
      case "calledNumberCountryA3" -> equal(MessageSummary::calledNumberCountryA3, value);
      // A guess: the list does not say what is queued.
      case "bwQueued" -> isQueued(MessageStatus.QUEUED, value);
      case "carrierQueued" -> isQueued(MessageStatus.SENDING, value);
      case "fromDateTime" -> {
        Instant first = time(name, value);
        yield row -> row.receiveTime() != null && !row.receiveTime().toInstant().isBefore(first);
      }
      case "toDateTime" -> {
        Instant last = time(name, value);
        yield row -> row.receiveTime() != null && !row.receiveTime().toInstant().isAfter(last);
      }
      case "fromBwLatency" -> atLeast(MessageSummary::bwLatency, integer(conditions, name, 0));
      case "fromCarrierLatency" ->
          atLeast(MessageSummary::carrierLatency, integer(conditions, name, 0));
      case "fromSegmentCount" ->
          atLeast(MessageSummary::segmentCount, integer(conditions, name, 0));
      case "toSegmentCount" -> atMost(MessageSummary::segmentCount, integer(conditions, name, 0));
      case "fromMessageSize" -> atLeast(MessageSummary::messageSize, integer(conditions, name, 0));
      case "toMessageSize" -> atMost(MessageSummary::messageSize, integer(conditions, name, 0));
      default -> throw new BadSearch("There is no parameter " + name);
    };
  }

  private static Predicate<MessageSummary> equal(
      Function<MessageSummary, @Nullable Object> property, Object value) {
    return row -> value.equals(property.apply(row));
  }

  private static Predicate<MessageSummary> atLeast(
      Function<MessageSummary, @Nullable Number> property, long value) {
    return row -> {
      Number actual = property.apply(row);
      return actual != null && actual.longValue() >= value;
    };
  }

  private static Predicate<MessageSummary> atMost(
      Function<MessageSummary, @Nullable Number> property, long value) {
    return row -> {
      Number actual = property.apply(row);
      return actual != null && actual.longValue() <= value;
    };
  }

  private static Predicate<MessageSummary> isQueued(MessageStatus queued, String value) {
    return row -> Boolean.parseBoolean(value) == queued.equals(row.messageStatus());
  }

  /** One whole number, up to ten, or the beginning of one. */
  private static Predicate<MessageSummary> number(
      Function<MessageSummary, @Nullable String> property, String name, String value)
      throws BadSearch {
    List<String> numbers = List.of(value.split(",", -1));
    if (numbers.size() > 10 || value.length() < 5) {
      throw new BadSearch(name + " is invalid");
    }
    return row -> {
      String actual = property.apply(row);
      return actual != null
          && (numbers.size() == 1 ? actual.startsWith(value) : numbers.contains(actual));
    };
  }

  private static Instant time(String name, String value) throws BadSearch {
    if (!TIME.matcher(value).matches()) {
      throw new BadSearch(name + " must have milliseconds");
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new BadSearch(name + " is invalid");
    }
  }

  private static long integer(Map<String, String> parameters, String name, long absent)
      throws BadSearch {
    String value = parameters.get(name);
    try {
      return value == null ? absent : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new BadSearch(name + " is not an integer");
    }
  }
}
