package io.github.bandwidthmessaging.generator;

import java.util.List;

/**
 * What {@code object.mustache} reads for an object that is not written as JSON.
 *
 * @param statements what writes it, one property each
 */
record InputView(Kind kind, List<Code> statements) {

  enum Kind {
    PARAMETERS,
    FORM,
    MULTIPART
  }

  /** The class that it extends. */
  Code base() {
    return switch (kind) {
      case PARAMETERS -> Code.of("Parameters");
      case FORM -> Code.of("Form");
      case MULTIPART -> Code.of("Multipart");
    };
  }

  /** Result and name of the method that writes it. */
  Code method() {
    return parameters() ? Code.of("void write") : Code.of("RequestBody body");
  }

  boolean parameters() {
    return kind == Kind.PARAMETERS;
  }

  boolean form() {
    return kind == Kind.FORM;
  }

  boolean multipart() {
    return kind == Kind.MULTIPART;
  }
}
