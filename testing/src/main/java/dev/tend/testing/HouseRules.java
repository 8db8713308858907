package dev.tend.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/**
 * What the code of every room keeps to. A module's own {@code ArchitectureTest} names its root
 * package and calls the rules:
 *
 * <pre>{@code
 * private static final HouseRules RULES = HouseRules.of("dev.tend.ingest");
 *
 * @Test
 * void keepsTheHouseRules() {
 *   RULES.checkAll();
 * }
 * }</pre>
 */
public final class HouseRules {
  private static final List<String> SERVICES =
      List.of("dev.tend.ingest", "dev.tend.scoring", "dev.tend.notify");
  private static final String SAYS_NOTHING =
      ".*(Utils?|Helper|Manager|Impl|Dto|DTO|Common|Misc|Base)";

  private final String root;
  private final JavaClasses code;
  private final Set<String> edges;

  private HouseRules(String root, JavaClasses code, Set<String> edges) {
    this.root = root;
    this.code = code;
    this.edges = edges;
  }

  /**
   * The rules for the production code of a root package.
   *
   * @param edges the few classes that may ask for the time or write to the console: where the
   *     program meets the world
   */
  public static HouseRules of(String root, Class<?>... edges) {
    var code =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/generated-"))
            .importPackages(root);
    return new HouseRules(root, code, Arrays.stream(edges).map(Class::getName).collect(toSet()));
  }

  /** All of the rules below. */
  public void checkAll() {
    asksNobodyForTheTime();
    writesNothingToTheConsole();
    namesSaySomething();
    featuresFormNoCycles();
    dependsOnNoOtherService();
    everyPackageIsNullMarked();
  }

  /** Time comes in as an argument or as an {@link InstantSource}. */
  public void asksNobodyForTheTime() {
    check(
        noClasses()
            .that(areInside())
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .because("a rule whose time cannot be chosen cannot be tested"));
  }

  /** What is to be said is logged, or returned. */
  public void writesNothingToTheConsole() {
    check(
        noClasses()
            .that(areInside())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("the console belongs to the launcher"));
  }

  /** A name tells what a class is for. */
  public void namesSaySomething() {
    check(noClasses().should().haveNameMatching(SAYS_NOTHING).because("such a name says nothing"));
  }

  /** A feature, which is a package below the root, can be understood without the ones above it. */
  public void featuresFormNoCycles() {
    check(slices().matching(root + ".(*)..").should().beFreeOfCycles());
  }

  /** The services share nothing but {@code events} and the topics. */
  public void dependsOnNoOtherService() {
    var others =
        SERVICES.stream()
            .filter(service -> !service.equals(root))
            .map(service -> service + "..")
            .toArray(String[]::new);
    check(
        noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(others))
            .because("services meet on the topics only"));
  }

  /** Every package has a package-info that makes null an exception, said where it occurs. */
  public void everyPackageIsNullMarked() {
    var packages = new TreeSet<String>();
    var marked = new TreeSet<String>();
    for (JavaClass type : code) {
      packages.add(type.getPackageName());
      if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
        marked.add(type.getPackageName());
      }
    }
    packages.removeAll(marked);
    if (!packages.isEmpty()) {
      throw new AssertionError(
          "packages without a package-info.java with @NullMarked: " + packages);
    }
  }

  /** For a module's own rules: the classes that the rules are checked on. */
  public JavaClasses code() {
    return code;
  }

  private com.tngtech.archunit.base.DescribedPredicate<JavaClass> areInside() {
    return describe(
        "are not at the edge", type -> !edges.contains(type.getName().replaceFirst("\\$.*", "")));
  }

  private void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(code);
  }
}
