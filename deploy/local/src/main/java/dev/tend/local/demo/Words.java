package dev.tend.local.demo;

/** Numbers with their nouns. */
final class Words {
  private Words() {}

  /** {@code 1 mail}, {@code 2 mails}, {@code no mails}. */
  static String count(long number, String one, String several) {
    return (number == 0 ? "no" : Long.toString(number)) + " " + (number == 1 ? one : several);
  }
}
