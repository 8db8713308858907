package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          U of T                  | University of Toronto
          University of Toronto - Rotman School of Management | U of T
          University of Toronto, Faculty of Law | University of Toronto
          Rotman School of Management, University of Toronto | University of Toronto
          University of Toronto (UTSC) | University of Toronto
          MIT                     | Massachusetts Institute of Technology
          M.I.T.                  | MIT
          Massachusetts Institute of Technology (MIT) | MIT
          LSE                     | The London School of Economics and Political Science (LSE)
          The Wharton School      | University of Pennsylvania
          Université de Montréal  | University of Montreal
          Universität Wien        | University of Vienna
          Technische Universität München | TUM
          ETH Zürich              | ETH
          Ryerson University      | Toronto Metropolitan University
          Harvard Business School | Harvard University
          Queen's University      | Queens University
          TU Berlin               | Technische Universität Berlin
          Nova SBE                | Nova School of Business and Economics
          Cranfield School of Management | Cranfield University
          """)
  void theSameSchoolGoesByManyNames(String one, String other) {
    assertThat(Schools.same(one, other)).isTrue();
    assertThat(Schools.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cornell University      | Cornell College
          York University         | University of York
          Miami University        | University of Miami
          University of Washington | Washington University in St. Louis
          Hong Kong Polytechnic University | University of Hong Kong
          University of California, Berkeley | University of California, Los Angeles
          London Business School  | London School of Economics
          Columbia University     | University of British Columbia
          Boston College          | Boston University
          Indian Institute of Technology Bombay | Indian Institute of Technology Delhi
          HEC Paris               | HEC Montréal
          """)
  void aLikenessMakesNoSchool(String one, String other) {
    assertThat(Schools.same(one, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"School of Hard Knocks", "The University of Life", "High School", "Self-taught"})
  void whatIsNoSchoolIsSharedByNobody(String name) {
    assertThat(Schools.same(name, name)).isFalse();
  }
}
