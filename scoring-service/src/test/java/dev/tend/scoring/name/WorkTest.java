package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Director, People & Culture      | human resources
          HR Business Partner             | human resources
          Responsable RH                  | human resources
          Personalleiterin                | human resources
          Gerente de Recursos Humanos     | human resources
          Senior Software Engineer        | software engineering
          Desenvolvedora Full Stack       | software engineering
          VP, Talent Acquisition          | recruiting
          Executive Coach                 | coaching
          Career Counsellor               | career development
          Chartered Accountant, CPA       | accounting
          """)
  void aTitleShowsItsField(String title, String field) {
    assertThat(Work.of(title).fields()).contains(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VP People              | Vice President, People & Culture | false
          VP Human Resources     | Vice President, People & Culture | true
          VP Human Resources     | HR Manager                       | false
          Chief Financial Officer | CFO                             | true
          Chief Financial Officer | Financial Analyst               | false
          HR Director            | Senior HR Director, Americas     | true
          Data Scientist         | Lead Data Scientist              | true
          Software Developer     | Software Engineer                | false
          CEO                    | Executive Assistant to the CEO   | false
          """)
  void aRoleIsItsWordsOrItsFieldAndRank(String wanted, String title, boolean matches) {
    assertThat(Work.matches(wanted, title)).isEqualTo(matches);
  }

  @Test
  void whoIsToBePlacedMayBearAnotherTitleOfTheField() {
    assertThat(Work.fits("Software Developer", "Senior Software Engineer")).isTrue();
    assertThat(Work.fits("HR Director", "HR Manager")).isFalse();
    assertThat(Work.fits("Accountant", "Software Engineer")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pensions        | Actuary, Pension & Benefits | true
          pensions        | Payroll Specialist          | false
          HR              | Director, People & Culture  | true
          human resources | Talent, people operations   | true
          employment law  | Employment Law and Mediation | true
          employment law  | Tax Lawyer                  | false
          """)
  void aTextSpeaksOfAFieldByItsOwnWordsUnlessTheWholeFieldIsMeant(
      String field, String text, boolean speaks) {
    assertThat(Work.speaksOf(field, text)).isEqualTo(speaks);
  }

  @Test
  void anUnknownTitleHasNoField() {
    assertThat(Work.of("Wizard of Light Bulb Moments").fields()).isEmpty();
    assertThat(Work.of("").words()).isEmpty();
    assertThat(Work.matches("Director", "")).isFalse();
  }
}
