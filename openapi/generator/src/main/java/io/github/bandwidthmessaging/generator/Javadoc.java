package io.github.bandwidthmessaging.generator;

import org.jspecify.annotations.Nullable;

/** What a document says in CommonMark, as the text of a Javadoc comment. */
final class Javadoc implements Escaped {
  private final String text;

  private Javadoc(String text) {
    this.text = text;
  }

  /** Code spans become {@code code} tags, blank lines paragraphs, the rest is plain text. */
  static Javadoc of(String text) {
    String[] parts = text.strip().split("`", -1);
    StringBuilder javadoc = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      if (code && isBalanced(parts[i])) {
        javadoc.append("{@code ").append(parts[i].replace("*/", "*&#47;")).append('}');
      } else if (code && !parts[i].isBlank()) {
        javadoc.append("<code>").append(escaped(parts[i])).append("</code>");
      } else {
        javadoc.append(escaped(parts[i]));
      }
    }
    return new Javadoc(javadoc.toString().replaceAll("\\s*\n[ \t]*\n\\s*", "\n\n<p>"));
  }

  private static boolean isBalanced(String code) {
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0 && !code.isBlank() && !code.contains("@") && !code.contains("\\");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Javadoc that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
