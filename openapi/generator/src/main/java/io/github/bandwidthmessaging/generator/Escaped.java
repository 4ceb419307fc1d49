package io.github.bandwidthmessaging.generator;

import com.samskivert.mustache.Mustache;

/**
 * What a template may write: text that is escaped for its context. Each kind has one way to be made
 * from a string.
 */
sealed interface Escaped permits Code, Html, Javadoc, Notice {

  /** Fails templates that write anything else, in particular a string. */
  static Mustache.Compiler only(Mustache.Compiler compiler) {
    return compiler
        .escapeHTML(false)
        .withFormatter(
            value -> {
              if (value instanceof Escaped
                  || value instanceof Integer
                  || value instanceof Boolean) {
                return value.toString();
              }
              throw new IllegalArgumentException(
                  "A template writes a "
                      + value.getClass().getSimpleName()
                      + " that nothing has escaped: "
                      + value);
            });
  }

  /**
   * Whether a character is visible. Control characters, line separators, direction overrides, and
   * unpaired surrogates do not belong in a source file.
   */
  static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
