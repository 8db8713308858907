package dev.tend.ingest.archive;

import static java.util.Comparator.comparingDouble;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Where the columns of one header stand. Columns were renamed over the years, and tools that save a
 * file again spell them anew: so case, spaces, accents and punctuation do not count, and the other
 * names of a column stand in {@code columns.csv}.
 */
final class Columns {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Map<Kind, Table> TABLES = read();

  private final Kind kind;
  private final Map<String, Integer> places;

  private Columns(Kind kind, Map<String, Integer> places) {
    this.kind = kind;
    this.places = places;
  }

  /** The columns of this header, of the kind that it fits best; empty when it fits none. */
  static Optional<Columns> of(List<String> header) {
    var words = header.stream().map(Columns::folded).toList();
    return Arrays.stream(Kind.values())
        .filter(kind -> table(kind).fits(words) && (!kind.isOneColumn() || words.size() == 1))
        .min(
            comparingDouble((Kind kind) -> table(kind).estrangement(words))
                .thenComparingInt(kind -> -table(kind).places(words).size()))
        .map(kind -> new Columns(kind, table(kind).places(words)));
  }

  /** The columns of a header that is known to be of this kind, whatever it lacks. */
  static Columns of(Kind kind, List<String> header) {
    return new Columns(kind, table(kind).places(header.stream().map(Columns::folded).toList()));
  }

  Kind kind() {
    return kind;
  }

  /**
   * The cell of a row under a column; empty when the file has no such column, or the row ends
   * before it.
   *
   * @param column by the name that it has in {@code columns.csv}
   */
  String cell(List<String> cells, String column) {
    Integer at = places.get(column);
    if (at == null) {
      if (!table(kind).names().containsKey(column)) {
        throw new IllegalArgumentException("columns.csv has no " + column + " in " + kind.word());
      }
      return "";
    }
    return at < cells.size() ? cells.get(at) : "";
  }

  private static Table table(Kind kind) {
    return requireNonNull(TABLES.get(kind));
  }

  private static String folded(String name) {
    var apart = Normalizer.normalize(name, Normalizer.Form.NFD);
    return NO_WORD
        .matcher(MARKS.matcher(apart).replaceAll(""))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<Kind, Table> read() {
    var tables = new EnumMap<Kind, Table>(Kind.class);
    for (var kind : Kind.values()) {
      tables.put(kind, new Table(new LinkedHashMap<>(), new ArrayList<>()));
    }
    var byWord = Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::word, kind -> kind));
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    var file = requireNonNull(Columns.class.getResourceAsStream("columns.csv"));
    try (var parser =
        CSVParser.builder()
            .setReader(new InputStreamReader(file, StandardCharsets.UTF_8))
            .setFormat(format)
            .get()) {
      for (var row : parser) {
        var table = requireNonNull(tables.get(byWord.get(row.get("kind"))));
        var column = row.get("column");
        var names = new ArrayList<String>();
        names.add(folded(column));
        for (var other : row.get("also known as").split(";", -1)) {
          names.add(folded(other));
        }
        names.remove("");
        table.names().put(column, List.copyOf(names));
        if (!row.get("needed").isEmpty()) {
          table.needed().add(column);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("columns.csv cannot be read", broken);
    }
    return tables;
  }

  /**
   * The columns of one kind of file.
   *
   * @param names of each, in the order in which they are looked for, its own first
   * @param needed those without which a header is not of this kind
   */
  private record Table(Map<String, List<String>> names, List<String> needed) {

    boolean fits(List<String> header) {
      return places(header).keySet().containsAll(needed);
    }

    /** The share of the needed columns that go by another name, 0 to 1. */
    double estrangement(List<String> header) {
      long renamed =
          needed.stream()
              .filter(column -> !header.contains(requireNonNull(names.get(column)).getFirst()))
              .count();
      return (double) renamed / needed.size();
    }

    /** A column under its own name is never taken for another one. */
    Map<String, Integer> places(List<String> header) {
      var places = new HashMap<String, Integer>();
      var taken = new boolean[header.size()];
      names.forEach((column, known) -> place(places, taken, column, header, known.subList(0, 1)));
      names.forEach(
          (column, known) -> {
            if (!places.containsKey(column)) {
              place(places, taken, column, header, known);
            }
          });
      return places;
    }

    private static void place(
        Map<String, Integer> places,
        boolean[] taken,
        String column,
        List<String> header,
        List<String> known) {
      known.stream()
          .flatMap(
              name ->
                  IntStream.range(0, header.size())
                      .boxed()
                      .filter(at -> header.get(at).equals(name)))
          .filter(at -> !taken[at])
          .findFirst()
          .ifPresent(
              at -> {
                places.put(column, at);
                taken[at] = true;
              });
    }
  }
}
