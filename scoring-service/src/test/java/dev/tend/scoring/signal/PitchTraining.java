package dev.tend.scoring.signal;

import dev.tend.scoring.name.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Trains {@link PitchModel}: logistic regression by stochastic gradient descent in the order of the
 * file, with a penalty on large weights; in double arithmetic without chance, so that everybody
 * gets the same bytes. Run it to write the model anew.
 */
final class PitchTraining {
  private static final int ROUNDS = 60;
  private static final double RATE = 0.5;
  private static final double PENALTY = 1e-4;

  private PitchTraining() {}

  /** A note of the training or held-out file. */
  record Labelled(String language, boolean pitch, Text text) {}

  static PitchModel trained() {
    var notes = notes("notes.txt");
    var features = notes.stream().map(note -> features(note.text())).toList();
    var weights = new double[PitchModel.FEATURES];
    double bias = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double rate = RATE / (1 + round * 0.1);
      for (int i = 0; i < notes.size(); i++) {
        // a stride that shares no factor with the number of notes mixes languages and labels
        int at = (int) ((i * 7919L + round) % notes.size());
        var on = features.get(at);
        double norm = 1 / Math.sqrt(Math.max(1, on.length));
        double score = bias;
        for (int feature : on) {
          score += weights[feature] * norm;
        }
        double wrong = (notes.get(at).pitch() ? 1 : 0) - 1 / (1 + StrictMath.exp(-score));
        bias += 0.1 * rate * wrong;
        for (int feature : on) {
          weights[feature] += rate * (wrong * norm - PENALTY * weights[feature]);
        }
      }
    }
    var bytes = new byte[PitchModel.FEATURES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(weights[i] / PitchModel.STEP), -127, 127);
    }
    return new PitchModel((float) bias, bytes);
  }

  static List<Labelled> notes(String file) {
    try (var in = PitchTraining.class.getResourceAsStream("/training/" + file)) {
      return new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 3))
          .map(cell -> new Labelled(cell[0], cell[1].equals("pitch"), Text.of(cell[2])))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int[] features(Text text) {
    var features = new ArrayList<Integer>();
    PitchModel.features(text, Set.of(), features::add);
    return features.stream().mapToInt(feature -> feature).toArray();
  }

  /** Writes the model to the file given. */
  public static void main(String[] arguments) throws IOException {
    var _ = Files.write(Path.of(arguments[0]), trained().bytes());
  }
}
