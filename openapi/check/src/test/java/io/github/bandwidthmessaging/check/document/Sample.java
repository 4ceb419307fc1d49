package io.github.bandwidthmessaging.check.document;

import io.github.bandwidthmessaging.check.Project;

/** A document for what the checks must find, which no edit of the real one changes. */
public final class Sample {
  private Sample() {}

  public static Document document() {
    return Document.read(Project.resolve("openapi/check/src/test/resources/sample.yaml"));
  }
}
