package dev.tend.scoring.policy;

import dev.tend.events.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Takes a tree of YAML apart: fields, lists, texts, values. What is of another kind is refused
 * where it stands. A key with nothing behind it is as good as one that is not there.
 */
final class Branch {
  /** What a reader of YAML 1.2 takes for something else than a text: nothing, truth, a number. */
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "|~|null|Null|NULL|true|True|TRUE|false|False|FALSE"
              + "|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private final Findings findings;

  Branch(Findings findings) {
    this.findings = findings;
  }

  /** A text and where it stands. */
  record Text(Node node, String path, String value) {}

  /**
   * The fields of a mapping, in their order, without those that are refused.
   *
   * @param reason why a key is refused; empty for one that is known
   */
  Map<String, Node> fields(
      @Nullable Node node, String path, Function<String, Optional<String>> reason) {
    var fields = new LinkedHashMap<String, Node>();
    if (node == null || isNothing(node)) {
      return fields;
    }
    findings.stands(path, node);
    if (!(node instanceof MappingNode mapping)) {
      findings.refuse(node, path, "must hold keys, each with a value");
      return fields;
    }
    for (var field : mapping.getValue()) {
      if (!(field.getKeyNode() instanceof ScalarNode key)) {
        findings.refuse(field.getKeyNode(), path, "must have words for keys");
        continue;
      }
      var name = key.getValue();
      var below = path.isEmpty() ? name : path + "." + name;
      findings.stands(below, key);
      var refused = reason.apply(name);
      if (refused.isPresent()) {
        findings.refuse(key, below, refused.get());
      } else if (fields.putIfAbsent(name, field.getValueNode()) != null) {
        findings.refuse(key, below, "is there twice");
      }
    }
    return fields;
  }

  /** The items of a list, each by its path. */
  Map<String, Node> items(@Nullable Node node, String path) {
    var items = new LinkedHashMap<String, Node>();
    if (node == null || isNothing(node)) {
      return items;
    }
    if (!(node instanceof SequenceNode sequence)) {
      findings.refuse(node, path, "must be a list");
      return items;
    }
    for (var item : sequence.getValue()) {
      items.put(path + "[" + items.size() + "]", item);
    }
    return items;
  }

  /** A list of texts. */
  List<Text> texts(@Nullable Node node, String path) {
    var texts = new ArrayList<Text>();
    items(node, path).forEach((place, item) -> text(item, place).ifPresent(texts::add));
    return texts;
  }

  /** A list of texts, or one of them alone. */
  List<Text> oneOrMore(@Nullable Node node, String path) {
    return node instanceof ScalarNode && !isNothing(node)
        ? text(node, path).stream().toList()
        : texts(node, path);
  }

  private Optional<Text> text(Node node, String path) {
    findings.stands(path, node);
    if (!(node instanceof ScalarNode scalar)) {
      findings.refuse(node, path, "must be a text");
      return Optional.empty();
    }
    if (isPlain(scalar) && NO_TEXT.matcher(scalar.getValue()).matches()) {
      findings.refuse(node, path, "must be a text; put it into quotation marks if it is one");
      return Optional.empty();
    }
    return Optional.of(new Text(node, path, scalar.getValue()));
  }

  /** One value. A number in quotation marks is a text. */
  <T> Optional<T> value(Node node, String path, Kind<T> kind) {
    findings.stands(path, node);
    boolean readable =
        node instanceof ScalarNode scalar && (isPlain(scalar) || !(kind instanceof Kind.Whole));
    try {
      return Optional.of(kind.read(readable ? ((ScalarNode) node).getValue() : ""));
    } catch (RefusedException refused) {
      findings.refuse(node, path, refused.refusal().reason());
      return Optional.empty();
    }
  }

  /** A text, unless there is a reason against it, which is told. */
  Optional<String> unless(Text text, Function<String, Optional<String>> reason) {
    var refused = reason.apply(text.value());
    refused.ifPresent(why -> findings.refuse(text.node(), text.path(), why));
    return refused.isEmpty() ? Optional.of(text.value()) : Optional.empty();
  }

  /** Whether a node is one value that is there. */
  static boolean isScalar(Node node) {
    return node instanceof ScalarNode && !isNothing(node);
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && isPlain(scalar) && scalar.getValue().isEmpty();
  }

  private static boolean isPlain(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }
}
