package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.api.Violation;
import java.util.List;

/** A message that was not sent because it breaks rules: all of them at once, without content. */
@SuppressWarnings("serial")
public final class InvalidMessageException extends MessagingException {
  private final transient List<Violation> violations;

  InvalidMessageException(List<Violation> violations) {
    super(
        "The message breaks "
            + (violations.size() == 1 ? "a rule: " : violations.size() + " rules: ")
            + violations.stream().map(Violation::message).collect(joining("; ")),
        null,
        0,
        false,
        null,
        null);
    this.violations = List.copyOf(violations);
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
  public List<Violation> violations() {
    return violations;
  }
}
