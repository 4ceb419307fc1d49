package io.github.bandwidthmessaging;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageProduct;
import io.github.bandwidthmessaging.api.MessageStatus;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessageType;
import io.github.bandwidthmessaging.testing.ClockedBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fake's list heeds every condition, and refuses what Bandwidth refuses. */
@Timeout(60)
class FakeMessagesTest {
  private final VirtualTime time = new VirtualTime();
  @AutoClose private final FakeBandwidth bandwidth = ClockedBandwidth.start(time);

  @AutoClose
  private final MessagingClient client =
      time.client(bandwidth.clientBuilder(), Duration.ZERO).build();

  @BeforeEach
  void addTwoMessagesThatDifferInEverything() {
    bandwidth.addToList(
        MessageSummary.builder()
            .messageId("this")
            .sourceTn("+19195550001")
            .destinationTn("+19195550002")
            .messageStatus(MessageStatus.QUEUED)
            .messageDirection(MessageDirection.OUTBOUND)
            .messageType(MessageType.MMS)
            .segmentCount(2)
            .errorCode(9902)
            .receiveTime(VirtualTime.START.minusSeconds(60).atOffset(UTC))
            .carrierName("AT&T")
            .messageSize(100L)
            .campaignId("CJEUMDK")
            .bwLatency(20)
            .carrierLatency(30)
            .callingNumberCountryA3("USA")
            .calledNumberCountryA3("CAN")
            .product("P2P")
            .location("123ID")
            .build());
    bandwidth.addToList(
        MessageSummary.builder()
            .messageId("other")
            .sourceTn("+18045550001")
            .destinationTn("+18045550002")
            .messageStatus(MessageStatus.SENDING)
            .messageDirection(MessageDirection.INBOUND)
            .messageType(MessageType.SMS)
            .segmentCount(1)
            .errorCode(0)
            .receiveTime(VirtualTime.START.minusSeconds(30).atOffset(UTC))
            .messageSize(50L)
            .bwLatency(2)
            .build());
  }

  static Stream<UnaryOperator<MessageQuery>> conditions() {
    return Stream.of(
        query -> query.withSource(PhoneNumber.of("+19195550001")),
        query -> query.withSource(Examples.FIRST, PhoneNumber.of("+19195550001")),
        query -> query.withSourcePrefix("+1919"),
        query -> query.withDestination(PhoneNumber.of("+19195550002")),
        query -> query.withDestinationPrefix("+1919"),
        query -> query.withStatus(MessageStatus.QUEUED),
        query -> query.withDirection(MessageDirection.OUTBOUND),
        query -> query.withType(MessageType.MMS),
        query -> query.withCarrier("AT&T"),
        query -> query.withErrorCode(9902),
        query -> query.withCampaign("CJEUMDK"),
        query -> query.withLocation("123ID"),
        query -> query.withProduct(MessageProduct.P2P),
        query -> query.withSourceCountry("USA"),
        query -> query.withDestinationCountry("CAN"),
        query -> query.withSegments(2, 3),
        query -> query.withSize(100, 100),
        query -> query.withBandwidthLatency(3),
        query -> query.withCarrierLatency(30),
        query -> query.withBandwidthQueued(true),
        query -> query.withCarrierQueued(false),
        query ->
            MessageQuery.between(
                VirtualTime.START.minusSeconds(60), VirtualTime.START.minusSeconds(31)),
        query -> MessageQuery.ofId("this"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void everyConditionNarrowsTheSearch(UnaryOperator<MessageQuery> condition) {
    MessageQuery all =
        MessageQuery.between(VirtualTime.START.minusSeconds(3600), VirtualTime.START);

    assertThat(ids(all)).containsExactly("other", "this");
    assertThat(ids(condition.apply(all))).containsExactly("this");
  }

  @ParameterizedTest
  @CsvSource({"sourceTn:asc, other", "sourceTn:desc, this", "segmentCount:desc, this"})
  void sortsMessages(String sort, String first) {
    MessageQuery all =
        MessageQuery.between(VirtualTime.START.minusSeconds(3600), VirtualTime.START);

    assertThat(ids(all.withSort(sort))).hasSize(2).startsWith(first);
  }

  @Test
  void forgetsMessagesAfterFourteenDays() {
    time.pass(Duration.ofDays(14).minusSeconds(45));

    assertThat(client.messages().byId("this")).isEmpty();
    assertThat(client.messages().byId("other")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', At least one parameter is required",
    "limit=10, At least one parameter is required",
    "fromDateTime=2026-11-01T12:00:00Z, must have milliseconds",
    "fromDateTime=2026-13-01T12:00:00.000Z, is invalid",
    "messageId=a&tag=b, There is no parameter tag",
    "messageId=a&limit=0, cannot be more than 10000",
    "messageId=a&limit=10001, cannot be more than 10000",
    "messageId=a&limit=x, is not an integer",
    "messageId=a&sort=text:asc, sort is invalid",
    "messageId=a&pageToken=gdEewhcJLQRB5, pageToken is invalid",
    "sourceTn=%2B191, sourceTn is invalid",
    "'sourceTn=a,a,a,a,a,a,a,a,a,a,a', sourceTn is invalid",
  })
  void refusesWhatBandwidthRefuses(String query, String why) throws Exception {
    Request request =
        new Request.Builder()
            .url(bandwidth.url() + "users/9900000/messages?" + query)
            .header("Authorization", "Basic any")
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(400);
      assertThat(response.body().string()).contains(why);
    }
  }

  private List<String> ids(MessageQuery query) {
    return client.messages().search(query).stream()
        .map(message -> String.valueOf(message.messageId()))
        .toList();
  }
}
