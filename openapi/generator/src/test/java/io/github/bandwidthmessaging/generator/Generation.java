package io.github.bandwidthmessaging.client;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator as the build does. */
final class Generation {
  static final Path DOCUMENT = Path.of("../openapi/messaging.yaml");
  static final Path OPTIONS = Path.of("../openapi/generator.yaml");
  static final Path BUILT = Path.of("target/generated-sources/openapi");

  private Generation() {}

  /** Generates a client and returns its sources by path. */
  static Map<String, String> generate(Path document, Path output) {
    CodegenConfigurator configurator = CodegenConfigurator.fromFile(OPTIONS.toString());
    configurator.setInputSpec(document.toString());
    configurator.setOutputDir(output.toString());
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return sources(output);
  }

  /** Returns the Java sources below a folder by path. */
  static Map<String, String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .collect(
              toMap(
                  f -> folder.relativize(f).toString().replace('\\', '/'),
                  Generation::read,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
