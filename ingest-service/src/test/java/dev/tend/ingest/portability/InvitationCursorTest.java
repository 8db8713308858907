package dev.tend.ingest.portability;

import static dev.tend.events.cast.APerson.aPerson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Invitation;
import dev.tend.events.cast.AnInvitation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvitationCursorTest {
  private static final Instant FIRST = Instant.parse("2026-02-01T08:00:00Z");
  private static final int MANY = 300;

  private InvitationCursor cursor = InvitationCursor.START;

  @Test
  void inWhateverOrderTheyComeEachIsNewsOnce() {
    var rows = new ArrayList<>(IntStream.range(0, MANY).mapToObj(i -> sent(i, i)).toList());
    for (var order : List.of(1, 2, 3)) {
      cursor = InvitationCursor.START;
      switch (order) {
        case 1 -> {}
        case 2 -> Collections.reverse(rows);
        default -> Collections.shuffle(rows, new Random(7));
      }

      assertThat(news(rows)).isEqualTo(rows);
      assertThat(news(rows)).isEmpty();
    }
  }

  @Test
  void whatComesLateIsNewsThoughOthersWereSentAfterIt() {
    var late = sent(5, 5);
    assertThat(news(List.of(sent(1, 1), sent(9, 9)))).hasSize(2);

    assertThat(news(List.of(sent(1, 1), late, sent(9, 9)))).containsExactly(late);
  }

  @Test
  void twoOfTheSameMinuteAreTwo() {
    var second = sent(2, 1);
    assertThat(news(List.of(sent(1, 1)))).hasSize(1);

    assertThat(news(List.of(second, sent(1, 1)))).containsExactly(second);
  }

  @Test
  void belowTheFloorNothingIsSaidForCertain() {
    assertThat(news(IntStream.range(0, MANY).mapToObj(i -> sent(i, i)).toList())).hasSize(MANY);

    assertThat(cursor.isNews(sent(3, 3))).isFalse();
    assertThat(cursor.isTold(sent(3, 3))).isFalse();
    assertThat(cursor.isTold(sent(MANY - 1, MANY - 1))).isTrue();
    assertThat(cursor.isNews(sent(MANY, MANY))).isTrue();
  }

  /** One reading to its end. */
  private List<Invitation> news(List<Invitation> rows) {
    var news = new ArrayList<Invitation>();
    for (var row : rows) {
      if (cursor.isNews(row)) {
        news.add(row);
      }
      cursor = cursor.told(row);
    }
    cursor = cursor.read(FIRST);
    return news;
  }

  private static Invitation sent(int id, int minute) {
    return AnInvitation.from(aPerson("Dana Reed"))
        .id("invitation-" + id)
        .sentAt(FIRST.plus(Duration.ofMinutes(minute)))
        .build();
  }
}
