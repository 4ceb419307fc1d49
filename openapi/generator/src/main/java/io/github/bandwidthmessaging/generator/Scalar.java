package io.github.bandwidthmessaging.generator;

import io.github.bandwidthmessaging.generator.Type.Token;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The types without a generated class that contain no others; each is a constant of Json. */
enum Scalar {
  BASE64("ByteString", Token.STRING, 8),
  BIG_DECIMAL("BigDecimal", Token.NUMBER, 7),
  BIG_INTEGER("BigInteger", Token.NUMBER, 3),
  BOOLEAN("Boolean", Token.BOOLEAN, 9),
  DATE("LocalDate", Token.STRING, 4),
  DATE_TIME("OffsetDateTime", Token.STRING, 4),
  DOUBLE("Double", Token.NUMBER, 6),
  FLOAT("Float", Token.NUMBER, 5),
  ID("UUID", Token.STRING, 4),
  INTEGER("Integer", Token.NUMBER, 1),
  LINK("URI", Token.STRING, 8),
  LONG("Long", Token.NUMBER, 2),
  STRING("String", Token.STRING, 10),
  /** A part of a multipart form as the caller makes it; the only one without an adapter. */
  PART("Part", Token.STRING, 10);

  private final String java;
  private final Token token;
  private final int strictness;

  /**
   * @param strictness the lower, the fewer values fit; equal if neither type takes all of the other
   */
  Scalar(String java, Token token, int strictness) {
    this.java = java;
    this.token = token;
    this.strictness = strictness;
  }

  String java() {
    return java;
  }

  Token token() {
    return token;
  }

  int strictness() {
    return strictness;
  }

  /** A value, by its text in JSON; null if it has no literal or is not such a value. */
  @Nullable Code literal(String text) {
    try {
      return switch (this) {
        case STRING -> Code.literal(text);
        case INTEGER -> Code.of(Integer.parseInt(text));
        case LONG -> Code.of(Long.parseLong(text));
        case BIG_INTEGER ->
            Code.of("new BigInteger(%s)", Code.literal(new BigInteger(text).toString()));
        case BIG_DECIMAL ->
            Code.of("new BigDecimal(%s)", Code.literal(new BigDecimal(text).toString()));
        case BOOLEAN ->
            text.equals("true") ? Code.of("true") : text.equals("false") ? Code.of("false") : null;
        default -> null;
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  boolean isNumber() {
    return token == Token.NUMBER;
  }

  /** Whether it is a string in JSON with a richer type in Java. */
  boolean isParsed() {
    return token == Token.STRING && this != STRING && this != PART;
  }
}
