package dev.tend.scoring.policy;

import dev.tend.events.SignalName;
import dev.tend.events.VerdictRule;
import dev.tend.scoring.signal.Discretion;
import dev.tend.scoring.signal.Weights;
import dev.tend.scoring.signal.Worth;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some layers come to, as far as it is the same for everybody under them.
 *
 * @param promises those of the firm first, which weigh more
 * @param answerWithin null where no layer says how long a question stays open
 */
record Terms(
    VerdictRule verdicts,
    Weights weights,
    List<Promise> promises,
    Discretion colleagues,
    Learning learning,
    @Nullable Duration answerWithin) {
  Terms {
    promises = List.copyOf(promises);
  }

  /**
   * What these layers come to.
   *
   * @throws dev.tend.events.RefusedException when their bars do not rise
   */
  static Terms of(Layers layers) {
    return new Terms(
        verdicts(layers),
        weights(layers),
        layers.promises().stream().map(Said::value).toList(),
        layers.value(Setting.COLLEAGUES),
        layers.value(Setting.LEARNING),
        layers.saysAny(Setting.ANSWER_WITHIN).orElse(null));
  }

  Terms withWeights(Weights other) {
    return new Terms(verdicts, other, promises, colleagues, learning, answerWithin);
  }

  /** The bars that these layers come to. */
  static VerdictRule verdicts(Layers layers) {
    return new VerdictRule(
        layers.value(Setting.BUILDING),
        layers.value(Setting.GROWING),
        layers.value(Setting.SELECTIVE),
        layers.value(Setting.CAREFUL_AT),
        layers.value(Setting.IGNORE_AT),
        layers.value(Setting.PLACE_AND_LANGUAGE_CAP));
  }

  /** A rule that adds up stops where the signal's cap is; the other caps are applied to it. */
  private static Weights weights(Layers layers) {
    var points = new EnumMap<Worth, Integer>(Worth.class);
    Setting.ofPoints()
        .forEach(
            (worth, setting) ->
                layers.saysAny(setting).ifPresent(value -> points.put(worth, value)));
    var most = new EnumMap<SignalName, Integer>(SignalName.class);
    Setting.ofMost()
        .forEach(
            (signal, setting) ->
                layers
                    .saysAny(setting)
                    .ifPresent(
                        value -> {
                          most.put(signal, value);
                          Setting.ofMost(signal)
                              .ifPresent(worth -> points.put(worth, Math.max(1, value)));
                        }));
    return new Weights(points, most);
  }
}
