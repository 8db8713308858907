package dev.tend.ingest.archive;

import dev.tend.events.PartialDate;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.text.Entities;
import dev.tend.ingest.text.PlainText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, read by column under the names of {@code columns.csv}. A refusal names the
 * column so.
 */
public final class Row {
  /** As long as the records of the topics take them. */
  private static final int LONGEST_LINE = 500;

  private static final int LONGEST_PROSE = 10_000;

  private static final Set<String> YES =
      Set.of("yes", "true", "1", "ja", "oui", "sí", "si", "sì", "sim");

  private final int number;
  private final Columns columns;
  private final List<String> cells;

  /** A row; its number counts from 1, without preamble and header. */
  Row(int number, Columns columns, List<String> cells) {
    this.number = number;
    this.columns = columns;
    this.cells = cells;
  }

  /**
   * A row that comes from elsewhere than a file, such as one of the portability API.
   *
   * @param number from 1
   * @param header the names of the columns, as the source writes them
   */
  public static Row of(Kind kind, int number, List<String> header, List<String> cells) {
    return new Row(number, Columns.of(kind, header), List.copyOf(cells));
  }

  /** Its place in the file, from 1, without preamble and header. */
  public int number() {
    return number;
  }

  /** The cell as one line; empty when there is no such column or cell. */
  public String line(String column) {
    return within(LONGEST_LINE, column, PlainText.line(Entities.decoded(cell(column))));
  }

  /** As {@link #line}, and it must not be blank. */
  public String required(String column) {
    var line = line(column);
    if (line.isEmpty()) {
      throw new RefusedException(column, "is blank");
    }
    return line;
  }

  /** The cell with its line breaks. */
  public String prose(String column) {
    return within(LONGEST_PROSE, column, PlainText.prose(Entities.decoded(cell(column))));
  }

  /** The person at this address. */
  public PersonKey person(String column) {
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
  public @Nullable PartialDate month(String column) {
    var text = line(column);
    return text.isEmpty()
        ? null
        : ArchiveDates.month(text)
            .orElseThrow(() -> new RefusedException(column, "is in no form that Tend knows"));
  }

  /** The day; empty when the cell is blank or cannot be read. */
  public Optional<LocalDate> day(String column) {
    return ArchiveDates.day(line(column));
  }

  /**
   * The time, which must be there.
   *
   * @param zone in which it is written when it does not say
   */
  public Instant instant(String column, ZoneId zone) {
    return ArchiveDates.instant(required(column), zone)
        .orElseThrow(() -> new RefusedException(column, "is in no form that Tend knows"));
  }

  /** Whether the cell says yes, in any of some languages. */
  boolean yes(String column) {
    return YES.contains(line(column).toLowerCase(Locale.ROOT));
  }

  public boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** How many cells it has, which may be fewer than the header. */
  int width() {
    return cells.size();
  }

  /** The cell as the file has it. */
  String cell(String column) {
    return columns.cell(cells, column);
  }

  private static String within(int longest, String column, String text) {
    if (text.length() > longest) {
      throw new RefusedException(column, "is longer than " + longest + " characters");
    }
    return text;
  }

  @Override
  public String toString() {
    return "Row[" + number + "]";
  }
}
