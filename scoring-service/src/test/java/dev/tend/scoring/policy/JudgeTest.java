package dev.tend.scoring.policy;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.scoring.policy.Case.NOW;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Verdict;
import dev.tend.events.WouldBe;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.signal.Facts;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class JudgeTest {

  @Test
  void whoeverIsUnknownIsAskedOrIgnoredAsTheMemberWishes() {
    assertThat(whenInvited(aMember("Lee Park")).by(aStranger("Dana Roy")).judged())
        .asks()
        .mentions("Nothing known connects you with Dana Roy");
    assertThat(
            whenInvited(aMember("Lee Park").ignoringWhenUnsure())
                .by(aStranger("Dana Roy"))
                .judged())
        .ignores()
        .mentions("you ignore when you are unsure");
  }

  @Test
  void nobodyIsAskedTwice() {
    assertThat(whenInvited(aMember("Lee Park")).by(aStranger("Dana Roy")).askedBefore().judged())
        .ignores()
        .mentions("You asked Dana Roy before");
  }

  @Test
  void saysWhichPolicyHeldAndWhatItReplaces() {
    var facts =
        whenInvited(aMember("Lee Park").selective().ignoringWhenUnsure())
            .by(aPerson("Dana Roy"))
            .facts();
    var decision = new Judge().decide(facts, NOW.plusSeconds(60), "4711/2");
    Assertions.assertThat(decision.policy()).isEqualTo("selective/ignore");
    Assertions.assertThat(decision.decidedAt()).isEqualTo(NOW.plusSeconds(60));
    Assertions.assertThat(decision.id()).isEqualTo("4711/3");
  }

  @Test
  void tellsTheStrongestReasonFirst() {
    var decision =
        whenInvited(aMember("Lee Park").withClients("Acme"))
            .by(aPerson("Dana Roy").at("Acme", "2010-01", null))
            .withMutualConnections(2)
            .judged();
    Assertions.assertThat(decision.signals())
        .isSortedAccordingTo((one, other) -> other.points() - one.points())
        .first()
        .matches(signal -> signal.name().equals("client"));
    Assertions.assertThat(decision.summary())
        .isEqualTo("Dana Roy fits your network. They work at Acme, a client of yours.");
  }

  @Test
  void aFriendWhomNobodyKnowsWithAScantProfileIsIgnoredWithoutPlaceAndLanguage() {
    var friend =
        aStranger("Dana Roy")
            .with(
                person ->
                    person
                        .headline("Ищу друзей по всему миру и новые возможности")
                        .country("RU")
                        .photo(true)
                        .connections(7));
    var story =
        whenInvited(aMember("Lee Park").workingIn("CA").reading("en"))
            .by(friend)
            .saying("Hello my dear friend, long time no see!");
    assertThat(story.judged())
        .ignores()
        .because("claim-unsupported")
        .because("scant-profile")
        .because("far-away")
        .because("unfamiliar-language");
    assertThat(
            whenInvited(aMember("Lee Park").reading())
                .by(friend)
                .saying("Hello my dear friend, long time no see!")
                .judged())
        .ignores()
        .notBecause("far-away")
        .notBecause("unfamiliar-language");
  }

  @Test
  void saysWhatWouldMakeItAnAcceptance() {
    assertThat(
            whenInvited(
                    aMember("Lee Park")
                        .whoIs(aPerson("Lee Park").at("Deloitte", "2019-03", "2023-09")))
                .by(aPerson("Dana Roy").at("Deloitte", "2012-01", "2014-06"))
                .judged())
        .asks()
        .would(Verdict.ACCEPT, "they had worked at Deloitte when you did")
        .would(Verdict.ACCEPT, "a colleague were connected with them");
  }

  @Test
  void saysWhatAnAcceptanceHangsOn() {
    assertThat(
            whenInvited(aMember("Lee Park").withClients("Acme"))
                .by(aPerson("Dana Roy").at("Acme", "2010-01", null))
                .judged())
        .accepts()
        .would(Verdict.ASK, "they did not belong to a client of yours");
  }

  @Test
  void saysNoMoreThanIsNeeded() {
    var decision =
        whenInvited(aMember("Lee Park").withClients("Acme"))
            .by(aPerson("Dana Roy").at("Acme", "2010-01", null))
            .withMutualConnections(2)
            .judged();
    Assertions.assertThat(decision.wouldBe())
        .containsExactly(new WouldBe(Verdict.ASK, "they did not belong to a client of yours"));
  }

  @Test
  void saysWhatWouldSaveAnIgnoredOne() {
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aStranger("Dana Roy").with(person -> person.connections(200)))
                .saying("Hello my dear friend, please accept.")
                .judged())
        .ignores()
        .would(Verdict.ASK, "their profile said more")
        .would(Verdict.ASK, "the note did not claim what nothing bears out");
  }

  @Test
  void factsTravelAsJson() {
    var facts =
        whenInvited(aMember("Lee Park").whoIs(aPerson("Lee Park").volunteersFor("Oxfam", "")))
            .by(aPerson("Dana Roy").at("Acme", "2010-01", null))
            .saying("We met at a dinner, and you spoke about the book on pensions that you write.")
            .knownBy("Robert Diaz", "2016-04-01")
            .afterInviting(
                "Mei Lin",
                java.time.Duration.ofDays(1),
                "We met at a dinner, and you spoke about the book on pensions that you write.")
            .sharing(APerson.profileOf("Zoe Adam"))
            .ignoredBefore(true)
            .answering("We met at a dinner.")
            .facts();
    Assertions.assertThat(Codec.TOPIC.read(Codec.TOPIC.write(facts), Facts.class))
        .isEqualTo(new Decoded.Value<>(facts));
    Assertions.assertThat(facts.toString()).doesNotContain("Dana").doesNotContain("dinner");
  }
}
