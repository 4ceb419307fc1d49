package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** A public document of another API, as a package registry has it. */
enum LargeDocument {
  APICURIO("META-INF/openapi.json"),
  CAMUNDA("rest-api.yaml"),
  GITHUB(Path.of("src/test/large/node_modules/@octokit/openapi/generated/api.github.com.json"));

  private final Path file;
  private final String resource;

  LargeDocument(Path file) {
    this.file = file;
    this.resource = "";
  }

  LargeDocument(String resource) {
    this.file = Path.of("");
    this.resource = resource;
  }

  /** Returns the document as a file, copied to the folder if it is in a jar. */
  Path in(Path folder) throws IOException {
    if (resource.isEmpty()) {
      return file;
    }
    Path copy = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream stream =
        Objects.requireNonNull(
            getClass().getClassLoader().getResourceAsStream(resource), resource)) {
      Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy;
  }

  static JsonNode read(Path document) throws IOException {
    ObjectMapper mapper =
        document.toString().endsWith(".json")
            ? new ObjectMapper()
            : new ObjectMapper(new YAMLFactory());
    return mapper.readTree(document.toFile());
  }
}
