package io.github.bandwidthmessaging.check.edit;

/**
 * Something that is wrong with an edit of the document.
 *
 * @param file the file, from the project's directory
 * @param line the line in it, 0 for the file as a whole
 * @param sentence what is wrong
 * @param advice what to do
 * @param detail what to look at, such as a diff; empty for nothing
 */
record Complaint(Kind kind, String file, int line, String sentence, String advice, String detail) {
  /** What is wrong, the most important first. */
  enum Kind {
    /** The file cannot be read as intended. */
    MISTAKE(false),
    /** The documentation says something else. */
    DOCUMENTATION(false),
    /** A limit differs from its description. */
    LIMIT(false),
    /** It has no source. */
    UNSOURCED(true),
    /** A TODO is left. */
    TODO(true),
    /** The generator cannot make Java from it. */
    GENERATOR(false),
    /** It breaks users of the client. */
    BREAKING(true),
    /** A rule of ours. */
    LINT(false),
    /** One of the checks itself failed. */
    UNCHECKED(false),
    /** The checked-in copies of the client are out of date. */
    OUTDATED(true);

    private final boolean acceptable;

    Kind(boolean acceptable) {
      this.acceptable = acceptable;
    }

    /** Whether the author of the edit can intend it. */
    boolean isAcceptable() {
      return acceptable;
    }
  }

  /** Returns the file and the line. */
  String where() {
    return line == 0 ? file : file + ":" + line;
  }

  @Override
  public String toString() {
    return "%s: %s%n    %s%s"
        .formatted(
            where(),
            sentence,
            advice,
            detail.isEmpty() ? "" : System.lineSeparator() + detail.indent(4).stripTrailing());
  }
}
