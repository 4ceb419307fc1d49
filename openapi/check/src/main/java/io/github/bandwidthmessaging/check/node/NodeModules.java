package io.github.bandwidthmessaging.check.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bandwidthmessaging.check.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The packages that {@code package-lock.json} pins, in {@code node_modules}. */
public final class NodeModules {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Path directory;
  private final List<String> installCommand;

  /**
   * Installs the packages of this module if needed, and returns the folder that they are in.
   *
   * @throws SetupException if Node.js or npm is missing or the installation fails
   */
  public static Path installed() {
    Node.require("node");
    NodeModules modules = new NodeModules(Project.resolve("openapi/check"));
    modules.ensure();
    return modules.folder();
  }

  private NodeModules(Path directory) {
    this(
        directory,
        List.of(npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
  }

  NodeModules(Path directory, List<String> installCommand) {
    this.directory = directory;
    this.installCommand = installCommand;
  }

  /** Installs the packages unless the last installation was of this lock file and finished. */
  void ensure() {
    try {
      String wanted = lockFileHash();
      if (Files.exists(stamp()) && Files.readString(stamp()).equals(wanted)) {
        return;
      }
      Files.deleteIfExists(stamp());
      install();
      Files.writeString(stamp(), wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void install() throws IOException {
    Path log = Files.createTempFile("npm-ci", ".log");
    try {
      Process npm = start(log);
      try {
        if (!npm.waitFor(TIMEOUT.toMillis(), MILLISECONDS)) {
          throw failure("did not finish within " + TIMEOUT.toMinutes() + " minutes", log);
        }
        if (npm.exitValue() != 0) {
          throw failure("failed with exit code " + npm.exitValue(), log);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failure("was interrupted", log);
      } finally {
        npm.descendants().forEach(ProcessHandle::destroyForcibly);
        npm.destroyForcibly();
      }
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private Process start(Path log) throws IOException {
    try {
      return new ProcessBuilder(installCommand)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new SetupException(
          "npm installs %s, but there is no `%s` on the PATH."
              .formatted(String.join(", ", packages()), installCommand.get(0)));
    }
  }

  private SetupException failure(String what, Path log) throws IOException {
    return new SetupException(
        "`%s` %s.".formatted(String.join(" ", installCommand), what), Files.readString(log, UTF_8));
  }

  private Iterable<String> packages() throws IOException {
    JsonNode file = new JsonMapper().readTree(directory.resolve("package.json").toFile());
    return () -> file.path("dependencies").fieldNames();
  }

  private Path folder() {
    return directory.resolve("node_modules");
  }

  private Path stamp() {
    return folder().resolve(".installed-lock-file");
  }

  private String lockFileHash() throws IOException {
    try {
      byte[] lockFile = Files.readAllBytes(directory.resolve("package-lock.json"));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lockFile));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static String npm() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return windows ? "npm.cmd" : "npm";
  }
}
