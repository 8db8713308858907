package dev.tend.ingest.crm;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Tend takes from a row of a CRM; nothing else of it is read. */
enum Field {
  PROFILE,
  FIRST,
  LAST,
  NAME,
  EMAIL,
  TITLE,
  COMPANY,
  LOCATION,
  COUNTRY,
  OWNER,
  KIND;

  /** The word by which a caller names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
  }
}
