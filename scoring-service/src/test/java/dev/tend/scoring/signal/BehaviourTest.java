package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.PersonKey;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.policy.Case;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
  void aColleaguesNameOnAnotherProfileIsNoticed() {
    assertThat(aCase().with(colleague("Dana Roy", "in/dana-the-true", false)).judged())
        .asks()
        .gives("impersonation", 20)
        .mentions("may be a namesake");
    assertThat(aCase().with(colleague("Dana Roy", "in/dana-roy", false)).judged())
        .notBecause("impersonation");
    assertThat(aCase().with(colleague("Dana Roy", "in/dana-the-true", true)).judged())
        .notBecause("impersonation");
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
                .by(aPerson("Park, Lee").at("Acme", "2010-01", null))
                .judged())
        .gives("impersonation", 20)
        .mentions("the same name as you");
  }

  private static Colleague colleague(String name, String profile, boolean knows) {
    return new Colleague("dana.true", name, PersonKey.of(profile), knows, null, List.of());
  }

  private static Case aCase() {
    return whenInvited(aMember("Lee Park")).by(aPerson("Dana Roy").at("Acme", "2010-01", null));
  }

  private static Case invitingBefore(int others) {
    var many = aCase();
    for (int i = 0; i < others; i++) {
      many.afterInviting("Person " + i, Duration.ofDays(i % 28), "");
    }
    return many;
  }
}
