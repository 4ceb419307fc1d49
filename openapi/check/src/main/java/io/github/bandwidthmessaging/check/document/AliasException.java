package io.github.bandwidthmessaging.check.document;

import org.yaml.snakeyaml.nodes.Node;

/** Thrown if the aliases of a document are endless. */
public final class AliasException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  AliasException(Node at, String message) {
    super(message);
    line = at.getStartMark().getLine() + 1;
  }

  public int line() {
    return line;
  }
}
