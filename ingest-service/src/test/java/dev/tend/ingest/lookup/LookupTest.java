package dev.tend.ingest.lookup;

import static dev.tend.events.cast.APerson.aPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.events.PersonBuilder;
import dev.tend.events.Position;
import dev.tend.events.cast.AnInvitation;
import dev.tend.ingest.lookup.Lookup.Outcome;
import dev.tend.ingest.lookup.ProfileProvider.Answer;
import dev.tend.ingest.publish.BrokerAwayException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {
  private static final Instant NOW = Instant.parse("2026-02-09T12:00:00Z");
  private static final Invitation DANA = from("Dana Ito");

  @TempDir private Path folder = Path.of("");
  private final List<Person> learned = new ArrayList<>();
  private final List<Integer> budgets = new ArrayList<>();
  private final Set<String> wellKnown = new HashSet<>();
  private final List<String> asked = new ArrayList<>();
  private ProfileProvider provider = this::knowsEverybody;
  private boolean shut;
  private Lookup lookup = lookup();

  @BeforeEach
  void open() {
    lookup = lookup();
  }

  @Test
  void aScantInviterIsLookedUpOnce() throws Exception {
    assertThat(about(DANA)).isEqualTo(Outcome.FOUND);
    assertThat(about(DANA)).isEqualTo(Outcome.ASKED_BEFORE);

    assertThat(asked).containsExactly("in/dana-ito");
    assertThat(learned)
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.positions()).containsExactly(job());
              assertThat(person.headline()).isEqualTo(DANA.inviter().headline());
            });
    assertThat(budgets).containsExactly(2, 2);
  }

  @Test
  void whoIsKnownIsNotAskedAbout() throws Exception {
    wellKnown.add("in/dana-ito");

    assertThat(about(DANA)).isEqualTo(Outcome.NOT_NEEDED);
    assertThat(
            about(
                AnInvitation.from(aPerson("Jonas Falk").at("Contoso", "2015-01", "2018-06"))
                    .build()))
        .isEqualTo(Outcome.NOT_NEEDED);
    assertThat(asked).isEmpty();
  }

  @Test
  void whomTheProviderDoesNotKnowIsNotAskedAboutAgain() throws Exception {
    provider = known -> new Answer.Unknown();

    assertThat(about(DANA)).isEqualTo(Outcome.UNKNOWN);
    assertThat(about(DANA)).isEqualTo(Outcome.ASKED_BEFORE);
    assertThat(learned).isEmpty();
  }

  @Test
  void anAnswerThatIsOfNoUseIsNotAskedForAgain() throws Exception {
    provider = known -> new Answer.Unusable("The answer is not valid JSON");

    assertThat(about(DANA)).isEqualTo(Outcome.UNUSABLE);
    assertThat(about(DANA)).isEqualTo(Outcome.ASKED_BEFORE);
  }

  @Test
  void aFailureIsNoAnswer() throws Exception {
    provider =
        known -> {
          throw new ProviderAwayException("away");
        };
    assertThat(about(DANA)).isEqualTo(Outcome.FAILED);

    provider = this::knowsEverybody;
    assertThat(about(DANA)).isEqualTo(Outcome.FOUND);
  }

  @Test
  void whatCouldNotBePublishedIsAskedForAgain() throws Exception {
    assertThatThrownBy(
            () ->
                lookup.about(
                    DANA,
                    NOW,
                    person -> {
                      throw new BrokerAwayException("away");
                    }))
        .isInstanceOf(BrokerAwayException.class);

    assertThat(about(DANA)).isEqualTo(Outcome.FOUND);
  }

  @Test
  void theBudgetOfADayIsKept() throws Exception {
    assertThat(about(from("A One"))).isEqualTo(Outcome.FOUND);
    assertThat(about(from("B Two"))).isEqualTo(Outcome.FOUND);
    assertThat(about(from("C Three"))).isEqualTo(Outcome.FOUND);
    assertThat(about(from("D Four"))).isEqualTo(Outcome.OVER_BUDGET);
    lookup = lookup(); // a restart spends nothing more
    assertThat(about(from("D Four"))).isEqualTo(Outcome.OVER_BUDGET);

    assertThat(lookup.about(from("D Four"), NOW.plus(Duration.ofDays(1)), learned::add))
        .isEqualTo(Outcome.FOUND);
    assertThat(budgets).containsExactly(2, 1, 0, 0, 0, 2);
  }

  @Test
  void aProviderThatFailsTooOftenIsLeftAlone() throws Exception {
    shut = true;

    assertThat(about(DANA)).isEqualTo(Outcome.LEFT_ALONE);
    assertThat(asked).isEmpty();
  }

  private Outcome about(Invitation invitation) throws IOException, InterruptedException {
    return lookup.about(invitation, NOW, learned::add);
  }

  private Answer knowsEverybody(Person known) {
    asked.add(known.profile().path());
    return new Answer.Found(
        PersonBuilder.person(known.profile(), known.name()).position(job()).build());
  }

  private static Position job() {
    return new Position("Contoso", "Analyst", null, null);
  }

  private static Invitation from(String name) {
    return AnInvitation.from(aPerson(name)).build();
  }

  private Lookup lookup() {
    try {
      return new Lookup(
          known -> provider.ask(known),
          () -> shut,
          Journal.open(folder.resolve("journal"), Duration.ofDays(30), NOW),
          3,
          wellKnown::contains,
          (outcome, left) -> budgets.add(left));
    } catch (IOException full) {
      throw new AssertionError(full);
    }
  }
}
