package dev.tend.scoring.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.scoring.name.Text;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The model is what its training makes of the notes, and the figures are what README.md says. */
class PitchModelTest {
  private static final System.Logger LOG = System.getLogger(PitchModelTest.class.getName());

  @Test
  void trainingAgainGivesTheSameModel() {
    assertThat(PitchTraining.trained().bytes()).isEqualTo(PitchModel.trained().bytes());
  }

  @Test
  void theModelIsSmall() {
    assertThat(PitchModel.trained().bytes()).hasSizeLessThan(100_000);
  }

  @Test
  void noNoteIsInBothFiles() {
    var held = PitchTraining.notes("held-out.txt");
    assertThat(held)
        .hasSizeGreaterThanOrEqualTo(150)
        .doesNotContainAnyElementsOf(PitchTraining.notes("notes.txt"));
  }

  @Test
  void bothTogetherAreBetterThanEitherAlone() {
    var phrases = measured("phrases alone", note -> Pitch.byPhrases(note.text()) != Pitch.NONE);
    var model =
        measured(
            "model alone", note -> PitchModel.trained().likelihood(note.text(), Set.of()) >= 0.55);
    var both = measured("both", note -> Pitch.in(note.text(), Set.of()) != Pitch.NONE);
    var sure =
        measured("both, full pitches only", note -> Pitch.in(note.text(), Set.of()) == Pitch.FULL);
    assertThat(both.recall())
        .isGreaterThanOrEqualTo(phrases.recall())
        .isGreaterThanOrEqualTo(model.recall());
    assertThat(both.precision()).isGreaterThan(0.95);
    assertThat(sure.precision()).isEqualTo(1);
  }

  @Test
  void whatSomebodyIsCalledSetsNoTone() {
    var one = Text.of("Hi Priya, I am with the hospital and hire nurses. Regards, Olga");
    var other = Text.of("Hi John, I am with the hospital and hire nurses. Regards, Chidi");
    assertThat(PitchModel.trained().likelihood(one, Set.of("priya", "olga")))
        .isEqualTo(PitchModel.trained().likelihood(other, Set.of("john", "chidi")));
  }

  private record Figures(int hits, int alarms, int pitches) {
    double precision() {
      return alarms == 0 ? 1 : (double) hits / alarms;
    }

    double recall() {
      return (double) hits / pitches;
    }
  }

  private static Figures measured(String what, Predicate<PitchTraining.Labelled> isPitch) {
    var held = PitchTraining.notes("held-out.txt");
    int hits = (int) held.stream().filter(note -> note.pitch() && isPitch.test(note)).count();
    int alarms = (int) held.stream().filter(isPitch).count();
    int pitches = (int) held.stream().filter(PitchTraining.Labelled::pitch).count();
    var figures = new Figures(hits, alarms, pitches);
    LOG.log(
        System.Logger.Level.INFO,
        "{0}: precision {1}, recall {2}",
        what,
        "%.3f".formatted(figures.precision()),
        "%.3f".formatted(figures.recall()));
    return figures;
  }
}
