package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many segments an SMS takes, counted before it is sent. Prices and rate limits count segments.
 *
 * <p>A text of GSM-7 characters only is sent in GSM-7: 160 units in one segment, 153 in each of
 * several. A single other character makes the whole text UCS-2: 70 and 67. A unit is a septet in
 * GSM-7, of which the characters <code>^{}\[~]|€</code> and the form feed take two, and a Java
 * {@code char} in UCS-2, of which an emoji takes two or more. The two units of one character never
 * come into different segments, so a segment can end one unit early.
 *
 * <p>This is an estimate; {@code segmentCount} of Bandwidth's receipt is the truth. An MMS, so
 * every group message, is always one segment: see {@link MessageCheck#segments()}.
 */
public final class SegmentCount {
  /** How the text of an SMS travels. */
  public enum Encoding {
    /** The GSM 03.38 alphabet with its extension table, in septets. */
    GSM_7(160, 153),
    /** UTF-16, which carriers call UCS-2. */
    UCS_2(70, 67);

    private final int single;
    private final int several;

    Encoding(int single, int several) {
      this.single = single;
      this.several = several;
    }
  }

  /**
   * A character that GSM-7 does not have and that makes the whole text UCS-2.
   *
   * @param index where it is, in Java {@code char}s
   * @param character the character, one code point
   * @param replacement a GSM-7 text to write instead, empty for a character that is not seen; null
   *     if nothing comes near
   */
  public record Obstacle(int index, String character, @Nullable String replacement) {
    /** Refuses null. */
    public Obstacle {
      requireNonNull(character, "character == null");
    }

    /** Returns the place and the code point. */
    @Override
    public String toString() {
      return "U+%04X at %d".formatted(character.codePointAt(0), index);
    }
  }

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /** By char, for the Basic Multilingual Plane up to the euro sign; 0 is not in GSM-7. */
  private static final byte[] SEPTETS = new byte['€' + 1];

  /** As many marks in a row as the Stream-Safe Text Format allows (UAX #15). */
  private static final int MAX_MARKS = 30;

  /** What Unicode's own decompositions do not lead to GSM-7. */
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

  private final String text;
  private final Encoding encoding;
  private final int segments;
  private final int unitsUsed;
  private final int unitsLeft;

  private SegmentCount(String text) {
    this.text = text;
    this.encoding = text.chars().allMatch(c -> septets(c) > 0) ? Encoding.GSM_7 : Encoding.UCS_2;
    int total = 0;
    int full = 0;
    int inLast = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int units = encoding == Encoding.GSM_7 ? septets(codePoint) : Character.charCount(codePoint);
      total += units;
      if (inLast + units > encoding.several) {
        full++;
        inLast = 0;
      }
      inLast += units;
    }
    this.unitsUsed = total;
    if (total <= encoding.single) {
      this.segments = 1;
      this.unitsLeft = encoding.single - total;
    } else {
      this.segments = full + 1;
      this.unitsLeft = encoding.several - inLast;
    }
  }

  /**
   * Counts the segments of a text sent as an SMS.
   *
   * @param text the text; an empty one takes one segment
   * @return the count
   */
  public static SegmentCount of(String text) {
    return new SegmentCount(requireNonNull(text, "text == null"));
  }

  /**
   * Returns how the text is encoded.
   *
   * @return GSM-7 if it has every character, else UCS-2
   */
  public Encoding encoding() {
    return encoding;
  }

  /**
   * Returns the number of segments.
   *
   * @return at least 1
   */
  public int segments() {
    return segments;
  }

  /**
   * Returns the segments of the text sent to each of several recipients by an SMS of their own.
   *
   * @param recipients how many
   * @return the product
   * @throws IllegalArgumentException if {@code recipients} is negative
   */
  public long segmentsFor(int recipients) {
    if (recipients < 0) {
      throw new IllegalArgumentException("recipients < 0: " + recipients);
    }
    return (long) segments * recipients;
  }

  /**
   * Returns the units that the text takes.
   *
   * @return septets or UCS-2 units, without those that stay empty at the end of a segment
   */
  public int unitsUsed() {
    return unitsUsed;
  }

  /**
   * Returns the units that are free in the last segment.
   *
   * @return how much can be added before there is another segment
   */
  public int unitsLeft() {
    return unitsLeft;
  }

  /**
   * Returns each character that GSM-7 does not have.
   *
   * @return the characters in order, none if the encoding is GSM-7
   */
  public List<Obstacle> obstacles() {
    List<Obstacle> obstacles = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (septets(codePoint) == 0) {
        obstacles.add(new Obstacle(i, Character.toString(codePoint), replacement(codePoint)));
      }
      i += Character.charCount(codePoint);
    }
    return List.copyOf(obstacles);
  }

  /**
   * Returns the text with every {@linkplain #obstacles() obstacle} replaced for which there is a
   * suggestion. It can read differently ("façade" becomes "facade"), and what has no suggestion
   * stays, so count the result again.
   *
   * @return the changed text, or the same if there is nothing to replace
   */
  public String toGsm7() {
    // An accent that stands behind its letter joins it first: GSM-7 has some such letters.
    String composed = encoding == Encoding.GSM_7 ? text : composed(text);
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

  /** Returns the figures, without the text. */
  @Override
  public String toString() {
    return "SegmentCount[encoding=%s, segments=%d, unitsUsed=%d, unitsLeft=%d]"
        .formatted(encoding, segments, unitsUsed, unitsLeft);
  }

  private static int septets(int codePoint) {
    return codePoint < SEPTETS.length ? SEPTETS[codePoint] : 0;
  }

  /**
   * Returns whether a character is not seen and stands for nothing: soft hyphen, zero-width space
   * and joiners, marks of direction, variation selectors, byte order mark.
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

  private static @Nullable String replacement(int codePoint) {
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
