package io.github.bandwidthmessaging.contract.operation;

import com.github.curiousoddman.rgxgen.RgxGen;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Texts on both sides of a pattern. A random walk by small edits from one matching text to the next
 * reaches all its alternatives; growing and shrinking from there finds their limits.
 */
final class PatternWalk {
  private static final int STEPS = 60;
  private static final int TRIES = 10;
  private static final int LONGEST = 100;
  private static final String ODD = "0aZ+ -_.\n\r٣é😀";

  private final Pattern pattern;
  private final int[] alphabet;
  private final Random random;
  private String current;

  /**
   * Begins at an example.
   *
   * @param example one that need not be there, and need not match
   */
  PatternWalk(String pattern, String example, Random random) {
    this.pattern = DocumentSchema.pattern(pattern);
    this.alphabet = (pattern + ODD).codePoints().toArray();
    this.random = random;
    this.current = example;
    try {
      for (int i = 0; i < TRIES && !matches(current); i++) {
        current = new RgxGen(pattern).generate(random);
      }
    } catch (RuntimeException e) {
      // It does not support every construct; the exception below says what helps.
      current = example;
    }
    if (!matches(current)) {
      throw new IllegalArgumentException("The document has no example that matches " + pattern);
    }
  }

  String matching() {
    for (int i = 0; i < STEPS; i++) {
      String next = edited(current);
      next = random.nextBoolean() ? next : edited(next);
      if (matches(next)) {
        current = next;
      }
    }
    return current;
  }

  /** Returns a text that is one edit away from one that matches, and mostly does not match. */
  String almost() {
    return edited(matching());
  }

  String longest() {
    return edge(this::grown, false);
  }

  String tooLong() {
    return edge(this::grown, true);
  }

  String shortest() {
    return edge(this::shrunk, false);
  }

  String tooShort() {
    return edge(this::shrunk, true);
  }

  /** Goes on until no step leads to a text that matches. */
  private String edge(UnaryOperator<String> step, boolean beyond) {
    String inside = matching();
    String outside = inside;
    for (int i = 0, tries = 0; i < LONGEST && tries < TRIES; i++, tries++) {
      String next = step.apply(inside);
      if (matches(next)) {
        inside = next;
        tries = 0;
      } else {
        outside = next;
      }
    }
    return beyond ? outside : inside;
  }

  private String edited(String text) {
    return switch (text.isEmpty() ? 2 : random.nextInt(3)) {
      case 0 -> shrunk(text);
      case 1 -> changed(text, 0);
      default -> changed(text, 1);
    };
  }

  /** Replaces a character by one of the alphabet, or inserts one. */
  private String changed(String text, int inserted) {
    List<Integer> characters = characters(text);
    int at = random.nextInt(characters.size() + inserted);
    int character = alphabet[random.nextInt(alphabet.length)];
    if (inserted == 1) {
      characters.add(at, character);
    } else {
      characters.set(at, character);
    }
    return text(characters);
  }

  private String grown(String text) {
    List<Integer> characters = characters(text);
    int at = random.nextInt(characters.size());
    characters.add(at, characters.get(at));
    return text(characters);
  }

  private String shrunk(String text) {
    List<Integer> characters = characters(text);
    characters.remove(random.nextInt(characters.size()));
    return text(characters);
  }

  private boolean matches(String text) {
    return pattern.matcher(text).find();
  }

  private static List<Integer> characters(String text) {
    return new ArrayList<>(text.codePoints().boxed().toList());
  }

  private static String text(List<Integer> characters) {
    return new String(
        characters.stream().mapToInt(Integer::intValue).toArray(), 0, characters.size());
  }
}
