package dev.tend.scoring.policy;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML as a tree that knows its places. Only as much of YAML as a policy needs: a small text
 * in UTF-8, a few levels deep, without anchors, aliases and tags, so that nothing is larger than it
 * looks and nothing is built but text.
 */
final class YamlText {
  /** A layer is five levels deep. */
  private static final int DEEPEST = 8;

  private final Yaml yaml;
  private final Findings findings;

  private YamlText(Findings findings) {
    var bounds = new LoaderOptions();
    bounds.setCodePointLimit(PolicyFile.LARGEST_BYTES);
    this.yaml = new Yaml(bounds);
    this.findings = findings;
  }

  /** The tree; empty when there is nothing but comments, or something was refused. */
  static Optional<Node> read(byte[] bytes, Findings findings) {
    if (bytes.length > PolicyFile.LARGEST_BYTES) {
      findings.refuse(1, 1, "is larger than " + PolicyFile.LARGEST_BYTES + " bytes");
      return Optional.empty();
    }
    return new YamlText(findings).tree(bytes);
  }

  private Optional<Node> tree(byte[] bytes) {
    var decoded = CharBuffer.allocate(bytes.length);
    var outcome = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
    var text = decoded.flip().toString();
    if (outcome.isError()) {
      refuse(text, "is not UTF-8 from here on");
      return Optional.empty();
    }
    try {
      for (var event : yaml.parse(new StringReader(text))) {
        check(event);
      }
      return findings.areNone()
          ? Optional.ofNullable(yaml.compose(new StringReader(text)))
          : Optional.empty();
    } catch (MarkedYAMLException broken) {
      findings.refuse(
          Optional.ofNullable(broken.getProblemMark()), "is not valid YAML: " + said(broken));
    } catch (ReaderException control) {
      refuse(
          text.substring(0, text.offsetByCodePoints(0, control.getPosition())),
          "holds a character here that YAML does not allow");
    } catch (YAMLException confused) {
      // the scanner contradicts itself on some input and cannot say where
      findings.refuse(Optional.empty(), "is not valid YAML: " + confused.getMessage());
    }
    return Optional.empty();
  }

  private static String said(MarkedYAMLException broken) {
    return Optional.ofNullable(broken.getProblem()).orElse("it breaks off");
  }

  /** Refuses what follows behind a text. */
  private void refuse(String before, String reason) {
    int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
    findings.refuse(line, before.length() - before.lastIndexOf('\n'), reason);
  }

  private int depth;

  private void check(Event event) {
    switch (event) {
      case AliasEvent alias -> refuse(alias, "holds an alias, which a policy file does without");
      case NodeEvent node when node.getAnchor() != null ->
          refuse(node, "holds an anchor, which a policy file does without");
      case ScalarEvent scalar when scalar.getTag() != null ->
          refuse(scalar, "holds a tag, which a policy file does without");
      case CollectionStartEvent start when start.getTag() != null ->
          refuse(start, "holds a tag, which a policy file does without");
      case CollectionStartEvent start -> {
        if (++depth > DEEPEST) {
          refuse(start, "is nested deeper than " + DEEPEST + " levels");
        }
      }
      case CollectionEndEvent _ -> depth--;
      default -> {}
    }
  }

  private void refuse(Event event, String reason) {
    findings.refuse(Optional.ofNullable(event.getStartMark()), reason);
  }
}
