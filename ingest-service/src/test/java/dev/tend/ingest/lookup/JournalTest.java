package dev.tend.ingest.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant NOON = Instant.parse("2026-02-09T12:00:00Z");
  private static final Duration KEPT = Duration.ofDays(30);

  @TempDir private Path folder = Path.of("");

  @Test
  void anAnswerIsRememberedAcrossRestartsAndThenForgotten() throws IOException {
    try (var journal = open(NOON)) {
      journal.ask("in/dana-ito", NOON);
      journal.answer("in/dana-ito", NOON);
    }

    try (var journal = open(NOON.plus(Duration.ofDays(1)))) {
      assertThat(journal.isAnswered("in/dana-ito", NOON.plus(Duration.ofDays(29)))).isTrue();
      assertThat(journal.isAnswered("in/dana-ito", NOON.plus(Duration.ofDays(30)))).isFalse();
      assertThat(journal.isAnswered("in/jonas-falk", NOON)).isFalse();
    }
    try (var journal = open(NOON.plus(Duration.ofDays(31)))) {
      assertThat(journal.isAnswered("in/dana-ito", NOON)).isFalse();
      assertThat(Files.size(folder.resolve("journal"))).isZero();
    }
  }

  @Test
  void aQuestionWithoutAnAnswerIsSpentButNotKnown() throws IOException {
    try (var journal = open(NOON)) {
      journal.ask("in/dana-ito", NOON);
    }

    try (var journal = open(NOON)) {
      assertThat(journal.askedOnDayOf(NOON)).isEqualTo(1);
      assertThat(journal.isAnswered("in/dana-ito", NOON)).isFalse();
    }
  }

  @Test
  void theBudgetBeginsAnewAtMidnight() throws IOException {
    var lastNight = Instant.parse("2026-02-08T23:59:59Z");
    try (var journal = open(lastNight)) {
      journal.ask("in/a", lastNight);
      journal.ask("in/b", lastNight);
      assertThat(journal.askedOnDayOf(lastNight)).isEqualTo(2);
      assertThat(journal.askedOnDayOf(NOON)).isZero();
      journal.ask("in/c", NOON);
      assertThat(journal.askedOnDayOf(NOON)).isEqualTo(1);
    }
    try (var journal = open(NOON)) {
      assertThat(journal.askedOnDayOf(NOON)).isEqualTo(1);
    }
  }

  @Test
  void aLineThatACrashCutShortIsPassedOver() throws IOException {
    try (var journal = open(NOON)) {
      journal.ask("in/a", NOON);
    }
    Files.writeString(folder.resolve("journal"), "? 17704", StandardOpenOption.APPEND);

    try (var journal = open(NOON)) {
      assertThat(journal.askedOnDayOf(NOON)).isEqualTo(1);
      journal.ask("in/b", NOON);
    }
    try (var journal = open(NOON)) {
      assertThat(journal.askedOnDayOf(NOON)).isEqualTo(2);
    }
  }

  @Test
  void nobodyStandsInItByName() throws IOException {
    try (var journal = open(NOON)) {
      journal.ask("in/dana-ito", NOON);
      journal.answer("in/dana-ito", NOON);
    }

    assertThat(Files.readString(folder.resolve("journal"))).doesNotContain("dana");
  }

  private Journal open(Instant now) throws IOException {
    return Journal.open(folder.resolve("journal"), KEPT, now);
  }
}
