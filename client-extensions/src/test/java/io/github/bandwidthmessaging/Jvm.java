package io.github.bandwidthmessaging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, for what the one of the tests would hide. */
final class Jvm {
  private Jvm() {}

  /** Returns what starts a program of the tests, with its output and errors together. */
  static ProcessBuilder of(List<String> options, Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
