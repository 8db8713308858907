package dev.tend.events;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not enter this room. The rules stand in the package descriptions as well. */
class ArchitectureTest {
  private static final JavaClasses ROOM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tend.events");

  @Test
  void theDomainKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("dev.tend.events")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.apache.kafka..", "io.quarkus..", "io.smallrye..", "jakarta..", "javax..")
                // Java's own, in spite of its name
                .and(not(resideInAPackage("javax.crypto.."))))
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("dev.tend.events.kafka")
        .check(ROOM);
  }

  @Test
  void onlyKafkaItselfEntersTheKafkaRoom() {
    classes()
        .that()
        .resideInAPackage("dev.tend.events.kafka")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.apache.kafka..",
            "dev.tend.events",
            "dev.tend.events.kafka")
        .check(ROOM);
  }

  @Test
  void nothingElseOfTendIsKnownHere() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.tend..").and(not(resideInAPackage("dev.tend.events.."))))
        .check(ROOM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Util", "Helper", "Manager", "Impl", "Dto", "Common", "Misc", "Base"})
  void namesSaySomething(String nothing) {
    noClasses().should().haveSimpleNameEndingWith(nothing).check(ROOM);
    noClasses().should().haveSimpleNameEndingWith(nothing + "s").check(ROOM);
    noClasses().should().haveSimpleNameStartingWith(nothing).check(ROOM);
  }

  @Test
  void nobodyLooksAtTheClockOrWritesToTheConsole() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(ROOM);
    noClasses().should(ACCESS_STANDARD_STREAMS).check(ROOM);
  }
}
