package dev.tend.scoring.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          The Daily Bread Food Bank, Toronto         = Daily Bread Food Bank
          Restos du Cœur                             = Les Restos du Cœur
          Habitat for Humanity International         = Habitat for Humanity
          Girl Guides of Canada - Guides du Canada   = Girl Guides of Canada
          Girl Guides                                = Girl Guides of Canada
          THW Ortsverband Hamburg-Nord               = Technisches Hilfswerk
          Italian Red Cross                          = Croce Rossa Italiana
          Ärzte ohne Grenzen                         = Doctors Without Borders
          """)
  void theSameCharityIsWrittenInManyWays(String one, String other) {
    assertThat(Charity.same(one, other)).isTrue();
    assertThat(Charity.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      textBlock =
          """
          Habitat for Horses            = Habitat for Humanity
          American Red Cross            = Italian Red Cross
          Shelter                       = Bristol Animal Shelter
          Food Bank, Vancouver          = YMCA, Vancouver
          Parents Association of Lyon   = Parents Association of Nice
          Our Daily Bread Bakery        = Daily Bread Food Bank
          Women in Tech                 = Women in Need
          Shelter in Place              = Shelter
          """)
  void anotherCharityOfALikeNameIsAnother(String one, String other) {
    assertThat(Charity.same(one, other)).isFalse();
    assertThat(Charity.same(other, one)).isFalse();
  }
}
