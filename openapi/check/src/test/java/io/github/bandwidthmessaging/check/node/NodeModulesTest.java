package io.github.bandwidthmessaging.check.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeModulesTest {
  private static final String COUNT = "require('fs').appendFileSync('runs', 'x');";
  private static final String INSTALL =
      "require('fs').mkdirSync('node_modules', {recursive: true});";

  private final Path directory;

  NodeModulesTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    Files.writeString(directory.resolve("package-lock.json"), "{}");
    Files.writeString(
        directory.resolve("package.json"),
        "{\"dependencies\": {\"a-mock\": \"1.0.0\", \"@a/linter\": \"2.0.0\"}}");
  }

  @Test
  void installsOnce() throws IOException {
    installation(COUNT + INSTALL).ensure();
    installation(COUNT + INSTALL).ensure();
    assertThat(directory.resolve("runs")).hasContent("x");
  }

  @Test
  void installsAgainAfterTheLockFileChanged() throws IOException {
    installation(COUNT + INSTALL).ensure();
    Files.writeString(directory.resolve("package-lock.json"), "{ }");
    installation(COUNT + INSTALL).ensure();
    assertThat(directory.resolve("runs")).hasContent("xx");
  }

  @Test
  void installsAgainAfterAFailure() throws IOException {
    assertThatThrownBy(installation(COUNT + INSTALL + "process.exit(1)")::ensure)
        .isInstanceOf(SetupException.class);
    installation(COUNT + INSTALL).ensure();
    assertThat(directory.resolve("runs")).hasContent("xx");
  }

  @Test
  void showsWhatTheFailedInstallationPrinted() {
    assertThatThrownBy(installation("console.error('no space left'); process.exit(7)")::ensure)
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("failed with exit code 7")
        .hasMessageContaining("no space left");
  }

  @Test
  void saysThatNpmIsMissingAndWhatItInstalls() {
    assertThatThrownBy(new NodeModules(directory, List.of("no-such-npm", "ci"))::ensure)
        .isInstanceOf(SetupException.class)
        .hasMessage("npm installs a-mock, @a/linter, but there is no `no-such-npm` on the PATH.");
  }

  private NodeModules installation(String script) {
    return new NodeModules(directory, List.of("node", "-e", script));
  }
}
