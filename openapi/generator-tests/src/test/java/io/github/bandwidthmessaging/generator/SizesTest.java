package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Retrofit;

/** What is almost too large for Java, and what is. */
@NullUnmarked
@Tag("thorough")
class SizesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"2001, values, 2000", "3001, properties, 3000", "2001, alternatives, 2000"})
  void rejectsWhatDoesNotFitInAClass(int count, String things, int most) {
    String schemas =
        switch (things) {
          case "values" -> "A: {type: string, enum: [" + list(count, i -> "v" + i) + "]}";
          case "properties" ->
              "A: {type: object, properties: {" + list(count, i -> "p" + i + ": {}") + "}}";
          default -> union(count);
        };

    assertThatThrownBy(() -> generate(schemas, "{}"))
        .hasMessageEndingWith(
            ": Schema A cannot be generated: it has %d %s, but a Java class can have at most %d."
                .formatted(count, things, most));
  }

  @Test
  void rejectsAStringThatDoesNotFitInAConstant() {
    assertThatThrownBy(
            () -> generate("A: {type: string, enum: [" + "x".repeat(70_000) + "]}", "{}"))
        .hasMessageEndingWith(
            ": A string of 70,000 bytes cannot be generated: a Java constant holds at most 65,535;"
                + " it begins with \""
                + "x".repeat(40)
                + "\".");
  }

  @Test
  void compilesTheLargestEnum() throws IOException {
    generate("A: {type: string, enum: [" + list(2000, i -> "value_" + i) + "]}", "{}");

    assertThat(compile()).isEmpty();
  }

  @Test
  void compilesAUnionOfMoreThanOneStatementHolds() throws IOException {
    generate(union(600), "{}");

    assertThat(compile()).isEmpty();
  }

  @Test
  void makesSeveralInterfacesOfMoreOperationsThanAProxyHolds() throws Exception {
    Set<String> files =
        generate(
            "A: {type: string}",
            "{"
                + list(
                    1300,
                    i ->
                        "/p%1$d: {get: {operationId: get%1$d, responses: {'204': {description: d}}}}"
                            .formatted(i))
                + "}");

    assertThat(compile()).isEmpty();
    List<String> interfaces = files.stream().filter(file -> file.endsWith("Api.java")).toList();
    assertThat(interfaces).hasSizeGreaterThan(1);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.resolve("classes").toUri().toURL()}, getClass().getClassLoader())) {
      Retrofit retrofit = Generation.retrofit(loader.loadClass("large.RetrofitClient"));
      for (String file : interfaces) {
        Class<?> type = loader.loadClass(file.replace(".java", "").replace('/', '.'));
        assertThat(retrofit.create(type)).isInstanceOf(type);
      }
    }
  }

  private static String union(int count) {
    return "A: {discriminator: {propertyName: k}, oneOf: ["
        + list(count, i -> "{$ref: '#/components/schemas/B" + i + "'}")
        + "]}"
        + IntStream.range(0, count)
            .mapToObj(i -> "\n    B" + i + ": {type: object, properties: {k: {type: string}}}")
            .collect(joining());
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(joining(", "));
  }

  private Set<String> generate(String schemas, String paths) throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("sizes.yaml"),
            """
            openapi: 3.0.3
            info: {title: Sizes, version: '1'}
            paths: %s
            components:
              schemas:
                %s
            """
                .formatted(paths, schemas));
    return Generation.generate(document, "large", folder.resolve("sources")).keySet();
  }

  private List<String> compile() throws IOException {
    return Generation.compile(folder.resolve("sources/src/main/java"), folder.resolve("classes"));
  }
}
