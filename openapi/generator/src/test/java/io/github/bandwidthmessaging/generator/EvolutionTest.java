package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiSemanticVersionLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A document that only grows generates a client that old callers still compile and link against.
 */
@NullUnmarked
class EvolutionTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String PACKAGE = "evolving";
  private static final String SCHEMAS = "/components/schemas/";

  @TempDir private static Path folder;
  private static Path before;

  @BeforeAll
  static void generateBefore() throws IOException {
    before = jar("before", document -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "an optional property of a request, MessageRequest, properties, newInThisTest",
    "a property of a response, Message, properties, newInThisTest",
    "a property whose name clashes with one before it, Message, properties, Segment_Count",
  })
  void compatibleAfterAdding(String what, String schema, String keyword, String name)
      throws IOException {
    assertCompatible(
        document ->
            at(document, SCHEMAS + schema + "/" + keyword)
                .putObject(name)
                .put("type", "string")
                .put("description", what));
  }

  @Test
  void compatibleAfterAddingAnEnumValue() throws IOException {
    assertCompatible(document -> document.withArray(SCHEMAS + "Priority/enum").insert(0, "low"));
  }

  @Test
  void compatibleAfterAddingAnOperation() throws IOException {
    assertCompatible(
        document -> {
          JsonNode post = document.get("paths").get("/users/{accountId}/messages").get("post");
          ObjectNode get = post.deepCopy();
          get.put("operationId", "listMessages").remove(List.of("requestBody", "callbacks"));
          ((ObjectNode) document.get("paths").get("/users/{accountId}/messages")).set("get", get);
        });
  }

  @Test
  void compatibleAfterAddingASchema() throws IOException {
    assertCompatible(
        document ->
            at(document, "/components/schemas")
                .putObject("Media")
                .put("type", "object")
                .putObject("properties")
                .putObject("name")
                .put("type", "string"));
  }

  @Test
  void incompatibleAfterRemovingAProperty() throws IOException {
    Path after =
        jar("after", document -> at(document, SCHEMAS + "Message/properties").remove("tag"));

    assertThat(incompatible(after))
        .containsExactlyInAnyOrder(PACKAGE + ".Message", PACKAGE + ".Message$Builder");
  }

  private void assertCompatible(Consumer<ObjectNode> edit) throws IOException {
    Path after = jar("after", edit);

    assertThat(changed(after)).isNotEmpty();
    assertThat(incompatible(after)).isEmpty();
  }

  private List<String> incompatible(Path after) {
    return compared(after).stream()
        .filter(c -> !c.isBinaryCompatible() || !c.isSourceCompatible())
        .map(JApiClass::getFullyQualifiedName)
        .toList();
  }

  private List<JApiClass> changed(Path after) {
    return compared(after).stream()
        .filter(c -> c.getChangeStatus() != JApiChangeStatus.UNCHANGED)
        .toList();
  }

  private List<JApiClass> compared(Path after) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    // Retrofit implements the interfaces, callers do not.
    options.addOverrideCompatibilityChange(
        new JarArchiveComparatorOptions.OverrideCompatibilityChange(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
            true,
            true,
            JApiSemanticVersionLevel.MINOR));
    options
        .getClassPathEntries()
        .addAll(
            List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)));
    return new JarArchiveComparator(options)
        .compare(
            new JApiCmpArchive(before.toFile(), "before"),
            new JApiCmpArchive(after.toFile(), "after"));
  }

  /** Generates the edited document, compiles the client and packs it. */
  private static Path jar(String name, Consumer<ObjectNode> edit) throws IOException {
    ObjectNode document = (ObjectNode) YAML.readTree(Generation.DOCUMENT.toFile());
    edit.accept(document);
    Path input = folder.resolve(name + ".yaml");
    YAML.writeValue(input.toFile(), document);
    Path sources = folder.resolve(name + "-sources");
    Generation.generate(input, PACKAGE, sources);
    Path classes = folder.resolve(name + "-classes");
    assertThat(Generation.compile(sources, classes)).isEmpty();
    Path jar = folder.resolve(name + ".jar");
    pack(classes, jar);
    return jar;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> entries = Files.walk(classes)) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(entry).toString()));
        Files.copy(entry, out);
      }
    }
  }

  private static ObjectNode at(ObjectNode document, String path) {
    return (ObjectNode) document.at(path);
  }
}
