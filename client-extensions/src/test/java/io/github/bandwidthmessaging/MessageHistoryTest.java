package io.github.bandwidthmessaging;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageStatus;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessageType;
import io.github.bandwidthmessaging.testing.ClockedBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MessageHistoryTest {
  private final VirtualTime time = new VirtualTime();
  @AutoClose private final FakeBandwidth bandwidth = ClockedBandwidth.start(time);

  @AutoClose
  private final MessagingClient client =
      time.client(bandwidth.clientBuilder(), Duration.ZERO).build();

  @AutoClose private final MockWebServer server = new MockWebServer();

  private static MessageQuery lastHour() {
    return MessageQuery.between(VirtualTime.START.minusSeconds(3600), VirtualTime.START);
  }

  private static MessageSummary.Builder row(int number) {
    return MessageSummary.builder()
        .messageId("m" + number)
        .sourceTn("+12345678901")
        .destinationTn("+12345678902")
        .messageStatus(MessageStatus.DELIVERED)
        .messageDirection(MessageDirection.OUTBOUND)
        .messageType(MessageType.SMS)
        .receiveTime(VirtualTime.START.minusMillis(number).atOffset(UTC));
  }

  private void add(int rows) {
    for (int i = 0; i < rows; i++) {
      bandwidth.addToList(row(i).build());
    }
  }

  private static List<String> ids(Iterable<MessageSummary> messages) {
    List<String> ids = new ArrayList<>();
    messages.forEach(message -> ids.add(message.messageId()));
    return ids;
  }

  private MessagingClient hostile() throws Exception {
    server.start();
    return Examples.client(server.url("/api/v2").toString()).build();
  }

  @Test
  void searchesWhatWasSent() {
    SendResult sent = client.send(Examples.REQUEST);
    client.send(Examples.SENDER.text(Examples.SECOND, "Hello"));

    List<MessageSummary> found =
        client.messages().search(lastHour().withDestination(Examples.FIRST)).stream().toList();

    assertThat(found).hasSize(1);
    assertThat(found.get(0).messageId()).isEqualTo(sent.id());
    assertThat(found.get(0).sourceTn()).isEqualTo("+12345678901");
    assertThat(found.get(0).messageLength()).isEqualTo(20);
  }

  @Test
  void asksForConditionsWithEveryPageAndForTokenInQuery() throws Exception {
    try (MessagingClient client = hostile()) {
      server.enqueue(page("\"pageInfo\":{\"nextPageToken\":\"a+b/=\"},", "one", "two"));
      server.enqueue(page("", "three"));

      assertThat(ids(client.messages().search(lastHour().withStatus(MessageStatus.FAILED))))
          .containsExactly("one", "two", "three");

      RecordedRequest first = server.takeRequest();
      RecordedRequest second = server.takeRequest();
      assertThat(first.getTarget())
          .isEqualTo(
              "/api/v2/users/9900000/messages?messageStatus=FAILED"
                  + "&fromDateTime=2026-11-01T11%3A00%3A00.000Z"
                  + "&toDateTime=2026-11-01T12%3A00%3A00.000Z&limit=1000");
      assertThat(first.getMethod()).isEqualTo("GET");
      assertThat(first.getHeaders().get("Accept")).isEqualTo("application/json");
      assertThat(first.getHeaders().get("Authorization")).startsWith("Basic ");
      assertThat(second.getTarget())
          .isEqualTo(first.getTarget().replace("&limit=", "&pageToken=a%2Bb%2F%3D&limit="));
    }
  }

  @Test
  void goesThroughAllPages() {
    add(25);

    Pager<MessageSummary> pager = client.messages().search(lastHour().withPageSize(10));

    assertThat(ids(pager))
        .hasSize(25)
        .startsWith("m0", "m1")
        .endsWith("m24")
        .doesNotHaveDuplicates();
    assertThat(pager.pages())
        .extracting(page -> page.items().size() + " of " + page.total())
        .containsExactly("10 of 25", "10 of 25", "5 of 25");
  }

  @Test
  void resumesFromPageToken() {
    add(25);
    MessageQuery query = lastHour().withPageSize(10);
    String token =
        requireNonNull(client.messages().search(query).pages().iterator().next().nextToken());

    assertThat(ids(client.messages().search(query.withPageToken(token))))
        .hasSize(15)
        .startsWith("m10");
  }

  @Test
  void tenThousandMessagesAreAllOfThem() {
    add(10_000);

    // The last page is shorter, so that it stays within the limit.
    assertThat(ids(client.messages().search(lastHour().withPageSize(3_000)))).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 10_000})
  void moreThanTenThousandMessagesAreAnErrorAndNoSilentEnd(int pageSize) {
    add(10_001);
    List<String> read = new ArrayList<>();

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(
            () ->
                client
                    .messages()
                    .search(lastHour().withPageSize(pageSize))
                    .forEach(message -> read.add(message.messageId())))
        .withMessage(
            "GET /users/{accountId}/messages -> there are more than the 10,000 messages that"
                + " Bandwidth returns for one search; narrow the time");
    assertThat(read).hasSize(10_000);
  }

  @ParameterizedTest
  @CsvSource({
    "10000, false, false",
    "10001, false, true",
    "10000, true, true",
    ", false, true",
    "9999, false, false",
  })
  void endOfServerAtTenThousandMessagesIsBelievedOnlyIfTheTotalConfirmsIt(
      Long total, boolean isCapped, boolean isMore) throws Exception {
    String[] ids = new String[10_000];
    Arrays.fill(ids, "same");
    try (MessagingClient client = hostile()) {
      server.enqueue(page(total == null ? "" : "\"totalCount\":" + total + ",", ids));
      MessageQuery query = lastHour().withPageSize(10_000);
      Iterator<MessageSummary> messages =
          client.messages().search(isCapped ? query.withCappedTotal() : query).iterator();
      for (int i = 0; i < 10_000; i++) {
        messages.next();
      }

      if (isMore) {
        assertThatExceptionOfType(ApiException.class)
            .isThrownBy(messages::hasNext)
            .withMessageContaining("narrow the time");
      } else {
        assertThat(messages.hasNext()).isFalse();
      }
    }
  }

  @Test
  void waitsAsLongAsBandwidthAsksInTheMiddle() {
    add(50);
    bandwidth.limitSearches(3, Duration.ofMinutes(5));

    assertThat(ids(client.messages().search(lastHour().withPageSize(10)))).hasSize(50);
    assertThat(time.waits).containsExactly(Duration.ofMinutes(5));
  }

  @Test
  void waitsNoLongerThanItsOptionsAllow() {
    add(50);
    bandwidth.limitSearches(3, Duration.ofMinutes(5));

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(
            () ->
                ids(
                    client
                        .messages()
                        .search(
                            lastHour().withPageSize(10),
                            RequestOptions.none().withTimeout(Duration.ofMinutes(1)))))
        .withMessageContaining("429 rate_limit_exceeded")
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofMinutes(5)));
    assertThat(time.waits).isEmpty();
  }

  @Test
  void responseThatIsLostIsAskedForAgain() {
    add(25);
    bandwidth.failNextSearch(Fault.HANG_UP, Fault.BAD_GATEWAY, Fault.SERVER_ERROR);

    assertThat(ids(client.messages().search(lastHour().withPageSize(10)))).hasSize(25);
  }

  @Test
  void expiredTokenIsToldApartFromOtherBadRequests() {
    add(25);
    Iterator<MessageSummary> messages =
        client.messages().search(lastHour().withPageSize(10)).iterator();
    for (int i = 0; i < 10; i++) {
      messages.next();
    }
    bandwidth.expirePageTokens();

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(messages::next)
        .withMessageStartingWith("GET /users/{accountId}/messages -> 400 request-validation: page")
        .withMessageEndingWith(
            " is invalid; the page token is no longer valid, or of another search, so begin the"
                + " search again")
        .satisfies(
            e -> {
              assertThat(e.status()).isEqualTo(400);
              assertThat(e.type()).isEqualTo("request-validation");
              assertThat(e.isRetryable()).isFalse();
            });
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> ids(client.messages().search(lastHour().withSort("text:asc"))))
        .withMessageEndingWith("sort is invalid");
  }

  @Test
  void findsOneMessageByItsId() {
    SendResult sent = client.send(Examples.REQUEST);
    bandwidth.setListLag(Duration.ofMinutes(1));

    assertThat(client.messages().byId(sent.id())).isEmpty();
    time.pass(Duration.ofMinutes(1));
    assertThat(client.messages().byId(sent.id()))
        .extracting(MessageSummary::messageStatus)
        .containsExactly(MessageStatus.RECEIVED);
    assertThat(client.messages().byId("another")).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> client.messages().byId(""));
  }

  @Test
  void listsGroupAsBandwidthDoes() {
    SendResult once = client.send(Examples.SENDER.groupText(recipients(), "Dinner?"));
    bandwidth.listGroupsByRecipient();
    SendResult forEach = client.send(Examples.SENDER.groupText(recipients(), "Dinner?"));

    assertThat(client.messages().byId(once.id())).hasSize(1);
    assertThat(client.messages().byId(forEach.id())).hasSize(2);
  }

  @Test
  void emptyPageWithTokenIsNotTheEndIfThereAreMore() throws Exception {
    try (MessagingClient client = hostile()) {
      MessageQuery query = lastHour().withPageSize(2);
      server.enqueue(page("\"totalCount\":0,\"pageInfo\":{\"nextPageToken\":\"a\"},"));
      assertThat(ids(client.messages().search(query))).isEmpty();
      server.enqueue(page("\"totalCount\":3,\"pageInfo\":{\"nextPageToken\":\"a\"},"));

      assertThatThrownBy(() -> ids(client.messages().search(query)))
          .isInstanceOf(ApiException.class)
          .hasMessageEndingWith(
              "-> an empty page has a token for the next, although there are more messages");
    }
  }

  /** It would look as if there were no more, and a message that is among them as if not sent. */
  @Test
  void fullPageWithoutTokenIsNotTheEndIfThereAreMore() throws Exception {
    try (MessagingClient client = hostile()) {
      MessageQuery query = lastHour().withPageSize(2);
      server.enqueue(
          page("\"totalCount\":3,\"pageInfo\":{\"nextPageToken\":\"a\"},", "one", "two"));
      server.enqueue(page("\"totalCount\":4,", "three"));
      assertThat(ids(client.messages().search(query))).hasSize(3);
      server.enqueue(page("\"totalCount\":4,", "three", "four"));
      assertThat(ids(client.messages().search(query.withPageToken("a")))).hasSize(2);
      server.enqueue(page("\"totalCount\":3,\"pageInfo\":{},", "one", "two"));

      assertThatThrownBy(() -> ids(client.messages().search(query)))
          .isInstanceOf(ApiException.class)
          .hasMessageEndingWith(
              "-> a full page has no token for the next, although there are more messages");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sun, 06 Dec 2015 08:49:37 GMT", "Sun, 06 Dec 2099 08:49:37 GMT"})
  void looksForNothingByClockThatIsWeeksOff(String date) throws Exception {
    try (MessagingClient client = hostile()) {
      server.enqueue(page("").newBuilder().setHeader("Date", date).build());

      assertThatThrownBy(
              () -> client.messages().find(List.of(unknown()), id -> false, Duration.ZERO))
          .isInstanceOf(ApiException.class)
          .hasMessageEndingWith(
              "200, but by its Date this machine's clock is more than a week off; set it");
    }
  }

  private static List<PhoneNumber> recipients() {
    return List.of(Examples.FIRST, Examples.SECOND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html></html>|cannot be read",
        "{}|messages is missing",
        "{'messages':null}|messages is missing",
        "{'messages':[null]}|A message has no messageId",
        "{'messages':[{}]}|A message has no messageId",
        "{'messages':[{'sourceTn':'+12345678901'}]}|A message has no messageId",
        "[]|cannot be read",
        "null|not one JSON value",
        "{'messages':[]}{}|not one JSON value",
        "{'messages':[{'messageId':'a'},|the JSON breaks off",
        "{'messages':7}|cannot be read",
      })
  void whatCannotBeReadIsAnErrorAndNeverNothing(String body, String why) throws Exception {
    try (MessagingClient client = hostile()) {
      for (int i = 0; i < 2; i++) {
        server.enqueue(
            new MockResponse.Builder().body(body == null ? "" : body.replace('\'', '"')).build());
      }

      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> ids(client.messages().search(lastHour())))
          .withMessageStartingWith("GET /users/{accountId}/messages -> 200, but the body")
          .withMessageContaining(why)
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("1234567890"));
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> client.messages().find(List.of(unknown()), id -> false, Duration.ZERO));
    }
  }

  @Test
  void pagesThatGoInCirclesAreAnError() throws Exception {
    try (MessagingClient client = hostile()) {
      for (int i = 0; i < 20; i++) {
        server.enqueue(
            page("\"pageInfo\":{\"nextPageToken\":\"" + (i < 3 ? i : i % 2) + "\"},", "m" + i));
      }

      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> ids(client.messages().search(lastHour())))
          .withMessageContaining("a page token came twice");
    }
  }

  @Test
  void pageWithoutEndIsAnError() throws Exception {
    try (MessagingClient client = hostile()) {
      server.enqueue(
          new MockResponse.Builder()
              .body(new Buffer().writeUtf8("{\"messages\":[" + " ".repeat(17 * 1024 * 1024)))
              .build());

      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> ids(client.messages().search(lastHour())))
          .withMessageContaining("longer than 16 MiB");
    }
  }

  @Test
  void stalledPageEndsWithItsTimeout() throws Exception {
    try (MessagingClient client = hostile()) {
      server.enqueue(page("", "one").newBuilder().throttleBody(1, 10, SECONDS).build());

      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(
              () ->
                  ids(
                      client
                          .messages()
                          .search(
                              lastHour(),
                              RequestOptions.none().withTimeout(Duration.ofMillis(300)))))
          .satisfies(e -> assertThat(e.isRetryable()).isTrue());
    }
  }

  @Test
  void failureHidesTheNumbersThatWereSearchedFor() throws Exception {
    try (MessagingClient client = hostile()) {
      server.enqueue(
          new MockResponse.Builder()
              .code(400)
              .body("{\"type\":\"request-validation\",\"description\":\"bad +12345678903\"}")
              .build());
      MessageQuery query = lastHour().withDestination(Examples.FIRST, Examples.SECOND);

      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> ids(client.messages().search(query)))
          .satisfies(e -> assertThat(e.getMessage()).contains("bad •••").doesNotContain("12345"));
    }
  }

  @Test
  void listenerSeesSearchesWithoutOutcome() {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (MessagingClient watched =
        client
            .newBuilder()
            .listener(
                request ->
                    new RequestListener() {
                      @Override
                      public void finished(Completion completion) {
                        seen.add(
                            request.operation()
                                + " "
                                + completion.status()
                                + " "
                                + completion.outcome());
                      }
                    })
            .build()) {
      ids(watched.messages().search(lastHour()));
    }
    assertThat(seen).containsExactly("listMessages 200 null");
  }

  @Test
  void otherAccountsMessagesAreSearchedWithOptions() {
    client.send(Examples.REQUEST, RequestOptions.none().withAccountId("9900001"));

    assertThat(ids(client.messages().search(lastHour()))).isEmpty();
    assertThat(
            ids(
                client
                    .messages()
                    .search(lastHour(), RequestOptions.none().withAccountId("9900001"))))
        .hasSize(1);
  }

  @Test
  void rightCredentialsPassTheCheckWithoutSending() {
    client.checkCredentials();

    assertThat(bandwidth.sent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UNAUTHORIZED, 401, 'the client ID and secret are valid, but have no access'",
    "FORBIDDEN, 403, 'the credentials are right, but have no access to this account'",
  })
  void checkSaysWhichIsWrong(Fault fault, int status, String why) {
    bandwidth.failNextSearch(fault, fault);

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(client::checkCredentials)
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.status()).isEqualTo(status));
  }

  @Test
  void checkCannotTellPasswordFromAccount() {
    bandwidth.failNextSearch(Fault.UNAUTHORIZED);
    try (MessagingClient basic = Examples.client(bandwidth.url()).build()) {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(basic::checkCredentials)
          .withMessage(
              "GET /users/{accountId}/messages -> 401 unauthorized: Authentication Failed; the"
                  + " credentials are wrong, or have no access to this account, or Basic"
                  + " authentication has ended");
    }
  }

  @Test
  void checkBlamesNeitherIfTheTokenEndpointIsAnother() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).build());
    server.start();
    try (MessagingClient wrong =
        bandwidth
            .clientBuilder()
            .credentials(Credentials.oauth("id", "secret", server.url("/token").toString()))
            .build()) {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(wrong::checkCredentials)
          .withMessageEndingWith("responded with 404");
    }
  }

  @Test
  void checkSaysThatSecretIsWrong() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(401).body("{\"error\":\"invalid_client\"}").build());
    server.start();
    try (MessagingClient wrong =
        bandwidth
            .clientBuilder()
            .credentials(Credentials.oauth("id", "secret", server.url("/token").toString()))
            .build()) {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(wrong::checkCredentials)
          .withMessageContaining("401 invalid_client")
          .withMessageEndingWith("; the client ID or the client secret is wrong");
    }
  }

  @Test
  void checkOfUnknownPathBlamesAccountOrUrl() throws Exception {
    server.enqueue(new MockResponse.Builder().code(404).build());
    try (MessagingClient wrong = hostile()) {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(wrong::checkCredentials)
          .withMessageEndingWith("; there is no such account, or baseUrl is wrong");
    }
  }

  private static UnknownMessage unknown() {
    return UnknownMessage.of(Examples.REQUEST, Instant.now().minusSeconds(60), Instant.now());
  }

  private static MockResponse page(String before, String... ids) {
    String messages =
        List.of(ids).stream()
            .map(id -> "{\"messageId\":\"" + id + "\"}")
            .collect(Collectors.joining(","));
    return new MockResponse.Builder()
        .body("{" + before + "\"messages\":[" + messages + "]}")
        .build();
  }
}
