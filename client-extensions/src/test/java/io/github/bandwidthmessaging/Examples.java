package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.api.MessageRequest;
import java.net.URI;

/** The values of Bandwidth's documented examples. */
final class Examples {
  static final Sender SENDER = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
  static final PhoneNumber FIRST = PhoneNumber.of("+12345678902");
  static final PhoneNumber SECOND = PhoneNumber.of("+12345678903");
  static final String TEXT = "Hey, check this out!";
  static final URI LOGO = URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png");
  static final URI OTHER_LOGO = URI.create("https://dev.bandwidth.com/images/github_logo.png");
  static final MessageRequest REQUEST = SENDER.text(FIRST, TEXT).withTag("test message");

  static final String RECEIPT =
      """
      {
        "id": "14762070468292kw2fuqty55yp2b2",
        "time": "2016-09-14T18:20:16Z",
        "to": ["+12345678902"],
        "from": "+12345678901",
        "text": "Hey, check this out!",
        "applicationId": "93de2206-9669-4e07-948d-329f4b722ee2",
        "tag": "test message",
        "owner": "+12345678901",
        "direction": "out",
        "segmentCount": 1
      }
      """;

  static final MultiChannelRequest MULTI_CHANNEL =
      MultiChannelRequest.to(FIRST)
          .rbm(RbmAgent.of("BandwidthRBM", "93de2206-9669-4e07-948d-329f4b722ee2"), "Hey, check!")
          .sms(SENDER, "Hey, check this out!")
          .withTag("test message");

  private Examples() {}

  static MessagingClient.Builder client(String baseUrl) {
    return MessagingClient.builder()
        .accountId("9900000")
        .credentials(Credentials.basic("user", "secret-word"))
        .baseUrl(baseUrl)
        .retryPolicy(RetryPolicy.none());
  }
}
