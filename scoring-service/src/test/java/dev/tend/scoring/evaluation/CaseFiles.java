package dev.tend.scoring.evaluation;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled cases, strictly: a key that is not known, an id that stands twice or a member who
 * is not in the cast is an error that names file and case.
 */
final class CaseFiles {
  static final Path FOLDER = Path.of("src/test/resources/evaluation");

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "rule",
          "hard",
          "member",
          "policy",
          "profile",
          "inviter",
          "note",
          "mutualConnections",
          "mutuals",
          "sentAt",
          "colleagues",
          "reply",
          "now",
          "expect");
  private static final List<String> OF_INVITATION =
      List.of("inviter", "note", "mutualConnections", "mutuals", "sentAt");
  private static final Set<String> LABELS = Set.of("verdict", "has", "hasNot", "all");
  private static final String NOW = "2026-02-09T15:00:00Z";

  private final Map<String, ObjectNode> cast = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  private CaseFiles(Path root) {
    for (var member : read(root.resolve("cast/members.yaml")).path("members")) {
      cast.put(member.path("id").asText(), (ObjectNode) member);
    }
  }

  /** The cases of these folders, such as {@code tuning}, in the order of their files. */
  static List<Labelled> in(String... folders) {
    return under(FOLDER, folders);
  }

  /** The same of another root. */
  static List<Labelled> under(Path root, String... folders) {
    var files = new CaseFiles(root);
    var cases = new ArrayList<Labelled>();
    for (var folder : folders) {
      try (var names = Files.list(root.resolve(folder))) {
        for (var file : names.filter(name -> name.toString().endsWith(".yaml")).sorted().toList()) {
          read(file).forEach(written -> cases.add(files.labelled(file, written)));
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return cases;
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(file.toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(file + " is no YAML", broken);
    }
  }

  private Labelled labelled(Path file, JsonNode written) {
    var id = text(file, written, "id");
    var where = file.getFileName() + ", " + id;
    if (!ids.add(id)) {
      throw new IllegalArgumentException(where + ": the id stands twice");
    }
    allowed(where, written, KEYS);
    var expected = written.path("expect");
    allowed(where + ", expect", expected, LABELS);
    var has = signals(where, expected.path("has"));
    var hasNot = signals(where, expected.path("hasNot"));
    if (has.stream().anyMatch(hasNot::contains)) {
      throw new IllegalArgumentException(where + ": a signal is in has and in hasNot");
    }
    return new Labelled(
        id,
        file.getFileName().toString().replace(".yaml", ""),
        text(file, written, "rule"),
        truth(where, written, "hard"),
        body(where, written),
        verdicts(where, expected.path("verdict")),
        has,
        hasNot,
        truth(where, expected, "all"));
  }

  /** A case holds the keys of the invitation and of the question beside each other. */
  private ObjectNode body(String where, JsonNode written) {
    var known = cast.get(written.path("member").asText());
    if (known == null) {
      throw new IllegalArgumentException(where + ": the member is not in the cast");
    }
    var member = known.deepCopy();
    var policy = written.path("policy");
    policy
        .properties()
        .forEach(
            entry -> member.withObject("/policy").set(entry.getKey(), entry.getValue().deepCopy()));
    if (written.has("profile")) {
      member.set("profile", written.get("profile").deepCopy());
    }
    var invitation = YAML.createObjectNode().put("member", member.path("id").asText());
    for (var key : OF_INVITATION) {
      if (written.has(key)) {
        invitation.set(key, written.get(key).deepCopy());
      }
    }
    var body = YAML.createObjectNode();
    body.set("member", member);
    body.set("invitation", invitation);
    for (var key : List.of("colleagues", "reply")) {
      if (written.has(key)) {
        body.set(key, written.get(key).deepCopy());
      }
    }
    return body.put("now", written.path("now").asText(NOW));
  }

  private static Set<Verdict> verdicts(String where, JsonNode expected) {
    var verdicts = EnumSet.noneOf(Verdict.class);
    for (var word : elements(expected)) {
      verdicts.add(
          Arrays.stream(Verdict.values())
              .filter(verdict -> verdict.word().equals(word.asText()))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException(where + ": no verdict is called " + word)));
    }
    if (verdicts.isEmpty()) {
      throw new IllegalArgumentException(where + ": expects no verdict");
    }
    return verdicts;
  }

  private static Set<SignalName> signals(String where, JsonNode expected) {
    var signals = EnumSet.noneOf(SignalName.class);
    for (var word : elements(expected)) {
      signals.add(
          SignalName.of(word.asText())
              .orElseThrow(
                  () -> new IllegalArgumentException(where + ": no signal is called " + word)));
    }
    return signals;
  }

  private static Iterable<JsonNode> elements(JsonNode node) {
    return node instanceof ArrayNode
        ? node
        : node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }

  private static void allowed(String where, JsonNode node, Set<String> keys) {
    for (var entry : node.properties()) {
      if (!keys.contains(entry.getKey())) {
        throw new IllegalArgumentException(where + ": no key is called " + entry.getKey());
      }
    }
  }

  private static boolean truth(String where, JsonNode node, String key) {
    var value = node.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw new IllegalArgumentException(where + ": " + key + " must be true or false");
    }
    return value.asBoolean(false);
  }

  private static String text(Path file, JsonNode node, String key) {
    @Nullable JsonNode value = node.get(key);
    if (value == null || value.asText().isBlank()) {
      throw new IllegalArgumentException(file.getFileName() + ": a case has no " + key);
    }
    return value.asText();
  }
}
