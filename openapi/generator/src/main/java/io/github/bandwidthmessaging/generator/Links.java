package io.github.bandwidthmessaging.generator;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The URLs of a document that people may be sent to: those of the web and of email. */
final class Links {
  private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:).*");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

  private Links() {}

  /** Whether a URL is relative, or has a scheme that runs nothing. */
  static boolean isSafe(String url) {
    // Browsers skip control characters before and within a scheme.
    String seen = url.replaceAll("[\\p{Cntrl}\\s\\p{Cf}]", "");
    return !SCHEME.matcher(seen).matches() || SAFE.matcher(seen).matches();
  }

  /** An absolute URL with everything escaped that a URL must not have, null if it is not safe. */
  static @Nullable String absolute(String url) {
    if (!SAFE.matcher(url).matches()) {
      return null;
    }
    StringBuilder escaped = new StringBuilder();
    for (byte unit : url.getBytes(StandardCharsets.UTF_8)) {
      boolean allowed = unit > ' ' && "\"<>\\^`{|}\u007f".indexOf(unit) < 0;
      escaped.append(allowed ? (char) unit : String.format("%%%02X", unit));
    }
    try {
      return new URI(escaped.toString()).toString();
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
