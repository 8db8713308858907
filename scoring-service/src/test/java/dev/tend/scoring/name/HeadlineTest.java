package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          HR Director at Acme                     > Acme
          Speaker | VP People @Shopify            > Shopify
          Product Manager - Shopify               > Shopify
          Deloitte – Senior Manager               > Deloitte
          Directeur marketing, LVMH               > LVMH
          Directrice RH chez L'Oréal              > L'Oréal
          Leiter Einkauf bei der Deutschen Bank   > Deutschen Bank
          Gerente na Petrobras                    > Petrobras
          HR Director @ Acme, ex @Google          > Acme
          HR Director at Acme (formerly Google)   > Acme
          Former HR Director | Coach at Acme      > Acme
          """)
  void aHeadlineNamesThePresentEmployer(String headline, String company) {
    assertThat(Headline.of(headline).company()).isEqualTo(company);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ex-Google | HR Director",
        "HR Director, formerly at Deloitte",
        "Speaker, previously HR at Google",
        "Former VP at Manulife",
        "ehemaliger Leiter bei Siemens",
        "Antiguo director de compras en Telefónica",
        "Ancienne directrice chez L'Oréal",
        "Seeking a job at Intel",
        "Incoming intern at Google",
        "I coach managers at Tesco",
        "Selling to HR leaders at Tesco",
        "Coach | RBC | Deloitte | Google",
        "Clients: RBC, Deloitte",
        "Google alumni"
      })
  void whatIsOverOrOutsideIsNoEmployer(String headline) {
    assertThat(Headline.of(headline).company()).isEmpty();
  }
}
