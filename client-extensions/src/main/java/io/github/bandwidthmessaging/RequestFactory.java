package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.ListMessagesParameters;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MultiChannelMessageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTTP requests of the operations, the same as the generated Retrofit interfaces do, but
 * without Retrofit, which takes long to start. Beside each operation here, {@code
 * RequestFactoryTest} has the one there.
 */
final class RequestFactory {
  private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");

  private final HttpUrl baseUrl;

  RequestFactory(HttpUrl baseUrl) {
    this.baseUrl = baseUrl;
  }

  Request.Builder createMessage(String accountId, MessageRequest message) {
    return acceptingJson(accountId, "messages").post(json(MessageRequest.jsonAdapter(), message));
  }

  Request.Builder createMultiChannelMessage(String accountId, MultiChannelMessageRequest message) {
    return acceptingJson(accountId, "messages/multiChannel")
        .post(json(MultiChannelMessageRequest.jsonAdapter(), message));
  }

  Request.Builder listMessages(String accountId, ListMessagesParameters parameters) {
    return parameters.addTo(acceptingJson(accountId, "messages").build()).newBuilder();
  }

  Request.Builder listMedia(String accountId, @Nullable String continuationToken) {
    return with("Continuation-Token", continuationToken, acceptingJson(accountId, "media"));
  }

  Request.Builder getMedia(String accountId, String name) {
    return media(accountId, name);
  }

  Request.Builder uploadMedia(
      String accountId, String name, RequestBody body, @Nullable String cacheControl) {
    return with("Cache-Control", cacheControl, media(accountId, name).put(body));
  }

  Request.Builder deleteMedia(String accountId, String name) {
    return media(accountId, name).method("DELETE", null);
  }

  private Request.Builder acceptingJson(String accountId, String path) {
    return request(accountId, path).header("Accept", "application/json");
  }

  /** A name has the slashes of a path; all else is escaped that RFC 3986 does not leave alone. */
  private Request.Builder media(String accountId, String name) {
    String escaped =
        URLEncoder.encode(name, UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A")
            .replace("%7E", "~")
            .replace("%2F", "/");
    return request(accountId, "media/" + escaped);
  }

  private Request.Builder request(String accountId, String path) {
    return new Request.Builder()
        .url(requireNonNull(baseUrl.resolve("users/" + accountId + "/" + path)));
  }

  private static Request.Builder with(
      String header, @Nullable String value, Request.Builder request) {
    return value == null ? request : request.header(header, value);
  }

  private static <T> RequestBody json(JsonAdapter<T> adapter, T message) {
    Buffer json = new Buffer();
    try {
      adapter.toJson(json, message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Json(json.readByteString());
  }

  /** A body that interceptors can read as often as they like; {@link Attempt} writes it once. */
  private static final class Json extends RequestBody {
    private final ByteString bytes;

    Json(ByteString bytes) {
      this.bytes = bytes;
    }

    @Override
    public MediaType contentType() {
      return JSON;
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
      sink.write(bytes);
    }
  }
}
