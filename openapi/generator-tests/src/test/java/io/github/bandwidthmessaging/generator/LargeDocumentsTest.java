package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Retrofit;

/** What the templates make of large documents that nobody wrote for them. */
@NullUnmarked
@Tag("large")
class LargeDocumentsTest {
  private static final String PACKAGE = "large";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void findsKnownMistakes(LargeDocument document) throws IOException {
    Path file = document.in(folder);
    try (Stream<String> known = Files.lines(Path.of("src/test/large/mistakes.txt"))) {
      assertThat(DocumentCheck.complaints(file))
          .extracting(DocumentCheck.Complaint::toString)
          .containsExactlyElementsOf(
              known.filter(line -> line.startsWith(file.getFileName() + ":")).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void becomesAClient(LargeDocument document) throws Exception {
    Path file = document.in(folder);
    Path sources = folder.resolve("sources");
    Path classes = folder.resolve("classes");

    Instant start = Instant.now();
    Generation.generate(file, PACKAGE, sources);
    Duration generating = Duration.between(start, Instant.now());

    start = Instant.now();
    assertThat(Generation.compile(sources, classes)).isEmpty();
    Duration compiling = Duration.between(start, Instant.now());

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      LargeExamples examples = new LargeExamples(LargeDocument.read(file), types(classes, loader));
      create(loader, examples.interfaces());
      assertThat(examples.operationsWithoutMethod()).isEmpty();

      List<String> wrong = new ArrayList<>();
      Moshi moshi = (Moshi) client(loader).getMethod("moshi").invoke(null);
      for (LargeExamples.Example example : examples.all()) {
        String difference = difference(moshi, example.type(), example.json());
        if (!difference.isEmpty()) {
          wrong.add(document + " " + example.place() + ": " + difference);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %d operations, %d models, %d adapters, %,d lines;"
              + " generated in %d s, compiled in %d s; %d of %d examples came back as they were%n",
          document,
          examples.operations(),
          examples.models(),
          examples.adapters(),
          lines(sources),
          generating.toSeconds(),
          compiling.toSeconds(),
          examples.all().size() - wrong.size(),
          examples.all().size());
      assertThat(wrong).containsExactlyElementsOf(knownWrong(document));
    }
  }

  /** Examples that do not fit their own schema, and how. */
  private static List<String> knownWrong(LargeDocument document) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/large/wrong-examples.txt"))) {
      return lines.filter(line -> line.startsWith(document + " ")).toList();
    }
  }

  private static List<Class<?>> types(Path classes, ClassLoader loader) throws Exception {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> found = Files.list(classes.resolve(PACKAGE))) {
      for (Path file : found.sorted().toList()) {
        String name = file.getFileName().toString().replaceAll("\\.class$", "");
        if (!name.contains("$") && !name.equals("package-info")) {
          types.add(Class.forName(PACKAGE + "." + name, false, loader));
        }
      }
    }
    return types;
  }

  private static Class<?> client(ClassLoader loader) throws ClassNotFoundException {
    return Class.forName(PACKAGE + ".RetrofitClient", true, loader);
  }

  /** Lets Retrofit check the annotations of every method. */
  private static void create(ClassLoader loader, List<Class<?>> interfaces) throws Exception {
    Retrofit.Builder builder =
        (Retrofit.Builder)
            client(loader)
                .getMethod("builder", Call.Factory.class)
                .invoke(null, new OkHttpClient());
    Retrofit retrofit = builder.baseUrl("https://example.com/").validateEagerly(true).build();
    for (Class<?> type : interfaces) {
      assertThat(retrofit.create(type)).isInstanceOf(type);
    }
  }

  /** Reads and writes an example; returns where it came back another, empty if it did not. */
  private static String difference(Moshi moshi, Type type, JsonNode json) {
    try {
      JsonAdapter<Object> adapter = moshi.adapter(type);
      Object value = adapter.fromJson(json.toString());
      JsonNode written = new ObjectMapper().readTree(adapter.toJson(value));
      return LargeExamples.difference("$", json, written);
    } catch (IOException | RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static long lines(Path sources) {
    Map<String, String> files = Generation.sources(sources);
    return files.values().stream().mapToLong(s -> s.lines().count()).sum();
  }
}
