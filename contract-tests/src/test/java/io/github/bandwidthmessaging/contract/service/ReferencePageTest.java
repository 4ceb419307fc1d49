package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import io.github.bandwidthmessaging.contract.operation.Operations;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands on the reference page are the documented requests, and its Java compiles. */
@NullUnmarked
class ReferencePageTest {
  private static final Path PAGE = Project.resolve("client-generated/target/reference/index.html");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void showsTheDocumentedRequestAsCommand(DocumentedMessage example) throws Exception {
    List<String> commands =
        sources(
            "?(@.label == 'curl, Basic' && @.example == '%s')"
                .formatted(example.documented().key()));

    assertThat(commands).hasSize(1);
    String command = commands.get(0).replaceFirst("(?s)^#.*?\n(?=curl)", "");
    RawRequest shown = RawRequest.printedAsCurl(command);

    RawRequest documented = example.documented().printedAsCurl();
    assertThat(shown.method()).isEqualTo(documented.method());
    assertThat(shown.url())
        .isEqualTo(documented.url().replace("{accountId}", DocumentedMessage.ACCOUNT_ID));
    assertThat(anyCase(shown.headers())).isEqualTo(anyCase(documented.headers()));
    assertThatJson(shown.body()).isEqualTo(documented.body());
  }

  @Test
  void showsJavaThatCompilesForEachOperation() throws Exception {
    List<String> samples = sources("?(@.lang == 'Java')");
    assertThat(samples)
        .hasSizeGreaterThanOrEqualTo(Operations.of(Document.read().json()).all().size());
    List<SimpleJavaFileObject> files = new ArrayList<>();
    for (String sample : samples) {
      String name = "Sample" + files.size();
      files.add(
          source(
              name,
              """
              import io.github.bandwidthmessaging.*;
              import io.github.bandwidthmessaging.api.*;
              import java.net.URI;
              import java.nio.file.Path;
              import java.util.List;
              import okhttp3.OkHttpClient;
              class %s { void run() throws Exception { %s } }
              """
                  .formatted(name, sample)));
    }
    StringWriter complaints = new StringWriter();
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    ToolProvider.getSystemJavaCompiler()
        .getTask(complaints, null, null, options, null, files)
        .call();
    assertThat(complaints).hasToString("");
  }

  @Test
  void keepsTheSlashesOfMediaIdsInCommands() throws Exception {
    assertThat(sources("?(@.label == 'curl, Basic')"))
        .filteredOn(command -> command.contains("/media/"))
        .hasSize(3)
        .allMatch(command -> command.contains("/media/14762070468292kw2fuqty55yp2b2/0/bw.png'"));
  }

  private static SimpleJavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static List<String> sources(String filter) throws IOException {
    String page = Files.readString(PAGE);
    String start = "<script id=\"document\" type=\"application/json\">";
    int from = page.indexOf(start) + start.length();
    return JsonPath.read(
        page.substring(from, page.indexOf("</script>", from)),
        "$.paths..x-codeSamples[" + filter + "].source");
  }

  private static Map<String, String> anyCase(Map<String, String> headers) {
    Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.putAll(headers);
    return map;
  }
}
