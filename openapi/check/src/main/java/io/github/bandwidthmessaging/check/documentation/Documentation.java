package io.github.bandwidthmessaging.check.documentation;

import io.github.bandwidthmessaging.check.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Bandwidth's documentation as transcribed into {@code openapi/documentation}. */
public final class Documentation {
  private static final Path FOLDER = Project.resolve("openapi/documentation");

  private Documentation() {}

  /** Reads a file, such as {@code errors/401-unauthorized.json}. */
  public static String read(String path) {
    try {
      return Files.readString(FOLDER.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether there is a file. */
  public static boolean has(String path) {
    return Files.exists(FOLDER.resolve(path));
  }

  /** Returns the names of the files in a folder. */
  static List<String> files(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
