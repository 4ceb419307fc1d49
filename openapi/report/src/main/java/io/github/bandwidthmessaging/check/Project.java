package io.github.bandwidthmessaging.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The root directory of the project. */
public final class Project {
  private static final String DOCUMENT = "openapi/messaging.yaml";
  private static final Path ROOT = root();

  private Project() {}

  /** Returns a path in the project, such as {@code openapi/messaging.yaml}. */
  public static Path resolve(String path) {
    return ROOT.resolve(path).normalize();
  }

  /** Returns the name of a file from the project's directory, or alone if it is not in there. */
  public static String name(Path file) {
    Path path = file.toAbsolutePath().normalize();
    return path.startsWith(ROOT)
        ? ROOT.relativize(path).toString().replace('\\', '/')
        : String.valueOf(path.getFileName());
  }

  private static Path root() {
    // Surefire and the POMs set the property; an IDE runs in the directory of a module.
    Path start = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return Stream.iterate(start, path -> path != null, Path::getParent)
        .filter(path -> Files.exists(path.resolve(DOCUMENT)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(start + " is not in the project"));
  }
}
