package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bandwidthmessaging.api.ListMessagesParameters;
import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageProduct;
import io.github.bandwidthmessaging.api.MessageStatus;
import io.github.bandwidthmessaging.api.MessageType;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageQueryTest {
  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  private static final MessageQuery ID = MessageQuery.ofId("1589228074636lm4k2je7j7jklbn2");

  @Test
  void setsEveryParameterThatTheApiOffers() {
    ListMessagesParameters parameters =
        MessageQuery.between(FIRST, FIRST.plusSeconds(60))
            .withSource(Examples.FIRST)
            .withDestination(Examples.FIRST, Examples.SECOND)
            .withStatus(MessageStatus.of("DLR_EXPIRED"))
            .withDirection(MessageDirection.OUTBOUND)
            .withType(MessageType.SMS)
            .withCarrier("AT&T")
            .withErrorCode(9902)
            .withCampaign("CJEUMDK")
            .withLocation("123ABC")
            .withProduct(MessageProduct.P2P)
            .withSourceCountry("USA")
            .withDestinationCountry("CAN")
            .withSegments(1, 3)
            .withSize(100, 120)
            .withBandwidthLatency(5)
            .withCarrierLatency(50)
            .withBandwidthQueued(true)
            .withCarrierQueued(false)
            .withSort("sourceTn:desc")
            .withPageSize(50)
            .withPageToken("gdEewhcJLQRB5")
            .withCappedTotal()
            .parameters()
            .withMessageId("any");

    HttpUrl url =
        RetrofitClient.builder(new OkHttpClient())
            .build()
            .create(MessagesApi.class)
            .listMessages("9900000", parameters)
            .request()
            .url();

    assertThat(url.encodedQuery())
        .isEqualTo(
            "messageId=any&sourceTn=%2B12345678902&destinationTn=%2B12345678902%2C%2B12345678903"
                + "&messageStatus=DLR_EXPIRED&messageDirection=OUTBOUND&carrierName=AT%26T"
                + "&messageType=sms&errorCode=9902"
                + "&fromDateTime=2026-11-01T00%3A00%3A00.000Z&toDateTime=2026-11-01T00%3A01%3A00.000Z"
                + "&campaignId=CJEUMDK&fromBwLatency=5&bwQueued=true&product=P2P&location=123ABC"
                + "&carrierQueued=false&fromCarrierLatency=50&callingNumberCountryA3=USA"
                + "&calledNumberCountryA3=CAN&fromSegmentCount=1&toSegmentCount=3"
                + "&fromMessageSize=100&toMessageSize=120&sort=sourceTn%3Adesc"
                + "&pageToken=gdEewhcJLQRB5&limit=50&limitTotalCount=true");
    // The generated method has no other parameters.
    assertThat(parameters.toString()).doesNotContain("null").doesNotContain("12345678902");
    assertThat(parameters.withMessageStatus(null).violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00Z, 2026-11-01T00:00:00.000Z, 2026-11-01T00:00:00.000Z",
    "2026-11-01T00:00:00.001Z, 2026-11-01T00:00:00.001Z, 2026-11-01T00:00:00.001Z",
    "2026-11-01T00:00:00.000000001Z, 2026-11-01T00:00:00.000Z, 2026-11-01T00:00:00.001Z",
    "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.999Z, 2027-01-01T00:00:00.000Z",
    "0999-01-01T00:00:00Z, 0999-01-01T00:00:00.000Z, 0999-01-01T00:00:00.000Z",
  })
  void writesTimesWithMillisecondsThatLeaveNothingOut(Instant time, String first, String last) {
    ListMessagesParameters parameters = MessageQuery.between(time, time).parameters();

    assertThat(parameters.fromDateTime()).isEqualTo(first);
    assertThat(parameters.toDateTime()).isEqualTo(last);
  }

  @Test
  void takesShortCodesAndPrefixes() {
    assertThat(ID.withSource("12345").parameters().sourceTn()).isEqualTo("12345");
    assertThat(ID.withSourcePrefix("+1919").parameters().sourceTn()).isEqualTo("+1919");
    assertThat(ID.withDestinationPrefix("+1919").parameters().destinationTn()).isEqualTo("+1919");
  }

  @Test
  void acceptsAtMostFourteenDays() {
    Instant last = FIRST.plus(Duration.ofDays(14));

    assertThat(MessageQuery.between(FIRST, last).parameters().toDateTime())
        .isEqualTo("2026-11-15T00:00:00.000Z");
    assertRefused(() -> MessageQuery.between(FIRST, last.plusNanos(1)), "14 days");
  }

  @Test
  void refusesInvalidTime() {
    assertRefused(() -> MessageQuery.between(FIRST, FIRST.minusNanos(1)), "last is before first");
    assertRefused(() -> MessageQuery.between(Instant.MAX, Instant.MAX), "years 0 to 9999");
    assertRefused(() -> MessageQuery.between(Instant.MIN, Instant.MIN), "years 0 to 9999");
  }

  @Test
  void refusesNoNumbersAndMoreThanTen() {
    PhoneNumber[] ten = Collections.nCopies(10, Examples.FIRST).toArray(PhoneNumber[]::new);
    PhoneNumber[] eleven = Collections.nCopies(11, Examples.FIRST).toArray(PhoneNumber[]::new);

    assertThat(ID.withSource(ten).withDestination(ten).pageSize()).isEqualTo(1000);
    assertRefused(() -> ID.withSource(), "1 to 10 numbers, not 0");
    assertRefused(() -> ID.withSource(eleven), "1 to 10 numbers, not 11");
    assertRefused(() -> ID.withDestination(eleven), "1 to 10 numbers, not 11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+191", "1919", "+1919x", "++1919", "+1919,+1920", "+12345678901234567"})
  void refusesInvalidPrefix(String prefix) {
    assertRefused(() -> ID.withSourcePrefix(prefix), "at least 5 characters");
    assertRefused(() -> ID.withDestinationPrefix(prefix), "at least 5 characters");
  }

  @Test
  void refusesOtherValuesBeyondTheirLimits() {
    assertRefused(() -> MessageQuery.ofId(" "), "messageId is blank");
    assertRefused(() -> ID.withSource("+1234,+1235"), "from is not");
    assertRefused(() -> ID.withCarrier(""), "carrier is blank");
    assertRefused(() -> ID.withCampaign(""), "campaignId is blank");
    assertRefused(() -> ID.withLocation(""), "location is blank");
    assertRefused(() -> ID.withPageToken(""), "token is blank");
    assertRefused(() -> ID.withErrorCode(-1), "errorCode is negative");
    assertRefused(() -> ID.withBandwidthLatency(-1), "least is negative");
    assertRefused(() -> ID.withCarrierLatency(-1), "least is negative");
    assertRefused(() -> ID.withSegments(-1, 1), "from 0 to most");
    assertRefused(() -> ID.withSegments(2, 1), "from 0 to most");
    assertRefused(() -> ID.withSize(2, 1), "from 0 to most");
    assertRefused(() -> ID.withSourceCountry("US"), "three capital letters");
    assertRefused(() -> ID.withDestinationCountry("usa"), "three capital letters");
    assertRefused(() -> ID.withSort("sourceTn"), "asc or desc");
    assertRefused(() -> ID.withSort("sourceTn:up"), "asc or desc");
    assertRefused(() -> ID.withPageSize(0), "1 to 10,000");
    assertRefused(() -> ID.withPageSize(10_001), "1 to 10,000");
  }

  @Test
  void acceptsValuesAtTheirLimits() {
    assertThat(ID.withPageSize(1).pageSize()).isEqualTo(1);
    assertThat(ID.withPageSize(10_000).pageSize()).isEqualTo(10_000);
    assertThat(ID.withSegments(0, 0).parameters().toSegmentCount()).isZero();
    assertThat(ID.withErrorCode(0).parameters().errorCode()).isZero();
  }

  private static void assertRefused(ThrowingCallable query, String why) {
    assertThatIllegalArgumentException().isThrownBy(query).withMessageContaining(why);
  }
}
