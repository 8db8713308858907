package dev.tend.ingest.mailbox;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.ingest.mailbox.LinkedInMail.linkedInMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Origin;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
  private static final Member AMY = aMember("Amy Chen").build();

  @Test
  void readsAllThatANoticeHolds() {
    var invitation = invitation(linkedInMail());

    var inviter = invitation.inviter();
    assertThat(invitation.id()).isEqualTo("linkedin-7100000000000000001");
    assertThat(invitation.member()).isEqualTo("amy.chen");
    assertThat(invitation.note()).isEmpty();
    assertThat(invitation.sentAt()).isEqualTo("2026-02-09T14:37:00Z");
    assertThat(invitation.mutualConnections()).isEqualTo(12);
    assertThat(invitation.origin()).isEqualTo(Origin.SIGNED);
    assertThat(inviter.profile()).isEqualTo(PersonKey.of("in/dana-reed-9a"));
    assertThat(inviter.name()).isEqualTo("Dana Reed");
    assertThat(inviter.headline()).isEqualTo("Head of Design at Harbour & Field");
    assertThat(inviter.location()).isEqualTo("Porto, Portugal");
    assertThat(inviter.positions())
        .singleElement()
        .extracting(p -> p.company())
        .isEqualTo("Harbour & Field");
    assertThat(inviter.photo()).isTrue();
  }

  @Test
  void theTextAloneSaysAsMuch() {
    var inviter = invitation(linkedInMail().textOnly()).inviter();

    assertThat(inviter.headline()).isEqualTo("Head of Design at Harbour & Field");
    assertThat(inviter.location()).isEqualTo("Porto, Portugal");
  }

  @Test
  void theHtmlAloneSaysAsMuchAndIsNotTakenInByTheMembersOwnPicture() {
    var invitation = invitation(linkedInMail().htmlOnly());

    assertThat(invitation.inviter().profile()).isEqualTo(PersonKey.of("in/dana-reed-9a"));
    assertThat(invitation.inviter().headline()).isEqualTo("Head of Design at Harbour & Field");
    assertThat(invitation.inviter().location()).isEqualTo("Porto, Portugal");
    assertThat(invitation.mutualConnections()).isEqualTo(12);
    assertThat(invitation.note()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Dana Reed via LinkedIn     | Dana Reed wants to connect                       | 1 mutual connection           | 1
          Dana Reed via LinkedIn     | Amy, Dana Reed has invited you to connect        | 4 connections in common       | 4
          Dana Reed via LinkedIn     | I want to connect                                | Lee Park and 3 other mutual connections | 4
          LinkedIn                   | You have a new connection request from Dana Reed | Lee Park is a mutual connection | 1
          Dana Reed über LinkedIn    | Ich möchte mich vernetzen                        | 7 gemeinsame Kontakte         | 7
          LinkedIn                   | Dana Reed möchte sich mit Ihnen vernetzen        | Lee Park und 2 weitere gemeinsame Kontakte | 3
          Dana Reed via LinkedIn     | Je souhaite me connecter                         | 3 relations en commun         | 3
          LinkedIn                   | Dana Reed souhaite se connecter                  | 1 relation en commun          | 1
          Dana Reed a través de LinkedIn | Quiero conectar                              | 5 contactos en común          | 5
          LinkedIn                   | Dana Reed quiere conectar contigo                | 5 contactos en común          | 5
          Dana Reed tramite LinkedIn | Voglio collegarmi                                | 2 collegamenti in comune      | 2
          LinkedIn                   | Dana Reed vuole collegarsi con te                | Lee Park e altri 6 collegamenti in comune | 7
          Dana Reed pelo LinkedIn    | Quero me conectar                                | 9 conexões em comum           | 9
          LinkedIn                   | Dana Reed quer se conectar com você              | 9 conexões em comum           | 9
          Dana Reed via LinkedIn     | Ik wil graag connecten                           | 8 gemeenschappelijke connecties | 8
          LinkedIn                   | Dana Reed wil graag met je connecten             | 8 gemeenschappelijke connecties | 8
          """)
  void isReadInSevenLanguages(String sender, String subject, String mutual, int inCommon) {
    for (var layout :
        new LinkedInMail[] {linkedInMail().textOnly(), linkedInMail().htmlOnly(), linkedInMail()}) {
      var invitation =
          invitation(layout.from("Dana Reed", sender).about(subject).above(subject).mutual(mutual));

      assertThat(invitation.inviter().name()).isEqualTo("Dana Reed");
      assertThat(invitation.inviter().headline()).isEqualTo("Head of Design at Harbour & Field");
      assertThat(invitation.mutualConnections()).isEqualTo(inCommon);
      assertThat(invitation.note()).isEmpty();
      assertThat(invitation.sentAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dana Reed's invitation is waiting for your response",
        "Dana Reed’s invitation is waiting for your response",
        "Die Einladung von Dana Reed wartet auf Ihre Antwort",
        "L’invitation de Dana Reed attend votre réponse",
        "La invitación de Dana Reed está esperando tu respuesta",
        "L'invito di Dana Reed è in attesa di una tua risposta",
        "O convite de Dana Reed está aguardando sua resposta",
        "De uitnodiging van Dana Reed wacht op je antwoord"
      })
  void aReminderIsTheSameInvitationWithoutADate(String subject) {
    var reminder = invitation(linkedInMail().about(subject).above(subject));

    assertThat(reminder.id()).isEqualTo(invitation(linkedInMail()).id());
    assertThat(reminder.sentAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dana Reed accepted your invitation",
        "Amy, start a conversation with your new connection, Dana Reed",
        "Dana Reed hat Ihre Einladung angenommen",
        "Dana Reed a accepté votre invitation",
        "Dana Reed ha aceptado tu invitación",
        "Dana Reed ha accettato il tuo invito",
        "Dana Reed aceitou seu convite",
        "Dana Reed heeft je uitnodiging geaccepteerd"
      })
  void anAcceptanceIsNoInvitation(String subject) {
    var letter = linkedInMail().about(subject).letter();

    assertThat(Notice.in(letter)).isEmpty();
    assertThat(Notice.isAcceptance(letter)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi Amy,\n\nWe met in Lisbon.\nRemember?",
        "Dana Reed's message:\nWe met in Lisbon.\nRemember?"
      })
  void whatTheInviterWroteStandsAboveTheirName(String above) {
    assertThat(invitation(linkedInMail().textOnly().above(above)).note())
        .isEqualTo("We met in Lisbon.\nRemember?");
  }

  @Test
  void orBelowTheirDetailsBetweenQuotationMarks() {
    assertThat(invitation(linkedInMail().below("“We met in Lisbon, remember?”")).note())
        .isEqualTo("We met in Lisbon, remember?");
    assertThat(invitation(linkedInMail().htmlOnly().below("“We met in Lisbon, remember?”")).note())
        .isEqualTo("We met in Lisbon, remember?");
    assertThat(
            invitation(linkedInMail().textOnly().below("Nachricht von Dana Reed:\nAus Lissabon!"))
                .note())
        .isEqualTo("Aus Lissabon!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'd like to join your LinkedIn network.",
        "Hi Amy, I’d like to add you to my professional network on LinkedIn.",
        "Ich möchte Sie gerne zu meinem beruflichen Netzwerk auf LinkedIn hinzufügen.",
        "Je souhaite vous ajouter à mon réseau professionnel sur LinkedIn",
        "Me gustaría añadirte a mi red profesional en LinkedIn.",
        "Vorrei aggiungerti alla mia rete professionale su LinkedIn",
        "Gostaria de adicionar você à minha rede profissional no LinkedIn.",
        "Ik wil je graag toevoegen aan mijn professionele netwerk op LinkedIn."
      })
  void theStandardSentenceIsNoNote(String sentence) {
    assertThat(invitation(linkedInMail().textOnly().above("Hi Amy,\n\n" + sentence)).note())
        .isEmpty();
  }

  @Test
  void theFormOf2016IsReadWithTheNumberOfTheProfile() {
    var letter =
        new Letter(
            "Zoë Lima",
            "invitations@linkedin.com",
            "Amy, please add me to your LinkedIn network",
            null,
            """
            Hi Amy,
            I'd like to join your LinkedIn network.

            Zoë Lima
            Partner at Contoso

            View profile: https://www.linkedin.com/comm/profile/view?id=AAsAAAFgYw8BXYZ&midToken=AQ&trk=eml
            Accept: https://www.linkedin.com/comm/people/invite-accept?mboxid=I6203_500&invitationId=6203&midToken=AQ
            """,
            "<p>Zoë Lima</p><p>Partner at Contoso</p><p>Charlotte, North Carolina Area</p>");

    var invitation = Notice.in(letter).orElseThrow().to(AMY, Origin.SIGNED);

    assertThat(invitation.id()).isEqualTo("linkedin-6203");
    assertThat(invitation.inviter().profile().path()).startsWith("in/").hasSizeGreaterThan(10);
    assertThat(invitation.inviter().location()).isEqualTo("Charlotte, North Carolina Area");
  }

  @Test
  void withoutANumberItIsKnownByThePeopleAndTheDay() {
    var letter = linkedInMail().textOnly().letter();
    var without =
        new Letter(
            letter.senderName(),
            letter.senderAddress(),
            letter.subject(),
            letter.date(),
            letter.plain().replaceAll("invitationId=\\d+", ""),
            "");

    var invitation = Notice.in(without).orElseThrow().to(AMY, Origin.SIGNED);

    assertThat(invitation.id()).isNotEmpty().doesNotStartWith("linkedin-");
  }

  @Test
  void aNoticeThatNamesNobodyIsRefused() {
    var letter =
        new Letter(
            "LinkedIn",
            "invitations@linkedin.com",
            "I want to connect",
            null,
            "https://www.linkedin.com/comm/x?invitationId=1",
            "");

    assertThatThrownBy(() -> Notice.in(letter).orElseThrow().to(AMY, Origin.SIGNED))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void theMembersOwnProfileIsNotTheInviters() {
    var amy = aMember("Amy Chen").whoIs(aPerson("Amy Chen")).build();
    var letter =
        new Letter(
            "Dana Reed via LinkedIn",
            "invitations@linkedin.com",
            "I want to connect",
            null,
            "",
            "<a href=\"https://www.linkedin.com/comm/in/amy-chen\">x</a>"
                + "<a href=\"https://www.linkedin.com/comm/in/d-1234\">Dana Reed</a>");

    assertThat(Notice.in(letter).orElseThrow().to(amy, Origin.SIGNED).inviter().profile())
        .isEqualTo(PersonKey.of("in/d-1234"));
  }

  private static Invitation invitation(LinkedInMail mail) {
    return Notice.in(mail.letter()).orElseThrow().to(AMY, Origin.SIGNED);
  }
}
