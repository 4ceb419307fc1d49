package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What came back, as far as it could be read. */
record Answer(int status, Headers headers, ByteString bytes, @Nullable IOException broken) {
  /** Several times the largest receipt that the limits of a request allow. */
  static final long MAX_BODY = 256 * 1024;

  /** Up to thirty years, which every addition can bear. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  static Answer read(Response response) {
    Buffer bytes = new Buffer();
    IOException broken = null;
    try {
      // To the end and not to the end of the JSON: OkHttp reuses a connection only then.
      while (bytes.size() < MAX_BODY
          && response.body().source().read(bytes, MAX_BODY - bytes.size()) != -1) {}
    } catch (IOException e) {
      broken = e;
    }
    return new Answer(response.code(), response.headers(), bytes.readByteString(), broken);
  }

  String body() {
    return bytes.string(charset());
  }

  /** Returns the body in the encoding of JSON. */
  ByteString json() {
    return charset().equals(UTF_8) ? bytes : ByteString.encodeUtf8(body());
  }

  private Charset charset() {
    String value = headers.get("Content-Type");
    if (value == null || !value.contains("=")) {
      // As a rule; reading the type takes longer than reading the receipt.
      return UTF_8;
    }
    MediaType type = MediaType.parse(value);
    Charset charset = type == null ? null : type.charset(UTF_8);
    return charset == null ? UTF_8 : charset;
  }

  /** Returns how long the server asks to wait, whether in seconds or as a date. */
  @Nullable Duration retryAfter(Instant now) {
    String value = headers.get("Retry-After");
    if (value == null) {
      return null;
    }
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    Date date = headers.getDate("Retry-After");
    if (date == null) {
      return null;
    }
    Duration wait = Duration.between(now, date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
