package io.github.bandwidthmessaging.generator;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Java source. It consists of names, literals and constants of this program only, so text from a
 * document cannot become code.
 */
final class Code implements Escaped {
  private static final Pattern NAME = Pattern.compile("(\\.?[A-Za-z_$][\\w$]*)+");

  private static final Pattern ANNOTATION = Pattern.compile("@[A-Za-z_$][\\w$.]*(\\(.*\\))?");

  private static final int MAX_CONSTANT = 65535;

  private final String source;

  private Code(String source) {
    this.source = source;
  }

  /** A name, simple or qualified; throws for anything else. */
  static Code name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a Java name: " + name);
    }
    return new Code(name);
  }

  /** An annotation that the build configures, not the document; it can have values. */
  static Code annotation(String written) {
    if (!ANNOTATION.matcher(written).matches()) {
      throw new Refusal("\"" + written + "\" is not an annotation.");
    }
    return new Code(written);
  }

  /** A string literal. It is safe even in a comment: {@code *}{@code /} cannot end it. */
  static Code literal(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_CONSTANT) {
      throw new IllegalArgumentException(
          ("A string of %,d bytes cannot be generated: a Java constant holds at most %,d;"
                  + " it begins with \"%.40s\".")
              .formatted(bytes, MAX_CONSTANT, text));
    }
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '/' ->
                    literal.append(literal.charAt(literal.length() - 1) == '*' ? "\\57" : "/");
                default -> {
                  if (Escaped.isVisible(c)) {
                    literal.appendCodePoint(c);
                  } else {
                    for (char unit : Character.toChars(c)) {
                      literal.append(String.format("\\u%04x", (int) unit));
                    }
                  }
                }
              }
            });
    return new Code(literal.append('"').toString());
  }

  static Code of(int number) {
    return new Code(Integer.toString(number));
  }

  static Code of(boolean value) {
    return new Code(Boolean.toString(value));
  }

  static Code of(long number) {
    return new Code(number + "L");
  }

  /** Puts parts in place of each {@code %s}. */
  @SuppressWarnings("AnnotateFormatMethod") // The format is a constant, and the parts are code.
  static Code of(@CompileTimeConstant String format, Code... parts) {
    return new Code(format.formatted((Object[]) parts));
  }

  static Code join(@CompileTimeConstant String separator, Collection<Code> parts) {
    return new Code(parts.stream().map(Code::toString).collect(joining(separator)));
  }

  /** This type or null; the annotation of a nested class stands before the last name. */
  Code orNull() {
    int nested = source.contains("<") ? 0 : source.lastIndexOf('.') + 1;
    return new Code(source.substring(0, nested) + "@Nullable " + source.substring(nested));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Code that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}
