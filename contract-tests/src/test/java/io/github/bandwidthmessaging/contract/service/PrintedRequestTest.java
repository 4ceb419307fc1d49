package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bandwidthmessaging.contract.documentation.DocumentedExample;
import io.github.bandwidthmessaging.contract.documentation.RawRequest;
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
  void acceptsDocumentedRequestAsPrinted(DocumentedExample example) {
    assertAnsweredAsDocumented(example, example.printedAsHttp());
  }

  @ParameterizedTest
  @EnumSource
  void acceptsDocumentedRequestAsCurlSendsIt(DocumentedExample example) {
    assertAnsweredAsDocumented(example, example.printedAsCurl());
  }

  @ParameterizedTest
  @EnumSource
  void printsTheSameRequestInEveryForm(DocumentedExample example) {
    assertThatJson(example.printedAsHttp().body()).isEqualTo(example.requestJson());
    assertThatJson(example.printedAsCurl().body()).isEqualTo(example.requestJson());
  }

  private void assertAnsweredAsDocumented(DocumentedExample example, RawRequest request) {
    HttpResponse<String> response =
        prism.send(request.withHeader("Prefer", "example=" + example.key()));
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThatJson(response.body()).isEqualTo(example.responseJson());
  }
}
