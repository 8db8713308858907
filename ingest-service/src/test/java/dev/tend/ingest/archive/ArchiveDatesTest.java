package dev.tend.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDatesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/29/26, 2:37 PM",
        "1/29/2026, 2:37 pm",
        "1/29/26, 14:37",
        "2026-01-29 14:37:00 UTC",
        "2026/01/29 14:37:00 UTC",
        "Thu Jan 29 14:37:00 UTC 2026"
      })
  void timesAreReadInEveryShapeThatExportsHave(String text) {
    assertThat(ArchiveDates.instant(text)).contains(Instant.parse("2026-01-29T14:37:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04 Apr 2021",
        "4 Apr 2021",
        "4-Apr-21",
        "2021-04-04",
        "04/04/21",
        "4/4/2021",
        "2021/04/04 15:02:55 UTC",
        "Apr 4, 2021",
        "4 avr. 2021",
        "4 Apr. 2021",
        "4 abr 2021"
      })
  void daysAreReadInEveryShapeThatExportsHave(String text) {
    assertThat(ArchiveDates.day(text)).contains(LocalDate.of(2021, 4, 4));
  }

  @Test
  void monthsAreReadAndYearsStayYears() {
    assertThat(ArchiveDates.month("Sep 2001")).contains(PartialDate.of("2001-09"));
    assertThat(ArchiveDates.month("September 2001")).contains(PartialDate.of("2001-09"));
    assertThat(ArchiveDates.month("2001")).contains(PartialDate.of("2001"));
    assertThat(ArchiveDates.month("2001-09")).contains(PartialDate.of("2001-09"));
    assertThat(ArchiveDates.month("15 Sep 2001")).contains(PartialDate.of("2001-09"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "31 Feb 2026", "13/45/26", "0000", "99999", "Jan"})
  void whatIsNoDateIsNone(String text) {
    assertThat(ArchiveDates.day(text)).isEmpty();
    assertThat(ArchiveDates.instant(text)).isEmpty();
    assertThat(ArchiveDates.month(text)).isEmpty();
  }
}
