package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Makes the HTTP requests of messages. The requests of the client's own account differ in the body
 * only: Retrofit makes the first of them.
 */
final class RequestFactory<T> {
  /** An operation of the generated client. */
  interface Operation<T> {
    retrofit2.Call<?> create(String accountId, T message);
  }

  private final Operation<T> operation;
  private final JsonAdapter<T> bodies;
  private final String accountId;
  private volatile @Nullable Request template;

  RequestFactory(Operation<T> operation, JsonAdapter<T> bodies, String accountId) {
    this.operation = operation;
    this.bodies = bodies;
    this.accountId = accountId;
  }

  Request.Builder create(@Nullable String otherAccountId, T message) {
    Buffer json = new Buffer();
    try {
      bodies.toJson(json, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return withBody(
        otherAccountId == null ? template(message) : first(otherAccountId, message), json);
  }

  private Request template(T message) {
    Request known = template;
    if (known == null) {
      // Without its message, which Retrofit has as the body.
      known = withBody(first(accountId, message), new Buffer()).build();
      template = known;
    }
    return known;
  }

  private Request first(String accountId, T message) {
    // Without its message, which Retrofit records as an argument.
    return operation
        .create(accountId, message)
        .request()
        .newBuilder()
        .tag(Invocation.class, null)
        .build();
  }

  private static Request.Builder withBody(Request request, Buffer json) {
    RequestBody body = requireNonNull(request.body());
    return request.newBuilder().method(request.method(), new Json(body.contentType(), json));
  }

  /** A body that interceptors can read as often as they like; {@link Attempt} writes it once. */
  private static final class Json extends RequestBody {
    private final @Nullable MediaType type;
    private final Buffer bytes;

    Json(@Nullable MediaType type, Buffer bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes.size();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      bytes.copyTo(sink.getBuffer(), 0, bytes.size());
      sink.emitCompleteSegments();
    }
  }
}
