package io.github.bandwidthmessaging.contract.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.check.node.SetupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PrismExtension.class)
final class PrismTest {
  /** A separate document, with a callback to a closed port of this machine. */
  private static final Document WITH_CALLBACK =
      Document.parse(
          """
          openapi: 3.0.3
          info: {title: Things, version: '1'}
          servers: [{url: 'https://example.com/api'}]
          paths:
            /things:
              post:
                requestBody:
                  content: {application/json: {schema: {type: object}}}
                responses: {'204': {description: Done.}, '400': {description: Refused.}}
                callbacks:
                  events: {'http://127.0.0.1:1/': {post: {responses: {'200': {description: Taken.}}}}}
          """);

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
  void firesNoCallbacks(@TempDir Path directory) {
    assertThat(logOfRefusedRequest(Prism.copy(WITH_CALLBACK, directory)))
        .doesNotContainIgnoringCase("callback");
  }

  @Test
  void wouldFireCallbacksOfTheWholeDocument(@TempDir Path directory) {
    Path document = directory.resolve("messaging.yaml");
    WITH_CALLBACK.write(document);
    assertThat(logOfRefusedRequest(document)).containsIgnoringCase("callback");
  }

  private static String logOfRefusedRequest(Path document) {
    Prism prism = Prism.start(document, Prism.ANY_PORT);
    try (prism) {
      RawRequest refused =
          new RawRequest("POST", "https://example.com/api/things", Map.of(), "[]")
              .withHeader("Content-Type", "application/json");
      assertThat(prism.send(refused).statusCode()).isEqualTo(400);
    }
    return prism.log();
  }

  @Test
  void refusesToRespondInAnotherMediaType(Prism running) {
    RawRequest html =
        DocumentedMessage.TEXT_MESSAGE
            .documented()
            .printedAsHttp()
            .withHeader("Accept", "text/html");
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
