package io.github.bandwidthmessaging.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Valid and invalid messages beyond those that {@link OperationTest} derives from the document;
 * each request differs in one point from a documented one.
 */
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
  void acceptsMediaWithoutText() {
    assertAccepted(
        DocumentedMessage.PICTURE_MESSAGE.documented().printedAsHttp().withoutField("text"));
  }

  @Test
  void acceptsMissingTag() {
    assertAccepted(VALID.withoutField("tag"));
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

  @ParameterizedTest
  @ValueSource(strings = {"123", "12345678", "Bandwidth", "A-1_& +bcde"})
  void acceptsShortCodeOrNameAsSender(String from) {
    assertAccepted(VALID.withField("from", from));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "123456789", "A-1_& +bcdef", "+Bandwidth", "+02345678901"})
  void refusesInvalidSender(String from) {
    assertInvalid(VALID.withField("from", from), "property from must match pattern");
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
  void acceptsTagOf1024Characters() {
    assertAccepted(VALID.withField("tag", "x".repeat(1024)));
  }

  @Test
  void acceptsTenFiles() {
    assertAccepted(VALID.withField("media", Collections.nCopies(10, "https://example.com/1.png")));
  }

  @Test
  void acceptsMediaUrlOf4096Characters() {
    assertAccepted(VALID.withField("media", List.of(url(4096))));
  }

  @Test
  void acceptsBothPriorities() {
    assertAccepted(VALID.withField("priority", "default"));
    assertAccepted(VALID.withField("priority", "high"));
  }

  @Test
  void acceptsDocumentedExpiration() {
    assertAccepted(VALID.withField("expiration", "2021-10-02T15:00:00Z"));
  }

  @Test
  void refusesExpirationWithoutOffset() {
    assertInvalid(
        VALID.withField("expiration", "2021-10-02T15:00:00"),
        "property expiration must match format");
  }

  @Test
  void refusesMalformedJson() {
    HttpResponse<String> response = place.prism.send(VALID.withBody("{\"to\":"));
    assertThat(response.statusCode()).isEqualTo(400);
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
