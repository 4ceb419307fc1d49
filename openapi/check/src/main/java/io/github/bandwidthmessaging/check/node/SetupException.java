package io.github.bandwidthmessaging.check.node;

/**
 * Thrown with one sentence that says what is missing on this machine, or why something could not be
 * started.
 */
public final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SetupException(String sentence) {
    super(sentence);
  }

  public SetupException(String sentence, String log) {
    super(sentence + System.lineSeparator() + log.strip());
  }
}
