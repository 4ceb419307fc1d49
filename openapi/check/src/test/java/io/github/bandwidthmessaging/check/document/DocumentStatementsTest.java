package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a document says, by place, however it is laid out. */
final class DocumentStatementsTest {
  private static final Document DOCUMENT =
      Document.parse(
          """
          openapi: 3.0.3
          paths:
            /things:
              post:
                operationId: addThing
                requestBody:
                  content:
                    multipart/form-data:
                      schema: {$ref: '#/components/schemas/Labels'}
                      encoding: {label: {contentType: text/csv}}
                responses:
                  '200':
                    description: Done.
                    headers:
                      Next: {schema: {type: string}, example: abc}
                  '400': {$ref: '#/components/schemas/Labels'}
                callbacks:
                  done: {$ref: '#/components/callbacks/done'}
          components:
            schemas:
              Labels:
                type: object
                additionalProperties: {type: string, maxLength: 9}
            callbacks:
              done:
                'https://example.com':
                  post:
                    operationId: thingAdded
                    responses: {'200': {description: Done.}}
          """);

  private final Map<String, Map<String, DocumentStatements.Statement>> places =
      DocumentStatements.of(DOCUMENT.json()).places();

  @Test
  void reportsValuesOfAMap() {
    assertThat(said("addThing.request[name]", "max")).isEqualTo("9");
  }

  @Test
  void reportsEncodingOfFields() {
    assertThat(said("addThing.request", "encoding"))
        .isEqualTo("{\"label\":{\"contentType\":\"text/csv\"}}");
  }

  @Test
  void reportsExampleOfAHeader() {
    assertThat(said("addThing.response 200 header Next", "example")).isEqualTo("abc");
  }

  @Test
  void followsTheReferenceOfACallback() {
    assertThat(said("thingAdded", "callback of")).isEqualTo("addThing");
  }

  @Test
  void reportsReferenceToAnotherSection() {
    assertThat(said("addThing.response 400", "reference"))
        .isEqualTo("#/components/schemas/Labels, which is not one of the responses");
  }

  private String said(String place, String aspect) {
    return String.valueOf(places.getOrDefault(place, Map.of()).get(aspect));
  }
}
