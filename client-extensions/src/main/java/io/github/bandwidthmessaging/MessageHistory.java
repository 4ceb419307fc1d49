package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonDataException;
import io.github.bandwidthmessaging.api.ListMessagesParameters;
import io.github.bandwidthmessaging.api.MessagePage;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.PageInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The messages that an account has sent and received, as Bandwidth lists them: with numbers, times
 * and statuses, but without text, media, tag, or application. Get it from {@link
 * MessagingClient#messages()}.
 *
 * <pre>{@code
 * Instant now = Instant.now();
 * MessageQuery failed =
 *     MessageQuery.between(now.minus(Duration.ofHours(1)), now).withStatus(MessageStatus.FAILED);
 * for (MessageSummary message : client.messages().search(failed)) {
 *   System.out.println(message.messageId() + " " + message.errorCode());
 * }
 * }</pre>
 *
 * <p>A message is usually in the list within a minute, but it can take up to 15 minutes longer on
 * busy days. Bandwidth accepts 3,500 searches in 5 minutes from one IP address; beyond that, a
 * search waits until Bandwidth accepts it, at most 10 minutes for each page unless {@link
 * RequestOptions#withTimeout} sets another limit. Nothing here sends a message, and everything is
 * safe to repeat: a failed request is retried as {@link RetryPolicy} says.
 */
public final class MessageHistory {
  static final RepeatableCall.Operation LIST =
      new RepeatableCall.Operation(
          "listMessages", "GET /users/{accountId}/messages", 200, OutcomeDecision.NOT_FOUND);

  /** Twice the time that Bandwidth makes a client wait after too many searches. */
  private static final Duration PAGE_TIMEOUT = Duration.ofMinutes(10);

  private static final Pattern SEPARATOR = Pattern.compile(",");

  /** A page, and what its response says about the server's clock. */
  record Fetched(MessagePage page, @Nullable Duration offset) {}

  private final MessagingClient client;

  MessageHistory(MessagingClient client) {
    this.client = client;
  }

  /**
   * Searches for messages, a page at a time, as they are read.
   *
   * @param query what to search for
   * @return the messages; nothing is requested before they are read. Reading them throws an {@link
   *     ApiException} if a page fails, if its token is no longer valid, if the token of the next
   *     one is missing, and after 10,000 messages if there are more: Bandwidth returns no more for
   *     one search, so narrow its time
   */
  public Pager<MessageSummary> search(MessageQuery query) {
    return search(query, RequestOptions.none());
  }

  /**
   * Searches for messages as {@link #search(MessageQuery)} does, with options for this search.
   *
   * @param query what to search for
   * @param options the options for the request of each page
   * @return the messages
   */
  public Pager<MessageSummary> search(MessageQuery query, RequestOptions options) {
    requireNonNull(query, "query == null");
    requireNonNull(options, "options == null");
    return search(query, options, fetched -> {});
  }

  /** Searches, and reports every response. */
  Pager<MessageSummary> search(
      MessageQuery query, RequestOptions options, Consumer<Fetched> responses) {
    return new Pager<>(new Search(query, options, responses));
  }

  /**
   * Searches for one message.
   *
   * @param messageId the ID, from a {@link SendResult#id()} or an event
   * @return what Bandwidth lists about the message: empty if it is not in the list, or not yet.
   *     Bandwidth does not document whether it lists a group message once or once for each
   *     recipient
   * @throws IllegalArgumentException if the ID is blank
   * @throws ApiException if the search fails
   */
  public List<MessageSummary> byId(String messageId) {
    return search(MessageQuery.ofId(messageId)).stream()
        .filter(message -> messageId.equals(message.messageId()))
        .toList();
  }

  /**
   * Looks in Bandwidth's list for a message that might have been sent. It asks once, and never
   * sends anything.
   *
   * <p>The list has no text and no tag, so it cannot tell this message from a similar one that
   * another program sent between the same numbers at the same time. {@link #find(Collection,
   * Predicate, Duration)} leaves out messages whose IDs you know. What this client and those built
   * from it sent is allowed for: the last 10,000 messages with an ID, and 2,000 without.
   *
   * @param failure why it is not known whether the message was sent
   * @return what the list says; before 16 minutes have passed, it can be {@link
   *     Lookup.Verdict#NOT_YET}
   * @throws IllegalArgumentException if the failure is older than the 14 days that Bandwidth
   *     searches, was serialized (which loses its message), or is about a multi-channel message
   * @throws ApiException if the search fails
   */
  public Lookup find(UnknownOutcomeException failure) {
    return find(List.of(UnknownMessage.of(failure)), id -> false, Duration.ZERO).get(0);
  }

  /**
   * Looks in Bandwidth's list for messages that might have been sent, all in one pass, and never
   * sends anything. Look for similar messages that are not from an {@link UnknownOutcomeException}
   * of this client together, so that a single one in the list is not taken for each of them.
   *
   * <p>It asks at once, and then about 0.5, 2, 5, 10, and 16 minutes after each message, until
   * there is a verdict or {@code patience} runs out. One request covers up to 10 recipients of one
   * sender. It returns as soon as no further search falls within {@code patience}: at the latest
   * after the search 16 minutes after the last failure, when every message has a verdict. This
   * thread sleeps in between; an interrupt makes it return what is known by then, and the thread
   * stays interrupted.
   *
   * @param messages the messages
   * @param isOther returns true for the ID of a message that is certainly another one, such as
   *     those of another program; the client's own need not be excluded, unless a message was made
   *     of a request and times
   * @param patience how long to wait and ask again, from 0 to 1 day; 17 minutes from the last
   *     failure is enough for every verdict, and more changes nothing
   * @return what the list says about each message, in the order of {@code messages}
   * @throws IllegalArgumentException if a message is older than the 14 days that Bandwidth
   *     searches, or {@code patience} is negative or longer
   * @throws ApiException if a search fails, for example because it has more than 10,000 messages or
   *     this machine's clock is more than a week off
   * @throws IllegalStateException if the client is closed, even while this waits
   */
  public List<Lookup> find(
      Collection<UnknownMessage> messages, Predicate<? super String> isOther, Duration patience) {
    List<UnknownMessage> all = List.copyOf(requireNonNull(messages, "messages == null"));
    requireNonNull(isOther, "isOther == null");
    requireNonNull(patience, "patience == null");
    if (patience.isNegative() || patience.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("patience must be from 0 to 1 day");
    }
    return new MessageFinder(client, this, all).find(isOther, patience);
  }

  /** Makes the cheapest request that needs the credentials and the account. */
  void check() {
    Instant now = client.clock.instant();
    MessageQuery any = MessageQuery.between(now.minusSeconds(60), now).withPageSize(1);
    try {
      Fetched unused = fetch(any.parameters(), RequestOptions.none());
    } catch (ApiException e) {
      throw e.explained(whatIsWrong(e));
    }
  }

  /** Returns the account, without its credentials. */
  @Override
  public String toString() {
    return "MessageHistory[accountId=" + client.accountId + "]";
  }

  private String whatIsWrong(ApiException e) {
    boolean isOAuth = client.credentials instanceof OAuth;
    return switch (e.status()) {
      case 401 ->
          isOAuth
              ? "; the client ID and secret are valid, but have no access to this account"
              : "; the credentials are wrong, or have no access to this account, or Basic"
                  + " authentication has ended";
      case 403 ->
          "; the credentials are right, but have no access to this account or may not search"
              + " messages";
      default -> "";
    };
  }

  /** Requests one page. */
  Fetched fetch(ListMessagesParameters parameters, RequestOptions options) {
    // Not the request's own content, but just as personal.
    List<String> numbers =
        Stream.of(parameters.sourceTn(), parameters.destinationTn())
            .flatMap(Stream::ofNullable)
            .flatMap(SEPARATOR::splitAsStream)
            .toList();
    return new RepeatableCall<>(
            client,
            LIST,
            options,
            numbers,
            account -> client.requests.listMessages(account, parameters),
            this::read)
        .execute();
  }

  private Fetched read(Response response) throws IOException {
    Date date = response.headers().getDate("Date");
    Instant now = client.clock.instant();
    MessagePage page = RepeatableCall.json(response, MessagePage.jsonAdapter());
    if (page.messages() == null) {
      // It would look as if there were none.
      throw new JsonDataException("messages is missing");
    }
    for (MessageSummary message : page.messages()) {
      if (message == null || message.messageId() == null) {
        throw new JsonDataException("A message has no messageId");
      }
    }
    return new Fetched(page, date == null ? null : Duration.between(now, date.toInstant()));
  }

  /** One search, page by page. */
  private final class Search implements Pager.Source<MessageSummary> {
    private final MessageQuery query;
    private final RequestOptions options;
    private final Consumer<Fetched> responses;

    Search(MessageQuery query, RequestOptions options, Consumer<Fetched> responses) {
      this.query = query;
      this.responses = responses;
      this.options = options.timeout() == null ? options.withTimeout(PAGE_TIMEOUT) : options;
    }

    @Override
    public Page<MessageSummary> page(@Nullable String token, long before) {
      if (before >= MessageQuery.MAX_MESSAGES) {
        throw tooMany();
      }
      ListMessagesParameters parameters =
          query
              .parameters()
              .withLimit((int) Math.min(query.pageSize(), MessageQuery.MAX_MESSAGES - before));
      if (token != null) {
        parameters = parameters.withPageToken(token);
      }
      Fetched fetched;
      try {
        fetched = fetch(parameters, options);
      } catch (ApiException e) {
        throw e.status() == 400 && parameters.pageToken() != null
            ? e.explained(
                "; the page token is no longer valid, or of another search, so begin the search"
                    + " again")
            : e;
      }
      responses.accept(fetched);
      MessagePage page = fetched.page();
      List<MessageSummary> messages = requireNonNull(page.messages());
      PageInfo info = page.pageInfo();
      String next = info == null ? null : info.nextPageToken();
      boolean hasNext = next != null && !next.isEmpty();
      if (hasNext && messages.isEmpty() && isMore(page.totalCount(), before)) {
        throw LIST.failure(
            "an empty page has a token for the next, although there are more messages");
      }
      return new Page<>(messages, hasNext && !messages.isEmpty() ? next : null, page.totalCount());
    }

    /** Whether there are certainly more messages than these. */
    private boolean isMore(@Nullable Long total, long items) {
      return total != null
          && total > items
          && query.parameters().pageToken() == null
          && query.parameters().limitTotalCount() == null;
    }

    @Override
    public void atEnd(Page<MessageSummary> last, long items) {
      Long total = last.total();
      boolean isCapped = query.parameters().limitTotalCount() != null;
      if (items >= MessageQuery.MAX_MESSAGES && (total == null || isCapped || total > items)) {
        throw tooMany();
      }
      // A page that is not full is the last, even if messages arrived since the first.
      boolean isFull = last.items().size() >= query.pageSize();
      if (isFull && isMore(total, items)) {
        throw LIST.failure(
            "a full page has no token for the next, although there are more messages");
      }
    }

    @Override
    public ApiException repeated() {
      return LIST.failure("the pages go in circles: a page token came twice");
    }

    private ApiException tooMany() {
      return LIST.failure(
          "there are more than the 10,000 messages that Bandwidth returns for one search; narrow the"
              + " time");
    }
  }
}
