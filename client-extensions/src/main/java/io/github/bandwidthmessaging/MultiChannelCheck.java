package io.github.bandwidthmessaging;

import com.squareup.moshi.JsonAdapter;
import io.github.bandwidthmessaging.api.ChannelMessage;
import io.github.bandwidthmessaging.api.MmsChannelMessage;
import io.github.bandwidthmessaging.api.MultiChannelMessageRequest;
import io.github.bandwidthmessaging.api.RbmChannelMessage;
import io.github.bandwidthmessaging.api.RbmText;
import io.github.bandwidthmessaging.api.SmsChannelMessage;
import io.github.bandwidthmessaging.api.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A check of a multi-channel message before it is sent. It adds to the limits of the document what
 * is certain to fail, as {@link MessageCheck} does.
 */
final class MultiChannelCheck {
  static final Set<String> CHANNELS = Set.of("RBM", "SMS", "MMS");

  private static final JsonAdapter<MultiChannelMessageRequest> JSON =
      MultiChannelMessageRequest.jsonAdapter();

  private static final Set<String> URLS = Set.of("fileUrl", "thumbnailUrl", "url");

  /** Choices, of which nothing has to be hidden. */
  private static final Set<String> CHOICES =
      Set.of(
          "channel",
          "type",
          "applicationId",
          "orientation",
          "thumbnailImageAlignment",
          "cardWidth",
          "height",
          "application",
          "webviewViewMode",
          "priority",
          "expiration",
          "startTime",
          "endTime");

  /** A string of the message, and where it is. */
  private record Part(String at, String name, String value) {}

  private final MultiChannelMessageRequest message;
  private final List<Part> parts = new ArrayList<>();

  MultiChannelCheck(MultiChannelMessageRequest message) {
    this.message = message;
    addParts("", "", JSON.toJsonValue(message));
  }

  /** Returns what the message says and to whom, which no exception may quote. */
  List<String> contents() {
    return parts.stream()
        .filter(part -> !CHOICES.contains(part.name) || isUnknown(part))
        .map(Part::value)
        .toList();
  }

  List<Violation> errors(InstantSource clock) {
    List<Violation> found = new ArrayList<>(message.violations());
    for (Part part : parts) {
      MessageCheck.findUnpaired(found, part.at, part.value);
      String broken = URLS.contains(part.name) ? brokenUrl(part.value) : null;
      if (broken != null) {
        found.add(new Violation(part.at, "URL", "an absolute http or https URL", broken));
      }
    }
    MessageCheck.findExpired(found, message.expiration(), clock);
    // A message read from JSON can lack the list or contain a null, which is reported already.
    int index = 0;
    for (ChannelMessage channel :
        message.channelList() == null ? List.<ChannelMessage>of() : message.channelList()) {
      if (channel != null) {
        findErrors(found, "channelList[" + index + "]", channel);
      }
      index++;
    }
    return found;
  }

  private void findErrors(List<Violation> found, String at, ChannelMessage channel) {
    if (channel.from() != null && channel.from().equals(message.to())) {
      found.add(new Violation(at + ".from", "sender", "another number than to", "to"));
    }
    for (String[] field :
        new String[][] {{"from", channel.from()}, {"applicationId", channel.applicationId()}}) {
      if (field[1] != null && !field[1].isEmpty() && field[1].isBlank()) {
        found.add(new Violation(at + "." + field[0], "required", "present", "blank"));
      }
    }
    String text = null;
    if (channel instanceof SmsChannelMessage sms && sms.content() != null) {
      text = sms.content().text();
    } else if (channel instanceof RbmChannelMessage rbm
        && rbm.content() instanceof RbmText content) {
      text = content.text();
    } else if (channel instanceof MmsChannelMessage mms
        && mms.content() != null
        && (mms.content().media() == null || mms.content().media().isEmpty())) {
      text = mms.content().text() == null ? "" : mms.content().text();
    }
    if (text != null && text.isBlank()) {
      found.add(new Violation(at + ".content.text", "content", "nonblank without media", "blank"));
    }
  }

  private static boolean isUnknown(Part part) {
    return part.name.equals("channel") && !CHANNELS.contains(part.value);
  }

  private void addParts(String at, String name, @Nullable Object json) {
    if (json instanceof String value) {
      parts.add(new Part(at, name, value));
    } else if (json instanceof Map<?, ?> members) {
      members.forEach(
          (key, value) ->
              addParts(at.isEmpty() ? "" + key : at + "." + key, String.valueOf(key), value));
    } else if (json instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        addParts(at + "[" + i + "]", name, items.get(i));
      }
    }
  }

  private static @Nullable String brokenUrl(String url) {
    try {
      return MessageCheck.brokenUrl(new URI(url));
    } catch (URISyntaxException e) {
      return "no URL";
    }
  }
}
