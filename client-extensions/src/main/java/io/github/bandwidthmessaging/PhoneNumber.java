package io.github.bandwidthmessaging;

import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form: {@code +}, country code, number, at most 15 digits.
 *
 * <p>Only the form is checked, not whether such a number exists.
 */
public final class PhoneNumber {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  private final String value;

  private PhoneNumber(String value) {
    this.value = value;
  }

  /**
   * Returns the number written as {@code value}.
   *
   * @param value for example {@code +12345678901}
   * @return the number
   * @throws IllegalArgumentException if {@code value} is not in E.164 form; blanks, hyphens and
   *     parentheses are not part of it
   */
  public static PhoneNumber of(String value) {
    if (value == null) {
      throw new NullPointerException("value == null");
    }
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Not an E.164 number: write + and 2 to 15 digits, the first not 0, and nothing between them ("
              + value.length()
              + " characters given)");
    }
    return new PhoneNumber(value);
  }

  /**
   * Returns the whole number.
   *
   * @return for example {@code +12345678901}
   */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PhoneNumber that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the number without its middle, fit for a log: {@code +1234•••8901}. */
  @Override
  public String toString() {
    return mask(value);
  }

  /**
   * Shows up to four digits at either end and leaves out at least three, or all if there are fewer.
   */
  static String mask(String e164) {
    int digits = e164.length() - 1;
    int shown = Math.max(0, Math.min(4, (digits - 3) / 2));
    return e164.substring(0, 1 + shown) + "•••" + e164.substring(e164.length() - shown);
  }
}
