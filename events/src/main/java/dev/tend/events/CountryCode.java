package dev.tend.events;

import java.util.Locale;
import java.util.Set;

/** ISO 3166-1 alpha-2, as the JDK knows it. */
final class CountryCode {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private CountryCode() {}

  /** Lets the empty text pass: the country is not known. */
  static String check(String field, String code) {
    if (!code.isEmpty() && !CODES.contains(code)) {
      throw new RefusedException(field, "must be a two-letter country code such as CA");
    }
    return code;
  }
}
