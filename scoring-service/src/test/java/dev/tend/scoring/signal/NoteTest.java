package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.scoring.policy.Case;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
  private static final String PITCH =
      "Hi Lee, we help consultants like yours fill your pipeline with qualified leads. Do you have 15"
          + " minutes for a quick call this week? See www.leadrocket.io for more about our platform.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We help companies cut costs. Do you have 15 minutes for a quick call?",
        "Our platform will double your revenue, guaranteed.",
        "Earn money from home with crypto trading, guaranteed returns.",
        "Notre solution permet de réduire vos coûts, auriez-vous 15 minutes ?",
        "Unsere Lösung hilft Ihnen, neue Kunden zu gewinnen. Kurzes Gespräch?",
        "Ofrecemos más clientes para su empresa, ¿agendamos una llamada rápida?",
        "Nossa plataforma traz mais clientes, podemos agendar uma conversa rápida?"
      })
  void aPitchIsRecognisedInFiveLanguages(String note) {
    assertThat(invited().saying(note).judged()).asks().gives("sales-pitch", 28);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Would you have time for a quick call to catch up?",
        "I enjoyed your talk on pensions at the HR conference.",
        "I am looking for a new role in HR and saw that you place people like me.",
        "Thank you for your help last week with the workshop.",
        "We help refugees find work in Hamilton, and I admire what you do there.",
        "I recruit nurses for the regional hospital and would like to know people in the field.",
        "You are welcome at our HR meetup on the 14th, ten of us and bad coffee.",
        "I run human resources at the lottery corporation, and read your article on pensions.",
        "I supervise crypto firms at the regulator and would like to learn about pay in the field."
      })
  void anOrdinaryNoteIsNoPitch(String note) {
    assertThat(invited().saying(note).judged()).notBecause("sales-pitch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See https://bit.ly/3xyz for more",
        "Have a look at www.example-offers.com",
        "Write to me at sam@offers.example",
        "Call me on +1 (416) 555-0199 please",
        "Add me on WhatsApp",
        "Visit leadrocket.io today",
        "join us on t.me/quicksignals",
        "my address is anna.b at gmail dot com",
        "Write to anna (at) offers.example",
        "add me on w h a t s app",
        "W.h.a.t.s.A.p.p me any time",
        "Call +44 (0) 77 1234 5678",
        "Mein Handy: 0171/2345678 oder 0171 - 23 45 678",
        "QQ: 81234567",
        "微信 abc12345",
        "Escríbeme por whatsap",
        "More at our-offer.agency/now"
      })
  void whatLeadsElsewhereIsNamed(String note) {
    assertThat(invited().saying(note).judged()).gives("link-in-note", 12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We met in 2019. You spoke about pensions.",
        "I worked there from 2010-2014 and 2016-2018.",
        "I studied at St. Michael's.Then I moved.",
        "I work at Booking.com in Amsterdam.",
        "We build with Node.js, ASP.NET and e.g. Vue.js here.",
        "I hold a Ph.D. from the university, and an M.B.A. too.",
        "I lead people operations at Widgets.io in Leeds.",
        "I joined the team.In May we moved.",
        "Years: 2010, 2012, 2014 and 2016-2019.",
        "We grew from 1,200,000 to 3,400,000 members.",
        "I lead design at Skype.",
        "Meet me at the stand, it is no. 4."
      })
  void yearsAndFullStopsAreNoLinks(String note) {
    assertThat(invited().saying(note).judged()).notBecause("link-in-note");
  }

  @Test
  void aPitchWithALinkThatOthersGotIsIgnored() {
    assertThat(
            invited()
                .saying(PITCH)
                .afterInviting("Amy Chen", Duration.ofDays(2), PITCH.replace("Lee", "Amy"))
                .judged())
        .ignores()
        .because("sales-pitch")
        .because("link-in-note")
        .because("copied-note")
        .riskAtLeast(60);
  }

  @Test
  void aCopyIsRecognisedWithAnotherNameInIt() {
    var note =
        "Hello %s, I read about the work of your team with great interest and thought that we should"
            + " talk about what comes next for people in our field.";
    assertThat(
            invited()
                .saying(note.formatted("Lee"))
                .afterInviting("Amy Chen", Duration.ofDays(2), note.formatted("Amy"))
                .afterInviting("Mei Lin", Duration.ofDays(3), note.formatted("Mei"))
                .judged())
        .gives("copied-note", 25)
        .mentions("went to 2 others in your firm");
  }

  @Test
  void nearlyTheSameNoteFromOtherPeopleIsACampaign() {
    var note =
        "Hello Lee, your work with career changers stands out; I chair a circle of such coaches.";
    assertThat(invited().saying(note).echoing(Echo.Kind.NOTE, 3, 5).judged())
        .gives("copied-note", 25)
        .mentions("Nearly the same note came from 3 other people to 5 of you");
    assertThat(invited().saying(note).echoing(Echo.Kind.NOTE, 1, 1).judged())
        .gives("copied-note", 20)
        .mentions("Nearly the same note came from 1 other person to 1 of you");
    assertThat(invited().saying(note).echoing(Echo.Kind.ABOUT, 3, 5).judged())
        .notBecause("copied-note");
  }

  @Test
  void copiesToSeveralOfUsAndFromSeveralPeopleAreOneReason() {
    var note =
        "Hello Lee, your work with career changers stands out; I chair a circle of such coaches.";
    assertThat(
            invited()
                .saying(note)
                .afterInviting("Amy Chen", Duration.ofDays(2), note.replace("Lee", "Amy"))
                .echoing(Echo.Kind.NOTE, 2, 3)
                .judged())
        .gives("copied-note", 25)
        .mentions(
            "The same note went to 1 other person in your firm, and nearly the same note came from 2"
                + " other people to 3 of you");
  }

  @Test
  void aReminderToTheSameMemberIsNoCopy() {
    var note =
        "Hello Lee, I read about the work of your team with great interest and would like to talk.";
    assertThat(invited().saying(note).afterInviting("Lee Park", Duration.ofDays(9), note).judged())
        .notBecause("copied-note");
  }

  @Test
  void aNoteThatSpeaksOfTheMembersOwnHistoryIsPersonal() {
    assertThat(
            invited()
                .saying(
                    "Hi Lee, I also volunteered with Daily Bread Food Bank and admire what you do.")
                .judged())
        .gives("personal-note", 13)
        .mentions("Daily Bread Food Bank");
    assertThat(invited().saying("Hi Lee, your talk on pensions in Ottawa made me think.").judged())
        .gives("personal-note", 13)
        .mentions("your talk (pensions)");
    assertThat(invited().saying("I see that you are with Northwind now.").judged())
        .gives("personal-note", 5);
    assertThat(invited().saying("I see that you go with the northwind now.").judged())
        .notBecause("personal-note");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you for explaining the rules so patiently in your webinar on Tuesday.",
        "Votre article sur les marques m'a beaucoup aidée.",
        "Ihr Vortrag über Nachfolge hat mir sehr geholfen.",
        "Su charla sobre familias me ayudó mucho.",
        "O seu artigo ajudou-me muito no ano passado."
      })
  void whoSaysWhatItWasGoodForHasReadIt(String note) {
    assertThat(invited().saying(note).judged()).gives("personal-note", 13);
  }

  @Test
  void namingWhatIsTheirsAsWellIsAnIntroduction() {
    assertThat(
            invited()
                .by(aPerson("Dana Roy").volunteersFor("Daily Bread Food Bank", ""))
                .saying("I am with Daily Bread Food Bank, too.")
                .judged())
        .because("same-cause")
        .notBecause("personal-note");
  }

  @Test
  void aPitchIsNotPersonalWhateverItNames() {
    assertThat(
            invited()
                .saying("We help companies like Northwind double your revenue. Book a call!")
                .judged())
        .notBecause("personal-note");
  }

  private static Case invited() {
    return whenInvited(
            aMember("Lee Park")
                .whoIs(
                    aPerson("Lee Park")
                        .at("Deloitte", "2009-03", "2016-08")
                        .at("Northwind", "2016-09", null)
                        .volunteersFor("Daily Bread Food Bank", "")
                        .with(
                            person ->
                                person.location("Ottawa").headline("Consultant for pensions"))))
        .by(aPerson("Dana Roy").at("Acme", "2010-01", null));
  }
}
