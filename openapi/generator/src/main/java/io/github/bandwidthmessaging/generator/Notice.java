package io.github.bandwidthmessaging.generator;

import org.openapitools.codegen.DefaultCodegen;

/** What a generated file says of itself. */
final class Notice {
  private Notice() {}

  /**
   * Lets the templates of a generator say that, and from what document, their file is generated.
   */
  static void addTo(DefaultCodegen generator) {
    // Without the folder, so that files are the same wherever they are generated.
    String document = generator.getInputSpec().replaceAll(".*[/\\\\]", "");
    generator
        .additionalProperties()
        .put(
            "notice",
            "Generated from " + document + " by " + generator.getName() + "; do not edit.");
  }
}
