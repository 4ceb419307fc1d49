package io.github.bandwidthmessaging;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All that needs libphonenumber, in a class of its own so that nothing else loads it. */
final class NumberingPlan {
  /**
   * Digits of any script, and what people put between them. libphonenumber accepts more (letters as
   * on a keypad, words before the number, {@code ;ext=}), but a number found inside other text is a
   * guess.
   */
  private static final Pattern TYPED =
      Pattern.compile("[\\p{Z}\\t]*[(（\\[]?[+＋]?[\\p{Nd}\\p{Z}\\t()（）\\[\\]./．／‐-―−ー－~⁓∼～\\-]+");

  private static final Pattern REGION = Pattern.compile("[A-Za-z0-9]{0,3}");

  private static final Pattern INTERNATIONAL = Pattern.compile("[\\s(（]*00(.+)");

  /** White space of every kind around a number; a line break inside one stands between two. */
  private static final Pattern AROUND = Pattern.compile("^[\\s\\x{85}]+|[\\s\\x{85}]+$");

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  private NumberingPlan() {}

  static String e164(String typed, String region) {
    String text = plain(typed);
    String country = region.toUpperCase(Locale.ROOT);
    if (!PLANS.getSupportedRegions().contains(country)) {
      // Not repeated unless it is short: it could be the number.
      throw new IllegalArgumentException(
          "region must be two letters of ISO 3166-1, such as US"
              + (REGION.matcher(region).matches() ? ", not " + region : ""));
    }
    Phonenumber.PhoneNumber number = typed(text, country);
    if (number.hasExtension()) {
      throw new IllegalArgumentException(
          "The number has an extension, which a message cannot reach: leave it out");
    }
    if (!TYPED.matcher(text).matches()) {
      throw notANumber(text, "only: there are letters or signs that do not belong to one");
    }
    if (!PLANS.isPossibleNumber(number)) {
      throw notANumber(text, "in " + country + ": too short or too long");
    }
    if (!PLANS.isValidNumber(number)) {
      throw notANumber(text, "in " + country + ": no such number is assigned there");
    }
    return PLANS.format(number, PhoneNumberFormat.E164);
  }

  /**
   * Returns the text with ASCII digits and spaces, and without the direction marks and the like
   * that are copied along with a number.
   */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(codePoint -> !Gsm7.isInvisible(codePoint))
        .map(
            codePoint ->
                Character.isDigit(codePoint)
                    ? '0' + Character.digit(codePoint, 10)
                    : Character.isSpaceChar(codePoint) ? ' ' : codePoint)
        .forEach(plain::appendCodePoint);
    return AROUND.matcher(plain).replaceAll("");
  }

  private static Phonenumber.PhoneNumber typed(String text, String country) {
    try {
      Phonenumber.PhoneNumber number = PLANS.parse(text, country);
      if (PLANS.isValidNumber(number) || !INTERNATIONAL.matcher(text).matches()) {
        return number;
      }
      // 00 is not the prefix in all countries, but is understood in all.
      return PLANS.parse(INTERNATIONAL.matcher(text).replaceFirst("+$1"), country);
    } catch (NumberParseException e) {
      // Not as the cause: its message repeats what was typed.
      throw notANumber(text, "in " + country);
    }
  }

  static String national(String e164) {
    return PLANS.format(parsed(e164), PhoneNumberFormat.NATIONAL);
  }

  static String international(String e164) {
    return PLANS.format(parsed(e164), PhoneNumberFormat.INTERNATIONAL);
  }

  static @Nullable String region(String e164) {
    Phonenumber.PhoneNumber number = parsed(e164);
    if (!number.hasCountryCode()) {
      return null;
    }
    String region = PLANS.getRegionCodeForNumber(number);
    // "001" stands for numbers without a country.
    return region == null || region.length() != 2 ? null : region;
  }

  private static Phonenumber.PhoneNumber parsed(String e164) {
    try {
      return PLANS.parse(e164, null);
    } catch (NumberParseException e) {
      // E.164 in form, with a country code that nobody has: there is no plan to format it by.
      return new Phonenumber.PhoneNumber().setRawInput(e164);
    }
  }

  private static IllegalArgumentException notANumber(String text, String why) {
    return new IllegalArgumentException(
        "Not a phone number " + why + " (" + text.length() + " characters given)");
  }
}
