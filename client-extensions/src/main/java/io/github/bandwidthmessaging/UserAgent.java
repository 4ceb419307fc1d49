package io.github.bandwidthmessaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Who is sending, as far as a client knows. */
final class UserAgent {
  private static final String OKHTTP = "okhttp/";
  private static final String PRODUCT =
      "bandwidth-messaging-java/"
          + version()
          + " (Java/"
          + Runtime.version().feature()
          + "; OkHttp/";

  private volatile @Nullable String known;

  /** Names us if we know our whole name and nobody else has named himself. */
  void addTo(Request.Builder builder, Request request) {
    String name = known;
    if (name != null && request.header("User-Agent") == null) {
      builder.header("User-Agent", name);
    }
  }

  /**
   * Names us where OkHttp has named itself: its constant would name the version that this was
   * compiled with, so the first request tells which one it is.
   */
  Request replaced(Request request) {
    String name = request.header("User-Agent");
    if (name == null || !name.startsWith(OKHTTP)) {
      return request;
    }
    String ours = PRODUCT + name.substring(OKHTTP.length()) + ")";
    known = ours;
    return request.newBuilder().header("User-Agent", ours).build();
  }

  private static String version() {
    Properties properties = new Properties();
    // Absolute, since a shrinker moves this class but not the resource.
    String name = "/io/github/bandwidthmessaging/version.properties";
    try (InputStream in = UserAgent.class.getResourceAsStream(name)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
