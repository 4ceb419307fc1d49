package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import retrofit2.Retrofit;

/** Generates clients in this process, and compiles them. */
final class Generation {
  static final Path DOCUMENT = Path.of("src/test/resources/parcels.yaml");
  static final Path TORTURE = Path.of("src/test/resources/torture.yaml");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** One for all, as it reads the jars of the class path when it is first used. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, Locale.ROOT, null);

  private Generation() {}

  /** Generates a client and returns its sources by path. */
  static Map<String, String> generate(Path document, String javaPackage, Path output) {
    return generate(document, output, options -> options.setPackageName(javaPackage));
  }

  /** Generates a client with options, and returns its sources by path. */
  static Map<String, String> generate(
      Path document, Path output, Consumer<CodegenConfigurator> options) {
    CodegenConfigurator configurator = new CodegenConfigurator();
    configurator.setGeneratorName("retrofit-moshi");
    configurator.setInputSpec(document.toString());
    configurator.setOutputDir(output.toString());
    options.accept(configurator);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return sources(output.resolve("src/main/java"));
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

  /** Makes a Retrofit that checks every method of an interface when it is created. */
  static Retrofit retrofit(Class<?> client) throws ReflectiveOperationException {
    Retrofit.Builder builder =
        (Retrofit.Builder)
            client.getMethod("builder", Call.Factory.class).invoke(null, new OkHttpClient());
    return builder.baseUrl("https://example.com/").validateEagerly(true).build();
  }

  /** Compiles all sources below a folder, and returns what the compiler has to say. */
  static List<String> compile(Path sources, Path classes) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Files.createDirectories(classes);
    List<Path> files = sources(sources).keySet().stream().map(sources::resolve).toList();
    List<String> options =
        List.of(
            "-Xlint:all",
            "-Xdoclint:all,-missing",
            "-Werror",
            "-proc:none",
            "--release",
            "17",
            "-d",
            classes.toString());
    COMPILER
        .getTask(null, FILES, diagnostics, options, null, FILES.getJavaFileObjectsFromPaths(files))
        .call();
    return diagnostics.getDiagnostics().stream().map(Object::toString).toList();
  }
}
