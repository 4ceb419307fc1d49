package io.github.bandwidthmessaging.generator;

/**
 * A message: what is wrong with a document or an option, and where.
 *
 * <p>It has no stack trace, which build tools would print after the message.
 */
final class Refusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  Refusal(String sentence) {
    super(sentence);
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
