package io.github.bandwidthmessaging.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request differs in one point from a documented one, which Prism accepts. */
@InPlaces(errors = true)
final class RefusedRequestTest {
  private static final RawRequest VALID =
      DocumentedMessage.TEXT_MESSAGE.documented().printedAsHttp();
  private static final String VALID_NUMBER = "+12345678902";

  private final Place.Rehearsal place;

  RefusedRequestTest(Place.Rehearsal place) {
    this.place = place;
  }

  @Test
  void acceptsTheRequestThatTheOthersBreak() {
    assertAccepted(VALID);
  }

  @Test
  void refusesMissingFrom() {
    assertInvalid(VALID.withoutField("from"), "must have required property 'from'");
  }

  @Test
  void refusesMissingTo() {
    assertInvalid(VALID.withoutField("to"), "must have required property 'to'");
  }

  @Test
  void refusesMissingApplicationId() {
    assertInvalid(
        VALID.withoutField("applicationId"), "must have required property 'applicationId'");
  }

  @Test
  void refusesMissingTextAndMedia() {
    assertInvalid(
        VALID.withoutField("text"),
        "must have required property 'text'",
        "must have required property 'media'");
  }

  @Test
  void acceptsMediaWithoutText() {
    assertAccepted(
        DocumentedMessage.PICTURE_MESSAGE.documented().printedAsHttp().withoutField("text"));
  }

  @Test
  void acceptsMissingTag() {
    assertAccepted(VALID.withoutField("tag"));
  }

  @Test
  void refusesNoRecipient() {
    assertInvalid(VALID.withField("to", List.of()), "property to must NOT have fewer than 1 items");
  }

  @Test
  void acceptsRecipientAsString() {
    assertAccepted(VALID.withField("to", VALID_NUMBER));
  }

  @Test
  void refusesRecipientAsStringWithoutPlus() {
    assertInvalid(VALID.withField("to", "12345678902"), "property to must match pattern");
  }

  @Test
  void refusesRecipientInArrayWithoutPlus() {
    assertInvalid(
        VALID.withField("to", List.of(VALID_NUMBER, "12345678902")),
        "property to.1 must match pattern");
  }

  @Test
  void refusesRecipientWithLetters() {
    assertInvalid(VALID.withField("to", List.of("+1invalid")), "property to.0 must match pattern");
  }

  @Test
  void acceptsRecipientOfFifteenDigits() {
    assertAccepted(VALID.withField("to", "+123456789012345"));
  }

  @Test
  void refusesRecipientOfSixteenDigits() {
    assertInvalid(VALID.withField("to", "+1234567890123456"), "property to must match pattern");
  }

  @Test
  void acceptsTenRecipients() {
    assertAccepted(VALID.withField("to", Collections.nCopies(10, VALID_NUMBER)));
  }

  @Test
  void refusesElevenRecipients() {
    assertInvalid(
        VALID.withField("to", Collections.nCopies(11, VALID_NUMBER)),
        "property to must NOT have more than 10 items");
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "12345678", "Bandwidth", "A-1_& +bcde"})
  void acceptsShortCodeOrNameAsSender(String from) {
    assertAccepted(VALID.withField("from", from));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "123456789", "A-1_& +bcdef", "+Bandwidth", "+02345678901"})
  void refusesSenderThatIsNothing(String from) {
    assertInvalid(VALID.withField("from", from), "property from must match pattern");
  }

  @Test
  void refusesSeveralSenders() {
    assertInvalid(VALID.withField("from", List.of(VALID_NUMBER)), "property from must be string");
  }

  @Test
  void refusesRecipientAsObject() {
    assertInvalid(VALID.withField("to", Map.of("number", VALID_NUMBER)), "property to must be");
  }

  @Test
  void refusesEmptyApplicationId() {
    assertInvalid(
        VALID.withField("applicationId", ""),
        "property applicationId must NOT have fewer than 1 characters");
  }

  @Test
  void refusesSenderWithPunctuation() {
    assertInvalid(VALID.withField("from", "+1 (234) 567-8901"), "property from must match pattern");
  }

  @Test
  void acceptsTextOf2048Characters() {
    assertAccepted(VALID.withField("text", "x".repeat(2048)));
  }

  @Test
  void refusesTextOf2049Characters() {
    assertInvalid(
        VALID.withField("text", "x".repeat(2049)),
        "property text must NOT have more than 2048 characters");
  }

  @Test
  void acceptsTagOf1024Characters() {
    assertAccepted(VALID.withField("tag", "x".repeat(1024)));
  }

  @Test
  void refusesTagOf1025Characters() {
    assertInvalid(
        VALID.withField("tag", "x".repeat(1025)),
        "property tag must NOT have more than 1024 characters");
  }

  @Test
  void refusesEmptyMedia() {
    assertInvalid(
        VALID.withField("media", List.of()), "property media must NOT have fewer than 1 items");
  }

  @Test
  void refusesMediaThatIsNoUrl() {
    assertInvalid(
        VALID.withField("media", List.of("a picture")), "property media.0 must match format");
  }

  @Test
  void acceptsTenFiles() {
    assertAccepted(VALID.withField("media", Collections.nCopies(10, "https://example.com/1.png")));
  }

  @Test
  void refusesElevenFiles() {
    assertInvalid(
        VALID.withField("media", Collections.nCopies(11, "https://example.com/1.png")),
        "property media must NOT have more than 10 items");
  }

  @Test
  void acceptsMediaUrlOf4096Characters() {
    assertAccepted(VALID.withField("media", List.of(url(4096))));
  }

  @Test
  void refusesMediaUrlOf4097Characters() {
    assertInvalid(
        VALID.withField("media", List.of(url(4097))),
        "property media.0 must NOT have more than 4096 characters");
  }

  @Test
  void refusesMediaAsString() {
    assertInvalid(
        VALID.withField("media", "https://example.com/1.png"), "property media must be array");
  }

  @Test
  void acceptsBothPriorities() {
    assertAccepted(VALID.withField("priority", "default"));
    assertAccepted(VALID.withField("priority", "high"));
  }

  @Test
  void refusesUnknownPriority() {
    assertInvalid(
        VALID.withField("priority", "urgent"), "property priority must be equal to one of");
  }

  @Test
  void acceptsDocumentedExpiration() {
    assertAccepted(VALID.withField("expiration", "2021-10-02T15:00:00Z"));
  }

  @Test
  void refusesExpirationWithoutTime() {
    assertInvalid(
        VALID.withField("expiration", "2021-10-02"), "property expiration must match format");
  }

  @Test
  void refusesExpirationWithoutOffset() {
    assertInvalid(
        VALID.withField("expiration", "2021-10-02T15:00:00"),
        "property expiration must match format");
  }

  @Test
  void refusesUnknownProperty() {
    assertInvalid(
        VALID.withField("mesage", "Hey, check this out!"),
        "must NOT have additional properties; found 'mesage'");
  }

  @Test
  void refusesNumberAsText() {
    assertInvalid(VALID.withField("text", 42), "property text must be string");
  }

  @Test
  void refusesBodyThatIsNoObject() {
    assertInvalid(VALID.withBody("[" + VALID.body() + "]"), "Request body must be object");
  }

  @Test
  void refusesMissingBody() {
    assertInvalid(VALID.withBody(""), "Body parameter is required");
  }

  @Test
  void refusesMalformedJson() {
    HttpResponse<String> response = place.prism.send(VALID.withBody("{\"to\":"));
    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void refusesContentTypeOtherThanJson() {
    place.assertRefused(
        VALID.withHeader("Content-Type", "text/plain"),
        415,
        "unsupportedContentType",
        "Supported content types: application/json");
  }

  @Test
  void refusesMissingCredentials() {
    place.assertRefused(
        VALID.withoutHeader("Authorization"), 401, "unauthorized", "Invalid security scheme used");
  }

  @Test
  void refusesOtherMethod() {
    RawRequest put = new RawRequest("PUT", VALID.url(), VALID.headers(), VALID.body());
    assertThat(place.prism.send(put).statusCode()).isEqualTo(405);
  }

  @Test
  void refusesOtherPath() {
    RawRequest happy =
        new RawRequest("POST", VALID.url() + "/happy", VALID.headers(), VALID.body());
    assertThat(place.prism.send(happy).statusCode()).isEqualTo(404);
  }

  private static String url(int length) {
    String start = "https://example.com/";
    return start + "x".repeat(length - start.length());
  }

  private void assertAccepted(RawRequest request) {
    assertThat(place.prism.send(request).statusCode()).isEqualTo(202);
  }

  private void assertInvalid(RawRequest request, String... violations) {
    place.assertRefused(request, 400, "requestValidation", violations);
  }
}
