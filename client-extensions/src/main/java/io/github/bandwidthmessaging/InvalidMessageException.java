package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.api.Violation;
import java.util.List;

/** A message that was not sent because it breaks rules: all of them at once, without content. */
@SuppressWarnings("serial")
public final class InvalidMessageException extends MessagingException {
  private final transient List<Violation> errors;

  InvalidMessageException(List<Violation> errors) {
    super(
        "The message breaks "
            + (errors.size() == 1 ? "a rule: " : errors.size() + " rules: ")
            + errors.stream().map(InvalidMessageException::sentence).collect(joining("; ")),
        null,
        0,
        false,
        null,
        null);
    this.errors = List.copyOf(errors);
  }

  @Override
  public Outcome outcome() {
    return Outcome.NOT_SENT;
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
