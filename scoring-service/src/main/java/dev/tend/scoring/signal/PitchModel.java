package dev.tend.scoring.signal;

import dev.tend.scoring.name.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * How likely a note is a pitch, learned from notes: logistic regression over hashed words, pairs of
 * words and word beginnings (the hashing trick; Weinberger and others, 2009). The training notes,
 * how they were made and what was measured stand in {@code src/test/resources/training/README.md};
 * a test trains the model again and compares.
 */
final class PitchModel {
  /** So many weights, a byte each; a power of two. */
  static final int FEATURES = 1 << 14;

  /** Steps of a weight: a byte holds -4 to 4. */
  static final float STEP = 1 / 32f;

  private static final int BEGINNING = 5;

  private static final PitchModel TRAINED = read();

  private final float bias;
  private final byte[] weights;

  PitchModel(float bias, byte[] weights) {
    this.bias = bias;
    this.weights = weights.clone();
  }

  /** The model that is in use. */
  static PitchModel trained() {
    return TRAINED;
  }

  /**
   * From 0, surely honest, to 1, surely a pitch.
   *
   * @param names folded words that are passed over: what somebody is called sets no tone
   */
  double likelihood(Text text, Set<String> names) {
    var sum = new Sum();
    features(text, names, sum);
    double score = bias + sum.weights * STEP / Math.sqrt(Math.max(1, sum.count));
    return 1 / (1 + Math.exp(-score));
  }

  /** As it is kept: the bias, and then the weights. */
  byte[] bytes() {
    return ByteBuffer.allocate(Float.BYTES + FEATURES).putFloat(bias).put(weights).array();
  }

  /** Hands on each feature of a text, once. */
  static void features(Text text, Set<String> names, IntConsumer feature) {
    var seen = new BitSet(FEATURES);
    int before = 1;
    for (var word : text.words()) {
      if (names.contains(word.folded())) {
        continue;
      }
      int hash = hash(word.folded());
      hand(hash, seen, feature);
      hand(31 * before + hash, seen, feature);
      if (word.folded().length() > BEGINNING) {
        hand(7 * hashOfBeginning(word.folded()), seen, feature);
      }
      before = hash;
    }
  }

  /** One number is like another. */
  private static int hash(String word) {
    return Character.isDigit(word.charAt(0)) ? '0' : word.hashCode();
  }

  /** What {@code hashCode} says of the beginning, without cutting it off. */
  private static int hashOfBeginning(String word) {
    int hash = 0;
    for (int i = 0; i < BEGINNING; i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return hash;
  }

  private static void hand(int hash, BitSet seen, IntConsumer feature) {
    int mixed = hash * 0x9e3779b9;
    int at = (mixed ^ (mixed >>> 15)) & (FEATURES - 1);
    if (!seen.get(at)) {
      seen.set(at);
      feature.accept(at);
    }
  }

  private static PitchModel read() {
    try (var in = PitchModel.class.getResourceAsStream("pitch-model.bin")) {
      if (in == null) {
        throw new IllegalStateException("pitch-model.bin is missing from the jar.");
      }
      var bytes = ByteBuffer.wrap(in.readAllBytes());
      float bias = bytes.getFloat();
      var weights = new byte[FEATURES];
      var _ = bytes.get(weights);
      return new PitchModel(bias, weights);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading pitch-model.bin", broken);
    }
  }

  private final class Sum implements IntConsumer {
    private int weights;
    private int count;

    @Override
    public void accept(int feature) {
      weights += PitchModel.this.weights[feature];
      count++;
    }
  }
}
