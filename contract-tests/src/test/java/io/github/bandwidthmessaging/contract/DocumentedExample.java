package io.github.bandwidthmessaging.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bandwidthmessaging.PhoneNumber;
import io.github.bandwidthmessaging.Sender;
import io.github.bandwidthmessaging.client.MessageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One of the five examples of the documentation page. */
enum DocumentedExample {
  TEXT_MESSAGE("textMessage", "Text") {
    @Override
    MessageRequest.Builder from(Sender sender) {
      return sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!");
    }
  },
  PICTURE_MESSAGE("pictureMessage", "Picture") {
    @Override
    MessageRequest.Builder from(Sender sender) {
      return sender.picture(
          PhoneNumber.of("+12345678902"),
          "Hey, check this out!",
          URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png"));
    }
  },
  MULTIPLE_PICTURES("multiplePictures", "Several pictures") {
    @Override
    MessageRequest.Builder from(Sender sender) {
      return sender.picture(
          PhoneNumber.of("+12345678902"),
          "Hey, check this out!",
          URI.create("https://dev.bandwidth.com/images/bandwidth-logo.png"),
          URI.create("https://dev.bandwidth.com/images/github_logo.png"));
    }
  },
  GROUP_MESSAGE("groupMessage", "Group text") {
    @Override
    MessageRequest.Builder from(Sender sender) {
      return sender.group(
          List.of(PhoneNumber.of("+12345678902"), PhoneNumber.of("+12345678903")),
          "Hey, check this out!");
    }
  },
  GROUP_PICTURE_MESSAGE("groupPictureMessage", "Group picture") {
    @Override
    MessageRequest.Builder from(Sender sender) {
      return sender.groupPicture(
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

  abstract MessageRequest.Builder from(Sender sender);

  /** The documented request, built as a user of the client would. */
  MessageRequest request() {
    return from(SENDER).tag("test message").build();
  }

  /** The numbers it goes to; all in the documentation are fictitious. */
  List<String> recipients() {
    return request().to().values();
  }

  /** Its name in openapi/messaging.yaml, and the folder of its data. */
  String key() {
    return key;
  }

  /** What to call it before people. */
  String kind() {
    return kind;
  }

  String requestJson() {
    return printed("request.json");
  }

  String responseJson() {
    return printed("response.json");
  }

  RawRequest printedAsHttp() {
    return RawRequest.printedAsHttp(printed("request.http"));
  }

  RawRequest printedAsCurl() {
    return RawRequest.printedAsCurl(printed("request.curl"));
  }

  PrintedReceipt printedReceipt() {
    return PrintedReceipt.of(printed("response.http"));
  }

  String printed(String file) {
    return documentation(key + "/" + file);
  }

  static String documentation(String path) {
    try (InputStream in = DocumentedExample.class.getResourceAsStream("/documentation/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no documentation/" + path);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files in a folder of the documentation. */
  static List<String> documentationFiles(String folder) {
    URL url = DocumentedExample.class.getResource("/documentation/" + folder);
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(url).toURI()))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
