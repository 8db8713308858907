package dev.tend.scoring.policy;

import static java.util.Objects.requireNonNull;

import dev.tend.events.Policy;
import dev.tend.events.SignalName;
import dev.tend.scoring.signal.Worth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The layers of a policy, written down in Java. */
public final class ASheet {
  private @Nullable Layer firm;
  private final Map<String, Sheet.Team> teams = new HashMap<>();
  private final Map<String, Layer> members = new HashMap<>();
  private Set<String> fixed = Set.of();

  /** The policy of a firm that says what is learned. */
  public static Policies learning(Learning what) {
    return new ASheet().firm(layer -> layer.set(Setting.LEARNING, what)).policies();
  }

  /** The policy of a firm that learns together, but for one member. */
  public static Policies learningTogetherBut(String member, Learning theirs) {
    return new ASheet()
        .firm(layer -> layer.set(Setting.LEARNING, Learning.FIRM))
        .member(member, layer -> layer.set(Setting.LEARNING, theirs))
        .policies();
  }

  /** The policy of a firm that says how long a question stays open. */
  public static Policies answeringWithin(Duration time) {
    return new ASheet().firm(layer -> layer.set(Setting.ANSWER_WITHIN, time)).policies();
  }

  ASheet fixing(String... keys) {
    fixed = Set.of(keys);
    return this;
  }

  ASheet firm(UnaryOperator<ALayer> says) {
    firm = says.apply(new ALayer()).layer("firm", "firm");
    return this;
  }

  ASheet team(String name, UnaryOperator<ALayer> says, String... people) {
    var layer = says.apply(new ALayer()).layer("team " + name, "teams." + name);
    teams.put(name, new Sheet.Team(layer, Set.of(people)));
    return this;
  }

  ASheet member(String id, UnaryOperator<ALayer> says) {
    members.put(id, says.apply(new ALayer()).layer("member " + id, "members." + id));
    return this;
  }

  Sheet sheet() {
    return new Sheet(Optional.ofNullable(firm), fixed, teams, members);
  }

  Policies policies() {
    return new Policies(sheet());
  }

  /** What one layer says. */
  static final class ALayer {
    private final Map<Setting<?>, Object> settings = new HashMap<>();
    private final Map<Wish, List<String>> wishes = new EnumMap<>(Wish.class);
    private final List<Promise> promises = new ArrayList<>();

    <T> ALayer set(Setting<T> setting, T value) {
      settings.put(setting, value);
      return this;
    }

    ALayer worth(Worth worth, int points) {
      return set(requireNonNull(Setting.ofPoints().get(worth)), points);
    }

    ALayer most(SignalName signal, int points) {
      return set(requireNonNull(Setting.ofMost().get(signal)), points);
    }

    ALayer wishing(Wish wish, String... entries) {
      wishes.put(wish, List.of(entries));
      return this;
    }

    ALayer promising(Promise promise) {
      promises.add(promise);
      return this;
    }

    private Layer layer(String name, String path) {
      Policy lists = Wish.policy(wishes);
      return new Layer(name, path, settings, lists, promises);
    }
  }
}
