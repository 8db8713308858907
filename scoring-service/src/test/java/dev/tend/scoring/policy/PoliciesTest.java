package dev.tend.scoring.policy;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.NOW;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tend.events.Accounts;
import dev.tend.events.Decision;
import dev.tend.events.Member;
import dev.tend.events.Policy;
import dev.tend.events.Refusal;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.signal.Discretion;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.Weights;
import dev.tend.scoring.signal.Worth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private static final Member LEE = saying(Policy.DEFAULT);

  // which layer wins

  @Test
  void withoutAFileTheDefaultsAndTheMembersOwnWordsHold() {
    assertThat(Policies.NONE.of(LEE).label()).isEqualTo("growing/ask");
    assertThat(Policies.NONE.of(aMember("Lee Park").selective().ignoringWhenUnsure().build()))
        .returns(Stage.SELECTIVE, Standing::stage)
        .returns(Unsure.IGNORE, Standing::unsure)
        .returns("selective/ignore", Standing::label);
  }

  @Test
  void whatTheFirmsCrmSaysCountsLikeTheMembersOwnWords() {
    var accounts = new Accounts(List.of("Contoso"), List.of("Fabrikam"), List.of(), List.of());
    var lee = aMember("Lee Park").withClients("Acme").build().withAccounts(accounts);
    var fixing = new ASheet().firm(a -> a.set(Setting.CAREFUL_AT, 20)).policies();

    for (var policies : List.of(Policies.NONE, fixing)) {
      assertThat(policies.of(lee).member().policy().clients()).containsExactly("Acme", "Contoso");
      assertThat(policies.of(lee).member().policy().prospects()).containsExactly("Fabrikam");
    }
  }

  @Test
  void theTeamSpeaksAfterTheFirmAndTheFileAboutAMemberAfterTheTeam() {
    var policies =
        new ASheet()
            .firm(a -> a.set(Setting.STAGE, Stage.BUILDING).set(Setting.CAREFUL_AT, 20))
            .team("advisory", a -> a.set(Setting.STAGE, Stage.SELECTIVE), "lee.park", "mei.lin")
            .member("lee.park", a -> a.set(Setting.CAREFUL_AT, 25))
            .policies();

    assertThat(policies.of(LEE))
        .returns(Stage.SELECTIVE, Standing::stage)
        .returns(25, standing -> standing.terms().verdicts().carefulAt())
        .returns("selective/ask (firm, team advisory, member lee.park)", Standing::label);
    assertThat(policies.of(aMember("Zoe Adam").build().withPolicy(Policy.DEFAULT)))
        .returns(Stage.BUILDING, Standing::stage)
        .returns(20, standing -> standing.terms().verdicts().carefulAt())
        .returns("building/ask (firm)", Standing::label);
  }

  @Test
  void whatMembersSayThemselvesWinsUnlessTheFirmHasFixedIt() {
    var own = aMember("Lee Park").selective().ignoringWhenUnsure().build();
    var free = new ASheet().firm(a -> a.set(Setting.STAGE, Stage.BUILDING));
    var fixed = new ASheet().fixing("stage").firm(a -> a.set(Setting.STAGE, Stage.BUILDING));

    assertThat(free.policies().of(own).stage()).isEqualTo(Stage.SELECTIVE);
    assertThat(fixed.policies().of(own))
        .returns(Stage.BUILDING, Standing::stage)
        .returns(Unsure.IGNORE, Standing::unsure);
  }

  @Test
  void listsAddUpAndWhatIsNearestToTheMemberComesFirst() {
    var policies =
        new ASheet()
            .firm(a -> a.wishing(Wish.CLIENTS, "Acme", "Globex"))
            .team("advisory", a -> a.wishing(Wish.CLIENTS, "Initech"), "lee.park")
            .policies();
    var own = aMember("Lee Park").withClients("Globex", "Umbrella").build();

    assertThat(policies.of(own).member().policy().clients())
        .containsExactly("Globex", "Umbrella", "Initech", "Acme");
    assertThat(judged(policies, LEE, "Acme")).accepts().because("client");
  }

  @Test
  void aListThatIsFixedIsTheFirmsAloneButEverybodyMayBlock() {
    var policies =
        new ASheet()
            .fixing("clients")
            .firm(a -> a.wishing(Wish.CLIENTS, "Acme").wishing(Wish.BLOCKED, "in/spam-bot"))
            .policies();
    var own =
        aMember("Lee Park").withClients("Umbrella").blocking(APerson.profileOf("Dana Roy")).build();

    assertThat(policies.of(own).member().policy())
        .returns(List.of("Acme"), Policy::clients)
        .matches(policy -> policy.blocked().size() == 2);
  }

  @Test
  void nothingIsWorkedOutTwiceForAMemberWhoStaysTheSame() {
    var policies = new ASheet().firm(a -> a.wishing(Wish.CLIENTS, "Acme")).policies();

    assertThat(policies.of(LEE)).isSameAs(policies.of(LEE));
    assertThat(policies.of(LEE.withPolicy(aMember("Lee Park").selective().build().policy())))
        .returns(Stage.SELECTIVE, Standing::stage);
  }

  @Test
  void listsNeverGrowBeyondWhatAPolicyHolds() {
    var many = new String[400];
    var others = new String[400];
    for (int i = 0; i < many.length; i++) {
      many[i] = "Company " + i;
      others[i] = "Firm " + i;
    }
    var policies = new ASheet().firm(a -> a.wishing(Wish.CLIENTS, many)).policies();
    var own = aMember("Lee Park").withClients(others).build();

    assertThat(policies.of(own).member().policy().clients())
        .hasSize(Policy.MOST)
        .startsWith(others);
  }

  // points, caps and bars

  @Test
  void pointsAndBarsOfAPolicyDecide() {
    var cheap = new ASheet().firm(a -> a.worth(Worth.CLIENT, 5)).policies();
    var own = aMember("Lee Park").withClients("Acme").build();

    assertThat(judged(cheap, own, "Acme")).asks().gives("client", 5);
    assertThat(
            judged(
                new ASheet()
                    .firm(a -> a.set(Setting.GROWING, 60).set(Setting.SELECTIVE, 70))
                    .policies(),
                own,
                "Acme"))
        .asks()
        .gives("client", 45);
  }

  @Test
  void aCapHoldsWhateverTheRuleGives() {
    var own = aMember("Lee Park").withClients("Acme").build();

    assertThat(judged(capped(SignalName.CLIENT, 15), own, "Acme")).asks().gives("client", 15);
    assertThat(judged(capped(SignalName.CLIENT, 0), own, "Acme")).asks().notBecause("client");
  }

  @Test
  void anAddedUpSignalStopsAtItsCap() {
    var deloitte = aPerson("Lee Park").at("Deloitte", "2000-01", "2020-01");
    var facts =
        whenInvited(aMember("Lee Park").whoIs(deloitte))
            .by(aPerson("Dana Roy").at("Deloitte", "2000-01", "2020-01"))
            .facts();

    assertThat(judged(capped(SignalName.SAME_EMPLOYER, 60), facts)).gives("same-employer", 52);
    assertThat(judged(capped(SignalName.SAME_EMPLOYER, 18), facts)).gives("same-employer", 18);
  }

  @Test
  void aStandingWithOtherPointsIsOtherwiseTheSame() {
    var facts =
        whenInvited(aMember("Lee Park").withClients("Acme"))
            .by(aPerson("Dana Roy").at("Acme", "2010-01", null))
            .facts();
    var standing = Policies.NONE.of(facts.member());

    var other = standing.withWeights(new Weights(Map.of(Worth.CLIENT, 5)));

    assertThat(Judge.decide(facts, other, NOW, "")).asks().gives("client", 5);
    assertThat(Judge.decide(facts, standing, NOW, "")).accepts().gives("client", 45);
    assertThat(other.label()).isEqualTo(standing.label());
  }

  @Test
  void everythingElseOfALayerHoldsToo() {
    var policies =
        new ASheet()
            .firm(
                a ->
                    a.set(Setting.COLLEAGUES, Discretion.COUNTS)
                        .set(Setting.LEARNING, Learning.OFF)
                        .set(Setting.ANSWER_WITHIN, Duration.ofDays(7)))
            .policies();

    assertThat(policies.of(LEE))
        .returns(Discretion.COUNTS, Standing::colleagues)
        .returns(Learning.OFF, Standing::learning)
        .returns(Optional.of(Duration.ofDays(7)), Standing::answerWithin);
  }

  @Test
  void colleaguesAreCountedWhereTheFirmWishesSo() {
    var facts =
        whenInvited(aMember("Lee Park"))
            .by(aPerson("Dana Roy"))
            .knownBy("Robert Diaz", "2016-04-01")
            .facts();
    var discreet = new ASheet().firm(a -> a.set(Setting.COLLEAGUES, Discretion.COUNTS)).policies();

    assertThat(judged(discreet, facts))
        .mentions("A colleague of yours has been connected with them since 2016");
    assertThat(judged(Policies.NONE, facts)).mentions("ask Robert");
  }

  /** Random layers about one member, and the team they are in: nobody else's standing moves. */
  @Test
  void aLayerNeverChangesAnotherMembersStanding() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      var plain =
          new ASheet().firm(a -> a.set(Setting.CAREFUL_AT, 20)).team("two", a -> a, "mei.lin");
      var more =
          new ASheet()
              .firm(a -> a.set(Setting.CAREFUL_AT, 20))
              .team("two", a -> a, "mei.lin")
              .team("one", a -> anything(a, random), "lee.park")
              .member("lee.park", a -> anything(a, random));
      for (var other : List.of("mei.lin", "zoe.adam")) {
        assertThat(more.policies().told(other, Policy.DEFAULT))
            .as("seed %d, round %d", seed, round)
            .isEqualTo(plain.policies().told(other, Policy.DEFAULT));
      }
      assertThat(more.policies().told("lee.park", Policy.DEFAULT)).anyMatch(Told::isSaid);
    }
  }

  private static ASheet.ALayer anything(ASheet.ALayer layer, Random random) {
    var worths = List.copyOf(Setting.ofPoints().keySet());
    var wishes = List.of(Wish.CLIENTS, Wish.PROSPECTS, Wish.EXPERTISE);
    return layer
        .set(Setting.STAGE, List.of(Stage.values()).get(random.nextInt(3)))
        .set(Setting.LEARNING, List.of(Learning.values()).get(random.nextInt(3)))
        .worth(worths.get(random.nextInt(worths.size())), 1 + random.nextInt(100))
        .most(SignalName.SAME_FIELD, random.nextInt(101))
        .wishing(wishes.get(random.nextInt(3)), "Company " + random.nextInt(9));
  }

  // what does not hold together

  @Test
  void layersThatContradictEachOtherAreRefused() {
    var sheet =
        new ASheet()
            .fixing("learning")
            .firm(a -> a.set(Setting.GROWING, 40).set(Setting.PLACE_AND_LANGUAGE_CAP, 5))
            .team(
                "one",
                a -> a.set(Setting.SELECTIVE, 30).set(Setting.LEARNING, Learning.OFF),
                "lee.park")
            .team("two", a -> a.set(Setting.PLACE_AND_LANGUAGE_CAP, 6), "lee.park")
            .sheet();

    assertThat(Consistency.of(sheet))
        .extracting(Refusal::sentence)
        .containsExactlyInAnyOrder(
            "teams.two.members names lee.park, who is in the team one already",
            "teams.one.learning is fixed by the firm",
            "teams.one.bars must rise from building to selective, within 1 to 100",
            "teams.two.placeAndLanguageCap can only be lowered, and is 5 above");
    assertThatIllegalArgumentException().isThrownBy(() -> new Policies(sheet));
  }

  private static Policies capped(SignalName signal, int most) {
    return new ASheet().firm(a -> a.most(signal, most)).policies();
  }

  private static Member saying(Policy own) {
    return aMember("Lee Park").build().withPolicy(own);
  }

  private static Decision judged(Policies policies, Member member, String company) {
    return judged(
        policies,
        whenInvited(aMember("Lee Park"))
            .by(aPerson("Dana Roy").at(company, "2010-01", null))
            .facts(member));
  }

  private static Decision judged(Policies policies, Facts facts) {
    return new Judge(() -> policies).decide(facts, NOW, "");
  }
}
