package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands on the reference page are the documented requests. */
class ReferencePageTest {
  private static final Path PAGE = Project.resolve("client-generated/target/reference/index.html");

  @ParameterizedTest
  @EnumSource
  void showsTheDocumentedRequestAsCommand(DocumentedMessage example) throws Exception {
    String page = Files.readString(PAGE);
    String start = "<script id=\"document\" type=\"application/json\">";
    int from = page.indexOf(start) + start.length();
    List<String> commands =
        JsonPath.read(
            page.substring(from, page.indexOf("</script>", from)),
            "$.paths..x-codeSamples[?(@.label == 'curl, Basic' && @.example == '"
                + example.documented().key()
                + "')].source");

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

  private static Map<String, String> anyCase(Map<String, String> headers) {
    Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.putAll(headers);
    return map;
  }
}
