package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something that a note or an answer says about the past of both, in English, French, German,
 * Spanish, Portuguese or Italian, by the phrases of {@code claims.txt}. A polite sentence, a wish,
 * a condition, a question or a denial is no claim ({@code no-claims.txt}), nor is what is said of
 * somebody else.
 *
 * @param from first word of the sentence that says it
 * @param to word behind the sentence, or behind the part of it that speaks of then and not of now
 * @param at first word of the claim itself
 * @param behind word behind the claim itself
 */
record Claim(Kind kind, Text text, int from, int to, int at, int behind) {

  /** What is said. */
  enum Kind {
    WORKED_TOGETHER("you worked together"),
    STUDIED_TOGETHER("you studied together"),
    SERVED_TOGETHER("you served together"),
    MET("you met"),
    FRIEND("you are friends"),
    PRIVATE("you know each other privately"),
    CLIENT("one of you was the other's client"),
    SENT_BY("somebody you know sent them"),
    MUTUAL("you know the same people");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The claim as part of a sentence, such as "you worked together". */
    String words() {
      return words;
    }

    /** Whether it is said of a time that was spent at one place. */
    boolean isTogether() {
      return this == WORKED_TOGETHER || this == STUDIED_TOGETHER || this == SERVED_TOGETHER;
    }

    private static Kind headed(String heading) {
      return valueOf(heading.replace('-', '_').toUpperCase(Locale.ROOT));
    }
  }

  /** Within so many words before a claim, a word of doubt makes it none. */
  private static final int DOUBTED_WITHIN = 4;

  /** Of one pronoun: "he worked with you". */
  private static final int SAID_OF_WITHIN = 2;

  private static final Set<String> WITH = Set.of("with", "avec", "mit", "con", "com");

  private static final Set<String> OF =
      Set.of("of", "de", "du", "d", "von", "vom", "del", "do", "da");

  /** Behind these stands a place, not a person. */
  private static final Set<String> AT =
      Set.of("at", "from", "in", "chez", "bei", "en", "na", "no", "em", "von", "da", "do");

  private static final Set<String> MINE =
      Set.of(
          "my", "mine", "our", "mon", "ma", "mes", "mein", "meine", "meinem", "meinen", "meiner",
          "mi", "mis", "meu", "minha", "meus", "minhas");

  /** Before a name these say "friend", while "hello dear Lee" is only polite. */
  private static final Set<String> FRIENDLY =
      Set.of("friend", "ami", "amie", "freund", "freundin", "amigo", "amiga", "brother", "sister");

  private static final Set<String> YOU =
      Set.of(
          "you", "vous", "toi", "ihnen", "dir", "euch", "usted", "ustedes", "ti", "voce", "voces");

  private static final Set<String> NOT_FORGOTTEN =
      Set.of(
          "forget",
          "forgot",
          "forgotten",
          "oublie",
          "oublier",
          "oublierai",
          "vergessen",
          "vergesse",
          "olvidar",
          "olvido",
          "olvidare",
          "esquecer",
          "esqueci",
          "esquecerei");

  private static final Phrases<Kind> SAID =
      Phrases.of(
          book ->
              PhraseFile.read(
                  "claims.txt", (heading, phrase) -> book.add(phrase, Kind.headed(heading))));

  private static final Phrases<Boolean> BEFORE = under("before");
  private static final Phrases<Boolean> BEHIND = under("behind");
  private static final Phrases<Boolean> OTHERS = under("others");
  private static final Phrases<Boolean> AND_I = under("and-i");
  private static final Phrases<Boolean> ASKING = under("asking");
  private static final Phrases<Boolean> TODAY = under("today");
  private static final Phrases<Boolean> A_THIRD = under("a-third");
  private static final Phrases<Boolean> NO_PERSON = under("no-person");

  /**
   * The claims of a text, in order.
   *
   * @param writer the name of who wrote it: "your old colleague Dana" is Dana herself
   * @param reader the name of whom it was written to: "my dear friend Lee" is no third person
   */
  static List<Claim> in(Text text, String writer, String reader) {
    var found = SAID.in(text.words());
    if (found.isEmpty()) {
      return List.of();
    }
    var claims = new ArrayList<Claim>(found.size());
    for (var phrase : found) {
      int from = text.sentenceStart(phrase.from());
      int to = text.sentenceEnd(phrase.from());
      if (phrase.to() > to
          || isDoubted(text, from, phrase)
          || isDenied(text, phrase.to(), to)
          || isAsked(text, from, to, phrase)
          || isOfOthers(text, from, to, phrase)
          || isAboutAThird(text, to, phrase, writer, reader)) {
        continue;
      }
      claims.add(
          new Claim(
              phrase.value(),
              text,
              from,
              untilToday(text, phrase.to(), to),
              phrase.from(),
              phrase.to()));
    }
    return claims;
  }

  /** An answer as a whole, in which places and people stand without a verb. */
  static Claim whole(Kind kind, Text text) {
    return new Claim(kind, text, 0, text.words().size(), 0, 1);
  }

  private static boolean isDoubted(Text text, int from, Phrases.Found<Kind> phrase) {
    int start = Math.max(from, phrase.from() - DOUBTED_WITHIN);
    boolean doubted = false;
    for (int i = start; i < phrase.from(); i++) {
      if (NOT_FORGOTTEN.contains(text.words().get(i).folded())) {
        return false;
      }
      doubted |= stands(BEFORE, text, i, phrase.to());
    }
    if (phrase.value().isTogether()) {
      for (int i = phrase.from() + 1; i < phrase.to() && !doubted; i++) {
        doubted = stands(BEFORE, text, i, phrase.to());
      }
    }
    return doubted;
  }

  private static boolean isDenied(Text text, int behind, int to) {
    return behind < to && stands(BEHIND, text, behind, to);
  }

  /** "Did we work together at Acme?" asks, "We worked together at Acme, remember?" does not. */
  private static boolean isAsked(Text text, int from, int to, Phrases.Found<Kind> phrase) {
    if (!text.isQuestion(to)) {
      return false;
    }
    int clause = text.clauseStart(phrase.from(), from);
    return stands(ASKING, text, clause, phrase.from() + 1)
        || text.isMarkedAsQuestion(clause)
        || text.isMarkedAsQuestion(phrase.from());
  }

  /**
   * "Robert and I worked together", "worked together with firms like yours", "LinkedIn suggested".
   */
  private static boolean isOfOthers(Text text, int from, int to, Phrases.Found<Kind> phrase) {
    var words = text.words();
    int next = phrase.to();
    if (phrase.value().isTogether()
        && next + 1 < to
        && WITH.contains(words.get(next).folded())
        && !YOU.contains(words.get(next + 1).folded())) {
      return true;
    }
    if (phrase.value() == Kind.SENT_BY) {
      return phrase.from() > from && stands(NO_PERSON, text, phrase.from() - 1, phrase.from());
    }
    if (phrase.value() == Kind.MUTUAL) {
      return false;
    }
    for (int i = Math.max(from + 1, phrase.from() - DOUBTED_WITHIN); i < phrase.from(); i++) {
      if (stands(AND_I, text, i, phrase.from()) && !YOU.contains(words.get(i - 1).folded())) {
        return true;
      }
    }
    for (int i = Math.max(from, phrase.from() - SAID_OF_WITHIN); i < phrase.from(); i++) {
      if (stands(OTHERS, text, i, phrase.from())) {
        return true;
      }
    }
    return false;
  }

  /**
   * "My friend Robert", "my friend told me" and "a former colleague of mine" speak of somebody
   * else; "my friend, …" and "your former colleague Dana" speak of the writer.
   */
  private static boolean isAboutAThird(
      Text text, int to, Phrases.Found<Kind> phrase, String writer, String reader) {
    var words = text.words();
    int next = phrase.to();
    boolean person =
        switch (phrase.value()) {
          case FRIEND, WORKED_TOGETHER, STUDIED_TOGETHER, CLIENT, PRIVATE -> true;
          case SERVED_TOGETHER, MET, SENT_BY, MUTUAL -> false;
        };
    if (!person) {
      return false;
    }
    if (phrase.value() != Kind.FRIEND
        && phrase.from() > 0
        && MINE.contains(words.get(phrase.from() - 1).folded())) {
      return true;
    }
    if (next >= to || !text.isJoined(next)) {
      return false;
    }
    if (phrase.value() == Kind.FRIEND && stands(A_THIRD, text, next, to)) {
      return true;
    }
    if (OF.contains(words.get(next).folded())) {
      return next + 1 < to
          && (MINE.contains(words.get(next + 1).folded())
              || (phrase.value() == Kind.FRIEND && text.isCapital(next + 1)));
    }
    return !AT.contains(words.get(next - 1).folded())
        && text.isCapital(next)
        && !text.isShouted()
        && Character.isLetter(words.get(next).folded().charAt(0))
        && !text.isOneOf(writer, next)
        && !(text.isOneOf(reader, next) && FRIENDLY.contains(words.get(next - 1).folded()));
  }

  /** "We worked together years ago, and I am now at Acme" says nothing about then and Acme. */
  private static int untilToday(Text text, int behind, int to) {
    for (int i = behind; i < to; i++) {
      if (stands(TODAY, text, i, to)) {
        return i;
      }
    }
    return to;
  }

  private static boolean stands(Phrases<Boolean> signs, Text text, int at, int limit) {
    var found = signs.at(text.words(), at);
    return found != null && found.to() <= limit;
  }

  private static Phrases<Boolean> under(String wanted) {
    return PhraseFile.under("no-claims.txt", wanted);
  }
}
