package io.github.bandwidthmessaging.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The project's OpenAPI document. */
final class Document {
  // Surefire and exec-maven-plugin set basedir; an IDE starts tests in the module's directory.
  static final Path FILE =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .resolveSibling("openapi/messaging.yaml");

  private Document() {}

  static JsonNode read() {
    try {
      return new YAMLMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
