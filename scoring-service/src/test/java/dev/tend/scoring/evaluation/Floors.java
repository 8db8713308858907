package dev.tend.scoring.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures below which no change may bring us, from {@code evaluation/floors.yaml}, in per cent.
 */
final class Floors {
  private final JsonNode all;

  private Floors(JsonNode all) {
    this.all = all;
  }

  static Floors read() {
    try {
      return new Floors(
          new ObjectMapper(new YAMLFactory())
              .readTree(CaseFiles.FOLDER.resolve("floors.yaml").toFile()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What lies below its floor, in words; empty when nothing does. */
  List<String> below(String set, Scores scores) {
    var below = new ArrayList<String>();
    var floors = all.path(set);
    if (floors.isMissingNode()) {
      throw new IllegalArgumentException("floors.yaml has no floors for " + set);
    }
    check(below, "agreement", scores.agreement(), floors.path("agreement"));
    floors
        .path("verdicts")
        .properties()
        .forEach(
            entry -> {
              var verdict = Verdict.valueOf(entry.getKey().toUpperCase(Locale.ROOT));
              check(
                  below,
                  entry.getKey() + " precision",
                  scores.precision(verdict),
                  entry.getValue().path("precision"));
              check(
                  below,
                  entry.getKey() + " recall",
                  scores.recall(verdict),
                  entry.getValue().path("recall"));
            });
    floors
        .path("signals")
        .properties()
        .forEach(
            entry -> {
              var signal = SignalName.of(entry.getKey()).orElseThrow();
              check(
                  below,
                  entry.getKey() + " precision",
                  scores.precision(signal),
                  entry.getValue().path("precision"));
              check(
                  below,
                  entry.getKey() + " recall",
                  scores.recall(signal),
                  entry.getValue().path("recall"));
            });
    return below;
  }

  private static void check(List<String> below, String figure, Share share, JsonNode floor) {
    if (floor.isMissingNode()) {
      return;
    }
    if (!floor.isNumber()) {
      throw new IllegalArgumentException("floors.yaml: " + figure + " is no number");
    }
    if (!(100 * share.value() >= floor.asDouble())) {
      below.add(
          "%s is %s, and must be at least %s %%"
              .formatted(figure, share.percent(), floor.asText()));
    }
  }
}
