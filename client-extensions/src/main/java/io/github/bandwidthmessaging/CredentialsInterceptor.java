package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Adds credentials to the requests of an OkHttp client that is not ours. */
final class CredentialsInterceptor implements Interceptor {
  /** Many times the longest message. */
  private static final long MAX_KEPT = 1024 * 1024;

  private final HttpUrl baseUrl;
  private final Credentials credentials;

  /** The credentials, which fetch a token as this client does; null before the first request. */
  private volatile @Nullable Credentials ofClient;

  CredentialsInterceptor(HttpUrl baseUrl, Credentials credentials) {
    this.baseUrl = baseUrl;
    this.credentials = credentials;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!Transport.isSameServer(request.url(), baseUrl)) {
      return chain.proceed(request);
    }
    Credentials credentials = credentials(chain);
    RequestBody body = request.body();
    if (body != null && body.isOneShot() && isKept(body)) {
      Buffer bytes = new Buffer();
      body.writeTo(bytes);
      body = RequestBody.create(bytes.readByteString(), body.contentType());
    }
    Sent sent = new Sent();
    Response response = chain.proceed(authorized(request, body, credentials, sent));
    if (response.code() != 401
        || response.priorResponse() != null
        || response.networkResponse() == null
        || !credentials.refused(requireNonNull(sent.authorization))
        || (body != null && body.isOneShot())) {
      return response;
    }
    response.close();
    return chain.proceed(authorized(request, body, credentials, sent));
  }

  /** Returns the request with a body that OkHttp does not repeat by itself. */
  private Request authorized(
      Request request, @Nullable RequestBody body, Credentials credentials, Sent sent)
      throws IOException {
    Request.Builder authorized = Transport.authorized(request, baseUrl, credentials, sent);
    RequestBody original = request.body();
    if (body != null && original != null && original.isOneShot()) {
      authorized.method(request.method(), new Attempt.OneShotBody(body));
    }
    return authorized.build();
  }

  private static boolean isKept(RequestBody body) throws IOException {
    return body.contentLength() >= 0 && body.contentLength() <= MAX_KEPT;
  }

  /** Returns credentials whose token is fetched through the proxy and TLS of the client. */
  private Credentials credentials(Chain chain) {
    Credentials known = ofClient;
    if (known == null) {
      known = credentials instanceof OAuth oauth ? oauth.through(settings(chain)) : credentials;
      ofClient = known;
    }
    return known;
  }

  private static OkHttpClient settings(Chain chain) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .dns(chain.getDns())
            .proxy(chain.getProxy())
            .proxySelector(chain.getProxySelector())
            .proxyAuthenticator(chain.getProxyAuthenticator())
            .socketFactory(chain.getSocketFactory())
            .hostnameVerifier(chain.getHostnameVerifier())
            .certificatePinner(chain.getCertificatePinner())
            .connectionPool(chain.getConnectionPool());
    if (chain.getSslSocketFactoryOrNull() != null && chain.getX509TrustManagerOrNull() != null) {
      builder.sslSocketFactory(
          chain.getSslSocketFactoryOrNull(), chain.getX509TrustManagerOrNull());
    }
    return builder.build();
  }

  /** The credentials that were sent last. */
  private static final class Sent implements Transport.Authorized {
    private final Connecting connecting = new Connecting();
    private @Nullable String authorization;

    @Override
    public long limit() {
      return 0;
    }

    @Override
    public Connecting connecting() {
      return connecting;
    }

    @Override
    public void setAuthorization(String authorization) {
      this.authorization = authorization;
    }

    @Override
    public void setTransient(boolean isTransient) {}
  }
}
