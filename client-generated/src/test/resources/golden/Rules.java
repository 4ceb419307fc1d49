package io.github.bandwidthmessaging.client;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The limits that the document sets to what is sent. A character is a Unicode code point, as in
 * JSON Schema.
 */
final class Rules {
  private static final Pattern PATTERN_0 =
      Pattern.compile(
          "^(\\+[1-9]\\d{1,14}|\\d{3,8}|(?=.*[A-Za-z])[-_\\& A-Za-z0-9][-+_\\& A-Za-z0-9]{0,10})\\z");
  private static final Pattern PATTERN_1 = Pattern.compile("^\\+[1-9]\\d{1,14}\\z");

  private Rules() {}

  static void check(String at, MessageRequest value, List<Violation> found) {
    String fromValue = value.from;
    if (fromValue != null) {
      match(
          PATTERN_0,
          "^(\\+[1-9]\\d{1,14}|\\d{3,8}|(?=.*[A-Za-z])[-_& A-Za-z0-9][-+_& A-Za-z0-9]{0,10})$",
          fromValue,
          member(at, "from"),
          found);
    }
    Recipients toValue = value.to;
    if (toValue != null) {
      check(member(at, "to"), toValue, found);
    }
    String textValue = value.text;
    if (textValue != null) {
      atMost(2048, length(textValue), "maxLength", member(at, "text"), found);
    }
    String applicationIdValue = value.applicationId;
    if (applicationIdValue != null) {
      atLeast(1, length(applicationIdValue), "minLength", member(at, "applicationId"), found);
    }
    List<URI> mediaValue = value.media;
    if (mediaValue != null) {
      atLeast(1, mediaValue.size(), "minItems", member(at, "media"), found);
      atMost(10, mediaValue.size(), "maxItems", member(at, "media"), found);
      int index0 = 0;
      for (URI item0 : mediaValue) {
        atMost(
            4096,
            length(item0.toString()),
            "maxLength",
            member(at, "media") + "[" + index0 + "]",
            found);
        index0++;
      }
    }
    String tagValue = value.tag;
    if (tagValue != null) {
      atMost(1024, length(tagValue), "maxLength", member(at, "tag"), found);
    }
    Priority priorityValue = value.priority;
    if (priorityValue != null) {
      if (!priorityValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "priority"),
                "enum",
                Priority.known().toString(),
                priorityValue.toString()));
      }
    }
  }

  static void check(String at, Recipients value, List<Violation> found) {
    if (value instanceof Recipients.OfString alternative1) {
      match(PATTERN_1, "^\\+[1-9]\\d{1,14}$", alternative1.value(), at, found);
    }
    if (value instanceof Recipients.OfStringList alternative2) {
      atLeast(1, alternative2.value().size(), "minItems", at, found);
      atMost(10, alternative2.value().size(), "maxItems", at, found);
      int index1 = 0;
      for (String item1 : alternative2.value()) {
        match(PATTERN_1, "^\\+[1-9]\\d{1,14}$", item1, at + "[" + index1 + "]", found);
        index1++;
      }
    }
  }

  private static void atMost(
      int limit, int actual, String rule, String field, List<Violation> found) {
    if (actual > limit) {
      found.add(new Violation(field, rule, String.valueOf(limit), String.valueOf(actual)));
    }
  }

  private static void atLeast(
      int limit, int actual, String rule, String field, List<Violation> found) {
    if (actual < limit) {
      found.add(new Violation(field, rule, String.valueOf(limit), String.valueOf(actual)));
    }
  }

  /** The value is not repeated, it can be personal. */
  private static void match(
      Pattern pattern, String shown, String value, String field, List<Violation> found) {
    if (!pattern.matcher(value).find()) {
      found.add(
          new Violation(
              field, "pattern", shown, value.codePointCount(0, value.length()) + " characters"));
    }
  }

  private static int length(String value) {
    return value.codePointCount(0, value.length());
  }

  private static String member(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }
}
