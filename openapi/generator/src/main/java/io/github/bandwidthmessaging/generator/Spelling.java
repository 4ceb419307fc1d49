package io.github.bandwidthmessaging.generator;

import java.util.Collection;
import java.util.Locale;

/** Suggests what a misspelled word was meant to be. */
final class Spelling {
  private Spelling() {}

  /**
   * Returns {@code ; did you mean "that"?} for the candidate that looks like the word, or nothing.
   */
  static String hint(String word, Collection<String> candidates) {
    String best = "";
    int least = 1 + Math.min(3, word.length() / 3);
    for (String candidate : candidates) {
      String lower = candidate.toLowerCase(Locale.ROOT);
      int distance = distance(word.toLowerCase(Locale.ROOT), lower);
      if (word.length() > 2 && lower.startsWith(word.toLowerCase(Locale.ROOT))) {
        distance = 1;
      }
      if (distance < least) {
        best = candidate;
        least = distance;
      }
    }
    return best.isEmpty() ? "" : "; did you mean \"" + best + "\"?";
  }

  /** The number of characters to insert, drop, replace or swap. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
