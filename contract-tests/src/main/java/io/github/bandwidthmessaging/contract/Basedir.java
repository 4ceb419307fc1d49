package io.github.bandwidthmessaging.contract;

import java.nio.file.Path;

/** The directory of this module. */
public final class Basedir {
  // Surefire and the POM set the property; an IDE runs in the directory itself.
  private static final Path PATH = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private Basedir() {}

  /** Returns a path in the module, or beside it after {@code ../}. */
  public static Path resolve(String path) {
    return PATH.resolve(path).normalize();
  }
}
