package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.generator.SchemaJson.Amount;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Retrofit;

/** What the templates make of large documents that nobody wrote for them. */
@NullUnmarked
@Tag("large")
class LargeDocumentsTest {
  private static final String PACKAGE = "large";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void findsKnownMistakes(LargeDocument document) throws IOException {
    Path file = document.in(folder);
    try (Stream<String> known = Files.lines(Path.of("src/test/large/mistakes.txt"))) {
      Map<String, Integer> kinds = new TreeMap<>();
      for (DocumentCheck.Complaint complaint : DocumentCheck.complaints(file)) {
        kinds.merge(
            complaint.sentence().replaceFirst("^.*?: ", "").replaceAll("'.*'|\\b\\d+", "*"),
            1,
            Integer::sum);
      }
      assertThat(kinds.entrySet())
          .extracting(kind -> document + " " + kind.getValue() + " x " + kind.getKey())
          .containsExactlyElementsOf(
              known.filter(line -> line.startsWith(document + " ")).toList());
    }
  }

  @Test
  void stopsAtFormsThatOpenApiDoesNotDefine() {
    assertThatThrownBy(() -> generate(LargeDocument.STRIPE.in(folder), folder.resolve("sources")))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "stripe.com.json:1: POST /v1/billing_portal/configurations field features cannot be"
                + " generated: OpenAPI does not say how to write an array or object within another,"
                + " outside JSON.");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STRIPE")
  void compilesToAClient(LargeDocument document) throws Exception {
    Path file = document.in(folder);
    Path sources = folder.resolve("sources");
    Path classes = folder.resolve("classes");

    Instant start = Instant.now();
    resetPeakHeap();
    generate(file, sources);
    long heap = peakHeap();
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
      int wrongExamples = wrong.size();
      int samples = 0;
      for (Amount amount : Amount.values()) {
        SchemaJson json = new SchemaJson(LargeDocument.read(file), amount, 7);
        for (Map.Entry<String, Class<?>> model : examples.schemas().entrySet()) {
          Optional<JsonNode> sample = json.value(model.getKey());
          samples += sample.isPresent() ? 1 : 0;
          String difference = sample.map(s -> difference(moshi, model.getValue(), s)).orElse("");
          if (!difference.isEmpty()) {
            wrong.add(document + " " + model.getKey() + " " + amount + ": " + difference);
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %,d | %,d | %,d | %d s | %d MB | %d s | %,d of %,d | %,d of %,d |%n",
          document,
          LargeDocument.read(file).path("openapi").asText(),
          examples.operations(),
          examples.models(),
          lines(sources),
          generating.toSeconds(),
          heap >> 20,
          compiling.toSeconds(),
          examples.all().size() - wrongExamples,
          examples.all().size(),
          samples - wrong.size() + wrongExamples,
          samples);
      assertThat(wrong).containsExactlyElementsOf(knownWrong(document));
    }
  }

  private static void generate(Path document, Path sources) {
    Generation.generate(
        document,
        sources,
        options -> {
          options.setPackageName(PACKAGE);
          options.addAdditionalProperty("undefinedStyles", "leaveOut");
        });
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

  private static void resetPeakHeap() {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakHeap() {
    return heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static Stream<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }

  /** Lets Retrofit check the annotations of every method. */
  private static void create(ClassLoader loader, List<Class<?>> interfaces) throws Exception {
    Retrofit retrofit = Generation.retrofit(client(loader));
    for (Class<?> type : interfaces) {
      assertThat(retrofit.create(type)).isInstanceOf(type);
    }
  }

  /** Reads and writes an example; returns where the two differ, empty if nowhere. */
  private static String difference(Moshi moshi, Type type, JsonNode json) {
    try {
      JsonAdapter<Object> adapter = moshi.adapter(type);
      Object value = adapter.fromJson(json.toString());
      JsonNode written = JSON.readTree(adapter.toJson(value));
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
