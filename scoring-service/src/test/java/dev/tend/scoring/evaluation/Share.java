package dev.tend.scoring.evaluation;

import java.util.Locale;

/** So many of so many. */
record Share(int part, int of) {
  /** The 97.5 % quantile of the normal distribution, for an interval that holds in 95 of 100. */
  private static final double Z = 1.959964;

  /** 0 to 1; not a number when there is nothing to count. */
  double value() {
    return of == 0 ? Double.NaN : (double) part / of;
  }

  /** The lower end of Wilson's interval (E. B. Wilson, 1927), which is fair to small counts. */
  double lowest() {
    return of == 0 ? 0 : middle() - reach();
  }

  /** The upper end of the same interval. */
  double highest() {
    return of == 0 ? 1 : middle() + reach();
  }

  private double middle() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double reach() {
    double p = value();
    return Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
  }

  /** Such as "97.3 %"; "-" when there is nothing to count. */
  String percent() {
    return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * value());
  }
}
