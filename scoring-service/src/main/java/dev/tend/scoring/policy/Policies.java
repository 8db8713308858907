package dev.tend.scoring.policy;

import dev.tend.events.Member;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The firm's policy: what each layer says, and what follows from it for a member. The order is
 * firm, team, the file about the member, the member's own words; the later one wins, unless the
 * firm has fixed the key. Immutable and thread-safe.
 */
public final class Policies {
  /** There is no file: the defaults and each member's own words hold. */
  public static final Policies NONE = new Policies(Sheet.EMPTY);

  /** How many members are remembered; a firm has fewer. */
  private static final int REMEMBERED = 10_000;

  private final Sheet sheet;
  private final Under anybody;
  private final Map<String, Under> named;
  private final ConcurrentMap<String, Remembered> remembered = new ConcurrentHashMap<>();

  /** What the file alone says about somebody, their own words aside. */
  private record Under(Layers layers, Rulebook book) {}

  /** What was last worked out for a member, as long as they stay the same. */
  private record Remembered(Member member, Standing standing) {}

  /**
   * The policy of these layers.
   *
   * @throws IllegalArgumentException when they do not hold together, which {@link Consistency}
   *     would have told
   */
  Policies(Sheet sheet) {
    if (!Consistency.of(sheet).isEmpty()) {
      throw new IllegalArgumentException(Consistency.of(sheet).getFirst().sentence());
    }
    this.sheet = sheet;
    var books = new HashMap<Terms, Rulebook>();
    anybody = under(sheet.layers(), books);
    named = new HashMap<>();
    for (var member : sheet.named()) {
      named.put(member, under(sheet.layers(member), books));
    }
  }

  private static Under under(Layers layers, Map<Terms, Rulebook> books) {
    return new Under(layers, books.computeIfAbsent(Terms.of(layers), Rulebook::new));
  }

  /** What holds for a member. Remembered until the member changes. */
  public Standing of(Member member) {
    if (sheet.isEmpty()) {
      return Standing.of(member, anybody.book());
    }
    var known = remembered.get(member.id());
    if (known != null && known.member().equals(member)) {
      return known.standing();
    }
    var under = named.getOrDefault(member.id(), anybody);
    var standing = Standing.of(member, under.layers(), layers(member), under.book());
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(member.id(), new Remembered(member, standing));
    return standing;
  }

  /** All layers that hold for a member, their own words last. */
  Layers layers(Member member) {
    return named
        .getOrDefault(member.id(), anybody)
        .layers()
        .with(Layer.of(member.policy(), sheet.fixed()));
  }
}
