// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** The limits on what is sent. A character is a Unicode code point, as in JSON Schema. */
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
                "an E.164 number (+ and 2 to 15 digits), a short code (3 to 8 digits) or a name (at most 11 letters, digits, spaces or -+_&, with a letter)",
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
                  member(at, "media") + "[" + mediaIndex + "]", "type", "a value", "null"));
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
                at,
                "pattern",
                "an E.164 number (+ and 2 to 15 digits)",
                length(one.value()) + " characters"));
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
          found.add(new Violation(at + "[" + stringListIndex + "]", "type", "a value", "null"));
          continue;
        }
        if (!PHONE_NUMBER_PATTERN.matcher(stringListItem).find()) {
          found.add(
              new Violation(
                  at + "[" + stringListIndex + "]",
                  "pattern",
                  "an E.164 number (+ and 2 to 15 digits)",
                  length(stringListItem) + " characters"));
        }
      }
    }
    if (!(value instanceof Recipients.One || value instanceof Recipients.Several)) {
      found.add(new Violation(at, "oneOf", "one of its alternatives", "another"));
    }
  }

  static void check(String at, MultiChannelMessageRequest value, List<Violation> found) {
    if (value.to == null) {
      found.add(new Violation(member(at, "to"), "required", "present", "absent"));
    }
    String toValue = value.to;
    if (toValue != null) {
      if (!PHONE_NUMBER_PATTERN.matcher(toValue).find()) {
        found.add(
            new Violation(
                member(at, "to"),
                "pattern",
                "an E.164 number (+ and 2 to 15 digits)",
                length(toValue) + " characters"));
      }
    }
    if (value.channelList == null) {
      found.add(new Violation(member(at, "channelList"), "required", "present", "absent"));
    }
    List<ChannelMessage> channelListValue = value.channelList;
    if (channelListValue != null) {
      if (channelListValue.size() < 1) {
        found.add(
            new Violation(
                member(at, "channelList"),
                "minItems",
                "1",
                String.valueOf(channelListValue.size())));
      }
      if (channelListValue.size() > 4) {
        found.add(
            new Violation(
                member(at, "channelList"),
                "maxItems",
                "4",
                String.valueOf(channelListValue.size())));
      }
      int channelListIndex = -1;
      for (ChannelMessage channelListItem : channelListValue) {
        channelListIndex++;
        if (channelListItem == null) {
          found.add(
              new Violation(
                  member(at, "channelList") + "[" + channelListIndex + "]",
                  "type",
                  "a value",
                  "null"));
          continue;
        }
        check(member(at, "channelList") + "[" + channelListIndex + "]", channelListItem, found);
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

  static void check(String at, ChannelMessage value, List<Violation> found) {
    if (value instanceof RbmChannelMessage rbmChannelMessageValue) {
      check(at, rbmChannelMessageValue, found);
    }
    if (value instanceof SmsChannelMessage smsChannelMessageValue) {
      check(at, smsChannelMessageValue, found);
    }
    if (value instanceof MmsChannelMessage mmsChannelMessageValue) {
      check(at, mmsChannelMessageValue, found);
    }
    if (!(value instanceof RbmChannelMessage
        || value instanceof SmsChannelMessage
        || value instanceof MmsChannelMessage)) {
      found.add(new Violation(at, "oneOf", "one of its alternatives", "another"));
    }
  }

  static void check(String at, RbmChannelMessage value, List<Violation> found) {
    if (value.from == null) {
      found.add(new Violation(member(at, "from"), "required", "present", "absent"));
    }
    if (value.applicationId == null) {
      found.add(new Violation(member(at, "applicationId"), "required", "present", "absent"));
    }
    if (value.content == null) {
      found.add(new Violation(member(at, "content"), "required", "present", "absent"));
    }
    RbmContent contentValue = value.content;
    if (contentValue != null) {
      check(member(at, "content"), contentValue, found);
    }
  }

  static void check(String at, SmsChannelMessage value, List<Violation> found) {
    if (value.from == null) {
      found.add(new Violation(member(at, "from"), "required", "present", "absent"));
    }
    if (value.applicationId == null) {
      found.add(new Violation(member(at, "applicationId"), "required", "present", "absent"));
    }
    if (value.content == null) {
      found.add(new Violation(member(at, "content"), "required", "present", "absent"));
    }
    SmsContent contentValue = value.content;
    if (contentValue != null) {
      check(member(at, "content"), contentValue, found);
    }
  }

  static void check(String at, MmsChannelMessage value, List<Violation> found) {
    if (value.from == null) {
      found.add(new Violation(member(at, "from"), "required", "present", "absent"));
    }
    if (value.applicationId == null) {
      found.add(new Violation(member(at, "applicationId"), "required", "present", "absent"));
    }
    if (value.content == null) {
      found.add(new Violation(member(at, "content"), "required", "present", "absent"));
    }
    MmsContent contentValue = value.content;
    if (contentValue != null) {
      check(member(at, "content"), contentValue, found);
    }
  }

  static void check(String at, RbmContent value, List<Violation> found) {
    if (value instanceof RbmText rbmTextValue) {
      check(at, rbmTextValue, found);
    }
    if (value instanceof RbmMedia rbmMediaValue) {
      check(at, rbmMediaValue, found);
    }
    if (value instanceof RbmCard rbmCardValue) {
      check(at, rbmCardValue, found);
    }
    if (value instanceof RbmCarousel rbmCarouselValue) {
      check(at, rbmCarouselValue, found);
    }
    if (!(value instanceof RbmText
        || value instanceof RbmMedia
        || value instanceof RbmCard
        || value instanceof RbmCarousel)) {
      found.add(new Violation(at, "oneOf", "one of its alternatives", "another"));
    }
  }

  static void check(String at, SmsContent value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 2048) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "2048", String.valueOf(length(textValue))));
      }
    }
  }

  static void check(String at, MmsContent value, List<Violation> found) {
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 2048) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "2048", String.valueOf(length(textValue))));
      }
    }
    List<MmsFile> mediaValue = value.media;
    if (mediaValue != null) {
      int mediaIndex = -1;
      for (MmsFile mediaItem : mediaValue) {
        mediaIndex++;
        if (mediaItem == null) {
          found.add(
              new Violation(
                  member(at, "media") + "[" + mediaIndex + "]", "type", "a value", "null"));
          continue;
        }
        check(member(at, "media") + "[" + mediaIndex + "]", mediaItem, found);
      }
    }
  }

  static void check(String at, RbmText value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 3270) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "3270", String.valueOf(length(textValue))));
      }
    }
    List<SuggestedAction> suggestionsValue = value.suggestions;
    if (suggestionsValue != null) {
      if (suggestionsValue.size() > 11) {
        found.add(
            new Violation(
                member(at, "suggestions"),
                "maxItems",
                "11",
                String.valueOf(suggestionsValue.size())));
      }
      int suggestionsIndex = -1;
      for (SuggestedAction suggestionsItem : suggestionsValue) {
        suggestionsIndex++;
        if (suggestionsItem == null) {
          found.add(
              new Violation(
                  member(at, "suggestions") + "[" + suggestionsIndex + "]",
                  "type",
                  "a value",
                  "null"));
          continue;
        }
        check(member(at, "suggestions") + "[" + suggestionsIndex + "]", suggestionsItem, found);
      }
    }
  }

  static void check(String at, RbmMedia value, List<Violation> found) {
    if (value.media == null) {
      found.add(new Violation(member(at, "media"), "required", "present", "absent"));
    }
    List<RbmFile> mediaValue = value.media;
    if (mediaValue != null) {
      int mediaIndex = -1;
      for (RbmFile mediaItem : mediaValue) {
        mediaIndex++;
        if (mediaItem == null) {
          found.add(
              new Violation(
                  member(at, "media") + "[" + mediaIndex + "]", "type", "a value", "null"));
          continue;
        }
        check(member(at, "media") + "[" + mediaIndex + "]", mediaItem, found);
      }
    }
    List<SuggestedAction> suggestionsValue = value.suggestions;
    if (suggestionsValue != null) {
      if (suggestionsValue.size() > 11) {
        found.add(
            new Violation(
                member(at, "suggestions"),
                "maxItems",
                "11",
                String.valueOf(suggestionsValue.size())));
      }
      int suggestionsIndex = -1;
      for (SuggestedAction suggestionsItem : suggestionsValue) {
        suggestionsIndex++;
        if (suggestionsItem == null) {
          found.add(
              new Violation(
                  member(at, "suggestions") + "[" + suggestionsIndex + "]",
                  "type",
                  "a value",
                  "null"));
          continue;
        }
        check(member(at, "suggestions") + "[" + suggestionsIndex + "]", suggestionsItem, found);
      }
    }
  }

  static void check(String at, RbmCard value, List<Violation> found) {
    if (value.orientation == null) {
      found.add(new Violation(member(at, "orientation"), "required", "present", "absent"));
    }
    CardOrientation orientationValue = value.orientation;
    if (orientationValue != null) {
      if (!orientationValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "orientation"),
                "enum",
                CardOrientation.known().toString(),
                orientationValue.toString()));
      }
    }
    ThumbnailAlignment thumbnailImageAlignmentValue = value.thumbnailImageAlignment;
    if (thumbnailImageAlignmentValue != null) {
      if (!thumbnailImageAlignmentValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "thumbnailImageAlignment"),
                "enum",
                ThumbnailAlignment.known().toString(),
                thumbnailImageAlignmentValue.toString()));
      }
    }
    if (value.cardContent == null) {
      found.add(new Violation(member(at, "cardContent"), "required", "present", "absent"));
    }
    CardContent cardContentValue = value.cardContent;
    if (cardContentValue != null) {
      check(member(at, "cardContent"), cardContentValue, found);
    }
    List<SuggestedAction> suggestionsValue = value.suggestions;
    if (suggestionsValue != null) {
      if (suggestionsValue.size() > 11) {
        found.add(
            new Violation(
                member(at, "suggestions"),
                "maxItems",
                "11",
                String.valueOf(suggestionsValue.size())));
      }
      int suggestionsIndex = -1;
      for (SuggestedAction suggestionsItem : suggestionsValue) {
        suggestionsIndex++;
        if (suggestionsItem == null) {
          found.add(
              new Violation(
                  member(at, "suggestions") + "[" + suggestionsIndex + "]",
                  "type",
                  "a value",
                  "null"));
          continue;
        }
        check(member(at, "suggestions") + "[" + suggestionsIndex + "]", suggestionsItem, found);
      }
    }
  }

  static void check(String at, RbmCarousel value, List<Violation> found) {
    if (value.cardWidth == null) {
      found.add(new Violation(member(at, "cardWidth"), "required", "present", "absent"));
    }
    CardWidth cardWidthValue = value.cardWidth;
    if (cardWidthValue != null) {
      if (!cardWidthValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "cardWidth"),
                "enum",
                CardWidth.known().toString(),
                cardWidthValue.toString()));
      }
    }
    if (value.cardContents == null) {
      found.add(new Violation(member(at, "cardContents"), "required", "present", "absent"));
    }
    List<CardContent> cardContentsValue = value.cardContents;
    if (cardContentsValue != null) {
      if (cardContentsValue.size() < 2) {
        found.add(
            new Violation(
                member(at, "cardContents"),
                "minItems",
                "2",
                String.valueOf(cardContentsValue.size())));
      }
      if (cardContentsValue.size() > 10) {
        found.add(
            new Violation(
                member(at, "cardContents"),
                "maxItems",
                "10",
                String.valueOf(cardContentsValue.size())));
      }
      int cardContentsIndex = -1;
      for (CardContent cardContentsItem : cardContentsValue) {
        cardContentsIndex++;
        if (cardContentsItem == null) {
          found.add(
              new Violation(
                  member(at, "cardContents") + "[" + cardContentsIndex + "]",
                  "type",
                  "a value",
                  "null"));
          continue;
        }
        check(member(at, "cardContents") + "[" + cardContentsIndex + "]", cardContentsItem, found);
      }
    }
    List<SuggestedAction> suggestionsValue = value.suggestions;
    if (suggestionsValue != null) {
      if (suggestionsValue.size() > 11) {
        found.add(
            new Violation(
                member(at, "suggestions"),
                "maxItems",
                "11",
                String.valueOf(suggestionsValue.size())));
      }
      int suggestionsIndex = -1;
      for (SuggestedAction suggestionsItem : suggestionsValue) {
        suggestionsIndex++;
        if (suggestionsItem == null) {
          found.add(
              new Violation(
                  member(at, "suggestions") + "[" + suggestionsIndex + "]",
                  "type",
                  "a value",
                  "null"));
          continue;
        }
        check(member(at, "suggestions") + "[" + suggestionsIndex + "]", suggestionsItem, found);
      }
    }
  }

  static void check(String at, MmsFile value, List<Violation> found) {
    if (value.fileUrl == null) {
      found.add(new Violation(member(at, "fileUrl"), "required", "present", "absent"));
    }
    URI fileUrlValue = value.fileUrl;
    if (fileUrlValue != null) {
      if (length(fileUrlValue.toString()) > 1000) {
        found.add(
            new Violation(
                member(at, "fileUrl"),
                "maxLength",
                "1000",
                String.valueOf(length(fileUrlValue.toString()))));
      }
    }
  }

  static void check(String at, CardContent value, List<Violation> found) {
    if (value.title == null && value.description == null && value.media == null) {
      found.add(
          new Violation(
              member(at, "title"), "required", "title or description or media", "absent"));
    }
    String titleValue = value.title;
    if (titleValue != null) {
      if (length(titleValue) > 200) {
        found.add(
            new Violation(
                member(at, "title"), "maxLength", "200", String.valueOf(length(titleValue))));
      }
    }
    String descriptionValue = value.description;
    if (descriptionValue != null) {
      if (length(descriptionValue) > 2000) {
        found.add(
            new Violation(
                member(at, "description"),
                "maxLength",
                "2000",
                String.valueOf(length(descriptionValue))));
      }
    }
    CardMedia mediaValue = value.media;
    if (mediaValue != null) {
      check(member(at, "media"), mediaValue, found);
    }
    List<SuggestedAction> suggestionsValue = value.suggestions;
    if (suggestionsValue != null) {
      if (suggestionsValue.size() > 4) {
        found.add(
            new Violation(
                member(at, "suggestions"),
                "maxItems",
                "4",
                String.valueOf(suggestionsValue.size())));
      }
      int suggestionsIndex = -1;
      for (SuggestedAction suggestionsItem : suggestionsValue) {
        suggestionsIndex++;
        if (suggestionsItem == null) {
          found.add(
              new Violation(
                  member(at, "suggestions") + "[" + suggestionsIndex + "]",
                  "type",
                  "a value",
                  "null"));
          continue;
        }
        check(member(at, "suggestions") + "[" + suggestionsIndex + "]", suggestionsItem, found);
      }
    }
  }

  static void check(String at, SuggestedAction value, List<Violation> found) {
    if (value instanceof ReplyAction replyActionValue) {
      check(at, replyActionValue, found);
    }
    if (value instanceof RequestLocationAction requestLocationActionValue) {
      check(at, requestLocationActionValue, found);
    }
    if (value instanceof DialPhoneAction dialPhoneActionValue) {
      check(at, dialPhoneActionValue, found);
    }
    if (value instanceof ShowLocationAction showLocationActionValue) {
      check(at, showLocationActionValue, found);
    }
    if (value instanceof CalendarEventAction calendarEventActionValue) {
      check(at, calendarEventActionValue, found);
    }
    if (value instanceof OpenUrlAction openUrlActionValue) {
      check(at, openUrlActionValue, found);
    }
    if (!(value instanceof ReplyAction
        || value instanceof RequestLocationAction
        || value instanceof DialPhoneAction
        || value instanceof ShowLocationAction
        || value instanceof CalendarEventAction
        || value instanceof OpenUrlAction)) {
      found.add(new Violation(at, "oneOf", "one of its alternatives", "another"));
    }
  }

  static void check(String at, RbmFile value, List<Violation> found) {
    if (value.fileUrl == null) {
      found.add(new Violation(member(at, "fileUrl"), "required", "present", "absent"));
    }
    URI fileUrlValue = value.fileUrl;
    if (fileUrlValue != null) {
      if (length(fileUrlValue.toString()) > 1000) {
        found.add(
            new Violation(
                member(at, "fileUrl"),
                "maxLength",
                "1000",
                String.valueOf(length(fileUrlValue.toString()))));
      }
    }
    URI thumbnailUrlValue = value.thumbnailUrl;
    if (thumbnailUrlValue != null) {
      if (length(thumbnailUrlValue.toString()) > 1000) {
        found.add(
            new Violation(
                member(at, "thumbnailUrl"),
                "maxLength",
                "1000",
                String.valueOf(length(thumbnailUrlValue.toString()))));
      }
    }
  }

  static void check(String at, CardMedia value, List<Violation> found) {
    if (value.fileUrl == null) {
      found.add(new Violation(member(at, "fileUrl"), "required", "present", "absent"));
    }
    URI fileUrlValue = value.fileUrl;
    if (fileUrlValue != null) {
      if (length(fileUrlValue.toString()) > 1000) {
        found.add(
            new Violation(
                member(at, "fileUrl"),
                "maxLength",
                "1000",
                String.valueOf(length(fileUrlValue.toString()))));
      }
    }
    URI thumbnailUrlValue = value.thumbnailUrl;
    if (thumbnailUrlValue != null) {
      if (length(thumbnailUrlValue.toString()) > 1000) {
        found.add(
            new Violation(
                member(at, "thumbnailUrl"),
                "maxLength",
                "1000",
                String.valueOf(length(thumbnailUrlValue.toString()))));
      }
    }
    if (value.height == null) {
      found.add(new Violation(member(at, "height"), "required", "present", "absent"));
    }
    CardMediaHeight heightValue = value.height;
    if (heightValue != null) {
      if (!heightValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "height"),
                "enum",
                CardMediaHeight.known().toString(),
                heightValue.toString()));
      }
    }
  }

  static void check(String at, ReplyAction value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 25) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "25", String.valueOf(length(textValue))));
      }
    }
    if (value.postbackData == null) {
      found.add(new Violation(member(at, "postbackData"), "required", "present", "absent"));
    }
  }

  static void check(String at, RequestLocationAction value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 25) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "25", String.valueOf(length(textValue))));
      }
    }
    if (value.postbackData == null) {
      found.add(new Violation(member(at, "postbackData"), "required", "present", "absent"));
    }
  }

  static void check(String at, DialPhoneAction value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 25) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "25", String.valueOf(length(textValue))));
      }
    }
    if (value.postbackData == null) {
      found.add(new Violation(member(at, "postbackData"), "required", "present", "absent"));
    }
    if (value.phoneNumber == null) {
      found.add(new Violation(member(at, "phoneNumber"), "required", "present", "absent"));
    }
    String phoneNumberValue = value.phoneNumber;
    if (phoneNumberValue != null) {
      if (!PHONE_NUMBER_PATTERN.matcher(phoneNumberValue).find()) {
        found.add(
            new Violation(
                member(at, "phoneNumber"),
                "pattern",
                "an E.164 number (+ and 2 to 15 digits)",
                length(phoneNumberValue) + " characters"));
      }
    }
  }

  static void check(String at, ShowLocationAction value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 25) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "25", String.valueOf(length(textValue))));
      }
    }
    if (value.postbackData == null) {
      found.add(new Violation(member(at, "postbackData"), "required", "present", "absent"));
    }
    if (value.latitude == null) {
      found.add(new Violation(member(at, "latitude"), "required", "present", "absent"));
    }
    if (value.longitude == null) {
      found.add(new Violation(member(at, "longitude"), "required", "present", "absent"));
    }
    String labelValue = value.label;
    if (labelValue != null) {
      if (length(labelValue) > 100) {
        found.add(
            new Violation(
                member(at, "label"), "maxLength", "100", String.valueOf(length(labelValue))));
      }
    }
  }

  static void check(String at, CalendarEventAction value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 25) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "25", String.valueOf(length(textValue))));
      }
    }
    if (value.postbackData == null) {
      found.add(new Violation(member(at, "postbackData"), "required", "present", "absent"));
    }
    if (value.title == null) {
      found.add(new Violation(member(at, "title"), "required", "present", "absent"));
    }
    String titleValue = value.title;
    if (titleValue != null) {
      if (length(titleValue) > 100) {
        found.add(
            new Violation(
                member(at, "title"), "maxLength", "100", String.valueOf(length(titleValue))));
      }
    }
    if (value.startTime == null) {
      found.add(new Violation(member(at, "startTime"), "required", "present", "absent"));
    }
    if (value.endTime == null) {
      found.add(new Violation(member(at, "endTime"), "required", "present", "absent"));
    }
    String descriptionValue = value.description;
    if (descriptionValue != null) {
      if (length(descriptionValue) > 500) {
        found.add(
            new Violation(
                member(at, "description"),
                "maxLength",
                "500",
                String.valueOf(length(descriptionValue))));
      }
    }
  }

  static void check(String at, OpenUrlAction value, List<Violation> found) {
    if (value.text == null) {
      found.add(new Violation(member(at, "text"), "required", "present", "absent"));
    }
    String textValue = value.text;
    if (textValue != null) {
      if (length(textValue) > 25) {
        found.add(
            new Violation(
                member(at, "text"), "maxLength", "25", String.valueOf(length(textValue))));
      }
    }
    if (value.postbackData == null) {
      found.add(new Violation(member(at, "postbackData"), "required", "present", "absent"));
    }
    if (value.url == null) {
      found.add(new Violation(member(at, "url"), "required", "present", "absent"));
    }
    URI urlValue = value.url;
    if (urlValue != null) {
      if (length(urlValue.toString()) > 2048) {
        found.add(
            new Violation(
                member(at, "url"),
                "maxLength",
                "2048",
                String.valueOf(length(urlValue.toString()))));
      }
    }
    UrlApplication applicationValue = value.application;
    if (applicationValue != null) {
      if (!applicationValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "application"),
                "enum",
                UrlApplication.known().toString(),
                applicationValue.toString()));
      }
    }
    WebviewViewMode webviewViewModeValue = value.webviewViewMode;
    if (webviewViewModeValue != null) {
      if (!webviewViewModeValue.isKnown()) {
        found.add(
            new Violation(
                member(at, "webviewViewMode"),
                "enum",
                WebviewViewMode.known().toString(),
                webviewViewModeValue.toString()));
      }
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
                "a time with milliseconds and offset, like 2022-09-14T18:20:16.000Z",
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
                "a time with milliseconds and offset, like 2022-09-14T18:20:16.000Z",
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
                "a field, a colon, and asc or desc",
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
