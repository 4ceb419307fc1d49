package io.github.bandwidthmessaging.generator;

import java.util.List;

/**
 * What {@code object.mustache} reads of an object that is written outside JSON.
 *
 * @param statements what writes it, one property each
 */
record InputView(Kind kind, List<String> statements) {

  enum Kind {
    PARAMETERS("Parameters", "void write"),
    FORM("Form", "RequestBody body"),
    MULTIPART("Form", "RequestBody body");

    private final String base;
    private final String method;

    Kind(String base, String method) {
      this.base = base;
      this.method = method;
    }
  }

  /** The class that it extends. */
  String base() {
    return kind.base;
  }

  /** Result and name of the method that writes it. */
  String method() {
    return kind.method;
  }

  boolean form() {
    return kind == Kind.FORM;
  }

  boolean multipart() {
    return kind == Kind.MULTIPART;
  }
}
