package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.bandwidthmessaging.check.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that a document becomes in this JVM. */
final class GeneratedClientTest {
  private final Path folder;

  GeneratedClientTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void hasClassesOfAddedOperations() throws Exception {
    Path file = folder.resolve("messaging.yaml");
    Document added =
        Document.read(Project.resolve("openapi/check/src/test/resources/added-operation.yaml"));
    Document.read().with(added).write(file);

    GeneratedClient client = GeneratedClient.of(file, folder);

    assertThat(client.errors()).isEmpty();
    assertThat(client.sources())
        .containsKey("io/github/bandwidthmessaging/api/AttachmentPage.java");
    assertThat(client.type("AttachmentsApi").getMethods())
        .extracting("name")
        .contains("listAttachments", "uploadAttachment", "updateAttachment");
    assertThat(client.type("MessageRequest").getClassLoader()).isSameAs(client.loader());
  }

  @Test
  void saysInASentenceWhatCannotBeGenerated() throws IOException {
    Document document = Document.read();
    document
        .at("components", "schemas")
        .put("Both", Map.of("allOf", List.of(Map.of("type", "string"), Map.of("type", "boolean"))));
    Path file = folder.resolve("messaging.yaml");
    document.write(file);

    GeneratedClient client = GeneratedClient.of(file, folder);

    assertThat(client.errors())
        .singleElement(STRING)
        .matches(
            "messaging\\.yaml:\\d+: Schema Both cannot be generated:"
                + " its allOf asks for String and Boolean at once\\.");
    assertThat(Files.exists(client.classes())).isTrue();
  }
}
