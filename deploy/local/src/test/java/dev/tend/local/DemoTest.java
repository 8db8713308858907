package dev.tend.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.local.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What {@code make demo} tells, on the real stack. */
class DemoTest {
  private static final int WIDTH = 110;

  /** Stays when the test fails: it holds the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void theStoryIsToldToItsEndAndASecondTellingDoublesNothing() throws Exception {
    try (var tend = EndToEnd.start(folder)) {
      var first = told(tend);
      var second = told(tend);

      assertThat(first)
          .anyMatch(line -> line.matches("  judged +90 decisions"))
          .anyMatch(line -> line.matches("  judged again +accept, was ask .*"))
          .anyMatch(line -> line.matches(" +Marcus Webb +accept .*"))
          .anyMatch(line -> line.contains("90 received = ") && line.endsWith(", balanced."))
          .anyMatch(line -> line.matches("  To: +david.okafor@firm.example"))
          .anyMatch(line -> line.startsWith("Told in "));
      assertThat(second)
          .anyMatch(line -> line.contains("none counts twice"))
          .anyMatch(line -> line.contains("Nadine Frost was asked and has answered already"))
          .anyMatch(line -> line.contains("There was nothing that had not been told before"))
          .contains(ledger(first));
      assertThat(first.stream().takeWhile(line -> !line.equals("Where to look")))
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(WIDTH))
          .noneMatch(line -> line.contains("\u001b"));
    }
  }

  private static List<String> told(EndToEnd tend) throws Exception {
    var page = new ByteArrayOutputStream();
    Demo.tell(tend.running(), new PrintStream(page, true, UTF_8), false, InstantSource.system());
    return page.toString(UTF_8).lines().toList();
  }

  private static String ledger(List<String> told) {
    return told.stream().filter(line -> line.contains("The ledger: ")).findFirst().orElseThrow();
  }
}
