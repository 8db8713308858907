package dev.tend.scoring.policy;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The layers as a policy file has them.
 *
 * @param fixed the keys about which only the firm decides
 * @param teams by name
 * @param members what the file says about a member, by id
 */
record Sheet(
    Optional<Layer> firm, Set<String> fixed, Map<String, Team> teams, Map<String, Layer> members) {
  static final Sheet EMPTY = new Sheet(Optional.empty(), Set.of(), Map.of(), Map.of());

  Sheet {
    fixed = Set.copyOf(fixed);
    teams = Map.copyOf(teams);
    members = Map.copyOf(members);
  }

  /** A team and who is in it. */
  record Team(Layer layer, Set<String> members) {
    Team {
      members = Set.copyOf(members);
    }
  }

  boolean isEmpty() {
    return firm.isEmpty() && teams.isEmpty() && members.isEmpty();
  }

  /** The layers that hold for whoever is not named. */
  Layers layers() {
    return new Layers(firm.stream().toList());
  }

  /** The layers that hold for a member, the firm first. */
  Layers layers(String member) {
    var layers = new ArrayList<>(layers().all());
    for (var team : teams.values()) {
      if (team.members().contains(member)) {
        layers.add(team.layer());
      }
    }
    var about = members.get(member);
    if (about != null) {
      layers.add(about);
    }
    return new Layers(layers);
  }

  /** Every member whom a team or a layer names, in the order of the alphabet. */
  Set<String> named() {
    var named = new TreeSet<>(members.keySet());
    teams.values().forEach(team -> named.addAll(team.members()));
    return named;
  }
}
