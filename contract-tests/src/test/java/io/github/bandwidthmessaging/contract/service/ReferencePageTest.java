package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** The commands on the reference page are the documented requests. */
class ReferencePageTest {
  private static final Path PAGE = Project.resolve("client-generated/target/reference/index.html");

  @ParameterizedTest
  @EnumSource
  void showsTheDocumentedRequestAsCommand(DocumentedMessage example) throws Exception {
    Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(PAGE.toFile());
    String command =
        XPathFactory.newInstance()
            .newXPath()
            .evaluate(
                "//section[@id='" + example.documented().key() + "']//code[@class='curl']", page);

    RawRequest shown = RawRequest.printedAsCurl(command);

    RawRequest documented = example.documented().printedAsCurl();
    assertThat(shown.method()).isEqualTo(documented.method());
    assertThat(shown.url()).isEqualTo(documented.url());
    assertThat(anyCase(shown.headers())).isEqualTo(anyCase(documented.headers()));
    assertThatJson(shown.body()).isEqualTo(documented.body());
  }

  private static Map<String, String> anyCase(Map<String, String> headers) {
    Map<String, String> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.putAll(headers);
    return map;
  }
}
