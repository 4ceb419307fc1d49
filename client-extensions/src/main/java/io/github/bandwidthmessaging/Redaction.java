package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks whatever a text from outside quotes of a message and of the credentials that were sent with
 * it, so that the text can be logged.
 */
final class Redaction {
  private static final String MASK = "•••";
  private static final int MAX_LENGTH = 500;

  /** How much is examined, so that no text takes long, however much of it is masked. */
  private static final int MAX_WINDOW = 4 * MAX_LENGTH;

  /** A part of a message is found from this length on; of a short one, two thirds. */
  private static final int PART = 10;

  /** As {@link #PART}, but secrets share no words with other texts. */
  private static final int PART_OF_SECRET = 6;

  /** What is shorter is found as a whole word only, or a text such as "a" would leave nothing. */
  private static final int SHORT = 4;

  /** The scheme is bounded, or a long word would be searched once from each of its letters. */
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}://\\S+");

  /**
   * A fragment in quotes, to the end if it is cut off; an apostrophe inside a word is not a quote.
   */
  private static final Pattern QUOTED =
      Pattern.compile("(?s)(?<![\\p{L}\\p{N}])(['\"])(.*?)(?:\\1(?![\\p{L}\\p{N}])|$)");

  private static final Pattern HARMLESS =
      Pattern.compile(
          "from|to|text|applicationId|media|tag|priority|expiration|channelList|content|fileUrl"
              + "|(?:application|text)/[-a-zA-Z0-9;=+.]{1,40}");

  /**
   * Without a group to repeat, on which java.util.regex overflows the stack when a number is long.
   */
  private static final Pattern NUMBER =
      Pattern.compile("[+\uff0b]?\\p{Nd}[\\p{Nd}\\s\\p{Zs}\\p{Pd}().,/\u2212]{3,}\\p{Nd}");

  /** Fewer digits make neither a phone number nor a login code. */
  private static final int MIN_DIGITS = 4;

  private static final Pattern IP_ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

  private static final Pattern HOST =
      Pattern.compile("(?:localhost|\\]|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+):$");

  private static final int MAX_HOST = 64;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\x{80}-\\x{9f}]+");

  /** Whole contents, in lower case, on one line. */
  private final Set<String> contents = new LinkedHashSet<>();

  /** Parts of contents, by their length. */
  private final Map<Integer, Set<String>> parts = new HashMap<>();

  private Redaction() {}

  /**
   * Returns what hides a message and credentials.
   *
   * @param message the message, null for none
   * @param authorization the value of the {@code Authorization} header, null for none
   */
  static Redaction of(@Nullable Outgoing<?> message, @Nullable String authorization) {
    return hiding(message == null ? List.of() : message.contents(), authorization);
  }

  /** Returns what hides contents and credentials. */
  static Redaction hiding(
      Collection<? extends @Nullable String> contents, @Nullable String authorization) {
    Redaction redaction = new Redaction();
    if (authorization != null) {
      redaction.addCredentials(authorization);
    }
    contents.forEach(redaction::add);
    return redaction;
  }

  /** Hides also what credentials of ours consist of, whether or not it was sent. */
  Redaction and(Credentials credentials) {
    if (credentials instanceof OAuth oauth) {
      addCredentials(oauth.basic());
    } else if (credentials instanceof Basic basic) {
      addCredentials(basic.authorization());
    }
    return this;
  }

  private void addCredentials(String authorization) {
    addSecret(authorization);
    String token = authorization.substring(authorization.indexOf(' ') + 1).strip();
    addSecret(token);
    if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      try {
        String pair = new String(Base64.getDecoder().decode(token), UTF_8);
        int colon = pair.indexOf(':');
        addSecret(pair);
        addSecret(pair.substring(0, Math.max(colon, 0)));
        addSecret(pair.substring(colon + 1));
      } catch (IllegalArgumentException notBase64) {
        // Then nothing can be read out of it.
      }
    }
  }

  private void addSecret(String secret) {
    add(secret, PART_OF_SECRET);
    add(URLEncoder.encode(secret, UTF_8), PART_OF_SECRET);
  }

  private void add(@Nullable String content) {
    add(content, PART);
    if (content != null) {
      String encoded = URLEncoder.encode(content, UTF_8);
      if (!encoded.equals(content)) {
        add(encoded, PART);
        add(encoded.replace("+", "%20"), PART);
      }
    }
  }

  private void add(@Nullable String content, int part) {
    String text = content == null ? "" : folded(onOneLine(content)).strip();
    if (text.isEmpty()) {
      return;
    }
    contents.add(text);
    int length = text.length() > part ? part : text.length() * 2 / 3;
    if (length >= SHORT) {
      Set<String> ofLength = parts.computeIfAbsent(length, unused -> new HashSet<>());
      for (int i = 0; i + length <= text.length(); i++) {
        ofLength.add(text.substring(i, i + length));
      }
    }
  }

  /** Returns the text without anything that could be of the message or the credentials. */
  String redact(String text) {
    boolean isCut = text.length() > MAX_WINDOW;
    String redacted = withoutContents(onOneLine(isCut ? text.substring(0, MAX_WINDOW) : text));
    redacted = URL.matcher(redacted).replaceAll(MASK);
    redacted =
        QUOTED
            .matcher(redacted)
            .replaceAll(
                quoted -> HARMLESS.matcher(quoted.group(2)).matches() ? "$0" : "$1" + MASK + "$1");
    String numbered = redacted;
    redacted =
        NUMBER.matcher(redacted).replaceAll(number -> isHarmless(numbered, number) ? "$0" : MASK);
    boolean isLong = redacted.length() > MAX_LENGTH;
    int masked = redacted.lastIndexOf(MASK) + MASK.length();
    if (isCut && redacted.length() > masked + 1) {
      // What was examined can end in a part that is too short to find.
      redacted = redacted.substring(0, Math.max(masked, redacted.length() - PART));
      isLong = true;
    }
    return isLong ? redacted.substring(0, Math.min(MAX_LENGTH, redacted.length())) + "…" : redacted;
  }

  /**
   * Returns an exception that can be logged with its causes: the same one, unless a text in it has
   * something of the message or the credentials.
   */
  @Nullable Throwable redact(@Nullable Throwable cause) {
    return cause == null || !reveals(cause, Collections.newSetFromMap(new IdentityHashMap<>()))
        ? cause
        : standIn(cause, 0);
  }

  private boolean reveals(Throwable cause, Set<Throwable> seen) {
    if (!seen.add(cause)) {
      return false;
    }
    // What prints an exception asks for the first, and nothing makes it contain the second. The
    // text of ours is safe, but has words that can be part of a client ID or secret.
    String text = cause instanceof OAuth.TokenException ? "" : cause + " " + cause.getMessage();
    if (!withoutContents(onOneLine(text)).equals(onOneLine(text))) {
      return true;
    }
    Throwable next = cause.getCause();
    return (next != null && reveals(next, seen))
        || Arrays.stream(cause.getSuppressed()).anyMatch(each -> reveals(each, seen));
  }

  private IOException standIn(Throwable cause, int depth) {
    Throwable next = cause.getCause();
    IOException standIn =
        new IOException(
            cause.getClass().getName() + ": " + redact(String.valueOf(cause.getMessage())),
            next == null || depth == 20 ? null : standIn(next, depth + 1));
    standIn.setStackTrace(cause.getStackTrace());
    return standIn;
  }

  private String withoutContents(String line) {
    String text = folded(line);
    boolean[] masked = new boolean[text.length()];
    parts.forEach(
        (length, ofLength) -> {
          for (int i = 0; i + length <= text.length(); i++) {
            if (ofLength.contains(text.substring(i, i + length))) {
              Arrays.fill(masked, i, i + length, true);
            }
          }
        });
    for (String content : contents) {
      boolean isShort = content.length() < SHORT;
      // Whole, or cut off behind its beginning.
      String head =
          isShort
              ? content
              : content.substring(0, Math.max(SHORT, Math.min(PART, content.length() / 2)));
      int end;
      for (int i = text.indexOf(head); i >= 0; i = text.indexOf(head, end)) {
        end = i + head.length();
        while (end < text.length()
            && end - i < content.length()
            && text.charAt(end) == content.charAt(end - i)) {
          end++;
        }
        if (!isShort || isWord(text, i, end)) {
          Arrays.fill(masked, i, end, true);
        }
      }
    }
    for (int i = 0; i < masked.length; i++) {
      // Between words and masks, spaces stay.
      masked[i] &= line.charAt(i) != ' ' || (i > 0 && masked[i - 1]);
    }
    for (int i = masked.length - 1; i >= 0; i--) {
      masked[i] &= line.charAt(i) != ' ' || (i < masked.length - 1 && masked[i + 1]);
    }
    StringBuilder redacted = new StringBuilder();
    for (int i = 0; i < masked.length; i++) {
      if (!masked[i]) {
        redacted.append(line.charAt(i));
      } else if (i == 0 || !masked[i - 1]) {
        redacted.append(MASK);
      }
    }
    return redacted.toString();
  }

  private static boolean isWord(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  /** Whether a number is short, an IP address, or the port behind one or behind a host's name. */
  private static boolean isHarmless(String text, MatchResult number) {
    return number.group().codePoints().filter(Character::isDigit).count() < MIN_DIGITS
        || IP_ADDRESS.matcher(number.group()).matches()
        || (number.group().length() == 5
            && HOST.matcher(text)
                .region(Math.max(0, number.start() - MAX_HOST), number.start())
                .find());
  }

  /** In lower case char by char, so that indexes stay the same. */
  private static String folded(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }

  private static String onOneLine(String text) {
    return SPACE.matcher(text).replaceAll(" ");
  }
}
