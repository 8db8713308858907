package dev.tend.scoring.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a location says: the town, and the country where it is named. "Greater Toronto Area, Canada"
 * and "Toronto, Ontario" are in the same town.
 *
 * @param town folded; empty when the text names a country or nothing
 * @param shown the town as it was written
 * @param country ISO 3166-1 alpha-2, by its own name or that of a state or province; empty when
 *     neither is named
 */
public record Place(String town, String shown, String country) {
  private static final Set<String> AROUND =
      Set.of(
          "greater",
          "area",
          "metropolitan",
          "metro",
          "region",
          "city",
          "of",
          "and",
          "surrounding",
          "et",
          "peripherie",
          "ville",
          "de",
          "the",
          "und",
          "umgebung",
          "grossraum",
          "alrededores",
          "y",
          "e",
          "regiao",
          "gran",
          "grande",
          "metropolregion",
          "raum");

  private static final Map<String, String> COUNTRIES = countries();

  /** By what remains of a state's or province's name: {@code newfoundland labrador}. */
  private static final Map<String, String> REGIONS = regions();

  private static final Remembered<Place> READ = new Remembered<>(5_000, Place::read);

  /** What a location says. */
  public static Place of(String location) {
    return READ.of(location);
  }

  /** A country's code by its English, French, German, Spanish or Portuguese name. */
  public static Optional<String> countryNamed(String name) {
    return Optional.ofNullable(COUNTRIES.get(Words.folded(name)));
  }

  private static Place read(String location) {
    var parts = List.of(location.split(",", -1));
    var first = parts.getFirst();
    var last = parts.getLast();
    var country =
        countryNamed(last)
            .orElseGet(() -> parts.size() == 1 ? "" : REGIONS.getOrDefault(essence(last), ""));
    if (parts.size() == 1 && !country.isEmpty() && !isAlsoATown(country)) {
      return new Place("", "", country);
    }
    var named = named(first);
    return named.isEmpty()
        ? new Place("", "", country)
        : new Place(
            town(first), first.substring(named.getFirst().start(), named.getLast().end()), country);
  }

  /** Without what only says that the country around is meant as well. */
  private static List<Words.Word> named(String part) {
    var words = Words.of(part);
    boolean isBayArea = Words.folded(part).endsWith(" bay area");
    return words.stream()
        .filter(word -> !AROUND.contains(word.folded()))
        .filter(word -> !(isBayArea && word.folded().equals("bay")))
        .toList();
  }

  private static String essence(String part) {
    return named(part).stream().map(Words.Word::folded).collect(Collectors.joining(" "));
  }

  /** A town by its English name, where the table has it: Milano is Milan. */
  private static String town(String part) {
    var words = named(part).stream().map(Words.Word::folded).toList();
    var english = Gazetteer.place(words);
    return english.isEmpty() ? String.join(" ", words) : english;
  }

  private static Map<String, String> regions() {
    var regions = new HashMap<String, String>();
    Table.read(
        "regions.txt",
        (country, names) ->
            names.stream().skip(1).forEach(name -> regions.put(essence(name), country)));
    return Map.copyOf(regions);
  }

  private static boolean isAlsoATown(String country) {
    return Set.of("SG", "LU", "MC", "HK").contains(country);
  }

  private static Map<String, String> countries() {
    var names = new HashMap<String, String>();
    var twice = new HashSet<String>();
    for (var code : Locale.getISOCountries()) {
      for (var language : List.of("en", "fr", "de", "es", "pt")) {
        var name =
            Words.folded(Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(language)));
        var before = names.put(name, code);
        if (before != null && !before.equals(code)) {
          twice.add(name);
        }
      }
    }
    twice.forEach(names::remove);
    names.remove("georgia"); // far more often the state
    names.put("usa", "US");
    names.put("united states of america", "US");
    names.put("uk", "GB");
    names.put("england", "GB");
    names.put("scotland", "GB");
    names.put("wales", "GB");
    return Map.copyOf(names);
  }
}
