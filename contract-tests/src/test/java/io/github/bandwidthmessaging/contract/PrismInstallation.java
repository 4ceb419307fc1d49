package io.github.bandwidthmessaging.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

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

/** Prism as pinned by {@code package-lock.json}, installed into {@code node_modules}. */
final class PrismInstallation {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final Path directory;
  private final List<String> installCommand;

  PrismInstallation(Path directory) {
    this(
        directory,
        List.of(npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
  }

  PrismInstallation(Path directory, List<String> installCommand) {
    this.directory = directory;
    this.installCommand = installCommand;
  }

  /** Installs Prism unless the last installation was of this lock file and came to its end. */
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

  /** The command line that starts Prism, without Prism's own arguments. */
  List<String> command() {
    return List.of(
        "node",
        "-r",
        directory.resolve("exit-with-parent.cjs").toString(),
        directory.resolve("node_modules/@stoplight/prism-cli/dist/index.js").toString());
  }

  private void install() throws IOException {
    Path log = Files.createTempFile("npm-ci", ".log");
    try {
      Process npm = start(log);
      try {
        if (!npm.waitFor(TIMEOUT.toMillis(), MILLISECONDS)) {
          throw failure("did not end within " + TIMEOUT.toMinutes() + " minutes", log);
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

  private Process start(Path log) {
    try {
      return new ProcessBuilder(installCommand)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      throw new SetupException(
          "Prism is installed with npm, but there is no `%s` on the PATH."
              .formatted(installCommand.get(0)));
    }
  }

  private SetupException failure(String what, Path log) throws IOException {
    return new SetupException(
        "`%s` %s.".formatted(String.join(" ", installCommand), what), Files.readString(log, UTF_8));
  }

  private Path stamp() {
    return directory.resolve("node_modules/.installed-lock-file");
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
