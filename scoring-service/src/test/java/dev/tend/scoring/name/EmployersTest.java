package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmployersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PwC                        | PricewaterhouseCoopers LLP
          PwC Canada                 | PricewaterhouseCoopers
          EY                         | Ernst & Young
          Ernst and Young LLP        | EY
          RBC                        | Royal Bank of Canada
          Banque Royale du Canada    | RBC
          P&G                        | Procter & Gamble
          The Procter & Gamble Company | Procter and Gamble
          Deloitte Canada            | Deloitte
          Deloitte Consulting        | Deloitte & Touche LLP
          DELOITTE                   | deloitte
          Nestlé S.A.                | Nestle
          L'Oréal                    | LOREAL
          McDonald's Corporation     | McDonalds
          Société Générale           | Societe Generale
          Müller GmbH & Co. KG       | Muller
          The Walt Disney Company    | Disney
          Bombardier Inc.            | Bombardier
          Bombardier, Inc            | Bombardier Limitée
          Nortel (Ottawa)            | Nortel
          Facebook (formerly TheFacebook) | Meta
          Northwind Partners (formerly Harbour Consulting) | Harbour Consulting
          Northwind, formerly known as Harbour Consulting  | Harbour Consulting Ltd.
          Ｄｅｌｏｉｔｔｅ           | Deloitte
          ООО Ромашка                | ООО «РОМАШКА»
          AT&T Inc.                  | AT&T
          Cemex, S.A.B. de C.V.      | CEMEX
          Mouvement Desjardins       | Desjardins
          Itaú                       | Itaú Unibanco
          Galp Energia               | Galp
          Volkswagen Group           | Volkswagen AG
          """)
  void theSameEmployerGoesByManyNames(String one, String other) {
    assertThat(Employers.same(one, other)).isTrue();
    assertThat(Employers.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apple            | Apple Montessori School
          Apple Inc.       | Apple Bank
          Delta Air Lines  | Delta Faucet
          Delta            | Delta Group
          General Electric | General Motors
          GE               | GM
          Mercer           | Mercer University
          Bain & Company   | Bain Capital
          Air Canada       | Air France
          Bell             | Bell Flavors
          Shell            | Shell Lake Schools
          PG               | P&G
          Bank of Canada   | Bank of Montreal
          Royal Bank of Canada | Royal Bank of Scotland
          Capital One      | Capital Group
          Hong Kong Polytechnic University | University of Hong Kong
          Target           | Target Recruiting
          United Airlines  | United Way
          First National   | First Nations Bank
          Oracle           | Oracle Arena
          """)
  void aSharedFirstWordMakesNoEmployer(String one, String other) {
    assertThat(Employers.same(one, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Freelance",
        "Self-employed",
        "self employed",
        "Confidential",
        "Stealth Startup",
        "Stealth",
        "Independent Consultant",
        "Selbstständig",
        "Indépendant",
        "Autónomo",
        "Autônoma",
        "N/A",
        "-",
        "Career Break",
        "Retired",
        "Freiberuflich",
        "Travailleur autonome",
        "…"
      })
  void whatIsNoEmployerIsSharedByNobody(String name) {
    assertThat(Employers.isEmployer(name)).isFalse();
    assertThat(Employers.same(name, name)).isFalse();
  }

  @Test
  void aNameThatOnlyBeginsLikeNoEmployerIsOne() {
    assertThat(Employers.isEmployer("Freelance Publishing House")).isTrue();
    assertThat(Employers.isEmployer("Independent Electricity System Operator")).isTrue();
    assertThat(Employers.isEmployer("Home Depot")).isTrue();
  }

  @Test
  void aNameOfNothingButALegalFormStays() {
    assertThat(Employers.same("AG", "SE")).isFalse();
  }
}
