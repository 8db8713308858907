package dev.tend.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryDayTest {
  @TempDir private Path data;

  @Test
  void theDayOfTheFirstTellingIsKept() throws IOException {
    var first = StoryDay.of(data, LocalDate.parse("2026-03-01"));
    var later = StoryDay.of(data, LocalDate.parse("2026-05-17"));

    assertThat(first).isEqualTo(new StoryDay(LocalDate.parse("2026-03-01"), true));
    assertThat(later).isEqualTo(new StoryDay(LocalDate.parse("2026-03-01"), false));
  }

  @Test
  void aBrokenFileIsNamed() throws IOException {
    Files.writeString(data.resolve("sample-firm-day"), "last Tuesday");

    assertThatThrownBy(() -> StoryDay.of(data, LocalDate.parse("2026-03-01")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sample-firm-day");
  }
}
