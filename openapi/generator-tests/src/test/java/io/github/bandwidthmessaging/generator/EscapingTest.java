package io.github.bandwidthmessaging.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** No text of a document becomes code. */
@NullUnmarked
class EscapingTest {
  private static final Path HOSTILE = Path.of("src/test/resources/hostile.yaml");

  private static final Set<String> KEYWORDS =
      Set.of(
          "Encoding.ContentType",
          "Info.Summary",
          "License.Identifier",
          "OpenAPI.JsonSchemaDialect",
          "OpenAPI.Openapi",
          "Schema.$anchor",
          "Schema.$comment",
          "Schema.$dynamicAnchor",
          "Schema.$dynamicRef",
          "Schema.$id",
          "Schema.$schema",
          "Schema.$vocabulary",
          "Schema.ContentEncoding",
          "Schema.ContentMediaType",
          "Schema.Name",
          "Schema.Type",
          "SecurityScheme.Scheme");

  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @TempDir private Path folder;

  static List<String> payloads() {
    String call = "io.github.bandwidthmessaging.generator.Payload.run();";
    String code = " static { " + call + " } ";
    return List.of(
        "*/" + code + "/*",
        "\\u002a/" + code + "/\\u002a",
        "\\uuu002a\\u002f" + code + "/*",
        "``*``/" + code + "/*",
        "a *\n/" + code + "/* ",
        "\n*/\r" + code + "/*\u2028*/" + code + "/*\u2029\u0085\f",
        "&#42;/ &#x2f;" + code + "{@code } */" + code + "/*",
        "\n\n```\n*/" + code + "/*",
        "\"; static { " + call + " } String s = \"",
        "\\\"; static { " + call + " } String s = \"\\",
        "\\u0022; static { " + call + " } String s = \\u0022",
        "\" + " + call.replace(";", "") + " + \"",
        "\\",
        "--> ]]> </script><script>alert(1)</script> <img src=x onerror=alert(1)> {{{notice}}} ${x}",
        "\u202e\u2066 desrever \ufeff\u200b\u00ad\ud83d\ude00 \ud800",
        "{@link Object} @param x {@inheritDoc} <p> <a href='x'> </ul> & &nosuch;");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void neverRunsCodeInTheStringsOfADocument(String payload) throws Exception {
    Path document = folder.resolve("hostile.yaml");
    Files.writeString(
        document,
        Generation.read(HOSTILE)
            .replace("§", quoted(payload))
            // Paths and expressions have their own braces and signs.
            .replace("¶", quoted(payload.replaceAll("[{}]", "")))
            .replace("‡", quoted(payload.replaceAll("[^\\w\\s]", "\\\\$0"))));
    Path sources = folder.resolve("sources");
    Path classes = folder.resolve("classes");
    Payload.RUNS.set(0);

    generate("retrofit-moshi", document, sources);

    assertThat(Generation.compile(sources, classes)).isEmpty();
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replaceAll("[/\\\\]", ".");
        Class.forName(name.substring(0, name.length() - ".class".length()), true, loader);
      }
    }
    assertThat(Payload.RUNS).hasValue(0);
    // Only comments and literals name it, not code that did not run.
    for (String source : Generation.sources(sources).values()) {
      assertThat(source.replaceAll("(?s)/\\*.*?\\*/|//.*?\n|\"(\\\\.|[^\"\\\\])*\"", ""))
          .doesNotContain("Payload.run");
    }
  }

  private static String quoted(String text) throws JsonProcessingException {
    String quoted = ASCII.writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  @Test
  void coversEveryStringOfTheModel() {
    OpenAPI model =
        new OpenAPIParser().readLocation(HOSTILE.toString(), null, new ParseOptions()).getOpenAPI();
    Set<String> with = new TreeSet<>();
    Set<String> without = new TreeSet<>();

    collect(model, with, without);

    without.removeAll(with);
    assertThat(with).hasSizeGreaterThan(40);
    // Keywords, and what only OpenAPI 3.1 has.
    assertThat(without)
        .allMatch(
            name ->
                name.endsWith(".$ref") || name.endsWith("Parameter.In") || KEYWORDS.contains(name));
  }

  /** Sorts the texts of a model by whether they have the sign, those of maps and lists as one. */
  private static void collect(Object model, Set<String> with, Set<String> without) {
    if (model instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> collect(key, with, without));
      map.values().forEach(value -> collect(value, with, without));
    } else if (model instanceof List<?> list) {
      list.forEach(item -> collect(item, with, without));
    } else if (model != null
        && model.getClass().getName().startsWith("io.swagger.v3.oas.models.")) {
      for (Method getter : model.getClass().getMethods()) {
        if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
          Object value;
          try {
            value = getter.invoke(model);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
          if (getter.getReturnType() == String.class) {
            String name =
                getter.getDeclaringClass().getSimpleName() + "." + getter.getName().substring(3);
            (String.valueOf(value).matches("(?s).*[§¶‡].*") ? with : without).add(name);
          } else {
            collect(value, with, without);
          }
        }
      }
    }
  }

  /** OpenAPI Generator gives every template the title of the document, as a string. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Json",
        "RequestWriter",
        "RetrofitClient",
        "Rules",
        "Violation",
        "adapter",
        "api",
        "keep-rules",
        "model",
        "package-info",
        "reachability-metadata"
      })
  void refusesATemplateThatWritesAString(String template) throws IOException {
    String source =
        Generation.read(
            Path.of("../generator/src/main/resources/retrofit-moshi", template + ".mustache"));
    Files.writeString(folder.resolve(template + ".mustache"), source + "// {{{appName}}}");

    assertThatThrownBy(() -> generate("retrofit-moshi"))
        .rootCause()
        .hasMessage("A template writes a String that nothing has escaped: Torture");
  }

  @Test
  void refusesAReferencePageThatWritesAString() throws IOException {
    Files.writeString(folder.resolve("reference.mustache"), "<p>{{appName}}</p>");

    assertThatThrownBy(() -> generate("reference-page"))
        .rootCause()
        .hasMessage("A template writes a String that nothing has escaped: Torture");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi: 3.0.3", "openapi: 3.1.0"})
  void fetchesNothingThatADocumentRefersTo(String version) throws IOException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          byte[] schema = "A: {type: object}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, schema.length);
          exchange.getResponseBody().write(schema);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.yaml";
      Path document = referring(version, url + "#/A");

      assertThatThrownBy(() -> generate("retrofit-moshi", document, folder.resolve("generated")))
          .hasMessageContaining(url)
          .hasMessageContaining("set the global property \"foreignReferences\" to true");
      assertThat(requests).hasValue(0);

      GlobalSettings.setProperty("foreignReferences", "true");
      generate("retrofit-moshi", document, folder.resolve("generated"));
      assertThat(requests).hasPositiveValue();
    } finally {
      GlobalSettings.clearProperty("foreignReferences");
      server.stop(0);
    }
  }

  @Test
  void readsNoFileOutsideOfTheFolder() throws IOException {
    Files.writeString(folder.resolve("outside.yaml"), "A: {type: object}");
    Files.createDirectory(folder.resolve("inside"));
    Files.writeString(folder.resolve("inside/other.yaml"), "A: {$ref: '../outside.yaml#/A'}");
    Path document = referring("openapi: 3.0.3", "inside/other.yaml#/A");
    Path moved = Files.move(document, folder.resolve("inside/document.yaml"));
    Files.writeString(moved, Files.readString(moved).replace("inside/", ""));

    assertThatThrownBy(() -> generate("retrofit-moshi", moved, folder.resolve("generated")))
        .hasMessageStartingWith(
            "other.yaml refers to ../outside.yaml#/A, which is not in its folder");
  }

  static List<Arguments> documentsThatFillTheMemory() {
    StringBuilder bomb = new StringBuilder("x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("x-%d: &a%d [%s]\n".formatted(i, i, String.join(", ", nCopies(10, alias))));
    }
    String many = "with its aliases the document has more than 10,000,000 values.";
    String deep = "values are nested more than 1,000 levels deep.";
    return List.of(
        Arguments.of(bomb.toString(), many),
        Arguments.of("x-0: &a [*a]", many),
        Arguments.of("x-0: " + "[".repeat(5000) + "]".repeat(5000), deep),
        Arguments.of("x-0: " + "{a: ".repeat(5000) + "}".repeat(5000), deep));
  }

  @Tag("thorough")
  @ParameterizedTest
  @MethodSource("documentsThatFillTheMemory")
  void stopsWithOneSentenceOnADocumentThatExhaustsMemory(String part, String sentence)
      throws IOException {
    Path document =
        Files.writeString(
            folder.resolve("document.yaml"),
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n" + part);

    assertThat(DocumentCheck.complaints(document).toString())
        .isEqualTo("[document.yaml:1: " + sentence + "]");
    assertThatThrownBy(() -> generate("retrofit-moshi", document, folder.resolve("generated")))
        .hasMessage("document.yaml:1: " + sentence);
  }

  private Path referring(String version, String reference) throws IOException {
    return Files.writeString(
        folder.resolve("document.yaml"),
        version
            + """

            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {B: {type: object, properties: {a: {$ref: 'REFERENCE'}}}}}
            """
                .replace("REFERENCE", reference));
  }

  private void generate(String generator) {
    generate(generator, Generation.TORTURE, folder.resolve("generated"));
  }

  private void generate(String generator, Path document, Path output) {
    CodegenConfigurator configurator = new CodegenConfigurator();
    configurator.setGeneratorName(generator);
    configurator.setInputSpec(document.toString());
    configurator.setOutputDir(output.toString());
    // Also names of components that OpenAPI does not allow.
    configurator.setValidateSpec(false);
    configurator.setTemplateDir(folder.toString());
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }
}
