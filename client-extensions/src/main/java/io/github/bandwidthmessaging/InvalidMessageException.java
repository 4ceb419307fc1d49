package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.client.Violation;
import java.util.List;

/**
 * Says that a message breaks rules and was not sent: all of them at once. Its text can be logged,
 * it has sizes in it and no content.
 */
public final class InvalidMessageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<Violation> errors;

  InvalidMessageException(List<Violation> errors) {
    super(
        "The message breaks "
            + (errors.size() == 1 ? "a rule: " : errors.size() + " rules: ")
            + errors.stream().map(InvalidMessageException::sentence).collect(joining("; ")));
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
