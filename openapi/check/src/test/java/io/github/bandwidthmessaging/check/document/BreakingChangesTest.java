package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.document.DocumentChanges.Change;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which edits of a document break those who use the client. */
final class BreakingChangesTest {
  private static final String PATH = "/users/{accountId}/messages";

  /** An edit of the document, the complaint, and whether it and its reversal break. */
  private record Edit(
      String change, boolean breaks, boolean undoingBreaks, Consumer<Document> edit) {
    @Override
    public String toString() {
      return change;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, 0.2.0, true",
    "0.1.5, 0.2.0, true",
    "0.9.0, 1.0.0, true",
    "1.9.9, 2.0.0, true",
    "9.0.0, 10.0.0, true",
    "0.1.0, 0.1.0, false",
    "0.1.0, 0.1.1, false",
    "0.10.0, 0.9.0, false",
    "1.0.0, 1.0.1, false",
    "1.2.0, 1.10.0, false"
  })
  void versionMayBreak(String released, String next, boolean may) {
    assertThat(ReleasedDocument.mayBreak(released, next)).isEqualTo(may);
  }

  @Test
  void parameterMayMoveToItsPathOrToTheComponents() {
    Document moved = present();
    Object parameters = moved.at("paths", PATH, "post").remove("parameters");
    moved.at("paths", PATH).put("parameters", parameters);
    assertThat(DocumentChanges.between(present(), moved)).isEmpty();

    Document shared = present();
    Object parameter = shared.list("paths", PATH, "post", "parameters").get(0);
    shared.at("components").put("parameters", Map.of("Account", parameter));
    shared
        .list("paths", PATH, "post", "parameters")
        .set(0, Map.of("$ref", "#/components/parameters/Account"));
    assertThat(DocumentChanges.between(present(), shared)).noneMatch(Change::breaks);
    assertThat(DocumentChanges.between(shared, present())).noneMatch(Change::breaks);
  }

  @ParameterizedTest
  @MethodSource("edits")
  void reportsBreakingChanges(Edit edit) {
    List<Change> found = DocumentChanges.between(present(), edited(edit));
    assertThat(found).extracting(Change::toString).contains(edit.change());
    assertThat(found.stream().anyMatch(Change::breaks)).isEqualTo(edit.breaks());
  }

  @ParameterizedTest
  @MethodSource("edits")
  void reportsWhatUndoingBreaks(Edit edit) {
    List<Change> found = DocumentChanges.between(edited(edit), present());
    assertThat(found).isNotEmpty();
    assertThat(found.stream().anyMatch(Change::breaks)).isEqualTo(edit.undoingBreaks());
  }

  @Test
  void descriptionsAreNotChanges() {
    Document edited = present();
    edited.at("components", "schemas", "MessageRequest").put("description", "Another one.");
    edited.at("components", "schemas", "PhoneNumber").put("example", "+12345678909");
    edited.at("info").put("title", "Another one");
    edited.at("paths", PATH, "post").remove("summary");
    edited.at("paths", PATH, "post").put("x-codeSamples", List.of());
    assertThat(DocumentChanges.between(present(), edited)).isEmpty();
  }

  static Stream<Edit> edits() {
    String post = PATH + ".post";
    return Stream.of(
        edit(PATH + " is gone", true, false, d -> d.at("paths").remove(PATH)),
        edit(
            PATH + ": post is gone",
            true,
            true,
            d -> d.at("paths", PATH).put("put", d.at("paths", PATH).remove("post"))),
        edit(
            post + ".operationId: createMessage became send",
            true,
            true,
            d -> d.at("paths", PATH, "post").put("operationId", "send")),
        edit(
            post + ".tags: Messages is gone",
            true,
            true,
            d -> d.at("paths", PATH, "post").put("tags", List.of("Texts"))),
        edit(
            post + ".parameters: accountId is gone",
            true,
            true,
            d -> d.at("paths", PATH, "post").remove("parameters")),
        edit(
            post + ".parameters.accountId.schema.type: string became integer",
            true,
            true,
            d -> d.at("paths", PATH, "post", "parameters", 0, "schema").put("type", "integer")),
        edit(
            post + ".requestBody.required: true became false",
            false,
            true,
            d -> d.at("paths", PATH, "post", "requestBody").put("required", false)),
        edit(
            post + ".requestBody.content: application/json is gone",
            true,
            true,
            d -> {
              Map<String, Object> content = d.at("paths", PATH, "post", "requestBody", "content");
              content.put("text/json", content.remove("application/json"));
            }),
        edit(
            post + ".requestBody.content.application/json.schema: is another class",
            true,
            true,
            d ->
                d.at("paths", PATH, "post", "requestBody", "content", "application/json")
                    .put("schema", Map.of("$ref", "#/components/schemas/Message"))),
        edit(
            post + ".responses: 429 is gone",
            true,
            false,
            d -> d.at("paths", PATH, "post", "responses").remove("429")),
        edit(
            post + ".callbacks: messageEvents is gone",
            true,
            false,
            d -> d.at("paths", PATH, "post", "callbacks").remove("messageEvents")),
        edit(
            post + ".security: is new, []",
            true,
            true,
            d -> d.at("paths", PATH, "post").put("security", List.of())),
        edit(
            "security: {basic=[]} is gone",
            true,
            false,
            d -> d.root().put("security", List.of(Map.of("oauth2", List.of())))),
        edit(
            "components.securitySchemes: basic is gone",
            true,
            false,
            d -> d.at("components", "securitySchemes").remove("basic")),
        edit(
            "components.securitySchemes.basic.scheme: basic became bearer",
            true,
            true,
            d -> d.at("components", "securitySchemes", "basic").put("scheme", "bearer")),
        edit(
            "servers: https://messaging.bandwidth.com/api/v2 is gone",
            true,
            true,
            d -> d.root().put("servers", List.of(Map.of("url", "https://example.com")))),
        edit(
            "components.schemas: PathError is gone",
            true,
            false,
            d -> {
              d.at("components", "schemas").remove("PathError");
              schema(d, "ErrorBody")
                  .put("oneOf", List.of(Map.of("$ref", "#/components/schemas/BandwidthError")));
            }),
        edit(
            "MessageRequest: tag is gone",
            true,
            false,
            d -> d.at("components", "schemas", "MessageRequest", "properties").remove("tag")),
        edit(
            "Message: segmentCount is gone",
            true,
            false,
            d -> d.at("components", "schemas", "Message", "properties").remove("segmentCount")),
        edit(
            "MessageRequest.required: tag is new",
            true,
            false,
            d ->
                schema(d, "MessageRequest")
                    .put("required", List.of("from", "to", "applicationId", "tag"))),
        edit(
            "Message.required: owner is new",
            false,
            true,
            d -> schema(d, "Message").put("required", List.of("id", "owner"))),
        edit(
            "Message.segmentCount.type: integer became string",
            true,
            true,
            d -> property(d, "Message", "segmentCount").put("type", "string")),
        edit(
            "MessageRequest.expiration.format: date-time is gone",
            true,
            true,
            d -> property(d, "MessageRequest", "expiration").remove("format")),
        edit(
            "Priority.enum: high is gone",
            true,
            false,
            d -> schema(d, "Priority").put("enum", List.of("default"))),
        edit(
            "Direction.enum: both is new",
            false,
            true,
            d -> schema(d, "Direction").put("enum", List.of("in", "out", "both"))),
        edit(
            "MessageRequest.text.maxLength: 2048 became 1000",
            true,
            false,
            d -> property(d, "MessageRequest", "text").put("maxLength", 1000)),
        edit(
            "MessageRequest.tag.maxLength: 1024 is gone",
            false,
            true,
            d -> property(d, "MessageRequest", "tag").remove("maxLength")),
        edit(
            "Message.tag.maxLength: is new, 1024",
            false,
            true,
            d -> property(d, "Message", "tag").put("maxLength", 1024)),
        edit(
            "MessageRequest.media.minItems: 1 became 2",
            true,
            false,
            d -> property(d, "MessageRequest", "media").put("minItems", 2)),
        edit(
            "Message.media.minItems: is new, 1",
            false,
            true,
            d -> property(d, "Message", "media").put("minItems", 1)),
        edit(
            "Recipients.oneOf.array.maxItems: 10 became 9",
            true,
            false,
            d -> d.at("components", "schemas", "Recipients", "oneOf", 1).put("maxItems", 9)),
        edit(
            "MessageRequest.media.items.maxLength: 4096 became 4000",
            true,
            false,
            d ->
                d.at("components", "schemas", "MessageRequest", "properties", "media", "items")
                    .put("maxLength", 4000)),
        edit(
            "PhoneNumber.pattern: ^\\+[1-9]\\d{1,14}$ became ^\\+1\\d{10}$",
            true,
            true,
            d -> schema(d, "PhoneNumber").put("pattern", "^\\+1\\d{10}$")),
        edit(
            "MessageRequest.applicationId.pattern: is new, [0-9a-f-]+",
            true,
            false,
            d -> property(d, "MessageRequest", "applicationId").put("pattern", "[0-9a-f-]+")),
        edit(
            "Message.id.pattern: is new, [0-9a-z]+",
            false,
            true,
            d -> property(d, "Message", "id").put("pattern", "[0-9a-z]+")),
        edit(
            "Recipients.oneOf: PhoneNumber is gone",
            true,
            false,
            d -> d.list("components", "schemas", "Recipients", "oneOf").remove(0)),
        edit(
            "MessageRequest.anyOf: {required=[media]} is gone",
            true,
            false,
            d -> d.list("components", "schemas", "MessageRequest", "anyOf").remove(1)),
        edit(
            "MessageEvent.oneOf: MessageRead is gone",
            true,
            false,
            d -> d.list("components", "schemas", "MessageEvent", "oneOf").remove(5)),
        edit(
            "MessageEvent.discriminator.mapping: message-read is gone",
            true,
            false,
            d ->
                d.at("components", "schemas", "MessageEvent", "discriminator", "mapping")
                    .remove("message-read")),
        edit(
            "MessageEvent.discriminator.propertyName: type became kind",
            true,
            true,
            d ->
                d.at("components", "schemas", "MessageEvent", "discriminator")
                    .put("propertyName", "kind")),
        edit(
            "MessageFailed: errorCode is gone",
            true,
            false,
            d -> d.at("components", "schemas", "MessageFailed", "properties").remove("errorCode")),
        edit(
            "MessageRequest.additionalProperties: false is gone",
            false,
            true,
            d -> schema(d, "MessageRequest").remove("additionalProperties")),
        edit(
            "Message.additionalProperties: is new, false",
            false,
            true,
            d -> schema(d, "Message").put("additionalProperties", false)),
        edit(
            "MessageRequest.tag.nullable: is new, true",
            false,
            true,
            d -> property(d, "MessageRequest", "tag").put("nullable", true)),
        edit(
            "Message.tag.nullable: is new, true",
            true,
            false,
            d -> property(d, "Message", "tag").put("nullable", true)),
        edit(
            "Message.text.x-sensitive: true is gone",
            true,
            false,
            d -> property(d, "Message", "text").remove("x-sensitive")),
        edit(
            "MessageRequest.media.uniqueItems: is new, true",
            true,
            true,
            d -> property(d, "MessageRequest", "media").put("uniqueItems", true)));
  }

  private static Edit edit(
      String change, boolean breaks, boolean undoingBreaks, Consumer<Document> edit) {
    return new Edit(change, breaks, undoingBreaks, edit);
  }

  private static Document present() {
    return Sample.document();
  }

  private static Document edited(Edit edit) {
    Document document = present();
    edit.edit().accept(document);
    return document;
  }

  private static Map<String, Object> schema(Document document, String name) {
    return document.at("components", "schemas", name);
  }

  private static Map<String, Object> property(Document document, String schema, String name) {
    return document.at("components", "schemas", schema, "properties", name);
  }
}
