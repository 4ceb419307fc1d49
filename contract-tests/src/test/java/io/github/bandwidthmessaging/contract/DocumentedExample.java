package io.github.bandwidthmessaging.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** One of the five examples of the documentation page. */
enum DocumentedExample {
  TEXT_MESSAGE("textMessage"),
  PICTURE_MESSAGE("pictureMessage"),
  MULTIPLE_PICTURES("multiplePictures"),
  GROUP_MESSAGE("groupMessage"),
  GROUP_PICTURE_MESSAGE("groupPictureMessage");

  private final String key;

  DocumentedExample(String key) {
    this.key = key;
  }

  /** Its name in openapi/messaging.yaml, and the folder of its data. */
  String key() {
    return key;
  }

  String requestJson() {
    return read("request.json");
  }

  String responseJson() {
    return read("response.json");
  }

  RawRequest printedAsHttp() {
    return RawRequest.printedAsHttp(read("request.http"));
  }

  RawRequest printedAsCurl() {
    return RawRequest.printedAsCurl(read("request.curl"));
  }

  private String read(String file) {
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
}
