package io.github.bandwidthmessaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The document against the documentation. */
final class DocumentationTest {
  @Test
  void documentAgreesWithItsSources() {
    assertThat(DocumentationCheck.disagreements(Document.read())).isEmpty();
  }
}
