package io.github.bandwidthmessaging.contract.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.GeneratedClient;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Operations;
import io.github.bandwidthmessaging.contract.service.DocumentPlaces;
import io.github.bandwidthmessaging.contract.service.GeneratedApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operations that are added to a copy of the document pass every check without changes to the
 * tests, and each check finds a fault in them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AddedOperationTest {
  private static final Document ADDED =
      Document.read(Project.resolve("openapi/check/src/test/resources/added-operation.yaml"));

  private static final Document KINDS =
      Document.read(Project.resolve("contract-tests/src/test/resources/kinds-of-operations.yaml"));

  private static final String LIST = "/users/{accountId}/attachments";
  private static final String ONE = LIST + "/{attachmentId}";
  private static final String SEARCH = "/users/{accountId}/attachment-requests";
  private static final String JSON = "application/json";

  private final Document document = Document.read().with(ADDED).with(KINDS);
  private final Operations operations = Operations.of(document.json());
  private final List<Operation> added = in(ADDED);
  private GeneratedApi api;
  private DocumentPlaces places;

  @BeforeAll
  void generate(@TempDir Path folder) {
    CompletableFuture<DocumentPlaces> started =
        CompletableFuture.supplyAsync(() -> DocumentPlaces.start(document, folder));
    api = generated(document, folder);
    places = started.join();
  }

  @AfterAll
  void stop() {
    places.close();
  }

  private List<Operation> in(Document part) {
    return operations.all().stream()
        .filter(it -> part.json().path("paths").has(it.path()))
        .toList();
  }

  private static GeneratedApi generated(Document document, Path folder) {
    Path file = folder.resolve("messaging.yaml");
    document.write(file);
    return GeneratedApi.of(GeneratedClient.of(file, folder));
  }

  @Test
  void documentHasTheAddedOperations() {
    assertThat(added)
        .extracting(Operation::id)
        .containsExactly(
            "listAttachments",
            "importAttachment",
            "downloadAttachment",
            "uploadAttachment",
            "updateAttachment",
            "requestAttachment",
            "searchAttachments",
            "noteAttachment");
  }

  @Test
  void addedOperationsPassEveryCheckInBothPlaces() {
    assertThat(added).flatMap(operation -> places.problems(api, operation)).isEmpty();
  }

  @Test
  void operationsOfAnyKindPassEveryCheckInBothPlaces() {
    assertThat(in(KINDS))
        .hasSize(8)
        .flatMap(operation -> places.problems(api, operation))
        .isEmpty();
  }

  @Test
  void addedOperationsPassRandomRequests() {
    RequestTrial trial =
        RequestTrial.of(
            new Operations(operations.document(), added), api, places.mock(), new Random(1), 250);
    assertThat(trial.disagreements()).isEmpty();
    assertThat(trial.oneSided()).isEmpty();
    assertThat(trial.boundaries())
        .contains(
            "listAttachments.query.limit: maximum",
            "listAttachments.header.X-Request-Source: maxLength",
            "uploadAttachment.path.attachmentId: maxLength",
            "updateAttachment.request.labels[]: pattern",
            "searchAttachments.query.ids[]: maxLength",
            "importAttachment.request.days: maximum",
            "requestAttachment.request.url: format");
  }

  /** Each fault is in another operation; the client is that of the right document. */
  @Test
  void findsDifferencesBetweenClientAndDocument(@TempDir Path folder) {
    Document wrong = Document.read().with(ADDED);
    wrong.at("paths", LIST, "get", "parameters", 1).put("name", "size");
    wrong
        .at("paths", ONE, "patch", "responses", "200", "content", JSON, "examples", "relabel")
        .put("value", Map.of("id", "logo", "mediaType", "image/png", "created", "today"));
    wrong
        .at("components", "schemas", "AttachmentUpdate", "properties", "name")
        .put("maxLength", 99);
    wrong.at("paths", SEARCH, "get", "parameters", 0).put("explode", true);
    wrong
        .at("paths", LIST, "post", "requestBody", "content", "multipart/form-data", "encoding")
        .put("id", Map.of("contentType", "text/html"));
    wrong
        .at("paths", SEARCH, "post", "requestBody", "content", "application/x-www-form-urlencoded")
        .put("encoding", Map.of("labels", Map.of("explode", false)));
    Operations others = Operations.of(wrong.json());
    assertThat(places.problems(api, others.named("updateAttachment")))
        .contains(
            "mock: updateAttachment: request.name: maxLength: Prism returns 200 instead of 400",
            "proxy: updateAttachment: request.name: maxLength: Prism lets it through");
    try (DocumentPlaces wrongPlaces = DocumentPlaces.startMock(wrong, folder)) {
      assertThat(wrongPlaces.problems(api, others.named("listAttachments")))
          .anyMatch(
              it ->
                  it.matches(
                      "mock: listAttachments, request, 200 firstPage: the client writes the query .* instead of .*size=2.*"));
      assertThat(wrongPlaces.problems(api, others.named("updateAttachment")))
          .anyMatch(it -> it.matches("mock: updateAttachment, relabel, 200 relabel: .*created.*"));
      assertThat(wrongPlaces.problems(api, others.named("searchAttachments")))
          .anyMatch(
              it -> it.matches(".* the client writes the query .* instead of .*ids=menu.pdf.*"));
      assertThat(wrongPlaces.problems(api, others.named("importAttachment")))
          .anyMatch(
              it -> it.matches("(?s).* the client writes the parts .* instead of .*text/html.*"));
      assertThat(wrongPlaces.problems(api, others.named("requestAttachment")))
          .anyMatch(
              it ->
                  it.matches(".* the client writes the form .* instead of .*labels=menu,a&b=c.*"));
      RequestTrial trial =
          RequestTrial.of(
              new Operations(others.document(), List.of(others.named("updateAttachment"))),
              api,
              wrongPlaces.mock(),
              new Random(1),
              100);
      assertThat(trial.disagreements())
          .anyMatch(
              it ->
                  it.startsWith(
                      "updateAttachment.request.name: maxLength: The document forbids it, the"
                          + " client would send it"));
    }
  }
}
