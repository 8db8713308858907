package dev.tend.scoring.tuning;

import static dev.tend.events.cast.AMember.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tend.events.Member;
import dev.tend.events.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPolicyTest {
  private static final Member LEE = aMember("Lee Park").build().withPolicy(Policy.DEFAULT);

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void writeOne() throws IOException {
    file = folder.resolve("policy.yaml");
    write("firm: {stage: building}");
  }

  @Test
  void aNewFileHoldsFromTheNextLookOn() throws IOException {
    var kept = KeptPolicy.of(file);
    assertThat(kept.refresh()).isEqualTo(new KeptPolicy.Look.Same());

    write("firm: {stage: selective}");

    assertThat(label(kept)).isEqualTo("building/ask (firm)");
    assertThat(kept.refresh()).isEqualTo(new KeptPolicy.Look.Adopted());
    assertThat(label(kept)).isEqualTo("selective/ask (firm)");
  }

  @Test
  void aBrokenNewFileIsToldOnceAndLeavesTheOldOneInForce() throws IOException {
    var kept = KeptPolicy.of(file);

    write("firm: {stage: none}");

    assertThat(kept.refresh()).isInstanceOf(KeptPolicy.Look.Refused.class);
    assertThat(kept.refresh()).isEqualTo(new KeptPolicy.Look.Same());
    assertThat(label(kept)).isEqualTo("building/ask (firm)");
  }

  @Test
  void aFileThatIsGoneLeavesTheOldOneInForceUntilItIsBack() throws IOException {
    var kept = KeptPolicy.of(file);

    Files.delete(file);
    assertThat(kept.refresh()).isInstanceOf(KeptPolicy.Look.Away.class);
    assertThat(label(kept)).isEqualTo("building/ask (firm)");

    write("firm: {stage: growing}");
    assertThat(kept.refresh()).isEqualTo(new KeptPolicy.Look.Adopted());
  }

  @Test
  void withoutASoundFileNothingStarts() throws IOException {
    assertThatIllegalStateException()
        .isThrownBy(() -> KeptPolicy.of(folder.resolve("none.yaml")))
        .withMessageContaining("none.yaml cannot be read");

    write("firm:\n  stage: none\n  unsure: never");

    assertThatIllegalStateException()
        .isThrownBy(() -> KeptPolicy.of(file))
        .withMessageContaining("line 2, column 10: firm.stage must be one of")
        .withMessageContaining("line 3, column 11: firm.unsure must be one of");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(file, yaml);
  }

  private static String label(KeptPolicy kept) {
    return kept.get().of(LEE).label();
  }
}
