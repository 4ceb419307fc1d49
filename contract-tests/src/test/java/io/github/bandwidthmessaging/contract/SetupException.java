package io.github.bandwidthmessaging.contract;

/** Says in one sentence what is missing on this machine, or why something could not be started. */
final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SetupException(String sentence) {
    super(sentence);
  }

  SetupException(String sentence, String log) {
    super(sentence + System.lineSeparator() + log.strip());
  }
}
