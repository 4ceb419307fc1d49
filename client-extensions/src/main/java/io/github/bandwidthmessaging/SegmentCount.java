package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many segments an SMS takes, counted before it is sent. Prices and rate limits are per
 * segment.
 *
 * <p>A text with only GSM-7 characters is sent in GSM-7: 160 units in one segment, or 153 in each
 * of several. A single other character makes the whole text UCS-2: 70 and 67. A unit is a septet in
 * GSM-7, where the characters <code>^{}\[~]|€</code> and the form feed take two, and a Java {@code
 * char} in UCS-2, where an emoji takes two or more. Both units of a character are always in the
 * same segment, so a segment can end one unit early.
 *
 * <p>This is an estimate; {@code segmentCount} in Bandwidth's response is authoritative. An MMS,
 * and therefore every group message, is always one segment: see {@link MessageCheck#segments()}.
 */
public final class SegmentCount {
  /** How the text of an SMS is encoded. */
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

  /** A character that GSM-7 lacks, which makes the whole text UCS-2. */
  public static final class Obstacle {
    private final int index;
    private final String character;
    private final @Nullable String replacement;

    private Obstacle(int index, String character, @Nullable String replacement) {
      this.index = index;
      this.character = character;
      this.replacement = replacement;
    }

    /**
     * Returns where the character is.
     *
     * @return the index in the text, in Java {@code char}s
     */
    public int index() {
      return index;
    }

    /**
     * Returns the character.
     *
     * @return one code point
     */
    public String character() {
      return character;
    }

    /**
     * Returns what to write instead.
     *
     * @return GSM-7 characters, empty for an invisible character; null if nothing is similar enough
     */
    public @Nullable String replacement() {
      return replacement;
    }

    /** Returns the code point and where it is. */
    @Override
    public String toString() {
      return "U+%04X at %d".formatted(character.codePointAt(0), index);
    }
  }

  private final String text;
  private final Encoding encoding;
  private final int segments;
  private final int unitsUsed;
  private final int unitsLeft;

  private SegmentCount(String text) {
    this.text = text;
    this.encoding =
        text.chars().allMatch(c -> Gsm7.septets(c) > 0) ? Encoding.GSM_7 : Encoding.UCS_2;
    int total = 0;
    int full = 0;
    int inLast = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int units =
          encoding == Encoding.GSM_7 ? Gsm7.septets(codePoint) : Character.charCount(codePoint);
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
   * @return GSM-7 if that has every character of the text, otherwise UCS-2
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
   * Returns the units that the text takes.
   *
   * @return septets or UCS-2 units, not counting those left empty at the end of a segment
   */
  public int unitsUsed() {
    return unitsUsed;
  }

  /**
   * Returns the units that are free in the last segment.
   *
   * @return how many can be added before the text takes another segment
   */
  public int unitsLeft() {
    return unitsLeft;
  }

  /**
   * Returns each character that GSM-7 lacks.
   *
   * @return the characters in order, none if the encoding is GSM-7
   */
  public List<Obstacle> obstacles() {
    List<Obstacle> obstacles = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (Gsm7.septets(codePoint) == 0) {
        obstacles.add(new Obstacle(i, Character.toString(codePoint), Gsm7.replacement(codePoint)));
      }
      i += Character.charCount(codePoint);
    }
    return List.copyOf(obstacles);
  }

  /**
   * Returns the text with a replacement for each {@linkplain #obstacles() obstacle} that has one.
   * The text can read differently ("façade" becomes "facade"). A character without a replacement
   * stays and keeps the text in UCS-2, so count the result again.
   *
   * @return the changed text, or the same if there is nothing to replace
   */
  public String withReplacements() {
    return encoding == Encoding.GSM_7 ? text : Gsm7.replaced(text);
  }

  /** Returns the figures, without the text. */
  @Override
  public String toString() {
    return "SegmentCount[encoding=%s, segments=%d, unitsUsed=%d, unitsLeft=%d]"
        .formatted(encoding, segments, unitsUsed, unitsLeft);
  }
}
