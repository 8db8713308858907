package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jane A. Doe, MBA | Doe Jane
          Zoë Müller       | ZOE MULLER
          Dr. Robert Diaz  | Robert Díaz
          李 小龙           | 小龙 李
          𝗔𝗺𝘆 𝗖𝗵𝗲𝗻         | Amy Chen
          """)
  void oneNameIsWrittenInManyWays(String one, String other) {
    assertThat(PersonName.key(one)).isEqualTo(PersonName.key(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MichaeI Lee   | Michael Lee
          Аmy Сhen      | Amy Chen
          Robert Diaz   | Rоbert Diaz
          Tom Burns     | Torn Burns
          VVill Baker   | Will Baker
          Ｄana Rоу     | Dana Roy
          Dαna Rογ      | Dana Roy
          """)
  void aDisguisedNameHasTheSkeletonOfTheTrueOne(String one, String other) {
    assertThat(PersonName.skeleton(one)).isEqualTo(PersonName.skeleton(other));
    assertThat(PersonName.key(one)).isNotEqualTo(PersonName.key(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      Jon Smith | John Smith
      Amy Chen  | Amy Cheng
      Анна Ли   | Anna Li
      Ian Hill  | Ivan Hill
      """)
  void twoNamesAreTwoNames(String one, String other) {
    assertThat(PersonName.skeleton(one)).isNotEqualTo(PersonName.skeleton(other));
  }
}
