// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule of the OpenAPI document that a value breaks. */
@Generated
public final class Violation {
  private final String field;
  private final String rule;
  private final String limit;
  private final String actual;

  /**
   * Creates a violation.
   *
   * @param field the path of the value in the JSON, for example {@code items[2].name}
   * @param rule the keyword of the rule, for example {@code maxLength}
   * @param limit what the rule requires
   * @param actual the size of the value, or the value itself if the rule limits that; never a value
   *     marked as personal
   */
  public Violation(String field, String rule, String limit, String actual) {
    this.field = Objects.requireNonNull(field, "field == null");
    this.rule = Objects.requireNonNull(rule, "rule == null");
    this.limit = Objects.requireNonNull(limit, "limit == null");
    this.actual = Objects.requireNonNull(actual, "actual == null");
  }

  /** Returns the path of the value in the JSON, for example {@code items[2].name}. */
  public String field() {
    return field;
  }

  /** Returns the keyword of the rule, for example {@code maxLength}. */
  public String rule() {
    return rule;
  }

  /** Returns what the rule requires. */
  public String limit() {
    return limit;
  }

  /**
   * Returns the size of the value, or the value itself if the rule limits that; never a value
   * marked as personal.
   */
  public String actual() {
    return actual;
  }

  /**
   * Returns a sentence that describes it, for example {@code items: size must be at most 10, given
   * 11}.
   */
  public String message() {
    String sentence =
        switch (rule) {
          case "required" -> (limit.equals("present") ? "" : limit + " is ") + "required, but ";
          case "minLength" -> "length must be at least " + limit + ", given ";
          case "maxLength" -> "length must be at most " + limit + ", given ";
          case "minItems", "minProperties" -> "size must be at least " + limit + ", given ";
          case "maxItems", "maxProperties" -> "size must be at most " + limit + ", given ";
          case "minimum" -> "must be at least " + limit + ", given ";
          case "maximum" -> "must be at most " + limit + ", given ";
          case "exclusiveMinimum" -> "must be more than " + limit + ", given ";
          case "exclusiveMaximum" -> "must be less than " + limit + ", given ";
          case "multipleOf" -> "must be a multiple of " + limit + ", given ";
          default -> "must be " + limit + ", given ";
        };
    return field + ": " + sentence + actual;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Violation that
        && field.equals(that.field)
        && rule.equals(that.rule)
        && limit.equals(that.limit)
        && actual.equals(that.actual);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, rule, limit, actual);
  }

  @Override
  public String toString() {
    return "Violation{field="
        + field
        + ", rule="
        + rule
        + ", limit="
        + limit
        + ", actual="
        + actual
        + "}";
  }
}
