package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @Test
  void aFileGetsEachStepOnceAndNoControlCharacters() {
    tell(Console.on(to(UTF_8), false, Map.of()));

    assertThat(written.toString(UTF_8).lines())
        .containsExactly("", "In through the front door", "  members       12 consultants");
  }

  @Test
  void aTerminalSeesProgressOnTheSameLine() {
    tell(Console.on(to(UTF_8), true, Map.of()));

    assertThat(written.toString(UTF_8)).contains("amy.chen").contains("\r\u001b[2K");
  }

  @Test
  void aTerminalThatWantsNoColourGetsNone() {
    tell(Console.on(to(UTF_8), true, Map.of("NO_COLOR", "1")));
    tell(Console.on(to(UTF_8), true, Map.of("TERM", "dumb")));

    assertThat(written.toString(UTF_8)).doesNotContain("\u001b").doesNotContain("\r");
  }

  @Test
  void accentsSurviveAProcessWithoutALocale() {
    Console.on(to(US_ASCII), false, Map.of()).line("Inês, 林美玲");

    assertThat(written.toString(UTF_8).strip()).isEqualTo("Inês, 林美玲");
  }

  private static void tell(Console console) {
    console.heading("In through the front door");
    console.underWay("members", "amy.chen");
    console.done("members", "12 consultants");
  }

  private PrintStream to(Charset charset) {
    return new PrintStream(written, true, charset);
  }
}
