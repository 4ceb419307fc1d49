package io.github.bandwidthmessaging.check.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Bandwidth's documentation as transcribed into {@code src/main/resources/documentation}. */
public final class Documentation {
  private Documentation() {}

  /** Reads a file, such as {@code errors/401-unauthorized.json}. */
  public static String read(String path) {
    return find(path)
        .orElseThrow(() -> new IllegalArgumentException("There is no documentation/" + path));
  }

  /** Reads a file, if there is one. */
  public static Optional<String> find(String path) {
    try (InputStream in = Documentation.class.getResourceAsStream("/documentation/" + path)) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of the files in a folder. */
  static List<String> files(String folder) {
    URL url = Documentation.class.getResource("/documentation/" + folder);
    try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(url).toURI()))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
