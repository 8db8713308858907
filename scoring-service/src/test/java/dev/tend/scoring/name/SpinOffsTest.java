package dev.tend.scoring.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpinOffsTest {

  @Test
  void whoJoinedAUnitBeforeItLeftWorkedForTheHouse() {
    assertThat(Employers.keys("Siemens Healthineers", 2014)).containsAll(Employers.keys("Siemens"));
    assertThat(Employers.keys("GE Healthcare", 2005)).containsAll(Employers.keys("GE"));
  }

  @Test
  void whoJoinedLaterDidNot() {
    assertThat(Employers.keys("Siemens Healthineers", 2018))
        .doesNotContainAnyElementsOf(Employers.keys("Siemens"));
    assertThat(Employers.keys("Siemens Mobility", 2022)).isEqualTo(Employers.keys("Siemens"));
  }
}
