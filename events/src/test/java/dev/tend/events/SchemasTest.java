package dev.tend.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the committed schemas against the records, and every sample that was ever committed against
 * both.
 */
class SchemasTest {
  /** Where the validator thinks that they lie; nothing is fetched. */
  private static final String ADDRESS = "https://schemas.example/";

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry -> registry.schemas(address -> schema(address.replace(ADDRESS, ""))));

  @BeforeAll
  static void writeThemAnewWhenAskedTo() throws IOException {
    if (Boolean.getBoolean("tend.schemas.write")) {
      Files.createDirectories(Schemas.FOLDER);
      for (var file : Schemas.generated().entrySet()) {
        Files.writeString(Schemas.FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
  }

  @Test
  void theCommittedSchemasAreThoseOfTheRecords() throws IOException {
    assertThat(committed())
        .as("the committed schemas are not those of the records; `make schemas` writes them anew")
        .containsExactlyInAnyOrderEntriesOf(Schemas.generated());
  }

  private static Map<String, String> committed() throws IOException {
    var committed = new TreeMap<String, String>();
    if (Files.isDirectory(Schemas.FOLDER)) {
      try (var files = Files.list(Schemas.FOLDER)) {
        for (var file : files.toList()) {
          committed.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return committed;
  }

  static Stream<SampleFile> samples() {
    return SampleFile.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatWasOnceWrittenIsReadForEver(SampleFile sample) {
    assertThat(Codec.TOPIC.read(sample.json(), sample.topic().carries()))
        .isInstanceOf(Decoded.Value.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleKeepsToItsSchema(SampleFile sample) {
    assertThat(errors(sample.topic().carries(), sample.text())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whatIsWrittenTodayKeepsToItsSchemaToo(SampleFile sample) {
    if (Codec.TOPIC.read(sample.json(), sample.topic().carries())
        instanceof Decoded.Value<?>(var value)) {
      assertThat(errors(sample.topic().carries(), new String(Codec.TOPIC.write(value), UTF_8)))
          .isEmpty();
    }
  }

  @Test
  void everyTopicHasASmallestAndAFullSample() {
    for (var topic : Topic.values()) {
      assertThat(SampleFile.all())
          .filteredOn(sample -> sample.topic() == topic)
          .extracting(SampleFile::name)
          .as(topic.fullName())
          .contains("minimal", "full");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEMBERS     | {"id": "lee", "name": "Lee"}
          MEMBERS     | {"id": "Lee", "name": "Lee", "email": "lee@b.example"}
          MEMBERS     | {"id": "lee", "name": "Lee", "email": "lee@b.example", "digest": {"on": "mon"}}
          MEMBERS     | {"id": "lee", "name": "Lee", "email": "lee@b.example", "digest": {"at": "7:30"}}
          PEOPLE      | {"profile": "jane", "name": "Jane"}
          PEOPLE      | {"profile": "in/jane", "name": "Jane", "connections": -1}
          PEOPLE      | {"profile": "in/jane", "name": "Jane", "positions": [{"title": "CEO"}]}
          PEOPLE      | {"profile": "in/jane", "name": "Jane", "skills": [""]}
          INVITATIONS | {"member": "lee", "inviter": {"profile": "in/jane"}}
          DECISIONS   | {"invitation": "1", "member": "lee", "verdict": "maybe", "relevance": 0, "risk": 0, "decidedAt": "2026-02-09T14:37:01Z"}
          DECISIONS   | {"invitation": "1", "member": "lee", "verdict": "ask", "relevance": 101, "risk": 0, "decidedAt": "2026-02-09T14:37:01Z"}
          """)
  void theSchemasRefuseWhatTheRecordsRefuse(Topic topic, String json) {
    assertThat(errors(topic.carries(), json)).isNotEmpty();
    assertThat(Codec.TOPIC.read(json.getBytes(UTF_8), topic.carries()))
        .isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void theSchemasAllowWhatANewerTendAdds() {
    var json = "{\"profile\": \"in/jane\", \"name\": \"Jane\", \"aura\": 7}";

    assertThat(errors(Person.class, json)).isEmpty();
  }

  @Test
  void everyVersionOfASampleHasItsTopicsCurrentOrAnEarlierVersion() {
    assertThat(SampleFile.all())
        .allSatisfy(
            sample ->
                assertThat(sample.version())
                    .isBetween(
                        1, Integer.parseInt(sample.topic().eventType().replaceAll(".*\\.v", ""))));
    assertThat(Arrays.stream(Topic.values()).map(Topic::eventType))
        .allSatisfy(type -> assertThat(type).matches("dev\\.tend\\.[a-z]+\\.[a-z]+\\.v[1-9]"));
  }

  private static List<Error> errors(Class<?> record, String json) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(ADDRESS + Schemas.fileOf(record)))
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static String schema(String file) {
    try {
      return Files.readString(Schemas.FOLDER.resolve(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
