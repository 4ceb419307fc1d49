package io.github.bandwidthmessaging.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to a {@link LoopbackServer}, and its response. */
final class Exchange {
  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte[] body;
  private final InstantSource clock;
  private final OutputStream out;
  private final Map<String, String> responseHeaders = new LinkedHashMap<>();
  private boolean isComplete;

  Exchange(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      InstantSource clock,
      OutputStream out) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    this.body = body;
    this.clock = clock;
    this.out = out;
  }

  String method() {
    return method;
  }

  URI uri() {
    return uri;
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  byte[] body() {
    return body;
  }

  void setHeader(String name, String value) {
    responseHeaders.put(name, value);
  }

  /** Responds with JSON; a status of 0 closes the connection without a response. */
  void respond(int status, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    if (status != 0) {
      respond(status, "application/json; charset=utf-8", bytes, bytes.length);
    }
  }

  /** Responds, or only begins to, after which the connection is closed. */
  void respond(int status, String contentType, byte[] content, int length) throws IOException {
    setHeader("Date", RFC_1123_DATE_TIME.format(clock.instant().atOffset(UTC)));
    setHeader("Content-Type", contentType);
    if (status != 204) {
      setHeader("Content-Length", String.valueOf(content.length));
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
    responseHeaders.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    // In one write: a body that is sent on its own waits for the acknowledgment of the headers,
    // which the client's system delays by 40 ms.
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    response.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    response.write(content, 0, length);
    response.writeTo(out);
    isComplete = length == content.length;
  }

  boolean isComplete() {
    return isComplete;
  }
}
