package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of all names: of those in the tables and of those that people have written down. */
class NamePropertiesTest {
  private static final int TRIES = 20_000;
  private static final List<String> EMPLOYER_TABLES =
      List.of("employers.txt", "employers-advisory.txt", "employers-finance.txt");
  private static final List<String> LEGAL_FORMS =
      List.of("Inc.", "LLC", "Ltd", "GmbH", "S.A.", "S.A. de C.V.", "AG", "Ltda.", "plc");
  private static final List<String> DISTINCT =
      List.of("Zebra", "Quilting", "Montessori", "Faucet", "Kwabbel", "Papaya", "Velodrome");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final List<String> employers = employers();
  private final List<String> schools = schools();

  /** The first names of the table; the others hold faculties, which may have any word. */
  private final List<String> universities = universities();

  @Test
  void sameIsSymmetric() {
    for (int i = 0; i < TRIES; i++) {
      var one = any(employers);
      var other = any(employers);
      assertThat(Employers.same(one, other))
          .as(said(one, other))
          .isEqualTo(Employers.same(other, one));
      var school = any(schools);
      var another = any(schools);
      assertThat(Schools.same(school, another))
          .as(said(school, another))
          .isEqualTo(Schools.same(another, school));
    }
  }

  @Test
  void whatIsAnEmployerIsTheSameAsItself() {
    for (var name : employers) {
      assertThat(Employers.same(name, name)).as(name).isEqualTo(Employers.isEmployer(name));
    }
    for (var name : schools) {
      assertThat(Schools.same(name, name)).as(name).isEqualTo(!Schools.key(name).isEmpty());
    }
  }

  @Test
  void caseAccentsAndLegalFormsMakeNoDifference() {
    for (var name : employers) {
      if (Employers.isEmployer(name)) {
        var legal = name + " " + any(LEGAL_FORMS);
        assertThat(Employers.keys(legal)).as(said(name, legal)).isEqualTo(Employers.keys(name));
        assertThat(Employers.keys(name.toUpperCase(Locale.ROOT)))
            .as(said(name, "in capitals"))
            .isEqualTo(Employers.keys(name));
        assertThat(Employers.keys(accented(name)))
            .as(accented(name))
            .isEqualTo(Employers.keys(name));
      }
    }
    for (var name : schools) {
      assertThat(Schools.key(name.toUpperCase(Locale.ROOT))).as(name).isEqualTo(Schools.key(name));
      assertThat(Schools.key(accented(name))).as(accented(name)).isEqualTo(Schools.key(name));
    }
  }

  @Test
  void noTwoEntriesOfATableAreTheSame() {
    var employerOf = new HashMap<String, String>();
    for (var table : EMPLOYER_TABLES) {
      Table.read(
          table,
          (first, names) -> {
            for (var name : names) {
              for (var key : Employers.keys(name.replace("!", ""))) {
                assertThat(employerOf.putIfAbsent(key, first)).as(name).isIn(null, first);
              }
            }
          });
    }
    var schoolOf = new HashMap<String, String>();
    Table.read(
        "schools.txt",
        (first, names) -> {
          for (var name : names) {
            var key = Schools.key(name);
            assertThat(key).as(name).isNotEmpty();
            assertThat(schoolOf.putIfAbsent(key, first)).as(name).isIn(null, first);
          }
        });
  }

  @Test
  void aDistinctWordMakesAnotherName() {
    for (int i = 0; i < TRIES; i++) {
      var name = any(employers);
      var longer = any(DISTINCT) + " " + name;
      var longest = name + " " + any(DISTINCT);
      var other = any(employers);
      assertThat(Employers.same(longer, other)).as(said(longer, other)).isFalse();
      assertThat(Employers.same(longest, other)).as(said(longest, other)).isFalse();
      assertThat(Employers.same(longest, name)).as(said(longest, name)).isFalse();
      var school = any(universities);
      var another = school + " " + any(DISTINCT);
      assertThat(Schools.same(another, any(schools))).as(another).isFalse();
      assertThat(Schools.same(another, school)).as(another).isFalse();
    }
  }

  private static List<String> employers() {
    var names = new ArrayList<String>();
    for (var table : EMPLOYER_TABLES) {
      Table.read(table, (_, all) -> all.forEach(name -> names.add(name.replace("!", ""))));
    }
    return names;
  }

  private static List<String> schools() {
    var names = new ArrayList<String>();
    Table.read("schools.txt", (_, all) -> names.addAll(all));
    return names;
  }

  private static List<String> universities() {
    var names = new ArrayList<String>();
    Table.read("schools.txt", (first, _) -> names.add(first));
    return names;
  }

  private static String accented(String name) {
    return name.replace('a', 'á').replace('u', 'ü').replace("o", "o\u0301").replace('n', 'ñ');
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private String said(String... names) {
    return "seed " + seed + ": " + String.join(" / ", Stream.of(names).toList());
  }
}
