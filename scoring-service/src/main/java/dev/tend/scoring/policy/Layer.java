package dev.tend.scoring.policy;

import dev.tend.events.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one layer says: the firm, a team, the file about a member, or the member themselves.
 *
 * @param name as it is told: {@code firm}, {@code team advisory}, {@code member amy.chen}
 * @param path where it stands in the file, such as {@code teams.advisory}; empty outside of it
 * @param settings the values that it sets, each of its setting's own type
 * @param wishes its lists; stage and unsure stand among the settings
 */
record Layer(
    String name,
    String path,
    Map<Setting<?>, Object> settings,
    Policy wishes,
    List<Promise> promises) {
  /** What a member says with {@code PUT /members}. */
  static final String THEMSELVES = "the member";

  /** The key of the promises. */
  static final String PROMISES = "promises";

  Layer {
    settings = Map.copyOf(settings);
    promises = List.copyOf(promises);
  }

  /**
   * What a member says themselves.
   *
   * @param fixed keys about which only the firm decides
   */
  static Layer of(Policy own, Set<String> fixed) {
    var settings = new HashMap<Setting<?>, Object>();
    if (own.stage() != null && !fixed.contains(Setting.STAGE.path())) {
      settings.put(Setting.STAGE, own.stage());
    }
    if (own.unsure() != null && !fixed.contains(Setting.UNSURE.path())) {
      settings.put(Setting.UNSURE, own.unsure());
    }
    var wishes = new HashMap<Wish, List<String>>();
    for (var wish : Wish.values()) {
      if (!fixed.contains(wish.key())) {
        wishes.put(wish, wish.of(own));
      }
    }
    return new Layer(THEMSELVES, "", settings, Wish.policy(wishes), List.of());
  }

  <T> Optional<T> says(Setting<T> setting) {
    return Optional.ofNullable(settings.get(setting)).map(setting.kind().type()::cast);
  }

  /** The keys at its margin of which it says something. */
  Set<String> keys() {
    var keys = new TreeSet<String>();
    settings.keySet().forEach(setting -> keys.add(setting.key()));
    for (var wish : Wish.values()) {
      if (!wish.of(wishes).isEmpty()) {
        keys.add(wish.key());
      }
    }
    if (!promises.isEmpty()) {
      keys.add(PROMISES);
    }
    return keys;
  }
}
