package dev.tend.scoring.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a location says: the town, and the country where it is named. "Greater Toronto Area, Canada"
 * and "Toronto, Ontario" are in the same town.
 *
 * @param town folded; empty when the text names a country or nothing
 * @param shown the town as it was written
 * @param country ISO 3166-1 alpha-2; empty when not named
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
    var country = countryNamed(parts.getLast()).orElse("");
    var first = parts.getFirst();
    if (parts.size() == 1 && !country.isEmpty() && !isAlsoATown(country)) {
      return new Place("", "", country);
    }
    var town = new StringBuilder();
    int start = -1;
    int end = 0;
    for (var word : Words.of(first)) {
      if (!AROUND.contains(word.folded())) {
        town.append(town.isEmpty() ? "" : " ").append(word.folded());
        start = start < 0 ? word.start() : start;
        end = word.end();
      }
    }
    return new Place(town.toString(), start < 0 ? "" : first.substring(start, end), country);
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
