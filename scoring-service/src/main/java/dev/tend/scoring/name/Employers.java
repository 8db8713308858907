package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When two names mean the same employer. Names are equal when their keys are: lower case, without
 * accents, punctuation, "The" and legal forms, and put right by a table of facts ({@code
 * employers.txt}: PwC is PricewaterhouseCoopers). Nothing is ever equal because it is similar or
 * begins alike, so that Apple is not Apple Montessori School, and Mercer not Mercer University.
 *
 * <p>Only behind a name of the table a country or a line of service may be missing: "Deloitte
 * Canada" is Deloitte, while "Air Canada" stays what it is.
 */
public final class Employers {
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "co",
          "company",
          "compagnie",
          "cie",
          "llc",
          "llp",
          "lp",
          "lllp",
          "plc",
          "ltd",
          "ltda",
          "limited",
          "limitee",
          "ltee",
          "gmbh",
          "mbh",
          "ag",
          "kg",
          "kgaa",
          "ohg",
          "ug",
          "se",
          "sa",
          "sas",
          "sasu",
          "sarl",
          "eurl",
          "snc",
          "bv",
          "nv",
          "spa",
          "srl",
          "sl",
          "slu",
          "slp",
          "oy",
          "oyj",
          "ab",
          "asa",
          "aps",
          "pty",
          "pte",
          "pvt",
          "private",
          "sdn",
          "bhd",
          "kk",
          "ulc",
          "pc",
          "pllc",
          "eireli",
          "epp",
          "lda",
          "saas",
          "ooo",
          "oao",
          "zao",
          "pao");

  /** Stand behind a name and say nothing of it, unless little else is left. */
  private static final Set<String> GENERIC_ENDS =
      Set.of("group", "groupe", "gruppe", "grupo", "holding", "holdings");

  /** Too many firms bear these; "Delta" need not be "Delta Group". */
  private static final Set<String> PLAIN_WORDS =
      Set.of(
          "delta",
          "alpha",
          "omega",
          "apex",
          "summit",
          "capital",
          "united",
          "national",
          "american",
          "first",
          "general",
          "global",
          "pacific",
          "atlantic",
          "royal",
          "premier",
          "elite",
          "prime",
          "core",
          "star",
          "sun",
          "blue",
          "green",
          "red",
          "north",
          "south",
          "east",
          "west",
          "phoenix",
          "pinnacle",
          "horizon",
          "vision",
          "legacy",
          "heritage",
          "liberty",
          "eagle",
          "lion",
          "virgin",
          "apollo",
          "atlas",
          "titan",
          "orion",
          "nova");

  private static final Set<String> UNITS =
      Set.of(
          "canada",
          "us",
          "usa",
          "uk",
          "germany",
          "deutschland",
          "france",
          "espana",
          "spain",
          "brasil",
          "brazil",
          "portugal",
          "switzerland",
          "schweiz",
          "suisse",
          "austria",
          "osterreich",
          "india",
          "china",
          "japan",
          "australia",
          "mexico",
          "italia",
          "italy",
          "netherlands",
          "nederland",
          "belgium",
          "ireland",
          "singapore",
          "poland",
          "polska",
          "sweden",
          "norway",
          "denmark",
          "europe",
          "emea",
          "apac",
          "americas",
          "international",
          "global",
          "worldwide",
          "consulting",
          "advisory",
          "services",
          "tax",
          "audit",
          "assurance");

  private static final Set<String> FORMERLY =
      Set.of(
          "formerly",
          "fka",
          "previously",
          "ehemals",
          "vormals",
          "fruher",
          "anciennement",
          "antiguamente",
          "anteriormente",
          "antes");

  private static final Phrases<Boolean> NO_EMPLOYERS = noEmployers();
  private static final Map<String, List<String>> SPELLED = new HashMap<>();
  private static final Map<String, String> KNOWN = known();
  private static final Remembered<List<List<String>>> SPELLINGS =
      new Remembered<>(20_000, Employers::spelled);
  private static final Remembered<List<String>> KEYS = new Remembered<>(20_000, Employers::read);

  private Employers() {}

  /** Whether both names mean the same employer; false when either is none, such as "Freelance". */
  public static boolean same(String one, String other) {
    return share(keys(one), keys(other));
  }

  /** Whether a name is an employer at all: "Freelance" and "Stealth Startup" are not. */
  public static boolean isEmployer(String name) {
    return !keys(name).isEmpty();
  }

  /**
   * What a name is compared by: its key and, after "formerly", that of the earlier name; empty for
   * what is no employer. Two names mean the same when they share a key.
   */
  public static List<String> keys(String name) {
    return KEYS.of(name);
  }

  /**
   * The ways in which a text may mention an employer, as folded words: its name without legal form,
   * and what the table knows.
   */
  static List<List<String>> spellings(String name) {
    return SPELLINGS.of(name);
  }

  private static List<List<String>> spelled(String name) {
    var spellings = new LinkedHashSet<List<String>>();
    for (var key : keys(name)) {
      SPELLED.getOrDefault(key, List.of()).forEach(form -> spellings.add(foldedWords(form)));
    }
    if (isEmployer(name)) {
      var parts = new ArrayList<>(foldedWords(withoutPlace(name)));
      while (parts.size() > 1 && (endsIn(parts, LEGAL_FORMS) || endsIn(parts, GENERIC_ENDS))) {
        parts.removeLast();
      }
      if (parts.size() > 1 && parts.getFirst().equals("the")) {
        parts.removeFirst();
      }
      spellings.add(parts);
    }
    spellings.removeIf(List::isEmpty);
    return List.copyOf(spellings);
  }

  private static List<String> foldedWords(String text) {
    return Words.of(text).stream().map(Words.Word::folded).toList();
  }

  /** Whether two lists of keys mean the same. */
  public static boolean share(List<String> some, List<String> others) {
    for (var key : some) {
      if (others.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a name is not this employer's and is spelled so that it looks like it: "De1oitte",
   * "Deloittte".
   */
  public static boolean isDisguise(String name, String employer) {
    for (var key : keys(name)) {
      for (var original : keys(employer)) {
        if (LookAlike.isDisguise(key, original)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a name adds to this employer's what makes it sound like a part: "RBC Recruitment". */
  public static boolean isBorrowed(String name, String employer) {
    return isEmployer(employer) && LookAlike.isBorrowed(name, employer);
  }

  private static List<String> read(String name) {
    var words = Words.of(name);
    if (words.isEmpty()) {
      return List.of();
    }
    var none = NO_EMPLOYERS.at(words, 0);
    if (none != null && none.to() == words.size()) {
      return List.of();
    }
    var keys = new ArrayList<String>(2);
    int cut = -1;
    for (int i = 1; i < words.size() - 1 && cut < 0; i++) {
      if (FORMERLY.contains(words.get(i).folded())) {
        cut = i;
      }
    }
    if (cut < 0) {
      keys.add(key(name));
    } else {
      keys.add(key(name.substring(0, words.get(cut).start())));
      int after = cut + 1;
      while (after < words.size() - 1
          && Set.of("known", "as").contains(words.get(after).folded())) {
        after++;
      }
      keys.add(key(name.substring(words.get(after).start())));
    }
    keys.removeIf(String::isEmpty);
    return List.copyOf(keys);
  }

  private static String key(String name) {
    var parts = new ArrayList<>(NameWords.of(withoutPlace(name)));
    if (parts.size() > 1 && parts.getFirst().equals("the")) {
      parts.removeFirst();
    }
    var exact = KNOWN.get(String.join("", parts));
    if (exact != null) {
      return exact;
    }
    while (parts.size() > 1 && endsIn(parts, LEGAL_FORMS)) {
      parts.removeLast();
    }
    if (parts.size() > 2 && parts.getLast().equals("cv")) {
      parts.subList(parts.size() - 2, parts.size()).clear();
      if (parts.size() > 1 && endsIn(parts, LEGAL_FORMS)) {
        parts.removeLast();
      }
    }
    if (parts.size() > 1
        && endsIn(parts, GENERIC_ENDS)
        && !(parts.size() == 2 && PLAIN_WORDS.contains(parts.getFirst()))) {
      parts.removeLast();
    }
    var key = String.join("", parts);
    for (int n = parts.size(); n > 0; n--) {
      var known = KNOWN.get(String.join("", parts.subList(0, n)));
      if (known != null) {
        return known;
      }
      if (!UNITS.contains(parts.get(n - 1))) {
        break;
      }
    }
    return key;
  }

  /** "Deloitte (Toronto)" is Deloitte; but a name that is nothing else stays. */
  private static String withoutPlace(String name) {
    int open = name.indexOf('(');
    return open > 1 ? name.substring(0, open) : name;
  }

  private static boolean endsIn(List<String> parts, Set<String> words) {
    return words.contains(parts.getLast());
  }

  private static Phrases<Boolean> noEmployers() {
    return Phrases.of(
        book ->
            Table.read(
                "no-employers.txt", (_, names) -> names.forEach(name -> book.add(name, true))));
  }

  private static Map<String, String> known() {
    var known = new HashMap<String, String>();
    var twice = new HashSet<String>();
    Table.read(
        "employers.txt",
        (name, names) -> {
          var key = String.join("", NameWords.of(name));
          SPELLED.put(key, names);
          for (var other : names) {
            var form = String.join("", NameWords.of(other));
            var before = known.put(form, key);
            if (before != null && !before.equals(key)) {
              twice.add(other);
            }
          }
        });
    if (!twice.isEmpty()) {
      throw new IllegalStateException("employers.txt gives a name to two employers: " + twice);
    }
    return Map.copyOf(known);
  }
}
