package dev.tend.scoring.signal;

import static dev.tend.events.cast.APerson.aPerson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.cast.APerson;
import org.junit.jupiter.api.Test;

class HistoryFingerprintTest {

  @Test
  void employersCountUnderWhateverNameAndTitlesDoNot() {
    var one = career().as("Auditor", "PwC", "2010-09", "2014-01");
    var other = career().as("Visionary", "PricewaterhouseCoopers LLP", "2010-09", "2014-01");

    assertThat(of(one)).isEqualTo(of(other));
    assertThat(of(one).copies(of(other))).isTrue();
  }

  @Test
  void threeOfFourAreACopyAndShareABand() {
    var one = of(career().at("PwC", "2010-09", "2014-01").at("Acme", "2020-01", null));
    var other = of(career().at("PwC", "2010-09", "2014-01").at("Globex", "2020-02", null));

    assertThat(one.copies(other)).isTrue();
    assertThat(one.bands().filter(band -> other.bands().anyMatch(its -> its == band)).count())
        .isEqualTo(3);
  }

  @Test
  void twoInCommonAreNoCopy() {
    var one = of(career().at("PwC", "2010-09", "2014-01"));
    var other = of(career().at("Deloitte", "2010-09", "2014-01"));

    assertThat(one.copies(other)).isFalse();
  }

  @Test
  void theSameEmployersAtOtherTimesAreNoCopy() {
    var one = of(career().at("PwC", "2010-09", "2014-01"));
    var other =
        of(
            aPerson("Max Kern")
                .at("PwC", "2011-01", "2013-01")
                .at("Halden Bank", "2014-03", "2018-03")
                .at("Northwind Rail", "2018-05", "2019-11"));

    assertThat(one.copies(other)).isFalse();
  }

  @Test
  void threeOfALongHistoryAreNoCopy() {
    var one = career().at("PwC", "2010-09", "2014-01");
    var other = career().at("PwC", "2010-09", "2014-01");
    for (int year = 2000; year < 2008; year++) {
      var _ = other.at("Acme", year + "-01", year + "-11");
    }

    assertThat(of(one).copies(of(other))).isFalse();
  }

  @Test
  void whatIsNotDatedOrNoEmployerTellsNothing() {
    var undated = career().at("PwC", null, null);
    var freelance = career().at("Freelance", "2010-09", "2014-01");

    assertThat(of(undated)).isEqualTo(HistoryFingerprint.NONE);
    assertThat(of(freelance)).isEqualTo(HistoryFingerprint.NONE);
    assertThat(of(undated).copies(of(freelance))).isFalse();
  }

  private static APerson career() {
    return aPerson("Dana Roy")
        .at("Halden Bank", "2014-02", "2018-03")
        .at("Northwind Rail", "2018-04", "2019-12");
  }

  private static HistoryFingerprint of(APerson person) {
    return HistoryFingerprint.of(person.build());
  }
}
