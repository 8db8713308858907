package dev.tend.events;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.events.kafka.TopicSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds docs/asyncapi.yaml, which others read, against what the code does. */
class AsyncApiTest {
  private static final Path FILE = Path.of("../docs/asyncapi.yaml");
  private static final JsonNode DOCUMENT = document();

  @Test
  void hasOneChannelForEachTopic() {
    assertThat(stream(DOCUMENT.get("channels")).map(channel -> channel.get("address").asText()))
        .containsExactlyInAnyOrderElementsOf(TopicSettings.names());
  }

  @ParameterizedTest
  @EnumSource
  void setsUpEachTopicAsTheCodeDoes(Topic topic) {
    var binding = channel(topic).at("/bindings/kafka");

    assertThat(binding.get("topic").asText()).isEqualTo(topic.fullName());
    assertThat(binding.get("partitions").asInt()).isEqualTo(Topic.PARTITIONS);
    assertThat(configuration(binding.get("topicConfiguration"))).isEqualTo(TopicSettings.of(topic));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatEachTopicCarries(Topic topic) {
    var messages = channel(topic).get("messages");
    assertThat(messages).hasSize(1);
    var message = resolved(messages.iterator().next());

    assertThat(message.get("name").asText()).isEqualTo(topic.eventType());
    assertThat(message.at("/headers/properties/ce_type/const").asText())
        .isEqualTo(topic.eventType());
    assertThat(message.get("title").asText()).isEqualTo(topic.carries().getSimpleName());
    assertThat(message.at("/bindings/kafka/key/description").asText()).isNotBlank();
    var schema = FILE.resolveSibling(message.at("/payload/schema/$ref").asText()).normalize();
    assertThat(schema).isRegularFile();
    assertThat(schema.toAbsolutePath().normalize())
        .isEqualTo(Schemas.FOLDER.resolve(Schemas.fileOf(topic.carries())).toAbsolutePath());
  }

  @ParameterizedTest
  @EnumSource
  void saysWhoWritesEachTopic(Topic topic) {
    assertThat(
            stream(DOCUMENT.get("operations"))
                .filter(operation -> operation.get("action").asText().equals("send"))
                .map(operation -> resolved(operation.get("channel")).get("address").asText()))
        .contains(topic.fullName());
  }

  @Test
  void namesEachOperationAfterItsServiceAndChannel() {
    DOCUMENT
        .get("operations")
        .properties()
        .forEach(
            entry -> {
              var operation = entry.getValue();
              var channel = operation.at("/channel/$ref").asText().replace("#/channels/", "");
              var verb = operation.get("action").asText().equals("send") ? "Sends" : "Receives";
              var service = operation.get("title").asText().replace("-service", "");
              assertThat(service).isIn("ingest", "scoring", "notify");
              assertThat(entry.getKey()).isEqualToIgnoringCase(service + verb + channel);
              assertThat(operation.at("/messages/0/$ref").asText())
                  .startsWith("#/channels/" + channel + "/messages/");
            });
  }

  @Test
  void listsTheHeadersThatAreWritten() {
    var headers = new RecordHeaders();
    CloudEvent.on(Topic.MEMBERS, "1", "/ingest/http", Instant.EPOCH).writeTo(headers);
    var written = Arrays.stream(headers.toArray()).map(Header::key).toList();

    var trait = DOCUMENT.at("/components/messageTraits/cloudEvent/headers");

    assertThat(stream(trait.get("required")).map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(written);
    assertThat(stream(DOCUMENT.at("/components/messages")))
        .allSatisfy(
            message ->
                assertThat(resolved(message.at("/traits/0")).get("headers")).isEqualTo(trait));
  }

  @Test
  void pointsNowhereThatIsNotThere() {
    var references = new HashSet<String>();
    collect(DOCUMENT, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference -> {
              if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).isFalse();
              } else {
                assertThat(FILE.resolveSibling(reference)).isRegularFile();
              }
            });
  }

  private static void collect(JsonNode node, Set<String> references) {
    node.forEach(child -> collect(child, references));
    if (node.has("$ref")) {
      references.add(node.get("$ref").asText());
    }
  }

  private static Map<String, String> configuration(JsonNode node) {
    return node.properties().stream()
        .collect(
            toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().isArray()
                        ? stream(entry.getValue()).map(JsonNode::asText).collect(toSet()).stream()
                            .sorted()
                            .reduce((one, other) -> one + "," + other)
                            .orElse("")
                        : entry.getValue().asText()));
  }

  private static JsonNode channel(Topic topic) {
    return stream(DOCUMENT.get("channels"))
        .filter(channel -> channel.get("address").asText().equals(topic.fullName()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode resolved(JsonNode reference) {
    return DOCUMENT.at(reference.get("$ref").asText().substring(1));
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return node.valueStream();
  }

  private static JsonNode document() {
    try (var text = Files.newBufferedReader(FILE)) {
      return new YAMLMapper().readTree(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
