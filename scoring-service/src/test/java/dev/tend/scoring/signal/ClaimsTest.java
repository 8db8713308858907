package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.Member;
import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.policy.Case;
import dev.tend.scoring.policy.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Lee, we worked together at Deloitte, it would be good to stay in touch.",
        "Former colleague from Deloitte here!",
        "Great working with you at Deloitte! Let us reconnect.",
        "Bonjour Lee, nous avons travaillé ensemble chez Deloitte à Montréal.",
        "Hallo Lee, wir haben bei Deloitte zusammengearbeitet.",
        "Hola Lee, trabajamos juntos en Deloitte hace años.",
        "Olá Lee, trabalhamos juntos na Deloitte.",
        "We were colleagues, do you remember?"
      })
  void whatBothHistoriesBearOutIsConfirmed(String note) {
    assertThat(invited(dana().at("Deloitte", "2010-01", "2014-12")).saying(note).judged())
        .accepts()
        .because("claim-confirmed")
        .notBecause("claim-unsupported")
        .mentions("Says you worked together");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We worked together at Acme, remember?",
        "Nous avons travaillé ensemble chez Acme.",
        "Wir haben bei Acme zusammengearbeitet.",
        "Trabajamos juntos en Acme.",
        "Trabalhamos juntos na Acme."
      })
  void whatTheHistoriesContradictCountsAgainstTheInviter(String note) {
    assertThat(invited(dana().at("Acme", "2010-01", "2014-12")).saying(note).judged())
        .asks()
        .gives("claim-unsupported", 28)
        .mentions("at Acme, which your history does not name");
  }

  @Test
  void differentTimesContradictAClaim() {
    assertThat(
            invited(dana().at("Deloitte", "2018-01", "2020-12"))
                .saying("We worked together at Deloitte.")
                .judged())
        .because("claim-unsupported")
        .mentions("you were there at different times");
  }

  @Test
  void whatTheInvitersHistoryLeavesOutIsNotSupported() {
    assertThat(
            invited(dana().at("Acme", "2010-01", "2014-12"))
                .saying("We worked together at Deloitte.")
                .judged())
        .gives("claim-unsupported", 20)
        .mentions("which their profile does not name");
  }

  @Test
  void aHistoryThatNobodyHasSeenIsNotHeldAgainstAnybody() {
    assertThat(
            whenInvited(lee())
                .by(aStranger("Dana Roy"))
                .saying("We worked together at Deloitte.")
                .judged())
        .notBecause("claim-unsupported")
        .notBecause("claim-confirmed");
  }

  @Test
  void sharedYearsAtSchoolConfirmAClaim() {
    assertThat(
            invited(dana().studiedAt("U of T", "2002", "2006"))
                .saying("We were classmates at U of T!")
                .judged())
        .because("claim-confirmed")
        .mentions("Says you studied together at University of Toronto");
    assertThat(
            invited(dana().studiedAt("Western University", "2002", "2006"))
                .saying("We were classmates at Western University!")
                .judged())
        .because("claim-unsupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello my dear friend, how are you? Please accept.",
        "It's me, your old friend!",
        "Bonjour cher ami, comment allez-vous ?",
        "Lieber Freund, lange nicht gesehen!",
        "Querido amigo, ¿cómo estás?",
        "Meu amigo, quanto tempo!"
      })
  void aFriendWhomNobodyKnowsIsNotSupported(String note) {
    assertThat(invited(dana().at("Acme", "2010-01", "2014-12")).saying(note).judged())
        .asks()
        .gives("claim-unsupported", 20);
  }

  @Test
  void aScantProfileCannotBearOutAFriendshipWhateverTheMembersHistory() {
    var blank =
        new Member("lee.park", "Lee Park", "lee@tend.example", null, null, null, null, null, null);
    var unseen = whenInvited(lee()).by(aStranger("Dana Roy")).saying("Hi friend, let's connect!");
    var seen =
        whenInvited(lee())
            .by(aStranger("Dana Roy").with(person -> person.connections(12)))
            .saying("Hi friend, let's connect!");
    assertThat(new Judge().decide(unseen.facts(blank), Case.NOW, ""))
        .asks()
        .notBecause("claim-unsupported");
    assertThat(new Judge().decide(seen.facts(blank), Case.NOW, ""))
        .ignores()
        .because("claim-unsupported");
  }

  @Test
  void speakingOfAFriendIsNotWritingAsOne() {
    assertThat(invited(dana()).saying("My friend Robert Diaz told me about you.").judged())
        .notBecause("claim-unsupported");
  }

  @Test
  void aFriendWithSomebodyInBetweenMayBeOne() {
    assertThat(
            invited(dana())
                .saying("Hello my dear friend, please accept.")
                .withMutualConnections(2)
                .judged())
        .notBecause("claim-unsupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robert Diaz suggested I connect with you.",
        "I am a friend of Robert Diaz.",
        "Robert told me about you.",
        "Robert Diaz m'a parlé de vous.",
        "Robert Diaz hat mir von Ihnen erzählt.",
        "Robert Diaz me habló de usted.",
        "O Robert Diaz me falou de você."
      })
  void aColleagueWhoKnowsThemConfirmsThatHeSentThem(String note) {
    assertThat(invited(dana()).saying(note).knownBy("Robert Diaz", "2016-05-01").judged())
        .accepts()
        .gives("claim-confirmed", 12)
        .mentions("Robert Diaz");
  }

  @Test
  void aMutualConnectionConfirmsThatSheSentThem() {
    assertThat(
            invited(dana())
                .saying("Mei Lin suggested I reach out to you.")
                .sharing(APerson.profileOf("Mei Lin"))
                .judged())
        .because("claim-confirmed");
  }

  @Test
  void nobodyInCommonCannotHaveSentThem() {
    assertThat(
            invited(dana())
                .saying("Your friend Paul suggested I connect with you.")
                .withMutualConnections(0)
                .judged())
        .because("claim-unsupported");
    assertThat(invited(dana()).saying("Paul Weber suggested that I connect with you.").judged())
        .notBecause("claim-unsupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'd like to add you to my professional network on LinkedIn.",
        "I hope we could have worked together one day.",
        "If we worked together we would do great things.",
        "Nice profile! Let's connect.",
        "We have worked together with firms like yours for years.",
        "I would love to connect and learn from your experience.",
        "Nous pourrions avoir travaillé ensemble un jour, qui sait."
      })
  void aPoliteSentenceOrAWishIsNoClaim(String note) {
    assertThat(invited(dana().at("Acme", "2010-01", "2014-12")).saying(note).judged())
        .notBecause("claim-unsupported")
        .notBecause("claim-confirmed");
  }

  @Test
  void aSeenHistoryWithoutAnySchoolSupportsNoClassmate() {
    var seen = dana().at("Acme", "2010-01", "2014-12");
    assertThat(invited(seen).saying("We were classmates at U of T!").judged())
        .gives("claim-unsupported", 20);
    assertThat(
            invited(dana().at("Acme", null, null)).saying("We were classmates at U of T!").judged())
        .notBecause("claim-unsupported");
  }

  @Test
  void whoeverClaimsAPlaceInVainEarnsNothingForNamingIt() {
    assertThat(
            invited(dana().at("Acme", "2010-01", "2014-12"))
                .saying("We worked together at Deloitte.")
                .judged())
        .because("claim-unsupported")
        .notBecause("personal-note");
  }

  @Test
  void anAnswerThatHoldsExplains() {
    assertThat(
            invited(dana().at("Deloitte", "2014-06", "2016-12"))
                .answering("Hi Lee, we worked together at Deloitte in the audit team.")
                .judged())
        .accepts()
        .gives("reply-explains", 30);
  }

  @Test
  void anAnswerWithAnOccasionIsWorthSomething() {
    assertThat(
            invited(dana())
                .answering("We met at the HR conference in Ottawa last spring, after lunch.")
                .judged())
        .accepts()
        .gives("reply-explains", 25)
        .mentions("They answered: “We met at the HR conference");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Of course: I catered the gala last November, you and I talked about the new managers.",
        "I was the one who asked about pensions after your keynote in Ottawa.",
        "Sie haben letzten März bei unserem Verband einen Vortrag gehalten, ich saß vorne.",
        "Vous m'avez remis votre carte au salon de Lyon en mars dernier.",
        "Coincidimos en la feria de Madrid el pasado marzo, en el stand de Initech.",
        "Nós falamos na feira do Porto em março passado."
      })
  void anOccasionIsToldInManyWords(String answer) {
    assertThat(invited(dana()).answering(answer).judged()).gives("reply-explains", 25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We have not met. I am about to change into HR and would like to follow how you did it.",
        "Je change de métier et votre parcours m'inspire, j'aimerais apprendre de vous.",
        "Estoy cambiando de carrera y su trayectoria me parece un buen ejemplo para mí."
      })
  void anHonestReasonIsWorthLessThanAnOccasion(String answer) {
    assertThat(invited(dana()).answering(answer).judged()).gives("reply-explains", 12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi, thanks!",
        "Yes",
        "Please accept my invitation, thank you very much.",
        "?",
        "LinkedIn suggested you, I connect with everybody.",
        "I think we may have met at a conference last year, not sure.",
        "No nos conocemos, solo quiero ampliar mi red de contactos profesionales."
      })
  void anAnswerWithoutAReasonIsWorthNothing(String answer) {
    assertThat(invited(dana()).answering(answer).judged()).ignores().notBecause("reply-explains");
  }

  @Test
  void anAnswerThatDoesNotHoldCountsAgainstThem() {
    assertThat(
            invited(dana().at("Acme", "2010-01", "2014-12"))
                .answering("We worked together at Acme, don't you remember me?")
                .judged())
        .ignores()
        .because("claim-unsupported")
        .notBecause("reply-explains");
  }

  private static Case invited(APerson inviter) {
    return whenInvited(lee()).by(inviter);
  }

  private static AMember lee() {
    return aMember("Lee Park")
        .whoIs(
            aPerson("Lee Park")
                .at("Deloitte", "2009-03", "2016-08")
                .at("Northwind", "2016-09", null)
                .studiedAt("University of Toronto", "2001", "2005")
                .with(person -> person.location("Ottawa")));
  }

  private static APerson dana() {
    return aPerson("Dana Roy");
  }
}
