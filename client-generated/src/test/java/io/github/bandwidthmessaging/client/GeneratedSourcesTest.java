package io.github.bandwidthmessaging.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class GeneratedSourcesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String FOLDER = "io/github/bandwidthmessaging/client/";

  @TempDir private Path folder;

  /**
   * Shows what a change of a template or of the document does to the code that users compile
   * against.
   */
  @Test
  void equalTheGoldenCopies() throws IOException {
    Map<String, String> built = Generation.sources(Generation.BUILT);
    if (Boolean.getBoolean("golden.update")) {
      for (Path old : Generation.sources(GOLDEN).keySet().stream().map(GOLDEN::resolve).toList()) {
        Files.delete(old);
      }
      for (Map.Entry<String, String> source : built.entrySet()) {
        Path file = GOLDEN.resolve(source.getKey().substring(FOLDER.length()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
      }
    }

    Map<String, String> golden = Generation.sources(GOLDEN);
    assertThat(built.keySet().stream().map(name -> name.substring(FOLDER.length())))
        .as(
            "generated files; if the change is meant: mvn test -pl client-generated -am -Dgolden.update")
        .containsExactlyElementsOf(golden.keySet());
    golden.forEach(
        (name, source) ->
            assertThat(built.get(FOLDER + name))
                .as(
                    name
                        + "; if the change is meant: mvn test -pl client-generated -am -Dgolden.update")
                .isEqualTo(source));
  }

  @Test
  void areTheSameBytesFromRunToRun() {
    Map<String, String> first = Generation.generate(Generation.DOCUMENT, folder.resolve("first"));
    Map<String, String> second = Generation.generate(Generation.DOCUMENT, folder.resolve("second"));

    assertThat(first).isEqualTo(second).isEqualTo(Generation.sources(Generation.BUILT));
  }

  @Test
  void gainEverythingFromOnePropertyInTheDocument() throws IOException {
    String document =
        inserted(
            "      additionalProperties: false\n      properties:\n",
            """
            newInThisTest:
              type: string
              description: Whatever it is for.
            """
                .indent(8));

    Map<String, String> sources = generate(document);

    assertThat(sources.get(FOLDER + "MessageRequest.java"))
        .contains("public @Nullable String newInThisTest() {")
        .contains("public Builder newInThisTest(@Nullable String newInThisTest) {")
        .contains("/** Whatever it is for. */");
    assertThat(sources.get(FOLDER + "MessageRequestJsonAdapter.java"))
        .contains("\"newInThisTest\"")
        .contains("Json.STRING.toJson(writer, value.newInThisTest);");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Misspelt | {type: integr} | it has the type integr, which OpenAPI does not know",
        "Endless | {type: array, items: {$ref: '#/components/schemas/Endless'}} |"
            + " it contains itself without an object in between, which no Java type can say",
        "Both | {allOf: [{type: string}, {type: boolean}]} |"
            + " its allOf asks for String and Boolean at once",
        "Itself | {oneOf: [{$ref: '#/components/schemas/Itself'}, {type: string}]} |"
            + " it is an alternative of itself: Itself",
        "Partly | {type: object, properties: {a: {type: string}}, oneOf: [{type: string}, {type: boolean}]} |"
            + " it has properties and also an alternative that is not an object with properties",
      })
  void areNotMadeFromASchemaWithoutAJavaForm(String name, String schema, String reason)
      throws IOException {
    String document = inserted("  schemas:\n", "    " + name + ": " + schema + "\n");

    assertThatThrownBy(() -> generate(document))
        .hasMessage("Schema " + name + " cannot be generated: " + reason + ".");
    assertThat(folder.resolve("edited")).doesNotExist();
  }

  private Map<String, String> generate(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("edited.yaml"), document);
    return Generation.generate(file, folder.resolve("edited"));
  }

  private static String inserted(String after, String text) {
    String document = Generation.read(Generation.DOCUMENT);
    assertThat(document).containsOnlyOnce(after);
    return document.replace(after, after + text);
  }
}
