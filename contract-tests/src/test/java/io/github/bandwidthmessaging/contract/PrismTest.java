package io.github.bandwidthmessaging.contract;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
  void showsItsLogWhenItCannotStart(@TempDir Path directory) throws Exception {
    Path document = Files.writeString(directory.resolve("broken.yaml"), "openapi: [");
    assertThatThrownBy(() -> Prism.start(document, Prism.ANY_PORT))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("Prism ended before it was ready.")
        .hasMessageContaining("broken.yaml");
  }
}
