package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164 form: {@code +}, country code, number, at most 15 digits.
 *
 * <p>{@link #of} takes this form only and checks nothing else. {@link #parse} takes what people
 * type, and knows the numbering plans of the world (Google's libphonenumber, which is loaded by
 * this method and by {@link #national}, {@link #international} and {@link #region} only).
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
    requireNonNull(value, "value == null");
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Not an E.164 number: write + and 2 to 15 digits, the first not 0, and nothing between them ("
              + value.length()
              + " characters given)");
    }
    return new PhoneNumber(value);
  }

  /**
   * Returns the number that a person has typed: {@code (919) 555-1212}, {@code 0044 20 7946 0018},
   * {@code (+1) 919.555.1212}, with Arabic-Indic or full-width digits too. White space around it,
   * line breaks included, and invisible characters in it, such as marks of direction, are left out.
   *
   * @param text what was typed
   * @param region where it was typed, which gives a number without country code its country: two
   *     letters of ISO 3166-1, for example {@code US}
   * @return the number
   * @throws IllegalArgumentException if {@code text} is no number that can exist, has an extension
   *     (no message reaches one), letters or anything else around the number; or if {@code region}
   *     is unknown. The text is not repeated.
   */
  public static PhoneNumber parse(String text, String region) {
    requireNonNull(text, "text == null");
    requireNonNull(region, "region == null");
    return of(NumberingPlan.e164(text, region));
  }

  /**
   * Returns the whole number.
   *
   * @return for example {@code +12345678901}
   */
  public String value() {
    return value;
  }

  /**
   * Returns the number as it is written in its own country.
   *
   * @return for example {@code (919) 555-1212}
   */
  public String national() {
    return NumberingPlan.national(value);
  }

  /**
   * Returns the number as it is written abroad.
   *
   * @return for example {@code +1 919-555-1212}
   */
  public String international() {
    return NumberingPlan.international(value);
  }

  /**
   * Returns where the number belongs to.
   *
   * @return two letters of ISO 3166-1, for example {@code US}, which stands also for the toll-free
   *     numbers that North America shares; empty if the number is valid nowhere or belongs to no
   *     country
   */
  public Optional<String> region() {
    return NumberingPlan.region(value);
  }

  /**
   * Returns whether this is a toll-free number of North America, of which Bandwidth's rules for
   * toll-free numbers speak. Needs no numbering plan.
   *
   * @return true for {@code +1} and 800, 833, 844, 855, 866, 877 or 888
   */
  public boolean isTollFree() {
    return isTollFree(value);
  }

  static boolean isTollFree(String e164) {
    // No pattern: it would be compiled at start-up, which most never need.
    return e164.length() == 12
        && e164.startsWith("+18")
        && e164.charAt(3) == e164.charAt(4)
        && "0345678".indexOf(e164.charAt(3)) >= 0;
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
