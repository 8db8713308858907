package dev.tend.scoring.explain;

import static dev.tend.scoring.policy.DecisionAssert.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tend.events.Decision;
import dev.tend.events.Stage;
import dev.tend.events.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code src/test/resources/scenarios/*.yaml}: rules of the product, written down by people
 * who know the business. Each case is read exactly as the door reads it.
 */
class ScenariosTest {
  private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> EXPECTATIONS =
      Set.of("verdict", "building", "growing", "selective", "because", "not", "mentions");

  @TestFactory
  Stream<DynamicContainer> scenarios() throws IOException {
    try (var files = Files.list(SCENARIOS)) {
      var all = new ArrayList<DynamicContainer>();
      for (var file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
        all.add(dynamicContainer(file.getFileName().toString(), cases(file)));
      }
      return all.stream();
    }
  }

  private static List<DynamicTest> cases(Path file) throws IOException {
    var cases = new ArrayList<DynamicTest>();
    try (var documents = YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(file.toFile())) {
      while (documents.hasNext()) {
        var document = documents.next();
        var title = text(document.remove("case"));
        var expected = document.remove("expect");
        cases.add(dynamicTest(title, () -> holds(document, expected)));
      }
    }
    return cases;
  }

  private static void holds(ObjectNode body, JsonNode expected) {
    for (var field : expected.properties()) {
      if (!EXPECTATIONS.contains(field.getKey())) {
        throw new AssertionError("expect." + field.getKey() + " is none of " + EXPECTATIONS);
      }
    }
    if (expected.has("verdict")) {
      check(Explained.decision("case", body), text(expected.get("verdict")), expected);
    }
    for (var stage : Stage.values()) {
      var name = stage.name().toLowerCase(Locale.ROOT);
      if (expected.has(name)) {
        var staged = body.deepCopy();
        staged.withObject("/member/policy").put("stage", name);
        check(Explained.decision("case", staged), text(expected.get(name)), expected);
      }
    }
  }

  private static void check(Decision decision, String verdict, JsonNode expected) {
    var checked = assertThat(decision).decides(Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
    texts(expected, "because").forEach(checked::because);
    texts(expected, "not").forEach(checked::notBecause);
    texts(expected, "mentions").forEach(checked::mentions);
  }

  private static List<String> texts(JsonNode node, String field) {
    var texts = new ArrayList<String>();
    node.path(field).forEach(element -> texts.add(text(element)));
    return texts;
  }

  private static String text(JsonNode node) {
    if (node == null || !node.isTextual()) {
      throw new AssertionError("a text is missing: case, verdict, because, not or mentions");
    }
    return node.textValue();
  }
}
