package dev.tend.ingest.archive;

import dev.tend.ingest.text.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file, read row by row. Whatever stands before the first header that Tend knows is skipped,
 * within a few lines; a row has a bound, lest an open quote swallow the file. Columns are apart by
 * commas or, after some spreadsheets, by semicolons or tabs. For one thread.
 */
final class Sheet implements AutoCloseable {
  private static final int LONGEST_ROW = 1 << 20;
  private static final int PREAMBLE_ROWS = 10;

  /** Preamble and header stand within so many characters. */
  private static final int LONGEST_START = 1 << 14;

  private static final char[] DELIMITERS = {',', ';', '\t'};

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrailingData(true).get();

  private final RowBound text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Optional<Header> header;
  private int number;
  private boolean cut;

  private Sheet(InputStream file) throws IOException {
    var reader = new BufferedReader(LenientText.of(file), LONGEST_START);
    header = header(start(reader));
    text = new RowBound(reader);
    parser =
        CSVParser.builder()
            .setReader(text)
            .setFormat(format(header.map(Header::delimiter).orElse(',')))
            .get();
    records = parser.iterator();
    for (int i = 0; i < header.map(Header::rows).orElse(0); i++) {
      var _ = record();
    }
  }

  /** Opens a file and reads it up to its header. Closing the sheet closes the file. */
  static Sheet open(InputStream file) throws IOException {
    return new Sheet(file);
  }

  /** Of what kind the file is; empty when Tend does not know its header, or it is no CSV at all. */
  Optional<Kind> kind() {
    return header.map(found -> found.columns().kind());
  }

  /** The next row that is not blank; null at the end. */
  @Nullable Row next() throws IOException {
    var known = header.orElseThrow(() -> new IllegalStateException("a file without a header"));
    for (var record = record(); record != null; record = record()) {
      var row = new Row(++number, known.columns(), record.toList());
      if (!row.isBlank()) {
        cut = row.width() < known.width();
        return row;
      }
    }
    return null;
  }

  /**
   * Whether the file, read to its end, seems to have lost a part of it: it ends within quotes, or
   * its last row is shorter than the header.
   */
  boolean isCut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private @Nullable CSVRecord record() throws IOException {
    try {
      text.nextRow();
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException unreadable) {
      if (text.hasEnded() && unreadable.getCause() instanceof CSVException) {
        cut = true;
        return null;
      }
      throw unreadable.getCause();
    }
  }

  private static String start(BufferedReader text) throws IOException {
    text.mark(LONGEST_START);
    var start = new char[LONGEST_START];
    int length = 0;
    for (int read = 0; read >= 0 && length < LONGEST_START; length += Math.max(0, read)) {
      read = text.read(start, length, LONGEST_START - length);
    }
    text.reset();
    return new String(start, 0, length);
  }

  private static Optional<Header> header(String start) throws IOException {
    if (start.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    for (char delimiter : DELIMITERS) {
      var found = header(start, delimiter);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Header> header(String start, char delimiter) throws IOException {
    try (var rows =
        CSVParser.builder().setReader(new StringReader(start)).setFormat(format(delimiter)).get()) {
      for (var row : rows) {
        var columns = Columns.of(row.stream().map(PlainText::line).toList());
        int number = (int) row.getRecordNumber();
        if (columns.isPresent() || number == PREAMBLE_ROWS) {
          return columns.map(known -> new Header(known, row.size(), delimiter, number));
        }
      }
      return Optional.empty();
    } catch (UncheckedIOException noTable) {
      return Optional.empty();
    }
  }

  private static CSVFormat format(char delimiter) {
    return FORMAT.builder().setDelimiter(delimiter).get();
  }

  /**
   * A header that was found.
   *
   * @param width how many columns it has
   * @param rows how many rows to pass over, the header itself among them
   */
  private record Header(Columns columns, int width, char delimiter, int rows) {}

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
    private boolean ended;

    RowBound(Reader text) {
      this.text = text;
    }

    void nextRow() {
      sinceRow = 0;
    }

    boolean hasEnded() {
      return ended;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      int read = text.read(into, from, length);
      ended = read < 0;
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
