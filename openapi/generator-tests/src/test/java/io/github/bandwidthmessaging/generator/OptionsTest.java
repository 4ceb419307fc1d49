package io.github.bandwidthmessaging.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.config.CodegenConfigurator;

/** What a build can ask of the generator. */
@NullUnmarked
class OptionsTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Pets, version: '1'}
      paths:
        /pets:
          get:
            operationId: listPets
            tags: [pets]
            parameters: [{name: _limit, in: query, schema: {type: integer}}]
            responses: {'200': {description: Pets., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}
      components:
        schemas:
          Kind: {type: string, enum: [cat, guinea-pig]}
          Price: {type: object, properties: {amount: {type: number}}}
          Food: {oneOf: [{type: string}, {type: array, items: {type: string}}]}
          Pet:
            properties:
              _id: {type: integer}
              kind: {$ref: '#/components/schemas/Kind'}
              born: {type: string, format: date-time}
              mails: {type: array, items: {type: string, format: email}}
              price: {$ref: '#/components/schemas/Price'}
              food: {$ref: '#/components/schemas/Food'}
      """;

  // spotless:off
  static final List<Arguments> REFUSED = List.of(
      refused(o -> o.addAdditionalProperty("metods", "sync"), "\"metods\" is not an option of retrofit-moshi; did you mean \"methods\"?"),
      refused(o -> o.addAdditionalProperty("methods", "blocking"), "The option \"methods\" is sync, async or both, not \"blocking\"."),
      refused(o -> o.addAdditionalProperty("undefinedStyles", "skip"), "The option \"undefinedStyles\" is leaveOut or stop, not \"skip\"."),
      refused(o -> o.setLibrary("retrofit2"), "The option \"library\" has no effect: retrofit-moshi is for one library."),
      refused(o -> { o.setApiPackage("a.api"); o.setModelPackage("a.model"); }, "All classes are in one package, so that what only they use stays private to it; these name more than one: {apiPackage=a.api, modelPackage=a.model}."),
      refused(o -> o.setPackageName("a-b"), "\"a-b\" cannot be the name of a package."),
      refused(o -> o.addTypeMapping("DateTim", "java.time.Instant"), "typeMappings: \"DateTim\" is not a type; did you mean \"DateTime\"?"),
      refused(o -> o.addTypeMapping("DateTime", "Instant"), "typeMappings: \"DateTime=Instant\" needs the name of a class with its package."),
      refused(o -> o.addTypeMapping("string+email", "Long"), "typeMappings: \"string+email\" is a string in JSON, which Long is not."),
      refused(o -> o.addTypeMapping("DateTime", "com.acme.List"), "typeMappings: \"com.acme.List\" has the name of another class of the client."),
      refused(o -> o.addImportMapping("Price", "com.acme.Price"), "importMappings: \"Price\" has no effect: only for classes of typeMappings and schemaMappings."),
      refused(o -> o.addSchemaMapping("Prise", "com.acme.Price"), "schemaMappings: \"Prise\" has no effect: the document has no such schema."),
      refused(o -> o.addInstantiationType("array", "LinkedList"), "instantiationTypes: \"array\" has no effect: collections are unmodifiable copies."),
      refused(o -> o.addNameMapping("_id", "Identifier"), "nameMappings: \"_id\" cannot be called \"Identifier\", but it can be called \"identifier\"."),
      refused(o -> o.addAdditionalProperty("additionalModelTypeAnnotations", "@A static {}"), "\"@A static {}\" is not an annotation."));
  // spotless:on

  @TempDir private Path folder;
  private Path document;
  private Path output;

  @BeforeEach
  void writeDocument() throws IOException {
    document = Files.writeString(folder.resolve("pets.yaml"), DOCUMENT);
    output = folder.resolve("output");
  }

  @ParameterizedTest(name = "{1}")
  @FieldSource("REFUSED")
  void rejectsOptionsWithoutEffect(Consumer<CodegenConfigurator> options, String sentence) {
    assertThatThrownBy(() -> Generation.generate(document, output, options))
        .hasMessage(sentence)
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThat(output).doesNotExist();
  }

  /** The Maven plugin hands over only the options that the generator of a document lists. */
  @Test
  void rejectsOptionsOfOtherGenerators() {
    RetrofitMoshiCodegen generator = new RetrofitMoshiCodegen();
    generator.setInputSpec(document.toString());
    assertThat(generator.cliOptions())
        .extracting(CliOption::getOpt)
        .contains("dateLibrary", "useRxJava3", "methods");

    generator.additionalProperties().put("dateLibrary", "joda");
    assertThatThrownBy(generator::processOpts)
        .hasMessageStartingWith("\"dateLibrary\" is not an option of retrofit-moshi; there are ");
  }

  @Test
  void listsOnlyOptionsWithAnEffect() {
    assertThat(new RetrofitMoshiCodegen().cliOptions())
        .extracting(CliOption::getOpt)
        .contains("methods", "resourcesFolder")
        .doesNotContain("dateLibrary");
  }

  @Test
  void namesClassesAndMembersAsConfigured() {
    Map<String, String> sources =
        Generation.generate(
            document,
            output,
            options -> {
              options.setModelNameSuffix("Dto");
              options.setApiNameSuffix("Client");
              options.addNameMapping("_id", "identifier");
              options.addParameterNameMapping("_limit", "atMost");
              options.addEnumNameMapping("guinea-pig", "CAVY");
              options.addModelNameMapping("Pet", "Animal");
              options.addOperationIdNameMapping("listPets", "animals");
              options.addTypeMapping("integer", "Long");
              options.addAdditionalProperty("methods", "async");
              options.addAdditionalProperty(
                  "additionalModelTypeAnnotations",
                  "@java.lang.SuppressWarnings(\"a\");@Deprecated");
            });

    assertThat(sources.get("client/PetsClient.java"))
        .contains("CompletableFuture<List<Animal>> animalsAsync(")
        .contains("@Query(\"_limit\") @Nullable Long atMost")
        .doesNotContain("Call<");
    assertThat(sources.get("client/KindDto.java")).contains("KindDto CAVY = ");
    assertThat(sources.get("client/Animal.java"))
        .contains("@java.lang.SuppressWarnings(\"a\")\n@Deprecated\npublic final class Animal")
        .contains("public @Nullable Long identifier()");
  }

  @Test
  void omitsWhatOpenApiDoesNotDefine() throws IOException {
    String written =
        DOCUMENT.replace(
            "parameters: [",
            "parameters: [{name: sort, in: query, style: deepObject, schema: {type: array, items: {type: string}}}, ");
    Files.writeString(document, written);
    Consumer<CodegenConfigurator> leaveOut =
        options -> options.addAdditionalProperty("undefinedStyles", "leaveOut");

    assertThat(Generation.generate(document, output, leaveOut).get("client/PetsApi.java"))
        .contains("_limit")
        .doesNotContain("sort");

    Files.writeString(document, written.replace("name: sort,", "name: sort, required: true,"));
    assertThatThrownBy(() -> Generation.generate(document, output, leaveOut))
        .hasMessageEndingWith(
            "GET /pets parameter sort cannot be generated: OpenAPI does not say how to write an"
                + " array in style deepObject.");
  }

  @Test
  void readsAndWritesUserWrittenClasses() throws Exception {
    Generation.generate(
        document,
        output,
        options -> {
          options.addTypeMapping("DateTime", "Instant");
          options.addImportMapping("Instant", "java.time.Instant");
          options.addTypeMapping("string+email", "com.acme.Email");
          options.addSchemaMapping("Price", "com.acme.Price");
        });
    write("com/acme/Email.java", "package com.acme; public record Email(String text) {}");
    write("com/acme/Price.java", "package com.acme; public record Price(String text) {}");
    writeAdapter("java.time", "Instant", "Instant.parse(reader.nextString())");
    writeAdapter("com.acme", "Email", "new Email(reader.nextString())");
    writeAdapter("com.acme", "Price", "new Price(String.valueOf(reader.readJsonValue()))");
    Path classes = folder.resolve("classes");

    assertThat(Generation.compile(output, classes)).isEmpty();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Moshi moshi =
          (Moshi) loader.loadClass("client.RetrofitClient").getMethod("moshi").invoke(null);
      JsonAdapter<Object> adapter = moshi.adapter((Type) loader.loadClass("client.Pet"));
      String json =
          "{\"born\":\"2020-02-02T20:20:20Z\",\"mails\":[\"a@b.example\"],\"price\":\"ten\"}";
      Object pet = adapter.fromJson(json);

      assertThat(pet)
          .hasToString(
              "Pet{id=null, kind=null, born=2020-02-02T20:20:20Z, mails=[Email[text=a@b.example]],"
                  + " price=Price[text=ten], food=null, additionalProperties=[]}");
      assertThat(adapter.toJson(pet))
          .isEqualTo(
              "{\"born\":\"2020-02-02T20:20:20Z\",\"mails\":[\"Email[text=a@b.example]\"],\"price\":\"Price[text=ten]\"}");
      assertThat(adapter.fromJson("{\"born\":null}")).isEqualTo(adapter.fromJson("{}"));
    }
  }

  private void writeAdapter(String javaPackage, String type, String read) throws IOException {
    write(
        "client/" + type + "JsonAdapter.java",
        """
        package client;

        import com.squareup.moshi.JsonAdapter;
        import com.squareup.moshi.JsonReader;
        import com.squareup.moshi.JsonWriter;
        import java.io.IOException;
        import %1$s.%2$s;

        final class %2$sJsonAdapter extends JsonAdapter<%2$s> {
          @Override
          public %2$s fromJson(JsonReader reader) throws IOException {
            return %3$s;
          }

          @Override
          public void toJson(JsonWriter writer, %2$s value) throws IOException {
            writer.value(value.toString());
          }
        }
        """
            .formatted(javaPackage, type, read));
  }

  private void write(String file, String source) throws IOException {
    Path target = output.resolve("src/main/java").resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, source);
  }

  private static Arguments refused(Consumer<CodegenConfigurator> options, String sentence) {
    return Arguments.of(options, sentence);
  }
}
