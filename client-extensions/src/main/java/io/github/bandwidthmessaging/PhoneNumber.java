package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number in E.164 form: {@code +}, country code, and number, at most 15 digits.
 *
 * <p>{@link #of} accepts this form only and checks nothing else. {@link #parse} accepts what people
 * type and checks it against the world's numbering plans, with Google's libphonenumber, which only
 * this method, {@link #national}, {@link #international}, and {@link #region} load.
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
   * @throws IllegalArgumentException if {@code value} is not in E.164 form, which has no spaces,
   *     hyphens, or parentheses
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
   * Returns the number that a person typed: {@code (919) 555-1212}, {@code 0044 20 7946 0018},
   * {@code (+1) 919.555.1212}, also in Arabic-Indic or full-width digits. White space around the
   * number, line breaks included, and invisible characters in it, such as direction marks, are
   * ignored.
   *
   * @param text what was typed
   * @param region where it was typed, which is the country of a number without a country code: two
   *     letters of ISO 3166-1, for example {@code US}
   * @return the number
   * @throws IllegalArgumentException if {@code text} is not a number that can exist, or has an
   *     extension (messages cannot reach one), letters, or anything else around the number; or if
   *     {@code region} is unknown. The message of the exception does not repeat the text.
   */
  public static PhoneNumber parse(String text, String region) {
    requireNonNull(text, "text == null");
    requireNonNull(region, "region == null");
    return of(NumberingPlan.e164(text, region));
  }

  /**
   * Returns the whole number, to store or to send to.
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
   * Returns the country of the number.
   *
   * @return two letters of ISO 3166-1, for example {@code US}, also for the toll-free numbers that
   *     North America shares; null if the number is not valid anywhere or belongs to no country
   */
  public @Nullable String region() {
    return NumberingPlan.region(value);
  }

  /**
   * Returns whether this is a North American toll-free number, to which Bandwidth's rules for
   * toll-free numbers apply. Loads no numbering plan.
   *
   * @return true for {@code +1} and 800, 833, 844, 855, 866, 877, or 888
   */
  public boolean isTollFree() {
    return isTollFree(value);
  }

  static boolean isTollFree(String e164) {
    // Not a pattern: most programs would compile it at startup and never need it.
    return e164.length() == 12
        && e164.startsWith("+18")
        && e164.charAt(3) == e164.charAt(4)
        && "0345678".indexOf(e164.charAt(3)) >= 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PhoneNumber that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /**
   * Returns the number with its middle masked, for logs: {@code +1234•••8901}. To store the number,
   * use {@link #value()}.
   */
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
