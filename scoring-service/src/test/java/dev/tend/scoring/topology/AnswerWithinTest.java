package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aStranger;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Verdict;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.policy.ASheet;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Policies;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a question stays open is the policy's to say; else what the service is set to holds. */
class AnswerWithinTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final Duration THREE_DAYS = Duration.ofDays(3);

  private final AtomicReference<Policies> policies =
      new AtomicReference<>(ASheet.answeringWithin(THREE_DAYS));
  private final TestStream stream = new TestStream(new Judge(policies::get));
  private final Member lee = aMember("Lee Park").build();
  private final Invitation fromDana =
      AnInvitation.from(aStranger("Dana Roy")).to(lee).id("4711").build();

  @BeforeEach
  void known() {
    stream.member(lee);
  }

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void thePolicySaysHowLongAQuestionStaysOpen() {
    stream.invitation(fromDana);
    stream.pass(THREE_DAYS.minus(A_MINUTE));
    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.ASK);

    stream.pass(A_MINUTE);

    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.IGNORE);
  }

  @Test
  void whereItSaysNothingTheSettingOfTheServiceHolds() {
    policies.set(Policies.NONE);
    stream.invitation(fromDana);
    stream.pass(TestStream.ANSWER_WITHIN.minus(A_MINUTE));
    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.ASK);

    stream.pass(A_MINUTE);

    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.IGNORE);
  }

  @Test
  void aPolicyThatGivesLongerHoldsForWhatIsOpenAlready() {
    stream.invitation(fromDana);

    policies.set(ASheet.answeringWithin(Duration.ofDays(10)));
    stream.pass(THREE_DAYS);
    stream.pass(Duration.ofDays(7).minus(A_MINUTE));
    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.ASK);
    stream.pass(A_MINUTE);

    assertThat(stream.lastOn(fromDana).verdict()).isEqualTo(Verdict.IGNORE);
    assertThat(stream.decisionsOn(fromDana)).hasSize(2);
  }
}
