package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.signal.NoteFingerprint;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One invitation, told by several sources, each in its own words and under its own id. */
class SameInvitationTest {
  private static final String MAIL = "/ingest/mail";
  private static final String ARCHIVE = "/ingest/archive";
  private static final String API = "/ingest/portability";

  private final TestStream stream = new TestStream();
  private final Member lee =
      aMember("Lee Park").whoIs(aPerson("Lee Park").at("Deloitte", "2011-03", "2017-10")).build();

  /** What the notice says: a name, and when it was sent. */
  private final Invitation mailed = from(aStranger("Dana Roy")).id("linkedin-4711").build();

  /** What the archive says: a time without a zone, on another day, and the note. */
  private final Invitation archived =
      from(aStranger("Dana Roy"))
          .sentAt(TestStream.START.minus(Duration.ofHours(20)))
          .saying("We sat two desks apart at Deloitte!")
          .build();

  /** What a provider says: where she worked. */
  private final Invitation provided =
      from(aStranger("Dana Roy").at("Deloitte", "2012-01", "2016-06"))
          .id("urn:li:invitation:4711")
          .build();

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void isOneChainOfDecisionsUnderTheFirstId() {
    threeSourcesTellOfIt();

    assertThat(stream.decisions())
        .isNotEmpty()
        .allMatch(decision -> decision.invitation().equals("linkedin-4711"))
        .extracting(Decision::supersedes)
        .doesNotHaveDuplicates();
    assertThat(stream.held(StateStores.DEALINGS)).isEqualTo(1);
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void isJudgedByWhatAllOfThemSay() {
    threeSourcesTellOfIt();

    assertThat(names(stream.lastOn(mailed)))
        .contains(SignalName.SAME_EMPLOYER.word(), SignalName.CLAIM_CONFIRMED.word());
  }

  @Test
  void isNoSecondInvitationOfItsInviter() {
    threeSourcesTellOfIt();

    var page =
        Drawer.value(
            stream.<byte[]>store(StateStores.PEOPLE).get("in/dana-roy"),
            Packing.of(KnownPerson.class));
    assertThat(page.invitations())
        .singleElement()
        .matches(one -> one.note().equals(NoteFingerprint.of(archived)));
    assertThat(page.identities()).singleElement().matches(identity -> identity.names().size() == 3);
  }

  @Test
  void isDecidedAgainForNewsOfTheInviterOnce() {
    threeSourcesTellOfIt();
    var before = stream.decisions().size();

    stream.person(
        aPerson("Dana Roy")
            .at("Deloitte", "2012-01", "2016-06")
            .studiedAt("MIT", "2001", null)
            .build());

    assertThat(stream.decisions().size()).isLessThanOrEqualTo(before + 1);
  }

  @Test
  void isFoundByAnAnswerThatNamesALaterId() {
    threeSourcesTellOfIt();

    stream.reply(provided, "We were colleagues at Deloitte from 2012 to 2016, in the audit team.");

    assertThat(names(stream.lastOn(mailed))).contains(SignalName.REPLY_EXPLAINS.word());
    assertThat(stream.held(StateStores.EARLY)).isZero();
  }

  @Test
  void isClosedByAChoiceThatNamesALaterId() {
    threeSourcesTellOfIt();
    var before = stream.decisions().size();
    stream.choice(archived, Choice.Kind.IGNORE);

    stream.person(aPerson("Dana Roy").at("Halden Bank", "2012-01", "2016-06").build());
    stream.invitation(mailed, MAIL);

    assertThat(stream.decisions()).hasSize(before);
  }

  @Test
  void takesInAnAnswerThatNamesAnIdWhichCameLaterStill() {
    stream.member(lee);
    stream.invitation(mailed, MAIL);
    stream.reply(provided, "We were colleagues at Deloitte from 2012 to 2016, in the audit team.");
    assertThat(stream.held(StateStores.EARLY)).isEqualTo(1);

    stream.invitation(provided, API);

    assertThat(stream.held(StateStores.EARLY)).isZero();
    assertThat(names(stream.lastOn(mailed))).contains(SignalName.REPLY_EXPLAINS.word());
  }

  @Test
  void waitsForItsMemberOnce() {
    stream.invitation(mailed, MAIL);
    stream.invitation(archived, ARCHIVE);
    assertThat(stream.held(StateStores.UNDECIDED)).isEqualTo(1);

    stream.member(lee);

    assertThat(stream.decisions()).hasSize(1);
    assertThat(stream.held(StateStores.UNDECIDED)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 340})
  void isRecognisedWhenAnArchiveIsImportedAgainMuchLater(int days) {
    threeSourcesTellOfIt();
    var before = stream.decisions().size();
    stream.pass(Duration.ofDays(days));
    var since = stream.decisions().size();

    stream.invitation(archived, ARCHIVE);

    assertThat(stream.decisions()).hasSize(since);
    assertThat(stream.held(StateStores.DEALINGS)).isEqualTo(1);
    assertThat(since).isBetween(before, before + 1);
  }

  @Test
  void isRecognisedMuchLaterUnderAnIdThatNobodyKnows() {
    decided(mailed, MAIL);
    stream.pass(Duration.ofDays(100));

    stream.invitation(archived, ARCHIVE);

    assertThat(stream.decisions()).allMatch(decision -> isOf(decision, mailed));
    assertThat(stream.held(StateStores.DEALINGS)).isEqualTo(1);
  }

  @Test
  void isAnotherWhenItsSourceTellsThemApart() {
    decided(mailed, MAIL);
    stream.choice(mailed, Choice.Kind.IGNORE);
    stream.pass(Duration.ofDays(10));
    var again = from(aStranger("Dana Roy")).id("linkedin-4712").sentAt(stream.now()).build();

    stream.invitation(again, MAIL);

    assertThat(names(stream.lastOn(again))).contains(SignalName.IGNORED_BEFORE.word());
  }

  @Test
  void isAnotherWhenTheyComeBackAfterTheWindow() {
    decided(mailed, MAIL);
    stream.choice(mailed, Choice.Kind.IGNORE);
    stream.pass(Duration.ofDays(22));
    var again = from(aStranger("Dana Roy")).id("crm-1").sentAt(stream.now()).build();

    stream.invitation(again);

    assertThat(names(stream.lastOn(again))).contains(SignalName.IGNORED_BEFORE.word());
    assertThat(stream.decisionsOn(mailed)).hasSize(1);
  }

  @Test
  void ofTwoThatAreToldApartEachSourceFindsItsOwn() {
    decided(mailed, MAIL);
    stream.pass(Duration.ofDays(10));
    var again = from(aStranger("Dana Roy")).id("linkedin-4712").sentAt(stream.now()).build();
    stream.invitation(again, MAIL);

    stream.invitation(provided, API);
    stream.invitation(from(aStranger("Dana Roy")).id("urn:2").sentAt(stream.now()).build(), API);

    assertThat(stream.decisions()).allMatch(some -> isOf(some, mailed) || isOf(some, again));
  }

  @Test
  void ofAnotherMemberIsAnotherInvitation() {
    var amy = aMember("Amy Chen").build();
    stream.member(amy);
    decided(mailed, MAIL);

    var toAmy = AnInvitation.from(aStranger("Dana Roy")).to(amy).id("linkedin-9").build();
    stream.invitation(toAmy, ARCHIVE);

    assertThat(stream.decisionsOn(toAmy)).hasSize(1);
  }

  @Test
  void asksOnce() {
    decided(mailed, MAIL);
    assertThat(stream.lastOn(mailed).verdict()).isEqualTo(Verdict.ASK);

    stream.invitation(from(aStranger("Dana Roy")).id("crm-1").build());

    assertThat(stream.decisions()).hasSize(1);
  }

  private void threeSourcesTellOfIt() {
    decided(mailed, MAIL);
    for (var again : List.of(archived, provided)) {
      stream.pass(Duration.ofHours(1));
      stream.invitation(again, again.equals(archived) ? ARCHIVE : API);
    }
  }

  private void decided(Invitation invitation, String source) {
    stream.member(lee);
    stream.invitation(invitation, source);
    assertThat(stream.decisionsOn(invitation)).hasSize(1);
  }

  private AnInvitation from(APerson inviter) {
    return AnInvitation.from(inviter).to(lee);
  }

  private static boolean isOf(Decision decision, Invitation invitation) {
    return decision.invitation().equals(invitation.id());
  }

  private static Stream<String> names(Decision decision) {
    return decision.signals().stream().map(Signal::name);
  }
}
