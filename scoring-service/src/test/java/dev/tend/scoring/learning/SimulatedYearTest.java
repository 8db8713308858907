package dev.tend.scoring.learning;

import static dev.tend.scoring.learning.SimulatedYear.NEWCOMERS_JOIN;
import static dev.tend.scoring.learning.SimulatedYear.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.SignalName;
import dev.tend.scoring.learning.SimulatedYear.Advice;
import dev.tend.scoring.learning.SimulatedYear.Lived;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What learning does to a firm in a year, and what it withstands. Another seed is tried by {@code
 * -Dtend.test.seed=…}.
 */
class SimulatedYearTest {
  private static final long SEED = Long.getLong("tend.test.seed", 1);
  private static final int QUARTER = WEEKS / 4;
  private static final int PRANKSTER = 3;
  private static final Set<Integer> PRANKSTERS = Set.of(PRANKSTER, 14, 25);

  private static final SimulatedYear YEAR = new SimulatedYear(SEED);
  private static final Lived HONEST = YEAR.lived(Set.of());
  private static final Lived PRANKED = YEAR.lived(PRANKSTERS);

  @Test
  void agreementRises() {
    var table = new StringBuilder("Agreement of the advice with what members chose, in percent\n");
    table.append(
        "seed %-11d     Q1     Q2     Q3     Q4   Q2-Q4   newcomers' first month%n"
            .formatted(SEED));
    for (var advice : Advice.values()) {
      table.append("%-14s".formatted(advice));
      for (int quarter = 0; quarter < 4; quarter++) {
        table.append(" %6.1f".formatted(inQuarter(advice, quarter)));
      }
      table.append("   %5.1f    %5.1f%n".formatted(onceLearned(advice), ofNewcomers(advice)));
    }
    table.append(HONEST.firm().points());
    say(table.toString());

    for (var advice : List.of(Advice.MEMBER, Advice.FIRM)) {
      for (int quarter = 0; quarter < 4; quarter++) {
        assertThat(inQuarter(advice, quarter))
            .as("%s, quarter %d, seed %d", advice, quarter + 1, SEED)
            .isGreaterThan(inQuarter(Advice.RULES, quarter) + 0.5);
      }
      assertThat(onceLearned(advice))
          .as("%s, seed %d", advice, SEED)
          .isGreaterThan(onceLearned(Advice.RULES) + 1.5)
          .isGreaterThan(onceLearned(Advice.COUNTED));
    }
  }

  @Test
  void pranksCannotWreckTheFirm() {
    cannotWreckTheFirm(YEAR.lived(Set.of(PRANKSTER)), 1);
    cannotWreckTheFirm(PRANKED, PRANKSTERS.size());
  }

  /** One voice among forty and the silent ones is worth a point at most, and nothing mostly. */
  private static void cannotWreckTheFirm(Lived pranked, int pranksters) {
    say("With pranksters the firm leans " + pranked.firm().points());
    for (var name : SignalName.values()) {
      int honestly = HONEST.firm().points().getOrDefault(name, 0);
      assertThat(pranked.firm().points().getOrDefault(name, 0))
          .as("%s, seed %d", name.word(), SEED)
          .isBetween(honestly - pranksters, honestly + pranksters);
    }
    assertThat(ofOthers(pranked)).isGreaterThan(ofOthers(HONEST) - 0.3);
  }

  @Test
  void afterThePrankstersTakeItBackAllIsAsIfTheyHadNotBeen() {
    var lessons = new ArrayList<>(PRANKED.lessons());
    PRANKSTERS.forEach(member -> lessons.set(member, Lessons.NONE));
    assertThat(settled(PRANKED.firm(), lessons).points())
        .isEqualTo(settled(FirmTastes.NONE, lessons).points())
        .isNotEmpty();
  }

  /** The firm some weeks after the year, if nobody chooses anything any more. */
  private static FirmTastes settled(FirmTastes firm, List<Lessons> lessons) {
    var now = firm;
    for (int week = WEEKS; week <= WEEKS + 2 * FirmTastes.MOST; week++) {
      var at = SimulatedYear.startOf(week);
      now = now.revised(lessons.stream().map(some -> Voice.of(Tastes.of(some, at))).toList(), at);
    }
    return now;
  }

  private static double ofOthers(Lived year) {
    return year.agreement(
        Advice.FIRM, member -> !PRANKSTERS.contains(member), week -> week >= QUARTER);
  }

  private static double inQuarter(Advice advice, int quarter) {
    return HONEST.agreement(
        advice, member -> !SimulatedYear.isNewcomer(member), week -> week / QUARTER == quarter);
  }

  private static double onceLearned(Advice advice) {
    return HONEST.agreement(
        advice, member -> !SimulatedYear.isNewcomer(member), week -> week >= QUARTER);
  }

  private static double ofNewcomers(Advice advice) {
    return HONEST.agreement(advice, SimulatedYear::isNewcomer, week -> week < NEWCOMERS_JOIN + 4);
  }

  private static void say(String table) {
    System.getLogger(SimulatedYearTest.class.getName()).log(System.Logger.Level.INFO, table);
  }
}
