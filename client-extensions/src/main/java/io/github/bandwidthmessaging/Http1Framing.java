package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The framing of HTTP/1.1 responses (RFC 9112, 6). OkHttp keeps what follows a response in a buffer
 * that no socket shows, and would take it for the response to the next message.
 *
 * <p>Only the plain cases count as ended: a single {@code Content-Length}, or {@code
 * Transfer-Encoding: chunked} without one. Wherever OkHttp could see another end, the connection is
 * not used again.
 */
final class Http1Framing implements Framing {
  /** Several times the part of a body that is read, unless bodies may be long. */
  private static final int MAX_RESPONSE = 1024 * 1024;

  private enum State {
    ENDED,
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    /** In a body that ends with the connection. */
    UNTIL_CLOSE,
    /** A response whose end is uncertain, or more than a response. */
    UNCERTAIN
  }

  private final StringBuilder line = new StringBuilder();
  private State state = State.ENDED;
  private volatile boolean longBodies;
  private long received;
  private long remaining;
  private @Nullable String statusLine;
  private @Nullable String contentLength;
  private @Nullable String transferEncoding;
  private boolean ambiguous;

  /** Bounds only what comes before and beside a body, for those who read it as a stream. */
  void allowLongBodies() {
    longBodies = true;
  }

  @Override
  public void writing() {
    if (state == State.ENDED) {
      received = 0;
      beginHead();
    }
  }

  @Override
  public boolean isBetweenResponses() {
    return state == State.ENDED;
  }

  @Override
  public void received(byte[] bytes, int offset, int length) throws IOException {
    received += length;
    int end = offset + length;
    int i = offset;
    while (i < end && state != State.UNCERTAIN && state != State.UNTIL_CLOSE) {
      if (state == State.BODY || state == State.CHUNK) {
        int skipped = (int) Math.min(remaining, end - i);
        i += skipped;
        remaining -= skipped;
        // A body of many small chunks has as many sizes and line ends.
        received = longBodies ? end - i : received;
        if (remaining == 0) {
          state = state == State.BODY ? State.ENDED : State.CHUNK_END;
        }
      } else if (state == State.ENDED) {
        state = State.UNCERTAIN;
      } else {
        character((char) (bytes[i++] & 0xff));
      }
    }
    received -= longBodies && state == State.UNTIL_CLOSE ? end - i : 0;
    if (received > MAX_RESPONSE) {
      throw new IOException("The response is longer than " + MAX_RESPONSE + " bytes");
    }
  }

  private void character(char c) {
    if (c != '\n') {
      line.append(c);
      return;
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    String text = line.toString();
    line.setLength(0);
    state = after(text);
  }

  private State after(String text) {
    switch (state) {
      case HEAD -> {
        if (statusLine == null) {
          statusLine = text;
        } else if (text.isEmpty()) {
          return afterHead();
        } else {
          header(text);
        }
        return State.HEAD;
      }
      case CHUNK_SIZE -> {
        return afterChunkSize(text);
      }
      case CHUNK_END -> {
        return text.isEmpty() ? State.CHUNK_SIZE : State.UNCERTAIN;
      }
      // Trailers, as no other state reads lines.
      default -> {
        return text.isEmpty() ? State.ENDED : State.TRAILERS;
      }
    }
  }

  private void beginHead() {
    state = State.HEAD;
    statusLine = null;
    contentLength = null;
    transferEncoding = null;
    ambiguous = false;
  }

  private void header(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    // A byte above 127 can be part of a letter that equals another one when case is ignored.
    for (int i = 0; i < name.length(); i++) {
      ambiguous |= name.charAt(i) > '~';
    }
    if (name.strip().equals("content-length")) {
      ambiguous |= name.length() != 14 || contentLength != null;
      contentLength = text.substring(colon + 1).strip();
    } else if (name.strip().equals("transfer-encoding")) {
      ambiguous |= name.length() != 17 || transferEncoding != null;
      transferEncoding = text.substring(colon + 1).strip();
    }
  }

  private State afterHead() {
    int status = status();
    if (status == 100 || (status > 101 && status < 200)) {
      beginHead();
      return State.HEAD;
    }
    if (ambiguous || status < 200 || status == 205 || status == 304) {
      return State.UNCERTAIN;
    }
    boolean isFramed = contentLength != null || transferEncoding != null;
    if (status == 204) {
      return isFramed ? State.UNCERTAIN : State.ENDED;
    }
    if (!isFramed) {
      return State.UNTIL_CLOSE;
    }
    if (transferEncoding != null) {
      return contentLength == null && transferEncoding.equalsIgnoreCase("chunked")
          ? State.CHUNK_SIZE
          : State.UNCERTAIN;
    }
    remaining = number(requireNonNull(contentLength), 10);
    return remaining < 0 ? State.UNCERTAIN : remaining == 0 ? State.ENDED : State.BODY;
  }

  /** Returns the status of {@code HTTP/1.1 202 Accepted}, -1 for any other form. */
  private int status() {
    String text = statusLine == null ? "" : statusLine;
    return text.startsWith("HTTP/1.") && text.length() >= 12
        ? (int) number(text.substring(9, 12), 10)
        : -1;
  }

  private State afterChunkSize(String text) {
    remaining = number(text.split(";", 2)[0].stripTrailing(), 16);
    return remaining < 0 ? State.UNCERTAIN : remaining == 0 ? State.TRAILERS : State.CHUNK;
  }

  /** Returns -1 unless there are 1 to 15 digits and nothing else. */
  private static long number(String digits, int radix) {
    if (digits.isEmpty() || digits.length() > 15) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
        return -1;
      }
    }
    return Long.parseLong(digits, radix);
  }
}
