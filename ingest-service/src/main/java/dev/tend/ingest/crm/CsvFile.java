package dev.tend.ingest.crm;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.RefusedException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;

/**
 * Reads CSV as spreadsheets and CRMs write it: in UTF-8, in UTF-16 with a byte order mark, or else
 * in Windows-1252; with commas, semicolons or tabs, whichever its first line has most of.
 */
final class CsvFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char[] DELIMITERS = {',', ';', '\t'};

  private CsvFile() {}

  /**
   * The rows that are not blank.
   *
   * @throws RefusedException when it is no such file, or holds more rows than it may
   */
  static List<Entry> read(byte[] file, Columns columns, int mostRows) {
    var text = text(file);
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    try (var rows = format.parse(new StringReader(text))) {
      var records = rows.iterator();
      if (!records.hasNext()) {
        throw new RefusedException("", "is empty");
      }
      var places = columns.in(records.next().toList());
      if (places.isEmpty()) {
        throw new RefusedException(
            "", "has no column that Tend knows in its first line; name them with column=");
      }
      var entries = new ArrayList<Entry>();
      for (int number = 1; records.hasNext(); number++) {
        var entry = Entry.of(number, values(records.next().toList(), places));
        if (!entry.isBlank()) {
          entries.add(entry);
        }
        if (entries.size() > mostRows) {
          throw new RefusedException("", "holds more than " + mostRows + " rows");
        }
      }
      return List.copyOf(entries);
    } catch (CSVException | UncheckedIOException broken) {
      throw new RefusedException("", "is no CSV that can be read to its end");
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  private static Map<Field, String> values(List<String> cells, Map<Field, Integer> places) {
    var values = new EnumMap<Field, String>(Field.class);
    places.forEach(
        (field, at) -> {
          if (at < cells.size()) {
            values.put(field, cells.get(at));
          }
        });
    return values;
  }

  private static String text(byte[] file) {
    var text = decoded(file);
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static String decoded(byte[] file) {
    if (file.length >= 2 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
      return new String(file, UTF_16LE);
    }
    if (file.length >= 2 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
      return new String(file, UTF_16BE);
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException other) {
      return new String(file, WINDOWS);
    }
  }

  private static char delimiter(String text) {
    var counts = new HashMap<Character, Integer>();
    boolean quoted = false;
    for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted) {
        counts.merge(c, 1, Integer::sum);
      }
    }
    char best = DELIMITERS[0];
    for (char one : DELIMITERS) {
      best = counts.getOrDefault(one, 0) > counts.getOrDefault(best, 0) ? one : best;
    }
    return best;
  }
}
