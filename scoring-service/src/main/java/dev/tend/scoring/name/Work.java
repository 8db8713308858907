package dev.tend.scoring.name;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a title or headline says about somebody's work: which fields it belongs to, by a table of
 * words ({@code fields.txt}: "People & Culture" is human resources), and how senior it is.
 *
 * @param fields such as {@code human resources}; empty when the table knows none of its words
 * @param words folded, in order
 * @param stems the words without the s of a plural
 */
public record Work(Set<String> fields, Level level, List<String> words, List<String> stems) {
  /** HR, IT, UX, L&D. */
  private static final int LONGEST_SHORT_FORM = 3;

  private static final Phrases<String> FIELDS = fieldPhrases();
  private static final Phrases<Level> LEVELS = levels();
  private static final Map<String, String> INDUSTRIES = industries();
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
   * Whether a title is the wanted role: it holds the role's words, or is in the same field and just
   * as senior. Of two roles without a rank, only the words can say that they are the same.
   */
  public static boolean matches(String wanted, String title) {
    var want = of(wanted);
    var has = of(title);
    return want.isWithin(has)
        || (want.level != Level.STAFF && want.level == has.level && want.sharesFieldWith(has));
  }

  /**
   * Whether somebody with this title may be placed in the wanted role: {@link #matches}, or the
   * same field, if the role names no rank.
   */
  public static boolean fits(String wanted, String title) {
    var want = of(wanted);
    return matches(wanted, title) || (want.level == Level.STAFF && want.sharesFieldWith(of(title)));
  }

  /**
   * Whether a text speaks of a field: by its words, or, where the field is wanted by its full name
   * or a common abbreviation, by any word of the table. "Payroll" does not speak of pensions,
   * though both belong to one field.
   */
  public static boolean speaksOf(String field, String text) {
    var want = of(field);
    var has = of(text);
    if (want.isWithin(has)) {
      return true;
    }
    boolean isWholeField =
        want.fields.contains(String.join(" ", want.words)) || field.length() <= LONGEST_SHORT_FORM;
    return isWholeField && want.sharesFieldWith(has);
  }

  /**
   * Whether these words occur in a title one behind the other; an assistant to them does not count.
   */
  private boolean isWithin(Work title) {
    boolean assists = title.level == Level.ENTRY && level != Level.ENTRY;
    return !words.isEmpty() && !assists && Collections.indexOfSubList(title.stems, stems) >= 0;
  }

  private boolean sharesFieldWith(Work other) {
    for (var field : fields) {
      if (other.fields.contains(field)) {
        return true;
      }
    }
    return false;
  }

  /** What an industry is compared by; empty when it is not known. */
  public static String industry(String name) {
    var folded = Words.folded(name);
    return INDUSTRIES.getOrDefault(folded, folded);
  }

  private static Work read(String text) {
    var words = Words.of(text);
    var fields = new LinkedHashSet<String>();
    for (var found : FIELDS.in(words)) {
      fields.add(found.value());
    }
    var level = Level.STAFF;
    int behind = 0;
    for (var found : LEVELS.in(words)) {
      if (found.from() < behind) {
        continue; // the president within a vice president
      }
      behind = found.to();
      if (found.value() == Level.ENTRY && found.from() <= 1) {
        level = Level.ENTRY; // the assistant to the chief is no chief
        break;
      }
      if (level == Level.STAFF || found.value().compareTo(level) > 0) {
        level = found.value();
      }
    }
    return new Work(
        Collections.unmodifiableSet(fields),
        level,
        words.stream().map(Words.Word::folded).toList(),
        words.stream().map(word -> stem(word.folded())).toList());
  }

  private static String stem(String word) {
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static Phrases<String> fieldPhrases() {
    return Phrases.of(
        book ->
            Table.read(
                "fields.txt", (field, names) -> names.forEach(name -> book.add(name, field))));
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
        book -> {
          for (var word :
              List.of(
                  "intern",
                  "trainee",
                  "student",
                  "apprentice",
                  "junior",
                  "assistant",
                  "stagiaire",
                  "praktikant",
                  "praktikantin",
                  "werkstudent",
                  "werkstudentin",
                  "auszubildende",
                  "becario",
                  "becaria",
                  "estagiario",
                  "estagiaria",
                  "aprendiz")) {
            book.add(word, Level.ENTRY);
          }
          for (var word : List.of("senior", "lead", "principal", "staff", "sr", "experte")) {
            book.add(word, Level.SENIOR);
          }
          for (var word :
              List.of(
                  "manager",
                  "supervisor",
                  "team lead",
                  "teamleiter",
                  "teamleiterin",
                  "responsable",
                  "gerente",
                  "leiter",
                  "leiterin",
                  "chef de service",
                  "jefe",
                  "jefa",
                  "coordenador",
                  "coordenadora")) {
            book.add(word, Level.MANAGER);
          }
          for (var word :
              List.of(
                  "director",
                  "head of",
                  "head",
                  "directeur",
                  "directrice",
                  "direktor",
                  "direktorin",
                  "bereichsleiter",
                  "bereichsleiterin",
                  "abteilungsleiter",
                  "abteilungsleiterin",
                  "diretor",
                  "diretora",
                  "directora")) {
            book.add(word, Level.DIRECTOR);
          }
          for (var word :
              List.of(
                  "vp",
                  "svp",
                  "evp",
                  "avp",
                  "vice president",
                  "vice presidente",
                  "vice president of",
                  "vicepresidente",
                  "vicepresidenta",
                  "vice presidenta")) {
            book.add(word, Level.VICE_PRESIDENT);
          }
          for (var word :
              List.of(
                  "chief",
                  "ceo",
                  "cfo",
                  "coo",
                  "cto",
                  "cio",
                  "chro",
                  "cmo",
                  "cpo",
                  "cro",
                  "ciso",
                  "president",
                  "managing director",
                  "general manager",
                  "directeur general",
                  "directrice generale",
                  "geschaftsfuhrer",
                  "geschaftsfuhrerin",
                  "vorstand",
                  "director general",
                  "directora general",
                  "diretor geral",
                  "diretora geral",
                  "presidente")) {
            book.add(word, Level.CHIEF);
          }
        });
  }
}
