package io.github.bandwidthmessaging.check.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.documentation.SavedFile.NotACopyException;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources in words of the test's own, around the values that the data takes from them. */
final class CitedSourceTest {
  private static final String WEBHOOKS =
      """
      Webhooks
      message-received, message-sending: each at least once. Events are sent as a list/array.
      It is an HTTP POST request to the Callback URL, repeated over the next 24 hours, with a 10 second timeout.
      POST /your_url HTTP/1.1
      Content-Type: application/json; charset=utf-8
      A maximum of 10 participants.
      message-failed
      """;

  private static final String ARTICLE =
      """
      MMS: File Size Limit, Downstream Message Size Limit
      External Media, 3.5 MB per file, Maximum of 10 attachments
      Stored Media, 3.5 MB per file, Maximum of 10 attachments
      """;

  private static final String ACCOUNTS =
      "Basic Authorization\nCredentials Snapshot\naccounts/{accountId}/ 920012\nAPI user\n";

  private static final String OPENAPI =
      """
      openapi: 3.0.3
      info: {title: Bandwidth} # with listMessagesResponse, uploadMediaRequest and messagingRequestError
      paths:
        /users/{accountId}/messages:
          post:
            operationId: createMessage
            security: [{OAuth2: []}, {Basic: []}]
            requestBody:
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      from: {description: 'can contain up to 11 characters'}
                      media: {items: {type: string, format: uri, maxLength: 4096}}
        /media: {get: {operationId: uploadMedia}, put: {operationId: listMessages}}
      components:
        callbacks:
          statusCallback:
            '{$request.body}':
              post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/event'}}}}}
        schemas:
          event: {properties: {type: {enum: [message-received, message-sending]}}}
        securitySchemes:
          Basic: {type: http, scheme: basic}
          OAuth2: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://api.bandwidth.com/api/v1/oauth2/token', scopes: {}}}}
      """;

  @Test
  void findsNothingInUnchangedSources() throws NotACopyException {
    for (String source : List.of(WEBHOOKS, ARTICLE, ACCOUNTS, errors(), html(errors()))) {
      assertThat(compare(source).facts()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      textBlock =
          """
          of 10 participants => of 20 participants => createMessage.request.to max items: was 10, source says 20 -> additions.yaml
          maximum of 10 participants => limit => createMessage.request.to max items: was 10, source says nothing -> additions.yaml
          HTTP POST => HTTP PUT => receiveMessageEvents method: was POST, source says PUT -> additions.yaml
          24 hours => 48 hours => README retry hours: was 24, source says 48 -> sources.yaml
          application/json => text/plain => receiveMessageEvents.request content type: was application/json, source says text/plain -> additions.yaml
          """)
  void namesWhatChangedOnPage(String before, String after, String complaint)
      throws NotACopyException {
    assertThat(compare(WEBHOOKS.replace(before, after)).facts()).containsExactly(complaint);
  }

  @Test
  void namesValuesThatDisagree() throws NotACopyException {
    assertThat(compare(ARTICLE.replaceFirst("of 10", "of 5")).facts())
        .containsExactly(
            "createMessage.request.media max items: was 10, source says 10, 5 -> additions.yaml");
  }

  @Test
  void comparesPrintedErrors() throws NotACopyException {
    String renamed = errors().replace("\"forbidden\"", "\"denied\"");
    assertThat(compare(html(renamed)).facts())
        .containsExactly(
            "createMessage.response 403 example forbidden type: was forbidden, source says denied -> errors/403-forbidden.json");
    String closed = errors().replaceAll("(?s)Status: 401.*?}", "");
    assertThat(compare(closed).facts())
        .containsExactly(
            "createMessage.response 401 example unauthorized: not there (copied text lacks closed tabs; save the page as HTML) -> errors/401-unauthorized.json");
    assertThat(compare(errors()).notCompared().toString())
        .contains("401 example authenticationError", ": from a page of 2019");
  }

  @Test
  void comparesDocumentByItsStructure() throws NotACopyException {
    List<String> facts = compare(OPENAPI).facts();
    assertThat(facts)
        .noneMatch(fact -> fact.matches("(createMessage.request.*|createMessage auth|auth).*"))
        .contains(
            "createMessage.202.time format: was date-time, source says nothing -> additions.yaml")
        .anyMatch(
            fact ->
                fact.matches(
                    "receiveMessageEvents.request.type values: .* source says message-received, message-sending -> .*"));
    String edited =
        OPENAPI.replace("4096", "1000").replace("{OAuth2: []}, ", "").replace("11 ch", "9 ch");
    assertThat(compare(edited).facts())
        .contains(
            "createMessage.request.media[] max: was 4096, source says 1000 -> additions.yaml",
            "createMessage authentication: was oauth2, source says basic -> additions.yaml",
            "createMessage.request.from format: was sender name, source says nothing -> additions.yaml");
  }

  @Test
  void recognizesTruncatedOrBrokenSources() {
    for (String cut :
        List.of(
            WEBHOOKS.replace("message-failed", ""),
            "<html>" + ARTICLE,
            OPENAPI.replace("    event: {", "    other: {"),
            OPENAPI.replace("[message-received", "[message-received]]"))) {
      assertThatThrownBy(() -> compare(cut))
          .isInstanceOf(NotACopyException.class)
          .hasMessageContaining("cut off");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi: 3.0.3\ninfo: {title: Pets}\n",
        "openapi: 3\npaths: {}\nsecuritySchemes:",
        "Webhooks\n",
        "a\nTags\n"
      })
  void recognizesFilesThatAreNotASource(String text) throws NotACopyException {
    assertThat(CitedSource.of(file(text))).isEmpty();
  }

  @Test
  void everySourceThatTheDataCitesCanBeRecognizedAndEveryPatternNamesFact() {
    Set<String> cited =
        Stream.concat(
                Transcription.ofOtherSources(Additions.OF_PROJECT.json()).stream()
                    .map(Fact::source),
                Wording.of(Additions.OF_PROJECT).sentences().stream()
                    .flatMap(sentence -> sentence.sources().keySet().stream()))
            .filter(source -> !source.startsWith("Ours: "))
            .collect(toSet());
    assertThat(CitedSource.all())
        .extracting(CitedSource::name)
        .containsExactlyInAnyOrderElementsOf(cited);
    for (CitedSource source : CitedSource.all()) {
      assertThat(source.address()).startsWith("https://");
      assertThat(source.data().path("sure").asText()).isIn("high", "medium");
      assertThat(source.facts())
          .extracting(fact -> fact.place() + " " + fact.aspect())
          .containsAll(source.patterns().keySet());
    }
  }

  @Test
  void doesNotTakeOurOwnDocumentForBandwidths() throws IOException, NotACopyException {
    assertThat(CitedSource.of(SavedFile.read(Document.FILE))).isEmpty();
  }

  @Test
  void comparesEachOperationThatTheDataIsAbout() throws NotACopyException {
    String operations =
        OPENAPI.replace(
            "/media: {get: {operationId: uploadMedia}, put: {operationId: listMessages}}",
            """
            /messages:
                get: {operationId: listMessages, parameters: [{name: limit, in: query, schema: {type: string}}]}
              /media: {put: {operationId: uploadMedia}, get: {operationId: other, parameters: [{$ref: '#/gone'}]}}\
            """);
    assertThat(compare(operations).facts())
        .contains(
            "listMessages.query.limit type: was integer, source says string -> additions.yaml")
        .noneMatch(fact -> fact.contains("listMessages.query.limit mandatory"));
  }

  private static Findings compare(String text) throws NotACopyException {
    SavedFile file = file(text);
    return CitedSource.of(file).orElseThrow().compare(file);
  }

  private static SavedFile file(String text) throws NotACopyException {
    return SavedFile.of(text.getBytes(UTF_8));
  }

  private static String html(String text) {
    return "<html><nav>9998</nav><h1>Errors</h1><pre>" + text + "</pre></html>";
  }

  private static String errors() {
    Pattern older = Pattern.compile("fieldErrors|authenticationError|accessDenied|invalidNumber");
    return Stream.of("HTTP Status Codes", "message creation errors", "Error Code Schema")
            .collect(joining("\n"))
        + Documentation.files("errors").stream()
            .filter(file -> !older.matcher(file).find())
            .map(
                file ->
                    "\nStatus: %s Some\nContent-Type: application/json;\n\n%s"
                        .formatted(file.substring(0, 3), Documentation.read("errors/" + file)))
            .collect(joining())
        + "9999";
  }
}
