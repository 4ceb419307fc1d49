package io.github.bandwidthmessaging.check.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The limits that a description tells against those that the schema sets. */
final class LimitsInWordsTest {
  private final Document document = Sample.document();

  @Test
  void findsNothingWhereDescriptionAndSchemaAgree() {
    assertThat(disagreements()).isEmpty();
  }

  @Test
  void findsUndescribedLimit() {
    text().put("description", "The text of the message.");
    assertThat(disagreements())
        .containsExactly("MessageRequest.text: the schema says at most [2048], its description []");
  }

  @Test
  void findsLimitMissingInTheSchema() {
    text().remove("maxLength");
    assertThat(disagreements())
        .containsExactly("MessageRequest.text: the schema says at most [], its description [2048]");
  }

  @Test
  void comparesLargestNumberWhereTheDescriptionStatesIt() {
    text().put("type", "integer");
    text().remove("maxLength");
    text().put("maximum", 2048);
    assertThat(disagreements()).isEmpty();

    text().put("description", "The text of the message.");
    assertThat(disagreements()).isEmpty();

    text().put("description", "At most 2047.");
    assertThat(disagreements())
        .containsExactly(
            "MessageRequest.text: the schema says at most [2048], its description [2047]");
  }

  @Test
  void findsOtherLimitOfItems() {
    document
        .at("components", "schemas", "MessageRequest", "properties", "media", "items")
        .put("maxLength", 4095);
    assertThat(disagreements())
        .containsExactly(
            "MessageRequest.media: the schema says at most [10, 4095], its description [10, 4096]");
  }

  @Test
  void findsOtherLimitOfAlternative() {
    document.at("components", "schemas", "Recipients", "oneOf", 1).put("maxItems", 11);
    assertThat(disagreements())
        .containsExactly("Recipients: the schema says at most [11], its description [10]");
  }

  @Test
  void findsLimitsWhereverTheSchemaIs() {
    Document inline =
        Document.parse(
            """
            paths:
              /things:
                get:
                  operationId: listThings
                  parameters:
                    - {name: token, in: query, description: At most 3., schema: {type: string, maxLength: 4}}
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            inline: {type: string, description: At most 5., maxLength: 6}
                  responses:
                    '200':
                      headers:
                        Next: {schema: {type: string, maxLength: 7}}
                      content:
                        application/json:
                          schema: {type: array, description: At most 8., maxItems: 9}
                  callbacks:
                    done: {$ref: '#/components/callbacks/done'}
            components:
              schemas:
                Labels:
                  type: object
                  description: At most 10.
                  additionalProperties: {type: string, maxLength: 11}
              callbacks:
                done:
                  'https://example.com':
                    post:
                      operationId: thingDone
                      requestBody:
                        content:
                          application/json:
                            schema:
                              type: object
                              properties:
                                called: {type: string, description: At most 12., maxLength: 13}
            """);
    assertThat(LimitsInWords.differences(inline))
        .extracting(LimitsInWords.Difference::toString)
        .containsExactlyInAnyOrder(
            "listThings.query.token: the schema says at most [4], its description [3]",
            "listThings.request.inline: the schema says at most [6], its description [5]",
            "listThings.200 header Next: the schema says at most [7], its description []",
            "listThings.200: the schema says at most [9], its description [8]",
            "Labels: the schema says at most [11], its description [10]",
            "thingDone.request.called: the schema says at most [13], its description [12]");
  }

  private Map<String, Object> text() {
    return document.at("components", "schemas", "MessageRequest", "properties", "text");
  }

  private List<String> disagreements() {
    return LimitsInWords.differences(document).stream()
        .map(LimitsInWords.Difference::toString)
        .toList();
  }
}
