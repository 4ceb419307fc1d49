package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.InstantSource;

/**
 * What proves to Bandwidth who is sending. It is asked for every message and from several threads
 * at once, so it can change while a client is in use.
 *
 * <p>An implementation keeps secrets out of its {@code toString()}.
 */
@FunctionalInterface
public interface Credentials {
  /**
   * Returns the value of the {@code Authorization} header.
   *
   * @return for example {@code Basic ...} or {@code Bearer ...}
   * @throws IOException if it cannot be had; the message is then not sent
   */
  String authorization() throws IOException;

  /**
   * Is called when Bandwidth answered 401 to a value of {@link #authorization()}. The message was
   * not sent, so it is tried once more if there may be a better value now. It should not block.
   *
   * @param refused the value that was refused
   * @return whether {@link #authorization()} may now return another value; by default false
   */
  default boolean renew(String refused) {
    return false;
  }

  /**
   * Returns OAuth 2.0 client credentials. The token is fetched from Bandwidth when it is first
   * needed, kept, and fetched again shortly before it expires and after a 401, by one thread for
   * all.
   *
   * @param clientId the client's id
   * @param clientSecret the client's secret, sent to the token endpoint only
   * @return the credentials; several clients that share them share the token
   * @throws IllegalArgumentException if the id is empty
   */
  static Credentials oauth(String clientId, String clientSecret) {
    return oauth(clientId, clientSecret, "https://api.bandwidth.com/api/v1/oauth2/token");
  }

  /**
   * Returns OAuth 2.0 client credentials for another token endpoint than Bandwidth's.
   *
   * @param clientId the client's id
   * @param clientSecret the client's secret, sent to the token endpoint only
   * @param tokenUrl an https URL, or an http one on this machine
   * @return the credentials; several clients that share them share the token
   * @throws IllegalArgumentException if the id is empty, or the URL is none or would send the
   *     secret unencrypted to another machine
   */
  static Credentials oauth(String clientId, String clientSecret, String tokenUrl) {
    requireNonNull(clientId, "clientId == null");
    requireNonNull(clientSecret, "clientSecret == null");
    requireNonNull(tokenUrl, "tokenUrl == null");
    if (clientId.isEmpty()) {
      throw new IllegalArgumentException("clientId must not be empty");
    }
    return new OAuth(
        clientId, clientSecret, SecureUrl.parse(tokenUrl, "tokenUrl"), InstantSource.system());
  }

  /**
   * Returns the credentials of an API user, which Bandwidth takes until 2026-12-02; {@link #oauth}
   * is what remains.
   *
   * @param username the name, which must not contain a colon
   * @param password the password
   * @return HTTP Basic authentication in UTF-8 (RFC 7617)
   * @throws IllegalArgumentException if {@code username} is empty or contains a colon
   */
  static Credentials basic(String username, String password) {
    requireNonNull(username, "username == null");
    requireNonNull(password, "password == null");
    if (username.isEmpty() || username.indexOf(':') >= 0) {
      throw new IllegalArgumentException("username must not be empty or contain a colon");
    }
    String authorization = okhttp3.Credentials.basic(username, password, UTF_8);
    return () -> authorization;
  }
}
