package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The imports of a source.
 *
 * <p>google-java-format can drop unused ones too, but parses the source for that, which takes as
 * long as formatting it.
 */
final class Imports {
  private static final String KEYWORD = "import ";

  private Imports() {}

  /** Returns the source with only the imports that its code names, sorted. */
  static String trimmed(String source) {
    List<String> lines = source.lines().toList();
    String code = lines.stream().filter(line -> !isImport(line)).collect(joining("\n"));
    Set<String> words = words(code);
    String imports =
        lines.stream()
            .filter(Imports::isImport)
            .distinct()
            .filter(
                line ->
                    words.contains(line.substring(line.lastIndexOf('.') + 1, line.length() - 1)))
            .sorted()
            .collect(joining("\n"));
    // A package's own file has annotations before its name, and no imports.
    int end = imports.isEmpty() ? 0 : code.indexOf(";\n") + 1;
    return code.substring(0, end) + "\n\n" + imports + "\n" + code.substring(end) + "\n";
  }

  private static boolean isImport(String line) {
    return line.startsWith(KEYWORD);
  }

  /** Returns the identifiers and keywords of the code, without comments and literals. */
  private static Set<String> words(String code) {
    Set<String> words = new HashSet<>();
    int i = 0;
    while (i < code.length()) {
      int start = i;
      char c = code.charAt(i++);
      if (code.startsWith("//", start)) {
        i = end(code, "\n", i);
      } else if (code.startsWith("/*", start)) {
        i = end(code, "*/", i + 1);
      } else if (c == '"' || c == '\'') {
        while (code.charAt(i) != c) {
          i += code.charAt(i) == '\\' ? 2 : 1;
        }
        i++;
      } else if (Character.isJavaIdentifierStart(c)) {
        while (i < code.length() && Character.isJavaIdentifierPart(code.charAt(i))) {
          i++;
        }
        words.add(code.substring(start, i));
      }
    }
    return words;
  }

  private static int end(String code, String sign, int from) {
    int found = code.indexOf(sign, from);
    return found < 0 ? code.length() : found + sign.length();
  }
}
