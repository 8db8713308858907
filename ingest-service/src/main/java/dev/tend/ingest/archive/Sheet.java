package dev.tend.ingest.archive;

import dev.tend.ingest.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, read row by row. Whatever stands before the first header that Tend knows is skipped,
 * within a few lines; a row has a bound, lest an open quote swallow the file. For one thread.
 */
final class Sheet implements AutoCloseable {
  private static final int LONGEST_ROW = 1 << 20;
  private static final int PREAMBLE_ROWS = 10;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          .setLenientEof(true)
          .setTrailingData(true)
          .get();

  private final RowBound text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Optional<Kind> kind;
  private List<String> header = List.of();
  private int number;

  private Sheet(InputStream file) throws IOException {
    text = new RowBound(new InputStreamReader(file, StandardCharsets.UTF_8));
    parser = CSVParser.builder().setReader(text).setFormat(FORMAT).get();
    records = parser.iterator();
    kind = findHeader();
  }

  /** Opens a file and reads it up to its header. Closing the sheet closes the file. */
  static Sheet open(InputStream file) throws IOException {
    return new Sheet(file);
  }

  /** Of what kind the file is; empty when Tend does not know its header, or it is no CSV at all. */
  Optional<Kind> kind() {
    return kind;
  }

  /** The next row that is not blank; null at the end. */
  @Nullable Row next() throws IOException {
    for (var record = record(); record != null; record = record()) {
      var row = new Row(++number, header, record.toList());
      if (!row.isBlank()) {
        return row;
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private Optional<Kind> findHeader() throws IOException {
    try {
      for (int i = 0; i < PREAMBLE_ROWS; i++) {
        var record = record();
        if (record == null) {
          return Optional.empty();
        }
        header = record.stream().map(Sheet::column).toList();
        var found = Kind.of(header);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    } catch (RowTooLongException | CSVException noTable) {
      return Optional.empty();
    }
  }

  private @Nullable CSVRecord record() throws IOException {
    try {
      text.nextRow();
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static String column(String name) {
    var plain = name.isEmpty() || name.charAt(0) != BYTE_ORDER_MARK ? name : name.substring(1);
    return PlainText.line(plain).toLowerCase(Locale.ROOT);
  }

  private static final class RowTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    RowTooLongException() {
      super("A row is longer than " + LONGEST_ROW + " characters");
    }
  }

  /** Ends the reading of a row that has become too long. */
  private static final class RowBound extends Reader {
    private final Reader text;
    private int sinceRow;

    RowBound(Reader text) {
      this.text = text;
    }

    void nextRow() {
      sinceRow = 0;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      int read = text.read(into, from, length);
      sinceRow += Math.max(0, read);
      if (sinceRow > LONGEST_ROW) {
        throw new RowTooLongException();
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
