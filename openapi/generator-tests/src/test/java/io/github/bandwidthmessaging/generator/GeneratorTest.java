package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class GeneratorTest {
  /** Generated before these tests were compiled, by the Maven plugin. */
  private static final Path BUILT = Path.of("target/generated-test-sources/torture/src/main/java");

  @TempDir private Path folder;

  @Test
  void writesTheSameBytesFromRunToRun() {
    Map<String, String> first = generateTorture(folder.resolve("first"));
    Map<String, String> second = generateTorture(folder.resolve("second"));

    assertThat(first).isEqualTo(second).isEqualTo(Generation.sources(BUILT));
  }

  private static Map<String, String> generateTorture(Path output) {
    return Generation.generate(
        Generation.TORTURE,
        output,
        options ->
            options
                .setPackageName("torture")
                .addTypeMapping("double", "Double")
                .addTypeMapping("float", "Float"));
  }

  @Test
  void statesInEveryFileThatItIsGenerated() {
    Generation.generate(Generation.TORTURE, "torture", folder);

    assertThat(Generation.sources(folder).values())
        .isNotEmpty()
        .allMatch(
            source ->
                source.startsWith(
                    "// Generated from torture.yaml by retrofit-moshi; do not edit.\n"));
    assertThat(folder.resolve("src/main/resources/META-INF/proguard/torture.pro"))
        .content()
        .startsWith("# Generated from torture.yaml by retrofit-moshi; do not edit.\n");
  }

  @Test
  void isTestedWithDocumentsWithoutMistakes() throws IOException {
    assertThat(DocumentCheck.complaints(Generation.DOCUMENT)).isEmpty();
    assertThat(DocumentCheck.complaints(Generation.TORTURE)).isEmpty();
  }

  /** Two classes that initialize each other could wait for each other forever. */
  @Test
  void makesAdaptersOfContainersOnceAndOfConstantsOfTheSameClass() {
    Pattern made = Pattern.compile("Json\\.(list|set|map)\\(");
    Pattern constant = Pattern.compile("static final [^=;]+=\\s+" + made + "[A-Z_]+\\);");

    Generation.sources(BUILT)
        .forEach(
            (name, source) ->
                assertThat(made.matcher(source).results().count())
                    .as(name)
                    .isEqualTo(constant.matcher(source).results().count()));
    assertThat(Generation.sources(BUILT).get("torture/ColourJsonAdapter.java"))
        .contains("LIST = Json.list(INSTANCE);", "LIST_MAP = Json.map(LIST);");
  }

  @Test
  void describesASharedPropertyByWhatIsTrueOfEveryAlternative() throws IOException {
    String document =
        """
        openapi: 3.0.3
        info: {title: Shared, version: '1'}
        paths: {}
        components:
          schemas:
            Event:
              oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
              discriminator: {propertyName: kind}
            A: {properties: {kind: {type: string, description: Always A.}, at: {type: string, description: When.}, note: {type: string, description: On A.}}}
            B: {properties: {kind: {type: string, description: Always B.}, at: {type: string, description: When.}, note: {type: string, description: On B.}}}
        """;

    assertThat(generate(document).get("edited/Event.java"))
        .contains("/** When. */", "/** The note. */")
        .contains("Which alternative this is: {@code A}, {@code B}, or an unknown value.")
        .doesNotContain("Always A", "On A");
  }

  @Test
  void writesEverythingForOnePropertyInTheDocument() throws IOException {
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

    assertThat(sources.get("edited/ParcelRequest.java"))
        .contains("public @Nullable String newInThisTest() {")
        .contains("public Builder newInThisTest(@Nullable String newInThisTest) {")
        .contains("/** Whatever it is for. */");
    assertThat(sources.get("edited/ParcelRequestJsonAdapter.java"))
        .contains("\"newInThisTest\"")
        .contains("Json.STRING.toJson(writer, value.newInThisTest);");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Endless | {allOf: [{$ref: '#/components/schemas/Endless'}]} |"
            + " it refers to itself, Endless -> Endless, with no class between",
        "Both | {allOf: [{type: string}, {type: boolean}]} |"
            + " its allOf asks for String and Boolean at once",
        "Itself | {oneOf: [{$ref: '#/components/schemas/Itself'}, {type: string}]} |"
            + " it is an alternative of itself: Itself",
        "Partly | {type: object, properties: {a: {type: string}}, oneOf: [{type: string}, {type: boolean}]} |"
            + " it has properties and an alternative that is not an object",
      })
  void refusesASchemaWithoutAJavaForm(String name, String schema, String reason)
      throws IOException {
    String document = inserted("  schemas:\n", "    " + name + ": " + schema + "\n");

    long line = document.substring(0, document.indexOf("    " + name + ":")).lines().count() + 1;
    assertThatThrownBy(() -> generate(document))
        .hasMessage(
            "edited.yaml:" + line + ": Schema " + name + " cannot be generated: " + reason + ".");
    assertThat(folder.resolve("edited")).doesNotExist();
  }

  @Test
  void generatesInternalOperationsAndThoseOfTheDocumentsServer() throws IOException {
    String source =
        generate(
                """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                servers: [{url: //api.example.com}]
                paths:
                  /a:
                    get:
                      operationId: getA
                      x-internal: true
                      servers: [{url: https://api.example.com}]
                      responses: {'204': {description: d}}
                """)
            .get("edited/DefaultApi.java");

    assertThat(source).contains("@GET(\"a\")");
  }

  @Test
  void buildsAnObjectWithoutWhatOnlyResponsesHave() throws IOException {
    String source =
        generate(
                """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    Number: {type: string, readOnly: true}
                    Order:
                      type: object
                      required: [number, part, text]
                      properties:
                        number: {$ref: '#/components/schemas/Number'}
                        part: {allOf: [{$ref: '#/components/schemas/Number'}]}
                        text: {type: string}
                """)
            .get("edited/Order.java");

    assertThat(source)
        .contains("if (text == null)")
        .doesNotContain("if (number == null)", "if (part == null)");
  }

  private Map<String, String> generate(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("edited.yaml"), document);
    return Generation.generate(file, "edited", folder.resolve("edited"));
  }

  private static String inserted(String after, String text) {
    String document = Generation.read(Generation.DOCUMENT);
    assertThat(document).containsOnlyOnce(after);
    return document.replace(after, after + text);
  }
}
