package dev.tend.scoring.policy;

import static java.util.Comparator.comparingInt;

import dev.tend.events.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Where each part of a policy file stands, and what was found wrong so far. */
final class Findings {
  /** Whoever has more to mend begins with these. */
  private static final int MOST = 100;

  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Mark> places = new HashMap<>();

  /** Remembers where something stands; the first place counts. */
  void stands(String path, Node node) {
    places.putIfAbsent(path, node.getStartMark());
  }

  void refuse(Node node, String path, String reason) {
    refuse(node.getStartMark(), path, reason);
  }

  void refuse(Optional<Mark> mark, String reason) {
    mark.ifPresentOrElse(
        place -> refuse(place, "", reason), () -> faults.add(new Fault(1, 1, "", reason)));
  }

  void refuse(int line, int column, String reason) {
    faults.add(new Fault(line, column, "", reason));
  }

  private void refuse(Mark mark, String path, String reason) {
    faults.add(new Fault(mark.getLine() + 1, mark.getColumn() + 1, path, reason));
  }

  /** Refuses what stands at a path, or else at the nearest one above it. */
  void refuse(Refusal refusal) {
    var path = refusal.field();
    while (!places.containsKey(path) && path.contains(".")) {
      path = path.substring(0, path.lastIndexOf('.'));
    }
    var place = Optional.ofNullable(places.get(path));
    place.ifPresentOrElse(
        mark -> refuse(mark, refusal.field(), refusal.reason()),
        () -> faults.add(new Fault(1, 1, refusal.field(), refusal.reason())));
  }

  boolean areNone() {
    return faults.isEmpty();
  }

  /** What is wrong, in the order of the file. */
  List<Fault> faults() {
    return faults.stream()
        .sorted(comparingInt(Fault::line).thenComparingInt(Fault::column))
        .distinct()
        .limit(MOST)
        .toList();
  }
}
