package io.github.bandwidthmessaging.contract.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;

/** Whether JSON means the same, however times and numbers are written. */
public final class SameJson {
  private static final Comparator<JsonNode> BY_MEANING =
      (one, other) -> one.equals(other) || isSameValue(one, other) ? 0 : 1;

  private SameJson() {}

  /** Returns whether two values mean the same. */
  public static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals(BY_MEANING, other);
  }

  /** Returns whether two strings are the same, or the same instant. */
  public static boolean isSame(String one, String other) {
    Optional<Instant> moment = moment(one);
    return one.equals(other) || (moment.isPresent() && moment.equals(moment(other)));
  }

  /** Returns the instant that a string represents, if Java can represent it. */
  public static Optional<Instant> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isSameValue(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.isTextual() && other.isTextual() && isSame(one.asText(), other.asText());
  }
}
