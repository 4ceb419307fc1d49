package io.github.bandwidthmessaging.contract.service;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.ApiSurface;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shows every change to what users compile against; openapi/check does so for generated code. */
final class ApiSurfaceTest {
  private static final Path LISTED =
      Project.resolve("client-extensions/src/test/resources/api-surface.txt");

  @Test
  void publicApiIsTheListedOne() throws Exception {
    String surface =
        Stream.of(MessagingClient.class, CallbackReceiver.class, FakeBandwidth.class)
            .map(ApiSurfaceTest::surface)
            .collect(joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(LISTED, surface);
    }

    assertThat(surface.lines())
        .as(
            "public API; if the change is meant: mvn test -pl contract-tests -am"
                + " -Dtest=ApiSurfaceTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update")
        .containsExactlyElementsOf(Files.readAllLines(LISTED));
  }

  /** The public classes of the package and the artifact of one. */
  private static String surface(Class<?> one) {
    String name = one.getPackageName();
    String folder = name.replace('.', '/');
    try {
      Path artifact = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(artifact)) {
        return ApiSurface.of(name, artifact.resolve(folder), one.getClassLoader());
      }
      try (FileSystem jar = FileSystems.newFileSystem(artifact)) {
        return ApiSurface.of(name, jar.getPath(folder), one.getClassLoader());
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
