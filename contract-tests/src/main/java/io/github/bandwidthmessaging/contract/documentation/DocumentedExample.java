package io.github.bandwidthmessaging.contract.documentation;

import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.MessageRequest;
import java.net.URI;
import java.util.List;

/** One of the five examples of the documentation page. */
public enum DocumentedExample {
  TEXT_MESSAGE("textMessage", "Text") {
    @Override
    MessageRequest from(Sender sender) {
      return sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!");
    }
  },
  PICTURE_MESSAGE("pictureMessage", "Picture") {
    @Override
    MessageRequest from(Sender sender) {
      return sender.media(
          PhoneNumber.of("+12345678902"),
          "Hey, check this out!",
          URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png"));
    }
  },
  MULTIPLE_PICTURES("multiplePictures", "Several pictures") {
    @Override
    MessageRequest from(Sender sender) {
      return sender.media(
          PhoneNumber.of("+12345678902"),
          "Hey, check this out!",
          URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png"),
          URI.create("https://dev.bandwidth.com/images/github_logo.png"));
    }
  },
  GROUP_MESSAGE("groupMessage", "Group text") {
    @Override
    MessageRequest from(Sender sender) {
      return sender.groupText(
          List.of(PhoneNumber.of("+12345678902"), PhoneNumber.of("+12345678903")),
          "Hey, check this out!");
    }
  },
  GROUP_PICTURE_MESSAGE("groupPictureMessage", "Group picture") {
    @Override
    MessageRequest from(Sender sender) {
      return sender.groupMedia(
          List.of(PhoneNumber.of("+12345678902"), PhoneNumber.of("+12345678903")),
          "Hey, check this out!",
          URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png"));
    }
  };

  private static final Sender SENDER =
      Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");

  private final String key;
  private final String kind;

  DocumentedExample(String key, String kind) {
    this.key = key;
    this.kind = kind;
  }

  abstract MessageRequest from(Sender sender);

  /** The documented request, built as a user of the client would. */
  public MessageRequest request() {
    return from(SENDER).withTag("test message");
  }

  /** The numbers it goes to; all in the documentation are fictitious. */
  public List<String> recipients() {
    return request().recipients();
  }

  /** Its name in openapi/messaging.yaml, and the folder of its data. */
  public String key() {
    return key;
  }

  /** What to call it before people. */
  public String kind() {
    return kind;
  }

  public String requestJson() {
    return printed("request.json");
  }

  public String responseJson() {
    return printed("response.json");
  }

  public RawRequest printedAsHttp() {
    return RawRequest.printedAsHttp(printed("request.http"));
  }

  public RawRequest printedAsCurl() {
    return RawRequest.printedAsCurl(printed("request.curl"));
  }

  PrintedResponse printedReceipt() {
    return PrintedResponse.of(printed("response.http"));
  }

  String printed(String file) {
    return Documentation.read(key + "/" + file);
  }
}
