package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.api.Violation;
import java.util.List;

/**
 * Thrown when the message breaks rules, before anything is written. It names all of them at once,
 * without quoting the message.
 */
@SuppressWarnings("serial")
public final class InvalidMessageException extends NotSentException {
  private final transient List<Violation> errors;

  InvalidMessageException(List<Violation> errors) {
    super(
        "The message breaks "
            + (errors.size() == 1 ? "a rule: " : errors.size() + " rules: ")
            + errors.stream().map(InvalidMessageException::sentence).collect(joining("; ")),
        null,
        0,
        false);
    this.errors = List.copyOf(errors);
  }

  /**
   * Returns the rules that are broken.
   *
   * @return each with field, rule, limit and actual size
   */
  public List<Violation> errors() {
    return errors;
  }

  static String sentence(Violation violation) {
    return violation.field()
        + ": "
        + violation.rule()
        + " is "
        + violation.limit()
        + ", given "
        + violation.actual();
  }
}
