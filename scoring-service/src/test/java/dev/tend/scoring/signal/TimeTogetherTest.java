package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.policy.DecisionAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seen from February 2026. */
class TimeTogetherTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what both have in common                    | place     | from    | to      | points
          a month that has just ended                   | Northwind | 2026-01 | 2026-01 | 21
          half a year that has just ended               | Northwind | 2025-08 | 2026-01 | 34
          a year that has just ended                    | Northwind | 2025-02 | 2026-01 | 39
          eight years that have just ended              | Northwind | 2018-02 | 2026-01 | 56
          six years, thirteen years ago                  | Northwind | 2007-01 | 2012-12 | 45
          a year, fifteen years ago                     | Northwind | 2010-03 | 2011-02 | 34
          a year, thirty years ago                      | Northwind | 1995-03 | 1996-02 | 29
          two months, twenty years ago                  | Northwind | 2005-12 | 2006-01 | 23
          a year that has just ended, among hundred thousands  | Deloitte | 2025-02 | 2026-01 | 34
          a year, fifteen years ago, among hundred thousands   | Deloitte | 2010-03 | 2011-02 | 30
          two months, twenty years ago, among hundred thousands | Deloitte | 2005-12 | 2006-01 | 20
          a year, fifteen years ago, among a million           | Walmart  | 2010-03 | 2011-02 | 27
          """)
  void whoeverWasTogetherLongerLaterAndAmongFewerPeopleKnowsMoreOfTheOther(
      String any, String place, String from, String to, int points) {
    judged(lee().at(place, from, to), aPerson("Dana Roy").at(place, from, to))
        .gives("same-employer", points);
  }

  @Test
  void differentTimesAreWorthTheLeast() {
    judged(
            lee().at("Northwind", "1996-01", "1998-12"),
            aPerson("Dana Roy").at("Northwind", "2019-01", null))
        .gives("same-employer", 15)
        .mentions("not at the same time");
  }

  @Test
  void aPromotionDoesNotEndATimeTogether() {
    var decision =
        whenInvited(
                member(
                    lee()
                        .at("Deloitte", "2010-01", "2011-12")
                        .at("Deloitte", "2012-01", "2014-12")))
            .by(aPerson("Dana Roy").at("Deloitte", "2009-06", "2014-12"))
            .judged();
    assertThat(decision).mentions("January 2010 to December 2014 (5 years)");
  }

  @Test
  void whatLastsIsSaidToLast() {
    var decision =
        whenInvited(member(lee().at("Deloitte", "2020-03", null)))
            .by(aPerson("Dana Roy").at("Deloitte", "2018-01", null))
            .judged();
    assertThat(decision).mentions("Both at Deloitte since March 2020 (6 years)");
  }

  @Test
  void yearsWithoutMonthsAreSaidToBeAbout() {
    assertThat(
            whenInvited(member(lee().at("Deloitte", "2008", "2012")))
                .by(aPerson("Dana Roy").at("Deloitte", "2009", "2014"))
                .judged())
        .mentions("2009 to 2012 (about 3 years)");
    assertThat(
            whenInvited(member(lee().at("Deloitte", "2008", "2012")))
                .by(aPerson("Dana Roy").at("Deloitte", "2012", "2014"))
                .judged())
        .mentions("perhaps at the same time in 2012");
    assertThat(
            whenInvited(member(lee().at("Deloitte", null, null)))
                .by(aPerson("Dana Roy").at("Deloitte", "2012", "2014"))
                .judged())
        .mentions("when is not known");
  }

  @Test
  void theFirstAndTheLastMonthCount() {
    judged(
            lee().at("Northwind", "2010-01", "2012-11"),
            aPerson("Dana Roy").at("Northwind", "2009-05", "2013-01"))
        .mentions("Both at Northwind, January 2010 to November 2012 (2 years 11 months)");
    judged(
            lee().at("Northwind", "2010-01", "2010-06"),
            aPerson("Dana Roy").at("Northwind", "2010-06", "2013-01"))
        .mentions("June 2010 to June 2010 (1 month)");
  }

  @Test
  void aYearThatHasJustBegunIsNotYetOver() {
    judged(
            lee().at("Northwind", "2020-03", null),
            aPerson("Dana Roy").at("Northwind", "2026", null))
        .mentions("Both at Northwind since 2026 (about 1 month)");
  }

  @Test
  void whatHasNotBegunIsNoTimeTogether() {
    judged(
            lee().at("Northwind", "2020-03", null),
            aPerson("Dana Roy").at("Northwind", "2026-09", null))
        .gives("same-employer", 15);
  }

  @Test
  void anEndAloneCanTellThatTheyMissedEachOther() {
    judged(
            lee().at("Northwind", null, "2010-06"),
            aPerson("Dana Roy").at("Northwind", "2014-01", null))
        .gives("same-employer", 15)
        .mentions("not at the same time");
    judged(
            lee().at("Northwind", null, "2010-06"),
            aPerson("Dana Roy").at("Northwind", "2009-01", null))
        .gives("same-employer", 18)
        .mentions("when is not known");
  }

  @Test
  void classMatesStaySoForLife() {
    var lee = lee().studiedAt("University of Toronto", "1990", "1994");
    judged(lee, aPerson("Dana Roy").studiedAt("U of T", "1990", "1994"))
        .accepts()
        .gives("same-school", 31)
        .mentions("1990 to 1994 (about 4 years), in the same class");
    judged(lee, aPerson("Dana Roy").studiedAt("U of T", "1992", "1996")).gives("same-school", 24);
  }

  @Test
  void amongAllWhoStudyFromAfarFewKnowEachOther() {
    judged(
            lee().studiedAt("University of Phoenix", "2010", "2012"),
            aPerson("Dana Roy").studiedAt("University of Phoenix", "2011", "2013"))
        .gives("same-school", 24);
    judged(
            lee().studiedAt("University of Calgary", "2010", "2012"),
            aPerson("Dana Roy").studiedAt("University of Calgary", "2011", "2013"))
        .gives("same-school", 26);
  }

  private static DecisionAssert judged(APerson member, APerson inviter) {
    return assertThat(whenInvited(member(member)).by(inviter).judged());
  }

  private static APerson lee() {
    return aPerson("Lee Park");
  }

  private static AMember member(APerson history) {
    return aMember("Lee Park").whoIs(history);
  }
}
