package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Toronto, Ontario, Canada        | Toronto        | CA
          Toronto, ON                     | Toronto        | CA
          Greater Toronto Area, Canada    | Toronto        | CA
          Montréal, Québec                | Montréal       | CA
          Charlotte, North Carolina Area  | Charlotte      | US
          San Francisco Bay Area          | San Francisco  | ''
          Thunder Bay, Ontario            | Thunder Bay    | CA
          New York City Metropolitan Area | New York       | ''
          São Paulo, Brasil               | São Paulo      | BR
          London, England                 | London         | GB
          Atlanta, Georgia                | Atlanta        | ''
          Nigeria                         | ''             | NG
          Victoria, British Columbia      | Victoria       | CA
          """)
  void aLocationNamesATownAndPerhapsACountry(String location, String town, String country) {
    var place = Place.of(location);
    assertThat(place.shown()).isEqualTo(town);
    assertThat(place.country()).isEqualTo(country);
    assertThat(place.town()).isEqualTo(Words.folded(town));
  }

  @Test
  void aTownIsTheSameInItsOwnLanguage() {
    var munich = Place.of("München und Umgebung, Bayern");
    assertThat(munich.shown()).isEqualTo("München");
    assertThat(munich.country()).isEqualTo("DE");
    assertThat(munich.town()).isEqualTo(Place.of("Munich, Germany").town());
    assertThat(Place.of("Milano").town()).isEqualTo(Place.of("Milan, Italy").town());
  }
}
