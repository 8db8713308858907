package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.events.cast.APerson.profileOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.DigestWishes;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Topic;
import dev.tend.events.Verdict;
import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.events.kafka.CloudEvent;
import java.time.Duration;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReDecisionTest {
  private final TestStream stream = new TestStream();
  private final Member lee = leeAtDeloitte().build();
  private final Invitation fromDana = invitationFrom(aStranger("Dana Roy")).id("4711").build();

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void aFirstDecisionNamesItselfAfterTheInvitation() {
    decided(fromDana);

    var record = stream.decisionRecords().getFirst();
    assertThat(record.key()).isEqualTo("lee.park");
    assertThat(record.getRecordTime()).isEqualTo(stream.now());
    assertThat(CloudEvent.of(record.headers()))
        .contains(CloudEvent.on(Topic.DECISIONS, "4711/1", "/scoring", stream.now()));
    assertThat(stream.lastOn(fromDana).supersedes()).isEmpty();
  }

  @Test
  void theTraceOfAnInvitationGoesOnInItsDecision() {
    stream.member(lee);
    stream.invitationWithHeader(fromDana, "traceparent", "00-4bf92f-00f067-01");

    var headers = stream.decisionRecords().getFirst().headers();
    assertThat(
            new String(
                headers.lastHeader("traceparent").value(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("00-4bf92f-00f067-01");
  }

  @Test
  void theSameInvitationAgainIsDecidedOnce() {
    decided(fromDana);
    stream.pass(Duration.ofMinutes(5));
    stream.invitation(fromDana);

    assertThat(stream.decisions()).hasSize(1);
  }

  @Test
  void aRepetitionAddsWhatWasMissingAndOverwritesNothing() {
    var bare = invitationFrom(aStranger("Dana Roy")).id("4711").build();
    var fuller =
        invitationFrom(aStranger("Dana Roy").at("Deloitte", "2012-01", "2016-06"))
            .id("4711")
            .build();
    decided(bare);
    stream.invitation(fuller);
    assertThat(names(stream.lastOn(bare))).contains(SignalName.SAME_EMPLOYER.word());
    stream.invitation(bare);

    assertThat(stream.decisions()).hasSize(2);
  }

  @Test
  void factsAboutTheInviterDecideAgain() {
    decided(fromDana);
    stream.pass(Duration.ofHours(1));
    stream.person(aPerson("Dana Roy").at("Deloitte", "2012-01", "2016-06").build());

    var second = stream.lastOn(fromDana);
    assertThat(names(second)).contains(SignalName.SAME_EMPLOYER.word());
    assertThat(second.id()).isEqualTo("4711/2");
    assertThat(second.supersedes()).isEqualTo("4711/1");
    assertThat(second.decidedAt()).isEqualTo(stream.now());
  }

  @Test
  void factsThatChangeNothingSayNothing() {
    stream.person(aPerson("Dana Roy").build());
    decided(fromDana);
    stream.person(aPerson("Dana Roy").build());

    assertThat(stream.decisions()).hasSize(1);
  }

  @Test
  void factsThatCameBeforeTheInvitationCountAtOnce() {
    stream.person(aPerson("Dana Roy").at("Deloitte", "2012-01", "2016-06").build());
    decided(fromDana);

    assertThat(names(stream.lastOn(fromDana))).contains(SignalName.SAME_EMPLOYER.word());
    assertThat(stream.decisions()).hasSize(1);
  }

  @Test
  void aColleagueWhoKnowsTheInviterDecidesAgainAndSoDoesTheirParting() {
    stream.member(aMember("Robert Ash").build());
    decided(fromDana);
    stream.connected(profileOf("Dana Roy"), "robert.ash");

    assertThat(names(stream.lastOn(fromDana))).contains(SignalName.COLLEAGUE_KNOWS_THEM.word());

    stream.disconnected(profileOf("Dana Roy"), "robert.ash");

    assertThat(names(stream.lastOn(fromDana)))
        .doesNotContain(SignalName.COLLEAGUE_KNOWS_THEM.word());
    assertThat(stream.decisions())
        .extracting(Decision::id)
        .containsExactly("4711/1", "4711/2", "4711/3");
  }

  @Test
  void aColleagueWhoIsToldOfLaterIsNamedThen() {
    stream.connected(profileOf("Dana Roy"), "robert.ash");
    decided(fromDana);
    assertThat(names(stream.lastOn(fromDana)))
        .doesNotContain(SignalName.COLLEAGUE_KNOWS_THEM.word());

    stream.member(aMember("Robert Ash").build());

    assertThat(stream.lastOn(fromDana).signals())
        .filteredOn(signal -> signal.is(SignalName.COLLEAGUE_KNOWS_THEM))
        .singleElement()
        .satisfies(signal -> assertThat(signal.evidence()).contains("Robert"));
    assertThat(stream.held(StateStores.AWAITED_COLLEAGUES)).isZero();
  }

  @Test
  void aMutualConnectionWhoIsOneOfUsKnowsTheInviter() {
    stream.member(aMember("Robert Ash").build());
    var sharing =
        invitationFrom(aStranger("Dana Roy"))
            .id("4711")
            .sharing(profileOf("Robert Ash"), profileOf("Somebody Else"))
            .build();
    decided(sharing);
    assertThat(names(stream.lastOn(sharing))).contains(SignalName.COLLEAGUE_KNOWS_THEM.word());

    stream.person(aPerson("Dana Roy").build());

    assertThat(names(stream.lastOn(sharing))).contains(SignalName.COLLEAGUE_KNOWS_THEM.word());
  }

  @Test
  void theMembersOwnConnectionIsNoColleague() {
    decided(fromDana);
    stream.connected(profileOf("Dana Roy"), lee.id());

    assertThat(names(stream.lastOn(fromDana)))
        .doesNotContain(SignalName.COLLEAGUE_KNOWS_THEM.word());
  }

  @Test
  void whoTakesAColleaguesNameIsNoticed() {
    stream.member(
        aMember("Robert Ash")
            .whoIs(aPerson("Robert Ash").at("Tend & Partners", "2015", null))
            .build());
    var impostor =
        AnInvitation.from(aStranger("R0bert Ash").at("Elsewhere", "2015-01", null).build())
            .to(lee)
            .build();
    decided(impostor);

    assertThat(names(stream.lastOn(impostor))).contains(SignalName.IMPERSONATION.word());
  }

  @Test
  void anInvitationWaitsForItsMember() {
    stream.invitation(fromDana);
    assertThat(stream.decisions()).isEmpty();
    assertThat(stream.held(StateStores.UNDECIDED)).isEqualTo(1);

    stream.pass(Duration.ofDays(2));
    assertThat(stream.gauge("tend.undecided.oldest.seconds")).isEqualTo(172_800.0);

    stream.member(lee);
    assertThat(stream.decisions()).hasSize(1);
    assertThat(stream.held(StateStores.UNDECIDED)).isZero();
    stream.pass(Duration.ofSeconds(2));
    assertThat(stream.gauge("tend.undecided.oldest.seconds")).isZero();
  }

  @Test
  void anotherPolicyDecidesAgain() {
    decided(fromDana);
    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.ASK);

    stream.member(leeAtDeloitte().ignoringWhenUnsure().build());

    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.IGNORE);
    assertThat(stream.lastOn(fromDana).policy()).isEqualTo("growing/ignore");
  }

  @Test
  void otherDigestWishesDecideNothing() {
    decided(fromDana);
    stream.member(
        leeAtDeloitte()
            .wishing(new DigestWishes(DigestWishes.Every.OFF, LocalTime.NOON, null))
            .build());

    assertThat(stream.decisions()).hasSize(1);
  }

  @Test
  void anAnswerDecidesAgainAndNobodyIsAskedTwice() {
    decided(fromDana);
    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.ASK);
    stream.pass(Duration.ofDays(1));
    stream.reply(fromDana, "Hi");

    assertThat(stream.decisionsOn(fromDana)).hasSize(2);
    assertThat(stream.lastOn(fromDana).verdict()).isNotEqualTo(Verdict.ASK);
  }

  @Test
  void anAnswerThatOvertookItsInvitationCounts() {
    stream.member(lee);
    stream.reply(fromDana, "Hi");
    assertThat(stream.held(StateStores.EARLY)).isEqualTo(1);
    stream.invitation(fromDana);

    assertThat(stream.decisions()).hasSize(1);
    assertThat(stream.held(StateStores.EARLY)).isZero();
  }

  @Test
  void anAnswerToNothingIsADeadLetterAfterAWhile() {
    stream.member(lee);
    stream.reply(fromDana, "Hi");
    stream.pass(Early.PATIENCE.plusSeconds(1));

    assertThat(stream.letters())
        .singleElement()
        .satisfies(letter -> assertThat(letter.topic()).isEqualTo("tend.replies"));
    assertThat(stream.held(StateStores.EARLY)).isZero();
  }

  @Test
  void aQuestionWithoutAnAnswerExpires() {
    decided(fromDana);
    stream.pass(TestStream.ANSWER_WITHIN.minusMinutes(1));
    assertThat(stream.decisions()).hasSize(1);

    stream.pass(Duration.ofMinutes(2));

    var second = stream.lastOn(fromDana);
    assertThat(second.verdict()).isEqualTo(Verdict.IGNORE);
    assertThat(second.supersedes()).isEqualTo("4711/1");
    stream.pass(Duration.ofDays(30));
    assertThat(stream.decisions()).hasSize(2);
  }

  @Test
  void aLateAnswerStillDecides() {
    decided(fromDana);
    stream.pass(TestStream.ANSWER_WITHIN.plusMinutes(1));
    stream.reply(
        fromDana, "Sorry for the delay. We worked together at Deloitte from 2012 to 2016.");

    assertThat(stream.decisionsOn(fromDana)).hasSize(3);
  }

  @Test
  void whoeverWasAskedOnceIsNotAskedAgain() {
    decided(fromDana);
    var again = invitationFrom(aStranger("Dana Roy")).id("4712").build();
    stream.pass(Duration.ofDays(1));
    stream.invitation(again);

    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.ASK);
    assertThat(stream.lastOn(again).verdict()).isEqualTo(Verdict.IGNORE);
  }

  @Test
  void aChoiceClosesTheInvitation() {
    decided(fromDana);
    stream.choice(fromDana, Choice.Kind.ACCEPT);
    stream.person(aPerson("Dana Roy").at("Deloitte", "2012-01", "2016-06").build());
    stream.pass(Duration.ofDays(20));

    assertThat(stream.decisions()).hasSize(1);
  }

  @Test
  void aChoiceTakenBackOpensTheInvitationAgain() {
    decided(fromDana);
    stream.choice(fromDana, Choice.Kind.ACCEPT);
    stream.person(aPerson("Dana Roy").at("Deloitte", "2012-01", "2016-06").build());
    stream.choice(fromDana, Choice.Kind.UNDO);

    assertThat(stream.decisions()).hasSize(2);
    assertThat(names(stream.lastOn(fromDana))).contains(SignalName.SAME_EMPLOYER.word());
  }

  @Test
  void aChoiceThatOvertookItsInvitationDoesNotKeepItUndecided() {
    stream.member(lee);
    stream.choice(fromDana, Choice.Kind.ACCEPT);
    stream.invitation(fromDana);
    stream.person(aPerson("Dana Roy").at("Deloitte", "2012-01", "2016-06").build());

    assertThat(stream.decisions()).hasSize(1);
  }

  @Test
  void ignoringSomebodyCountsForTheirOtherInvitations() {
    decided(fromDana);
    var again = invitationFrom(aStranger("Dana Roy")).id("4712").build();
    stream.invitation(again);
    stream.pass(Duration.ofDays(1));
    stream.choice(fromDana, Choice.Kind.IGNORE);

    assertThat(names(stream.lastOn(again))).contains(SignalName.IGNORED_BEFORE.word());
    assertThat(stream.decisionsOn(fromDana)).hasSize(1);
  }

  @Test
  void askingByHandKeepsTheInvitationOpenForTheAnswer() {
    stream.member(leeAtDeloitte().ignoringWhenUnsure().build());
    stream.invitation(fromDana);
    stream.choice(fromDana, Choice.Kind.ASK);
    assertThat(stream.decisions()).hasSize(1);

    stream.reply(fromDana, "We were colleagues at Deloitte from 2012 to 2016, in the audit team.");

    assertThat(stream.decisions()).hasSize(2);
  }

  @Test
  void whatIsAYearOldIsForgotten() {
    decided(fromDana);
    stream.pass(Dealings.HELD.plusDays(1));
    stream.pass(Duration.ofSeconds(2));

    assertThat(stream.held(StateStores.DEALINGS)).isZero();
    assertThat(stream.held(StateStores.PEOPLE)).isZero();
    assertThat(stream.held(StateStores.MEMBERS)).isEqualTo(1);
  }

  private AnInvitation invitationFrom(APerson inviter) {
    return AnInvitation.from(inviter).to(lee);
  }

  private void decided(Invitation invitation) {
    stream.member(lee);
    stream.invitation(invitation);
    assertThat(stream.decisionsOn(invitation)).hasSize(1);
  }

  private static AMember leeAtDeloitte() {
    return aMember("Lee Park").whoIs(aPerson("Lee Park").at("Deloitte", "2011-03", "2017-10"));
  }

  private static Stream<String> names(Decision decision) {
    return decision.signals().stream().map(Signal::name);
  }
}
