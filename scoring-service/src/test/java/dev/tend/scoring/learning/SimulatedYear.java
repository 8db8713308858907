package dev.tend.scoring.learning;

import dev.tend.events.Axis;
import dev.tend.events.Choice;
import dev.tend.events.PersonKey;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import dev.tend.events.VerdictRule;
import dev.tend.scoring.policy.Firm;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A year of a firm: forty members, fifteen invitations a week each. Every member has a mind of
 * their own, hidden from the learning: what each reason is worth to them (partly common to the
 * firm), how strict they are, moods and slips. The last ten join in the middle of the year.
 */
final class SimulatedYear {
  static final int MEMBERS = 40;
  static final int NEWCOMERS = 10;
  static final int WEEKS = 52;

  static final int NEWCOMERS_JOIN = 26;
  private static final int A_WEEK = 15;
  private static final Instant NEW_YEAR = Instant.parse("2026-01-05T09:00:00Z");
  private static final PersonKey SOMEBODY = PersonKey.of("in/dana-roy");

  /** Standard deviations in points: of the firm from the policy, of a member from the firm. */
  private static final double FIRM_STRAYS = 5;

  private static final double MEMBER_STRAYS = 5;

  /** Of a member's bar from the stage's, and of a mood from one invitation to the next. */
  private static final double STRICTNESS = 3;

  private static final double MOOD = 4;

  /** How often somebody does what they did not mean to. */
  private static final double SLIPS = 0.04;

  private final List<List<Received>> years = new ArrayList<>();

  SimulatedYear(long seed) {
    var random = new Random(seed);
    var firm = mind(random, Map.of(), FIRM_STRAYS);
    for (int i = 0; i < MEMBERS; i++) {
      years.add(year(i, new Firm(random.nextLong()), mind(random, firm, MEMBER_STRAYS), random));
    }
  }

  /** How the advice is given. */
  enum Advice {
    /** By the rules alone. */
    RULES,
    /** As the members' own choices have taught it, reason by reason. */
    COUNTED,
    /** As the members' own choices have taught it. */
    MEMBER,
    /** As the members' own choices and those of the firm have taught it. */
    FIRM
  }

  /** An invitation, the reasons that the rules see, and what the member thinks of it. */
  private record Received(int number, Standing standing, List<Signal> reasons, boolean accepted) {
    boolean isAdvised(Leaning leaning) {
      return VerdictRule.DEFAULT
              .judge(
                  leaning.applied(reasons, standing.weights()::most),
                  standing.stage(),
                  standing.unsure(),
                  false)
              .verdict()
          == Verdict.ACCEPT;
    }
  }

  /** What was advised in one way about one invitation, and whether the member did so. */
  private record Advised(Advice advice, int member, int week, boolean followed) {}

  /** How a year went, and what members and firm had taught in the end. */
  record Lived(List<Advised> all, List<Lessons> lessons, FirmTastes firm) {

    /** The share of the advice that these members followed in some weeks, in percent. */
    double agreement(Advice advice, IntPredicate members, IntPredicate weeks) {
      return 100
          * all.stream()
              .filter(one -> one.advice() == advice)
              .filter(one -> members.test(one.member()) && weeks.test(one.week()))
              .mapToInt(one -> one.followed() ? 1 : 0)
              .average()
              .orElseThrow();
    }
  }

  static boolean isNewcomer(int member) {
    return member >= MEMBERS - NEWCOMERS;
  }

  static Instant startOf(int week) {
    return NEW_YEAR.plus(Duration.ofDays(7L * week));
  }

  /**
   * Lives the year, and hears every advice about each invitation. Pranksters do the opposite of
   * what the rules say.
   */
  Lived lived(Set<Integer> pranksters) {
    var heard = new ArrayList<Advised>();
    var lessons = new ArrayList<>(Collections.nCopies(MEMBERS, Lessons.NONE));
    var firm = FirmTastes.NONE;
    for (int week = 0; week < WEEKS; week++) {
      var voices = new ArrayList<Voice>();
      for (int member = 0; member < MEMBERS; member++) {
        var own = Tastes.of(lessons.get(member), startOf(week));
        voices.add(Voice.of(own));
        var ways = leanings(own, firm);
        for (var received : received(member, week)) {
          boolean accepted =
              pranksters.contains(member) ? !received.isAdvised(Leaning.NONE) : received.accepted();
          for (var way : ways.entrySet()) {
            boolean advised = received.isAdvised(way.getValue());
            heard.add(new Advised(way.getKey(), member, week, advised == accepted));
          }
          lessons.set(member, after(lessons.get(member), received, accepted));
        }
      }
      firm = firm.revised(voices, startOf(week));
    }
    return new Lived(heard, lessons, firm);
  }

  private static Map<Advice, Leaning> leanings(Tastes own, FirmTastes firm) {
    return Map.of(
        Advice.RULES,
        Leaning.NONE,
        Advice.COUNTED,
        Leaning.of(counted(own)),
        Advice.MEMBER,
        Leaning.of(own),
        Advice.FIRM,
        Leaning.of(own, firm));
  }

  /** What comes of crediting each reason with every choice in which it was seen. */
  private static Tastes counted(Tastes own) {
    return new Tastes(
        own.all().stream()
            .map(
                taste ->
                    new Taste(
                        taste.signal(),
                        taste.lean(),
                        Math.clamp(
                            Math.round(20.0 * taste.against() / (taste.choices() + 10)), -10, 10),
                        taste.choices(),
                        taste.accepted(),
                        taste.acceptedAgainst(),
                        taste.ignoredAgainst(),
                        taste.weight()))
            .toList());
  }

  private static Lessons after(Lessons lessons, Received received, boolean accepted) {
    var choice =
        new Choice(
            "invitation-" + received.number(),
            received.standing().member().id(),
            SOMEBODY,
            accepted ? Choice.Kind.ACCEPT : Choice.Kind.IGNORE,
            NEW_YEAR.plus(Duration.ofDays(7).dividedBy(A_WEEK).multipliedBy(received.number())));
    var bar = VerdictRule.DEFAULT.bar(received.standing().stage());
    return lessons.after(choice, received.reasons(), bar, VerdictRule.DEFAULT.carefulAt());
  }

  private List<Received> received(int member, int week) {
    return isNewcomer(member) && week < NEWCOMERS_JOIN
        ? List.of()
        : years.get(member).subList(week * A_WEEK, (week + 1) * A_WEEK);
  }

  private static List<Received> year(
      int number, Firm firm, Map<SignalName, Double> mind, Random random) {
    var judge = new Judge();
    var strictness = random.nextGaussian() * STRICTNESS;
    var member = firm.member();
    if (number % 2 == 0) {
      member.placing("Software Engineer", "Career Coach").seekingExperts("pensions");
    }
    var standing = judge.standing(member.build());
    var year = new ArrayList<Received>();
    for (int i = 0; i < WEEKS * A_WEEK; i++) {
      var facts = firm.invitation(member).facts();
      var reasons = judge.decide(facts, NEW_YEAR, "").signals();
      boolean accepted = accepts(standing, reasons, mind, strictness, random);
      boolean slips = random.nextDouble() < SLIPS;
      year.add(new Received(i, standing, reasons, accepted != slips));
    }
    return year;
  }

  private static boolean accepts(
      Standing standing,
      List<Signal> reasons,
      Map<SignalName, Double> mind,
      double strictness,
      Random random) {
    double relevance = random.nextGaussian() * MOOD - strictness;
    double risk = random.nextGaussian() * MOOD;
    for (var reason : reasons) {
      var name = SignalName.of(reason.name()).orElseThrow();
      double worth = Math.max(1, reason.points() + mind.getOrDefault(name, 0.0));
      if (name.axis() == Axis.RELEVANCE) {
        relevance += worth;
      } else if (Taste.mayLearn(name)) {
        risk += worth;
      }
    }
    return relevance >= VerdictRule.DEFAULT.bar(standing.stage())
        && risk < VerdictRule.DEFAULT.carefulAt();
  }

  private static Map<SignalName, Double> mind(
      Random random, Map<SignalName, Double> around, double strays) {
    var mind = new EnumMap<SignalName, Double>(SignalName.class);
    for (var name : SignalName.values()) {
      if (Taste.mayLearn(name)) {
        mind.put(name, around.getOrDefault(name, 0.0) + random.nextGaussian() * strays);
      }
    }
    return mind;
  }
}
