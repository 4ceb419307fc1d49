package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A response as far as it could be read. */
record HttpResponse(
    int status, Headers headers, ByteString bytes, @Nullable Throwable broken, Instant receivedAt) {
  /** Several times the largest response that the limits of a request allow. */
  static final long MAX_BODY = 256 * 1024;

  private static final ByteString BYTE_ORDER_MARK = ByteString.encodeUtf8("\ufeff");

  private static final Pattern SECONDS = Pattern.compile("\\d+");

  /** Thirty years, so that sums do not overflow. */
  private static final long MAX_SECONDS = 999_999_999;

  /**
   * Reads and closes a response.
   *
   * @param response the response as interceptors leave it
   * @param head status line and headers as they came from the network, null if none did
   * @param now when that is
   */
  static HttpResponse read(Response response, @Nullable Response head, Instant now) {
    Buffer bytes = new Buffer();
    @Nullable Throwable broken = null;
    try (response) {
      // Reads past the JSON to the end: only then does OkHttp reuse a connection.
      while (bytes.size() < MAX_BODY
          && response.body().source().read(bytes, MAX_BODY - bytes.size()) != -1) {}
    } catch (Throwable e) {
      broken = e;
    }
    // What an interceptor makes of the status does not change what happened.
    int status = head == null ? response.code() : head.code();
    return new HttpResponse(status, response.headers(), bytes.readByteString(), broken, now);
  }

  /** Returns a response whose body was never reached. */
  static HttpResponse head(Response head, Throwable broken, Instant now) {
    return new HttpResponse(head.code(), head.headers(), ByteString.EMPTY, broken, now);
  }

  Map<String, List<String>> headersByName() {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.names().forEach(name -> byName.put(name, headers.values(name)));
    return Collections.unmodifiableMap(byName);
  }

  String body() {
    return bytes.string(charset());
  }

  /** Returns the body in the encoding of JSON, without a byte order mark (RFC 8259, 8.1). */
  ByteString json() {
    ByteString utf8 = charset().equals(UTF_8) ? bytes : ByteString.encodeUtf8(body());
    return withoutByteOrderMark(utf8);
  }

  static ByteString withoutByteOrderMark(ByteString json) {
    return json.startsWith(BYTE_ORDER_MARK) ? json.substring(BYTE_ORDER_MARK.size()) : json;
  }

  private Charset charset() {
    String value = headers.get("Content-Type");
    if (value == null || !value.contains("=")) {
      // As a rule; reading the type takes longer than reading the message.
      return UTF_8;
    }
    MediaType type = MediaType.parse(value);
    Charset charset = type == null ? null : type.charset(UTF_8);
    return charset == null ? UTF_8 : charset;
  }

  /** Returns how long the server asks to wait, whether in seconds or as a date. */
  @Nullable Duration retryAfter() {
    String value = headers.get("Retry-After");
    if (value == null) {
      return null;
    }
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(value.length() > 9 ? MAX_SECONDS : Long.parseLong(value));
    }
    Date date = headers.getDate("Retry-After");
    if (date == null) {
      return null;
    }
    Duration wait = Duration.between(receivedAt, date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
