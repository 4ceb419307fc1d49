package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.LOGO;
import static io.github.bandwidthmessaging.Examples.MULTI_CHANNEL;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bandwidthmessaging.RequestListener.Completion;
import io.github.bandwidthmessaging.api.CardContent;
import io.github.bandwidthmessaging.api.CardWidth;
import io.github.bandwidthmessaging.api.ChannelMessage;
import io.github.bandwidthmessaging.api.FieldError;
import io.github.bandwidthmessaging.api.MmsChannelMessage;
import io.github.bandwidthmessaging.api.MmsContent;
import io.github.bandwidthmessaging.api.MultiChannelErrorDetail;
import io.github.bandwidthmessaging.api.MultiChannelMessageRequest;
import io.github.bandwidthmessaging.api.OpenUrlAction;
import io.github.bandwidthmessaging.api.RbmCarousel;
import io.github.bandwidthmessaging.api.RbmFile;
import io.github.bandwidthmessaging.api.RbmMedia;
import io.github.bandwidthmessaging.api.RbmText;
import io.github.bandwidthmessaging.api.ReplyAction;
import io.github.bandwidthmessaging.api.SmsChannelReceipt;
import io.github.bandwidthmessaging.api.Violation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class MultiChannelTest {
  private static final RbmAgent AGENT =
      RbmAgent.of("BandwidthRBM", "93de2206-9669-4e07-948d-329f4b722ee2");
  private static final String ACCEPTED =
      """
      {"links": [], "data": {"id": "m-1", "time": "2025-01-01T18:20:16.000Z", "direction": "out",
       "to": ["+12345678902"], "channelList": [{"from": "+12345678901", "owner": "+12345678901",
       "applicationId": "a", "channel": "SMS", "content": {"text": "Hi"}}]}, "errors": []}
      """;

  @AutoClose private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void sendsChannelsInTheirOrder() throws Exception {
    respond(202, ACCEPTED);

    MultiChannelResult sent = client().build().send(MULTI_CHANNEL);

    var request = server.takeRequest();
    assertThat(request.getMethod() + " " + request.getTarget())
        .isEqualTo("POST /users/9900000/messages/multiChannel");
    assertThat(request.getHeaders().get("Authorization")).startsWith("Basic ");
    assertThatJson(request.getBody().utf8())
        .isEqualTo(
            """
            {
              "to": "+12345678902",
              "channelList": [
                {
                  "from": "BandwidthRBM",
                  "applicationId": "93de2206-9669-4e07-948d-329f4b722ee2",
                  "channel": "RBM",
                  "content": {"text": "Hey, check!"}
                },
                {
                  "from": "+12345678901",
                  "applicationId": "93de2206-9669-4e07-948d-329f4b722ee2",
                  "channel": "SMS",
                  "content": {"text": "Hey, check this out!"}
                }
              ],
              "tag": "test message"
            }
            """);
    assertThat(sent.id()).isEqualTo("m-1");
    assertThat(sent.status()).isEqualTo(202);
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(sent.message().to()).containsExactly("+12345678902");
    assertThat(sent.message().channelList())
        .singleElement()
        .isInstanceOfSatisfying(
            SmsChannelReceipt.class, sms -> assertThat(sms.content().text()).isEqualTo("Hi"));
    assertThat(sent.errors()).isEmpty();
    assertThat(sent.headers()).containsKey("Content-Length");
    assertThat(sent.body()).isEqualTo(ACCEPTED);
    assertThat(sent).hasToString("MultiChannelResult[id=m-1, status=202, attempts=1]");
  }

  @Test
  void sendsForAnotherAccount() throws Exception {
    respond(202, ACCEPTED);

    MultiChannelResult sent =
        client().build().sendAsync(MULTI_CHANNEL, RequestOptions.none().withAccountId("123")).get();

    assertThat(sent.id()).isEqualTo("m-1");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/users/123/messages/multiChannel");
  }

  @Test
  void retriesWhatWasCertainlyNotSentAndTellsListener() throws Exception {
    respond(429, error("rate-limit-exceeded"));
    respond(500, error("internal-server-error"));
    respond(202, ACCEPTED);
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    MessagingClient client =
        client()
            .retryPolicy(RetryPolicy.standard().withFirstDelay(Duration.ZERO))
            .listener(
                info ->
                    new RequestListener() {
                      @Override
                      public void finished(Completion completion) {
                        heard.add(info.operation() + " " + completion.outcome());
                      }
                    })
            .build();

    assertThat(client.send(MULTI_CHANNEL).attempts()).isEqualTo(3);
    assertThat(server.getRequestCount()).isEqualTo(3);
    assertThat(heard).containsExactly("createMultiChannelMessage SENT");
  }

  @Test
  void readsErrorsInEnvelopeWithoutShowingTheMessage() {
    respond(
        400,
        """
        {"links": [], "data": null, "errors": [
          {"type": "request-validation", "description": "'Hey, check!' from +12345678902 is bad",
           "source": {"field": "channelList[0].from"}},
          {"type": "request-validation", "description": "no", "source": {"header": "Accept"}}]}
        """);

    RefusedException e = failure(RefusedException.class);

    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(e.status()).isEqualTo(400);
    assertThat(e.type()).isEqualTo("request-validation");
    assertThat(e.description()).isEqualTo("'Hey, check!' from +12345678902 is bad");
    assertThat(e.fieldErrors())
        .extracting(FieldError::fieldName)
        .containsExactly("channelList[0].from", "Accept");
    assertThat(e.isRetryable()).isFalse();
    assertThat(e)
        .hasMessage(
            "POST /users/{accountId}/messages/multiChannel -> 400 request-validation: '•••' from •••"
                + " is bad (channelList[0].from: '•••' from ••• is bad; Accept: no)");
  }

  /** The outcome has to be true, also where the envelope is not that of an error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "500 | {'data':null,'errors':[{'type':'internal-server-error','description':'x','source':{}}]} | NOT_SENT",
        "500 | {'errors':[{'type':'internal-server-error','description':'x'}]} | NOT_SENT",
        "500 | {'data':{'id':'1'},'errors':[{'type':'internal-server-error','description':'x'}]} | UNKNOWN",
        "500 | {'type':'internal-server-error','description':'x'} | UNKNOWN",
        "500 | {'data':null,'errors':[]} | UNKNOWN",
        "500 | {'data':null,'errors':[null,{'type':null}]} | UNKNOWN",
        "502 | {'data':null,'errors':[{'type':'internal-server-error','description':'x'}]} | UNKNOWN",
        "404 | {'data':null,'errors':[{'type':'forbidden','description':'x','source':{}}]} | NOT_SENT",
        "202 | {'data':null,'errors':[{'type':'forbidden','description':'x','source':{}}]} | UNKNOWN",
        "202 | {'data':null,'errors':[{'type':'forbidden','description':'x','source':'y'}]} | UNKNOWN",
        "202 | {'data':{},'errors':[{'type':'forbidden','description':'x'}]} | UNKNOWN",
        "202 | {'data':null,'errors':[{'description':'x'}]} | UNKNOWN",
        "202 | {'data':null,'errors':[{'type':'forb | UNKNOWN",
        "202 | {'data':{'id':'1'},'errors':[{'type':'forb | SENT",
        "202 | {'data':null,'errors':[]} | SENT",
        "202 | {'id':'1'} | SENT",
        "202 | {'data':{'id':' '}} | SENT",
        "202 | {'data':'x','errors':'y'} | SENT",
        "202 | <html> | SENT"
      })
  void tellsTheTruthAboutEnvelope(int status, String body, Outcome outcome) {
    respond(status, body.replace('\'', '"'));

    SendException e = failure(SendException.class);

    assertThat(e.outcome()).isEqualTo(outcome);
    assertThat(e.status()).isEqualTo(status);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void returnsErrorsBesideMessage() {
    respond(
        202,
        ACCEPTED.replace(
            "\"errors\": []", "\"errors\": [{\"type\": \"a\", \"description\": \"b\"}]"));

    MultiChannelResult sent = client().build().send(MULTI_CHANNEL);

    assertThat(sent.id()).isEqualTo("m-1");
    assertThat(sent.errors()).extracting(MultiChannelErrorDetail::type).containsExactly("a");
  }

  @Test
  void leavesOutWhatHasAnotherTypeThanDocumented() {
    respond(
        202,
        """
        {"links": 7, "data": {"id": 14, "time": [], "to": "+12345678902", "tag": "t",
         "direction": {"x": 1}}, "errors": null}
        """);

    MultiChannelResult sent = client().build().send(MULTI_CHANNEL);

    assertThat(sent.id()).isEqualTo("14");
    assertThat(sent.message().to()).containsExactly("+12345678902");
    assertThat(sent.message().tag()).isEqualTo("t");
    assertThat(sent.errors()).isEmpty();
  }

  @Test
  void findsIdInTruncatedResponse() {
    respond(
        202, "{\"id\": \"no\", \"links\": [], \"data\": {\"tag\": {\"id\": 0}, \"id\": \"m-2\", ");

    assertThat(failure(UnreadableResponseException.class).id()).isEqualTo("m-2");
  }

  @Test
  void keepsMessageOfUnknownOutcome() {
    respond(502, "<html>");

    UnknownOutcomeException e = failure(UnknownOutcomeException.class);

    assertThat(e.multiChannelRequest()).isSameAs(MULTI_CHANNEL);
    assertThat(e.request()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UnknownMessage.of(e))
        .withMessage(
            "A multi-channel message cannot be looked up; wait for a callback with its tag")
        .withCause(e);
  }

  @Test
  void sendsNothingWithoutChannel() throws Exception {
    MultiChannelRequest none = MultiChannelRequest.to(FIRST);

    InvalidMessageException e =
        catchThrowableOfType(InvalidMessageException.class, () -> client().build().send(none));

    assertThat(e)
        .hasMessage("The message breaks a rule: channelList: size must be at least 1, given 0");
    assertThat(client().build().sendAsync(none))
        .failsWithin(Duration.ofSeconds(5))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(InvalidMessageException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void namesEachRuleWithItsPlaceAndNothingElse() {
    MultiChannelRequest request =
        MultiChannelRequest.to(FIRST)
            .rbm(
                AGENT,
                RbmText.builder()
                    .text("x".repeat(3271))
                    .suggestions(List.of(reply("\ud83d")))
                    .build())
            .rbm(
                AGENT,
                RbmMedia.builder()
                    .media(List.of(RbmFile.builder().fileUrl(URI.create("ftp://secret/x")).build()))
                    .suggestions(
                        List.of(
                            OpenUrlAction.builder()
                                .text("t")
                                .postbackData(ByteString.EMPTY)
                                .url(URI.create("/secret"))
                                .build()))
                    .build())
            .sms(SENDER, "secret")
            .withTag("s".repeat(1025))
            .withExpiration(OffsetDateTime.parse("2020-01-01T00:00:00Z"));

    List<Violation> found =
        new MultiChannelCheck(request.message())
            .errors(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));

    assertThat(found)
        .extracting(Violation::field)
        .contains(
            "channelList[0].content.text",
            "channelList[0].content.suggestions[0].text",
            "channelList[1].content.media[0].fileUrl",
            "channelList[1].content.suggestions[0].url",
            "tag",
            "expiration");
    assertThat(new InvalidMessageException(found).getMessage())
        .contains("channelList[1].content.media[0].fileUrl: must be an absolute http or https URL")
        .contains(
            "channelList[0].content.suggestions[0].text: must be text without unpaired surrogates")
        .doesNotContain("secret")
        .doesNotContain("ssss")
        .doesNotContain("xxxx");
    assertThat(request.violations()).extracting(Violation::field).contains("tag", "expiration");
  }

  @Test
  void findsBlankTextsAndSendersWithoutName() {
    MultiChannelMessageRequest message =
        MULTI_CHANNEL.message().toBuilder()
            .channelList(
                List.of(
                    channel("+12345678902", MmsContent.builder().build()),
                    channel(" ", MmsContent.builder().text(" ").media(List.of()).build())))
            .build();

    assertThat(MultiChannelRequest.of(message).violations())
        .extracting(Violation::message)
        .contains(
            "channelList[0].from: must be another number than to, given to",
            "channelList[0].content.text: must be nonblank without media, given blank",
            "channelList[1].from: required, but blank",
            "channelList[1].content.text: must be nonblank without media, given blank");
  }

  @Test
  void rejectsInvalidValuesWhereTheyArePassed() {
    MultiChannelRequest request = MultiChannelRequest.to(FIRST);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.sms(Sender.of("+12345678902", "a"), "Hi"))
        .withMessage("to is the sender's own number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.rbm(AGENT, " "))
        .withMessage("text is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.rbm(AGENT, "a\ud83d"))
        .withMessage("text has an unpaired surrogate at index 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request.mms(SENDER, null, URI.create("ftp://x/y")))
        .withMessage("media[0] must be an absolute http or https URL, not another scheme");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RbmAgent.of(" ", "a"))
        .withMessage("id is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RbmAgent.of("a", ""))
        .withMessage("applicationId is blank");
  }

  @Test
  void addsEachChannelToAnotherRequest() {
    MultiChannelRequest base = MultiChannelRequest.to(FIRST).sms(SENDER, "Hi");
    MultiChannelRequest more =
        base.mms(SENDER, null, LOGO, LOGO)
            .rbm(
                AGENT,
                RbmCarousel.builder()
                    .cardWidth(CardWidth.SMALL)
                    .cardContents(
                        List.of(
                            CardContent.builder().title("One").build(),
                            CardContent.builder().title("Two").build()))
                    .build());

    assertThat(more.message().channelList())
        .extracting(ChannelMessage::channel)
        .containsExactly("SMS", "MMS", "RBM");
    assertThat(base.message().channelList()).hasSize(1);
    assertThat(more.violations()).isEmpty();
    assertThat(((MmsChannelMessage) more.message().channelList().get(1)).content().media())
        .hasSize(2);
  }

  @Test
  void showsNothingPersonal() {
    assertThat(MULTI_CHANNEL).hasToString("MultiChannelRequest[RBM, else SMS]");
    assertThat(MULTI_CHANNEL.withTag("x")).isNotEqualTo(MULTI_CHANNEL);
    assertThat(MULTI_CHANNEL.withTag("test message"))
        .isEqualTo(MULTI_CHANNEL)
        .hasSameHashCodeAs(MULTI_CHANNEL);
    assertThat(new OutgoingMultiChannel(MULTI_CHANNEL))
        .hasToString("MultiChannelRequest[RBM, else SMS]");
    assertThat(AGENT)
        .hasToString(
            "RbmAgent[id=BandwidthRBM, applicationId=93de2206-9669-4e07-948d-329f4b722ee2]");
  }

  @Test
  void hidesEverythingThatTheMessageSays() {
    MultiChannelRequest request =
        MULTI_CHANNEL.rbm(
            AGENT,
            RbmText.builder()
                .text("first words")
                .suggestions(List.of(reply("press this")))
                .build());

    assertThat(
            Redaction.of(new OutgoingMultiChannel(request), null)
                .redact("RBM of BandwidthRBM: first words, press this, test message, SMS"))
        .isEqualTo("RBM of •••: •••, •••, •••, SMS");
  }

  private static ReplyAction reply(String text) {
    return ReplyAction.builder().text(text).postbackData(ByteString.encodeUtf8("data")).build();
  }

  private static MmsChannelMessage channel(String from, MmsContent content) {
    return MmsChannelMessage.builder().from(from).applicationId("a").content(content).build();
  }

  private static String error(String type) {
    return "{\"links\":[],\"data\":null,\"errors\":[{\"type\":\"%s\",\"description\":\"x\",\"source\":{}}]}"
        .formatted(type);
  }

  private void respond(int status, String body) {
    server.enqueue(new MockResponse(status, Headers.EMPTY, body));
  }

  private MessagingClient.Builder client() {
    return Examples.client(server.url("/").toString());
  }

  private <E extends SendException> E failure(Class<E> type) {
    return catchThrowableOfType(type, () -> client().build().send(MULTI_CHANNEL));
  }
}
