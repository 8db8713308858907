package dev.tend.scoring.name;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The employers of our tables. Behind such a name a place, a legal form or a line of its business
 * may stand: "Deloitte Canada", "KPMG Advisory", "RBC Capital Markets". What a line of business is
 * depends on the table, since Target Consulting need not be Target.
 */
final class KnownEmployers {
  private static final int LONGEST_UNIT = 4;
  private static final String UNITS_FILE = "employer-units.txt";
  private static final Set<String> BEFORE_A_NAME =
      Set.of("the", "groupe", "group", "grupo", "gruppe", "gruppo", "banque", "banco", "firma");

  private static final Set<String> BEFORE_A_COUNTRY = Set.of("of", "de", "do", "du", "del", "di");
  private static final Set<String> AMERICAS = Set.of("america", "north america", "americas");

  /** Behind these names a town names a dealer or a franchise: Toyota Orlando is not Toyota. */
  private static final Set<String> DEALERS = Table.names("dealers.txt", KnownEmployers::form);

  /** What stands in one table, and what may stand behind its names. */
  private enum Trade {
    ANY("employers.txt", ""),
    ADVISORY("employers-advisory.txt", "advisory"),
    FINANCE("employers-finance.txt", "finance");

    private final String file;
    private final String units;

    Trade(String file, String units) {
      this.file = file;
      this.units = units;
    }
  }

  private record Known(String key, Trade trade, boolean standsAlone) {}

  private static final Map<Trade, Set<String>> UNITS = units();
  private static final Map<String, List<String>> SPELLED = new HashMap<>();
  private static final Map<String, Known> KNOWN = known();

  private KnownEmployers() {}

  /** The key of an employer, by the words of its name; empty when no table has it. */
  static String key(List<String> words) {
    var key = keyOf(words);
    return key.isEmpty() && words.size() > 1 && BEFORE_A_NAME.contains(words.getFirst())
        ? keyOf(words.subList(1, words.size()))
        : key;
  }

  /** The names that the tables give an employer. */
  static List<String> spelled(String key) {
    return SPELLED.getOrDefault(key, List.of());
  }

  private static String keyOf(List<String> words) {
    int end = LegalForms.without(words).size();
    for (int n = words.size(); n > 0; n--) {
      var known = KNOWN.get(String.join("", words.subList(0, n)));
      if (known != null
          && (n >= end || (!known.standsAlone && areUnits(words.subList(0, end), n, known)))) {
        return known.key;
      }
    }
    return "";
  }

  private static boolean areUnits(List<String> words, int from, Known known) {
    for (int at = from; at < words.size(); ) {
      int length = Math.max(unit(words, at, known), ofCountry(words, at));
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** "Volkswagen of America", "Ford do Brasil"; but Ford of Montebello is a dealer. */
  private static int ofCountry(List<String> words, int at) {
    if (!BEFORE_A_COUNTRY.contains(words.get(at)) || at + 1 == words.size()) {
      return 0;
    }
    var rest = words.subList(at + 1, words.size());
    return Gazetteer.isCountry(rest) || AMERICAS.contains(String.join(" ", rest))
        ? words.size() - at
        : 0;
  }

  private static int unit(List<String> words, int at, Known known) {
    for (int n = Math.min(LONGEST_UNIT, words.size() - at); n > 0; n--) {
      if (UNITS
          .getOrDefault(known.trade, Set.of())
          .contains(String.join(" ", words.subList(at, at + n)))) {
        return n;
      }
    }
    if (LegalForms.contain(words.get(at))) {
      return 1;
    }
    int length = Gazetteer.length(words, at);
    return length > 0
            && DEALERS.contains(known.key)
            && !Gazetteer.isCountry(words.subList(at, at + length))
        ? 0
        : length;
  }

  private static Map<String, Known> known() {
    var known = new HashMap<String, Known>();
    for (var trade : Trade.values()) {
      Table.read(
          trade.file,
          (name, names) -> {
            var key = form(name);
            var spelled = names.stream().map(KnownEmployers::withoutMark).toList();
            if (SPELLED.put(key, spelled) != null) {
              throw new IllegalStateException(trade.file + " has an employer twice: " + name);
            }
            for (var other : names) {
              var before =
                  known.put(form(other), new Known(key, trade, !other.equals(withoutMark(other))));
              if (before != null && !before.key.equals(key)) {
                throw new IllegalStateException(
                    trade.file + " gives a name to two employers: " + other);
              }
            }
          });
    }
    return Map.copyOf(known);
  }

  private static Map<Trade, Set<String>> units() {
    var units = new EnumMap<Trade, Set<String>>(Trade.class);
    for (var trade : Trade.values()) {
      var all = new HashSet<>(Table.names(UNITS_FILE, "anywhere", KnownEmployers::unit));
      all.addAll(Table.names(UNITS_FILE, trade.units, KnownEmployers::unit));
      units.put(trade, Set.copyOf(all));
    }
    return units;
  }

  private static String unit(String name) {
    return String.join(" ", NameWords.of(name));
  }

  private static String form(String name) {
    return String.join("", NameWords.of(withoutMark(name)));
  }

  private static String withoutMark(String name) {
    return name.startsWith("!") ? name.substring(1) : name;
  }
}
