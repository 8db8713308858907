package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.Origin;
import dev.tend.events.PersonKey;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.policy.Case;
import dev.tend.scoring.policy.DecisionAssert;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourTest {

  @Test
  void whoGoesThroughTheFirmIsNoticed() {
    assertThat(invitingBefore(3).judged()).notBecause("mass-inviter");
    assertThat(invitingBefore(4).judged())
        .gives("mass-inviter", 10)
        .mentions("Invited 5 of you in the firm within 30 days");
    assertThat(invitingBefore(40).judged()).asks().gives("mass-inviter", 25);
  }

  @Test
  void whatIsLongPastDoesNotCount() {
    var old = aCase();
    for (int i = 0; i < 9; i++) {
      old.afterInviting("Person " + i, Duration.ofDays(31), "");
    }
    assertThat(old.judged()).notBecause("mass-inviter");
  }

  @Test
  void whoWasIgnoredAndComesBackIsNoticed() {
    assertThat(aCase().ignoredBefore(true).judged())
        .asks()
        .gives("ignored-before", 15)
        .mentions("You ignored an invitation of theirs on 3 March 2025");
    assertThat(aCase().ignoredBefore(false).judged()).gives("ignored-before", 8);
  }

  @Test
  void whoIsBlockedIsIgnoredWhateverSpeaksForThem() {
    assertThat(
            whenInvited(
                    aMember("Lee Park").withClients("Acme").blocking(APerson.profileOf("Dana Roy")))
                .by(aPerson("Dana Roy").at("Acme", "2010-01", null))
                .knownBy("Robert Diaz", "2016-01-01")
                .judged())
        .ignores()
        .because("blocked")
        .mentions("You have blocked Dana Roy.");
  }

  @Test
  void aNoticeThatNobodySignedIsNeverEnoughToAccept() {
    var client =
        whenInvited(aMember("Lee Park").withClients("Acme"))
            .by(aPerson("Dana Roy").at("Acme", "2010-01", null));
    assertThat(client.judged()).accepts();

    assertThat(client.proven(Origin.UNPROVEN).judged())
        .ignores()
        .gives("impersonation", 40)
        .mentions("was not signed by LinkedIn");
    assertThat(client.proven(Origin.VOUCHED).judged()).accepts().notBecause("impersonation");
    assertThat(client.proven(Origin.SIGNED).judged()).accepts().notBecause("impersonation");
  }

  @Test
  void aColleaguesNameOnAnotherProfileIsNoticed() {
    assertThat(hardlyKnown().with(colleague("Dana Roy", "in/dana-the-true", false)).judged())
        .asks()
        .gives("impersonation", 20)
        .mentions("may be a namesake");
    assertThat(hardlyKnown().with(colleague("Dana Roy", "in/dana-roy", false)).judged())
        .notBecause("impersonation");
    assertThat(hardlyKnown().with(colleague("Dana Roy", "in/dana-the-true", true)).judged())
        .notBecause("impersonation");
  }

  @Test
  void aNamesakeWithALifeElsewhereIsJustANamesake() {
    assertThat(aCase().with(colleague("Dana Roy", "in/dana-the-true", false)).judged())
        .notBecause("impersonation");
    judged(aCase().connectedTo(contact("Dana Roy", "Globex"))).notBecause("impersonation");
  }

  @Test
  void aDisguisedNameIsIgnored() {
    assertThat(aCase().with(colleague("Dаnа Rоy", "in/dana-the-true", false)).judged())
        .ignores()
        .gives("impersonation", 50);
  }

  @Test
  void aColleaguesNameAndEmployerIsIgnored() {
    assertThat(
            whenInvited(
                    aMember("Lee Park").whoIs(aPerson("Lee Park").at("Northwind", "2020-01", null)))
                .by(aPerson("Dana Roy").as("Partner", "Northwind", "2021-01", null))
                .with(colleague("Dana Roy", "in/dana-the-true", false))
                .judged())
        .ignores()
        .gives("impersonation", 45);
  }

  @Test
  void theMembersOwnNameIsNoticed() {
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(
                    aPerson("Park, Lee")
                        .at("Acme", "2010-01", null)
                        .with(person -> person.connections(60)))
                .judged())
        .gives("impersonation", 20)
        .mentions("the same name as you");
  }

  @Test
  void aConnectionsNameOnAnotherProfileIsNoticed() {
    judged(hardlyKnown().connectedTo(contact("Dana Roy", "Globex")))
        .asks()
        .gives("impersonation", 10)
        .mentions("the same name as your connection Dana Roy, on another profile");
    judged(aCase().connectedTo(contact("Dana Roy", "Acme Inc.")))
        .ignores()
        .gives("impersonation", 45)
        .mentions("the name and the employer of your connection Dana Roy");
    judged(aCase().connectedTo(contact("Dаnа Rоy", ""))).ignores().gives("impersonation", 50);
    judged(aCase().connectedTo(contact("Dana Roy", "Acme")).knownBy("Robert Diaz", "2019-01-01"))
        .notBecause("impersonation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RBC Capital Recruitment", "RBC Careers", "Royal Bank of Canada"})
  void aCompanyThatSoundsLikeTheTrueOneIsTakenForIt(String company) {
    judged(
            whenInvited(aMember("Lee Park"))
                .by(aPerson("Dana Roy").at(company, "2019-01", null))
                .connectedTo(contact("Dana Roy", "RBC")))
        .ignores()
        .gives("impersonation", 45);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deloittte", "De1oitte LLP", "Dеlоіttе"})
  void aCompanySpelledToLookLikeAClientIsNoClient(String company) {
    judged(
            whenInvited(aMember("Lee Park").withClients("Deloitte"))
                .by(aPerson("Dana Roy").at(company, "2019-01", null)))
        .asks()
        .notBecause("client")
        .gives("impersonation", 28)
        .mentions("is spelled so that it looks like Deloitte");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deloitte Canada", "Deloite", "Delaware", "Globex"})
  void anotherCompanyIsNoDisguise(String company) {
    judged(
            whenInvited(aMember("Lee Park").withClients("Deloitte"))
                .by(aPerson("Dana Roy").at(company, "2019-01", null)))
        .notBecause("impersonation");
  }

  @Test
  void whoSpeaksWithTheVoiceOfManyIsNoticed() {
    judged(aCase().echoing(Echo.Kind.ABOUT, 1, 1)).asks().gives("mass-inviter", 8);
    judged(aCase().echoing(Echo.Kind.ABOUT, 3, 5))
        .ignores()
        .gives("mass-inviter", 32)
        .mentions("Says nearly the same about themselves as 3 other people who wrote to your firm");
    judged(invitingBefore(4).echoing(Echo.Kind.ABOUT, 2, 5))
        .ignores()
        .gives("mass-inviter", 30)
        .mentions("Invited 5 of you in the firm within 30 days; says nearly the same");
  }

  @Test
  void aCampaignIsIgnoredHoweverWellItFits() {
    judged(
            whenInvited(
                    aMember("Lee Park")
                        .withClients("Acme")
                        .whoIs(aPerson("Lee Park").at("Deloitte", "2010-01", "2016-12")))
                .by(
                    aPerson("Dana Roy")
                        .at("Acme", "2017-01", null)
                        .at("Deloitte", "2010-01", "2016-12"))
                .echoing(Echo.Kind.HISTORY, 4, 3))
        .ignores();
  }

  private static DecisionAssert judged(Case invitation) {
    return assertThat(invitation.judged());
  }

  private static Namesake contact(String name, String company) {
    return new Namesake(name, PersonKey.of("in/dana-the-true"), company);
  }

  private static Colleague colleague(String name, String profile, boolean knows) {
    return new Colleague("dana.true", name, PersonKey.of(profile), knows, null, List.of());
  }

  private static Case aCase() {
    return whenInvited(aMember("Lee Park")).by(aPerson("Dana Roy").at("Acme", "2010-01", null));
  }

  private static Case hardlyKnown() {
    return whenInvited(aMember("Lee Park"))
        .by(aPerson("Dana Roy").at("Acme", "2010-01", null).with(person -> person.connections(60)));
  }

  private static Case invitingBefore(int others) {
    var many = aCase();
    for (int i = 0; i < others; i++) {
      many.afterInviting("Person " + i, Duration.ofDays(i % 28), "");
    }
    return many;
  }
}
