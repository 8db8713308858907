package dev.tend.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Axis;
import dev.tend.events.Decision;
import dev.tend.events.Education;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.Policy;
import dev.tend.events.Position;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import dev.tend.events.VerdictRule;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.name.PersonName;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.IgnoredBefore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold for every invitation, tried on many random ones. */
class JudgePropertiesTest {
  private static final int TRIES = 3_000;
  private static final Judge JUDGE = new Judge();

  /** None at all, and some in which points, caps, bars and promises are others. */
  private static final List<Policies> POLICIES =
      List.of(
          Policies.NONE,
          PolicyFileTest.sound(
              "firm: {points: {client: {most: 20}, colleague-knows-them: {most: 8}}}"),
          PolicyFileTest.sound(
              "firm: {bars: {building: 20, growing: 40, selective: 60}, carefulAt: 15, ignoreAt: 40}"),
          PolicyFileTest.sound(
              """
              firm:
                points: {sales-pitch: 40, reply-explains: {confirmed: 60}, no-portrait: {most: 0}}
                promises:
                  - {when: client, unless: sales-pitch, never: ignore}
                  - {when: scant-profile, never: accept}
              """));

  @Test
  void oneMoreReasonNeverLowersTheVerdict() {
    forMany(
        (firm, facts) -> {
          var before = judged(facts);
          assertThat(judged(facts.withColleagues(withOneMore(facts)))).satisfies(notColder(before));

          var profile = facts.inviter().positions();
          if (!profile.isEmpty()) {
            var clients = new ArrayList<>(facts.member().policy().clients());
            clients.add(profile.getFirst().company());
            var more = withClients(facts.member(), clients);
            assertThat(judged(facts.withMember(more))).satisfies(notColder(before));
          }
        });
  }

  @Test
  void oneMoreRedFlagNeverRaisesTheVerdict() {
    forMany(
        (firm, facts) -> {
          var before = judged(facts);
          var later = judged(facts.withIgnoredBefore(new IgnoredBefore(Case.NOW, true)));
          assertThat(later.verdict()).isLessThanOrEqualTo(before.verdict());
          var blocked =
              judged(
                  facts.withMember(
                      facts.member().withPolicy(blocking(facts.member().policy(), facts))));
          assertThat(blocked.verdict()).isEqualTo(Verdict.IGNORE);
        });
  }

  @Test
  void aStricterStageNeverAcceptsMore() {
    forMany(
        (firm, facts) -> {
          var verdicts = new ArrayList<Verdict>();
          for (var stage : Stage.values()) {
            verdicts.add(judged(facts.withMember(at(facts.member(), stage))).verdict());
          }
          for (int i = 1; i < verdicts.size(); i++) {
            assertThat(verdicts.get(i) == Verdict.ACCEPT && verdicts.get(i - 1) != Verdict.ACCEPT)
                .as("from the most open stage to the strictest: %s", verdicts)
                .isFalse();
          }
        });
  }

  @Test
  void placeAndLanguageNeverDecide() {
    forMany(
        (firm, facts) -> {
          var member = facts.member();
          var policy = member.policy();
          var indifferent =
              new Member(
                  member.id(),
                  member.name(),
                  member.email(),
                  member.zone(),
                  List.of(),
                  member.profile(),
                  new Policy(
                      policy.stage(),
                      policy.unsure(),
                      policy.companiesOfInterest(),
                      policy.rolesAspiredTo(),
                      policy.clients(),
                      policy.prospects(),
                      policy.expertise(),
                      policy.talent(),
                      List.of(),
                      policy.blocked()),
                  member.digest(),
                  member.learnFrom());
          var with = judged(facts);
          var without = judged(facts.withMember(indifferent));
          assertThat(with.verdict()).isEqualTo(without.verdict());
          assertThat(with.risk() - without.risk()).isBetween(0, 20);
        });
  }

  /** Of whatever origin and gender the first name is: the same invitation, the same answer. */
  @Test
  void aFirstNameDecidesNothing() {
    var swapped = new int[1];
    forMany(
        (firm, facts) -> {
          var first = PersonName.first(facts.inviter().name());
          var one = judged(signed(facts, first, first));
          var other = judged(signed(facts, first, firm.one(FIRST_NAMES)));
          if (!names(one).contains("impersonation") && !names(other).contains("impersonation")) {
            swapped[0]++;
            assertThat(other.verdict()).isEqualTo(one.verdict());
            assertThat(points(other)).isEqualTo(points(one));
          }
        });
    assertThat(swapped[0]).isGreaterThan(TRIES / 2);
  }

  /**
   * Older or younger by up to fifteen years, and all else alike: no more to be said against them.
   */
  @Test
  void ageIsNoRisk() {
    forMany(
        (firm, facts) -> {
          var invitation = noting(facts.invitation(), "");
          var silent = facts.withInvitation(invitation).withReply(null);
          var older = shifted(facts.inviter(), -1 - firm.one(List.of(0, 4, 14)));
          assertThat(judged(silent.withInvitation(invitation.withInviter(older))).risk())
              .isEqualTo(judged(silent).risk());
        });
  }

  @Test
  void theCaseOfANameMakesNoDifference() {
    forMany(
        (firm, facts) -> {
          var person = facts.inviter();
          var loud = APerson.aStranger(person.name()).with(p -> p.headline(person.headline()));
          var quiet =
              APerson.aStranger(person.name())
                  .with(p -> p.headline(person.headline().toLowerCase(Locale.ROOT)));
          for (var position : person.positions()) {
            loud.at(position.company().toUpperCase(Locale.ROOT), "2010-01", "2012-01");
            quiet.at(position.company().toLowerCase(Locale.ROOT), "2010-01", "2012-01");
          }
          var one = facts.withInvitation(facts.invitation().withInviter(loud.build()));
          var other = facts.withInvitation(facts.invitation().withInviter(quiet.build()));
          assertThat(names(judged(one))).isEqualTo(names(judged(other)));
        });
  }

  @Test
  void everyCounterfactualFlipsTheVerdictWhateverThePolicy() {
    var told = new int[1];
    forMany(
        (firm, facts) -> {
          var standing = firm.one(POLICIES).of(facts.member());
          var decision = Judge.decide(facts, standing, Case.NOW, "");
          var changes =
              new Counterfactuals(standing)
                  .smallest(standing.seen(facts), decision.signals(), decision.verdict());
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
                                      facts.askedBefore())
                                  .verdict())
                          .isEqualTo(other.verdict());
                    });
          }
          assertThat(decision.wouldBe()).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
        });
    assertThat(told[0]).isGreaterThan(TRIES);
  }

  /**
   * The counterfactuals that speak of something in the facts or the member's own policy are tried
   * on these, through every rule.
   */
  @Test
  void aCounterfactualHoldsWhenTheFactsReallyChange() {
    var tried = new TreeMap<String, Integer>();
    forMany(
        (firm, facts) -> {
          var policies = firm.one(POLICIES);
          for (var other : judged(policies, facts).wouldBe()) {
            changed(facts, other.condition())
                .ifPresent(
                    after -> {
                      tried.merge(other.condition(), 1, Integer::sum);
                      assertThat(judged(policies, after).verdict())
                          .as(other.condition())
                          .isEqualTo(other.verdict());
                    });
          }
        });
    assertThat(tried).hasSize(8);
  }

  /** The facts in which a condition holds; empty where they cannot be made so. */
  private static Optional<Facts> changed(Facts facts, String condition) {
    return Optional.ofNullable(
        switch (condition) {
          case "a colleague were connected with them" -> facts.withColleagues(withOneMore(facts));
          case "no colleague were connected with them" ->
              facts.withColleagues(
                  facts.colleagues().stream().filter(other -> !other.knowsInviter()).toList());
          case "you were growing your network" ->
              facts.withMember(at(facts.member(), Stage.GROWING));
          case "you were still building your network" ->
              facts.withMember(at(facts.member(), Stage.BUILDING));
          case "you asked when you are unsure" -> facts.withMember(asking(facts.member()));
          case "they did not belong to a client of yours" ->
              facts.withMember(withClients(facts.member(), List.of()));
          case "their company were of no interest to you" ->
              facts.withMember(withoutInterest(facts.member()));
          case "they had not been ignored before" -> facts.withIgnoredBefore(null);
          default -> null;
        });
  }

  private static Decision judged(Policies policies, Facts facts) {
    return new Judge(() -> policies).decide(facts, Case.NOW, "");
  }

  private static Member asking(Member member) {
    return saying(
        member, member.policy().stage(), Unsure.ASK, member.policy().companiesOfInterest());
  }

  private static Member withoutInterest(Member member) {
    return saying(member, member.policy().stage(), member.policy().unsure(), List.of());
  }

  private static Member saying(
      Member member, @Nullable Stage stage, @Nullable Unsure unsure, List<String> interest) {
    var policy = member.policy();
    return member.withPolicy(
        new Policy(
            stage,
            unsure,
            interest,
            policy.rolesAspiredTo(),
            policy.clients(),
            policy.prospects(),
            policy.expertise(),
            policy.talent(),
            policy.countries(),
            policy.blocked()));
  }

  @Test
  void everyDecisionIsWhatTheRuleSaysOfItsReasons() {
    forMany(
        (firm, facts) -> {
          var decision = judged(facts);
          var standing = JUDGE.standing(facts.member());
          var judgement =
              VerdictRule.DEFAULT.judge(
                  decision.signals(), standing.stage(), standing.unsure(), facts.askedBefore());
          assertThat(decision.verdict()).isEqualTo(judgement.verdict());
          assertThat(decision.relevance()).isEqualTo(judgement.relevance());
          assertThat(decision.risk()).isEqualTo(judgement.risk());
          assertThat(decision.signals())
              .extracting(Signal::name)
              .allMatch(name -> SignalName.of(name).isPresent())
              .doesNotHaveDuplicates();
          assertThat(decision.summary()).isNotBlank();
          assertThat(judged(facts)).isEqualTo(decision);
        });
  }

  @Test
  void noSingleRedFlagIgnoresSaveABlockABorrowedNameAndACampaign() {
    forMany(
        (firm, any) -> {
          var facts = any.withEchoes(any.echoes().stream().filter(e -> e.inviters() < 3).toList());
          var decision = judged(facts);
          var flags =
              decision.signals().stream().filter(signal -> signal.axis() == Axis.RISK).toList();
          if (flags.size() == 1
              && facts.earlierByInviter().isEmpty()
              && !flags.getFirst().name().equals("blocked")
              && !flags.getFirst().name().equals("impersonation")) {
            assertThat(decision.risk()).isLessThan(VerdictRule.DEFAULT.carefulAt());
          }
        });
  }

  private static void forMany(BiConsumer<Firm, Facts> property) {
    long first = new Random().nextLong();
    for (long seed = first; seed < first + TRIES; seed++) {
      var firm = new Firm(seed);
      var facts = firm.invitation(firm.member()).facts();
      try {
        property.accept(firm, facts);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
      }
    }
  }

  private static Decision judged(Facts facts) {
    return JUDGE.decide(facts, Case.NOW, "");
  }

  private static Consumer<Decision> notColder(Decision before) {
    return after -> {
      assertThat(after.verdict()).isGreaterThanOrEqualTo(before.verdict());
      assertThat(after.relevance()).isGreaterThanOrEqualTo(before.relevance());
    };
  }

  private static List<Colleague> withOneMore(Facts facts) {
    var more = new ArrayList<>(facts.colleagues());
    more.add(
        new Colleague(
            "zoe.adam", "Zoe Adam", APerson.profileOf("Zoe Adam"), true, null, List.of()));
    return more;
  }

  private static final List<String> FIRST_NAMES =
      List.of("Dana", "Mohammed", "Fatima", "Wei", "Olga", "Олег", "Jose", "Ngozi", "John", "李明");

  /** The same invitation by somebody of another first name, who signs the note with it. */
  private static Facts signed(Facts facts, String first, String other) {
    var inviter = facts.inviter();
    var person =
        copy(
            inviter,
            inviter.name().replace(first, other),
            inviter.positions(),
            inviter.education());
    return facts.withInvitation(
        noting(facts.invitation(), facts.invitation().note() + "\n\n" + other).withInviter(person));
  }

  private static Invitation noting(Invitation invitation, String note) {
    return new Invitation(
        invitation.id(),
        invitation.member(),
        invitation.inviter(),
        note,
        invitation.sentAt(),
        invitation.mutualConnections(),
        invitation.mutuals());
  }

  private static Map<String, Integer> points(Decision decision) {
    return decision.signals().stream().collect(Collectors.toMap(Signal::name, Signal::points));
  }

  private static Person shifted(Person person, int years) {
    return copy(
        person,
        person.name(),
        person.positions().stream()
            .map(
                job ->
                    new Position(
                        job.company(),
                        job.title(),
                        shifted(job.from(), years),
                        shifted(job.to(), years)))
            .toList(),
        person.education().stream()
            .map(
                time ->
                    new Education(
                        time.school(),
                        time.degree(),
                        time.field(),
                        shifted(time.from(), years),
                        shifted(time.to(), years)))
            .toList());
  }

  private static @Nullable PartialDate shifted(@Nullable PartialDate date, int years) {
    return date == null ? null : new PartialDate(date.year() + years, date.month());
  }

  private static Person copy(
      Person person, String name, List<Position> positions, List<Education> education) {
    return new Person(
        person.profile(),
        name,
        person.headline(),
        person.location(),
        person.country(),
        person.industry(),
        person.about(),
        positions,
        education,
        person.volunteering(),
        person.skills(),
        person.languages(),
        person.connections(),
        person.photo(),
        person.email());
  }

  private static List<String> names(Decision decision) {
    return decision.signals().stream().map(Signal::name).sorted().toList();
  }

  private static Member at(Member member, Stage stage) {
    var policy = member.policy();
    return member.withPolicy(
        new Policy(
            stage,
            policy.unsure(),
            policy.companiesOfInterest(),
            policy.rolesAspiredTo(),
            policy.clients(),
            policy.prospects(),
            policy.expertise(),
            policy.talent(),
            policy.countries(),
            policy.blocked()));
  }

  private static Member withClients(Member member, List<String> clients) {
    var policy = member.policy();
    return member.withPolicy(
        new Policy(
            policy.stage(),
            policy.unsure(),
            policy.companiesOfInterest(),
            policy.rolesAspiredTo(),
            clients,
            policy.prospects(),
            policy.expertise(),
            policy.talent(),
            policy.countries(),
            policy.blocked()));
  }

  private static Policy blocking(Policy policy, Facts facts) {
    return new Policy(
        policy.stage(),
        policy.unsure(),
        policy.companiesOfInterest(),
        policy.rolesAspiredTo(),
        policy.clients(),
        policy.prospects(),
        policy.expertise(),
        policy.talent(),
        policy.countries(),
        List.of(facts.inviter().profile()));
  }
}
