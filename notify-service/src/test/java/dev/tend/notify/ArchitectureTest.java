package dev.tend.notify;

import dev.tend.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final HouseRules RULES = HouseRules.of("dev.tend.notify");

  @Test
  void keepsTheHouseRules() {
    RULES.checkAll();
  }
}
