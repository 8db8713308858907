package dev.tend.scoring.policy;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import dev.tend.events.MemberId;
import dev.tend.events.RefusedException;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Makes layers of a tree. What cannot be read is refused where it stands, and left out. */
final class SheetReader {
  /** The key of the firm's own layer. */
  static final String FIRM = "firm";

  /** The key of the teams, by name. */
  static final String TEAMS = "teams";

  /** The key of what is said about members, by id; and, in a team, of who is in it. */
  static final String MEMBERS = "members";

  /** The key of what only the firm decides. */
  static final String FIXED = "fixed";

  /** What the firm can fix: everything but blocks, which are each member's own. */
  static final Set<String> FIXABLE =
      Entry.LAYER.entries().keySet().stream()
          .filter(key -> !key.equals(Wish.BLOCKED.key()))
          .collect(toCollection(TreeSet::new));

  /** The names of teams stand in decisions. */
  static final Pattern TEAM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** The words of a promise. */
  static final Map<String, SignalName> SIGNALS = words(SignalName.values(), SignalName::word);

  /** The words of what is promised. */
  static final Map<String, Verdict> VERDICTS = words(Verdict.values(), Verdict::word);

  private final Findings findings;
  private final Branch branch;

  SheetReader(Findings findings) {
    this.findings = findings;
    this.branch = new Branch(findings);
  }

  private static <E> Map<String, E> words(E[] constants, Function<E, String> word) {
    return Arrays.stream(constants)
        .collect(Collectors.toMap(word, constant -> constant, (one, _) -> one, LinkedHashMap::new));
  }

  Sheet sheet(Node root) {
    var parts = branch.fields(root, "", oneOf(Set.of(FIRM, TEAMS, MEMBERS)));
    var firm = branch.fields(parts.get(FIRM), FIRM, keysAnd(FIXED));
    var fixed = texts(firm.remove(FIXED), FIRM + "." + FIXED, oneOf(FIXABLE));
    var teams = new HashMap<String, Sheet.Team>();
    branch
        .fields(parts.get(TEAMS), TEAMS, SheetReader::noTeam)
        .forEach((name, node) -> teams.put(name, team(name, node)));
    var members = new HashMap<String, Layer>();
    branch
        .fields(parts.get(MEMBERS), MEMBERS, SheetReader::noMember)
        .forEach((id, node) -> members.put(id, member(id, node)));
    return new Sheet(
        parts.containsKey(FIRM) ? Optional.of(layer("firm", FIRM, firm)) : Optional.empty(),
        Set.copyOf(fixed),
        teams,
        members);
  }

  private Sheet.Team team(String name, Node node) {
    var path = TEAMS + "." + name;
    var fields = branch.fields(node, path, keysAnd(MEMBERS));
    var people = texts(fields.remove(MEMBERS), path + "." + MEMBERS, SheetReader::noMember);
    return new Sheet.Team(layer("team " + name, path, fields), Set.copyOf(people));
  }

  private Layer member(String id, Node node) {
    var path = MEMBERS + "." + id;
    return layer("member " + id, path, branch.fields(node, path, keysAnd("")));
  }

  private Layer layer(String name, String path, Map<String, Node> fields) {
    var draft = new Draft();
    below(Entry.LAYER, path, fields, draft);
    return new Layer(name, path, draft.settings, Wish.policy(draft.wishes), draft.promises);
  }

  /** What a layer said so far. */
  private static final class Draft {
    private final Map<Setting<?>, Object> settings = new HashMap<>();
    private final Map<Wish, List<String>> wishes = new EnumMap<>(Wish.class);
    private final List<Promise> promises = new ArrayList<>();
  }

  private void below(Entry.Group group, String path, Map<String, Node> fields, Draft draft) {
    group
        .entries()
        .forEach(
            (key, entry) -> {
              var node = fields.get(key);
              if (node != null) {
                read(node, path + "." + key, entry, draft);
              }
            });
  }

  private void read(Node node, String path, Entry entry, Draft draft) {
    switch (entry) {
      case Entry.Value(var setting) ->
          branch
              .value(node, path, setting.kind())
              .ifPresent(value -> draft.settings.put(setting, value));
      case Entry.Texts(var wish) -> draft.wishes.put(wish, wishes(node, path, wish));
      case Entry.Promises() ->
          branch
              .items(node, path)
              .forEach((place, item) -> promise(item, place).ifPresent(draft.promises::add));
      case Entry.Group group when group.base().isPresent() && Branch.isScalar(node) ->
          read(node, path, group.base().get(), draft);
      case Entry.Group group ->
          below(group, path, branch.fields(node, path, oneOf(group.entries().keySet())), draft);
    }
  }

  private List<String> wishes(Node node, String path, Wish wish) {
    var entries =
        texts(node, path, entry -> reason(() -> Wish.policy(Map.of(wish, List.of(entry)))));
    var refused = reason(() -> Wish.policy(Map.of(wish, entries)));
    refused.ifPresent(why -> findings.refuse(node, path, why));
    return refused.isEmpty() ? entries : List.of();
  }

  private Optional<Promise> promise(Node node, String path) {
    var parts = branch.fields(node, path, oneOf(Promise.PARTS));
    var when = words(parts, path, Promise.WHEN, SIGNALS);
    var unless = words(parts, path, Promise.UNLESS, SIGNALS);
    var never = words(parts, path, Promise.NEVER, VERDICTS);
    if (when.isEmpty() || unless.isEmpty() || never.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Promise(when.get(), unless.get(), never.get()));
    } catch (RefusedException refused) {
      findings.refuse(refused.refusal().within(path));
      return Optional.empty();
    }
  }

  /** The constants with these words; empty when one of them was refused. */
  private <E> Optional<Set<E>> words(
      Map<String, Node> parts, String promise, String part, Map<String, E> words) {
    var path = promise + "." + part;
    var said = branch.oneOrMore(parts.get(part), path);
    var known =
        said.stream().flatMap(text -> branch.unless(text, oneOf(words.keySet())).stream()).toList();
    return known.size() == said.size()
        ? Optional.of(
            known.stream().flatMap(word -> Stream.ofNullable(words.get(word))).collect(toSet()))
        : Optional.empty();
  }

  private List<String> texts(
      @Nullable Node node, String path, Function<String, Optional<String>> reason) {
    return branch.texts(node, path).stream()
        .flatMap(text -> branch.unless(text, reason).stream())
        .distinct()
        .toList();
  }

  private static Function<String, Optional<String>> keysAnd(String another) {
    var keys = new TreeSet<>(Entry.LAYER.entries().keySet());
    if (!another.isEmpty()) {
      keys.add(another);
    }
    return oneOf(keys);
  }

  private static Function<String, Optional<String>> oneOf(Set<String> known) {
    return word ->
        known.contains(word)
            ? Optional.empty()
            : Optional.of(
                "is not known here; known are " + String.join(", ", new TreeSet<>(known)));
  }

  private static Optional<String> noTeam(String name) {
    return TEAM.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("must be 1 to 40 small letters, digits or dashes, such as advisory");
  }

  private static Optional<String> noMember(String id) {
    return reason(() -> MemberId.check("", id));
  }

  /** Why something refuses what it is given. */
  private static Optional<String> reason(Runnable attempt) {
    try {
      attempt.run();
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.refusal().reason());
    }
  }
}
