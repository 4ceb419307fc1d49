package io.github.bandwidthmessaging.generator;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Translates a regular expression of ECMA-262, as in JSON Schema, to java.util.regex. */
final class EcmaPattern {
  private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+(,\\d*)?}");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(c[A-Za-z]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\\{[0-9A-Fa-f]+}|[pP]\\{[^}]+}|k<[^>]+>|[1-9]\\d*|.)",
          Pattern.DOTALL);
  private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<([^=!>][^>]*)>");

  /** What white space is, without the brackets of a class. */
  private static final String SPACE =
      "\\s\\x0B\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

  /** Escapes that mean something else to Java. */
  private static final Map<String, String> ESCAPES =
      Map.of("\\0", "\\x00", "\\v", "\\x0B", "\\s", "[" + SPACE + "]", "\\S", "[^" + SPACE + "]");

  private static final Map<String, String> ESCAPES_IN_CLASS =
      Map.of("\\0", "\\x00", "\\v", "\\x0B", "\\s", SPACE, "\\b", "\\x08");

  private EcmaPattern() {}

  /** Returns the expression in Java, null if Java has no equivalent. */
  static @Nullable String toJava(String pattern) {
    StringBuilder java = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        Matcher escape = ESCAPE.matcher(pattern).region(i, pattern.length());
        String translated = escape.lookingAt() ? escape(escape.group(), inside) : null;
        if (translated == null) {
          return null;
        }
        java.append(translated);
        i = escape.end() - 1;
      } else if (inside) {
        inside = c != ']';
        // Brackets and ampersands within a class mean themselves.
        java.append(c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
      } else if (c == '[') {
        String rest = pattern.substring(i);
        if (rest.startsWith("[^]") || rest.startsWith("[]")) {
          // Any character, and none.
          java.append(rest.startsWith("[^]") ? "[\\s\\S]" : "(?!)");
          i += rest.startsWith("[^]") ? 2 : 1;
        } else {
          inside = true;
          java.append(c);
        }
      } else if (c == '$') {
        // The very end, and not before a trailing line break.
        java.append("\\z");
      } else if (c == '{' && !QUANTIFIER.matcher(pattern).region(i, pattern.length()).lookingAt()) {
        java.append("\\{");
      } else if (pattern.startsWith("(?<", i)) {
        Matcher group = GROUP_NAME.matcher(pattern).region(i, pattern.length());
        if (group.lookingAt()) {
          java.append("(?<").append(groupName(group.group(1))).append('>');
          i = group.end() - 1;
        } else {
          java.append(c);
        }
      } else {
        java.append(c);
      }
    }
    try {
      return Pattern.compile(java.toString()).pattern();
    } catch (PatternSyntaxException e) {
      return null;
    }
  }

  private static @Nullable String escape(String escape, boolean inside) {
    Map<String, String> escapes = inside ? ESCAPES_IN_CLASS : ESCAPES;
    if (escapes.containsKey(escape)) {
      return escapes.get(escape);
    }
    String name = escape.substring(1);
    if (name.startsWith("u{")) {
      return "\\x" + name.substring(1);
    }
    if (name.startsWith("k<")) {
      return "\\k<" + groupName(name.substring(2, name.length() - 1)) + ">";
    }
    boolean letter = name.length() == 1 && Character.isLetter(name.charAt(0));
    // In ECMA-262, any other letter stands for itself or is invalid; Java may give it a meaning.
    return letter && "bBdDfnrtwW".indexOf(name.charAt(0)) < 0 ? null : escape;
  }

  /** Java has letters and digits only in the name of a group. */
  private static String groupName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "X");
  }
}
