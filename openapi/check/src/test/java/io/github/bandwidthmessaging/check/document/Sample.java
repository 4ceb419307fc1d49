package io.github.bandwidthmessaging.check.document;

import io.github.bandwidthmessaging.check.Project;
import java.nio.file.Path;

/** A document for what the checks must find, which no edit of the real one changes. */
public final class Sample {
  public static final Path FILE = Project.resolve("openapi/check/src/test/resources/sample.yaml");

  private Sample() {}

  public static Document document() {
    return Document.read(FILE);
  }
}
