package dev.tend.scoring.policy;

import dev.tend.events.Member;
import dev.tend.events.Policy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
      return Standing.of(member.withPolicy(member.wishes()), anybody.book());
    }
    var known = remembered.get(member.id());
    if (known != null && known.member().equals(member)) {
      return known.standing();
    }
    var under = named.getOrDefault(member.id(), anybody);
    var standing =
        Standing.of(member, under.layers(), layers(member.id(), member.wishes()), under.book());
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(member.id(), new Remembered(member, standing));
    return standing;
  }

  /**
   * All that holds for a member, in the order of the settings, then lists and promises: each value
   * with the layer that it comes from.
   *
   * @param own what the member says
   */
  public List<Told> told(String member, Policy own) {
    return told(member, own, Setting.ANSWER_WITHIN.byDefault());
  }

  /**
   * The same where a service runs.
   *
   * @param answerWithin how long a question stays open there when no layer says anything
   */
  public List<Told> told(String member, Policy own, Duration answerWithin) {
    var layers = layers(member, own);
    var told = new ArrayList<Told>();
    for (var setting : Setting.all()) {
      told.add(
          setting.equals(Setting.ANSWER_WITHIN)
              ? told(Setting.ANSWER_WITHIN, layers.said(Setting.ANSWER_WITHIN, answerWithin))
              : told(setting, layers));
    }
    for (var wish : Wish.values()) {
      layers.list(wish).forEach(entry -> told.add(new Told(wish.key(), entry.value(), entry.by())));
    }
    layers
        .promises()
        .forEach(said -> told.add(new Told(Layer.PROMISES, said.value().said(), said.by())));
    return List.copyOf(told);
  }

  private static <T> Told told(Setting<T> setting, Layers layers) {
    return told(setting, layers.said(setting));
  }

  private static <T> Told told(Setting<T> setting, Said<T> said) {
    return new Told(setting.path(), setting.kind().written(said.value()), said.by());
  }

  /** How many teams the file has. */
  public int teams() {
    return sheet.teams().size();
  }

  /** How many members the file names, in a team or by themselves. */
  public int members() {
    return named.size();
  }

  /** All layers that hold for a member, their own words last. */
  private Layers layers(String member, Policy own) {
    return named.getOrDefault(member, anybody).layers().with(Layer.of(own, sheet.fixed()));
  }
}
