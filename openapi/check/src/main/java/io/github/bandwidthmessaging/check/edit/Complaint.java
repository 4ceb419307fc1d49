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
    /** The file cannot be read as what it means. */
    MISTAKE(false),
    /** The documentation says something else. */
    DOCUMENTATION(false),
    /** A limit is not where its words say. */
    LIMIT(false),
    /** No source says it. */
    UNSOURCED(true),
    /** A note to oneself is still there. */
    TODO(true),
    /** The generator cannot make Java of it. */
    GENERATOR(false),
    /** It breaks those who use the client. */
    BREAKING(true),
    /** A rule of ours. */
    LINT(false),
    /** One of the checks failed by itself. */
    UNCHECKED(false),
    /** What is written down of the client is no longer so. */
    OUTDATED(true);

    private final boolean acceptable;

    Kind(boolean acceptable) {
      this.acceptable = acceptable;
    }

    /** Whether it can be what the author of the edit wants. */
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
