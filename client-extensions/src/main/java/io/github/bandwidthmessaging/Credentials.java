package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;

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
   * Returns the credentials of an API user.
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
