package dev.tend.ingest.portability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeCursorTest {
  private static final Instant START = Instant.ofEpochMilli(1_000);

  @Test
  void theNextSweepStartsAtTheLatestMomentAndKnowsItsChanges() {
    var cursor =
        ChangeCursor.from(START).seen(change(1, 1_500)).seen(change(2, 1_500)).page(2, true);

    assertThat(cursor.startTime()).isEqualTo(1_500);
    assertThat(cursor.read()).isZero();
    assertThat(cursor.isKnown(change(1, 1_500))).isTrue();
    assertThat(cursor.isKnown(change(2, 1_500))).isTrue();
    assertThat(cursor.isKnown(change(3, 1_500))).isFalse();
    assertThat(cursor.isKnown(change(1, 1_600))).isFalse();
  }

  @Test
  void withoutNewsItStaysWhereItWas() {
    var cursor = ChangeCursor.from(START).seen(change(1, 1_500)).page(1, true);

    assertThat(cursor.swept()).isEqualTo(cursor);
  }

  @Test
  void moreOfTheSameMomentIsCountedUntilItIsOver() {
    var cursor =
        ChangeCursor.from(START)
            .seen(change(1, 1_000))
            .seen(change(2, 1_000))
            .page(2, true)
            .seen(change(3, 1_000))
            .page(3, true);

    assertThat(cursor.startTime()).isEqualTo(1_000);
    assertThat(cursor.read()).isEqualTo(3);
    var swept = cursor.swept();
    assertThat(swept.read()).isZero();
    assertThat(swept.known()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void pagesOutOfOrderAreCountedSoThatNothingIsPassedOver() {
    var cursor =
        ChangeCursor.from(START)
            .seen(change(9, 1_900))
            .seen(change(8, 1_800))
            .page(2, false)
            .seen(change(7, 1_700))
            .page(3, false);

    assertThat(cursor.startTime()).isEqualTo(1_000);
    assertThat(cursor.read()).isEqualTo(3);
    assertThat(cursor.swept().startTime()).isEqualTo(1_900);
    assertThat(cursor.swept().isKnown(change(9, 1_900))).isTrue();
  }

  @Test
  void noMoreIdsAreRememberedThanFit() {
    var cursor = ChangeCursor.from(START);
    for (int i = 0; i < 300; i++) {
      cursor = cursor.seen(change(i, 1_500));
    }

    assertThat(cursor.swept().known()).hasSize(100).endsWith(299L);
  }

  private static Change change(long id, long processedAt) {
    return new Change(id, processedAt, new Change.Meaning.NoConcern());
  }
}
