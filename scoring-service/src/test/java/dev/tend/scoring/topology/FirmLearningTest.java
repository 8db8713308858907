package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.Topic;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.learning.FirmTaste;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Voice;
import dev.tend.scoring.policy.ASheet;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Learning;
import dev.tend.scoring.policy.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A field in common is not enough for a growing network. Whoever works with Lee accepts those who
 * share it all the same; Lee has chosen nothing yet.
 */
class FirmLearningTest {
  private static final int CHOICES = 9;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration ROUND = SpeakForMembers.PAUSE;
  private static final String COLLEAGUES = "your colleagues accept more like this than advised";
  private static final List<String> NAMES =
      List.of(
          "Dana Roy",
          "Max Kern",
          "Eva Sol",
          "Tom Bell",
          "Wei Lin",
          "Ana Paz",
          "Ida Lund",
          "Noor Haddad");

  private final AtomicReference<Policies> policies =
      new AtomicReference<>(ASheet.learning(Learning.FIRM));
  private final TestStream stream = new TestStream(new Judge(policies::get));
  private final Member lee = named("Lee Park");
  private int next;

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void whatTheMembersDoAlikeMovesTheOthersByAPointAWeek() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    stream.pass(ROUND);
    assertThat(evidence()).doesNotContain(COLLEAGUES);

    stream.pass(WEEK);
    assertThat(evidence()).contains(COLLEAGUES + ", so it counts 1 more");
    stream.pass(WEEK.minusHours(1));
    assertThat(evidence()).contains(COLLEAGUES + ", so it counts 1 more");
    stream.pass(Duration.ofHours(1));
    assertThat(evidence()).contains(COLLEAGUES + ", so it counts 2 more");
  }

  @Test
  void whoeverWasAwayForAMonthHasNotMissedAMonthOfPoints() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    stream.pass(ROUND);

    stream.pass(WEEK.multipliedBy(4));

    assertThat(evidence()).contains(COLLEAGUES + ", so it counts 1 more");
  }

  @Test
  void aPranksterMovesNobody() {
    choosing(NAMES.subList(1, NAMES.size()), Choice.Kind.IGNORE);
    choosing(NAMES.subList(0, 1), Choice.Kind.ACCEPT);

    weeks(10);

    assertThat(firm().points()).isEmpty();
    assertThat(firm().members()).isEqualTo(NAMES.size());
    assertThat(evidence()).doesNotContain(COLLEAGUES);
  }

  @Test
  void whoTakesNoPartIsNotHeard() {
    policies.set(ASheet.learning(Learning.MEMBER));
    choosing(NAMES, Choice.Kind.ACCEPT);

    weeks(3);

    assertThat(stream.held(StateStores.VOICES)).isZero();
    assertThat(stream.held(StateStores.SPOKEN)).isZero();
    assertThat(stream.held(StateStores.FIRM)).isZero();
  }

  @Test
  void whoTakesNoPartIsNotMoved() {
    policies.set(ASheet.learningTogetherBut(lee.id(), Learning.MEMBER));
    choosing(NAMES, Choice.Kind.ACCEPT);

    weeks(3);

    assertThat(firm().points()).isNotEmpty();
    assertThat(evidence()).doesNotContain(COLLEAGUES);
  }

  @Test
  void ofTheFirmOnlyCountsAreTold() {
    choosing(NAMES, Choice.Kind.ACCEPT);

    weeks(1);

    assertThat(firm().members()).isEqualTo(8);
    assertThat(firm().tastes()).contains(new FirmTaste("same-field", 1, 8, 8, 0));
  }

  @Test
  void whatAMemberHasToSayIsToldOnce() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    stream.pass(ROUND);
    assertThat(stream.writtenTo("voices")).isEqualTo(NAMES.size());

    stream.pass(ROUND);
    stream.pass(ROUND);

    assertThat(stream.writtenTo("voices")).isZero();
  }

  @Test
  void whoeverLeavesIsHeardNoLongerAtOnce() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    stream.pass(ROUND);

    stream.write(Topic.MEMBERS, named(NAMES.getFirst()).id(), null);

    assertThat(stream.<Voice>store(StateStores.VOICES).get(named(NAMES.getFirst()).id())).isNull();
    assertThat(stream.held(StateStores.VOICES)).isEqualTo(NAMES.size() - 1);
    assertThat(stream.held(StateStores.SPOKEN)).isEqualTo(NAMES.size() - 1);
  }

  @Test
  void whomThePolicyTakesOutIsHeardNoLonger() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    stream.pass(ROUND);

    policies.set(ASheet.learningTogetherBut(named(NAMES.getFirst()).id(), Learning.OFF));
    stream.pass(ROUND);

    assertThat(stream.held(StateStores.VOICES)).isEqualTo(NAMES.size() - 1);
  }

  @Test
  void whoeverWishesToBeForgottenIsHeardNoLonger() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    stream.pass(ROUND);

    stream.member(named(NAMES.getFirst()).learningFrom(stream.now()));
    stream.pass(ROUND);

    assertThat(stream.held(StateStores.VOICES)).isEqualTo(NAMES.size() - 1);
  }

  @Test
  void whatTheFirmLearnedGoesBackAPointAWeekWhenItIsTakenBack() {
    var chosen = choosing(NAMES, Choice.Kind.ACCEPT);
    weeks(3);
    assertThat(evidence()).contains("so it counts 3 more");

    chosen.forEach(invitation -> stream.choice(invitation, Choice.Kind.UNDO));
    weeks(1);
    assertThat(evidence()).contains("so it counts 2 more");
    weeks(2);

    assertThat(firm().points()).isEmpty();
    assertThat(evidence()).doesNotContain(COLLEAGUES);
  }

  @Test
  void aRestartSaysTheSameAndTellsNothingAgain() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    weeks(2);
    var before = evidence();
    try (var restarted = new TestStream(new Judge(policies::get))) {
      restarted.takesOver(
          stream,
          StateStores.MEMBERS,
          StateStores.LESSONS,
          StateStores.SPOKEN,
          StateStores.VOICES,
          StateStores.FIRM);
      restarted.pass(ROUND.plus(WEEK.multipliedBy(2)));

      assertThat(restarted.writtenTo("voices")).isZero();
      assertThat(evidence(restarted)).isEqualTo(before).contains("so it counts 2 more");
    }
  }

  /**
   * All but the slow points follows from the choices: a firm that begins anew ends where it was.
   */
  @Test
  void aRebuildHearsTheSameVoicesAndComesToTheSame() {
    choosing(NAMES, Choice.Kind.ACCEPT);
    weeks(8);
    try (var rebuilt = new TestStream(new Judge(policies::get))) {
      rebuilt.takesOver(stream, StateStores.MEMBERS, StateStores.LESSONS);
      rebuilt.pass(ROUND);
      for (int week = 0; week < 8; week++) {
        rebuilt.pass(WEEK);
      }

      assertThat(FirmPage.read(rebuilt.store(StateStores.FIRM)).points())
          .isEqualTo(firm().points())
          .isNotEmpty();
    }
  }

  /** Each of these chose so about some whose field they share. */
  private List<Invitation> choosing(List<String> names, Choice.Kind kind) {
    var chosen = new ArrayList<Invitation>();
    for (var name : names) {
      var member = named(name);
      stream.member(member);
      for (int i = 0; i < CHOICES; i++) {
        var invitation = invitationTo(member);
        stream.invitation(invitation);
        stream.choice(invitation, kind);
        chosen.add(invitation);
      }
    }
    return chosen;
  }

  private void weeks(int count) {
    stream.pass(ROUND);
    for (int week = 0; week < count; week++) {
      stream.pass(WEEK);
    }
  }

  private FirmTastes firm() {
    return FirmPage.read(stream.store(StateStores.FIRM));
  }

  /** What is said to Lee of somebody whose field Lee shares. */
  private String evidence() {
    return evidence(stream);
  }

  private String evidence(TestStream on) {
    var invitation = invitationTo(lee);
    on.member(lee);
    on.invitation(invitation);
    return evidence(on.lastOn(invitation));
  }

  private static String evidence(Decision decision) {
    return decision.signals().stream().map(Signal::evidence).collect(joining("; "));
  }

  private Invitation invitationTo(Member member) {
    next++;
    var letters = "" + (char) ('a' + next / 26) + (char) ('a' + next % 26);
    var inviter =
        inHr("Kit Ar" + letters, "Ar" + letters + " Mills")
            .with(person -> person.location("Bergen"));
    return AnInvitation.from(inviter).to(member).id("from-" + next).build();
  }

  private static Member named(String name) {
    var family = name.substring(name.indexOf(' ') + 1);
    return aMember(name).whoIs(inHr(name, family + " Advisers")).build();
  }

  private static APerson inHr(String name, String employer) {
    return aPerson(name)
        .as("HR Manager", employer, "2012-01", null)
        .with(person -> person.industry("Human Resources"));
  }
}
