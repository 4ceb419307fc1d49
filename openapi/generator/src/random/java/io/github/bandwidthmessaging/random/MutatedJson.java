package io.github.bandwidthmessaging.random;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Valid JSON with a few changes.
 *
 * @param values what a value is replaced with
 * @param junk what is not JSON by itself
 */
public record MutatedJson(List<String> values, List<String> junk) {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[\\[\\]{}:,]|[^\\s\\[\\]{}:,\"]+");

  /**
   * Replaces values, sometimes with invalid ones; removes, duplicates and breaks others.
   *
   * @param json valid JSON
   * @param changes how many times
   * @param random decides
   * @return what may be JSON no longer, nor UTF-8
   */
  public byte[] bytes(String json, int changes, Random random) {
    List<String> tokens =
        new ArrayList<>(TOKEN.matcher(json).results().map(MatchResult::group).toList());
    for (int change = 0; change < changes; change++) {
      int at = random.nextInt(tokens.size());
      switch (random.nextInt(16)) {
        case 0 -> tokens.set(at, "");
        case 1 -> tokens.set(at, tokens.get(at).repeat(2));
        case 2 -> tokens.set(at, junk.get(random.nextInt(junk.size())));
        case 3 -> tokens.subList(at + 1, tokens.size()).clear();
        default -> {
          int value = tokens.subList(at, tokens.size()).indexOf(":") + at + 1;
          List<String> replaced = tokens.subList(value, end(tokens, value));
          replaced.clear();
          replaced.add(values.get(random.nextInt(values.size())));
        }
      }
    }
    byte[] bytes = String.join("", tokens).getBytes(UTF_8);
    if (bytes.length > 0 && random.nextInt(16) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** Returns the end of the value that begins at a token. */
  private static int end(List<String> tokens, int begin) {
    int depth = 0;
    for (int at = begin; at < tokens.size(); at++) {
      String token = tokens.get(at);
      depth += token.matches("[\\[{]") ? 1 : token.matches("[]}]") ? -1 : 0;
      if (depth <= 0) {
        return at + 1;
      }
    }
    return tokens.size();
  }
}
