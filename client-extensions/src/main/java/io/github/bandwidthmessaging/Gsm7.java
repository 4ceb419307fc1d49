package io.github.bandwidthmessaging;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The GSM-7 alphabet (3GPP TS 23.038, 6.2.1), and what to write for characters that it lacks. */
final class Gsm7 {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /** By char, for the Basic Multilingual Plane up to the euro sign; 0 is not in GSM-7. */
  private static final byte[] SEPTETS = new byte['€' + 1];

  /** As many marks in a row as the Stream-Safe Text Format allows (UAX #15). */
  private static final int MAX_MARKS = 30;

  /** Characters that Unicode's own decompositions do not turn into GSM-7. */
  private static final Map<Integer, String> REPLACEMENTS = new HashMap<>();

  static {
    BASIC.chars().forEach(c -> SEPTETS[c] = 1);
    EXTENSION.chars().forEach(c -> SEPTETS[c] = 2);
    replace("‘’‚‛′`´ʼˈʹʻʽˊˋ❛❜׳᾽᾿῾", "'");
    replace("“”„‟″«»ʺˮ❝❞〝〞〟״⹂", "\"");
    replace("‹", "<");
    replace("›", ">");
    replace("‐‑‒–—―−⁃⸺⸻", "-");
    replace("\t\u1680\u2028\u2029\u0085", " ");
    replace("•·∙●◦▪‣", "*");
    replace("⁄∕", "/");
    replace("×", "x");
    replace("÷", ":");
    replace("©", "(C)");
    replace("®", "(R)");
    replace("Œ", "OE");
    replace("œ", "oe");
    replace("Ł", "L");
    replace("ł", "l");
    replace("ĐÐ", "D");
    replace("đð", "d");
    replace("ı", "i");
    replace("Þ", "Th");
    replace("þ", "th");
    replace("ẞ", "SS");
    replace("¦", "|");
  }

  private Gsm7() {}

  /** Returns the text with replacements, where there are any, for characters that GSM-7 lacks. */
  static String replaced(String text) {
    // An accent after its letter is composed with it first: GSM-7 has some such letters.
    String composed = composed(text);
    StringBuilder replaced = new StringBuilder(composed.length());
    composed
        .codePoints()
        .forEach(
            codePoint -> {
              String replacement = septets(codePoint) > 0 ? null : replacement(codePoint);
              if (replacement == null) {
                replaced.appendCodePoint(codePoint);
              } else {
                replaced.append(replacement);
              }
            });
    return replaced.toString();
  }

  /** Returns how many septets a character takes, 0 if GSM-7 does not have it. */
  static int septets(int codePoint) {
    return codePoint < SEPTETS.length ? SEPTETS[codePoint] : 0;
  }

  /**
   * Returns whether a character is invisible and means nothing: soft hyphen, zero-width space and
   * joiners, direction marks, variation selectors, byte order mark.
   */
  static boolean isInvisible(int codePoint) {
    return codePoint == 0x00ad
        || codePoint == 0x034f
        || codePoint == 0x061c
        || codePoint == 0x180e
        || (codePoint >= 0x200b && codePoint <= 0x200f)
        || (codePoint >= 0x202a && codePoint <= 0x202e)
        || (codePoint >= 0x2060 && codePoint <= 0x206f)
        || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
        || codePoint == 0xfeff;
  }

  /** Composes letters and marks; not too many marks at once, as ordering them is quadratic. */
  private static String composed(String text) {
    StringBuilder composed = new StringBuilder(text.length());
    int start = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      marks = isMark(codePoint) ? marks + 1 : 0;
      if (marks == MAX_MARKS) {
        composed.append(Normalizer.normalize(text.substring(start, i), Normalizer.Form.NFC));
        start = i;
        marks = 0;
      }
    }
    return composed
        .append(Normalizer.normalize(text.substring(start), Normalizer.Form.NFC))
        .toString();
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Returns what to write instead of a character that GSM-7 does not have, null for nothing. */
  static @Nullable String replacement(int codePoint) {
    String listed = listed(codePoint);
    if (listed != null) {
      return listed;
    }
    StringBuilder replaced = new StringBuilder();
    String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    for (int part : parts.codePoints().toArray()) {
      String inner = listed(part);
      if (inner != null) {
        replaced.append(inner);
      } else if (septets(part) > 0) {
        replaced.appendCodePoint(part);
      } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
        return null;
      }
    }
    return replaced.toString();
  }

  private static @Nullable String listed(int codePoint) {
    return isInvisible(codePoint) ? "" : REPLACEMENTS.get(codePoint);
  }

  private static void replace(String characters, String replacement) {
    characters.codePoints().forEach(codePoint -> REPLACEMENTS.put(codePoint, replacement));
  }
}
