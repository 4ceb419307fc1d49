package io.github.bandwidthmessaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Says who is sending. It comes after OkHttp has named itself, because its constant would name the
 * version that this was compiled with.
 */
final class UserAgent implements Interceptor {
  private static final String PRODUCT =
      "bandwidth-messaging-java/"
          + version()
          + " (Java/"
          + Runtime.version().feature()
          + "; OkHttp/";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    String name = request.header("User-Agent");
    return chain.proceed(
        name != null && name.startsWith("okhttp/")
            ? request
                .newBuilder()
                .header("User-Agent", PRODUCT + name.substring("okhttp/".length()) + ")")
                .build()
            : request);
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
