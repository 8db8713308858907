package dev.tend.ingest.archive;

import dev.tend.events.PartialDate;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.text.Entities;
import dev.tend.ingest.text.PlainText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, read by column. A refusal names the column as the file does.
 *
 * @param number from 1, without preamble and header
 * @param header the columns in lower case
 */
record Row(int number, List<String> header, List<String> cells) {
  /** As long as the records of the topics take them. */
  private static final int LONGEST_LINE = 500;

  private static final int LONGEST_PROSE = 10_000;

  /** The cell as one line; empty when there is no such column or cell. */
  String line(String column) {
    return within(LONGEST_LINE, column, PlainText.line(Entities.decoded(cell(column))));
  }

  /** As {@link #line}, and it must not be blank. */
  String required(String column) {
    var line = line(column);
    if (line.isEmpty()) {
      throw new RefusedException(column, "is blank");
    }
    return line;
  }

  /** The cell with its line breaks. */
  String prose(String column) {
    return within(LONGEST_PROSE, column, PlainText.prose(Entities.decoded(cell(column))));
  }

  /** The person at this address. */
  PersonKey person(String column) {
    var address = line(column);
    if (address.isEmpty()) {
      throw new RefusedException(column, "is blank, so that nobody can tell who it is");
    }
    try {
      return PersonKey.of(address);
    } catch (RefusedException none) {
      throw new RefusedException(column, none.refusal().reason());
    }
  }

  /** The month, null when the cell is blank. One that cannot be read is not taken for blank. */
  @Nullable PartialDate month(String column) {
    var text = line(column);
    return text.isEmpty()
        ? null
        : ArchiveDates.month(text)
            .orElseThrow(() -> new RefusedException(column, "is in no form that Tend knows"));
  }

  /** The time, which must be there. */
  Instant instant(String column) {
    return ArchiveDates.instant(required(column))
        .orElseThrow(() -> new RefusedException(column, "is in no form that Tend knows"));
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  private static String within(int longest, String column, String text) {
    if (text.length() > longest) {
      throw new RefusedException(column, "is longer than " + longest + " characters");
    }
    return text;
  }

  private String cell(String column) {
    int at = header.indexOf(column.toLowerCase(Locale.ROOT));
    return at < 0 || at >= cells.size() ? "" : cells.get(at);
  }

  @Override
  public String toString() {
    return "Row[" + number + "]";
  }
}
