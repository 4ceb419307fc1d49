package io.github.bandwidthmessaging;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** A URL that secrets may go to. */
final class SecureUrl {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1");

  private SecureUrl() {}

  static HttpUrl parse(String text, String name) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException(name + " is not an http or https URL");
    }
    if (url.query() != null
        || url.fragment() != null
        || !url.username().isEmpty()
        || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          name + " must not have a user, password, query or fragment");
    }
    if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
      throw new IllegalArgumentException(
          name
              + " must be https: plain http would expose the credentials to everyone between here"
              + " and "
              + url.host());
    }
    return url;
  }
}
