package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadcountTest {

  @ParameterizedTest
  @CsvSource({
    "Walmart Inc., 3",
    "Deloitte LLP, 2",
    "PricewaterhouseCoopers, 2",
    "RBC, 2",
    "Northwind, 1",
    "Apple Montessori School, 1"
  })
  void veryLargeEmployersAreKnownUnderEachOfTheirNames(String name, int magnitude) {
    assertThat(Headcount.ofEmployer(Employers.keys(name).getFirst()).magnitude())
        .isEqualTo(magnitude);
  }

  @ParameterizedTest
  @CsvSource({"IGNOU, 3", "The Open University, 2", "University of Toronto, 1"})
  void soAreSchoolsWhereMostStudyFromAfar(String name, int magnitude) {
    assertThat(Headcount.ofSchool(Schools.key(name)).magnitude()).isEqualTo(magnitude);
  }
}
