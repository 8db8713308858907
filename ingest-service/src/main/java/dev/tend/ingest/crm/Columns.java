package dev.tend.ingest.crm;

import dev.tend.events.RefusedException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which column of a file holds what. A caller may say it; what they do not say is known by its
 * header, in several languages.
 *
 * @param said the columns that the caller named, by field
 */
record Columns(Map<Field, String> said) {
  private static final WordTable HEADERS = WordTable.read("columns.csv");

  Columns {
    said = Map.copyOf(said);
  }

  /**
   * Reads what a caller says, each as {@code field:Header}.
   *
   * @throws RefusedException when it is not of this form
   */
  static Columns of(List<String> parameters) {
    var said = new EnumMap<Field, String>(Field.class);
    for (var parameter : parameters) {
      int colon = parameter.indexOf(':');
      var field = Field.of(colon < 0 ? parameter : parameter.substring(0, colon));
      if (field.isEmpty() || colon < 0) {
        throw new RefusedException(
            "column",
            "must be a field and a header, such as profile:LinkedIn; the fields are "
                + String.join(
                    ", ", java.util.Arrays.stream(Field.values()).map(Field::word).toList()));
      }
      said.put(field.get(), parameter.substring(colon + 1));
    }
    return new Columns(said);
  }

  /**
   * Where each field stands in a header; the first of two columns that mean the same counts.
   *
   * @throws RefusedException when a column that the caller named is not there
   */
  Map<Field, Integer> in(List<String> header) {
    var places = new EnumMap<Field, Integer>(Field.class);
    var plain = header.stream().map(WordTable::plain).toList();
    var words = new HashMap<String, Integer>();
    for (int at = 0; at < plain.size(); at++) {
      words.putIfAbsent(plain.get(at), at);
    }
    said.forEach(
        (field, name) -> {
          var at = words.get(WordTable.plain(name));
          if (at == null) {
            throw new RefusedException(
                "column", "names a header for " + field.word() + " that the file does not have");
          }
          places.put(field, at);
        });
    for (int at = 0; at < header.size(); at++) {
      int here = at;
      HEADERS
          .meaning(header.get(at))
          .flatMap(Field::of)
          .filter(field -> !places.containsValue(here))
          .ifPresent(field -> places.putIfAbsent(field, here));
    }
    return places;
  }
}
