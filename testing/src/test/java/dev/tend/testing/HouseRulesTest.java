package dev.tend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.testing.fuzz.FuzzRun;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

  @Test
  void theTestingModuleKeepsTheHouseRulesItself() {
    HouseRules.of("dev.tend.testing", Tokens.class, FuzzRun.class).checkAll();
  }

  @Test
  void askingForTheTimeOutsideAnEdgeIsTold() {
    assertThatThrownBy(() -> HouseRules.of("dev.tend.testing").asksNobodyForTheTime())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("InstantSource.system()")
        .hasMessageContaining("Tokens");
  }

  @Test
  void theRulesSeeTheCode() {
    assertThat(HouseRules.of("dev.tend.testing").code()).isNotEmpty();
  }
}
