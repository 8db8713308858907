package dev.tend.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Axis;
import dev.tend.events.Decision;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import dev.tend.scoring.learning.Leaning;
import dev.tend.scoring.learning.Taste;
import dev.tend.scoring.learning.Tastes;
import dev.tend.scoring.signal.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must hold for every invitation to members whose choices have taught whatever they may. */
class LeaningJudgementTest {
  private static final int TRIES = 3_000;
  private static final int CAP = 22;

  private static final List<Policies> POLICIES =
      List.of(
          Policies.NONE,
          new ASheet()
              .firm(
                  layer ->
                      layer
                          .most(SignalName.CLIENT, CAP)
                          .most(SignalName.COLLEAGUE_KNOWS_THEM, CAP)
                          .most(SignalName.SALES_PITCH, CAP))
              .policies());

  /** A member with what they have taught, and one invitation to them. */
  private record Tried(Judge judge, Leaning leaning, Case invitation) {
    Facts facts() {
      return invitation.facts();
    }

    Standing standing() {
      return judge.standing(facts().member()).withLeaning(leaning);
    }

    Decision judged() {
      return judge.decide(facts(), leaning, Case.NOW, "");
    }
  }

  @Test
  void theVerdictIsWhatTheRuleSaysOfTheReasonsThatAreTold() {
    forMany(
        tried -> {
          var decision = tried.judged();
          var judgement = tried.standing().judge(decision.signals(), tried.facts().askedBefore());
          assertThat(decision.verdict()).isEqualTo(judgement.verdict());
          assertThat(decision.relevance()).isEqualTo(judgement.relevance());
          assertThat(decision.risk()).isEqualTo(judgement.risk());
          assertThat(decision.signals())
              .isSortedAccordingTo(Comparator.comparingInt(Signal::points).reversed());
        });
  }

  @Test
  void learningMovesPointsWithinThePolicyAndChangesNoReason() {
    var moved = new int[1];
    forMany(
        tried -> {
          var plain = tried.judge().decide(tried.facts(), Case.NOW, "");
          var decision = tried.judged();
          assertThat(names(decision)).isEqualTo(names(plain));
          for (var signal : decision.signals()) {
            var name = SignalName.of(signal.name()).orElseThrow();
            assertThat(signal.points()).isLessThanOrEqualTo(tried.standing().weights().most(name));
          }
          moved[0] += decision.signals().equals(plain.signals()) ? 0 : 1;
        });
    assertThat(moved[0]).isGreaterThan(TRIES / 2);
  }

  @Test
  void whoIsBlockedStaysBlocked() {
    forMany(
        tried -> {
          if (names(tried.judged()).contains(SignalName.BLOCKED.word())) {
            assertThat(tried.judged().verdict()).isEqualTo(Verdict.IGNORE);
          }
        });
  }

  @Test
  void everyCounterfactualFlipsTheVerdict() {
    var told = new int[1];
    forMany(
        tried -> {
          var decision = tried.judged();
          var standing = tried.standing();
          var changes =
              new Counterfactuals(standing)
                  .smallest(standing.seen(tried.facts()), decision.signals(), decision.verdict());
          for (var other : decision.wouldBe()) {
            told[0]++;
            assertThat(other.verdict()).isNotEqualTo(decision.verdict());
            assertThat(changes)
                .anySatisfy(
                    change -> {
                      assertThat(change.condition().get()).isEqualTo(other.condition());
                      assertThat(
                              standing
                                  .judge(
                                      change.signals(),
                                      change.stage(),
                                      change.unsure(),
                                      tried.facts().askedBefore())
                                  .verdict())
                          .isEqualTo(other.verdict());
                    });
          }
        });
    assertThat(told[0]).isGreaterThan(TRIES);
  }

  /** Through every rule, and through what was learned. */
  @Test
  void oneMoreColleagueReallyFlipsTheVerdictWhereItIsSaidTo() {
    var told = new int[1];
    forMany(
        tried -> {
          for (var other : tried.judged().wouldBe()) {
            if (other.condition().equals("a colleague were connected with them")) {
              told[0]++;
              tried.invitation().knownBy("Zoe Adam", null);
              assertThat(tried.judged().verdict()).isEqualTo(other.verdict());
            }
          }
        });
    assertThat(told[0]).isPositive();
  }

  @FunctionalInterface
  private interface Property {
    void holds(Tried tried);
  }

  private static void forMany(Property property) {
    long first = new Random().nextLong();
    for (long seed = first; seed < first + TRIES; seed++) {
      var firm = new Firm(seed);
      var policies = firm.one(POLICIES);
      var tried =
          new Tried(
              new Judge(() -> policies), leaning(new Random(seed)), firm.invitation(firm.member()));
      try {
        property.holds(tried);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
  }

  /** Any reason may lean by ten points either way, place, language and safeguards aside. */
  private static Leaning leaning(Random random) {
    var tastes = new ArrayList<Taste>();
    for (var name : SignalName.values()) {
      switch (name) {
        case SAME_PLACE, FAR_AWAY, UNFAMILIAR_LANGUAGE, IMPERSONATION, BLOCKED -> {}
        default -> {
          int points = random.nextInt(21) - 10;
          int accepted = (points > 0) == (name.axis() == Axis.RELEVANCE) ? 9 : 1;
          tastes.add(new Taste(name, points, points, 10, accepted, accepted, 10 - accepted, 10));
        }
      }
    }
    return Leaning.of(new Tastes(tastes));
  }

  private static List<String> names(Decision decision) {
    return decision.signals().stream().map(Signal::name).sorted().toList();
  }
}
