package dev.tend.ingest.crm;

import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.text.Entities;
import dev.tend.ingest.text.PlainText;
import java.util.EnumMap;
import java.util.Map;

/**
 * One contact or account, whatever the form it came in. A refusal names the field.
 *
 * @param number of the row or card, from 1, without the header
 */
record Entry(int number, Map<Field, String> values) {
  /** As long as the records of the topics take them. */
  private static final int LONGEST_LINE = 500;

  Entry {
    values = Map.copyOf(values);
  }

  static Entry of(int number, Map<Field, String> values) {
    var plain = new EnumMap<Field, String>(Field.class);
    values.forEach(
        (field, value) -> {
          var line = PlainText.line(Entities.decoded(value));
          if (!line.isEmpty()) {
            plain.put(field, line);
          }
        });
    return new Entry(number, plain);
  }

  boolean isBlank() {
    return values.isEmpty();
  }

  /** The value; empty when there is none. */
  String line(Field field) {
    var line = values.getOrDefault(field, "");
    if (line.length() > LONGEST_LINE) {
      throw new RefusedException(field.word(), "is longer than " + LONGEST_LINE + " characters");
    }
    return line;
  }

  String required(Field field) {
    var line = line(field);
    if (line.isEmpty()) {
      throw new RefusedException(field.word(), "is blank");
    }
    return line;
  }

  /** First and last name, or the name in one. */
  String fullName() {
    var parts = (line(Field.FIRST) + " " + line(Field.LAST)).strip();
    return parts.isEmpty() || line(Field.FIRST).isEmpty() ? orElse(line(Field.NAME), parts) : parts;
  }

  private static String orElse(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** Whose profile it is. */
  PersonKey person() {
    try {
      return PersonKey.of(required(Field.PROFILE));
    } catch (RefusedException none) {
      throw new RefusedException(Field.PROFILE.word(), none.refusal().reason());
    }
  }

  @Override
  public String toString() {
    return "Entry[" + number + "]";
  }
}
