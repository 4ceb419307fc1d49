package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The last interceptor before OkHttp's own, so that no other can repeat the message or see the
 * credentials without being a network interceptor.
 */
final class AtMostOnce implements Interceptor {
  private final HttpUrl baseUrl;
  private final Credentials credentials;

  AtMostOnce(HttpUrl baseUrl, Credentials credentials) {
    this.baseUrl = baseUrl;
    this.credentials = credentials;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // The call's own request: another interceptor may have built a new one, without the tag.
    Attempt attempt = requireNonNull(chain.call().request().tag(Attempt.class));
    if (attempt.hasBegun()) {
      throw Attempt.secondCopy();
    }
    Request request = chain.request();
    RequestBody body = request.body();
    if (body == null) {
      throw new IOException(
          "An interceptor of the HTTP client took the message out of the request");
    }
    HttpUrl url = request.url();
    if (!url.scheme().equals(baseUrl.scheme())
        || !url.host().equals(baseUrl.host())
        || url.port() != baseUrl.port()) {
      throw new IOException(
          "An interceptor of the HTTP client changed the host; set baseUrl instead, credentials go"
              + " nowhere else");
    }
    return chain.proceed(
        request
            .newBuilder()
            .header(
                "Authorization",
                requireNonNull(credentials.authorization(), "credentials.authorization() == null"))
            .method(request.method(), attempt.once(body))
            .build());
  }
}
