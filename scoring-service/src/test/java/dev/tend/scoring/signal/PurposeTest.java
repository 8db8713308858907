package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import org.junit.jupiter.api.Test;

class PurposeTest {

  @Test
  void acceptsWhoWorksAtACompanyOfInterest() {
    assertThat(
            whenInvited(aMember("Lee Park").interestedIn("RBC"))
                .by(aPerson("Dana Roy").as("HR Director", "Royal Bank of Canada", "2019-01", null))
                .judged())
        .accepts()
        .gives("company-of-interest", 25)
        .mentions("They work at RBC, a company of interest to you");
  }

  @Test
  void whoWorkedThereOnceCountsLess() {
    assertThat(
            whenInvited(aMember("Lee Park").interestedIn("RBC"))
                .by(aPerson("Dana Roy").at("RBC", "2009-01", "2018-03"))
                .judged())
        .asks()
        .gives("company-of-interest", 12)
        .mentions("until March 2018");
  }

  @Test
  void acceptsClientsAndProspectsAndSaysWhichOnce() {
    var lee = aMember("Lee Park").withClients("Acme").withProspects("Acme", "Globex");
    assertThat(whenInvited(lee).by(aPerson("Dana Roy").at("Acme Inc.", "2019-01", null)).judged())
        .accepts()
        .because("client")
        .notBecause("prospect");
    assertThat(whenInvited(lee).by(aPerson("Dana Roy").at("Globex", "2019-01", null)).judged())
        .accepts()
        .because("prospect");
    assertThat(
            whenInvited(lee)
                .by(aPerson("Dana Roy").at("Acme Montessori", "2019-01", null))
                .judged())
        .notBecause("client");
  }

  @Test
  void theHeadlineOfAMailNoticeIsEnough() {
    assertThat(
            whenInvited(aMember("Lee Park").withClients("Acme"))
                .by(
                    aStranger("Dana Roy")
                        .with(person -> person.headline("VP People @ Acme, Toronto")))
                .judged())
        .accepts()
        .because("client");
  }

  @Test
  void acceptsWhoHoldsARoleToAspireTo() {
    assertThat(
            whenInvited(aMember("Lee Park").aspiringTo("VP Human Resources"))
                .by(
                    aPerson("Dana Roy")
                        .as("Vice President, People & Culture", "Acme", "2020-01", null))
                .judged())
        .accepts()
        .because("aspired-role");
    assertThat(
            whenInvited(aMember("Lee Park").aspiringTo("CEO"))
                .by(
                    aPerson("Dana Roy")
                        .as("Executive Assistant to the CEO", "Acme", "2020-01", null))
                .judged())
        .notBecause("aspired-role");
  }

  @Test
  void acceptsExpertsToCallOnAndTalentToPlace() {
    assertThat(
            whenInvited(aMember("Lee Park").seekingExperts("pensions"))
                .by(aPerson("Dana Roy").with(person -> person.skill("Pensions").skill("Law")))
                .judged())
        .accepts()
        .because("expert");
    assertThat(
            whenInvited(aMember("Lee Park").placing("Software Developer"))
                .by(aPerson("Dana Roy").as("Senior Software Engineer", "Acme", "2020-01", null))
                .judged())
        .accepts()
        .because("candidate");
  }
}
