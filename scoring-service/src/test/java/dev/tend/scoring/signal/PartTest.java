package dev.tend.scoring.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.SignalName;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartTest {
  @Test
  void everyWorthStandsSomewhereElse() {
    assertThat(Arrays.stream(Worth.values()).map(Part::of)).doesNotHaveDuplicates();
  }

  @Test
  void aWorthStandsUnderTheNameOfItsSignal() {
    assertThat(Part.of(Worth.SAME_EMPLOYER_OVERLAP))
        .isEqualTo(new Part(Optional.of(SignalName.SAME_EMPLOYER), "overlap"));
    assertThat(Part.of(Worth.CLIENT))
        .isEqualTo(new Part(Optional.of(SignalName.CLIENT), Part.BASE));
    assertThat(Part.of(Worth.REPLY_SPECIFIC))
        .isEqualTo(new Part(Optional.of(SignalName.REPLY_EXPLAINS), "specific"));
  }

  @Test
  void onlyWhatSeveralSignalsShareStandsByItself() {
    assertThat(Arrays.stream(Worth.values()).filter(worth -> Part.of(worth).signal().isEmpty()))
        .containsExactly(
            Worth.IN_THE_PAST, Worth.ECHO_OF_ONE, Worth.ECHO_OF_TWO, Worth.ECHO_OF_MANY);
  }
}
