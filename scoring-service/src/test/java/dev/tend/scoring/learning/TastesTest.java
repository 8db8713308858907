package dev.tend.scoring.learning;

import static dev.tend.events.SignalName.BLOCKED;
import static dev.tend.events.SignalName.CANDIDATE;
import static dev.tend.events.SignalName.CLIENT;
import static dev.tend.events.SignalName.FAR_AWAY;
import static dev.tend.events.SignalName.IMPERSONATION;
import static dev.tend.events.SignalName.SALES_PITCH;
import static dev.tend.events.SignalName.SAME_FIELD;
import static dev.tend.events.SignalName.SAME_PLACE;
import static dev.tend.events.SignalName.SAME_SCHOOL;
import static dev.tend.events.SignalName.UNFAMILIAR_LANGUAGE;
import static dev.tend.scoring.learning.AHistory.NOW;
import static dev.tend.scoring.learning.AHistory.aHistory;
import static dev.tend.scoring.learning.AHistory.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TastesTest {
  private static final Signal CANDIDATE_20 = reason(CANDIDATE, 20);
  private static final Signal CLIENT_35 = reason(CLIENT, 35);
  private static final Signal PITCH_35 = reason(SALES_PITCH, 35);

  @Test
  void whoeverAcceptsAgainstTheAdviceWantsMoreOfIt() {
    var taste = aHistory().accepting(9, CANDIDATE_20).ignoring(1, CANDIDATE_20).taste(CANDIDATE);
    assertThat(taste.points()).isBetween(5, 10);
    assertThat(taste.accepted()).isEqualTo(9);
    assertThat(taste.choices()).isEqualTo(10);
  }

  @Test
  void whoeverIgnoresAgainstTheAdviceWantsLessOfIt() {
    assertThat(aHistory().ignoring(9, CLIENT_35).accepting(1, CLIENT_35).taste(CLIENT).points())
        .isBetween(-10, -5);
  }

  @Test
  void whoeverAcceptsDespiteARedFlagMindsItLess() {
    assertThat(aHistory().accepting(9, CLIENT_35, PITCH_35).taste(SALES_PITCH).points())
        .isBetween(-10, -3);
  }

  @Test
  void whoeverFollowsTheAdviceKeepsTheWeightsOfThePolicy() {
    var follower = aHistory().accepting(40, CLIENT_35).ignoring(40, CANDIDATE_20);
    assertThat(follower.taste(CLIENT).points()).isZero();
    assertThat(follower.taste(CANDIDATE).points()).isZero();
  }

  @Test
  void twoSlipsChangeNothing() {
    var follower = aHistory().accepting(20, CLIENT_35).ignoring(2, CLIENT_35);
    assertThat(follower.taste(CLIENT).points()).isZero();
  }

  @Test
  void fourChoicesSayNothing() {
    assertThat(aHistory().accepting(4, CANDIDATE_20).ignoring(6, CLIENT_35).tastes().all())
        .extracting(Taste::signal)
        .containsExactly(CLIENT);
  }

  @Test
  void thousandsOfChoicesMoveNoFurtherThanTenPoints() {
    var tastes = aHistory().accepting(10_000, PITCH_35, reason(SAME_FIELD, 3)).tastes();
    assertThat(tastes.all())
        .allSatisfy(taste -> assertThat(Math.abs(taste.points())).isLessThanOrEqualTo(10))
        .allSatisfy(taste -> assertThat(taste.choices()).isEqualTo(Lessons.MOST));
  }

  /** The field was there in half of what was accepted against the advice, and did none of it. */
  @Test
  void oneReasonIsNotCreditedWithWhatAnotherDid() {
    var field = reason(SAME_FIELD, 4);
    var history =
        aHistory()
            .accepting(20, CANDIDATE_20)
            .accepting(20, CANDIDATE_20, field)
            .ignoring(20, reason(SAME_SCHOOL, 20), field);
    assertThat(history.taste(SAME_FIELD).acceptedAgainst()).isEqualTo(20);
    assertThat(history.taste(SAME_FIELD).points()).isZero();
    assertThat(history.taste(CANDIDATE).points()).isGreaterThan(3);
  }

  @Test
  void aChoiceThatIsTakenBackTaughtNothing() {
    var before = aHistory().accepting(9, CANDIDATE_20);
    var tastes = before.tastes();
    var after =
        before
            .then("again", Choice.Kind.IGNORE, CANDIDATE_20)
            .then("again", Choice.Kind.UNDO, CANDIDATE_20);
    assertThat(after.tastes()).isEqualTo(tastes);
  }

  @Test
  void aSecondChoiceTakesThePlaceOfTheFirst() {
    var twice =
        aHistory()
            .accepting(5, CANDIDATE_20)
            .then("again", Choice.Kind.IGNORE, CANDIDATE_20)
            .then("again", Choice.Kind.ACCEPT, CANDIDATE_20);
    var once =
        aHistory().accepting(5, CANDIDATE_20).then("again", Choice.Kind.ACCEPT, CANDIDATE_20);
    assertThat(twice.lessons()).isEqualTo(once.lessons());
  }

  @Test
  void aQuestionTeachesNothing() {
    assertThat(aHistory().then("4711", Choice.Kind.ASK, CANDIDATE_20).lessons())
        .isEqualTo(Lessons.NONE);
  }

  @Test
  void oldChoicesFade() {
    var lessons = aHistory().accepting(20, CANDIDATE_20).lessons();
    int today = points(lessons, NOW);
    int inAYear = points(lessons, NOW.plus(Duration.ofDays(365)));
    int inFiveYears = points(lessons, NOW.plus(Duration.ofDays(5 * 365)));
    assertThat(today).isGreaterThan(inAYear);
    assertThat(inAYear).isPositive();
    assertThat(inFiveYears).isZero();
  }

  @Test
  void aClockThatIsAheadGivesNoChoiceMoreWeight() {
    var lessons = aHistory().accepting(9, CANDIDATE_20).lessons();
    assertThat(points(lessons, NOW.minus(Duration.ofDays(1000))))
        .isLessThanOrEqualTo(points(lessons, lessons.all().getFirst().chosenAt()));
  }

  @Test
  void placeAndLanguageAndSafeguardsAreNeverLearned() {
    var never =
        new SignalName[] {SAME_PLACE, FAR_AWAY, UNFAMILIAR_LANGUAGE, IMPERSONATION, BLOCKED};
    for (var name : never) {
      assertThat(aHistory().accepting(30, reason(name, 4)).ignoring(30, CLIENT_35).tastes().all())
          .extracting(Taste::signal)
          .containsExactly(CLIENT);
    }
  }

  /** Who ignores people for where they live shall not teach that their clients count less. */
  @Test
  void whatPlaceExplainsIsNotPutDownToOthers() {
    var byPlace = aHistory().accepting(60, CLIENT_35).ignoring(60, CLIENT_35, reason(FAR_AWAY, 12));
    var byNothing = aHistory().accepting(60, CLIENT_35).ignoring(60, CLIENT_35);
    assertThat(byPlace.taste(CLIENT).points()).isZero();
    assertThat(byNothing.taste(CLIENT).points()).isLessThan(-5);
  }

  @Test
  void whoIsBlockedTeachesNothing() {
    assertThat(aHistory().ignoring(9, CLIENT_35, reason(BLOCKED, 100)).lessons())
        .isEqualTo(Lessons.NONE);
  }

  @Test
  void whatWasLearnedCanBeTakenAlong() {
    var lessons = aHistory().accepting(9, CANDIDATE_20).ignoring(1, CANDIDATE_20).lessons();
    var written = Codec.TOPIC.write(lessons);
    assertThat(Codec.TOPIC.read(written, Lessons.class)).isEqualTo(new Decoded.Value<>(lessons));
    assertThat(new String(Codec.TOPIC.write(Tastes.of(lessons, NOW)), UTF_8))
        .contains("\"signal\":\"candidate\"", "\"accepted\":9", "\"choices\":10");
  }

  private static int points(Lessons lessons, Instant now) {
    return Tastes.of(lessons, now).all().getFirst().points();
  }
}
