package io.github.bandwidthmessaging.check.node;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Node.js that runs the packages from npm. */
final class Node {
  private static final String OLDEST = "20.19";
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");

  private Node() {}

  /** Checks that {@code executable} is a recent enough Node.js. */
  static void require(String executable) {
    requireVersion(versionOf(executable));
  }

  static void requireVersion(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches() || isOld(matcher)) {
      throw new SetupException(
          "Node.js %s or later is required, but `node --version` says \"%s\"."
              .formatted(OLDEST, version));
    }
  }

  private static boolean isOld(Matcher version) {
    int major = Integer.parseInt(version.group(1));
    return major < 20 || (major == 20 && Integer.parseInt(version.group(2)) < 19);
  }

  private static String versionOf(String executable) {
    Process process;
    try {
      process = new ProcessBuilder(executable, "--version").redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new SetupException(
          "Node.js %s or later is required, but there is no `%s` on the PATH."
              .formatted(OLDEST, executable));
    }
    try {
      if (!process.waitFor(10, SECONDS)) {
        throw new SetupException("`%s --version` did not finish.".formatted(executable));
      }
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new SetupException(
          "Could not read the output of `%s --version`: %s".formatted(executable, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetupException("Interrupted while looking for Node.js.");
    } finally {
      process.destroyForcibly();
    }
  }
}
