package dev.tend.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.tend.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final HouseRules RULES = HouseRules.of("dev.tend.local", TendLocal.class);

  @Test
  void keepsTheHouseRules() {
    RULES.checkAll();
  }

  @Test
  void theStackKnowsNothingOfTheDemo() {
    noClasses()
        .that()
        .resideInAPackage("dev.tend.local")
        .and()
        .doNotHaveSimpleName("TendLocal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.tend.local.demo..")
        .check(RULES.code());
  }
}
