package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.scoring.name.Pairs.Pair;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Holds the rules against pairs of names that anybody may add to. */
class PairsTest {

  @Test
  void theSameEmployerGoesByManyNames() {
    assertThat(wrong("same-employers.txt", Employers::same, true)).isEmpty();
  }

  @Test
  void employersThatLookAlikeAreTwo() {
    assertThat(wrong("different-employers.txt", Employers::same, false)).isEmpty();
  }

  @Test
  void theSameSchoolGoesByManyNames() {
    assertThat(wrong("same-schools.txt", Schools::same, true)).isEmpty();
  }

  @Test
  void schoolsThatLookAlikeAreTwo() {
    assertThat(wrong("different-schools.txt", Schools::same, false)).isEmpty();
  }

  private static List<Pair> wrong(String file, BiPredicate<String, String> same, boolean expected) {
    var pairs = Pairs.of(file);
    assertThat(pairs).as(file).hasSizeGreaterThanOrEqualTo(150);
    return pairs.stream()
        .filter(
            pair ->
                same.test(pair.one(), pair.other()) != expected
                    || same.test(pair.other(), pair.one()) != expected)
        .toList();
  }
}
