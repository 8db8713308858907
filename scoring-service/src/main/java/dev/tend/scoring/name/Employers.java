package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When two names mean the same employer. Names are equal when they share a key: lower case, without
 * accents, punctuation, "The" and legal forms, and put right by tables of facts ({@link
 * KnownEmployers}: PwC is PricewaterhouseCoopers). Nothing is ever equal because it is similar or
 * begins alike, so that Apple is not Apple Montessori School, and Mercer not Mercer University.
 *
 * <p>What stands behind a separator is read as well: a place or a department is left out, an
 * earlier name or the owner counts besides ("Slack, a Salesforce company").
 */
public final class Employers {
  private static final Set<String> GENERIC_ENDS =
      Set.of(
          "group",
          "groupe",
          "gruppe",
          "grupo",
          "holding",
          "holdings",
          "company",
          "co",
          "corporation");

  private static final Set<String> BEFORE_A_COUNTRY =
      Set.of("of", "in", "for", "de", "du", "des", "do", "da", "del", "di", "fur");

  /** Of these even "Delta Group" is not Delta. */
  private static final Set<String> PLAIN_WORDS = Table.names("plain-words.txt", Words::folded);

  /** National bodies: Hockey Canada is not Hockey Australia. */
  private static final Set<String> NATIONAL_BODIES =
      Table.names("national-bodies.txt", Words::folded);

  /** What stands beside a firm and is another: its alumni, its union, who supplies it. */
  private static final Set<String> BESIDE_THE_FIRM =
      Table.names("beside-the-firm.txt", Words::folded);

  private static final Set<String> DEPARTMENTS = Table.names("departments.txt", Words::folded);

  /** "Northwind Canada" is Northwind, but "Air Canada" needs its second word. */
  private static final int SHORTEST_WITH_A_COUNTRY = 5;

  private static final int LONGEST_INITIALS = 4;

  private static final Remembered<Phrases<Boolean>> SPELLINGS =
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

  /** Whether our tables know an employer by this name, so that it is one wherever it stands. */
  public static boolean isKnown(String name) {
    return !KnownEmployers.key(NameWords.of(name)).isEmpty();
  }

  /**
   * What a name is compared by: its key, and those of an earlier name or of the owner that stand
   * with it; empty for what is no employer. Two names mean the same when they share a key.
   */
  public static List<String> keys(String name) {
    return KEYS.of(name);
  }

  /**
   * The keys of whom somebody worked for who joined in a year, as far as that makes a difference.
   */
  public static List<String> keys(String name, int joined) {
    var keys = keys(name);
    for (var key : keys) {
      var house = SpinOffs.house(key, joined);
      if (!house.isEmpty()) {
        return Stream.concat(keys.stream(), Stream.of(house)).toList();
      }
    }
    return keys;
  }

  /**
   * The ways in which a text may mention an employer: its name without legal form, and what the
   * tables know.
   */
  static Phrases<Boolean> spellings(String name) {
    return SPELLINGS.of(name);
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
    return isDisguise(keys(name), keys(employer));
  }

  /** The same of two by their {@link #keys}, for whoever compares one with many. */
  public static boolean isDisguise(List<String> keys, List<String> originals) {
    for (var key : keys) {
      for (var original : originals) {
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

  private static Phrases<Boolean> spelled(String name) {
    var spellings = new ArrayList<String>();
    for (var key : keys(name)) {
      spellings.addAll(KnownEmployers.spelled(key));
    }
    if (isEmployer(name)) {
      var parts = new ArrayList<>(LegalForms.without(foldedWords(NameParts.of(name).head())));
      while (parts.size() > 1 && GENERIC_ENDS.contains(parts.getLast())) {
        parts.removeLast();
      }
      spellings.add(String.join(" ", withoutThe(parts)));
    }
    return Phrases.all(true, spellings);
  }

  private static List<String> foldedWords(String text) {
    return Words.of(text).stream().map(Words.Word::folded).toList();
  }

  private static List<String> read(String name) {
    var words = Words.of(name);
    if (words.isEmpty() || NoEmployers.contain(name, words)) {
      return List.of();
    }
    var keys = new LinkedHashSet<String>(2);
    for (var one : Joints.names(name, words)) {
      if (!NoEmployers.contain(one, Words.of(one))) {
        keys.addAll(keysOfOne(one));
      }
    }
    keys.remove("");
    return List.copyOf(keys);
  }

  private static List<String> keysOfOne(String name) {
    var known = KnownEmployers.key(NameWords.of(name));
    if (!known.isEmpty()) {
      return List.of(known);
    }
    var parts = NameParts.of(name);
    if (parts.others().stream().anyMatch(part -> isBesideTheFirm(part.text()))) {
      return List.of(String.join("", NameWords.of(name)));
    }
    var local = LocalNames.key(withoutDepartments(parts));
    var head = KnownEmployers.key(NameWords.of(parts.head()));
    var keys = new ArrayList<String>(2);
    if (!head.isEmpty() && isWhole(parts)) {
      return List.of(head);
    } else if (Schools.isUniversity(name)) {
      var school = Schools.key(name);
      return school.isEmpty() || isBesideTheFirm(name) ? List.of() : List.of("school " + school);
    } else if (!local.isEmpty()) {
      keys.add(local);
      keys.add(head.isEmpty() ? LocalNames.keyWithPlace(parts.head()) : head);
    } else {
      keys.add(plainKey(parts));
    }
    for (var part : parts.others()) {
      keys.addAll(keysOfPart(parts.head(), part));
    }
    return keys;
  }

  /**
   * What a part behind the head means: the house to which a team belongs ("Wealth Management,
   * RBC"), the owner in brackets, or another name behind a slash. What stands behind the name of a
   * firm may as well be its client, "Acme Staffing - Google", and initials in brackets are those of
   * the name before them: the Disclosure and Barring Service (DBS) is no bank.
   */
  private static List<String> keysOfPart(String head, NameParts.Part part) {
    var other = KnownEmployers.key(NameWords.of(part.text()));
    boolean belongsThere =
        part.joint() == NameParts.Joint.BRACKETS
            ? !isInitials(part.text()) && !isBesideTheFirm(head)
            : isDepartment(head);
    if (!other.isEmpty() && !isPlace(part) && belongsThere) {
      return List.of(other);
    }
    return part.joint() == NameParts.Joint.SLASH && !isPlaceOrDepartments(part.text())
        ? read(part.text())
        : List.of();
  }

  private static boolean isInitials(String text) {
    return text.length() <= LONGEST_INITIALS && text.chars().allMatch(Character::isUpperCase);
  }

  private static boolean isBesideTheFirm(String text) {
    return foldedWords(text).stream().anyMatch(BESIDE_THE_FIRM::contains);
  }

  /**
   * Whether the head of a name is all of it. Behind a comma a firm's name may go on: "Bain, Smith &
   * Partners".
   */
  private static boolean isWhole(NameParts parts) {
    return parts.others().stream()
        .allMatch(
            part ->
                part.joint() != NameParts.Joint.COMMA
                    || isPlaceOrDepartment(part.text())
                    || !KnownEmployers.key(NameWords.of(part.text())).isEmpty());
  }

  private static boolean isPlace(NameParts.Part part) {
    return Gazetteer.isPlace(foldedWords(part.text()));
  }

  private static boolean isPlaceOrDepartment(String text) {
    return isPlaceOrDepartments(text) || isDepartment(text);
  }

  private static boolean isDepartment(String text) {
    var words = foldedWords(text);
    return DEPARTMENTS.contains(words.getFirst()) || DEPARTMENTS.contains(words.getLast());
  }

  /** Whether every word names a place, a department or a legal form. */
  private static boolean isPlaceOrDepartments(String text) {
    var words = foldedWords(text);
    return Gazetteer.isPlace(words)
        || Gazetteer.isShort(words)
        || words.stream().allMatch(DEPARTMENTS::contains)
        || LegalForms.without(NameWords.of("x " + text)).size() == 1;
  }

  private static String withoutDepartments(NameParts parts) {
    var name = new StringBuilder(parts.head());
    for (var part : parts.others()) {
      if (isPlace(part) || !isPlaceOrDepartment(part.text())) {
        name.append(", ").append(part.text());
      }
    }
    return name.toString();
  }

  /** The key of an employer that no table knows. */
  private static String plainKey(NameParts parts) {
    var words = new ArrayList<>(withoutThe(NameWords.of(parts.head())));
    for (var part : parts.others()) {
      boolean goesOn =
          switch (part.joint()) {
            case COMMA, DASH, AT -> !isPlaceOrDepartment(part.text());
            case BAR -> isPlain(words) && !isPlaceOrDepartment(part.text());
            case SLASH, BRACKETS -> false;
          };
      if (goesOn) {
        words.addAll(NameWords.of(part.text()));
      }
    }
    return String.join("", withoutEnds(words));
  }

  private static List<String> withoutEnds(List<String> name) {
    var words = LegalForms.without(withoutCountry(name));
    int end = words.size();
    if (end > 1
        && GENERIC_ENDS.contains(words.get(end - 1))
        && !isPlain(words.subList(0, end - 1))) {
      end--;
    }
    boolean isMadePlain = end < name.size() && isPlain(words.subList(0, end));
    return isMadePlain && isCompany(name) ? name : words.subList(0, end);
  }

  /** "The Coffee Company" is not Coffee, but "Delta Inc." is Delta. */
  private static boolean isCompany(List<String> name) {
    return GENERIC_ENDS.contains(name.getLast());
  }

  /** Leaves a country out, and what stands around it, if the rest is a name of its own. */
  private static List<String> withoutCountry(List<String> words) {
    for (int n = 1; n < words.size(); n++) {
      var head = words.subList(0, n);
      boolean isName =
          !isPlain(head)
              && !isNational(head)
              && (n > 1 || head.getFirst().length() >= SHORTEST_WITH_A_COUNTRY);
      if (isName && isCountryOrForm(words.subList(n, words.size()))) {
        return head;
      }
    }
    return words;
  }

  /** "Embassy of", "Hockey", "Engineers without Borders": each country may have one. */
  private static boolean isNational(List<String> words) {
    return BEFORE_A_COUNTRY.contains(words.getLast())
        || words.stream().anyMatch(NATIONAL_BODIES::contains);
  }

  private static boolean isCountryOrForm(List<String> words) {
    int end = LegalForms.without(words).size();
    int from = 0;
    while (from < end && LegalForms.contain(words.get(from))) {
      from++;
    }
    return from < end
        && (Gazetteer.isCountry(words.subList(from, end))
            || (from > 0 && Gazetteer.isPlace(words.subList(from, end))));
  }

  private static boolean isPlain(List<String> words) {
    return words.size() == 1 && PLAIN_WORDS.contains(words.getFirst());
  }

  private static List<String> withoutThe(List<String> words) {
    return words.size() > 1 && words.getFirst().equals("the")
        ? words.subList(1, words.size())
        : words;
  }
}
