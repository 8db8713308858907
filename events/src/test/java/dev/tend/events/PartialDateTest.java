package dev.tend.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

  @ParameterizedTest
  @CsvSource({
    "2001,       2001,    2001-01, 2001-12",
    "2001-03,    2001-03, 2001-03, 2001-03",
    "2001-03-17, 2001-03, 2001-03, 2001-03",
    "2024-02-29, 2024-02, 2024-02, 2024-02",
    "1900,       1900,    1900-01, 1900-12",
    "2100-12,    2100-12, 2100-12, 2100-12"
  })
  void saysWhatItMayMean(String text, String written, YearMonth earliest, YearMonth latest) {
    var date = PartialDate.of(text);

    assertThat(date).hasToString(written);
    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
    assertThat(date.yearOnly()).isEqualTo(written.length() == 4);
    assertThat(PartialDate.of(date.toString())).isEqualTo(date);
  }

  @Test
  void comesFromAMonth() {
    assertThat(PartialDate.of(YearMonth.of(2015, 3))).isEqualTo(PartialDate.of("2015-03"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "15",
        "2015-3",
        "2015-00",
        "2015-13",
        "2015-02-30",
        "2023-02-29",
        "2015-03-00",
        "1899",
        "2101",
        "2015-03-17T00:00",
        "2015/03",
        "Mar 2015",
        "٢٠١٥",
        "20150",
        "-2015"
      })
  void refusesAnythingElse(String text) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> PartialDate.of(text))
        .satisfies(
            refused ->
                assertThat(refused.refusal().reason())
                    .isEqualTo(
                        "must be a month such as 2015-03, or a year such as 2015, from 1900 to"
                            + " 2100"));
  }

  @Test
  void endsBeforeItBeginsOnlyWhenNoReadingFits() {
    var from = PartialDate.of("2015-11");

    assertThat(new Position("Acme", "", from, PartialDate.of("2015")).to()).isNotNull();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> new Position("Acme", "", from, PartialDate.of("2015-10")))
        .withMessage("to is before from");
  }
}
