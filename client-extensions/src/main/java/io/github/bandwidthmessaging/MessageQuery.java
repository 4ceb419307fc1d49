package io.github.bandwidthmessaging;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.api.ListMessagesParameters;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageProduct;
import io.github.bandwidthmessaging.api.MessageStatus;
import io.github.bandwidthmessaging.api.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What to search for among the messages that were sent or received; see {@link
 * MessageHistory#search(MessageQuery)}.
 *
 * <pre>{@code
 * Instant now = Instant.now();
 * MessageQuery failedToday =
 *     MessageQuery.between(now.minus(Duration.ofDays(1)), now)
 *         .withDirection(MessageDirection.OUTBOUND)
 *         .withStatus(MessageStatus.FAILED);
 * }</pre>
 *
 * <p>A message is found if it meets every condition. Bandwidth requires at least one, so a query
 * begins with an ID or a time. Tag, application, and text cannot be searched for: Bandwidth offers
 * no such condition. A query is immutable: each {@code with} method returns a changed query and
 * leaves this one unchanged.
 */
public final class MessageQuery {
  /** A page, together with all the pages before it, cannot go beyond this many messages. */
  static final int MAX_MESSAGES = 10_000;

  /** How far back Bandwidth searches. */
  static final Duration MAX_AGE = Duration.ofDays(14);

  private static final int DEFAULT_PAGE_SIZE = 1_000;
  private static final int MAX_NUMBERS = 10;
  private static final Pattern PREFIX = Pattern.compile("(?=.{5})\\+?[0-9]{1,15}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");
  private static final Pattern SORT = Pattern.compile("[A-Za-z0-9]+:(asc|desc)");

  /** With three digits of milliseconds, without which the response is a 400. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(UTC);

  private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

  private final ListMessagesParameters parameters;

  private MessageQuery(ListMessagesParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Returns a query for the messages that Bandwidth received in a period of time. Bandwidth
   * searches the last 14 days.
   *
   * @param first the first instant, rounded down to a millisecond
   * @param last the last instant, rounded up to a millisecond; at most 14 days later
   * @return the query
   * @throws IllegalArgumentException if {@code last} is before {@code first}, or more than 14 days
   *     after it
   */
  public static MessageQuery between(Instant first, Instant last) {
    requireNonNull(first, "first == null");
    requireNonNull(last, "last == null");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("last is before first");
    }
    if (first.isBefore(FIRST_TIME) || last.isAfter(LAST_TIME)) {
      throw new IllegalArgumentException("first and last must be in the years 0 to 9999");
    }
    if (Duration.between(first, last).compareTo(MAX_AGE) > 0) {
      throw new IllegalArgumentException(
          "The time between first and last is longer than the 14 days that Bandwidth searches");
    }
    Instant wholeLast = last.truncatedTo(MILLIS);
    return new MessageQuery(
        ListMessagesParameters.builder()
            .fromDateTime(TIME.format(first))
            .toDateTime(TIME.format(wholeLast.equals(last) ? last : wholeLast.plusMillis(1)))
            .limit(DEFAULT_PAGE_SIZE)
            .build());
  }

  /**
   * Returns a query for one message.
   *
   * @param messageId the ID, from a {@link SendResult#id()} or an event
   * @return the query
   * @throws IllegalArgumentException if the ID is blank
   */
  public static MessageQuery ofId(String messageId) {
    return new MessageQuery(
        ListMessagesParameters.builder()
            .messageId(notBlank(messageId, "messageId"))
            .limit(DEFAULT_PAGE_SIZE)
            .build());
  }

  /**
   * Returns this query for messages from one of these numbers.
   *
   * @param numbers 1 to 10 numbers
   * @return the query
   * @throws IllegalArgumentException if there are none, or more than 10
   */
  public MessageQuery withSource(PhoneNumber... numbers) {
    return new MessageQuery(parameters.withSourceTn(listed(numbers)));
  }

  /**
   * Returns this query for messages from a sender that might not be a phone number.
   *
   * @param sender a number, short code or name, as {@link Sender#of} takes it
   * @return the query
   * @throws IllegalArgumentException if it is something else
   */
  public MessageQuery withSource(String sender) {
    Sender checked = Sender.of(sender, "any");
    return new MessageQuery(parameters.withSourceTn(checked.from()));
  }

  /** Returns this query for messages from a number to some others, or to any. */
  MessageQuery withNumbers(String source, List<String> destinations) {
    return new MessageQuery(
        parameters
            .withSourceTn(source)
            .withDestinationTn(destinations.isEmpty() ? null : String.join(",", destinations)));
  }

  /**
   * Returns this query for messages from numbers with a common prefix.
   *
   * @param prefix the beginning of the numbers, such as {@code +1919}: digits, usually after a
   *     plus, at least 5 characters
   * @return the query
   * @throws IllegalArgumentException if it is shorter, or not the beginning of a number
   */
  public MessageQuery withSourcePrefix(String prefix) {
    return new MessageQuery(parameters.withSourceTn(prefix(prefix)));
  }

  /**
   * Returns this query for messages to one of these numbers. Bandwidth does not document whether a
   * group message is found by each of its recipients.
   *
   * @param numbers 1 to 10 numbers
   * @return the query
   * @throws IllegalArgumentException if there are none, or more than 10
   */
  public MessageQuery withDestination(PhoneNumber... numbers) {
    return new MessageQuery(parameters.withDestinationTn(listed(numbers)));
  }

  /**
   * Returns this query for messages to numbers with a common prefix.
   *
   * @param prefix the beginning of the numbers, such as {@code +1919}: digits, usually after a
   *     plus, at least 5 characters
   * @return the query
   * @throws IllegalArgumentException if it is shorter, or not the beginning of a number
   */
  public MessageQuery withDestinationPrefix(String prefix) {
    return new MessageQuery(parameters.withDestinationTn(prefix(prefix)));
  }

  /**
   * Returns this query for messages with a status. Bandwidth does not promise that the search
   * confirms a delivery; the callbacks do.
   *
   * @param status the status, known or not
   * @return the query
   */
  public MessageQuery withStatus(MessageStatus status) {
    return new MessageQuery(parameters.withMessageStatus(requireNonNull(status, "status == null")));
  }

  /**
   * Returns this query for messages that were sent, or for those that were received.
   *
   * @param direction the direction
   * @return the query
   */
  public MessageQuery withDirection(MessageDirection direction) {
    return new MessageQuery(
        parameters.withMessageDirection(requireNonNull(direction, "direction == null")));
  }

  /**
   * Returns this query for messages of a type.
   *
   * @param type the type
   * @return the query
   */
  public MessageQuery withType(MessageType type) {
    return new MessageQuery(parameters.withMessageType(requireNonNull(type, "type == null")));
  }

  /**
   * Returns this query for messages of a product.
   *
   * @param product the product
   * @return the query
   */
  public MessageQuery withProduct(MessageProduct product) {
    return new MessageQuery(parameters.withProduct(requireNonNull(product, "product == null")));
  }

  /**
   * Returns this query for messages with an error code.
   *
   * @param errorCode the code, which {@code DeliveryErrorCode} explains; 0 for no error
   * @return the query
   * @throws IllegalArgumentException if it is negative
   */
  public MessageQuery withErrorCode(int errorCode) {
    return new MessageQuery(parameters.withErrorCode(notNegative(errorCode, "errorCode")));
  }

  /**
   * Returns this query for messages of a carrier.
   *
   * @param carrier the name, such as {@code Verizon}, {@code TMobile}, or {@code AT&T}
   * @return the query
   * @throws IllegalArgumentException if it is blank
   */
  public MessageQuery withCarrier(String carrier) {
    return new MessageQuery(parameters.withCarrierName(notBlank(carrier, "carrier")));
  }

  /**
   * Returns this query for messages of a campaign.
   *
   * @param campaignId the ID of the campaign
   * @return the query
   * @throws IllegalArgumentException if it is blank
   */
  public MessageQuery withCampaign(String campaignId) {
    return new MessageQuery(parameters.withCampaignId(notBlank(campaignId, "campaignId")));
  }

  /**
   * Returns this query for messages of a location.
   *
   * @param location the ID of the location
   * @return the query
   * @throws IllegalArgumentException if it is blank
   */
  public MessageQuery withLocation(String location) {
    return new MessageQuery(parameters.withLocation(notBlank(location, "location")));
  }

  /**
   * Returns this query for messages whose sender is in a country.
   *
   * @param country three capital letters (ISO 3166-1 alpha-3), such as {@code USA}
   * @return the query
   * @throws IllegalArgumentException if it is not three capital letters
   */
  public MessageQuery withSourceCountry(String country) {
    return new MessageQuery(parameters.withCallingNumberCountryA3(country(country)));
  }

  /**
   * Returns this query for messages whose recipient is in a country.
   *
   * @param country three capital letters (ISO 3166-1 alpha-3), such as {@code USA}
   * @return the query
   * @throws IllegalArgumentException if it is not three capital letters
   */
  public MessageQuery withDestinationCountry(String country) {
    return new MessageQuery(parameters.withCalledNumberCountryA3(country(country)));
  }

  /**
   * Returns this query for messages with a number of segments.
   *
   * @param least the least number of segments
   * @param most the greatest number of segments
   * @return the query
   * @throws IllegalArgumentException if {@code least} is negative or more than {@code most}
   */
  public MessageQuery withSegments(int least, int most) {
    checkRange(least, most);
    return new MessageQuery(parameters.withFromSegmentCount(least).withToSegmentCount(most));
  }

  /**
   * Returns this query for messages of a size.
   *
   * @param least the least size in bytes, content and headers together
   * @param most the greatest size in bytes
   * @return the query
   * @throws IllegalArgumentException if {@code least} is negative or more than {@code most}
   */
  public MessageQuery withSize(long least, long most) {
    checkRange(least, most);
    return new MessageQuery(parameters.withFromMessageSize(least).withToMessageSize(most));
  }

  /**
   * Returns this query for messages that spent some time at Bandwidth. Only for accounts with
   * Bandwidth's Advanced Quality Metrics.
   *
   * @param least the least number of seconds
   * @return the query
   * @throws IllegalArgumentException if it is negative
   */
  public MessageQuery withBandwidthLatency(int least) {
    return new MessageQuery(parameters.withFromBwLatency(notNegative(least, "least")));
  }

  /**
   * Returns this query for outbound messages that spent some time at the carrier. Only for accounts
   * with Bandwidth's Advanced Quality Metrics.
   *
   * @param least the least number of seconds
   * @return the query
   * @throws IllegalArgumentException if it is negative
   */
  public MessageQuery withCarrierLatency(int least) {
    return new MessageQuery(parameters.withFromCarrierLatency(notNegative(least, "least")));
  }

  /**
   * Returns this query for messages that are queued in Bandwidth's network, or for those that are
   * not.
   *
   * @param queued whether they are queued
   * @return the query
   */
  public MessageQuery withBandwidthQueued(boolean queued) {
    return new MessageQuery(parameters.withBwQueued(queued));
  }

  /**
   * Returns this query for outbound messages that are queued in the carrier's network, or for those
   * that are not. Only for accounts with Bandwidth's Advanced Quality Metrics.
   *
   * @param queued whether they are queued
   * @return the query
   */
  public MessageQuery withCarrierQueued(boolean queued) {
    return new MessageQuery(parameters.withCarrierQueued(queued));
  }

  /**
   * Returns this query with another order of the messages. Bandwidth documents neither the default
   * order nor which properties of a message can be sorted by.
   *
   * @param sort a property, a colon, and {@code asc} or {@code desc}, such as {@code sourceTn:desc}
   * @return the query
   * @throws IllegalArgumentException if it has another form
   */
  public MessageQuery withSort(String sort) {
    if (!SORT.matcher(requireNonNull(sort, "sort == null")).matches()) {
      throw new IllegalArgumentException("sort must be a property, a colon, and asc or desc");
    }
    return new MessageQuery(parameters.withSort(sort));
  }

  /**
   * Returns this query with another page size. Pages are requested one at a time.
   *
   * @param messages from 1 to 10,000; 1,000 by default
   * @return the query
   * @throws IllegalArgumentException if it is out of this range
   */
  public MessageQuery withPageSize(int messages) {
    if (messages < 1 || messages > MAX_MESSAGES) {
      throw new IllegalArgumentException("The size of a page must be from 1 to 10,000 messages");
    }
    return new MessageQuery(parameters.withLimit(messages));
  }

  /**
   * Returns this query starting at a page other than the first, for example for a web page that
   * shows one page at a time. Everything else must be as in the query that the token comes from.
   *
   * @param token the {@link Page#nextToken()} of a page; Bandwidth does not say how long it is
   *     valid
   * @return the query
   * @throws IllegalArgumentException if it is blank
   */
  public MessageQuery withPageToken(String token) {
    return new MessageQuery(parameters.withPageToken(notBlank(token, "token")));
  }

  /**
   * Returns this query with a {@link Page#total()} that stops at 10,000, which makes slow searches
   * faster.
   *
   * @return the query
   */
  public MessageQuery withCappedTotal() {
    return new MessageQuery(parameters.withLimitTotalCount(true));
  }

  ListMessagesParameters parameters() {
    return parameters;
  }

  int pageSize() {
    return requireNonNull(parameters.limit());
  }

  /** Returns the parameters, with phone numbers masked. */
  @Override
  public String toString() {
    return "MessageQuery[" + parameters + "]";
  }

  private static String listed(PhoneNumber... numbers) {
    requireNonNull(numbers, "numbers == null");
    if (numbers.length < 1 || numbers.length > MAX_NUMBERS) {
      throw new IllegalArgumentException(
          "A search is for 1 to 10 numbers, not " + numbers.length + "; use a prefix or no number");
    }
    return Arrays.stream(numbers)
        .map(number -> requireNonNull(number, "A number is null").value())
        .collect(joining(","));
  }

  private static String prefix(String prefix) {
    if (!PREFIX.matcher(requireNonNull(prefix, "prefix == null")).matches()) {
      throw new IllegalArgumentException(
          "prefix must be the beginning of a number, at least 5 characters, such as +1919");
    }
    return prefix;
  }

  private static String country(String country) {
    if (!COUNTRY.matcher(requireNonNull(country, "country == null")).matches()) {
      throw new IllegalArgumentException("country must be three capital letters, such as USA");
    }
    return country;
  }

  private static String notBlank(String value, String name) {
    if (requireNonNull(value, name + " == null").isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    return value;
  }

  private static int notNegative(int value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " is negative");
    }
    return value;
  }

  private static void checkRange(long least, long most) {
    if (least < 0 || least > most) {
      throw new IllegalArgumentException("least must be from 0 to most");
    }
  }
}
