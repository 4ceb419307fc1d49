// Generated from messaging.yaml by retrofit-moshi; do not edit.
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
    if (value.text == null && value.media == null) {
      found.add(new Violation(member(at, "text"), "required", "text or media", "absent"));
    }
    if (value.from == null) {
      found.add(new Violation(member(at, "from"), "required", "present", "absent"));
    }
    String fromValue = value.from;
    if (fromValue != null) {
      if (!PATTERN_0.matcher(fromValue).find()) {
        found.add(
            new Violation(
                member(at, "from"),
                "pattern",
                "^(\\+[1-9]\\d{1,14}|\\d{3,8}|(?=.*[A-Za-z])[-_& A-Za-z0-9][-+_& A-Za-z0-9]{0,10})$",
                length(fromValue) + " characters"));
      }
    }
    if (value.to == null) {
      found.add(new Violation(member(at, "to"), "required", "present", "absent"));
    }
    Recipients toValue = value.to;
    if (toValue != null) {
      check(member(at, "to"), toValue, found);
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 2048) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "2048", String.valueOf(length(textValue))));
      }
    }
    if (value.applicationId == null) {
      found.add(new Violation(member(at, "applicationId"), "required", "present", "absent"));
    }
    String applicationIdValue = value.applicationId;
    if (applicationIdValue != null) {
      if (length(applicationIdValue) < 1) {
        found.add(
            new Violation(
                member(at, "applicationId"),
                "minLength",
                "1",
                String.valueOf(length(applicationIdValue))));
      }
    }
    List<URI> mediaValue = value.media;
    if (mediaValue != null) {
      if (mediaValue.size() < 1) {
        found.add(
            new Violation(member(at, "media"), "minItems", "1", String.valueOf(mediaValue.size())));
      }
      if (mediaValue.size() > 10) {
        found.add(
            new Violation(
                member(at, "media"), "maxItems", "10", String.valueOf(mediaValue.size())));
      }
      int index0 = -1;
      for (URI item0 : mediaValue) {
        index0++;
        if (item0 == null) {
          found.add(
              new Violation(member(at, "media") + "[" + index0 + "]", "type", "not null", "null"));
          continue;
        }
        if (length(item0.toString()) > 4096) {
          found.add(
              new Violation(
                  member(at, "media") + "[" + index0 + "]",
                  "maxLength",
                  "4096",
                  String.valueOf(length(item0.toString()))));
        }
      }
    }
    String tagValue = value.tag;
    if (tagValue != null) {
      if (length(tagValue) > 1024) {
        found.add(
            new Violation(
                member(at, "tag"), "maxLength", "1024", String.valueOf(length(tagValue))));
      }
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
      if (!PATTERN_1.matcher(alternative1.value()).find()) {
        found.add(
            new Violation(
                at,
                "pattern",
                "^\\+[1-9]\\d{1,14}$",
                length(alternative1.value()) + " characters"));
      }
    }
    if (value instanceof Recipients.OfStringList alternative2) {
      if (alternative2.value().size() < 1) {
        found.add(new Violation(at, "minItems", "1", String.valueOf(alternative2.value().size())));
      }
      if (alternative2.value().size() > 10) {
        found.add(new Violation(at, "maxItems", "10", String.valueOf(alternative2.value().size())));
      }
      int index1 = -1;
      for (String item1 : alternative2.value()) {
        index1++;
        if (item1 == null) {
          found.add(new Violation(at + "[" + index1 + "]", "type", "not null", "null"));
          continue;
        }
        if (!PATTERN_1.matcher(item1).find()) {
          found.add(
              new Violation(
                  at + "[" + index1 + "]",
                  "pattern",
                  "^\\+[1-9]\\d{1,14}$",
                  length(item1) + " characters"));
        }
      }
    }
    if (value instanceof Recipients.Unknown) {
      found.add(new Violation(at, "oneOf", "one of its alternatives", "another"));
    }
  }

  private static int length(String value) {
    return value.codePointCount(0, value.length());
  }

  private static String member(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }
}
