package dev.tend.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveDatesTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/29/26, 2:37 PM",
        "1/29/2026, 2:37 pm",
        "1/29/26, 14:37",
        "2026-01-29 14:37:00 UTC",
        "2026/01/29 14:37:00 UTC",
        "Thu Jan 29 14:37:00 UTC 2026",
        "1/29/26 14:37",
        "1/29/2026 2:37:00 PM",
        "1/29/26, 2:37 p.m.",
        "29/1/2026 14:37",
        "29.01.2026 14:37",
        "2026-01-29T14:37:00Z",
        "2026-01-29 14:37",
        "29 Jan 2026, 14:37",
        "Jan 29, 2026, 2:37 PM",
        "29 janv. 2026 14:37"
      })
  void timesAreReadInEveryShapeThatExportsHave(String text) {
    assertThat(ArchiveDates.instant(text, UTC)).contains(Instant.parse("2026-01-29T14:37:00Z"));
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
        "4 abr 2021",
        "4 de abril de 2021",
        "4. April 2021",
        "4. Apr. 2021",
        "04.04.2021",
        "4 avril 2021",
        "4 апр. 2021",
        "4 kwi 2021",
        "4 nis 2021",
        "2021年4月4日",
        "2021년 4월 4일",
        "4-avr-21"
      })
  void daysAreReadInEveryShapeThatExportsHave(String text) {
    assertThat(ArchiveDates.day(text)).contains(LocalDate.of(2021, 4, 4));
  }

  @Test
  void aTimeWithoutAZoneIsTheMembersOwn() {
    var toronto = ZoneId.of("America/Toronto");

    assertThat(ArchiveDates.instant("1/29/26, 2:37 PM", toronto))
        .contains(Instant.parse("2026-01-29T19:37:00Z"));
    assertThat(ArchiveDates.instant("2026-01-29 14:37:00 UTC", toronto))
        .contains(Instant.parse("2026-01-29T14:37:00Z"));
    assertThat(ArchiveDates.instant("29 Jan 2026", toronto))
        .contains(Instant.parse("2026-01-29T05:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "März 2015, 2015-03",
    "Mär 2015, 2015-03",
    "févr. 2015, 2015-02",
    "août 2015, 2015-08",
    "dic. 2015, 2015-12",
    "mai 2015, 2015-05",
    "maj 2015, 2015-05",
    "Sept 2015, 2015-09",
    "Jan-98, 1998-01",
    "3/2015, 2015-03",
    "2015年3月, 2015-03",
    "марта 2015, 2015-03"
  })
  void monthsAreReadInManyLanguages(String text, String month) {
    assertThat(ArchiveDates.month(text)).contains(PartialDate.of(month));
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
    assertThat(ArchiveDates.instant(text, UTC)).isEmpty();
    assertThat(ArchiveDates.month(text)).isEmpty();
  }
}
