package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.joining;

import io.github.bandwidthmessaging.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the message breaks rules, before anything is written. It names all of these rules,
 * without quoting the message.
 */
@SuppressWarnings("serial")
public final class InvalidMessageException extends NotSentException {
  private final transient @Nullable List<Violation> violations;

  InvalidMessageException(List<Violation> violations) {
    super(
        "The message breaks "
            + (violations.size() == 1 ? "a rule: " : violations.size() + " rules: ")
            + violations.stream().map(Violation::message).collect(joining("; ")),
        null,
        0,
        false);
    this.violations = List.copyOf(violations);
  }

  /**
   * Returns the rules that are broken.
   *
   * @return each with its field, rule, limit, and actual size; empty in a serialized copy
   */
  public List<Violation> violations() {
    return violations == null ? List.of() : violations;
  }
}
