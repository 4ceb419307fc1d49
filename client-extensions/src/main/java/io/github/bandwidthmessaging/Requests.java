package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.client.MessageRequest;
import io.github.bandwidthmessaging.client.MessagesApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * The HTTP requests of messages. Retrofit makes the first of each account; all others of the
 * account differ from it in the body only, and building their URL and headers again would take more
 * time than the rest of a call.
 */
final class Requests {
  private final MessagesApi api;
  private final JsonAdapter<MessageRequest> bodies;
  private final Map<String, Request> accounts = new ConcurrentHashMap<>();

  Requests(MessagesApi api, Moshi moshi) {
    this.api = api;
    this.bodies = moshi.adapter(MessageRequest.class);
  }

  Request.Builder of(String accountId, MessageRequest message) {
    Request first = accounts.get(accountId);
    if (first == null) {
      // Without its message: neither as the body nor as the argument that Retrofit notes.
      first =
          withBody(api.createMessage(accountId, message).request(), new Buffer())
              .tag(Invocation.class, null)
              .build();
      accounts.put(accountId, first);
    }
    Buffer json = new Buffer();
    try {
      bodies.toJson(json, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return withBody(first, json);
  }

  private static Request.Builder withBody(Request request, Buffer json) {
    RequestBody body = requireNonNull(request.body());
    return request.newBuilder().method(request.method(), new Json(body.contentType(), json));
  }

  /** A body that gives its bytes away, as it is written once only. */
  private static final class Json extends RequestBody {
    private final @Nullable MediaType type;
    private final Buffer bytes;
    private final long length;

    Json(@Nullable MediaType type, Buffer bytes) {
      this.type = type;
      this.bytes = bytes;
      this.length = bytes.size();
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      if (bytes.size() != length) {
        throw Attempt.secondCopy();
      }
      sink.write(bytes, length);
    }
  }
}
