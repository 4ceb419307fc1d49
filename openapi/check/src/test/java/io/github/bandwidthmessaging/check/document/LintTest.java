package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.document.Lint.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules in {@code openapi/redocly.yaml} against broken documents. */
final class LintTest {
  private static final String PATH = "/users/{accountId}/messages";

  /** A way to break the document, and the complaint. */
  private record Breakage(String rule, String pointer, Consumer<Document> edit) {
    @Override
    public String toString() {
      return rule + " " + pointer;
    }
  }

  private static final List<Breakage> BREAKAGES =
      List.of(
          new Breakage(
              "struct",
              "#/components/schemas/MessageRequest/properties/text/maxLenght",
              document -> property(document, "MessageRequest", "text").put("maxLenght", 2048)),
          new Breakage(
              "no-unresolved-refs",
              "#/components/schemas/Message/properties/priority",
              document ->
                  property(document, "Message", "priority")
                      .put("$ref", "#/components/schemas/Urgency")),
          new Breakage(
              "no-unused-components",
              "#/components/schemas/Lost",
              document ->
                  document
                      .at("components", "schemas")
                      .put("Lost", Map.of("type", "string", "description", "Unused."))),
          new Breakage(
              "no-invalid-media-type-examples",
              "#/components/examples/textMessageRequest/value/from",
              document -> example(document, "textMessageRequest").put("from", "12345678901")),
          new Breakage(
              "no-invalid-media-type-examples",
              "#/components/examples/textMessageRequest/value/mesage",
              document -> example(document, "textMessageRequest").put("mesage", "Hey")),
          new Breakage(
              "no-invalid-media-type-examples",
              "#/components/examples/queueFull/value",
              document -> example(document, "queueFull").remove("type")),
          new Breakage(
              "no-invalid-schema-examples",
              "#/components/schemas/PhoneNumber/example",
              document -> schema(document, "PhoneNumber").put("example", "12345678902")),
          new Breakage(
              "no-invalid-parameter-examples",
              "#/paths/~1users~1{accountId}~1messages/post/parameters/0/example",
              document ->
                  document.at("paths", PATH, "post", "parameters", 0).put("example", 920012)),
          new Breakage(
              "no-enum-type-mismatch",
              "#/components/schemas/Priority/enum/1",
              document -> schema(document, "Priority").put("enum", List.of("default", 1))),
          new Breakage(
              "no-required-schema-properties-undefined",
              "#/components/schemas/Message/required/1",
              document -> schema(document, "Message").put("required", List.of("id", "carrier"))),
          new Breakage(
              "path-parameters-defined",
              "#/paths/~1users~1{accountId}~1messages/post/parameters/0/name",
              document ->
                  document.at("paths", PATH, "post", "parameters", 0).put("name", "userId")),
          new Breakage(
              "security-defined",
              "#/security/0/digest",
              document -> document.root().put("security", List.of(Map.of("digest", List.of())))),
          new Breakage(
              "operation-tag-defined",
              "#/paths/~1users~1{accountId}~1messages/post/tags/0",
              document -> operation(document).put("tags", List.of("Texts"))),
          new Breakage(
              "operation-summary",
              "#/paths/~1users~1{accountId}~1messages/post/summary",
              document -> operation(document).remove("summary")),
          new Breakage(
              "operation-description",
              "#/paths/~1users~1{accountId}~1messages/post/description",
              document -> operation(document).remove("description")),
          new Breakage(
              "parameter-description",
              "#/paths/~1users~1{accountId}~1messages/post/parameters/0",
              document ->
                  document.at("paths", PATH, "post", "parameters", 0).remove("description")),
          new Breakage(
              "rule/schema-has-sentence",
              "#/components/schemas/Message/description",
              document -> schema(document, "Message").put("description", "")),
          new Breakage(
              "rule/schema-has-sentence",
              "#/components/schemas/Message/description",
              document -> schema(document, "Message").remove("description")),
          new Breakage(
              "rule/property-has-sentence",
              "#/components/schemas/MessageRequest/properties/tag/description",
              document -> property(document, "MessageRequest", "tag").remove("description")),
          new Breakage(
              "rule/property-has-sentence",
              "#/components/schemas/MessageRequest/properties/tag/description",
              document -> property(document, "MessageRequest", "tag").put("description", "a tag")),
          new Breakage(
              "rule/response-has-sentence",
              "#/paths/~1users~1{accountId}~1messages/post/responses/202/description",
              document -> operation(document, "responses", "202").put("description", "Accepted")),
          new Breakage(
              "rule/operation-has-sentence",
              "#/paths/~1users~1{accountId}~1messages/post/callbacks/messageEvents/https:~1~1example.com~1callbacks/post/summary",
              document ->
                  operation(
                          document,
                          "callbacks",
                          "messageEvents",
                          "https://example.com/callbacks",
                          "post")
                      .put("summary", "Receive events")),
          new Breakage(
              "rule/security-scheme-has-sentence",
              "#/components/securitySchemes/basic/description",
              document ->
                  document.at("components", "securitySchemes", "basic").remove("description")),
          new Breakage(
              "rule/example-has-summary",
              "#/components/examples/queueFull/summary",
              document -> document.at("components", "examples", "queueFull").remove("summary")),
          new Breakage(
              "rule/example-has-name",
              "#/paths/~1users~1{accountId}~1messages/post/responses/405/content/application~1json/example",
              document ->
                  operation(document, "responses", "405", "content", "application/json")
                      .put("example", Map.of("type", "a", "description", "b"))),
          new Breakage(
              "rule/example-name-in-camel-case",
              "#/paths/~1users~1{accountId}~1messages/post/responses/429/content/application~1json/examples/queue_full",
              document -> {
                Map<String, Object> examples =
                    operation(
                        document, "responses", "429", "content", "application/json", "examples");
                examples.put("queue_full", examples.remove("queueFull"));
              }),
          new Breakage(
              "rule/operation-id-in-camel-case",
              "#/paths/~1users~1{accountId}~1messages/post/operationId",
              document -> operation(document).put("operationId", "create_message")),
          new Breakage(
              "rule/schema-name-in-pascal-case",
              "#/components/schemas/lost_message",
              document ->
                  document
                      .at("components", "schemas")
                      .put("lost_message", Map.of("type", "string", "description", "Unused."))),
          new Breakage(
              "rule/refusal-has-body",
              "#/paths/~1users~1{accountId}~1messages/post/responses/500",
              document -> operation(document, "responses", "500").remove("content")),
          new Breakage(
              "rule/personal-property-is-sensitive",
              "#/components/schemas/Message/properties/owner/x-sensitive",
              document -> property(document, "Message", "owner").remove("x-sensitive")),
          new Breakage(
              "rule/personal-property-is-sensitive",
              "#/components/schemas/Recipients/x-sensitive",
              document -> schema(document, "Recipients").put("x-sensitive", false)),
          new Breakage(
              "rule/pattern-in-words",
              "#/components/schemas/PhoneNumber",
              document -> schema(document, "PhoneNumber").remove("x-pattern-description")));

  private static List<Problem> problems = List.of();

  @BeforeAll
  static void lint(@TempDir Path folder) {
    List<Path> documents = new ArrayList<>();
    Path unbroken = folder.resolve("0.yaml");
    Sample.document().write(unbroken);
    documents.add(unbroken);
    int rounds = BREAKAGES.stream().mapToInt(LintTest::round).max().orElseThrow();
    for (int i = 1; i <= rounds; i++) {
      int round = i;
      Document document = Sample.document();
      BREAKAGES.stream()
          .filter(breakage -> round(breakage) == round)
          .forEach(breakage -> breakage.edit().accept(document));
      Path file = folder.resolve(round + ".yaml");
      document.write(file);
      documents.add(file);
    }
    problems = Lint.problems(documents);
  }

  @Test
  void findsNothingInDocumentThatKeepsEveryRule() {
    assertThat(problemsOf("0.yaml")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void refusesDocumentThatBreaks(Breakage breakage) {
    assertThat(isRefused(breakage))
        .as("%s; found were %s", breakage, problemsOf(round(breakage) + ".yaml"))
        .isTrue();
  }

  @Test
  void everyChosenRuleIsBrokenOnce() {
    Map<String, Object> rules =
        Document.read(Document.FILE.resolveSibling("redocly.yaml")).at("rules");
    rules.values().removeIf("off"::equals);
    assertThat(rules.keySet())
        .isNotEmpty()
        .isSubsetOf(BREAKAGES.stream().map(Breakage::rule).toList());
  }

  /** One document breaks every rule in its first way, the next in its second. */
  private static int round(Breakage breakage) {
    return (int)
        BREAKAGES.subList(0, BREAKAGES.indexOf(breakage) + 1).stream()
            .filter(each -> each.rule().equals(breakage.rule()))
            .count();
  }

  private static boolean isRefused(Breakage breakage) {
    return problemsOf(round(breakage) + ".yaml").stream()
        .anyMatch(
            problem ->
                problem.rule().equals(breakage.rule())
                    && problem.pointer().equals(breakage.pointer()));
  }

  static Stream<Breakage> breakages() {
    return BREAKAGES.stream();
  }

  private static List<Problem> problemsOf(String document) {
    return problems.stream().filter(problem -> problem.document().equals(document)).toList();
  }

  private static Map<String, Object> operation(Document document, String... path) {
    return document.at(Stream.concat(Stream.of("paths", PATH, "post"), Stream.of(path)).toArray());
  }

  private static Map<String, Object> schema(Document document, String name) {
    return document.at("components", "schemas", name);
  }

  private static Map<String, Object> property(Document document, String schema, String name) {
    return document.at("components", "schemas", schema, "properties", name);
  }

  private static Map<String, Object> example(Document document, String name) {
    return document.at("components", "examples", name, "value");
  }
}
