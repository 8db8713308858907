package dev.tend.scoring.learning;

import static dev.tend.events.SignalName.CANDIDATE;
import static dev.tend.events.SignalName.CLIENT;
import static dev.tend.events.SignalName.SALES_PITCH;
import static dev.tend.scoring.learning.AHistory.NOW;
import static dev.tend.scoring.learning.AHistory.aHistory;
import static dev.tend.scoring.learning.AHistory.reason;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Signal;
import dev.tend.scoring.learning.Voice.Opinion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirmTastesTest {
  private static final Signal CANDIDATE_20 = reason(CANDIDATE, 20);
  private static final Voice FOND = aHistory().accepting(30, CANDIDATE_20).voice();
  private static final Voice AGAINST = aHistory().ignoring(30, reason(CANDIDATE, 30)).voice();
  private static final Instant LONG_AFTER = NOW.plus(Duration.ofDays(3000));
  private static final Voice CONTENT = aHistory().accepting(30, reason(CANDIDATE, 45)).voice();

  @Test
  void theFirmMovesOnePointAWeek() {
    var members = nCopies(20, FOND);
    var first = FirmTastes.NONE.revised(members, NOW);
    assertThat(first.points()).isEqualTo(Map.of(CANDIDATE, 1));
    assertThat(first.revised(members, NOW.plus(Duration.ofDays(6)))).isEqualTo(first);
    assertThat(first.revised(members, NOW.plus(Duration.ofDays(7))).points())
        .isEqualTo(Map.of(CANDIDATE, 2));
  }

  @Test
  void aFirmThatBeginsListensForAWeek() {
    var begun = FirmTastes.beginning(NOW);
    var members = nCopies(20, FOND);
    assertThat(begun.revised(members, NOW.plus(Duration.ofDays(6)))).isEqualTo(begun);
    assertThat(begun.revised(members, NOW.plus(Duration.ofDays(7))).points())
        .isEqualTo(Map.of(CANDIDATE, 1));
  }

  @Test
  void whoSpokeIsCountedAndNotNamed() {
    var members = new ArrayList<>(nCopies(6, FOND));
    members.addAll(nCopies(2, AGAINST));
    var firm = FirmTastes.NONE.revised(members, NOW);
    assertThat(firm.members()).isEqualTo(8);
    assertThat(firm.tastes()).containsExactly(new FirmTaste("candidate", 0, 8, 6, 2));
  }

  @Test
  void fewerThanFiveAreNotCountedLestOneBeMadeOut() {
    var moved = FirmTastes.NONE.revised(nCopies(20, FOND), NOW);
    var later = moved.revised(nCopies(4, FOND), NOW.plus(Duration.ofDays(7)));
    assertThat(FirmTastes.NONE.revised(nCopies(4, FOND), NOW).tastes()).isEmpty();
    assertThat(afterYears(nCopies(40, FOND)).revised(nCopies(4, FOND), LONG_AFTER).tastes())
        .containsExactly(new FirmTaste("candidate", 4, 0, 0, 0));
    assertThat(later.tastes()).isEmpty();
  }

  @Test
  void aReasonThatOnlyANewerTendKnowsIsPassedOver() {
    var newer = new Voice(List.of(new Opinion("a-signal-of-tomorrow", 90, 9)));
    assertThat(afterYears(nCopies(20, newer)).tastes()).isEmpty();
  }

  @Test
  void theFirmMovesNoFurtherThanFivePoints() {
    assertThat(FOND.opinions().getFirst().lean()).isGreaterThan(5);
    assertThat(afterYears(nCopies(40, FOND)).points()).isEqualTo(Map.of(CANDIDATE, 5));
    assertThat(afterYears(nCopies(40, AGAINST)).points()).isEqualTo(Map.of(CANDIDATE, -5));
  }

  @Test
  void fourMembersAreNoFirm() {
    assertThat(afterYears(nCopies(4, FOND))).extracting(FirmTastes::points).isEqualTo(Map.of());
  }

  @Test
  void aFewVoicesSayLessThanMany() {
    var mild = aHistory().accepting(6, CANDIDATE_20).voice();
    int five = afterYears(nCopies(5, mild)).points().getOrDefault(CANDIDATE, 0);
    int twenty = afterYears(nCopies(20, mild)).points().getOrDefault(CANDIDATE, 0);
    assertThat(five).isPositive().isLessThan(twenty);
  }

  @Test
  void onePranksterHasOneVoice() {
    var prankster = aHistory().accepting(10_000, CANDIDATE_20, reason(SALES_PITCH, 50)).voice();
    var members = new ArrayList<>(nCopies(39, CONTENT));
    var without = afterYears(members);
    members.add(prankster);
    assertThat(afterYears(members).points()).isEqualTo(without.points());
  }

  /** Of five who chose anything, three act together: the silent voices outweigh them. */
  @Test
  void threeOfFiveMoveNothing() {
    var members = List.of(AGAINST, AGAINST, AGAINST, CONTENT, CONTENT);
    assertThat(afterYears(members).points()).isEmpty();
  }

  @Test
  void theFirmLearnsCautionAndNeverCarelessness() {
    var client = reason(CLIENT, 45);
    var careless = aHistory().accepting(30, client, reason(SALES_PITCH, 35)).voice();
    var wary = aHistory().ignoring(30, client, reason(SALES_PITCH, 25)).voice();
    assertThat(careless.opinions()).anyMatch(opinion -> opinion.lean() < -3);
    assertThat(afterYears(nCopies(40, careless)).points()).doesNotContainKey(SALES_PITCH);
    assertThat(afterYears(nCopies(40, wary)).points()).containsEntry(SALES_PITCH, 5);
  }

  @Test
  void whatTheFirmLearnedGoesBackWhenTheMembersTakeItBack() {
    var firm = afterYears(nCopies(40, FOND));
    var later = NOW.plus(Duration.ofDays(3000));
    for (int week = 0; week < FirmTastes.MOST; week++) {
      firm =
          firm.revised(nCopies(40, Voice.of(Tastes.NONE)), later.plus(Duration.ofDays(7L * week)));
    }
    assertThat(firm.points()).isEmpty();
  }

  private static FirmTastes afterYears(Collection<Voice> members) {
    var firm = FirmTastes.NONE;
    for (int week = 0; week < 100; week++) {
      firm = firm.revised(members, NOW.plus(Duration.ofDays(7L * week)));
    }
    return firm;
  }
}
