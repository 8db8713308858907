package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonGroundTest {

  @Test
  void acceptsWhoWorkedAtTheSameEmployerAtTheSameTime() {
    var decision =
        whenInvited(member(lee().at("Deloitte", "2008-05", "2012-12")))
            .by(aPerson("Dana Roy").at("Deloitte LLP", "2010-01", "2015-06"))
            .judged();

    assertThat(decision)
        .accepts()
        .because("same-employer")
        .mentions("Both at Deloitte, January 2010 to December 2012 (3 years)");
  }

  @Test
  void asksWhenTheEmployerIsSharedButTheYearsAreNot() {
    var decision =
        whenInvited(member(lee().at("Deloitte", "2019-03", "2023-09")).selective())
            .by(aPerson("Dana Roy").at("Deloitte", "2012-01", "2014-06"))
            .judged();

    assertThat(decision).asks().because("same-employer").mentions("not at the same time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Freelance", "Self-employed", "Confidential", "Stealth Startup"})
  void nobodySharesAnEmployerThatIsNone(String name) {
    var decision =
        whenInvited(member(lee().at(name, "2010-01", "2020-12")))
            .by(aPerson("Dana Roy").at(name, "2010-01", "2020-12"))
            .judged();
    assertThat(decision).notBecause("same-employer");
  }

  @Test
  void aSharedFirstWordIsNoEmployer() {
    assertThat(
            whenInvited(member(lee().at("Apple", "2010-01", "2020-12")))
                .by(aPerson("Dana Roy").at("Apple Montessori School", "2010-01", "2020-12"))
                .judged())
        .notBecause("same-employer");
  }

  @Test
  void theHeadlineTellsTheEmployerWhereNothingElseDoes() {
    assertThat(
            whenInvited(member(lee().at("Deloitte", "2010-01", "2020-12")))
                .by(
                    APerson.aStranger("Dana Roy")
                        .with(person -> person.headline("Senior Manager at Deloitte | Speaker")))
                .judged())
        .gives("same-employer", 18);
  }

  @Test
  void aColleagueNeedsNoHistory() {
    assertThat(
            whenInvited(member(lee()))
                .by(APerson.aStranger("Robert Diaz"))
                .besides("Robert Diaz")
                .judged())
        .accepts()
        .gives("same-employer", 60)
        .notBecause("impersonation")
        .mentions("They are your colleague");
  }

  @Test
  void theSameSchoolCountsAndMoreInTheSameYears() {
    var lee = member(lee().studiedAt("University of Toronto", "2001", "2005"));
    assertThat(whenInvited(lee).by(aPerson("D").studiedAt("U of T", "1990", "1994")).judged())
        .asks()
        .gives("same-school", 13);
    assertThat(whenInvited(lee).by(aPerson("D").studiedAt("U of T", "2001", "2005")).judged())
        .accepts()
        .mentions("Both studied at University of Toronto, 2001 to 2005 (about 4 years)");
    assertThat(
            whenInvited(lee)
                .by(aPerson("D").studiedAt("Toronto Film School", "2001", "2005"))
                .judged())
        .notBecause("same-school");
  }

  @Test
  void theSameFieldHasManyTitles() {
    var lee = member(lee().as("HR Manager", "Northwind", "2019-01", null));
    assertThat(
            whenInvited(lee.building())
                .by(aPerson("Dana Roy").as("Director, People & Culture", "Acme", "2015-02", null))
                .judged())
        .accepts()
        .gives("same-field", 12)
        .mentions("Both work in human resources");
    assertThat(
            whenInvited(lee).by(aPerson("Dana Roy").as("Baker", "Acme", "2015-02", null)).judged())
        .notBecause("same-field");
  }

  @Test
  void fieldAndIndustryTogetherCountMore() {
    var decision =
        whenInvited(
                member(
                    lee()
                        .as("HR Manager", "Northwind", "2019-01", null)
                        .with(person -> person.industry("Human Resources"))))
            .by(
                aPerson("Dana Roy")
                    .as("HR Advisor", "Acme", "2015-02", null)
                    .with(person -> person.industry("Human Resources Services")))
            .judged();
    assertThat(decision).gives("same-field", 20);
  }

  @Test
  void theSameCharityCountsMoreThanTheSameCause() {
    var lee = member(lee().volunteersFor("Daily Bread Food Bank", "Poverty Alleviation"));
    assertThat(
            whenInvited(lee)
                .by(aPerson("D").volunteersFor("The Daily Bread Food Bank", ""))
                .judged())
        .gives("same-cause", 25)
        .mentions("Both give their time to Daily Bread Food Bank");
    assertThat(
            whenInvited(lee).by(aPerson("D").volunteersFor("Oxfam", "povertyAlleviation")).judged())
        .gives("same-cause", 8);
  }

  @Test
  void aColleagueFromTheCharityStandsInBetween() {
    var robert =
        new Colleague(
            "robert.diaz",
            "Robert Diaz",
            APerson.profileOf("Robert Diaz"),
            true,
            null,
            List.of(new dev.tend.events.Volunteering("Daily Bread Food Bank", "", "")));
    assertThat(
            whenInvited(member(lee().volunteersFor("Daily Bread Food Bank", "")))
                .with(robert)
                .judged())
        .accepts()
        .because("same-cause")
        .mentions("Robert Diaz, who gives time to Daily Bread Food Bank as you do");
  }

  @Test
  void theSameTownIsAHintAndNoMore() {
    assertThat(
            whenInvited(member(lee()).building())
                .by(
                    aPerson("Dana Roy")
                        .with(person -> person.location("Greater Toronto Area, Canada")))
                .withMutualConnections(1)
                .judged())
        .asks()
        .gives("same-place", 5);
    assertThat(
            whenInvited(member(lee()))
                .by(
                    APerson.aStranger("Dana Roy")
                        .with(person -> person.location("Toronto, Ohio").country("US")))
                .judged())
        .notBecause("same-place");
  }

  @Test
  void aMemberWithoutAHistoryHasNothingInCommonYet() {
    var blank =
        new dev.tend.events.Member(
            "lee.park", "Lee Park", "lee@tend.example", null, null, null, null, null, null);
    var facts =
        whenInvited(aMember("Lee Park"))
            .by(aPerson("Dana Roy").at("Deloitte", "2010-01", null))
            .saying("We worked together at Deloitte, remember?")
            .facts(blank);
    assertThat(new dev.tend.scoring.policy.Judge().decide(facts, facts.receivedAt(), ""))
        .asks()
        .notBecause("claim-unsupported")
        .notBecause("same-employer");
  }

  private static APerson lee() {
    return aPerson("Lee Park");
  }

  private static AMember member(APerson history) {
    return aMember("Lee Park").whoIs(history);
  }
}
