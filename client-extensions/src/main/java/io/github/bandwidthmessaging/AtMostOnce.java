package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.StaleCheck.StaleConnectionException;
import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last interceptor before OkHttp's own, so that no other can repeat the message or see the
 * credentials without being a network interceptor.
 */
final class AtMostOnce implements Interceptor {
  /** More than OkHttp keeps idle by default; it ends what a server could otherwise keep going. */
  private static final int MAX_STALE = 16;

  private final HttpUrl baseUrl;
  private final Credentials credentials;
  private final UserAgent userAgent;

  AtMostOnce(HttpUrl baseUrl, Credentials credentials, UserAgent userAgent) {
    this.baseUrl = baseUrl;
    this.credentials = credentials;
    this.userAgent = userAgent;
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
    Request.Builder builder =
        request
            .newBuilder()
            .header("Authorization", authorization(attempt, chain))
            .method(request.method(), attempt.once(body));
    userAgent.addTo(builder, request);
    return proceed(chain, attempt, builder.build());
  }

  private String authorization(Attempt attempt, Chain chain) throws IOException {
    String authorization;
    try {
      authorization =
          requireNonNull(
              credentials instanceof OAuth oauth
                  ? oauth.authorization(chain.call().timeout().timeoutNanos())
                  : credentials.authorization(),
              "credentials.authorization() == null");
    } catch (OAuth.TokenException e) {
      attempt.setTransient(e.isTransient());
      throw e;
    } catch (IOException | RuntimeException e) {
      // Its words stay in the cause: those of foreign credentials can have a secret in them.
      throw new IOException(
          "The credentials cannot be had (" + e.getClass().getSimpleName() + ")", e);
    }
    for (int i = 0; i < authorization.length(); i++) {
      char c = authorization.charAt(i);
      if (c < ' ' || c > '~') {
        throw new IOException("The credentials have a character in them that no header can have");
      }
    }
    attempt.setAuthorization(authorization);
    return authorization;
  }

  private static Response proceed(Chain chain, Attempt attempt, Request request)
      throws IOException {
    for (int stale = 0; ; stale++) {
      try {
        return chain.proceed(request);
      } catch (StaleConnectionException e) {
        if (stale == MAX_STALE || chain.call().isCanceled()) {
          attempt.setTransient(true);
          throw e;
        }
      } catch (IOException e) {
        if (isRefusedStream(e)) {
          attempt.refusedUnread();
        } else {
          attempt.setTransient(!isCertificateWrong(e) && !chain.call().isCanceled());
        }
        throw e;
      }
    }
  }

  /**
   * Whether the server gave its word that it did not process the request: by REFUSED_STREAM, or by
   * a GOAWAY that leaves the request out (RFC 9113, 8.7 and 6.8), which OkHttp reports the same
   * way. OkHttp's exception is internal, so its text has to do; should that change, the outcome is
   * unknown and the message is not repeated.
   */
  private static boolean isRefusedStream(IOException e) {
    return "stream was reset: REFUSED_STREAM".equals(e.getMessage());
  }

  private static boolean isCertificateWrong(IOException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }
}
