package dev.tend.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RelativeDatesTest {
  private final RelativeDates dates = new RelativeDates(LocalDate.parse("2026-03-01"));

  @Test
  void countsBackFromTheDayOfTheStory() {
    assertThat(dates.filledIn("{{1 day ago 09:05}}", RelativeDates.ISO))
        .isEqualTo("2026-02-28T09:05:00Z");
    assertThat(dates.filledIn("{{160 days ago 23:59}}", RelativeDates.ISO))
        .isEqualTo("2025-09-22T23:59:00Z");
  }

  @Test
  void writesDatesAsTheHeadersOfMailsDo() {
    assertThat(dates.filledIn("Date: {{2 days ago 14:37}}", RelativeDates.MAIL))
        .isEqualTo("Date: Fri, 27 Feb 2026 14:37:00 +0000");
  }

  @Test
  void writesADateInItsOwnFormatWhereItNamesOne() {
    var row =
        "\"{{3 days ago 14:37 | M/d/yy, h:mm a}}\",{{4 days ago 01:02 | yyyy-MM-dd HH:mm:ss 'UTC'}}";

    assertThat(dates.filledIn(row, RelativeDates.ISO))
        .isEqualTo("\"2/26/26, 2:37 PM\",2026-02-25 01:02:00 UTC");
  }

  @Test
  void leavesTheRestAlone() {
    assertThat(dates.filledIn("{\"a\":{\"b\":1}} $1 \\", RelativeDates.ISO))
        .isEqualTo("{\"a\":{\"b\":1}} $1 \\");
  }

  @Test
  void refusesWhatItCannotFillIn() {
    assertThatThrownBy(() -> dates.filledIn("sent {{yesterday}}", RelativeDates.ISO))
        .hasMessageContaining("{{yesterday}}");
  }
}
