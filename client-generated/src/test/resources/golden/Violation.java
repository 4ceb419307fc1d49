// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

/**
 * A rule of the document that a value breaks.
 *
 * @param field the path of the value in the JSON, for example {@code items[2].name}
 * @param rule the keyword of the rule, for example {@code maxLength}
 * @param limit what the rule asks for
 * @param actual the size of the value, or the value itself where the rule is about that; never one
 *     that the document marks as personal
 */
public record Violation(String field, String rule, String limit, String actual) {}
