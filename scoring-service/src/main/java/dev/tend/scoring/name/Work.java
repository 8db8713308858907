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
 */
public record Work(Set<String> fields, Level level, List<String> words) {
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
   * as senior, if the role says how senior.
   */
  public static boolean matches(String wanted, String title) {
    if (title.isEmpty()) {
      return false;
    }
    var want = of(wanted);
    var has = of(title);
    if (has.level == Level.ENTRY && want.level != Level.ENTRY) {
      return false;
    }
    if (holds(has.words, want.words)) {
      return !want.words.isEmpty();
    }
    boolean sameField = want.fields.stream().anyMatch(has.fields::contains);
    return sameField && (want.level == Level.STAFF || want.level == has.level);
  }

  /** Whether a text speaks of a field, by its own words or by those of the table. */
  public static boolean speaksOf(String field, String text) {
    if (text.isEmpty()) {
      return false;
    }
    var want = of(field);
    var has = of(text);
    return (!want.words.isEmpty() && holds(has.words, want.words))
        || want.fields.stream().anyMatch(has.fields::contains);
  }

  /** What an industry is compared by; empty when it is not known. */
  public static String industry(String name) {
    var folded = Words.folded(name);
    return INDUSTRIES.getOrDefault(folded, folded);
  }

  /** Whether the words occur one behind the other. */
  private static boolean holds(List<String> text, List<String> wanted) {
    return Collections.indexOfSubList(text, wanted) >= 0;
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
        words.stream().map(Words.Word::folded).toList());
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
