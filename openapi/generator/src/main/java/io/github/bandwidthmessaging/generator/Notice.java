package io.github.bandwidthmessaging.generator;

import org.openapitools.codegen.DefaultCodegen;

/** What a generated file says of itself, in a comment of whatever language it is in. */
final class Notice implements Escaped {
  private final String notice;

  private Notice(String notice) {
    this.notice = notice;
  }

  /** Says that, and from what document, a generator's files are generated. */
  static Notice of(DefaultCodegen generator) {
    // Without the folder, so that files are the same wherever they are generated.
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
