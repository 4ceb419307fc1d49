// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The limits that the document sets to what is sent. A character is a Unicode code point, as in
 * JSON Schema.
 */
@Generated
final class Rules {
  private static final Pattern FROM_PATTERN =
      Pattern.compile(
          "^(\\+[1-9]\\d{1,14}|\\d{3,8}|(?=.*[A-Za-z])[-_\\& A-Za-z0-9][-+_\\& A-Za-z0-9]{0,10})\\z");
  private static final Pattern PHONE_NUMBER_PATTERN = Pattern.compile("^\\+[1-9]\\d{1,14}\\z");
  private static final Pattern FROM_DATE_TIME_PATTERN =
      Pattern.compile(
          "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}(Z|[+-]\\d{2}:\\d{2})\\z");
  private static final Pattern SORT_PATTERN = Pattern.compile("^[A-Za-z0-9]+:(asc|desc)\\z");

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
      if (!FROM_PATTERN.matcher(fromValue).find()) {
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
      int mediaIndex = -1;
      for (URI mediaItem : mediaValue) {
        mediaIndex++;
        if (mediaItem == null) {
          found.add(
              new Violation(
                  member(at, "media") + "[" + mediaIndex + "]", "type", "not null", "null"));
          continue;
        }
        if (length(mediaItem.toString()) > 4096) {
          found.add(
              new Violation(
                  member(at, "media") + "[" + mediaIndex + "]",
                  "maxLength",
                  "4096",
                  String.valueOf(length(mediaItem.toString()))));
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
    if (value instanceof Recipients.One one) {
      if (!PHONE_NUMBER_PATTERN.matcher(one.value()).find()) {
        found.add(
            new Violation(
                at, "pattern", "^\\+[1-9]\\d{1,14}$", length(one.value()) + " characters"));
      }
    }
    if (value instanceof Recipients.Several several) {
      if (several.value().size() < 1) {
        found.add(new Violation(at, "minItems", "1", String.valueOf(several.value().size())));
      }
      if (several.value().size() > 10) {
        found.add(new Violation(at, "maxItems", "10", String.valueOf(several.value().size())));
      }
      int stringListIndex = -1;
      for (String stringListItem : several.value()) {
        stringListIndex++;
        if (stringListItem == null) {
          found.add(new Violation(at + "[" + stringListIndex + "]", "type", "not null", "null"));
          continue;
        }
        if (!PHONE_NUMBER_PATTERN.matcher(stringListItem).find()) {
          found.add(
              new Violation(
                  at + "[" + stringListIndex + "]",
                  "pattern",
                  "^\\+[1-9]\\d{1,14}$",
                  length(stringListItem) + " characters"));
        }
      }
    }
    if (!(value instanceof Recipients.One || value instanceof Recipients.Several)) {
      found.add(new Violation(at, "oneOf", "one of its alternatives", "another"));
    }
  }

  static void check(String at, ListMessagesParameters value, List<Violation> found) {
    MessageStatus messageStatusValue = value.messageStatus;
    if (messageStatusValue != null) {
      if (!messageStatusValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "messageStatus"),
                "enum",
                MessageStatus.known().toString(),
                messageStatusValue.toString()));
      }
    }
    MessageDirection messageDirectionValue = value.messageDirection;
    if (messageDirectionValue != null) {
      if (!messageDirectionValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "messageDirection"),
                "enum",
                MessageDirection.known().toString(),
                messageDirectionValue.toString()));
      }
    }
    MessageType messageTypeValue = value.messageType;
    if (messageTypeValue != null) {
      if (!messageTypeValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "messageType"),
                "enum",
                MessageType.known().toString(),
                messageTypeValue.toString()));
      }
    }
    String fromDateTimeValue = value.fromDateTime;
    if (fromDateTimeValue != null) {
      if (!FROM_DATE_TIME_PATTERN.matcher(fromDateTimeValue).find()) {
        found.add(
            new Violation(
                member(at, "fromDateTime"),
                "pattern",
                "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}(Z|[+-]\\d{2}:\\d{2})$",
                length(fromDateTimeValue) + " characters"));
      }
    }
    String toDateTimeValue = value.toDateTime;
    if (toDateTimeValue != null) {
      if (!FROM_DATE_TIME_PATTERN.matcher(toDateTimeValue).find()) {
        found.add(
            new Violation(
                member(at, "toDateTime"),
                "pattern",
                "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}(Z|[+-]\\d{2}:\\d{2})$",
                length(toDateTimeValue) + " characters"));
      }
    }
    MessageProduct productValue = value.product;
    if (productValue != null) {
      if (!productValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "product"),
                "enum",
                MessageProduct.known().toString(),
                productValue.toString()));
      }
    }
    String sortValue = value.sort;
    if (sortValue != null) {
      if (!SORT_PATTERN.matcher(sortValue).find()) {
        found.add(
            new Violation(
                member(at, "sort"),
                "pattern",
                "^[A-Za-z0-9]+:(asc|desc)$",
                length(sortValue) + " characters"));
      }
    }
    Integer limitValue = value.limit;
    if (limitValue != null) {
      if (!(new BigDecimal(limitValue.toString()).compareTo(new BigDecimal("10000")) <= 0)) {
        found.add(new Violation(member(at, "limit"), "maximum", "10000", limitValue.toString()));
      }
    }
  }

  private static int length(String value) {
    return value.codePointCount(0, value.length());
  }

  private static String member(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }
}
