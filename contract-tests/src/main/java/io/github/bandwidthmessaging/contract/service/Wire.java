package io.github.bandwidthmessaging.contract.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What goes through the network connection of an HTTP client, for one thread. */
final class Wire implements Interceptor {
  /** A request as it was written, and the status and the body of the response. */
  record Exchange(
      String method,
      HttpUrl url,
      Headers headers,
      ByteString bytes,
      int status,
      ByteString response) {
    /** Returns the body as text. */
    String body() {
      return bytes.utf8();
    }

    /** Returns the request again, to be inspected. */
    Request toRequest() {
      MediaType type = MediaType.parse(String.valueOf(headers.get("Content-Type")));
      boolean hasBody = type != null || Set.of("POST", "PUT", "PATCH").contains(method);
      return new Request.Builder()
          .url(url)
          .headers(headers)
          .method(method, hasBody ? RequestBody.create(bytes, type) : null)
          .build();
    }
  }

  private final List<Exchange> exchanges = new ArrayList<>();
  private @Nullable String preference;

  /**
   * Asks Prism for a documented response: {@code example=textMessage} or {@code code=429,
   * example=queueFull}.
   */
  void prefer(String preference) {
    this.preference = preference;
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  Exchange last() {
    return exchanges.get(exchanges.size() - 1);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RecordedBody body = request.body() == null ? null : new RecordedBody(request.body());
    Request.Builder forwarded = request.newBuilder().method(request.method(), body);
    if (preference != null) {
      forwarded.header("Prefer", preference);
    }
    Response response = chain.proceed(forwarded.build());
    exchanges.add(
        new Exchange(
            request.method(),
            request.url(),
            request.headers(),
            body == null ? ByteString.EMPTY : body.written,
            response.code(),
            response.peekBody(Long.MAX_VALUE).byteString()));
    return response;
  }

  private static final class RecordedBody extends RequestBody {
    private final RequestBody body;
    private ByteString written = ByteString.EMPTY;

    RecordedBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      Buffer buffer = new Buffer();
      body.writeTo(buffer);
      written = buffer.snapshot();
      sink.write(written);
    }
  }
}
