package dev.tend.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.PartialDate;
import dev.tend.events.RefusedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "iso, 2026-03-14T10:12:34Z, 2026-03-14T10:12:34Z",
    "iso, 2026-03-14T10:12:34.5+02:00, 2026-03-14T08:12:34.5Z",
    "iso, 2026-03-14 10:12:34, 2026-03-14T10:12:34Z",
    "iso, 2026-03-14, 2026-03-14T00:00:00Z",
    "epoch-seconds, 1773483154, 2026-03-14T10:12:34Z",
    "epoch-millis, 1773483154000, 2026-03-14T10:12:34Z",
    "M/d/yyyy, 3/14/2026, 2026-03-14T00:00:00Z",
    "d MMM yyyy HH:mm, 14 Mar 2026 10:12, 2026-03-14T10:12:00Z",
    "d MMM yyyy HH:mm, 14 mar 2026 10:12, 2026-03-14T10:12:00Z",
    "dd/MM/yyyy HH:mm:ss XXX, 14/03/2026 10:12:34 +01:00, 2026-03-14T09:12:34Z"
  })
  void readsAMoment(String form, String text, Instant expected) {
    assertThat(Dates.of(List.of(form)).instant(text)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "iso, 2015, 2015",
    "iso, 2015-3, 2015-03",
    "iso, 2015-03-17, 2015-03",
    "iso, 2015-03-17T00:00:00Z, 2015-03",
    "iso, 2015-, 2015",
    "M/d/yyyy, 9/1/2017, 2017-09",
    "MMM yyyy, Sep 2017, 2017-09",
    "epoch-millis, 1504224000000, 2017-09"
  })
  void readsAMonth(String form, String text, String expected) {
    assertThat(Dates.of(List.of(form)).month(text)).contains(PartialDate.of(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3 days ago", "14.03.2026", "2026-13-01", "99999999999999999999"})
  void saysNothingOfWhatItCannotRead(String text) {
    assertThat(Dates.ISO.instant(text)).isEmpty();
    assertThat(Dates.of(List.of("epoch-seconds", "M/d/yyyy")).instant(text)).isEmpty();
  }

  @Test
  void triesTheFormsInTheirOrder() {
    var dates = Dates.of(List.of("iso", "epoch-millis"));

    assertThat(dates.instant("1773483154000")).contains(Instant.parse("2026-03-14T10:12:34Z"));
    assertThat(dates.instant("2026-03-14")).contains(Instant.parse("2026-03-14T00:00:00Z"));
  }

  @Test
  void aFormThatIsNoneIsNamed() {
    assertThatThrownBy(() -> Dates.of(List.of("iso", "bogus")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().field()).isEqualTo("[1]"));
  }
}
