package dev.tend.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFilesTest {
  private static final String CAST =
      "members: [{id: lee.park, name: Lee Park, email: lee@tend.example}]";
  private static final String GOOD =
      """
      - id: good-001
        rule: A rule
        member: lee.park
        policy: {stage: selective}
        inviter: {profile: in/dana-roy, name: Dana Roy}
        expect: {verdict: [ask, ignore], hasNot: [client]}
      """;

  @TempDir private Path root;

  @BeforeEach
  void invent() throws IOException {
    write("cast/members.yaml", CAST);
  }

  @Test
  void aCaseIsReadAsItIsWritten() throws IOException {
    write("tuning/some.yaml", GOOD);

    var read = CaseFiles.under(root, "tuning").getFirst();

    assertThat(read.theme()).isEqualTo("some");
    assertThat(read.hard()).isFalse();
    assertThat(read.body().at("/member/policy/stage").asText()).isEqualTo("selective");
    assertThat(read.verdicts()).isEqualTo(Set.of(Verdict.ASK, Verdict.IGNORE));
    assertThat(read.denies(SignalName.CLIENT)).isTrue();
    assertThat(read.denies(SignalName.PROSPECT)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule: A rule | rule: A rule\\n  noet: Hi | noet",
        "rule: A rule | rule: A rule\\n  hard: perhaps | hard must be true or false",
        "hasNot: [client] | hasNot: [cleint] | no signal is called \"cleint\"",
        "hasNot: [client] | has: [client], hasNot: [client] | in has and in hasNot",
        "[ask, ignore] | maybe | no verdict is called \"maybe\"",
        "hasNot: | hasnot: | hasnot",
        "lee.park | amy.chen | the member is not in the cast",
      })
  void whatIsMisspeltIsNamedWithItsFileAndCase(String right, String wrong, String named)
      throws IOException {
    write("tuning/some.yaml", GOOD.replace(right, wrong.replace("\\n", "\n")));

    assertThatThrownBy(() -> CaseFiles.under(root, "tuning"))
        .hasMessageContainingAll("some.yaml", "good-001", named);
  }

  @Test
  void anIdStandsOnceInAllFiles() throws IOException {
    write("tuning/some.yaml", GOOD);
    write("held-out/other.yaml", GOOD);

    assertThatThrownBy(() -> CaseFiles.under(root, "tuning", "held-out"))
        .hasMessageContainingAll("other.yaml", "good-001", "twice");
  }

  private void write(String file, String text) throws IOException {
    var path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
