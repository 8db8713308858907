package dev.tend.scoring.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyCommandTest {
  private static final Path EXAMPLE = Path.of("../docs/policy.example.yaml");
  private static final Instant NOW = Instant.parse("2026-02-09T15:00:00Z");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aSoundFileEndsWithZero() {
    assertThat(run("check", EXAMPLE.toString())).isZero();
    assertThat(out).asString().endsWith("is sound: 2 teams, 3 members named.\n");
    assertThat(err).asString().isEmpty();
  }

  @Test
  void whatIsWrongIsToldAsCompilersDo() throws IOException {
    var file = write("firm:\n  stage: none\n  bars: {growing: 50}\n");

    assertThat(run("check", file)).isOne();
    assertThat(err)
        .asString()
        .isEqualTo(
            """
            %1$s:2:10: firm.stage must be one of building, growing, selective
            %1$s:3:3: firm.bars must rise from building to selective, within 1 to 100
            """
                .formatted(file));
    assertThat(out).asString().isEmpty();
  }

  @Test
  void dumpTellsWhereEachValueComesFrom() throws IOException {
    var amy =
        write(
            """
            {"id": "amy.chen", "name": "Amy Chen", "email": "amy@tend.example",
             "policy": {"stage": "building", "clients": ["Umbrella"]}}
            """);

    assertThat(run("dump", EXAMPLE.toString(), "--member", "amy.chen", "--member-json", amy))
        .isZero();

    assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "stage building the member",
            "unsure ask firm",
            "bars.selective 50 team advisory",
            "points.client.base 50 firm",
            "points.prospect.base 28 default",
            "clients Umbrella the member",
            "clients Acme firm",
            "countries CA member amy.chen",
            "promises when copied-note never accept firm");
  }

  @Test
  void aMemberOfWhomNothingIsGivenSaysNothing() {
    assertThat(run("dump", EXAMPLE.toString(), "--member", "nobody")).isZero();
    assertThat(out).asString().doesNotContain("the member").doesNotContain("team ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "check a b",
        "check no-such-file.yaml",
        "dump ../docs/policy.example.yaml",
        "dump ../docs/policy.example.yaml --member amy.chen --member-json no-such-file",
        "try ../docs/policy.example.yaml",
        "try ../docs/policy.example.yaml --bootstrap localhost:1 --port-base 8080",
        "try ../docs/policy.example.yaml --bootstrap localhost:1 --since yesterday",
        "try ../docs/policy.example.yaml --bootstrap localhost:1 --limit many",
        "adopt ../docs/policy.example.yaml",
        "--shout",
      })
  void whatCannotBeUnderstoodEndsWithTwo(String line) {
    assertThat(run(line.split(" ", -1))).isEqualTo(2);
    assertThat(err).asString().isNotBlank();
    assertThat(out).asString().isEmpty();
  }

  @Test
  void aBrokerThatIsAwayEndsWithOne() {
    assertThat(run("try", EXAMPLE.toString(), "--bootstrap", "localhost:1")).isOne();
    assertThat(err).asString().isEqualTo("The broker does not answer.\n");
  }

  @Test
  void helpIsNoMistake() {
    assertThat(run("--help")).isZero();
    assertThat(out).asString().contains("check", "dump", "try", "Exit code");
    assertThat(run("try", "--help")).isZero();
    assertThat(out).asString().contains("--port-base");
  }

  private String write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "file", ""), text).toString();
  }

  private int run(String... arguments) {
    return PolicyCommand.run(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.fixed(NOW),
        arguments);
  }
}
