package dev.tend.scoring.policy;

import dev.tend.events.Refusal;
import dev.tend.events.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Whether the layers of a policy, each sound in itself, hold together. */
final class Consistency {
  private static final List<Setting<Integer>> BARS =
      List.of(
          Setting.BUILDING,
          Setting.GROWING,
          Setting.SELECTIVE,
          Setting.CAREFUL_AT,
          Setting.IGNORE_AT);

  private final Sheet sheet;
  private final Set<Refusal> refusals = new LinkedHashSet<>();

  private Consistency(Sheet sheet) {
    this.sheet = sheet;
  }

  /** What does not hold together, each with its path in the file; empty when all does. */
  static List<Refusal> of(Sheet sheet) {
    var consistency = new Consistency(sheet);
    consistency.teamsShareNobody();
    consistency.fixedKeysAreLeftAlone();
    consistency.together(sheet.layers());
    for (var member : sheet.named()) {
      consistency.together(sheet.layers(member));
    }
    return List.copyOf(consistency.refusals);
  }

  private void teamsShareNobody() {
    var teamOf = new TreeMap<String, String>();
    for (var team : new TreeMap<>(sheet.teams()).entrySet()) {
      for (var member : team.getValue().members()) {
        var other = teamOf.putIfAbsent(member, team.getKey());
        if (other != null) {
          refusals.add(
              new Refusal(
                  team.getValue().layer().path() + ".members",
                  "names " + member + ", who is in the team " + other + " already"));
        }
      }
    }
  }

  private void fixedKeysAreLeftAlone() {
    var below = new ArrayList<Layer>();
    sheet.teams().values().forEach(team -> below.add(team.layer()));
    below.addAll(sheet.members().values());
    for (var layer : below) {
      for (var key : layer.keys()) {
        if (sheet.fixed().contains(key)) {
          refusals.add(new Refusal(layer.path() + "." + key, "is fixed by the firm"));
        }
      }
    }
  }

  /** Layers that hold for the same person: their bars rise, and a cap is only lowered. */
  private void together(Layers layers) {
    try {
      var _ = Terms.verdicts(layers);
    } catch (RefusedException refused) {
      var field = refused.refusal().field();
      refusals.add(new Refusal(innermost(layers, BARS) + "." + field, refused.refusal().reason()));
    }
    int cap = Setting.PLACE_AND_LANGUAGE_CAP.byDefault();
    for (var layer : layers.all()) {
      int said = layer.says(Setting.PLACE_AND_LANGUAGE_CAP).orElse(cap);
      if (said > cap) {
        refusals.add(
            new Refusal(
                layer.path() + "." + Setting.PLACE_AND_LANGUAGE_CAP.path(),
                "can only be lowered, and is " + cap + " above"));
      }
      cap = said;
    }
  }

  private static String innermost(Layers layers, List<Setting<Integer>> settings) {
    return layers.all().reversed().stream()
        .filter(layer -> settings.stream().anyMatch(setting -> layer.says(setting).isPresent()))
        .findFirst()
        .map(Layer::path)
        .orElseThrow();
  }
}
