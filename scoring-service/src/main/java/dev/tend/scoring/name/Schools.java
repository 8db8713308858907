package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When two names mean the same school: when they have the same key. Names are written in one form
 * ({@link SchoolWords}) and put right by a table of facts ({@link KnownSchools}: U of T is the
 * University of Toronto). Degrees, faculties and places that stand with a university are left out;
 * where a place makes another university of it, it stays.
 */
public final class Schools {
  /** "Leeds University Business School": these belong to the part behind them. */
  private static final Set<String> OF_A_PART =
      Set.of("business", "law", "medical", "graduate", "executive", "dental", "summer");

  private static final Remembered<Phrases<Boolean>> SPELLINGS =
      new Remembered<>(10_000, Schools::spelled);
  private static final Remembered<String> KEYS = new Remembered<>(10_000, Schools::read);

  private Schools() {}

  /** Whether both names mean the same school; false when either is none. */
  public static boolean same(String one, String other) {
    var key = key(one);
    return !key.isEmpty() && key.equals(key(other));
  }

  /** What a name is compared by; empty for what is no school in particular. */
  public static String key(String name) {
    return KEYS.of(name);
  }

  /** Whether a name is a university's beyond doubt, even where people write an employer. */
  static boolean isUniversity(String name) {
    var words = SchoolWords.of(name);
    return words.contains("university")
        || (words.size() > 1
            && (SchoolWords.nameASchool(words) || SchoolWords.nameAPart(words))
            && !KnownSchools.key(words).isEmpty())
        || isAcronymOfAUniversity(name, words);
  }

  /** The ways in which a text may mention a school. */
  static Phrases<Boolean> spellings(String name) {
    return SPELLINGS.of(name);
  }

  /** "UBC", "U of T"; but LSE is a stock exchange as well. */
  private static boolean isAcronymOfAUniversity(String name, List<String> words) {
    return name.startsWith("U")
        && name.length() > 2
        && name.toUpperCase(Locale.ROOT).replace(" OF ", " of ").equals(name)
        && !KnownSchools.key(words).isEmpty();
  }

  private static Phrases<Boolean> spelled(String name) {
    var key = key(name);
    if (key.isEmpty()) {
      return Phrases.all(true, List.of());
    }
    var spellings = new ArrayList<String>();
    spellings.addAll(KnownSchools.spelled(key));
    spellings.add(name);
    return Phrases.all(true, spellings);
  }

  private static String read(String name) {
    var whole = SchoolWords.of(name);
    var folded = Words.of(name);
    if (folded.isEmpty() || KnownSchools.isCourse(folded)) {
      return "";
    }
    var known = certain(whole);
    if (known != null) {
      return known;
    }
    var parts = NameParts.of(name);
    var segments = new ArrayList<List<String>>();
    segments.add(withoutDegree(SchoolWords.of(parts.head())));
    parts.others().forEach(part -> segments.add(withoutDegree(SchoolWords.of(part.text()))));
    segments.removeIf(List::isEmpty);
    return segments.isEmpty() ? "" : ofSegments(segments);
  }

  /** The key of words that the tables know as they stand; null when they do not. */
  private static @Nullable String certain(List<String> words) {
    if (KnownSchools.isNone(words) || KnownSchools.isAmbiguous(words)) {
      return "";
    }
    var known = KnownSchools.key(words);
    return known.isEmpty() ? null : known;
  }

  private static String ofSegments(List<List<String>> segments) {
    var main = main(segments);
    if (KnownSchools.hasSisters(main) || isNamedAfterASaint(main)) {
      var campus = campus(main, segments);
      var joined = new ArrayList<>(main);
      joined.addAll(campus);
      var known = certain(joined);
      return known != null ? known : String.join(" ", joined);
    }
    var known = certain(main);
    return known != null ? known : withoutParts(main);
  }

  /** Many towns have a St. Peter's School, so that the town counts. */
  private static boolean isNamedAfterASaint(List<String> words) {
    return words.getFirst().equals("saint") && KnownSchools.key(words).isEmpty();
  }

  /** The segment that names the school: a known university, a university, a school, the first. */
  private static List<String> main(List<List<String>> segments) {
    var ranked = segments.getFirst();
    int best = rank(ranked);
    for (var segment : segments) {
      int rank = rank(segment);
      if (rank > best) {
        ranked = segment;
        best = rank;
      }
    }
    return ranked;
  }

  private static int rank(List<String> segment) {
    if (KnownSchools.isNone(segment)) {
      return 0;
    }
    boolean university = segment.contains("university");
    if (!KnownSchools.key(segment).isEmpty()) {
      return university ? 6 : segment.size() == 1 ? (Gazetteer.isPlace(segment) ? 2 : 3) : 5;
    }
    if (KnownSchools.isAmbiguous(segment)) {
      return university ? 3 : 2;
    }
    return university || SchoolWords.nameASchoolForChildren(segment)
        ? 4
        : SchoolWords.nameASchool(segment) ? 3 : 1;
  }

  /** What stands beside a university's name and makes another of it: a place, but no faculty. */
  private static List<String> campus(List<String> main, List<List<String>> segments) {
    for (var segment : segments) {
      if (!segment.equals(main)
          && !SchoolWords.nameAPart(segment)
          && !Gazetteer.isCountry(segment)
          && !KnownSchools.isNone(segment)
          && (KnownSchools.key(segment).isEmpty()
              || !KnownSchools.key(segment).equals(KnownSchools.key(main)))) {
        return segment;
      }
    }
    return List.of();
  }

  private static List<String> withoutDegree(List<String> words) {
    int from = 0;
    while (from < words.size() && SchoolWords.isDegree(words.get(from))) {
      from++;
    }
    return words.subList(from, words.size());
  }

  /** "Smeal College of Business University X", "University X Faculty of Arts". */
  private static String withoutParts(List<String> words) {
    for (int i = 1; i < words.size(); i++) {
      var tail = words.subList(i, words.size());
      if (isWholeSchool(tail) && SchoolWords.nameAPart(words.subList(0, i))) {
        return KnownSchools.key(tail);
      }
    }
    for (int i = words.size() - 1; i > 0; i--) {
      var head = words.subList(0, i);
      if (isWholeSchool(head) && SchoolWords.nameAPart(words.subList(i, words.size()))) {
        return KnownSchools.key(head);
      }
    }
    var school = withoutUnknownParts(words);
    return String.join(" ", KnownSchools.hasSisters(school) ? words : school);
  }

  private static boolean isWholeSchool(List<String> words) {
    return words.size() > 1 && SchoolWords.nameASchool(words) && !KnownSchools.key(words).isEmpty();
  }

  private static List<String> withoutUnknownParts(List<String> words) {
    int university = words.indexOf("university");
    if (university < 0) {
      return words;
    }
    int start = university;
    while (start > 0 && SchoolWords.isAdjective(words.get(start - 1))) {
      start--;
    }
    if (start > 0
        && SchoolWords.isPart(words.getFirst())
        && university < words.size() - 1
        && SchoolWords.nameAPart(words.subList(0, start))) {
      return words.subList(start, words.size());
    }
    for (int i = university + 1; i < words.size(); i++) {
      boolean isUniversityCollege = i == university + 1 && words.get(i).equals("college");
      if (SchoolWords.isPart(words.get(i))
          && !isUniversityCollege
          && SchoolWords.nameAPart(words.subList(i, words.size()))) {
        int end = i;
        while (end > university + 1 && OF_A_PART.contains(words.get(end - 1))) {
          end--;
        }
        return end >= 2 ? words.subList(0, end) : words;
      }
    }
    return words;
  }
}
