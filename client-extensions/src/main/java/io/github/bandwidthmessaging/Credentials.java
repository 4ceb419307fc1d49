package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.InstantSource;
import okhttp3.Interceptor;

/**
 * Authenticates requests to Bandwidth. Called for every attempt, and by several threads at once, so
 * the value can change while a client is in use.
 *
 * <p>An implementation must keep secrets out of its {@code toString()}.
 */
@FunctionalInterface
public interface Credentials {
  /**
   * Returns the value of the {@code Authorization} header.
   *
   * @return for example {@code Basic ...} or {@code Bearer ...}
   * @throws IOException if the value cannot be obtained now. The message is then not sent, and is
   *     retried as after a failure to connect; no other exception is retried.
   */
  String authorization() throws IOException;

  /**
   * Called when Bandwidth refused a value of {@link #authorization()} with a 401. The message was
   * not sent; if this method returns true, it is sent again, once.
   *
   * <p>This method must not block. Only forget the refused value here, and obtain another in the
   * next call of {@link #authorization()}.
   *
   * @param authorization the refused value
   * @return whether {@link #authorization()} may now return another value; false by default
   */
  default boolean refused(String authorization) {
    return false;
  }

  /**
   * Returns an interceptor that authenticates requests to one server, for Retrofit interfaces that
   * are used without a {@link MessagingClient}. Add it last, with {@code
   * OkHttpClient.Builder.addInterceptor}.
   *
   * <p>Requests to another scheme, host, or port are left unchanged. After a 401, a request is
   * repeated once if {@link #refused} returns true: a 401 means that nothing was sent. A body that
   * can be written only once is not repeated if it is longer than 1 MiB or of unknown length.
   *
   * @param baseUrl an https URL of the server, or an http one on this machine, such as {@code
   *     RetrofitClient.BASE_URL}
   * @return the interceptor
   * @throws IllegalArgumentException if the URL is malformed or would send the credentials to
   *     another machine unencrypted
   */
  default Interceptor interceptor(String baseUrl) {
    requireNonNull(baseUrl, "baseUrl == null");
    return new CredentialsInterceptor(SecureUrl.parse(baseUrl, "baseUrl"), this);
  }

  /**
   * Returns OAuth 2.0 client credentials. The token is fetched from Bandwidth when first needed,
   * cached, and fetched again shortly before it expires or after a 401. All threads share one
   * fetch.
   *
   * @param clientId the client's ID
   * @param clientSecret the client's secret, sent to the token endpoint only
   * @return the credentials; several clients that share them share the token
   * @throws IllegalArgumentException if the ID or the secret is empty, or begins or ends with white
   *     space
   */
  static Credentials oauth(String clientId, String clientSecret) {
    return oauth(clientId, clientSecret, "https://api.bandwidth.com/api/v1/oauth2/token");
  }

  /**
   * Returns OAuth 2.0 client credentials for a token endpoint other than Bandwidth's, such as a
   * gateway that passes requests on to it, or a test server. An HTTP proxy needs no other URL: the
   * token is fetched through the proxy of {@link MessagingClient.Builder#httpClient}.
   *
   * @param clientId the client's ID
   * @param clientSecret the client's secret, sent to the token endpoint only
   * @param tokenUrl an https URL, or an http one on this machine
   * @return the credentials; several clients that share them share the token
   * @throws IllegalArgumentException if the ID or the secret is empty, or begins or ends with white
   *     space, or if the URL is malformed or would send the secret to another machine unencrypted
   */
  static Credentials oauth(String clientId, String clientSecret, String tokenUrl) {
    requireNonNull(clientId, "clientId == null");
    requireNonNull(clientSecret, "clientSecret == null");
    requireNonNull(tokenUrl, "tokenUrl == null");
    Libraries.check();
    if (clientId.isEmpty()) {
      throw new IllegalArgumentException("clientId must not be empty");
    }
    if (clientSecret.isEmpty()) {
      throw new IllegalArgumentException("clientSecret must not be empty");
    }
    return new OAuth(
        MessagingClient.unpadded(clientId, "clientId"),
        MessagingClient.unpadded(clientSecret, "clientSecret"),
        SecureUrl.parse(tokenUrl, "tokenUrl"),
        InstantSource.system());
  }

  /**
   * Returns the credentials of an API user, which Bandwidth accepts until 2026-12-02. After that,
   * only {@link #oauth} works.
   *
   * @param username the username, without a colon
   * @param password the password
   * @return HTTP Basic authentication in UTF-8 (RFC 7617)
   * @throws IllegalArgumentException if {@code username} is empty or contains a colon, or one of
   *     the two begins or ends with white space
   */
  static Credentials basic(String username, String password) {
    requireNonNull(username, "username == null");
    requireNonNull(password, "password == null");
    Libraries.check();
    if (username.isEmpty() || username.indexOf(':') >= 0) {
      throw new IllegalArgumentException("username must not be empty or contain a colon");
    }
    return new Basic(
        okhttp3.Credentials.basic(
            MessagingClient.unpadded(username, "username"),
            MessagingClient.unpadded(password, "password"),
            UTF_8));
  }
}
