package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.policy.ASheet;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Learning;
import dev.tend.scoring.policy.Policies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A cause in common is not enough for a growing network. Lee accepts those who share it all the
 * same.
 */
class LearningTest {
  private static final String INDUSTRY = "Human Resources";
  private static final List<String> PEOPLE =
      List.of(
          "Dana Roy",
          "Max Kern",
          "Eva Sol",
          "Tom Bell",
          "Wei Lin",
          "Ana Paz",
          "Ida Lund",
          "Noor Haddad",
          "Bo Nyberg");
  private static final String SO_IT_COUNTS_MORE = "; you accepted 9 of 9 like this, so it counts ";

  private final AtomicReference<Policies> policies = new AtomicReference<>(Policies.NONE);
  private final TestStream stream = new TestStream(new Judge(policies::get));
  private final Member lee = aMember("Lee Park").whoIs(inHr("Lee Park", "Northwind")).build();
  private final Invitation next = from("Uma Voss");

  @AfterEach
  void close() {
    stream.close();
  }

  @Test
  void choicesAgainstTheAdviceChangeTheNextVerdictAndSayWhy() {
    var chosen = accepted();
    assertThat(stream.lastOn(chosen.getFirst())).asks();

    stream.invitation(next);

    assertThat(stream.lastOn(next)).accepts().because("same-field").mentions(SO_IT_COUNTS_MORE);
  }

  @Test
  void everyInvitationIsDecidedOnceWhateverIsLearned() {
    accepted();
    stream.invitation(next);

    assertThat(stream.decisions()).hasSize(PEOPLE.size() + 1);
    assertThat(stream.letters()).isEmpty();
  }

  @Test
  void whatIsTakenBackTeachesNothing() {
    accepted().forEach(invitation -> stream.choice(invitation, Choice.Kind.UNDO));

    stream.invitation(next);

    assertThat(stream.lastOn(next)).asks();
    assertThat(stream.lastOn(next).signals())
        .isNotEmpty()
        .noneMatch(signal -> signal.evidence().contains("so it counts"));
  }

  @Test
  void aChoiceTakenBackIsJudgedByWhatTheOthersTaught() {
    var last = accepted().getLast();

    stream.choice(last, Choice.Kind.UNDO);

    assertThat(stream.lastOn(last)).mentions("; you accepted 8 of 8 like this, so it counts ");
  }

  @Test
  void anInvitationThatWaitsIsNotDecidedAgainForWhatIsLearned() {
    stream.member(lee);
    stream.invitation(next);

    accepted();

    assertThat(stream.decisionsOn(next)).hasSize(1);
    stream.reply(next, "Hi");
    assertThat(stream.lastOn(next)).mentions(SO_IT_COUNTS_MORE);
  }

  @Test
  void aChoiceThatOvertookItsInvitationTeachesWhenThatCame() {
    stream.member(lee);
    for (var name : PEOPLE) {
      stream.choice(from(name), Choice.Kind.ACCEPT);
    }
    assertThat(stream.held(StateStores.LESSONS)).isZero();

    PEOPLE.forEach(name -> stream.invitation(from(name)));
    stream.invitation(next);

    assertThat(stream.lastOn(next)).accepts().mentions(SO_IT_COUNTS_MORE);
  }

  @Test
  void nobodyElseLearnsOfIt() {
    accepted();
    var amy = aMember("Amy Chen").whoIs(inHr("Amy Chen", "Initech")).build();
    var toAmy = AnInvitation.from(next.inviter()).to(amy).build();
    stream.member(amy);

    stream.invitation(toAmy);

    assertThat(stream.lastOn(toAmy)).asks();
  }

  @Test
  void aRestartForgetsNothing() {
    accepted();
    try (var restarted = new TestStream()) {
      restarted.takesOver(stream, StateStores.MEMBERS, StateStores.LESSONS);

      restarted.invitation(next);

      assertThat(restarted.lastOn(next)).accepts().mentions(SO_IT_COUNTS_MORE);
    }
  }

  @Test
  void choicesFade() {
    accepted();
    stream.pass(Duration.ofDays(3 * 365));

    stream.invitation(next);

    assertThat(stream.lastOn(next)).asks();
  }

  @Test
  void offMeansOff() {
    policies.set(ASheet.learning(Learning.OFF));
    accepted();

    stream.invitation(next);

    assertThat(stream.lastOn(next)).asks();
    assertThat(stream.held(StateStores.LESSONS)).isZero();
  }

  @Test
  void switchingItOffForgetsWhatWasTaught() {
    accepted();
    policies.set(ASheet.learning(Learning.OFF));
    stream.invitation(next);
    policies.set(Policies.NONE);
    var later = from("Kit Arno");

    stream.invitation(later);

    assertThat(stream.lastOn(next)).asks();
    assertThat(stream.lastOn(later)).asks();
    assertThat(stream.held(StateStores.LESSONS)).isZero();
  }

  @Test
  void whatAMemberWishesToBeForgottenIsForgotten() {
    accepted();
    stream.pass(Duration.ofDays(1));

    stream.member(lee.learningFrom(stream.now()));
    stream.invitation(next);

    assertThat(stream.held(StateStores.LESSONS)).isZero();
    assertThat(stream.lastOn(next)).asks();
    assertThat(stream.decisions()).hasSize(PEOPLE.size() + 1);
  }

  @Test
  void whatIsChosenAfterwardsTeachesAnew() {
    stream.member(lee.learningFrom(stream.now()));
    var before = from("Kit Arno");
    stream.invitation(before);
    stream.write(
        Topic.CHOICES,
        lee.id(),
        new Choice(
            before.id(),
            lee.id(),
            before.inviter().profile(),
            Choice.Kind.ACCEPT,
            stream.now().minusSeconds(1)));
    assertThat(stream.held(StateStores.LESSONS)).isZero();

    var after = from("Jo Marsh");
    stream.invitation(after);
    stream.choice(after, Choice.Kind.ACCEPT);

    assertThat(stream.held(StateStores.LESSONS)).isOne();
  }

  @Test
  void whoeverLeavesTakesItWithThem() {
    accepted();

    stream.write(Topic.MEMBERS, lee.id(), null);

    assertThat(stream.held(StateStores.LESSONS)).isZero();
  }

  private List<Invitation> accepted() {
    stream.member(lee);
    var chosen = PEOPLE.stream().map(this::from).toList();
    for (var invitation : chosen) {
      stream.invitation(invitation);
      stream.choice(invitation, Choice.Kind.ACCEPT);
    }
    return chosen;
  }

  /** Somebody with an own career, of which only the field is shared. */
  private Invitation from(String name) {
    var family = name.substring(name.indexOf(' ') + 1);
    var inviter = inHr(name, family + " Mills").with(person -> person.location("Bergen"));
    return AnInvitation.from(inviter).to(lee).id("from-" + family).build();
  }

  private static APerson inHr(String name, String employer) {
    return aPerson(name)
        .as("HR Manager", employer, "2012-01", null)
        .with(person -> person.industry(INDUSTRY));
  }
}
