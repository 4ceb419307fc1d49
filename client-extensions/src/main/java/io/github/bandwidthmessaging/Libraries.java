package io.github.bandwidthmessaging;

import com.squareup.moshi.JsonReader;
import java.net.URL;
import java.security.CodeSource;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Rejects versions that would fail with a {@link LinkageError}, possibly after a message is sent.
 */
final class Libraries {
  private static final String IMPORT_BOM =
      "import io.github.bandwidthmessaging:bandwidth-messaging-bom before all else in"
          + " <dependencyManagement>";

  private Libraries() {}

  /**
   * Uses the newest part of each library that sending needs. Nothing is loaded that it does not.
   */
  static void check() {
    String required = "kotlin-stdlib 1.8.20";
    String remedy = "set its version, such as <kotlin.version> with Spring Boot";
    Class<?> type = kotlin.Unit.class;
    try {
      Object unused = Protocol.HTTP_2;

      required = "OkHttp 5.3";
      remedy = IMPORT_BOM;
      type = Protocol.class;
      unused = EventListener.NONE.plus(EventListener.NONE);

      // OkHttp uses it where it is newer.
      required = "Okio 3.18";
      type = Buffer.class;
      unused = okhttp3.Credentials.basic("", "");

      required = "Moshi 1.11";
      remedy = "set the version of com.squareup.moshi:moshi";
      type = JsonReader.class;
      unused = JsonReader.of(new Buffer()).tag(Libraries.class);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          jar(type) + " is in the way: " + required + " or later is required; " + remedy, e);
    }
  }

  private static String jar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    @Nullable URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return "Another version of " + type.getPackageName();
    }
    // Within an executable jar, as jar:nested:/app.jar/!BOOT-INF/lib/okio-1.15.0.jar!/
    String path = location.getPath().replaceFirst("!?/?$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
