package io.github.bandwidthmessaging.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class GeneratedSourcesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path BUILT =
      Path.of("target/generated-sources/openapi/io/github/bandwidthmessaging/api");
  private static final String UPDATE = "mvn test -pl client-generated -am -Dgolden.update";

  /**
   * Shows what a change of a template or of the document does to the code that users compile
   * against.
   */
  @Test
  void equalTheGoldenCopies() throws IOException {
    Map<String, String> built = sources(BUILT);
    if (Boolean.getBoolean("golden.update")) {
      for (String old : sources(GOLDEN).keySet()) {
        Files.delete(GOLDEN.resolve(old));
      }
      for (Map.Entry<String, String> source : built.entrySet()) {
        Files.writeString(GOLDEN.resolve(source.getKey()), source.getValue());
      }
    }

    Map<String, String> golden = sources(GOLDEN);
    assertThat(built.keySet())
        .as("generated files; if the change is meant: " + UPDATE)
        .isEqualTo(golden.keySet());
    golden.forEach(
        (name, source) ->
            assertThat(built.get(name))
                .as(name + "; if the change is meant: " + UPDATE)
                .isEqualTo(source));
  }

  /** Returns the Java sources in a folder by name. */
  private static Map<String, String> sources(Path folder) throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return sources;
  }
}
