package dev.tend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void withoutOptionsItRunsEmptyOnTheUsualPorts() {
    assertThat(read()).isEqualTo(new CommandLine.Start(false, Path.of(".tend"), 8080));
  }

  @Test
  void theDemoKeepsItsDataApart() {
    assertThat(read("--demo")).isEqualTo(new CommandLine.Start(true, Path.of(".tend-demo"), 8080));
  }

  @Test
  void everyOptionMayBeGiven() {
    assertThat(read("--data", "/tmp/firm", "--demo", "--port-base", "9080"))
        .isEqualTo(new CommandLine.Start(true, Path.of("/tmp/firm"), 9080));
  }

  @Test
  void anEqualsSignIsAsGoodAsASpace() {
    assertThat(read("--data=/tmp/a=b", "--port-base=9080"))
        .isEqualTo(new CommandLine.Start(false, Path.of("/tmp/a=b"), 9080));
  }

  @Test
  void helpIsGivenWhateverElseIsAsked() {
    assertThat(read("--demo", "--help")).isEqualTo(new CommandLine.Help());
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "1023", "65529", "99999", "eighty", "-8080", ""})
  void aPortBaseThatLeavesNoRoomIsRefused(String base) {
    assertThat(read("--port-base", base))
        .isEqualTo(new CommandLine.Wrong("--port-base needs a number from 1024 to 65528"));
  }

  @Test
  void anOptionThatMissesItsValueIsRefused() {
    assertThat(read("--data")).isEqualTo(new CommandLine.Wrong("--data needs a folder"));
    assertThat(read("--port-base")).isInstanceOf(CommandLine.Wrong.class);
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThat(read("--demo", "--prot-base", "9080"))
        .isEqualTo(new CommandLine.Wrong("There is no option --prot-base"));
  }

  private static CommandLine read(String... arguments) {
    return CommandLine.read(List.of(arguments));
  }
}
