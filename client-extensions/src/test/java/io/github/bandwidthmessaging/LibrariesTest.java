package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The old libraries themselves are in contract-tests/consumers. */
class LibrariesTest {
  private static final String IMPORT_BOM =
      "import io.github.bandwidthmessaging:bandwidth-messaging-bom before all else in"
          + " <dependencyManagement>";

  static List<Arguments> tooOld() {
    return List.of(
        arguments(
            "kotlin.enums.EnumEntriesKt",
            "kotlin-stdlib",
            "kotlin-stdlib 1.8.20",
            "set its version, such as <kotlin.version> with Spring Boot"),
        arguments("okhttp3.EventListener", "okhttp-jvm", "OkHttp 5.3", IMPORT_BOM),
        arguments("okio.ByteString", "okio-jvm", "Okio 3.18", IMPORT_BOM),
        arguments(
            "com.squareup.moshi.JsonUtf8Reader",
            "moshi",
            "Moshi 1.11",
            "set the version of com.squareup.moshi:moshi"));
  }

  @ParameterizedTest
  @MethodSource("tooOld")
  void namesTheJarThatIsTooOld(String missing, String jar, String required, String remedy)
      throws IOException {
    try (Older loader = new Older(missing)) {
      assertThatThrownBy(loader::builder)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching(
              jar
                  + "-[0-9.]+\\.jar is in the way: "
                  + Pattern.quote(required + " or later is required; " + remedy))
          .hasCauseInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void acceptsWhatIsNewEnough() throws Throwable {
    try (Older loader = new Older("none")) {
      assertThat(loader.builder()).isNotNull();
    }
  }

  @Test
  void needsNoRetrofit() throws Throwable {
    runsWithout("retrofit2.", "retrofit2.Retrofit", Everything.class);
  }

  /** Each takes so long to load that it shows when a program starts. */
  @ParameterizedTest
  @CsvSource({
    "com.google.i18n., com.google.i18n.phonenumbers.PhoneNumberUtil",
    "com.squareup.moshi.Moshi, com.squareup.moshi.Moshi",
    "io.github.bandwidthmessaging.api.ErrorBody, io.github.bandwidthmessaging.api.ErrorBody",
    "kotlin.reflect., kotlin.reflect.KClass",
    "retrofit2., retrofit2.Retrofit"
  })
  void sendsWithoutWhatOnlyOthersNeed(String missing, String type) throws Throwable {
    runsWithout(missing, type, FirstMessage.class);
  }

  private static void runsWithout(String missing, String type, Class<?> program) throws Throwable {
    try (Older loader = new Older(missing);
        FakeBandwidth bandwidth = FakeBandwidth.start()) {
      assertThatThrownBy(() -> loader.loadClass(type)).isInstanceOf(ClassNotFoundException.class);

      loader.run(program, bandwidth.url());

      assertThat(bandwidth.sent()).containsExactly(Examples.REQUEST);
    }
  }

  /** Sends one message. */
  public static final class FirstMessage {
    private FirstMessage() {}

    public static void run(String url) {
      try (MessagingClient client = Examples.client(url).build()) {
        client.send(Examples.SENDER.text(Examples.FIRST, Examples.TEXT).withTag("test message"));
      }
    }
  }

  /** Calls each operation. */
  public static final class Everything {
    private Everything() {}

    public static void run(String url) {
      try (MessagingClient client = Examples.client(url).build()) {
        client.send(Examples.REQUEST);
        assertThat(client.send(Examples.MULTI_CHANNEL).id()).isNotNull();
        client.checkCredentials();
        URI file = client.media().upload(MediaUpload.of("a.png", new byte[] {1}));
        assertThat(client.media().list()).hasSize(1);
        client.media().download(file.toString()).close();
        client.media().delete("a.png");
      }
    }
  }

  /** Loads all anew, but not classes that are missing in an older version. */
  static final class Older extends URLClassLoader {
    private final String missing;

    Older(String missing) {
      super(classPath(), ClassLoader.getPlatformClassLoader());
      this.missing = missing;
    }

    Object builder() throws Throwable {
      try {
        return loadClass(MessagingClient.class.getName()).getMethod("builder").invoke(null);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    void run(Class<?> program, String argument) throws Throwable {
      try {
        loadClass(program.getName()).getMethod("run", String.class).invoke(null, argument);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.equals(missing) || (missing.endsWith(".") && name.startsWith(missing))) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }

    private static URL[] classPath() {
      String[] entries =
          System.getProperty("java.class.path").split(System.getProperty("path.separator"));
      return Arrays.stream(entries).map(Older::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new AssertionError(e);
      }
    }
  }
}
