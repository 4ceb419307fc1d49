package io.github.bandwidthmessaging.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** What Scalar shows is in the page as JSON; how it shows that is Scalar's. */
@NullUnmarked
class ReferencePageTest {
  private static final String KITES = "src/test/resources/kites.yaml";
  private static final String TORTURE = "src/test/resources/torture.yaml";
  private static final Pattern SCRIPT =
      Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {KITES, TORTURE})
  void showsTheWholeDocument(String file) throws Exception {
    JsonNode written = Yaml.mapper().readTree(Path.of(file).toFile());

    JsonNode shown = shown(page(file));

    for (String map : List.of("", "/paths", "/components/schemas", "/components/securitySchemes")) {
      assertThat(names(shown.at(map))).containsExactlyInAnyOrderElementsOf(names(written.at(map)));
    }
    written
        .path("paths")
        .properties()
        .forEach(
            path -> {
              List<String> methods = names(path.getValue());
              // The parser gives these to each operation.
              methods.remove("parameters");
              int shared = path.getValue().path("parameters").size();
              JsonNode item = shown.path("paths").path(path.getKey());
              assertThat(names(item)).containsExactlyInAnyOrderElementsOf(methods);
              for (String method : methods) {
                JsonNode operation = path.getValue().path(method);
                JsonNode copy = item.path(method);
                assertThat(copy.path("parameters"))
                    .hasSize(shared + operation.path("parameters").size());
                assertThat(copy.path("tags")).isEqualTo(operation.path("tags"));
                for (String part : List.of("responses", "callbacks")) {
                  assertThat(names(copy.path(part)))
                      .containsExactlyInAnyOrderElementsOf(names(operation.path(part)));
                }
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {KITES, TORTURE})
  void letsTheBrowserFetchNothingAndRunNothingElse(String file) throws Exception {
    String page = page(file);

    List<MatchResult> scripts = SCRIPT.matcher(page).results().toList();
    assertThat(scripts).hasSize(3);
    assertThat(scripts.get(0).group(1)).contains("type=\"application/json\"");
    assertThat(page)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                + "style-src 'unsafe-inline'; img-src data:; script-src "
                + hash(scripts.get(1).group(2))
                + " "
                + hash(scripts.get(2).group(2))
                + "\"/>");
    assertThat(scripts.get(1).group(2)).contains("createApiReference");
    assertThat(SCRIPT.matcher(page).replaceAll(""))
        .doesNotContain("src=", "url(", "@import", "alert(");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(9)",
        "JaVaScRiPt:alert(9)",
        "java\\tscript:alert(9)",
        " \\x01javascript:alert(9)",
        "data:text/html,<script>alert(9)</script>",
        "vbscript:alert(9)"
      })
  void linksToNoScript(String url) throws Exception {
    String document =
        """
        openapi: 3.0.3
        info:
          title: T
          version: '1'
          description: |
            A [link](https://example.com), a [bad *link*](javascript:alert&#40;9), [another](<java&#x73;cript:alert(9)>),
            a [third] and <a href="javascript:alert(9)">a fourth</a>.

            [third]: data:text/html,alert(9)
          termsOfService: "URL"
          contact: {name: C, url: "URL"}
          license: {name: L, url: "URL"}
        externalDocs: {description: 'See [this](vbscript:alert(9))', url: "URL"}
        servers: [{url: "URL"}, {url: 'https://example.com/'}, {url: '{x}:alert(9)', variables: {x: {default: javascript}}}]
        tags: [{name: t, description: '[safe](https://example.com)', externalDocs: {url: "URL"}}]
        paths:
          /a:
            get:
              tags: [t]
              externalDocs: {url: "URL"}
              servers: [{url: "URL"}]
              responses: {'200': {description: '![x](javascript:alert(9))'}}
        components:
          securitySchemes:
            o: {type: oauth2, flows: {implicit: {authorizationUrl: "URL", scopes: {}}}}
          schemas: {A: {type: object, externalDocs: {url: "URL"}}}
        """
            .replace("URL", url);
    Path file = Files.writeString(folder.resolve("document.yaml"), document);

    JsonNode shown = shown(page(file.toString()));

    assertThat(shown.toString()).doesNotContain("alert(9)", "data:", "cript:").contains("a fourth");
    assertThat(shown.path("servers")).hasSize(1);
    assertThat(shown.at("/info/description").asText())
        .startsWith("A link\\, a bad link\\, another");
    assertThat(shown.at("/tags/0/description").asText()).isEqualTo("[safe](https://example.com)");
  }

  @Test
  void keepsTheTextOfTheDocumentFromEndingItsElement() throws Exception {
    String page = page(KITES);
    Matcher script = SCRIPT.matcher(page);
    assertThat(script.find()).isTrue();

    assertThat(script.group(2)).doesNotContain("<");
    JsonNode shown = Json.mapper().readTree(script.group(2));
    assertThat(shown.at("/components/schemas/Kite/properties/id/description").asText())
        .isEqualTo("<script>alert(4)</script> & a | b");
    assertThat(page).contains("<title>Kites &amp; &lt;b&gt;Strings&lt;/b&gt;</title>");
  }

  @Test
  void showsJavaOfTheOperationAndTheExampleTogetherLineByLine() throws Exception {
    assertThat(source("post", "/kites", "Java", "quoted"))
        .isEqualTo(
            """
            Kites kites = Kites.connect();

            kites.create("a string that is longer than any page is wide, so that a line would break within it if lines broke", 1);""");
    assertThat(source("post", "/kites", "Java", "plain"))
        .isEqualTo("Kites kites = Kites.connect();");
    assertThat(source("post", "/kites", "Python", "plain")).isEqualTo("kites = connect()");
  }

  @Test
  void offersCurlWithOAuthFirstAndBasicLastWithItsDescription() throws Exception {
    List<String> labels = new ArrayList<>();
    samples("get", "/kites").forEach(sample -> labels.add(sample.path("label").asText()));

    assertThat(labels).containsExactly("curl, OAuth 2.0", "curl, key", "curl, Basic");
    assertThat(source("get", "/kites", "curl, Basic", ""))
        .startsWith("# User name and password, until 2026-12-02.\n# $(touch injected)\ncurl ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void fetchesATokenAndSendsTheExampleAsItIs() throws Exception {
    List<String> words = run(source("post", "/kites", "curl, OAuth 2.0", "quoted"));

    assertThat(words.subList(0, words.size() - 1))
        .containsExactly(
            "-X",
            "POST",
            "--url",
            "https://north.example.com/v1/kites",
            "-H",
            "Authorization: Bearer t0ken",
            "-H",
            "Content-Type: application/json",
            "--data-raw");
    JsonNode example =
        Yaml.mapper().readTree(Path.of(KITES).toFile()).at("/components/examples/quoted/value");
    assertThatJson(words.get(words.size() - 1)).isEqualTo(example.toString());
    assertThat(Files.readString(folder.resolve("token")))
        .isEqualTo(
            """
            -sS
            https://example.com/token
            -u
            client id:client secret
            -d
            grant_type=client_credentials
            --data-urlencode
            scope=kites.read kites.write
            """);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sendsParametersInEveryPlace() throws Exception {
    assertThat(run(source("get", "/kites/{kiteId}", "curl", "")))
        .containsExactly(
            "-X",
            "GET",
            "--url",
            "https://north.example.com/v1/kites/a%20b%2F%C3%BC"
                + "?color=red&color=bl%26ue&size=3&filter%5Bfrom%5D=1",
            "-H",
            "X-Trace: it's me",
            "-b",
            "session=a%3Bb");
    assertThat(run(source("head", "/kites/{kiteId}", "curl", ""))).startsWith("--head");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sendsBodiesThatAreNotJson() throws Exception {
    assertThat(run(source("post", "/files", "curl, key", "")))
        .endsWith("-H", "X-Key: key", "-F", "file=@file", "--form-string", "note=@it's");
    assertThat(run(source("put", "/files", "curl", "")))
        .endsWith("-H", "Content-Type: image/png", "--data-binary", "@file");
    assertThat(run(source("patch", "/files", "curl", "")))
        .endsWith("--data-urlencode", "name=a&b", "--data-urlencode", "count=1");
    assertThat(run(source("post", "/ping", "curl", "")))
        .endsWith("-H", "Content-Type: text/plain", "--data-raw", "it's\n$HOME `date`");
  }

  @ParameterizedTest
  @ValueSource(strings = {KITES, TORTURE})
  @DisabledOnOs(OS.WINDOWS)
  void offersAValidShellCommandForEveryOperation(String file) throws Exception {
    for (JsonNode item : shown(page(file)).path("paths")) {
      for (JsonNode operation : item) {
        if (operation.has("responses")) {
          List<String> commands = new ArrayList<>();
          for (JsonNode sample : operation.path("x-codeSamples")) {
            if (sample.path("lang").asText().equals("shell")) {
              commands.add(sample.path("source").asText());
            }
          }
          assertThat(commands).isNotEmpty();
          for (String command : commands) {
            assertThat(run(command)).contains("--url");
          }
        }
      }
    }
  }

  @Test
  void givesEachPropertyAnExampleFromTheDocumentedBodiesOrItsFormat() throws Exception {
    JsonNode schemas = shown(page(KITES)).at("/components/schemas");

    assertThat(schemas.at("/Kite/properties/wind/example").asInt()).isEqualTo(7);
    assertThat(schemas.at("/Kite/properties/id/example").asText()).isEqualTo("k1");
    assertThat(schemas.at("/Kite/properties/made/example").asText()).isEqualTo("2030-01-31");
    assertThat(schemas.at("/Kite/properties/example/example").asText())
        .isEqualTo("A property of this name");
    assertThat(schemas.at("/KitePage/properties/next/example").asText()).isEqualTo("p2");
    assertThat(schemas.at("/Person/properties/type/example").asText()).isEqualTo("person");
    assertThat(schemas.at("/Club/properties/type").has("example")).isFalse();
    // Only one alternative allows the first; either could be meant by the second.
    assertThat(schemas.at("/Bows/properties/count/example").asInt()).isEqualTo(3);
    assertThat(schemas.at("/Ribbon/properties/color").has("example")).isFalse();
    assertThat(schemas.at("/Kind").has("example")).isFalse();
  }

  @Test
  void convertsOpenApi30ToOpenApi31() throws Exception {
    JsonNode document = shown(page(KITES));

    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    assertThatJson(document.at("/components/schemas/Kite/properties/wind").toString())
        .isEqualTo("{type: ['integer', 'null'], exclusiveMinimum: 0, example: 7}");
    assertThat(document.at("/components/schemas/Kite").has("anyOf")).isFalse();
    assertThat(document.at("/components/schemas/Owner").has("oneOf")).isTrue();
  }

  private String source(String method, String path, String label, String example) throws Exception {
    for (JsonNode sample : samples(method, path)) {
      if (sample.path("label").asText().equals(label)
          && sample.path("example").asText().equals(example)) {
        return sample.path("source").asText();
      }
    }
    throw new AssertionError("No " + label + " for " + example);
  }

  private JsonNode samples(String method, String path) throws Exception {
    return shown(page(KITES)).path("paths").path(path).path(method).path("x-codeSamples");
  }

  private static JsonNode shown(String page) throws Exception {
    Matcher script = SCRIPT.matcher(page);
    assertThat(script.find()).isTrue();
    return Json.mapper().readTree(script.group(2));
  }

  private String page(String document) throws Exception {
    CodegenConfigurator configurator = new CodegenConfigurator();
    configurator.setGeneratorName("reference-page");
    configurator.setInputSpec(document);
    configurator.setOutputDir(folder.toString());
    configurator.setValidateSpec(false);
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return Files.readString(folder.resolve("index.html"));
  }

  /** Runs a command in a shell whose curl only prints its arguments. */
  private List<String> run(String command) throws Exception {
    Path output = folder.resolve("arguments");
    String curl =
        """
        set -eu
        curl() {
          case "$*" in
            *grant_type*) printf '%s\\n' "$@" > token; echo '{"access_token":"t0ken","n":1}' ;;
            *) printf '%s\\0' "$@" ;;
          esac
        }
        """;
    Process shell =
        new ProcessBuilder("bash", "-c", curl + command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
    String printed = Files.readString(output);
    assertThat(shell.exitValue()).describedAs("%s%n%s", command, printed).isZero();
    assertThat(folder.resolve("injected")).doesNotExist();
    return Arrays.asList(printed.split("\0"));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String hash(String script) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
