package io.github.bandwidthmessaging.generator;

import org.openapitools.codegen.DefaultCodegen;

/** The notice in a generated file, in a comment of its language. */
final class Notice implements Escaped {
  private final String notice;

  private Notice(String notice) {
    this.notice = notice;
  }

  /** Says that the files are generated, and from which document. */
  static Notice of(DefaultCodegen generator) {
    // Without the folder, so that files do not depend on where they are generated.
    String document =
        String.valueOf(generator.getInputSpec())
            .replaceAll("[?#].*", "")
            .replaceAll(".*[/\\\\]", "")
            .replaceAll("[^\\p{L}\\p{N} ._-]|--", "_");
    return new Notice(
        "Generated from " + document + " by " + generator.getName() + "; do not edit.");
  }

  @Override
  public String toString() {
    return notice;
  }
}
