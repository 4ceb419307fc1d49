package io.github.bandwidthmessaging.check.document;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.check.Project;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kotlin.Unit;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.jspecify.annotations.NullMarked;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * A client that is generated from a document and compiled in this JVM, as the build does for the
 * project's document.
 *
 * @param packageName the package of all its classes
 * @param sources its Java sources by path
 * @param classes the folder that it is compiled into
 * @param loader finds its classes before those of the class path, which can have the same names
 * @param errors why it could not be generated or compiled; empty if it could
 */
public record GeneratedClient(
    String packageName,
    Map<String, String> sources,
    Path classes,
    ClassLoader loader,
    List<String> errors) {
  private static final Path OPTIONS = Project.resolve("openapi/generator.yaml");

  /** What a generated client is compiled against. */
  private static final String CLASS_PATH =
      Stream.of(
              Moshi.class,
              MoshiConverterFactory.class,
              NullMarked.class,
              OkHttpClient.class,
              ByteString.class,
              Retrofit.class,
              Unit.class)
          .map(GeneratedClient::location)
          .distinct()
          .collect(joining(File.pathSeparator));

  /** Generates a client and compiles it; the folder is emptied first. */
  public static GeneratedClient of(Path document, Path folder) {
    Path output = folder.resolve("sources");
    Path generated = output.resolve("src/main/java");
    Path classes = folder.resolve("classes");
    try {
      delete(output);
      delete(classes);
      Files.createDirectories(classes);
      CodegenConfigurator options = CodegenConfigurator.fromFile(OPTIONS.toString());
      options.setInputSpec(document.toString());
      options.setOutputDir(output.toString());
      List<String> errors = new ArrayList<>();
      try {
        new DefaultGenerator().opts(options.toClientOptInput()).generate();
      } catch (RuntimeException e) {
        errors.add(sentence(e));
      }
      Map<String, String> sources = sources(generated);
      if (errors.isEmpty()) {
        errors.addAll(compile(sources.keySet().stream().map(generated::resolve).toList(), classes));
      }
      return new GeneratedClient(
          String.valueOf(Document.read(OPTIONS).root().get("apiPackage")),
          sources,
          classes,
          new Loader(classes),
          List.copyOf(errors));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a class of this client by its simple name. */
  public Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass(packageName + "." + name);
  }

  /** Returns the generator's own message, which OpenAPI Generator wraps. */
  private static String sentence(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage().strip();
  }

  private static Map<String, String> sources(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              toMap(
                  file -> folder.relativize(file).toString().replace('\\', '/'),
                  GeneratedClient::read,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private static List<String> compile(List<Path> files, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      List<String> options = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-proc:none"));
      options.addAll(List.of("--release", "17", "-cp", CLASS_PATH, "-d", classes.toString()));
      compiler
          .getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return found.getDiagnostics().stream().map(GeneratedClient::sentence).toList();
  }

  private static String sentence(Diagnostic<? extends JavaFileObject> found) {
    JavaFileObject source = found.getSource();
    String message = found.getMessage(Locale.ROOT).replaceAll("\\s+", " ");
    return source == null
        ? message
        : "%s:%d: %s"
            .formatted(Path.of(source.getName()).getFileName(), found.getLineNumber(), message);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the archive of a class; Maven's plugins and its tests have other class paths. */
  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Looks in the folder first, and then asks the parent. */
  private static final class Loader extends URLClassLoader {
    static {
      registerAsParallelCapable();
    }

    Loader(Path classes) throws IOException {
      super(new URL[] {classes.toUri().toURL()}, GeneratedClient.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (findLoadedClass(name) == null
            && findResource(name.replace('.', '/') + ".class") != null) {
          findClass(name);
        }
        return super.loadClass(name, resolve);
      }
    }
  }
}
