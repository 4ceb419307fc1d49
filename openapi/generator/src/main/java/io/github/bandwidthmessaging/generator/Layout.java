package io.github.bandwidthmessaging.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats what the templates wrote: no unused imports, wrapped lines, filled Javadoc.
 *
 * <p>google-java-format needs packages of javac that are closed without JVM flags. A JVM without
 * those flags starts one that has them.
 */
final class Layout {
  private static final List<String> PACKAGES =
      Stream.of("api", "code", "file", "parser", "tree", "util")
          .map(name -> "com.sun.tools.javac." + name)
          .toList();

  private Layout() {}

  /** Formats the files, on all cores. */
  static void format(List<Path> files) throws IOException {
    if (isOpen()) {
      formatHere(files);
    } else {
      formatElsewhere(files);
    }
  }

  /** Formats the files whose names it reads. */
  public static void main(String[] args) throws IOException {
    try {
      formatHere(new String(System.in.readAllBytes(), UTF_8).lines().map(Path::of).toList());
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }

  private static boolean isOpen() {
    Module ours = Formatter.class.getModule();
    return ModuleLayer.boot()
        .findModule("jdk.compiler")
        .filter(javac -> PACKAGES.stream().allMatch(name -> javac.isExported(name, ours)))
        .isPresent();
  }

  private static void formatHere(List<Path> files) {
    Formatter formatter = new Formatter();
    files.parallelStream().forEach(file -> format(file, formatter));
  }

  private static void format(Path file, Formatter formatter) {
    try {
      String source = Files.readString(file);
      Files.writeString(file, formatter.formatSource(Imports.trimmed(source)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "A template wrote invalid Java: " + file + ": " + e.getMessage(), e);
    }
  }

  private static void formatElsewhere(List<Path> files) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // It ends before the second compiler pays off, even after 2,500 files.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    PACKAGES.forEach(name -> command.add("--add-exports=jdk.compiler/" + name + "=ALL-UNNAMED"));
    command.add("-cp");
    command.add(
        Stream.of(Layout.class, Formatter.class, ImmutableList.class)
            .map(Layout::location)
            .distinct()
            .collect(joining(File.pathSeparator)));
    command.add(Layout.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (Writer names = process.outputWriter(UTF_8)) {
      for (Path file : files) {
        names.write(file.toAbsolutePath() + "\n");
      }
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("The sources could not be formatted: " + output);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the sources were formatted", e);
    }
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
