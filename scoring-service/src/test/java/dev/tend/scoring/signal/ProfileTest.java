package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.Education;
import dev.tend.events.PartialDate;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.policy.Case;
import dev.tend.scoring.policy.DecisionAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

  @Test
  void aScantProfileIsARedFlagOnlyWhenSomebodySawIt() {
    judged(aPerson("Dana Roy")).asks().gives("scant-profile", 15);
    judged(aStranger("Dana Roy")).notBecause("scant-profile");
    judged(aStranger("Dana Roy").with(person -> person.headline("Baker").photo(true)))
        .notBecause("scant-profile");
    judged(aPerson("Dana Roy").as("Baker", "Acme", "2010-01", null)).notBecause("scant-profile");
  }

  @Test
  void fewConnectionsCountOnlyWhenTheyAreCounted() {
    judged(aPerson("Dana Roy").with(person -> person.connections(3)))
        .gives("few-connections", 10)
        .mentions("They have 3 connections");
    judged(aPerson("Dana Roy").with(person -> person.connections(1)))
        .mentions("They have 1 connection");
    judged(aPerson("Dana Roy").with(person -> person.connections(49))).gives("few-connections", 6);
    judged(aPerson("Dana Roy").with(person -> person.connections(50)))
        .notBecause("few-connections");
    judged(aStranger("Dana Roy")).notBecause("few-connections");
  }

  @Test
  void aMissingPortraitProvesLittle() {
    judged(aPerson("Dana Roy").with(person -> person.photo(false))).gives("no-portrait", 5);
    judged(aStranger("Dana Roy")).notBecause("no-portrait");
  }

  @Test
  void aHistoryThatCannotBeIsSaidToBeSo() {
    var busy = aPerson("Dana Roy");
    for (var company : new String[] {"Acme", "Globex", "Northwind", "Initech"}) {
      busy.as("Chief Executive Officer", company, "2015-01", null);
    }
    judged(busy).gives("implausible-history", 20).mentions("4 leading positions");

    judged(aPerson("Dana Roy").at("Acme", "2031-01", null))
        .because("implausible-history")
        .mentions("begins in the future");
    judged(aPerson("Dana Roy").at("Acme", "1911-01", null)).because("implausible-history");

    var long31 = aPerson("Dana Roy");
    for (int i = 0; i < 31; i++) {
      long31.at("Company " + i, "" + (1990 + i), "" + (1990 + i));
    }
    judged(long31).mentions("31 positions");

    judged(
            aPerson("Dana Roy")
                .as("Managing Director", "Acme", "2001-01", "2005-01")
                .with(
                    person ->
                        person.education(
                            new Education(
                                "U of T",
                                "Bachelor of Arts",
                                "",
                                PartialDate.of("2010"),
                                PartialDate.of("2014")))))
        .mentions("years before the first school");
  }

  @Test
  void oneJobWithoutDatesAndNothingElseIsLittle() {
    judged(aPerson("Dana Roy").at("Northwind", null, null)).asks().gives("scant-profile", 6);
    judged(aStranger("Dana Roy").at("Northwind", null, null)).notBecause("scant-profile");
    judged(aPerson("Dana Roy").at("Northwind", "2015-01", null)).notBecause("scant-profile");
  }

  @Test
  void theHeadOfAVeryLargeCompanyIsKnownToSomebody() {
    judged(head("Chief Executive Officer", "Walmart", 12))
        .gives("implausible-history", 20)
        .mentions("the head of a very large company has hardly any connections");
    judged(head("Chief Executive Officer", "Walmart", 400)).notBecause("implausible-history");
    judged(head("Chief Executive Officer", "Northwind", 12)).notBecause("implausible-history");
    judged(head("General Manager", "McDonald's", 12)).notBecause("implausible-history");
    judged(head("Assistant to the CEO", "Walmart", 12)).notBecause("implausible-history");
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "2, 20", "3, 32", "40, 32"})
  void theSameHistoryAsStrangersIsNoHistory(int others, int points) {
    judged(career().echoing(Echo.Kind.HISTORY, others, others))
        .gives("implausible-history", points)
        .mentions("Their history is nearly the same as that of " + others);
  }

  @Test
  void twoColleaguesWithTheSameCareerAreNotPunished() {
    judged(
            career()
                .knownBy("Robert Diaz", "2019-01-01")
                .withMutualConnections(3)
                .echoing(Echo.Kind.HISTORY, 3, 2)
                .echoing(Echo.Kind.ABOUT, 1, 1))
        .accepts()
        .gives("implausible-history", 8)
        .gives("mass-inviter", 8);
  }

  private static Case career() {
    return whenInvited(aMember("Lee Park"))
        .by(aPerson("Dana Roy").as("Consultant", "Northwind", "2015-01", null));
  }

  private static APerson head(String title, String company, int connections) {
    return aPerson("Dana Roy")
        .as(title, company, "2019-01", null)
        .with(person -> person.connections(connections));
  }

  @Test
  void nobodyWritesThreeThesesAtOnce() {
    judged(doctor("Harvard University", "McGill University", "MIT"))
        .gives("implausible-history", 20)
        .mentions("several doctorates were taken at the same time");
    judged(doctor("Harvard University", "McGill University")).notBecause("implausible-history");
    judged(doctor("MIT", "MIT", "MIT")).notBecause("implausible-history");
  }

  private static APerson doctor(String... schools) {
    var doctor = aPerson("Dana Roy");
    for (var school : schools) {
      doctor.with(
          person ->
              person.education(
                  new Education(
                      school, "PhD", "", PartialDate.of("2003"), PartialDate.of("2004"))));
    }
    return doctor;
  }

  @Test
  void manySeatsOnBoardsAreNothingStrange() {
    var busy = aPerson("Dana Roy").as("CEO", "Acme", "2015-01", null);
    for (var company : new String[] {"Globex", "Northwind", "Initech", "Umbrella"}) {
      busy.as("Board Director", company, "2015-01", null);
    }
    judged(busy).notBecause("implausible-history");
  }

  @Test
  void placeAndLanguageCountOnlyAgainstWhatIsListed() {
    var abroad =
        aPerson("Dana Roy")
            .at("Acme", "2010-01", null)
            .with(
                person ->
                    person
                        .country("NG")
                        .about("Помогаю компаниям расти и находить новых людей по всему миру"));
    assertThat(
            whenInvited(aMember("Lee Park").workingIn("CA", "US").reading("en", "fr"))
                .by(abroad)
                .judged())
        .asks()
        .gives("far-away", 12)
        .gives("unfamiliar-language", 8)
        .mentions("Lives in Nigeria")
        .mentions("Cyrillic letters");
    assertThat(whenInvited(aMember("Lee Park").reading()).by(abroad).judged())
        .notBecause("far-away")
        .notBecause("unfamiliar-language");
    assertThat(whenInvited(aMember("Lee Park").workingIn("NG").reading("ru")).by(abroad).judged())
        .notBecause("far-away")
        .notBecause("unfamiliar-language");
  }

  @Test
  void theLanguageIsThatOfTheText() {
    var spanish =
        aPerson("Dana Roy")
            .with(
                person ->
                    person.about(
                        "Soy consultora de recursos humanos y ayudo a las personas que buscan un nuevo"
                            + " camino en su carrera"));
    assertThat(whenInvited(aMember("Lee Park").reading("en", "fr-CA")).by(spanish).judged())
        .because("unfamiliar-language")
        .mentions("written in Spanish");
    assertThat(whenInvited(aMember("Lee Park").reading("es")).by(spanish).judged())
        .notBecause("unfamiliar-language");
    assertThat(
            whenInvited(aMember("Lee Park").reading("fr"))
                .by(aPerson("Dana Roy").with(person -> person.about("Hallo Welt")))
                .judged())
        .notBecause("unfamiliar-language");
  }

  private static DecisionAssert judged(Case invitation) {
    return assertThat(invitation.judged());
  }

  private static DecisionAssert judged(APerson inviter) {
    return assertThat(whenInvited(aMember("Lee Park")).by(inviter).judged());
  }
}
