package io.github.bandwidthmessaging.random;

import java.util.Random;

/** Random strings of every kind and around every length that matters for segments. */
public final class RandomTexts {
  private static final String[] ALPHABETS = {
    "abc XYZ 019.,-\n@£èÇØ",
    "ab€{}[]~\\|^\f",
    "ab’“”–…\u00a0é\u0301",
    "abжщ語ñ",
    "ab\uD83D\uDE00\uD83D\uDC68\u200d\uD83D\uDC69\uD83C\uDDE9\uD83C\uDDEA",
    "\r\n\t ß½ﬁ™Ａ"
  };
  private static final int[] LENGTHS = {0, 1, 35, 67, 70, 76, 134, 153, 160, 201, 306, 459, 2048};

  private RandomTexts() {}

  /**
   * Returns one text.
   *
   * @param random decides
   * @return between 0 and 2,051 characters
   */
  public static String next(Random random) {
    int length = Math.max(0, LENGTHS[random.nextInt(LENGTHS.length)] + random.nextInt(7) - 3);
    int[] first = ALPHABETS[random.nextInt(ALPHABETS.length)].codePoints().toArray();
    int[] second = ALPHABETS[random.nextInt(ALPHABETS.length)].codePoints().toArray();
    // Rarely, so that the position of a wide character matters, not only the number of them.
    double mixed = new double[] {0, 0.01, 0.1, 0.5}[random.nextInt(4)];
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int[] alphabet = random.nextDouble() < mixed ? second : first;
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }
}
