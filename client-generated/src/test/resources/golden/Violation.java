package io.github.bandwidthmessaging.client;

/**
 * A rule of the document that a value breaks.
 *
 * @param field the path of the value in the JSON, for example {@code items[2].name}
 * @param rule the keyword of the rule, for example {@code maxLength}
 * @param limit what the rule asks for
 * @param actual the size of the value; the value itself if it is none of the document's, which no
 *     personal one is
 */
public record Violation(String field, String rule, String limit, String actual) {}
