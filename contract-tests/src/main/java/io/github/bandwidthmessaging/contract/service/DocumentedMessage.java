package io.github.bandwidthmessaging.contract.service;

import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.DocumentedExample;
import io.github.bandwidthmessaging.contract.operation.Operations;
import java.net.URI;
import java.util.List;

/** One of the five examples of the documentation page, as a user of the client sends it. */
public enum DocumentedMessage {
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

  /** The account of the documented requests. */
  static final String ACCOUNT_ID =
      Operations.of(Document.read().json())
          .named("createMessage")
          .sample()
          .values()
          .at("/path/accountId")
          .asText();

  private static final Sender SENDER =
      Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");

  private final String key;
  private final String kind;

  DocumentedMessage(String key, String kind) {
    this.key = key;
    this.kind = kind;
  }

  abstract MessageRequest from(Sender sender);

  /** The documented request, built as a user of the client would. */
  MessageRequest request() {
    return from(SENDER).withTag("test message");
  }

  /** The numbers it goes to; all in the documentation are fictitious. */
  List<String> recipients() {
    return request().recipients();
  }

  /** What the page prints about it. */
  public DocumentedExample documented() {
    return new DocumentedExample(key);
  }

  /** Its name for people. */
  String kind() {
    return kind;
  }
}
