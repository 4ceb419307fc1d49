package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documented requests as they stand on the page, without the client. */
@ExtendWith(PrismExtension.class)
final class PrintedRequestTest {
  private final Prism prism;

  PrintedRequestTest(Prism prism) {
    this.prism = prism;
  }

  @ParameterizedTest
  @EnumSource
  void acceptsDocumentedRequestAsPrinted(DocumentedMessage example) {
    assertDocumentedResponse(example, example.documented().printedAsHttp());
  }

  @ParameterizedTest
  @EnumSource
  void acceptsDocumentedRequestAsCurlSendsIt(DocumentedMessage example) {
    assertDocumentedResponse(example, example.documented().printedAsCurl());
  }

  @ParameterizedTest
  @EnumSource
  void printsTheSameRequestInEveryForm(DocumentedMessage example) {
    assertThatJson(example.documented().printedAsHttp().body())
        .isEqualTo(example.documented().requestJson());
    assertThatJson(example.documented().printedAsCurl().body())
        .isEqualTo(example.documented().requestJson());
  }

  private void assertDocumentedResponse(DocumentedMessage example, RawRequest request) {
    HttpResponse<String> response =
        prism.send(request.withHeader("Prefer", "example=" + example.documented().key()));
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThatJson(response.body()).isEqualTo(example.documented().responseJson());
  }
}
