package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@NullUnmarked
class ReferencePageTest {
  private static final String TORTURE = "src/test/resources/torture.yaml";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"../messaging.yaml", TORTURE})
  void linksToWhatIsOnItAndToTheDocumentsOwnLinks(String file) throws Exception {
    Document page = page(file);
    List<String> ids = texts(page, "//@id");
    List<String> links = texts(page, "//a/@href");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(links).isNotEmpty();
    String document = Generation.read(Path.of(file));
    assertThat(links)
        .allSatisfy(
            link -> {
              if (link.startsWith("#")) {
                assertThat(ids).contains(link.substring(1));
              } else {
                assertThat(document).contains("url: " + link);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"../messaging.yaml", TORTURE})
  void needsNoNetworkToBeRead(String file) throws Exception {
    Document page = page(file);

    assertThat(texts(page, "//script | //img | //iframe | //@src | //object")).isEmpty();
    assertThat(texts(page, "//link/@href")).containsExactly("data:,");
    assertThat(texts(page, "//style")).singleElement().asString().doesNotContain("url(", "@import");
  }

  @Test
  void showsEveryPropertyAndAnswer() throws Exception {
    Document page = page("../messaging.yaml");

    assertThat(texts(page, "//section[@id='MessageRequest']//dt/code[1]"))
        .contains("from", "to", "text", "applicationId", "media", "tag", "priority", "expiration");
    assertThat(texts(page, "//section[@id='MessageRequest']//dt[b]/code[1]"))
        .contains("from", "to", "applicationId")
        .doesNotContain("text", "media");
    assertThat(texts(page, "//section[@id='createMessage']/dl/dt/code"))
        .contains("accountId", "202", "400", "401", "403", "404", "405", "406", "415", "429");
  }

  /** The page as XML, which HTML need not be, but ours is: then nothing in it is left open. */
  private Document page(String document) throws Exception {
    CodegenConfigurator configurator = new CodegenConfigurator();
    configurator.setGeneratorName("reference-page");
    configurator.setInputSpec(document);
    configurator.setOutputDir(folder.toString());
    new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("index.html").toFile());
  }

  private static List<String> texts(Document page, String path) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, page, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
