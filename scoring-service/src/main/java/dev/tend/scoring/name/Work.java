package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a title or headline says about somebody's work: which fields it belongs to, by a table of
 * words ({@code fields.txt}: "People & Culture" is human resources), and how senior it is.
 *
 * @param fields such as {@code human resources}; empty when the table knows none of its words
 * @param highest the level, or the one above it that such a title may mean as well: the directeur
 *     financier of a house is its director of finance, and often its CFO
 * @param words folded, in order
 * @param stems the words without the s of a plural
 * @param modifiers stems that name neither the field nor the rank, such as {@code employment} in
 *     "Employment Lawyer"
 */
public record Work(
    Set<String> fields,
    Level level,
    Level highest,
    List<String> words,
    List<String> stems,
    Set<String> modifiers) {
  private static final Set<String> JOINING =
      Set.of(
          "of", "the", "and", "in", "for", "de", "du", "des", "la", "le", "y", "e", "et", "und",
          "fur", "o", "a");

  /** Heads the words that show no field, such as "HR software". */
  private static final String NO_FIELD = "none";

  /** Their titles name the roles of others: "Recruiter for software developers". */
  private static final Set<String> SPEAK_OF_OTHERS =
      Set.of("recruiting", "sales", "coaching", "career development");

  private static final Set<String> ASSISTANTS =
      Set.of("assistant", "assistante", "assistent", "assistentin", "assistenz", "asistente");

  private static final Set<String> TO = Set.of("to", "der", "des", "du", "de", "do", "da", "for");

  /** HR, IT, UX, L&D. */
  private static final int LONGEST_SHORT_FORM = 3;

  private static final Pattern SHORT_AND =
      Pattern.compile("(?<![\\p{L}\\d])(\\p{L}{1,2})\\s?&\\s?(\\p{L})(?![\\p{L}\\d])");

  private static final Phrases<List<String>> FIELDS = fieldPhrases();
  private static final Map<String, String> FAMILIES = families();
  private static final Phrases<Level> LEVELS = levels();

  /** Titles of whoever heads a function, a director in one house and an officer in the next. */
  private static final Phrases<Boolean> HEADS =
      Phrases.all(true, List.copyOf(Table.names("function-heads.txt", name -> name)));

  private static final Map<String, String> INDUSTRIES = industries();
  private static final Remembered<String> INDUSTRY =
      new Remembered<>(
          2_000,
          name -> {
            var folded = Words.folded(name);
            return INDUSTRIES.getOrDefault(folded, folded);
          });
  private static final Remembered<Work> READ = new Remembered<>(20_000, Work::read);

  /** How senior a title is, from the bottom up. */
  public enum Level {
    ENTRY,
    STAFF,
    SENIOR,
    MANAGER,
    DIRECTOR,
    VICE_PRESIDENT,
    CHIEF
  }

  /** What a text says. */
  public static Work of(String title) {
    return READ.of(title);
  }

  /**
   * Whether a title is the wanted role: it holds the role's words, or is in the same field, and it
   * is at least as senior. Of a role without a rank the other title must say no more than the
   * field, or lead it.
   */
  public static boolean matches(String wanted, String title) {
    var want = of(wanted);
    var has = of(title);
    return has.highest.compareTo(want.level) >= 0
        && (want.isWithin(has)
            || want.isRankOf(has)
            || (want.isInFieldOf(has) && (want.level != Level.STAFF || has.isPlainOrAbove())));
  }

  /**
   * Whether a title is all of it the name of an occupation, such as "Produktmanagerin", or leads
   * those who practise it.
   */
  private boolean isPlainOrAbove() {
    return modifiers.isEmpty() || level.compareTo(Level.MANAGER) >= 0;
  }

  /**
   * Whether somebody with this title may be placed in the wanted role: the same words, or the same
   * field and rank, or the field alone, if the role names no rank. Who recruits for a role, or
   * sells to those who hold it, is not to be placed in it.
   */
  public static boolean fits(String wanted, String title) {
    var want = of(wanted);
    var has = of(title);
    boolean speaksOfOthers =
        SPEAK_OF_OTHERS.stream()
            .anyMatch(field -> has.fields.contains(field) && !want.fields.contains(field));
    return !speaksOfOthers
        && (want.isWithin(has)
            || ((want.level == Level.STAFF || want.level == has.level) && want.isInFieldOf(has)));
  }

  /**
   * The fields that two people have in common, or else those families of fields: a trainer and a
   * compensation analyst both work in human resources.
   */
  public static Set<String> inCommon(Set<String> some, Set<String> others) {
    var shared = new LinkedHashSet<String>(4);
    for (var field : some) {
      if (others.contains(field)) {
        shared.add(field);
      }
    }
    if (shared.isEmpty()) {
      for (var field : some) {
        for (var other : others) {
          if (family(field).equals(family(other))) {
            shared.add(family(field));
          }
        }
      }
    }
    return shared;
  }

  private static String family(String field) {
    return FAMILIES.getOrDefault(field, field);
  }

  /**
   * Whether a text speaks of a field: by any word of the table, where the field is wanted by its
   * full name or a common abbreviation, else by its own words. A "charming pension in the Alps"
   * does not speak of pensions.
   */
  public static boolean speaksOf(String field, String text) {
    var want = of(field);
    var has = of(text);
    var whole = String.join(" ", want.words);
    if (want.fields.contains(whole)) {
      return has.fields.contains(whole);
    }
    boolean isNarrowed = !want.modifiers.isEmpty();
    return want.isWithin(has)
        || ((isNarrowed || field.length() <= LONGEST_SHORT_FORM) && want.isInFieldOf(has));
  }

  /**
   * Whether these words occur in a title one behind the other; an assistant to them does not count.
   */
  private boolean isWithin(Work title) {
    boolean assists = title.level == Level.ENTRY && level != Level.ENTRY;
    return !words.isEmpty()
        && !assists
        && !isBareRank()
        && Collections.indexOfSubList(title.stems, stems) >= 0;
  }

  /** "Director" is wanted, whatever of. */
  private boolean isBareRank() {
    return fields.isEmpty() && modifiers.isEmpty() && level != Level.STAFF;
  }

  private boolean isRankOf(Work title) {
    return isBareRank() && level == title.level;
  }

  /** Whether the other is in one of these fields, and in the same part of it, if this names one. */
  private boolean isInFieldOf(Work other) {
    if (!other.stems.containsAll(modifiers)) {
      return false;
    }
    for (var field : fields) {
      if (other.fields.contains(field)) {
        return true;
      }
    }
    return false;
  }

  /** What an industry is compared by; empty when it is not known. */
  public static String industry(String name) {
    return INDUSTRY.of(name);
  }

  private static Work read(String text) {
    var words = own(Words.of(joined(text)));
    var fields = new LinkedHashSet<String>();
    var named = new BitSet(words.size());
    int silent = 0;
    for (var found : FIELDS.in(words)) {
      if (found.from() >= silent) {
        if (found.value().contains(NO_FIELD)) {
          silent = found.to();
        } else {
          fields.addAll(found.value());
        }
        named.set(found.from(), found.to());
      }
    }
    var level = Level.STAFF;
    int behind = 0;
    var ranks = LEVELS.in(words);
    ranks.forEach(rank -> named.set(rank.from(), rank.to()));
    var modifiers = new LinkedHashSet<String>();
    for (int i = named.nextClearBit(0); i < words.size(); i = named.nextClearBit(i + 1)) {
      if (!JOINING.contains(words.get(i).folded())) {
        modifiers.add(stem(words.get(i).folded()));
      }
    }
    for (var found : ranks) {
      if (found.from() < behind) {
        continue; // the president within a vice president
      }
      behind = found.to();
      if (assists(found, words)) {
        level = Level.ENTRY;
        break;
      }
      if (level == Level.STAFF || found.value().compareTo(level) > 0) {
        level = found.value();
      }
    }
    boolean isHead = level.compareTo(Level.DIRECTOR) >= 0 && HEADS.occurIn(words);
    return new Work(
        Collections.unmodifiableSet(fields),
        level,
        isHead ? Level.CHIEF : level,
        words.stream().map(Words.Word::folded).toList(),
        words.stream().map(word -> stem(word.folded())).toList(),
        Collections.unmodifiableSet(modifiers));
  }

  /** "M&A" and "L&D" as one word, so that an M.A. is neither. */
  private static String joined(String text) {
    return text.indexOf('&') < 0 ? text : SHORT_AND.matcher(text).replaceAll("$1n$2");
  }

  /** Without the rank of somebody else behind "to the", as in "Chief of Staff to the COO". */
  private static List<Words.Word> own(List<Words.Word> words) {
    for (int i = 1; i < words.size() - 1; i++) {
      if (words.get(i).folded().equals("to") && !ASSISTANTS.contains(words.get(i - 1).folded())) {
        int next = words.get(i + 1).folded().equals("the") ? i + 2 : i + 1;
        if (LEVELS.at(words, next) != null) {
          return words.subList(0, i);
        }
      }
    }
    return words;
  }

  /** The assistant to the chief is no chief, nor is a former or future one. */
  private static boolean assists(Phrases.Found<Level> found, List<Words.Word> words) {
    if (found.value() == Level.ENTRY && found.from() <= 1) {
      return true;
    }
    return ASSISTANTS.contains(words.get(found.to() - 1).folded())
        && found.to() < words.size()
        && TO.contains(words.get(found.to()).folded());
  }

  private static String stem(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static Phrases<List<String>> fieldPhrases() {
    var fields = new LinkedHashMap<String, List<String>>();
    Table.read(
        "fields.txt",
        (field, names) ->
            names.forEach(
                name -> fields.computeIfAbsent(phrase(name), _ -> new ArrayList<>(1)).add(field)));
    fields.remove(NO_FIELD);
    return Phrases.of(book -> fields.forEach(book::add));
  }

  /** One form of a phrase; a star stays, as it stands for any word. */
  private static String phrase(String name) {
    return name.indexOf('*') < 0 ? Words.folded(joined(name)) : name;
  }

  private static Map<String, String> families() {
    var families = new HashMap<String, String>();
    Table.read(
        "families.txt", (family, fields) -> fields.forEach(field -> families.put(field, family)));
    return Map.copyOf(families);
  }

  private static Map<String, String> industries() {
    var known = new HashMap<String, String>();
    Table.read(
        "industries.txt",
        (name, names) ->
            names.forEach(other -> known.put(Words.folded(other), Words.folded(name))));
    return Map.copyOf(known);
  }

  private static Phrases<Level> levels() {
    return Phrases.of(
        book ->
            Table.read(
                "ranks.txt",
                (level, names) ->
                    names.stream().skip(1).forEach(name -> book.add(name, Level.valueOf(level)))));
  }
}
