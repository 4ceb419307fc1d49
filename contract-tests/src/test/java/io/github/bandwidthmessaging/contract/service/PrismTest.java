package io.github.bandwidthmessaging.contract.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.contract.documentation.DocumentedExample;
import io.github.bandwidthmessaging.contract.documentation.RawRequest;
import io.github.bandwidthmessaging.contract.node.SetupException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PrismExtension.class)
final class PrismTest {
  @Test
  void endsWhenClosed() {
    Prism prism = Prism.start(Prism.ANY_PORT);
    assertThat(prism.process().isAlive()).isTrue();
    prism.close();
    assertThat(prism.process().isAlive()).isFalse();
  }

  @Test
  void endsWithTheProcessThatStartedIt() throws Exception {
    try (Prism prism = Prism.start(Prism.ANY_PORT)) {
      // What the operating system does when the JVM is killed.
      prism.process().getOutputStream().close();
      assertThat(prism.process().waitFor(10, SECONDS)).isTrue();
    }
  }

  @Test
  void namesAnOccupiedPortInOneSentence(Prism running) {
    int port = running.url().getPort();
    assertThatThrownBy(() -> Prism.start(port))
        .isInstanceOf(SetupException.class)
        .hasMessage(
            "Port %d is in use; choose another -Dprism.port for Prism, or leave it out for a free one.",
            port);
  }

  @Test
  void getsDocumentWithoutCallbacks(@TempDir Path directory) throws Exception {
    Path document =
        Files.writeString(
            directory.resolve("with.yaml"),
            """
            paths:
              /messages:
                post:
                  callbacks:
                    events:
                      https://example.com:

                        post: {}
                  responses: {}
            """);

    assertThat(Prism.withoutCallbacks(document, directory))
        .hasContent(
            """
            paths:
              /messages:
                post:
                  responses: {}
            """);
  }

  @Test
  void firesNoCallbacks(Prism running) throws Exception {
    assertThat(Files.readString(Path.of("../openapi/messaging.yaml"))).contains("callbacks:");
    HttpRequest refused =
        HttpRequest.newBuilder(running.url().resolve("/users/1/messages"))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    HttpClient.newHttpClient().send(refused, HttpResponse.BodyHandlers.discarding());

    assertThat(running.log()).doesNotContainIgnoringCase("callback");
  }

  @Test
  void refusesToAnswerInAnotherMediaType(Prism running) {
    RawRequest html =
        DocumentedExample.TEXT_MESSAGE.printedAsHttp().withHeader("Accept", "text/html");
    assertThat(running.send(html).statusCode()).isEqualTo(406);
  }

  @Test
  void showsItsLogWhenItCannotStart(@TempDir Path directory) throws Exception {
    Path document = Files.writeString(directory.resolve("broken.yaml"), "openapi: [");
    assertThatThrownBy(() -> Prism.start(document, Prism.ANY_PORT))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("Prism ended before it was ready.")
        .hasMessageContaining("broken.yaml");
  }
}
