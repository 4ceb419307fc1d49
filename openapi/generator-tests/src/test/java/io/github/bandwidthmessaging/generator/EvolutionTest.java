package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A document that only grows generates a client that old callers still compile and link against.
 */
@NullUnmarked
class EvolutionTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String PACKAGE = "evolving";
  private static final String SCHEMAS = "/components/schemas/";

  private static final String CALLER =
      """
      import evolving.*;

      public class Caller {
        public static String tell() throws Exception {
          return tell("parcel-sent") + ", " + tell("parcel-held");
        }

        private static String tell(String type) throws Exception {
          String json = "{'type': '" + type + "'}";
          ParcelEvent event =
              RetrofitClient.moshi().adapter(ParcelEvent.class).fromJson(json.replace("'", "\\""));
          %s
        }
      }
      """;

  /** Parameters of every kind, and a form. */
  private static final String SEARCH =
      """
      /search/{depot}:
        parameters:
          - {name: depot, in: path, required: true, schema: {type: string, maxLength: 9}}
          - {name: kind, in: query, required: true, schema: {type: string}}
        get:
          operationId: search
          parameters:
            - {name: limit, in: query, schema: {type: integer, format: int32, maximum: 9}}
            - {name: from, in: query, schema: {type: string, format: date}}
            - {name: X-Token, in: header, schema: {type: string}}
          responses: {'204': {description: None.}}
        post:
          operationId: search-by-form
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema: {type: object, required: [a], properties: {a: {type: string}}}
          responses: {'204': {description: None.}}
      """;

  @TempDir private static Path folder;
  private static Path before;

  @BeforeAll
  static void generateBefore() throws IOException {
    before = jar("before", document -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "an optional property of a request, ParcelRequest, properties, newInThisTest",
    "a property of a response, Parcel, properties, newInThisTest",
    "a property whose name clashes with one before it, Parcel, properties, Item_Count",
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
    assertCompatible(document -> document.withArray(SCHEMAS + "Speed/enum").insert(0, "slow"));
  }

  @Test
  void compatibleAfterAddingAnOperation() throws IOException {
    assertCompatible(
        document -> {
          ObjectNode path = at(document, "/paths/~1depots~1{depotId}~1parcels");
          ObjectNode get = path.get("post").deepCopy();
          get.put("operationId", "listParcels").remove(List.of("requestBody", "callbacks"));
          path.set("get", get);
        });
  }

  @Test
  void compatibleAfterAddingOptionalParametersAndFields() throws IOException {
    assertCompatible(
        document -> {
          ObjectNode path = at(document, "/paths/~1search~1{depot}");
          for (String in : List.of("query", "header", "cookie")) {
            path.withArray("/get/parameters")
                .insertObject(0)
                .put("name", "new-" + in)
                .put("in", in)
                .set("schema", YAML.createObjectNode().put("type", "string"));
          }
          ((ObjectNode)
                  path.at("/post/requestBody/content").elements().next().at("/schema/properties"))
              .set("b", YAML.createObjectNode().put("type", "string"));
        });
  }

  @Test
  void compatibleAfterAddingALimitOfAnArgument() throws IOException {
    assertCompatible(
        document ->
            ((ObjectNode) document.at("/paths/~1search~1{depot}/parameters/1/schema"))
                .put("pattern", "^a"));
  }

  @Test
  void compatibleAfterAddingASchema() throws IOException {
    assertCompatible(
        document ->
            at(document, "/components/schemas")
                .putObject("Depot")
                .put("type", "object")
                .putObject("properties")
                .putObject("name")
                .put("type", "string"));
  }

  @Test
  void compatibleAfterAddingAnAlternativeOfAUnion() throws IOException {
    assertCompatible(EvolutionTest::addParcelHeld);
  }

  @Test
  void compatibleAfterAddingAnAlternativeToOneAndSeveral() throws IOException {
    assertCompatible(
        document -> {
          ObjectNode group = at(document, "/components/schemas").putObject("RecipientGroup");
          group.put("type", "object").putObject("properties").putObject("id").put("type", "string");
          document
              .withArray(SCHEMAS + "Recipients/oneOf")
              .addObject()
              .put("$ref", "#/components/schemas/RecipientGroup");
        });
  }

  @ParameterizedTest
  @MethodSource("waysToTellAlternativesApart")
  void callerHandlesANewAlternativeLikeAnyOther(String statement) throws Exception {
    String caller = CALLER.formatted(statement);
    Path after = jar("after", EvolutionTest::addParcelHeld);

    assertThat(told(compiled(caller, before), before)).isEqualTo("sent, another");
    assertThat(told(compiled(caller, before), after)).isEqualTo("sent, another");
    assertThat(told(compiled(caller, after), after)).isEqualTo("sent, another");
  }

  static List<String> waysToTellAlternativesApart() {
    String choice = "return event instanceof ParcelSent ? \"sent\" : \"another\";";
    String patterns =
        """
        return switch (event) {
          case ParcelSent sent -> "sent";
          default -> "another";
        };
        """;
    return patternsInSwitch() ? List.of(choice, patterns) : List.of(choice);
  }

  /** A switch that is exhaustive today would fail on an alternative of tomorrow. */
  @Test
  void callerNeedsADefault() throws Exception {
    try (URLClassLoader client = new URLClassLoader(new URL[] {before.toUri().toURL()})) {
      assertThat(client.loadClass(PACKAGE + ".ParcelEvent").isSealed()).isFalse();
      assertThat(client.loadClass(PACKAGE + ".ErrorBody").isSealed()).isFalse();
      assertThat(client.loadClass(PACKAGE + ".Recipients").isSealed()).isFalse();
    }
    if (patternsInSwitch()) {
      String complete =
          """
          return switch (event) {
            case ParcelSent it -> "";
            case ParcelDelivered it -> "";
            case ParcelEvent.Unknown it -> "";
          };
          """;
      assertThat(compile(CALLER.formatted(complete), before, folder.resolve("incomplete")))
          .singleElement()
          .asString()
          .contains("does not cover all possible input values");
    }
  }

  @Test
  void incompatibleAfterRemovingAProperty() throws IOException {
    Path after =
        jar("after", document -> at(document, SCHEMAS + "Parcel/properties").remove("note"));

    assertThat(incompatible(after))
        .containsExactlyInAnyOrder(PACKAGE + ".Parcel", PACKAGE + ".Parcel$Builder");
  }

  /** What a new type of event does to the document: nothing else changes. */
  private static void addParcelHeld(ObjectNode document) {
    ObjectNode schemas = at(document, "/components/schemas");
    schemas.set("ParcelHeld", schemas.get("ParcelSent").deepCopy());
    String ref = "#/components/schemas/ParcelHeld";
    document.withArray(SCHEMAS + "ParcelEvent/oneOf").addObject().put("$ref", ref);
    at(document, SCHEMAS + "ParcelEvent/discriminator/mapping").put("parcel-held", ref);
  }

  private static boolean patternsInSwitch() {
    return Runtime.version().feature() >= 21;
  }

  private static Path compiled(String caller, Path client) throws IOException {
    Path classes = Files.createTempDirectory(folder, "caller");
    assertThat(compile(caller, client, classes)).isEmpty();
    return classes;
  }

  /** Returns the caller's errors. */
  private static List<String> compile(String caller, Path client, Path classes) throws IOException {
    Path source = Files.createDirectories(classes).resolve("Caller.java");
    Files.writeString(source, caller);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
      String path = client + File.pathSeparator + System.getProperty("java.class.path");
      List<String> options = List.of("-proc:none", "-classpath", path, "-d", classes.toString());
      Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(source);
      compiler.getTask(null, files, diagnostics, options, null, sources).call();
    }
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
  }

  private static Object told(Path caller, Path client) throws Exception {
    URL[] urls = {caller.toUri().toURL(), client.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, EvolutionTest.class.getClassLoader())) {
      return loader.loadClass("Caller").getMethod("tell").invoke(null);
    }
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
        .addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
    return new JarArchiveComparator(options)
        .compare(
            new JApiCmpArchive(before.toFile(), "before"),
            new JApiCmpArchive(after.toFile(), "after"));
  }

  /** Generates the edited document, compiles the client and packs it. */
  private static Path jar(String name, Consumer<ObjectNode> edit) throws IOException {
    ObjectNode document = (ObjectNode) YAML.readTree(Generation.DOCUMENT.toFile());
    at(document, "/paths").setAll((ObjectNode) YAML.readTree(SEARCH));
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
