package io.github.bandwidthmessaging;

import io.github.bandwidthmessaging.client.MessageRequest;
import io.github.bandwidthmessaging.client.Recipients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of Bandwidth's words what they quote of the message, so that they can be logged. */
final class Redaction {
  private static final String MASK = "•••";
  private static final int MAX_LENGTH = 500;

  /** The scheme is bounded, or a long word would be searched once from each of its letters. */
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}://\\S+");

  /** A fragment in quotes, to the end if it is cut off; an apostrophe inside a word is no quote. */
  private static final Pattern QUOTED =
      Pattern.compile("(?s)(?<![\\p{L}\\p{N}])(['\"])(.*?)(?:\\1(?![\\p{L}\\p{N}])|$)");

  private static final Pattern HARMLESS =
      Pattern.compile(
          "from|to|text|applicationId|media|tag|priority|expiration"
              + "|(?:application|text)/[-a-zA-Z0-9;=+.]{1,40}");

  /**
   * Without a group to repeat, on which java.util.regex overflows the stack when a number is long.
   */
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d\\s().-]{3,}\\d");

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]+");

  private final MessageRequest request;

  private Redaction(MessageRequest request) {
    this.request = request;
  }

  static Redaction of(MessageRequest request, @Nullable String authorization) {
    return new Redaction(request);
  }

  String redact(String text) {
    return redact(text, request);
  }

  @Nullable Throwable redact(@Nullable Throwable cause) {
    return cause;
  }

  static String redact(String words, MessageRequest request) {
    String redacted = onOneLine(words);
    for (String content : contents(request)) {
      // Whole words only: a text such as "a" would leave nothing readable.
      redacted =
          Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(content) + "(?![\\p{L}\\p{N}])")
              .matcher(redacted)
              .replaceAll(MASK);
    }
    redacted = URL.matcher(redacted).replaceAll(MASK);
    redacted =
        QUOTED
            .matcher(redacted)
            .replaceAll(
                quoted -> HARMLESS.matcher(quoted.group(2)).matches() ? "$0" : "$1" + MASK + "$1");
    redacted = NUMBER.matcher(redacted).replaceAll(MASK);
    return redacted.length() <= MAX_LENGTH ? redacted : redacted.substring(0, MAX_LENGTH) + "…";
  }

  private static String onOneLine(String words) {
    return CONTROL.matcher(words).replaceAll(" ");
  }

  /** Everything personal in the request, the longest first because one can contain another. */
  private static List<String> contents(MessageRequest request) {
    List<@Nullable String> contents = new ArrayList<>();
    contents.add(request.from());
    contents.add(request.text());
    contents.add(request.tag());
    if (request.to() instanceof Recipients.OfString one) {
      contents.add(one.value());
    } else if (request.to() instanceof Recipients.OfStringList several) {
      contents.addAll(several.value());
    }
    if (request.media() != null) {
      request.media().forEach(url -> contents.add(url.toString()));
    }
    return contents.stream()
        .filter(Objects::nonNull)
        .map(Redaction::onOneLine)
        .filter(content -> !content.isBlank())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }
}
