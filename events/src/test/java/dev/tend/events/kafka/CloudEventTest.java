package dev.tend.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {
  private static final Path SAMPLE =
      Path.of("src/test/resources/samples/headers/v1/invitation-received.properties");

  private static final CloudEvent EVENT =
      CloudEvent.on(
          Topic.INVITATIONS,
          "6971203344512",
          "/ingest/http",
          Instant.parse("2026-02-09T14:37:05.123Z"));

  @Test
  void writesTheHeadersOfTheSample() throws IOException {
    var headers = new RecordHeaders();

    EVENT.writeTo(headers);

    var written = new TreeMap<String, String>();
    headers.forEach(header -> written.put(header.key(), new String(header.value(), UTF_8)));
    assertThat(written).isEqualTo(new TreeMap<>(sample()));
  }

  @Test
  void readsTheHeadersOfTheSample() throws IOException {
    assertThat(CloudEvent.of(headers(sample()))).contains(EVENT);
  }

  @Test
  void replacesWhatIsThereAndLeavesTheRest() {
    var headers = new RecordHeaders();
    headers.add("traceparent", "00-1-2-01".getBytes(UTF_8));
    CloudEvent.on(Topic.MEMBERS, "old", "/ingest/http", Instant.EPOCH).writeTo(headers);

    EVENT.writeTo(headers);

    assertThat(CloudEvent.of(headers)).contains(EVENT);
    assertThat(headers.headers("ce_id")).hasSize(1);
    assertThat(headers.lastHeader("traceparent")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_time"})
  void isNoneWhenAnAttributeIsMissing(String missing) throws IOException {
    var attributes = sample();
    attributes.remove(missing);

    assertThat(CloudEvent.of(headers(attributes))).isEmpty();

    var withoutValue = headers(attributes);
    withoutValue.add(missing, null);
    assertThat(CloudEvent.of(withoutValue)).isEmpty();
  }

  @Test
  void isNoneWhenTheTimeIsNone() throws IOException {
    var attributes = sample();
    attributes.put("ce_time", "yesterday");

    assertThat(CloudEvent.of(headers(attributes))).isEmpty();
  }

  private static Map<String, String> sample() throws IOException {
    var properties = new Properties();
    try (var text = Files.newBufferedReader(SAMPLE)) {
      properties.load(text);
    }
    var sample = new TreeMap<String, String>();
    properties
        .stringPropertyNames()
        .forEach(name -> sample.put(name, properties.getProperty(name)));
    return sample;
  }

  private static Headers headers(Map<String, String> attributes) {
    var headers = new RecordHeaders();
    attributes.forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
    return headers;
  }
}
