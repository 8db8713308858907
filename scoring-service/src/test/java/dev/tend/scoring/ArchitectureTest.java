package dev.tend.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.tend.scoring.tuning.PolicyCommand;
import dev.tend.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final HouseRules RULES = HouseRules.of("dev.tend.scoring", PolicyCommand.class);

  @Test
  void keepsTheHouseRules() {
    RULES.checkAll();
  }

  @Test
  void theDomainKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage("..signal..", "..name..", "..policy..", "..learning..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "dev.tend.events.kafka..",
            "io.quarkus..",
            "io.smallrye..",
            "io.vertx..",
            "jakarta..",
            "org.eclipse.microprofile..",
            "java.sql..",
            "java.net.http..")
        .check(RULES.code());
  }

  @Test
  void theDoorNeedsNoBroker() {
    noClasses()
        .that()
        .resideInAPackage("..explain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "dev.tend.events.kafka..", "..topology..")
        .check(RULES.code());
  }
}
