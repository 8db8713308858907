package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.signal.Echo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who seem to have nothing to do with each other, and send the firm nearly the same. */
class EchoTest {
  private static final String PITCH =
      "Dear NAME, I am impressed by your leadership in sustainable logistics and believe that our"
          + " visionary community of executives would profit from your perspective on supply chains.";
  private static final String ABOUT =
      "Passionate about unlocking human potential, I help visionary founders turn complexity into"
          + " measurable growth, drawing on fifteen years across energy, logistics and hospitality.";

  private final TestStream stream = new TestStream();
  private final List<Member> members =
      List.of(
          aMember("Amy Chen").build(), aMember("Lee Park").build(), aMember("Noor Haddad").build());

  @BeforeEach
  void joined() {
    members.forEach(stream::member);
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void theFirstOfThreeIsJudgedAgainWhenTheOthersCome() {
    var first = received(pitching("Dana Roy", "Amy"), 0);
    assertThat(echoesOn(first)).isEmpty();

    var second = received(pitching("Max Kern", "Lee"), 1);
    var third = received(pitching("Eva Sol", "Noor"), 2);

    assertThat(List.of(first, second, third))
        .allSatisfy(
            invitation -> assertThat(echoesOn(invitation)).contains("came from 2 other people"));
    assertThat(stream.decisionsOn(first)).hasSize(3);
  }

  @Test
  void whatSomebodySaysAboutThemselvesIsHeardToo() {
    var first = received(from(aPerson("Dana Roy").with(more -> more.about(ABOUT))), 0);
    var _ = received(from(aPerson("Max Kern").with(more -> more.about(ABOUT))), 1);

    assertThat(echoesOn(first)).containsIgnoringCase("says nearly the same about themselves");
  }

  @Test
  void aHistoryIsKnownAgainUnderAnotherNameAndWithOtherTitles() {
    var first = received(from(withHistory("Dana Roy", "Chief Visionary")), 0);
    var second = received(from(withHistory("Max Kern", "Growth Lead")), 1);

    assertThat(echoesOn(first)).contains("history is nearly the same");
    assertThat(echoesOn(second)).contains("history is nearly the same");
  }

  @Test
  void twoJobsInCommonAreNoEcho() {
    var first =
        received(
            from(
                aPerson("Dana Roy")
                    .at("Deloitte", "2010-09", "2013-08")
                    .at("Halden Bank", "2013-09", "2016-01")
                    .at("Acme", "2016-02", null)),
            0);
    var _ =
        received(
            from(
                aPerson("Max Kern")
                    .at("Deloitte", "2010-09", "2013-08")
                    .at("Halden Bank", "2013-09", "2016-01")
                    .at("Globex", "2016-02", null)),
            1);

    assertThat(echoesOn(first)).isEmpty();
  }

  @Test
  void theSamePersonAgainIsNoEcho() {
    var first = received(pitching("Dana Roy", "Amy"), 0);
    var _ = received(pitching("Dana Roy", "Lee"), 1);
    stream.invitation(first);

    assertThat(echoesOn(first)).isEmpty();
  }

  @Test
  void whatIsAMonthOldIsNoEcho() {
    var first = received(pitching("Dana Roy", "Amy"), 0);
    stream.pass(Sightings.WINDOW.plusDays(1));
    var second = received(pitching("Max Kern", "Lee"), 1);

    assertThat(echoesOn(first)).isEmpty();
    assertThat(echoesOn(second)).isEmpty();
    assertThat(stream.held(StateStores.SIGHTINGS)).isEqualTo(1);
  }

  @Test
  void alumniWhoWriteTheirOwnWordsRaiseNoEcho() {
    var notes =
        List.of(
            "Hi, we were both at Queen's in the early nineties, you may remember the canoe club.",
            "Fellow Queen's graduate here. I moved to Halifax and now teach accounting to nurses.",
            "I sat behind you in Professor Blake's statistics course and never returned your notes!",
            "A classmate told me that you consult on pensions; mine is a mess, could I ask you once?",
            "Queen's, class of 1994. I run the reunion in June and would love to see you there.",
            "We have the same alma mater, and my daughter is about to apply. Any advice for her?",
            "Saw your name in the alumni magazine next to the article on rowing. Congratulations!",
            "I remember your talk at the commerce dinner in Kingston, it made me change my major.",
            "Old Queen's hands should stick together. I am back in Toronto after ten years in Oslo.",
            "We shared a landlord on Princess Street, the one with the parrot. Hope you are well.");
    var invitations = new ArrayList<Invitation>();
    for (int i = 0; i < notes.size(); i++) {
      var alumna =
          aPerson("Alumna " + (char) ('A' + i)).studiedAt("Queen's University", "1990", "1994");
      invitations.add(received(AnInvitation.from(alumna).saying(notes.get(i)), i));
    }

    assertThat(invitations).allSatisfy(one -> assertThat(echoesOn(one)).isEmpty());
    assertThat(stream.decisions()).hasSize(notes.size());
  }

  @Test
  void aCampaignOfHundredsIsToldInProportion() {
    int size = 300;
    var campaign =
        IntStream.range(0, size)
            .mapToObj(i -> received(pitching("Sender " + name(i), "Sir"), i))
            .toList();

    assertThat(campaign).allSatisfy(one -> assertThat(echoesOn(one)).isNotEmpty());
    assertThat(stream.decisions().size())
        .as("each is judged when it comes, once more for those before it, and for a few after it")
        .isLessThan(size * 2 + HearEchoes.ENOUGH * HearEchoes.ENOUGH);
  }

  @Test
  void noTextIsKept() {
    var _ = received(pitching("Dana Roy", "Amy"), 0);
    var _ = received(from(aPerson("Max Kern").with(more -> more.about(ABOUT))), 1);

    assertThat(new String(stream.bytesIn(StateStores.SIGHTINGS), ISO_8859_1))
        .contains("dana-roy")
        .doesNotContain("impressed", "sustainable", "Passionate", "visionary");
  }

  @Test
  void whatWasSeenIsKnownAfterARestart() {
    var _ = received(pitching("Dana Roy", "Amy"), 0);
    var _ = received(pitching("Max Kern", "Lee"), 1);

    var reopened = new Sightings(stream.store(StateStores.SIGHTINGS));

    var alike = reopened.like(known(reopened, "e0"));
    assertThat(alike.get(Echo.Kind.NOTE)).extracting(Sighting::id).containsExactly("e1");
  }

  private static Sighting known(Sightings sightings, String id) {
    var sighting = sightings.get(id);
    assertThat(sighting).isNotNull();
    return sighting;
  }

  private static AnInvitation pitching(String name, String to) {
    return AnInvitation.from(aPerson(name)).saying(PITCH.replace("NAME", to));
  }

  private static AnInvitation from(APerson inviter) {
    return AnInvitation.from(inviter);
  }

  private static APerson withHistory(String name, String title) {
    return aPerson(name)
        .as(title, "Northwind Rail", "2009-04", "2012-07")
        .as("Partner", "Halden Bank Ltd", "2012-08", "2017-11")
        .as(title, "Kestrel Air", "2018-01", null);
  }

  /** Invitations come an hour apart, to one member after the other. */
  private Invitation received(AnInvitation invitation, int i) {
    var to = invitation.to(members.get(i % members.size())).id("e" + i).build();
    stream.invitation(to);
    stream.pass(Duration.ofHours(1));
    return to;
  }

  /** What the last decision says of others who sent nearly the same. */
  private String echoesOn(Invitation invitation) {
    return stream.lastOn(invitation).signals().stream()
        .map(Signal::evidence)
        .filter(evidence -> evidence.contains("other pe"))
        .collect(joining("\n"));
  }

  private static String name(int i) {
    return Integer.toString(1296 + i, Character.MAX_RADIX);
  }
}
