package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** No text of a document becomes code. */
@NullUnmarked
class EscapingTest {
  @TempDir private Path folder;

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

  private void generate(String generator) {
    CodegenConfigurator configurator = new CodegenConfigurator();
    configurator.setGeneratorName(generator);
    configurator.setInputSpec(Generation.TORTURE.toString());
    configurator.setOutputDir(folder.resolve("generated").toString());
    configurator.setTemplateDir(folder.toString());
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
  }
}
